"""Target tables: targets of three years, money, goals of two horizons."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps
from perfscore.errors import InputError
from perfscore.terms import Horizon


def test_cells() -> None:
    """Each year's value is read as a target; an empty cell is not printed."""
    item = ps.TargetIndicator(
        "结案率", year_before_last="70%", last_year="≥70%", target="85%", basis="历史数据"
    )
    assert [cell.text for cell in (item.year_before_last, item.last_year, item.target) if cell] == [
        "70%",
        "≥70%",
        "85%",
    ]
    assert ps.TargetIndicator("结案率", last_year="").last_year is None
    same = ps.TargetIndicator("结案率", target=item.target)
    assert same.target is item.target


@pytest.mark.parametrize("label", ["长期", "长期绩效目标", "long-term", Horizon.LONG_TERM])
def test_horizons(label: Any) -> None:
    """A horizon is given by its label in either language."""
    assert ps.TargetGoal("目标", horizon=label).horizon is Horizon.LONG_TERM


def test_names_and_repr() -> None:
    """It is called by its id, else by title or project; the repr counts goals and rows."""
    goal = ps.TargetGoal("目标", [ps.TargetIndicator("甲"), ps.TargetIndicator("乙")])
    assert repr(ps.TargetTable(project="补助", goals=[goal])) == (
        "<TargetTable 补助: 1 goal, 2 indicators, budget not printed>"
    )
    assert ps.TargetTable(title="甲", project="乙").name == "甲"
    assert ps.TargetTable().name == "table"


@pytest.mark.parametrize(
    ("make", "place"),
    [
        (lambda: ps.TargetGoal("目标", horizon="永远"), "horizon"),
        (lambda: ps.TargetGoal("目标", ["甲"]), "indicators"),  # type: ignore[list-item]  # refused
        (lambda: ps.TargetIndicator("甲", last_year=[]), "last_year"),  # type: ignore[arg-type]  # refused
        (lambda: ps.SpendingItem("甲", amount={}), "amount"),  # type: ignore[arg-type]  # refused
        (lambda: ps.TargetTable(spending=["甲"]), "spending"),  # type: ignore[list-item]  # refused
    ],
)
def test_wrong_types_are_refused(make: Any, place: str) -> None:
    """The error names the field."""
    with pytest.raises(InputError, match=place):
        make()
