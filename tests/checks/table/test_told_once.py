"""One cause is told once."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.checks.table._told_once import merged
from perfscore.findings import Location, Message, finding

RULES = ps.load_rules("wuhan-2023")


def test_lines_that_follow_one_convention() -> None:
    """Two lines that are cut off instead of rounded are one finding, one that is rounded first another."""
    rows = [
        # 10 × 2/3 = 6.666…, cut off 6.66; 10 × 5/9 = 5.555…, cut off 5.55.
        ps.Indicator("甲", weight=10, target="3人", actual="2人", claimed="6.66"),
        ps.Indicator("乙", weight=10, target="9人", actual="5人", claimed="5.55"),
        # 30 × round(1/3, 2) = 9.9.
        ps.Indicator("丙", weight=30, target="3人", actual="1人", claimed="9.90"),
    ]
    result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=rows)]), rules=RULES, select=["Q"])
    assert [
        (item.code, item.location.row, [place.row for place in item.also]) for item in result.findings
    ] == [
        ("Q004", 1, [2]),
        ("Q004", 3, []),
    ]


def test_what_is_missing_is_told_by_kind() -> None:
    """All lines without a score are one finding; the table's own missing total is another."""
    rows = [ps.Indicator(name, weight=10, target="3人", actual="2人") for name in "甲乙丙"]
    result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=rows)]), rules=RULES, select=["R003"])
    assert [(item.location.row, len(item.also)) for item in result.findings] == [(1, 2), (None, 0)]


def test_other_findings_are_not_merged() -> None:
    """Two wrong lines are two findings, even with the same words."""
    found = [finding(Location(table="T", row=row), Message.of("Q003", claimed="-1")) for row in (1, 2)]
    assert merged(found) == tuple(found)


SWAPPED = ps.BudgetExecution(weight=20, budget="36.83", executed="37.48", rate="98.27%", claimed=20)


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        # 36.83/37.48 is 98.266 %: told as one, with the score that follows.
        ({}, ["B006"]),
        ({"claimed": None}, ["B006", "R003"]),
        ({"rate": "97.27%"}, ["B002", "B004"]),
        ({"rate": "101.76%"}, ["B004"]),
        ({"budget": "37.48", "executed": "36.83", "claimed": "19.65"}, []),
        # Both readings give 100 %: nothing is contradicted.
        ({"budget": "37", "executed": "37", "rate": "100%"}, []),
    ],
)
def test_swapped_amounts(changes: dict[str, Any], codes: list[str]) -> None:
    """Only if the rate contradicts the amounts and fits them the other way round are they called swapped."""
    table = ps.SelfAssessment(execution=attrs.evolve(SWAPPED, **changes))
    result = ps.verify(table, rules=RULES, ignore=["W", "T"])
    assert [item.code for item in result.findings if item.location.name == "预算执行"] == codes


def test_the_score_of_swapped_amounts() -> None:
    """20 × 36.83/37.48 is 19.65; of a weight that cannot be used there is no score."""
    first, *_rest = ps.verify(ps.SelfAssessment(table_id="T", execution=SWAPPED), rules=RULES).findings
    assert first.location == Location(table="T", name="预算执行")
    args = dict(first.message.args)
    assert (args["computed"], args["claimed"]) == ("19.65", "20")
    odd = ps.verify(
        ps.SelfAssessment(execution=attrs.evolve(SWAPPED, weight="二十", claimed=None)), rules=RULES
    )
    (told,) = [item for item in odd.findings if item.code == "B006"]
    assert dict(told.message.args)["computed"] == "—"
