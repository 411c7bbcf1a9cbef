"""Rows that the kernel leaves undecided: missing, odd or large ones, decided exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np

from perfscore.columns._inputs import NEGATIVE, UNKNOWN
from perfscore.columns._integers import ROOM, Rows, score_integers, score_row
from perfscore.columns._types import NO_SCORE, Bools, Codes, Ints, Printed, Scores, Status, refuse_rows

if TYPE_CHECKING:
    from perfscore.rules import RuleSet

_EXACT_IN_FLOAT = 2.0**53
"""Up to here each whole number is a float of its own."""


@attrs.frozen(eq=False)
class Task:
    """The columns of one call with its rules."""

    weight: Printed
    target: Printed
    actual: Printed
    direction: Codes
    rules: RuleSet
    some_unknown: bool
    has_floats: bool = attrs.field(init=False)

    @has_floats.default
    def _has_floats(self) -> bool:
        return any(column.is_float for column in self.columns.values())

    @property
    def columns(self) -> dict[str, Printed]:
        """The three columns of numbers by their names."""
        return {"weight": self.weight, "target": self.target, "actual": self.actual}


def is_missing(column: Printed, rows: Ints) -> Bools:
    """Return where nothing is printed."""
    missing = np.isnan(column.values[rows]) if column.is_float else np.zeros(len(rows), dtype=np.bool_)
    return missing if column.missing is None else missing | column.missing[rows]


def refuse_infinite(name: str, column: Printed) -> None:
    """Refuse a column that holds an infinity.

    Raises
    ------
    InputError
        If it does; the error names the first rows.
    """
    if column.is_float:
        refuse_rows(name, column.values, np.isinf(column.values), "a finite number")


def integers(column: Printed, rows: Ints, *, places: int) -> tuple[Ints, Bools]:
    """Return some rows in units of *places*, and where they are no such integers of 64 bits."""
    values = column.values[rows]
    if column.is_float:
        unit = 10.0**column.places
        with np.errstate(over="ignore"):
            whole = np.rint(values * unit)
        # A float stands for the decimal from which the division leads back to it.
        odd = ~((whole / unit == values) & (np.abs(whole) < _EXACT_IN_FLOAT))
        units = np.where(odd, 0.0, whole).astype(np.int64)
    else:
        units = values.astype(np.int64)
        odd = np.zeros(len(rows), dtype=np.bool_)
    factor = 10 ** (places - column.places)
    odd |= ~(np.abs(units.astype(np.float64)) < ROOM / factor)
    units[odd] = 0
    # A factor above that room leaves zeros only, and would not fit into 64 bits itself.
    return units * np.int64(min(factor, int(ROOM))), odd


def settle(task: Task, rows: Ints, out: Scores) -> None:
    """Decide *rows* exactly and write them to *out*.

    Raises
    ------
    InputError
        If one of them is infinite.
    """
    missing = task.direction[rows] == UNKNOWN
    for name, column in task.columns.items():
        if column.is_float and np.isinf(column.values[rows]).any():
            refuse_infinite(name, column)
        missing |= is_missing(column, rows)
    out.units[rows] = NO_SCORE
    out.status[rows] = Status.MISSING
    rows = rows[~missing]
    left = _by_integers(task, rows, out)
    for row in rows[left].tolist():
        weight, target, actual = (column.reading(row) for column in task.columns.values())
        if weight is None or target is None or actual is None:
            out.units[row], out.status[row] = NO_SCORE, Status.UNREADABLE
            continue
        negative = bool(task.direction[row] == NEGATIVE)
        out.units[row], out.status[row] = score_row(
            weight[0], target[0], actual[0], rules=task.rules, negative=negative
        )


def _by_integers(task: Task, rows: Ints, out: Scores) -> Bools:
    """Decide the rows that integers of 64 bits hold; return the others."""
    places = max(task.target.places, task.actual.places)
    weight, left = integers(task.weight, rows, places=task.weight.places)
    target, odd_target = integers(task.target, rows, places=places)
    actual, odd_actual = integers(task.actual, rows, places=places)
    left |= odd_target | odd_actual
    cells = Rows(weight, target, actual, task.direction[rows] == NEGATIVE)
    units, status, large = score_integers(cells, task.weight.places, task.rules)
    left |= large
    out.units[rows[~left]], out.status[rows[~left]] = units[~left], status[~left]
    return left
