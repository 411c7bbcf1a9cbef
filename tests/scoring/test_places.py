"""How a table writes its scores."""

from __future__ import annotations

import pytest

import perfscore as ps
from perfscore.scoring import printed_places


@pytest.mark.parametrize(
    ("execution", "rows", "places"),
    [
        (None, [], 0),
        (None, ["2", "3"], 0),
        (None, ["2", "4.5"], 1),
        ("19.91", ["2"], 2),
        ("甲", ["2", None], 0),
    ],
)
def test_printed_places(execution: str | None, rows: list[str | None], places: int) -> None:
    """The most decimals of any claimed line score, execution included; unreadable cells have none."""
    part = None if execution is None else ps.BudgetExecution(claimed=execution)
    goals = [ps.Goal(children=[ps.Indicator("a", claimed=claimed) for claimed in rows])]
    assert printed_places(ps.SelfAssessment(execution=part, goals=goals)) == places
