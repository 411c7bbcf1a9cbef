"""The kernel: scores of columns of numbers, to the printed digit those of the exact path.

Why floats decide exactly here: weight, target and actual value are whole numbers of printed units,
so a score in units of its last place is a quotient n/d of whole numbers. If n/d is no tie k + 1/2,
it lies at least 1/(2d) beside it. The division and the addition of 1/2 are together off by no more
than 2⁻⁵³ (2n/d + 1), which is less than 1/(2d) where n and d are below 2⁵⁰; and a tie itself is a
number that a double holds, so both steps are exact there. What is not below is decided otherwise.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Literal

import numpy as np

from perfscore.columns._fast import compiled
from perfscore.columns._inputs import UNKNOWN
from perfscore.columns._settle import Task, settle
from perfscore.columns._types import (
    LIMIT,
    UNDECIDED,
    Bools,
    Codes,
    Floats,
    Ints,
    Printed,
    Scores,
    Status,
    blocks,
)
from perfscore.errors import InputError
from perfscore.intervals import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable

    from perfscore.rules import RuleSet

Engine = Literal["numpy", "numba"]
BLOCK = 1 << 16
"""Rows whose scratch memory stays in the cache of one core."""
_HALF = np.float64(0.5)
_FEWEST = 1 << 17
"""Rows that are worth a thread of their own."""


def score_numbers(
    columns: dict[str, Printed], codes: Codes, rules: RuleSet, out: Scores, *, engine: Engine, threads: int
) -> None:
    """Score columns of numbers into *out*, which has their length."""
    rows = len(out)
    some_unknown = bool(rows and codes.min() == UNKNOWN)
    task = Task(**columns, direction=codes, rules=rules, some_unknown=some_unknown)
    work = _worker(task, out, engine)
    if threads == 1 or rows < 2 * _FEWEST:
        work(slice(0, rows))
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, blocks(slice(0, rows), max(_FEWEST, -(-rows // threads)))))


def _worker(task: Task, out: Scores, engine: Engine) -> Callable[[slice], None]:
    """Return what scores a part of the rows."""
    rules = task.rules
    usual = (rules.positive.id, rules.negative.id, rules.rounding) == (
        "proportional",
        "inverse",
        Rounding.HALF_UP,
    )
    if engine == "numba":
        loop = _compiled_loop(task, out)
    elif engine == "numpy":
        loop = _numpy_loop(task, out)
    else:
        raise InputError("engine", engine, "numpy or numba")
    if usual and task.weight.places <= rules.score_places:
        return loop
    return lambda part: _settle_in_blocks(task, np.arange(part.start, part.stop), out)


def _settle_in_blocks(task: Task, rows: Ints, out: Scores) -> None:
    for part in blocks(slice(0, len(rows)), _FEWEST):
        settle(task, rows[part], out)


def _factors(task: Task) -> tuple[float, float, float]:
    """Return what brings weights to units of the score, targets and actual values to one unit."""
    places = max(task.target.places, task.actual.places)
    return (
        float(10 ** max(task.rules.score_places - task.weight.places, 0)),
        float(10 ** (places - task.target.places)),
        float(10 ** (places - task.actual.places)),
    )


def _compiled_loop(task: Task, out: Scores) -> Callable[[slice], None]:
    columns = tuple(task.columns.values())
    factors = np.array(_factors(task))
    missing = [column.missing for column in columns if column.missing is not None]
    printed = np.array([10.0**column.places if column.is_float else 1.0 for column in columns])
    floats = any(column.is_float for column in columns)
    loop = compiled("loop_over_numbers" if floats else "loop_over_integers")

    def work(part: slice) -> None:
        units, status = out.units[part], out.status[part]
        cells = tuple(column.values[part] for column in columns)
        more = (printed,) if floats else ()
        undecided = loop(cells, task.direction[part], factors, *more, units, status)
        for mask in missing:
            status[mask[part]] = UNDECIDED
        if undecided or missing:
            _settle_in_blocks(task, part.start + np.flatnonzero(status == UNDECIDED), out)

    return work


def _numpy_loop(task: Task, out: Scores) -> Callable[[slice], None]:
    factors = _factors(task)

    def work(whole: slice) -> None:
        memory = np.empty((4, BLOCK))
        with np.errstate(all="ignore"):
            for rows in blocks(whole, BLOCK):
                scratch = [buffer[: rows.stop - rows.start] for buffer in memory]
                undecided = _score_block(task, rows, factors, scratch, out)
                if undecided is not None:
                    settle(task, rows.start + np.flatnonzero(undecided), out)

    return work


def _load(column: Printed, rows: slice, factor: float, into: Floats, spare: Floats) -> Bools | None:
    """Load a block as whole numbers of the common unit; return where there are none."""
    values = column.values[rows]
    odd: Bools | None = None
    if column.is_float:
        unit = 10.0**column.places
        np.multiply(values, unit, out=into)
        np.rint(into, out=into)
        # A float stands for a decimal of these places only if it is the nearest double to it.
        np.divide(into, unit, out=spare)
        unlike = spare != values
        odd = unlike if unlike.any() else None
    else:
        np.copyto(into, values)
    if factor != 1:
        np.multiply(into, factor, out=into)
    if column.missing is not None:
        missing = column.missing[rows]
        odd = missing if odd is None else odd | missing
    return odd


def _score_block(
    task: Task, rows: slice, factors: tuple[float, float, float], scratch: list[Floats], out: Scores
) -> Bools | None:
    """Score a block in floats; return the rows that these do not decide, None if they decide all."""
    weight, target, actual, low = scratch
    odd = None
    for column, factor, into in zip(task.columns.values(), factors, (weight, target, actual), strict=True):
        where = _load(column, rows, factor, into, low)
        if where is not None:
            odd = where if odd is None else odd | where
    direction = task.direction[rows]
    if task.some_unknown:
        odd = direction == UNKNOWN if odd is None else odd | (direction == UNKNOWN)
    # Met is a target that the actual value does not miss; of two equal ones it does not matter.
    met = target > actual
    np.equal(met, direction.view(np.bool_), out=met)
    np.minimum(target, actual, out=low)
    high = np.maximum(target, actual, out=actual)
    least = np.minimum.reduce(low)
    undecided = None
    if not (
        odd is None
        and (least > 0 or (least == 0 and np.minimum.reduce(target) > 0))
        and np.minimum.reduce(weight) >= 0
        and max(np.maximum.reduce(weight), 1.0) * np.maximum.reduce(high) < LIMIT
    ):
        undecided = ~((weight >= 0) & (target > 0) & (low >= 0) & (np.maximum(weight, 1.0) * high < LIMIT))
        if odd is not None:
            undecided |= odd
    # A target that is met earns the weight; else the share is the smaller by the larger, either way.
    np.multiply(low, weight, out=low)
    np.divide(low, high, out=low)
    np.add(low, _HALF, out=low)
    # No share is above 1, so where the weight is earned it is the larger, and a half does not matter.
    earned = np.multiply(weight, met, out=weight)
    np.maximum(low, earned, out=low)
    np.copyto(out.units[rows], low, casting="unsafe")
    out.status[rows] = Status.SCORED
    return undecided
