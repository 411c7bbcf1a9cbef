"""The table on which the tests of diagnosis stand: three honest lines and budget execution, 100 points in all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

import perfscore as ps
from perfscore.checks.diagnosis._board import Board
from perfscore.checks.table import judged_table

if TYPE_CHECKING:
    from perfscore.rules import RuleSet

RULES = ps.load_rules("wuhan-2023")
EXECUTION = ps.BudgetExecution(weight=20, budget="100.00", executed="95.30", rate="95.3%", claimed="19.06")
ROWS: tuple[dict[str, Any], ...] = (
    {"name": "甲", "weight": 20, "target": "≥50人", "actual": "40人", "claimed": "16.00"},
    {"name": "乙", "weight": 30, "target": "45人", "actual": "41人", "claimed": "27.33"},
    {"name": "丙", "weight": 30, "target": "≥90%", "actual": "88.3%", "claimed": "29.43"},
)
"""20 × 40/50 = 16, 30 × 41/45 = 27.33, 30 × 88.3/90 = 29.43."""


def table(
    *rows: dict[str, Any],
    level: str | None = "80",
    subtotal: str | None = None,
    total: str | None = "91.82",
    execution: ps.BudgetExecution | None = EXECUTION,
) -> ps.SelfAssessment:
    """Return the table with the cells of its rows changed: 19.06 + 16 + 27.33 + 29.43 = 91.82."""
    changed = (*rows, *({} for _ in ROWS[len(rows) :]))
    items = [ps.Indicator(**{**row, **cells}) for row, cells in zip(ROWS, changed, strict=True)]
    part = ps.Level("产出指标", items, weight=level, claimed=subtotal)
    goals = [ps.Goal("目标", children=[part])]
    return ps.SelfAssessment(table_id="T", execution=execution, goals=goals, total=total)


def board(*rows: dict[str, Any], rules: RuleSet = RULES, **parts: Any) -> Board:
    """Return the board of that table; *truncated* and the parts of :func:`table` may be given."""
    truncated = parts.pop("truncated", False)
    printed = attrs.evolve(table(*rows, **parts), truncated=truncated)
    return Board.of(judged_table(printed, rules))
