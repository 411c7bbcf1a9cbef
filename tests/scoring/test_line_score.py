"""Derivations: how each kind of line came to its score, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps

RULES = ps.load_rules("wuhan-2023")


@pytest.mark.parametrize(
    ("cells", "chinese", "english"),
    [
        (("45人", "41人", None), "2 × 41/45 = 1.8222… → 1.82", "2 × 41/45 = 1.8222… → 1.82"),
        (("50人", "49人", None), "2 × 49/50 = 1.96", "2 × 49/50 = 1.96"),
        (
            ("≥22万人", "29.26万人", None),
            "2 × 29.26/22 = 2.66，以2为限 → 2",
            "2 × 29.26/22 = 2.66, limited to 2 → 2",
        ),
        (("≤10%", "12.5%", None), "2 × 10%/12.5% = 1.6", "2 × 10%/12.5% = 1.6"),
        (("≥22万人", "110000人", None), "2 × 110000/220000 = 1", "2 × 110000/220000 = 1"),
        (("≤10%", "0", None), "实际为零，得满分 2", "the actual value is zero: full weight 2"),
        (("无", "无", None), "目标为零，实际为零，得满分 2", "zero wanted, zero reached: full weight 2"),
        (("无", "3起", None), "目标为零，实际为 3起，得 0 分", "zero wanted, 3起 reached: 0"),
        (("——", "3起", None), "未计分：没有设定目标", "not scored: no target was set"),
        (
            ("≥95%", "≥90%", None),
            "实际值为界限“≥90%”：得分在 [1.8947…, 2] 之内",
            "the actual value is the bound '≥90%': the score lies in [1.8947…, 2]",
        ),
        (
            ("显著提升", "一定程度提升", None),
            "“一定程度提升”：部分达成预期指标，[50%, 80%) × 2 = [1, 1.6)",
            "'一定程度提升': partly reached, [50%, 80%) × 2 = [1, 1.6)",
        ),
        (
            ("有效提升", "基本提升", "1.5"),
            "“基本提升”：达成预期指标或部分达成预期指标，[50%, 100%] × 2 = [1, 2]，自评取 1.5",
            "'基本提升': reached or partly reached, [50%, 100%] × 2 = [1, 2]; the assessor took 1.5",
        ),
    ],
)
def test_derivations(cells: tuple[str, str, str | None], chinese: str, english: str) -> None:
    """The derivation shows the formula with its figures, the cap, the rounding, or the reason."""
    target, actual, claimed = cells
    row = ps.Indicator("数", weight=2, target=target, actual=actual, claimed=claimed)
    (line,) = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES).lines
    assert line.derivation.label("zh") == chinese
    assert line.derivation.label("en") == english


def test_records() -> None:
    """A record holds exact text, the direction with what decided it, and the clause."""
    row = ps.Indicator("失业率", weight=3, target="4.5%", actual="9%")
    (line,) = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES).lines
    record: dict[str, Any] = line.to_record()
    assert record["exact"] == "3/2"
    assert record["printed"] == record["admitted"] == "1.5"
    assert record["direction"] == "negative"
    assert record["decided_by"] == "the name ends in 失业率, lower is better"
    assert record["clause"] == "wuhan-2023 §2"
    open_record = ps.score(
        ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator("x")])]), rules=RULES
    ).lines[0].to_record()  # fmt: skip
    assert open_record["exact"] is open_record["admitted"] is open_record["direction"] is None
