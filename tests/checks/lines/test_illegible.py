"""What cannot be read in the document is open, and nobody's fault."""

from __future__ import annotations

import pytest

import perfscore as ps
from perfscore.checks.lines._illegible import illegible
from perfscore.figures import parse_actual

RULES = ps.load_rules("wuhan-2023")


@pytest.mark.parametrize("text", ["4□人", "■", "9\ufffd%", "（无法辨认）", "字迹不清"])
def test_marks(text: str) -> None:
    """Each mark of a transcription for what cannot be read is known."""
    assert illegible(None, parse_actual("45人"), parse_actual(text)) == text
    assert illegible(None, parse_actual("45人")) is None


@pytest.mark.parametrize("cell", ["weight", "target", "actual", "claimed"])
def test_an_illegible_cell_leaves_its_line_open(cell: str) -> None:
    """Whichever cell it is, the line is told once and not judged."""
    cells = {"weight": "10", "target": "100人", "actual": "50人", "claimed": "10", cell: "1□"}
    table = ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator("数", **cells)])])
    result = ps.verify(table, rules=RULES)
    assert result.verdicts[0].kind is ps.VerdictKind.OPEN
    assert [item.code for item in result.findings if item.location.row == 1] == ["R005"]


def _cut(**changes: object) -> ps.Verification:
    rows = [ps.Indicator(name, weight=10, target="1人", actual="1人", claimed=10) for name in "甲乙"]
    levels = [ps.Level("产出指标", [rows[0]], weight=10), ps.Level("效益指标", [rows[1]], weight=30)]
    table = ps.SelfAssessment(
        execution=ps.BudgetExecution(weight=20, budget="1", executed="1", claimed=20),
        goals=[ps.Goal(children=levels, weight=80)],
        truncated=True,
        **changes,  # type: ignore[arg-type]  # a total of any kind
    )
    return ps.verify(table, rules=RULES)


@pytest.mark.parametrize("total", [None, "40", "100"])
def test_the_sums_of_a_table_that_is_cut_off_are_open(total: str | None) -> None:
    """The last level prints 30 and has 10 below it, the goal 80 and 20: the rest is on the next page."""
    result = _cut(total=total)
    assert result.is_consistent
    assert [item.code for item in result.findings] == ["R004"]
    assert {item.kind for item in result.verdicts if item.subject.slug == "total"} == {ps.VerdictKind.OPEN}


def test_an_unreadable_total_of_a_cut_table_is_told() -> None:
    """That the total is no number is said beside that the table is cut off."""
    assert sorted(item.code for item in _cut(total="约40").findings) == ["R001", "R004"]
