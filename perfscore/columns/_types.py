"""What goes in and what comes out: printed decimals as scaled integers, statuses, scores."""

from __future__ import annotations

import enum
from fractions import Fraction
from math import isnan
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
from numpy.typing import NDArray

from perfscore.errors import InputError
from perfscore.figures import parse_target

if TYPE_CHECKING:
    from collections.abc import Iterator

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Codes = NDArray[np.int8]

NO_SCORE = np.iinfo(np.int64).min
"""What stands in :attr:`Scores.units` where there is no score: no sum that holds it looks right."""

LEAST_PLACES, MOST_PLACES = -15, 18
_SHOWN_ROWS = 5
_EXACT_IN_FLOAT = 2**53
LIMIT = 2.0**50
"""Below it the kernel decides in floats; see ``_kernel`` for the reason."""
TINY = 2.0**-40
"""A float below it is no figure of a table, as far as the kernel is concerned."""
NEAR = 2.0**-48
"""How near to a tie, as a share of the score, floats do not decide."""
UNDECIDED = 127
"""The status of a row that the kernel leaves to the exact path."""


class Status(enum.IntEnum):
    """What became of a row."""

    SCORED = 0
    """It has a score."""
    MISSING = 1
    """Weight, target, actual value or direction is not there."""
    OPEN = 2
    """The rules are silent, as of a zero target of a thing one wants more of, or of a negative figure."""
    WEIGHT = 3
    """The weight is negative, or no number of points."""
    UNREADABLE = 4
    """A cell is no figure that can be scored."""
    JUDGEMENT = 5
    """Of a qualitative line the assessor decides within a band."""
    TOO_LARGE = 6
    """It has a score, and one that 64 bits do not hold."""


def whole_number(name: str, number: Any) -> int:
    """Return a whole number as Python's, which no power of ten overflows.

    Raises
    ------
    InputError
        If it is none.

    Examples
    --------
    >>> whole_number("places", np.int8(2))
    2
    """
    if isinstance(number, bool) or not isinstance(number, (int, np.integer)):
        raise InputError(name, number, "a whole number")
    return int(number)


def _places(places: Any) -> int:
    return whole_number("places", places)


@attrs.frozen(eq=False)
class Printed:
    """A column of printed decimals.

    Parameters
    ----------
    values
        Integers in units of the last place, or float64 numbers each of which is the nearest to a
        decimal. A float that needs more than *places* decimals is still taken for what it prints.
    places
        The decimals printed; a negative number counts tens: -4 for 万.
    missing
        True where nothing is printed; for floats NaN says the same, and so does a masked array.

    Raises
    ------
    InputError
        If *values* is no column of numbers, or *missing* does not fit it.

    Examples
    --------
    >>> import numpy as np
    >>> column = Printed(np.array([9950, 10000]), places=2)
    >>> column.reading(0), column.is_float
    ((Fraction(199, 2), 2), False)
    """

    values: NDArray[Any]
    places: int = attrs.field(default=0, converter=_places)
    missing: Bools | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        check_column("values", self.values)
        kind = self.values.dtype
        if not (kind == np.float64 or (kind.kind in "iu" and kind != np.uint64)):
            raise InputError("values", str(kind), "integers of up to 64 bits, or float64")
        least = 0 if self.is_float else LEAST_PLACES
        if not least <= self.places <= MOST_PLACES:
            raise InputError("places", self.places, f"a number from {least} to {MOST_PLACES}")
        if self.missing is not None:
            check_column("missing", self.missing)
            unfit = self.missing.dtype != np.bool_ or isinstance(self.missing, np.ma.MaskedArray)
            if unfit or len(self.missing) != len(self.values):
                raise InputError("missing", str(self.missing.dtype), f"{len(self.values)} truth values")
        if isinstance(self.values, np.ma.MaskedArray):
            mask = np.ma.getmaskarray(self.values)
            object.__setattr__(self, "missing", mask if self.missing is None else mask | self.missing)
            object.__setattr__(self, "values", self.values.data)

    def __len__(self) -> int:
        return len(self.values)

    @property
    def is_float(self) -> bool:
        """Whether the column holds floats."""
        return self.values.dtype.kind == "f"

    def reading(self, row: int) -> tuple[Fraction, int] | None:
        """Return the value that *row* prints, and its decimals.

        None where nothing is printed, and for a float of more digits than a table prints.

        Examples
        --------
        >>> import numpy as np
        >>> column = Printed(np.array([0.1, np.nan, 1e300]))
        >>> column.reading(0), column.reading(1), column.reading(2)
        ((Fraction(1, 10), 1), None, None)
        """
        if self.missing is not None and self.missing[row]:
            return None
        if not self.is_float:
            return int(self.values[row]) / Fraction(10) ** self.places, self.places
        value = float(self.values[row])
        quantity = None if isnan(value) else parse_target(value).quantity
        return None if quantity is None else (quantity.value, quantity.places)


@attrs.frozen(eq=False, repr=False)
class Scores:
    """A score for every row, in units of the last printed place.

    Parameters
    ----------
    units
        The scores: 1985 for 19.85; :data:`NO_SCORE` where there is none.
    status
        For each row a :class:`Status`.
    places
        The decimals of the scores.

    Raises
    ------
    InputError
        If these are no columns of int64 and int8 of one length, or *places* is no number of decimals.

    Examples
    --------
    >>> import numpy as np
    >>> scores = Scores(np.array([1985]), np.array([0], dtype=np.int8), 2)
    >>> scores.to_float(), scores.scored
    (array([19.85]), array([ True]))
    """

    units: Ints
    status: Codes
    places: int = attrs.field(converter=_places)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.places <= MOST_PLACES:
            raise InputError("places", self.places, f"a number from 0 to {MOST_PLACES}")
        for name, column, dtype in (("units", self.units, np.int64), ("status", self.status, np.int8)):
            check_column(name, column)
            if column.dtype != dtype:
                raise InputError(name, str(column.dtype), np.dtype(dtype).name)
        check_lengths({"units": self.units, "status": self.status})

    @classmethod
    def empty(cls, rows: int, *, places: int = 2) -> Scores:
        """Return scores to be filled, for ``out=``; until then each row is missing.

        Raises
        ------
        InputError
            If *rows* is no number of rows that memory holds.

        Examples
        --------
        >>> Scores.empty(3)
        <Scores: 3 rows: 3 MISSING>
        """
        try:
            units = np.empty(whole_number("rows", rows), dtype=np.int64)
            status = np.full(len(units), Status.MISSING, dtype=np.int8)
        except (ValueError, OverflowError, MemoryError) as error:
            if isinstance(error, InputError):
                raise
            raise InputError("rows", rows, "a number of rows that memory holds") from error
        return cls(units, status, places)

    def __len__(self) -> int:
        return len(self.units)

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {status.name}" for status, count in self.counts().items())
        return f"<Scores: {len(self)} rows{f': {counts}' if counts else ''}>"

    @property
    def scored(self) -> Bools:
        """True where there is a score."""
        scored: Bools = self.status == Status.SCORED
        return scored

    def counts(self) -> dict[Status, int]:
        """Return how many rows have each status that occurs.

        Examples
        --------
        >>> import numpy as np
        >>> Scores(np.array([NO_SCORE]), np.array([1], dtype=np.int8), 2).counts()
        {<Status.MISSING: 1>: 1}
        """
        found = {status: int(np.count_nonzero(self.status == status)) for status in Status}
        return {status: count for status, count in found.items() if count}

    def to_float(self) -> Floats:
        """Return the scores as floats, each the nearest to what is printed; NaN where there is none.

        Examples
        --------
        >>> import numpy as np
        >>> Scores(np.array([NO_SCORE]), np.array([2], dtype=np.int8), 2).to_float()
        array([nan])
        """
        unit = 10**self.places
        floats = self.units / np.float64(unit)
        # Past 2^53 the integer itself would be rounded first; Python's division rounds once.
        for row in np.flatnonzero(np.abs(self.units) > _EXACT_IN_FLOAT):
            floats[row] = int(self.units[row]) / unit
        floats[~self.scored] = np.nan
        return floats


def check_column(name: str, column: Any) -> None:
    """Refuse what is not one column.

    Raises
    ------
    InputError
        If *column* is no array of one dimension.
    """
    if not isinstance(column, np.ndarray) or column.ndim != 1:
        found = f"an array of {column.ndim} dimensions" if isinstance(column, np.ndarray) else column
        raise InputError(name, found, "an array of one dimension")


def check_lengths(columns: dict[str, Any]) -> int:
    """Return the length of the columns, which must be the same for all.

    Raises
    ------
    InputError
        If it is not; the error names each column's length.
    """
    lengths = {name: len(column) for name, column in columns.items()}
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise InputError("columns", shown, "columns of one length")
    return next(iter(lengths.values()))


def refuse_rows(name: str, column: NDArray[Any], bad: Bools, expected: str, *, start: int = 0) -> None:
    """Refuse a column, or its part from the row *start*, if any row is bad; the error names the first.

    Raises
    ------
    InputError
        If *bad* holds anywhere.
    """
    rows = np.flatnonzero(bad)
    if len(rows):
        shown = ", ".join(map(str, (start + rows[:_SHOWN_ROWS]).tolist()))
        more = f" and {len(rows) - _SHOWN_ROWS} more" if len(rows) > _SHOWN_ROWS else ""
        first = column[rows[0]]
        found = first.item() if isinstance(first, np.generic) else first
        raise InputError(f"{name}[{start + rows[0]}]", found, expected, f"rows {shown}{more}")


def blocks(rows: slice, size: int) -> Iterator[slice]:
    """Yield the parts of *rows*, none of them longer than *size*."""
    for start in range(rows.start, rows.stop, size):
        yield slice(start, min(start + size, rows.stop))
