"""Small tables for the tests of aggregation."""

from __future__ import annotations

from typing import Any

import perfscore as ps

WUHAN = ps.load_rules("wuhan-2023")


def row(target: Any, actual: Any, *, name: str = "指标", weight: Any = 80, **cells: Any) -> ps.Indicator:
    """Return a row of 80 points."""
    return ps.Indicator(name, weight=weight, target=target, actual=actual, **cells)


def table(
    name: str, *rows: ps.Indicator | ps.Level, money: Any = "100.00", spent: Any = "same"
) -> ps.SelfAssessment:
    """Return a table of these rows with a budget that was spent, or no budget execution at all."""
    execution = None
    if money is not None:
        executed = money if spent == "same" else spent
        execution = ps.BudgetExecution(weight=20, budget=money, executed=executed)
    return ps.SelfAssessment(table_id=name, execution=execution, goals=[ps.Goal(children=rows)])
