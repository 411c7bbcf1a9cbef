"""Sums, totals and means over the rows of each table, exact whatever their order and size."""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from perfscore.columns._fallback import integers, is_missing, refuse_infinite
from perfscore.columns._inputs import as_printed
from perfscore.columns._integers import ROOM, rounded_quotient
from perfscore.columns._types import (
    LEAST_PLACES,
    MOST_PLACES,
    Codes,
    Ints,
    Printed,
    Scores,
    Status,
    blocks,
    check_column,
    check_lengths,
    refuse_rows,
    whole_number,
)
from perfscore.errors import InputError
from perfscore.intervals import Rounding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

_BLOCK = 1 << 16
_MANY = 1 << 31
_FITTING = "places with which 64 bits hold each mean"


class Agreement(enum.IntEnum):
    """How a claimed total stands to the sum of its rows."""

    EQUAL = 0
    """It is the sum."""
    DIFFERS = 1
    """It is another number."""
    OPEN = 2
    """A row has no score, or nothing is claimed."""


@attrs.frozen(eq=False)
class Sums:
    """The sum of each table.

    Parameters
    ----------
    ids
        The tables, sorted.
    units
        The sums in units of the last place: int64, or Python's integers where 64 bits do not hold them.
    rows
        How many rows each table has.
    left_out
        How many of these have no score and are not in the sum.
    places
        The decimals of the sums.
    """

    ids: NDArray[Any]
    units: NDArray[Any]
    rows: Ints
    left_out: Ints
    places: int


@attrs.frozen(eq=False)
class Totals:
    """Claimed totals against the sums of the rows.

    Parameters
    ----------
    ids
        The tables, sorted.
    agreement
        For each an :class:`Agreement`.
    difference
        Claimed less sum, exact, in units of *places*; 0 where it is open.
    places
        The decimals of the differences.
    """

    ids: NDArray[Any]
    agreement: Codes
    difference: NDArray[Any]
    places: int


@attrs.frozen(eq=False)
class Means:
    """The mean of each table, weighted by money.

    Parameters
    ----------
    ids
        The tables, sorted.
    top, bottom
        The mean as a quotient, in units of *places*; a bottom of 0 where there is none.
    left_out
        How many rows lack the value or the money and are not in the mean.
    places
        The decimals of the values.
    """

    ids: NDArray[Any]
    top: NDArray[Any]
    bottom: NDArray[Any]
    left_out: Ints
    places: int

    def exact(self, position: int) -> Fraction | None:
        """Return a mean as a rational; None where the table has no money.

        Examples
        --------
        >>> one = np.array([1])
        >>> Means(one, np.array([5]), np.array([3]), one, 1).exact(0)
        Fraction(1, 6)
        """
        bottom = Fraction(self.bottom.item(position))
        if not bottom:
            return None
        return Fraction(self.top.item(position)) / bottom / Fraction(10) ** self.places

    def to_printed(self, places: int, mode: Rounding = Rounding.HALF_UP) -> Printed:
        """Return the means rounded to *places*; those that are undefined are missing.

        Raises
        ------
        InputError
            If 64 bits do not hold a mean of so many places.

        Examples
        --------
        >>> one = np.array([1])
        >>> Means(one, np.array([5]), np.array([2]), one, 0).to_printed(0).values
        array([3])
        """
        none = self.bottom == 0
        places = whole_number("places", places)
        if not LEAST_PLACES <= places <= MOST_PLACES:
            raise InputError("places", places, _FITTING)
        # Python's integers: there is one mean for a table, and its parts may fill 64 bits.
        top, bottom = self.top.astype(object), np.where(none, 1, self.bottom.astype(object))
        up, down = 10 ** max(places - self.places, 0), 10 ** max(self.places - places, 0)
        units = rounded_quotient(abs(top) * up, bottom * down, mode) * np.where(top < 0, -1, 1)
        units = _narrowed(np.where(none, 0, units))
        if units.dtype == object:
            raise InputError("places", places, _FITTING)
        return Printed(units, places, missing=none)


class _Tables:
    """The rows of each table: a number for each row, block by block."""

    def __init__(self, ids: Any) -> None:
        ids = _as_ids(ids)
        if ids.dtype.kind not in "iuUO":
            raise InputError("ids", str(ids.dtype), "whole numbers or text")
        if ids.dtype.kind == "O":
            refuse_rows(
                "ids",
                ids,
                np.array([not isinstance(item, (str, int)) for item in ids], dtype=np.bool_),
                "text",
            )
        self.row_ids = ids
        self._numbers: NDArray[Any] | None = None
        try:
            if bool(np.all(ids[1:] >= ids[:-1])):
                self.ids = ids[np.flatnonzero(np.append(True, ids[1:] != ids[:-1])[: len(ids)])]
            else:
                self.ids, self._numbers = _numbered(ids)
        except TypeError as error:
            raise InputError("ids", "text and numbers", "one kind of them") from error

    def numbers(self) -> Iterator[tuple[slice, NDArray[np.intp]]]:
        """Yield each block with the numbers of its tables."""
        last = 0
        for part in blocks(slice(0, len(self.row_ids)), _BLOCK):
            if self._numbers is not None:
                yield part, self._numbers[part].astype(np.intp, copy=False)
                continue
            here = self.row_ids[max(part.start - 1, 0) : part.stop]
            steps = np.cumsum(here[1:] != here[:-1])
            numbers = last + (steps if part.start else np.append(0, steps))
            last = int(numbers[-1])
            yield part, numbers

    def rows(self) -> Ints:
        """Return how many rows each table has."""
        return self.total(lambda part: np.ones(part.stop - part.start, dtype=np.int64))

    def total(self, values: Callable[[slice], NDArray[Any]], *, exact: bool = False) -> NDArray[Any]:
        """Add up what *values* gives for each block; *exact* adds Python's numbers, whatever their size."""
        sums = np.zeros(len(self.ids), dtype=object if exact else np.int64)
        for part, numbers in self.numbers():
            given = values(part)
            np.add.at(sums, numbers, given.astype(object) if exact else given)
        return sums


def _numbered(ids: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the different ids, sorted, and the position of each row's among them."""
    if ids.dtype.kind == "O":  # a search would compare Python's objects once more for each row
        return np.unique(ids, return_inverse=True)
    different = np.unique(ids)
    # NumPy's own inverse takes memory for several columns at once.
    numbers = np.empty(len(ids), dtype=np.int32 if len(different) < _MANY else np.intp)
    for part in blocks(slice(0, len(ids)), _BLOCK):
        numbers[part] = np.searchsorted(different, ids[part])
    return different, numbers


def _as_ids(ids: Any) -> NDArray[Any]:
    """Return ids as an array; NumPy alone would make text of numbers and drop a mask."""
    try:
        array = np.asarray(ids)
    except ValueError as error:
        raise InputError("ids", ids, "an array of one dimension") from error
    check_column("ids", array)
    if isinstance(ids, np.ma.MaskedArray):
        refuse_rows("ids", ids, np.ma.getmaskarray(ids), "an id in each row")
    if array.dtype.kind == "U" and not isinstance(ids, np.ndarray):
        cells = [item.as_py() if hasattr(item, "as_py") else item for item in ids]
        if not all(isinstance(cell, str) for cell in cells):
            raise InputError("ids", "text and numbers", "one kind of them")
        if any(cell.endswith("\0") for cell in cells):  # of text of one width NumPy drops the end
            array = np.array([*cells, None], dtype=object)[:-1]
    return array if len(array) else array.astype(np.int64)


def group_sums(ids: Any, scores: Scores) -> Sums:
    """Add the scores of each table.

    Parameters
    ----------
    ids
        For each row the table that it belongs to, whole numbers or text, in any order.
    scores
        The scores of the rows.

    Returns
    -------
    Sums
        The sums, with the number of rows that have no score.

    Raises
    ------
    InputError
        If the ids are something else, or of another length.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> from perfscore.columns import score_columns
    >>> cells = np.array([2, 4, 3]), np.array([45, 700, 0]), np.array([41, 696, 1])
    >>> scores = score_columns(*cells, "positive", rules=load("wuhan-2023"))
    >>> sums = group_sums(["a", "a", "b"], scores)
    >>> sums.ids.tolist(), sums.units.tolist(), sums.left_out.tolist()
    (['a', 'b'], [580, 0], [0, 1])
    """
    if not isinstance(scores, Scores):
        raise InputError("scores", scores, "scores, from score_columns")
    tables = _Tables(ids)
    size = check_lengths({"ids": tables.row_ids, "scores": scores})

    def units(part: slice) -> NDArray[Any]:
        return np.where(scores.status[part] == Status.SCORED, scores.units[part], 0)

    def unscored(part: slice) -> NDArray[Any]:
        status: NDArray[Any] = scores.status[part] != Status.SCORED
        return status

    parts = blocks(slice(0, size), _BLOCK)
    largest = max((float(np.abs(units(part).astype(np.float64)).max()) for part in parts), default=0.0)
    large = largest * size >= ROOM
    return Sums(
        ids=tables.ids,
        units=_narrowed(tables.total(units, exact=True)) if large else tables.total(units),
        rows=tables.rows(),
        left_out=tables.total(unscored),
        places=scores.places,
    )


def _narrowed(total: NDArray[Any]) -> NDArray[Any]:
    """Return Python's integers as int64 if each fits."""
    limits = np.iinfo(np.int64)
    fits = (
        all(limits.min <= value <= limits.max for value in total.tolist()) if total.dtype == object else False
    )
    return total.astype(np.int64) if fits else total


def compare_totals(sums: Sums, claimed: Any) -> Totals:
    """Hold the total that each table claims against the sum of its rows, to the last unit.

    A table with a row that has no score is left open: what such a row may earn is for
    :func:`perfscore.checks.verify`.

    Parameters
    ----------
    sums
        The sums, from :func:`group_sums`.
    claimed
        A column of the claimed totals, one for each of ``sums.ids``.

    Returns
    -------
    Totals
        For each table whether the claim is the sum, and by how much it is not.

    Raises
    ------
    InputError
        If *claimed* is no column of numbers, or of another length.

    Examples
    --------
    >>> zero, one = np.array([0]), np.array([1])
    >>> sums = Sums(np.array(["a"]), np.array([9969]), one, zero, 2)
    >>> totals = compare_totals(sums, Printed(np.array([997]), places=1))
    >>> Agreement(totals.agreement[0]).name, totals.difference.tolist()
    ('DIFFERS', [1])
    """
    if not isinstance(sums, Sums):
        raise InputError("sums", sums, "sums, from group_sums")
    column = as_printed("claimed", claimed)
    rows = np.arange(check_lengths({"sums": sums.ids, "claimed": column}))
    refuse_infinite("claimed", column)
    readings = [column.reading(row) for row in rows.tolist()]
    places = max([sums.places, *(reading[1] for reading in readings if reading)])
    unit = Fraction(10) ** places
    difference = np.zeros(len(rows), dtype=object)
    agreement = np.full(len(rows), Agreement.OPEN, dtype=np.int8)
    for row, reading in enumerate(readings):
        if reading is None or sums.left_out[row]:
            continue
        difference[row] = int(reading[0] * unit) - int(sums.units[row]) * 10 ** (places - sums.places)
        agreement[row] = Agreement.DIFFERS if difference[row] else Agreement.EQUAL
    return Totals(ids=sums.ids, agreement=agreement, difference=_narrowed(difference), places=places)


def weighted_means(ids: Any, values: Any, money: Any) -> Means:
    """Average the values of each table, weighted by money (clause 2 of ``wuhan-2023``: relative values).

    Parameters
    ----------
    ids
        For each row the table that it belongs to, whole numbers or text, in any order.
    values, money
        Columns of numbers; a row that lacks one of them is left out and counted.

    Returns
    -------
    Means
        The means as exact quotients.

    Raises
    ------
    InputError
        If a column is of another type or length, or money is negative or infinite.

    Examples
    --------
    >>> rates = Printed(np.array([995, 900]), places=1)
    >>> means = weighted_means([7, 7], rates, np.array([300, 100]))
    >>> means.exact(0), means.to_printed(2).values
    (Fraction(777, 8), array([9713]))
    """
    tables = _Tables(ids)
    columns = {"values": as_printed("values", values), "money": as_printed("money", money)}
    check_lengths({"ids": tables.row_ids, **columns})
    for name, column in columns.items():
        refuse_infinite(name, column)
    one, other = columns.values()
    negative = other.values < 0
    if other.missing is not None:
        negative &= ~other.missing
    refuse_rows("money", other.values, negative, "money that is not negative")

    def left_out(part: slice) -> NDArray[Any]:
        rows = np.arange(part.start, part.stop)
        return is_missing(one, rows) | is_missing(other, rows)

    exact = _is_large(one, other, int(tables.rows().max(initial=0)))

    def bottom(part: slice) -> NDArray[Any]:
        return np.where(left_out(part), 0, _cells(other, part, exact=exact))

    def top(part: slice) -> NDArray[Any]:
        products: NDArray[Any] = bottom(part) * _cells(one, part, exact=exact)
        return products

    return Means(
        ids=tables.ids,
        top=tables.total(top, exact=exact),
        bottom=tables.total(bottom, exact=exact),
        left_out=tables.total(left_out),
        places=one.places,
    )


def _is_large(values: Printed, money: Printed, most_rows: int) -> bool:
    """Whether a table's sum could leave 64 bits, or a float is no decimal of its column's places."""
    largest = [1.0, 1.0]
    for part in blocks(slice(0, len(values)), _BLOCK):
        for at, column in enumerate((values, money)):
            rows = np.arange(part.start, part.stop)
            units, odd = integers(column, rows, places=column.places)
            if (odd & ~is_missing(column, rows)).any():
                return True
            largest[at] = max(largest[at], float(np.abs(units.astype(np.float64)).max()))
    return largest[0] * largest[1] * most_rows >= ROOM


def _cells(column: Printed, part: slice, *, exact: bool) -> NDArray[Any]:
    """Return a block in units of the column's places: int64, or rationals; 0 where nothing is printed."""
    if not exact:
        return integers(column, np.arange(part.start, part.stop), places=column.places)[0]
    units, odd = integers(column, np.arange(part.start, part.stop), places=column.places)
    if not (odd & ~is_missing(column, np.arange(part.start, part.stop))).any():
        return units.astype(object)
    unit = Fraction(10) ** column.places
    readings = [column.reading(row) for row in range(part.start, part.stop)]
    return np.array([*(Fraction(0) if item is None else item[0] * unit for item in readings), None])[:-1]
