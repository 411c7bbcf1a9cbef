"""Hostile tables of 34 lines: each kind makes a diagnosis search where there is most to search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

import perfscore as ps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LINES = 34
_FORTY = "1234567890" * 4
_TINY = "0." + "0" * 29 + "1"
_CELLS = (
    ("≥50人", "40人", "1.60"),
    ("45人", "41人", "1.82"),
    ("≥90%", "88.3%", "1.96"),
    ("≤100万元", "95.53万元", "2.00"),
    ("100件", "137件", "2.00"),
)
"""Target, actual value, and the score of a line of two points."""
_EXECUTION = {"weight": 34, "budget": "100.00", "executed": "100.00", "rate": "100%", "claimed": "34.00"}

Row = dict[str, Any]


def table(
    change: Callable[[int, Row], Row] = lambda _, row: row,
    *,
    levels: Sequence[str | int] = (22, 22, 22),
    total: str | None = "95.66",
    **execution: Any,
) -> ps.SelfAssessment:
    """Return a table of budget execution and 33 lines of two points each in three levels.

    Parameters
    ----------
    change
        What becomes of each row, given its number from 0.
    levels
        The weights that the three levels print.
    total
        The claimed total: 34 + 7 × (1.60 + 1.82 + 1.96) + 12 × 2.00 unless something else is wanted.
    execution
        Cells of budget execution that read otherwise.
    """
    rows = []
    for number in range(LINES - 1):
        target, actual, claimed = _CELLS[number % len(_CELLS)]
        row = {"name": f"指标{number}", "weight": 2, "target": target, "actual": actual, "claimed": claimed}
        rows.append(ps.Indicator(**change(number, row)))
    parts = [
        ps.Level(f"指标组{index}", rows[11 * index : 11 * index + 11], weight=weight)
        for index, weight in enumerate(levels)
    ]
    return ps.SelfAssessment(
        table_id="H",
        execution=ps.BudgetExecution(**{**_EXECUTION, **execution}),
        goals=[ps.Goal("目标", children=parts)],
        total=total,
    )


def _with(**cells: Any) -> Callable[[int, Row], Row]:
    """Change every row."""
    return lambda _, row: {**row, **cells}


def _at(numbers: Sequence[int], **cells: Any) -> Callable[[int, Row], Row]:
    """Change some rows."""
    return lambda number, row: {**row, **cells} if number in numbers else row


def _worded(number: int, row: Row) -> Row:
    return {**row, "target": "显著提升", "actual": "一定程度提升", "claimed": "1.9" if number % 2 else "0.3"}


def _tenfold(_: int, row: Row) -> Row:
    """A score whose point has moved, in every row: undone, the row holds."""
    whole, tenths, hundredths = row["claimed"].replace(".", "")
    return {**row, "claimed": f"{whole}{tenths}.{hundredths}"}


def _exchanged(number: int, row: Row) -> Row:
    """Rows that have the actual value of the row beside."""
    return {**row, "target": "100人", "actual": f"{60 + number}人", "claimed": f"{1.22 + number / 50:.2f}"}


def _subtotalled(plain: ps.SelfAssessment) -> ps.SelfAssessment:
    """The goal and each level print a subtotal that is off."""
    (goal,) = plain.goals
    levels = [attrs.evolve(part, claimed="9.99") for part in goal.children if isinstance(part, ps.Level)]
    return attrs.evolve(plain, goals=(attrs.evolve(goal, children=levels, claimed="8.88"),))


def _nested() -> ps.SelfAssessment:
    """Levels inside levels, each with a weight of its own that is off."""
    plain = table(_with(claimed="1.11"))
    part = ps.Level("最内", plain.indicators, weight=65)
    for depth in range(12):
        part = ps.Level(f"层{depth}", [part], weight=64 - depth)
    return attrs.evolve(plain, goals=(ps.Goal("目标", children=[part]),))


def kinds() -> dict[str, ps.SelfAssessment]:
    """Return the hostile tables by what they are."""
    three = (0, 11, 22)
    return {
        "wrong total": table(total="59.12"),
        "three wrong scores": table(_at(three, claimed="0.37")),
        "three wrong scores, no total": table(_at(three, claimed="0.37"), total=None),
        "four wrong scores and a total": table(_at((0, 8, 16, 24), claimed="0.37"), total="77.77"),
        "all scores wrong": table(_with(claimed="0.37")),
        "everything wrong": table(
            _with(claimed="0.37", weight=3), levels=(21, 20, 19), rate="17%", claimed="3.33", total="12.34"
        ),
        "all above their weights": table(_with(claimed="13812345678")),
        "one large score": table(_at([4], claimed="13812345678")),
        "19 digits": table(_at([4], claimed="1381234567813812345"), total="1381234567813812438.66"),
        "a large score and its total": table(_at([4], claimed="13812345678"), total="13812345771.66"),
        "40 digits": table(_with(claimed=_FORTY), total=_FORTY),
        "a total of 40 digits": table(total=_FORTY),
        "negative": table(_with(claimed="-1.60"), claimed="-34.00", total="-86.80"),
        "a score of 30 decimals": table(_at([4], claimed=_TINY)),
        "all of 30 decimals": table(_with(claimed=_TINY), total=_TINY),
        "huge weights": table(_with(weight=_FORTY), levels=(_FORTY, _FORTY, _FORTY)),
        "a huge weight and its score": table(_at([4], weight=_FORTY, claimed=_FORTY, actual="50件")),
        "weights of 30 decimals": table(_with(weight=_TINY)),
        "all weights off": table(_with(weight=3)),
        "a few weights off": table(_at(three, weight=3, claimed="0.37")),
        "unprinted weights": table(_at(three, claimed="0.37", weight=None)),
        "no line prints a weight": table(_with(weight=None)),
        "no line prints a weight, scores wrong": table(_with(weight=None, claimed="1.37")),
        "unprinted weights under huge ones": table(
            _with(weight=None, claimed="137123.45"), levels=(_FORTY, "999.99", "1000")
        ),
        "whole points and a wrong total": table(_with(claimed="1"), claimed="34", total="99"),
        "whole points, nothing claimed": table(_with(claimed="0"), claimed="34", total="34"),
        "wordings": table(_worded, total="55.5"),
        "wordings and a wrong total": table(
            _at(range(33), target="显著提升", actual="显著提升"), total="11.1"
        ),
        "cells of 20 digits": table(
            _with(
                target="≥12345678901234567890人",
                actual="9876543210987654321.1人",
                claimed="1.234567890123456789",
            )
        ),
        "levels in levels": _nested(),
        "little reached, weights off": table(
            _with(target="100人", actual="3人", claimed="0", weight=3), claimed="34", total="35"
        ),
        "all weights distinct": table(
            lambda number, row: {**row, "weight": f"{1 + number / 100:.2f}", "claimed": "0.37"}
        ),
        "every point moved": table(_tenfold),
        "every point moved, no total": table(_tenfold, total=None),
        "every point moved, with its total": table(_tenfold, total="650.60"),
        "every point moved, subtotals off": _subtotalled(table(_tenfold, total=None)),
        "every weight tenfold": table(_with(weight=20)),
        "every row exchanged": table(_exchanged),
        "execution of 20 digits": table(
            budget="12345678901234567890.12",
            executed="9876543210987654321.12",
            rate="12.345678901234567890%",
            claimed="1.2345678901234567890",
        ),
    }
