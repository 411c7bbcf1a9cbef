"""The kernel: scores of columns of numbers, to the printed digit those of the exact path.

Why floats decide exactly here. Where weight, target and actual value are whole numbers of printed
units, a score in units of its last place is a quotient n/d of whole numbers. If n/d is no tie
k + 1/2, it lies at least 1/(2d) beside it. The division and the addition of 1/2 are together off by
no more than 2⁻⁵³ (2n/d + 1), which is less than 1/(2d) where n and d are below 2⁵⁰; and a tie itself
is a number that a double holds, so both steps are exact there.

A column of floats has no such unit: each of them stands for the decimal that it prints, from which it
is off by a share of 2⁻⁵³. Three such numbers, brought to their units, and four steps are together off
by less than 2⁻⁴⁸ (n/d + 1), so only rows nearer than that to a tie are left undecided.

What is undecided, and what is not below these limits, is decided otherwise.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

import attrs
import numpy as np

from perfscore.columns._fallback import Task, settle
from perfscore.columns._fast import compiled
from perfscore.columns._inputs import UNKNOWN
from perfscore.columns._types import (
    LIMIT,
    NEAR,
    TINY,
    UNDECIDED,
    Bools,
    Codes,
    Floats,
    Printed,
    Scores,
    Status,
    blocks,
)
from perfscore.intervals import Rounding
from perfscore.rules import FORMULAS

if TYPE_CHECKING:
    from collections.abc import Callable

    from perfscore.rules import Formula, Piece, Quotient, RuleSet

Engine = Literal["numpy", "numba"]
ENGINES = get_args(Engine)
BLOCK = 1 << 17
"""Rows whose scratch memory stays in the cache, and that are worth the calls they take."""
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
    usual = (*map(_says, (rules.positive, rules.negative)), rules.rounding) == _USUAL
    loop = (_compiled_loop if engine == "numba" else _numpy_loop)(task, out)
    # With more places than the score, a weight is no whole number of its units, as the proof above wants.
    if usual and task.weight.places <= rules.score_places:
        return loop
    return partial(_settle_all, task, out)


def _says(formula: Formula) -> tuple[Quotient, tuple[Piece, ...]]:
    return formula.quotient, formula.pieces


_USUAL = (_says(FORMULAS["proportional"]), _says(FORMULAS["inverse"]), Rounding.HALF_UP)
"""What the loops compute, by what the formulas say: a variant may keep the id."""


def _settle_all(task: Task, out: Scores, part: slice) -> None:
    for rows in blocks(part, _FEWEST):
        settle(task, np.arange(rows.start, rows.stop), out)


def _limits(task: Task) -> tuple[float, float]:
    """Return the smallest number beside 0 that floats decide, and how near to a tie they do not."""
    return (TINY, NEAR) if task.has_floats else (1.0, 0.0)


def _factors(task: Task) -> tuple[float, float, float]:
    """Return what brings weights to units of the score, targets and actual values to one unit."""
    shift = task.rules.score_places
    weight, target, actual = (0 if column.is_float else column.places for column in task.columns.values())
    if task.has_floats:
        return 10.0 ** (shift - weight), 10.0**-target, 10.0**-actual
    places = max(target, actual)
    return float(10 ** max(shift - weight, 0)), float(10 ** (places - target)), float(10 ** (places - actual))


def _compiled_loop(task: Task, out: Scores) -> Callable[[slice], None]:
    columns = tuple(task.columns.values())
    factors = np.array(_factors(task))
    missing = [column.missing for column in columns if column.missing is not None]
    loop, limits = compiled(), _limits(task)

    def work(part: slice) -> None:
        units, status = out.units[part], out.status[part]
        # The compiler knows the machine's own order of bytes only.
        cells = tuple(
            column.values[part].astype(column.values.dtype.newbyteorder("="), copy=False)
            for column in columns
        )
        undecided = loop(cells, task.direction[part], factors, limits, units, status)
        for mask in missing:
            status[mask[part]] = UNDECIDED
        if undecided or missing:
            left = part.start + np.flatnonzero(status == UNDECIDED)
            for some in blocks(slice(0, len(left)), _FEWEST):
                settle(task, left[some], out)

    return work


def _numpy_loop(task: Task, out: Scores) -> Callable[[slice], None]:
    factors = _factors(task)

    def work(whole: slice) -> None:
        memory = np.empty((5, min(BLOCK, whole.stop - whole.start)))
        with np.errstate(all="ignore"):
            for rows in blocks(whole, BLOCK):
                block = _Block(*memory[:, : rows.stop - rows.start])
                undecided = block.score(task, rows, factors, out)
                if undecided is not None:
                    settle(task, rows.start + np.flatnonzero(undecided), out)

    return work


@attrs.frozen(eq=False)
class _Block:
    """Scratch memory for the rows of a block."""

    weight: Floats
    target: Floats
    actual: Floats
    low: Floats
    spare: Floats

    def score(
        self, task: Task, rows: slice, factors: tuple[float, float, float], out: Scores
    ) -> Bools | None:
        """Score a block in floats; return the rows that these do not decide, None if they decide all."""
        absent = self._load(task, rows, factors)
        np.minimum(self.target, self.actual, out=self.low)
        least, near = _limits(task)
        undecided = self._outside(absent, least)
        self._divide(task.direction[rows])
        if undecided is not None:
            # 0 of a thing one wants less of is 0/0 here and earns the weight; no other share is above 1.
            np.fmin(self.low, self.weight, out=self.low)
        np.add(self.low, _HALF, out=self.low)
        if near:
            undecided = self._near_a_tie(undecided, near)
        np.copyto(out.units[rows], self.low, casting="unsafe")
        out.status[rows] = Status.SCORED
        return undecided

    def _load(self, task: Task, rows: slice, factors: tuple[float, float, float]) -> Bools | None:
        """Load the rows in their units; return where one of the columns has nothing."""
        absent = None
        into = (self.weight, self.target, self.actual)
        for column, factor, buffer in zip(task.columns.values(), factors, into, strict=True):
            if factor == 1:
                np.copyto(buffer, column.values[rows])
            else:
                np.multiply(column.values[rows], factor, out=buffer)
            if column.missing is not None:
                missing = column.missing[rows]
                absent = missing if absent is None else absent | missing
        if task.some_unknown:
            unknown = task.direction[rows] == UNKNOWN
            absent = unknown if absent is None else absent | unknown
        return absent

    def _outside(self, absent: Bools | None, least: float) -> Bools | None:
        """Return the rows outside the limits; *least* is the smallest number beside 0 within them."""
        weight, target, actual, low = self.weight, self.target, self.actual, self.low
        high = max(np.maximum.reduce(target), np.maximum.reduce(actual))
        if (
            absent is None
            and np.minimum.reduce(low) >= least
            and np.minimum.reduce(weight) >= least
            # A weight below 1 must not hide that a cell alone is too large.
            and max(np.maximum.reduce(weight), 1.0) * high < LIMIT
        ):
            return None
        inside: Bools = (low >= least) | (low == 0)
        inside &= target >= least
        inside &= (weight >= least) | (weight == 0)
        most = np.maximum(target, actual, out=self.spare)
        inside &= most < LIMIT
        inside &= np.multiply(most, weight, out=most) < LIMIT
        return ~inside if absent is None else ~inside | absent

    def _divide(self, directions: Codes) -> None:
        """Leave weight × the smaller of target and actual value / the one that is the whole in ``low``."""
        # A direction that is not known takes either way here: its row is undecided already.
        negative = directions.view(np.bool_)
        whole = self.target
        if negative.all():
            whole = self.actual
        elif negative.any():
            # The one or the other by their bits, faster than any choice; the rest is left in place.
            bits, other, mask = (buffer.view(np.int64) for buffer in (whole, self.actual, self.spare))
            np.copyto(mask, np.negative(directions.view(np.int8)))
            np.bitwise_xor(bits, other, out=other)
            np.bitwise_and(other, mask, out=other)
            np.bitwise_xor(bits, other, out=bits)
        np.multiply(self.low, self.weight, out=self.low)
        np.divide(self.low, whole, out=self.low)

    def _near_a_tie(self, undecided: Bools | None, near: float) -> Bools | None:
        """Add the rows too near to a whole number, half a unit having been added."""
        # What is undecided may be infinite and would make every row a near one.
        decided = self.weight if undecided is None else self.weight[~undecided]
        margin = (np.maximum.reduce(decided, initial=0.0) + 1) * near
        np.floor(self.low, out=self.spare)
        above = np.subtract(self.low, self.spare, out=self.actual)
        if np.minimum.reduce(above) >= margin and np.maximum.reduce(above) <= 1 - margin:
            return undecided
        beside: Bools = (above < margin) | (above > 1 - margin)
        return beside if undecided is None else beside | undecided
