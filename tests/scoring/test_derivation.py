"""Derivations: how each kind of line came to its score, in both languages."""

from __future__ import annotations

from fractions import Fraction

import pytest

import perfscore as ps
from perfscore.intervals import Interval
from perfscore.scoring import interval_text

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


def test_without_a_weight_there_is_no_score() -> None:
    """What is lacking comes before what the cells say: without a weight nothing is derived."""
    row = ps.Indicator("数", target="——", actual="3起")
    (line,) = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES).lines
    assert line.derivation.label("zh") == "未计分：没有可用的分值"
    assert line.derivation.label("en") == "not scored: there is no usable weight"


def test_open_ends() -> None:
    """A set without an end, or without its end, is written with the sign for it."""
    half = Fraction(1, 2)
    assert interval_text(Interval.at_least(half)) == "[0.5, +∞)"
    assert interval_text(Interval(None, half, lower_closed=False, upper_closed=False)) == "(-∞, 0.5)"
    assert interval_text(Interval(half, Fraction(1), lower_closed=False), percent=True) == "(50%, 100%]"
    assert interval_text(Interval.point(half), percent=True) == "50%"
