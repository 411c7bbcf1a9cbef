"""What a reader should know of a table as a whole: its year, floats, rows that are cut off."""

from __future__ import annotations

import datetime

import attrs
import pytest

import perfscore as ps
from perfscore.findings import Column

WUHAN = ps.load_rules("wuhan-2023")


@pytest.mark.parametrize(
    ("year", "told"),
    [("2023", False), ("2022", True), ("2022年", True), ("2022年度", True), (None, False), ("上年", False)],
)
def test_years_outside_the_rules(year: str | None, told: bool) -> None:
    """A table of a year in which the rules were not in force is told of; an unclear year is not."""
    codes = [item.code for item in ps.verify(ps.SelfAssessment(year=year), rules=WUHAN).findings]
    assert ("P002" in codes) is told


def test_rules_that_have_ended() -> None:
    """The end of the rules counts too, and the finding names both dates."""
    ended = attrs.evolve(WUHAN, valid_to=datetime.date(2023, 12, 31))
    result = ps.verify(ps.SelfAssessment(year=2024), rules=ended, select=["P002"])
    assert "2023-01-01 – 2023-12-31" in result.findings[0].text()


def test_a_total_that_came_as_a_float() -> None:
    """The total is told of at its own place; one given as text is not."""
    told = ps.verify(ps.SelfAssessment(total=90.5), rules=WUHAN, select=["R002"]).findings
    assert [(item.location.column, dict(item.message.args)) for item in told] == [
        (Column.TOTAL, {"text": "90.5"})
    ]
    assert not ps.verify(ps.SelfAssessment(total="90.5"), rules=WUHAN, select=["R002"]).findings


@pytest.mark.parametrize("truncated", [True, False])
def test_a_table_that_is_cut_off(truncated: bool) -> None:
    """It is told how many rows there are, of a table that is cut off only."""
    row = ps.Indicator("数", weight=1, target="1人", actual="1人")
    table = ps.SelfAssessment(goals=[ps.Goal(children=[row])], truncated=truncated)
    told = ps.verify(table, rules=WUHAN, select=["R004"]).findings
    assert [dict(item.message.args) for item in told] == ([{"rows": 1}] if truncated else [])
