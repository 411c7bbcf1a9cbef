"""Reasons for which a line stays open, as data."""

from __future__ import annotations

from string import Formatter

import pytest

import perfscore as ps
from perfscore.findings import CATALOGUE
from perfscore.scoring import Obstacle, OpenReason

RULES = ps.load_rules("wuhan-2023")


@pytest.mark.parametrize("why", OpenReason)
def test_a_finding_is_told_what_its_sentence_names(why: OpenReason) -> None:
    """Each placeholder of the finding, in both languages, is among what the reason tells."""
    kind = CATALOGUE[why.code]
    for language in ("zh", "en"):
        named = {name for _, name, _, _ in Formatter().parse(kind.template(language)) if name}
        assert named <= set(why.tells)


@pytest.mark.parametrize("why", OpenReason)
def test_only_what_is_missing_is_named(why: OpenReason) -> None:
    """The finding that something is not printed says what; the others have no such word."""
    assert (why.missing is not None) == ("what" in why.tells)
    assert why.missing is None or why.obstacle is Obstacle.MISSING


@pytest.mark.parametrize(
    ("cells", "finding"),
    [
        ({"actual": "5人"}, "O005 the target is '—': none was set, and nothing can be held against it"),
        ({"target": "5人"}, "R003 the table does not print the actual value; this was not checked"),
        (
            {"target": "5人", "actual": "5次"},
            "F001 target '5人' and actual '5次' differ in their unit; the claimed 2 was not checked",
        ),
        (
            {"target": "5人", "actual": "良好"},
            "F002 target '5人' and actual '良好' are of different kinds; the rules cannot compare them, and the "
            "claimed 2 was not checked",
        ),
        (
            {"target": "5人", "actual": "共完成5人培训任务"},
            "F004 the target '5人' is a figure, the actual value '共完成5人培训任务' a sentence with figures in it; "
            "which of them was reached is not said, and the claimed 2 was not checked",
        ),
        (
            {"target": "2023年6月", "actual": "2023年7月"},
            "P001 target '2023年6月', actual '2023年7月': the date is later than the target's; the rules do not say "
            "how this is scored, and the claimed 2 was not checked",
        ),
    ],
)
def test_what_a_reader_is_told(cells: dict[str, str], finding: str) -> None:
    """Each obstacle leads to its finding, with the cells as they are printed."""
    row = ps.Indicator("数", weight=2, claimed=2, **cells)
    result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES, ignore=["W", "T"])
    told = [f"{item.code} {item.message.label('en')}" for item in result.findings if item.location.row]
    assert told == [finding]


def test_what_rests_on_cells_names_no_clause() -> None:
    """A missing cell rests on no clause; what the rules are silent on names the clause that is silent."""
    clauses = []
    for actual in (None, "约5人"):
        row = ps.Indicator("数", weight=2, claimed=2, target="5人", actual=actual)
        result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES)
        clauses += [item.clause for item in result.findings if item.location.row]
    assert clauses == ["", "wuhan-2023 §2"]
