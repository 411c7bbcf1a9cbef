"""Totals and subtotals: the two readings, what the rules admit, and what is told once."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.findings import VerdictKind
from perfscore.verdicts import Subject, Verdict

RULES = ps.load_rules("wuhan-2023")


def _row(claimed: Any, actual: str = "100人", weight: Any = 10, target: str = "≥100人") -> ps.Indicator:
    return ps.Indicator("数", weight=weight, target=target, actual=actual, claimed=claimed)


def _total(total: Any, *rows: ps.Indicator) -> tuple[Verdict | None, Verdict | None, list[str]]:
    result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=rows)], total=total), rules=RULES)
    by = {verdict.subject: verdict for verdict in result.verdicts}
    codes = [finding.code for finding in result.findings if finding.location.name == "总分"]
    return by.get(Subject.TOTAL), by.get(Subject.TOTAL_BY_RULES), codes


THIRD = _row("3.33", "33.3333%", target="≥100%")

CASES: list[tuple[Any, tuple[ps.Indicator, ...], VerdictKind, VerdictKind, list[str]]] = [
    (20, (_row(10), _row(10)), VerdictKind.CONSISTENT, VerdictKind.CONSISTENT, []),
    ("20.00分", (_row(10), _row(10)), VerdictKind.CONSISTENT, VerdictKind.CONSISTENT, []),
    (19, (_row(10), _row(10)), VerdictKind.INCONSISTENT, VerdictKind.INCONSISTENT, ["T001"]),
    (19, (_row(10), _row(9)), VerdictKind.CONSISTENT, VerdictKind.INCONSISTENT, ["T003"]),
    ("13.33", (_row(10), THIRD), VerdictKind.CONSISTENT, VerdictKind.CONSISTENT, []),
    ("13.3", (_row(10), THIRD), VerdictKind.BY_CONVENTION, VerdictKind.BY_CONVENTION, ["T004"]),
    ("10", (THIRD, THIRD, THIRD), VerdictKind.BY_CONVENTION, VerdictKind.BY_CONVENTION, ["T004"]),
    ("10.00", (THIRD, THIRD, THIRD), VerdictKind.BY_CONVENTION, VerdictKind.BY_CONVENTION, ["T004"]),
    ("9.99", (THIRD, THIRD, THIRD), VerdictKind.CONSISTENT, VerdictKind.CONSISTENT, []),
    ("19.01", (THIRD, THIRD, THIRD, _row(9, "有效", target="有效")), VerdictKind.INCONSISTENT, VerdictKind.CONSISTENT, ["T001"]),
    (None, (_row(10),), VerdictKind.OPEN, VerdictKind.OPEN, ["R003"]),
    ("满分", (_row(10),), VerdictKind.OPEN, VerdictKind.OPEN, ["R001"]),
    (10, (_row(None),), VerdictKind.OPEN, VerdictKind.CONSISTENT, ["R003"]),
    (10, (_row(10, weight=None),), VerdictKind.CONSISTENT, VerdictKind.OPEN, []),
    (0, (), VerdictKind.OPEN, VerdictKind.OPEN, ["R003"]),
    ("6.66", (_row("6.66", "200人", target="≥300人"),), VerdictKind.CONSISTENT, VerdictKind.BY_CONVENTION, ["T004"]),
    (5, (_row(5, "约100人"),), VerdictKind.CONSISTENT, VerdictKind.CONSISTENT, []),
    (9, (_row(9, "有效", target="有效"),), VerdictKind.CONSISTENT, VerdictKind.CONSISTENT, []),
    (8, (_row(9, "有效", target="有效"),), VerdictKind.INCONSISTENT, VerdictKind.CONSISTENT, ["T001"]),
    (7, (_row(7, "有效", target="有效"),), VerdictKind.CONSISTENT, VerdictKind.INCONSISTENT, ["T003"]),
]  # fmt: skip


@pytest.mark.parametrize(("total", "rows", "by_lines", "by_rules", "codes"), CASES)
def test_totals(
    total: Any,
    rows: tuple[ps.Indicator, ...],
    by_lines: VerdictKind,
    by_rules: VerdictKind,
    codes: list[str],
) -> None:
    """A total is held against its lines and against the rules; a wrong sum is told once."""
    lines, rules, found = _total(total, *rows)
    assert lines is not None
    assert lines.kind is by_lines
    assert rules is None or rules.kind is by_rules
    assert found == codes


def test_gaps_of_totals() -> None:
    """Two distances: from the sum of the lines, and from the nearest of all ways of adding."""
    lines, _, _ = _total("19", _row(10), _row("9.50", "95人"))
    assert lines is not None
    assert (lines.off_by, lines.gap) == (Fraction("0.5"), Fraction("0.5"))
    lines, _, _ = _total("18.00", _row(10), _row("9.50", "95人"))
    assert lines is not None
    assert (lines.off_by, lines.gap) == (Fraction("1.5"), Fraction("1.5"))
    # 3 × 3.33 is 9.99, unrounded 10: 10.5 is 0.51 off, 0.5 at least.
    lines, _, _ = _total("10.50", THIRD, THIRD, THIRD)
    assert lines is not None
    assert (lines.off_by, lines.gap) == (Fraction("0.51"), Fraction("0.5"))
    assert lines.to_record()["nearest"] == "convention.sum-of-unrounded"


def test_the_reading_that_explains_a_total_is_named() -> None:
    """A total of unrounded scores, or one that is rounded once more, says which of the two it is."""
    for total, key in (("10.00", "sum-of-unrounded"), ("10", "total-places")):
        lines, _, _ = _total(total, THIRD, THIRD, THIRD)
        assert lines is not None
        assert lines.to_record()["convention"] == f"convention.{key}"


def test_sums_by_rounded_cells() -> None:
    """A total that needs values inside the printed cells holds by rounding."""
    row = _row("8.42", "80%", target="≥95.5%")
    _, rules, codes = _total("8.42", row)
    assert rules is not None
    assert rules.kind is VerdictKind.BY_ROUNDING
    assert not codes


def test_unreachable_totals_name_their_causes() -> None:
    """T003 names the lines that put the total out of reach."""
    table = ps.SelfAssessment(goals=[ps.Goal(children=[_row(10), _row(9)])], total=19)
    result = ps.verify(table, rules=RULES, select=["T003"])
    args = result.findings[0].message.to_record()["args"]
    assert isinstance(args, dict)
    assert args["causes"] == "数"
    assert args["admitted"] == "20"


def test_subtotals() -> None:
    """Subtotals of goals and levels are held against their own lines, in printed order."""
    level = ps.Level("产出", [_row(10), ps.Level("数量", [_row(5, "50人")], claimed="5")], claimed="14")
    goal = ps.Goal("目标", [level, _row(10)], claimed="25")
    table = ps.SelfAssessment(table_id="T", goals=[goal], total=25)
    result = ps.verify(table, rules=RULES, select=["T"])
    verdicts = [verdict for verdict in result.verdicts if verdict.subject is Subject.SUBTOTAL]
    assert [(verdict.claimed, verdict.kind) for verdict in verdicts] == [
        ("25", VerdictKind.CONSISTENT),
        ("14", VerdictKind.INCONSISTENT),
        ("5", VerdictKind.CONSISTENT),
    ]
    (finding,) = result.findings
    assert finding.text("zh") == "T002 错误 T · 目标 · 产出 · 得分：小计 14，各行得分合计 15，相差 1"
    unreadable = ps.Goal("目标", [_row(10)], claimed="甲")
    table = ps.SelfAssessment(goals=[unreadable])
    codes = [item.code for item in ps.verify(table, rules=RULES, select=["R001"]).findings]
    assert codes == ["R001"]
