"""Line scores: what a line is, and its record."""

from __future__ import annotations

from typing import Any

import perfscore as ps

RULES = ps.load_rules("wuhan-2023")


def test_budget_execution_is_no_indicator() -> None:
    """A line knows whether it is budget execution; another line has its indicator."""
    row = ps.Indicator("失业率", weight=3, target="4.5%", actual="9%")
    execution = ps.BudgetExecution(weight=20, budget="100", executed="42")
    card = ps.score(ps.SelfAssessment(execution=execution, goals=[ps.Goal(children=[row])]), rules=RULES)
    assert [(line.is_execution, line.indicator) for line in card.all_lines()] == [(True, None), (False, row)]
    assert [line.cells for line in card.all_lines()] == [("100", "42"), ("4.5%", "9%")]


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
