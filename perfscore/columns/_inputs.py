"""What callers give as a column, and the columns that the kernel takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from perfscore.columns._types import Codes, Printed, check_column, refuse_rows
from perfscore.errors import InputError
from perfscore.terms import Direction

POSITIVE, NEGATIVE, UNKNOWN = 0, 1, -1
"""The directions as small integers; a row of unknown direction is marked as missing."""

FLOAT_PLACES = 2
"""Decimals tried first for floats that come without places; it decides nothing but speed."""

_EXPECTED = "0 or positive, 1 or negative, -1 where it is not known"


def is_nothing(value: Any) -> bool:
    """Whether *value* is how data frames write nothing: None, NaN, NaT, NA.

    Examples
    --------
    >>> is_nothing(None), is_nothing(float("nan")), is_nothing(0)
    (True, True, False)
    """
    if value is None or value is np.ma.masked:
        return True
    try:
        return bool(value != value)  # noqa: PLR0124  # NaN
    except (TypeError, ValueError):  # an NA is neither true nor false, nor is an array
        return type(value).__name__ == "NAType"
    except ArithmeticError:  # a Decimal's signalling NaN
        return True


def as_printed(name: str, column: Any) -> Printed:
    """Take a column of numbers.

    Integers without places are whole numbers; rows that a masked array masks are missing.

    Raises
    ------
    InputError
        If it is none; the error names the column.

    Examples
    --------
    >>> as_printed("weight", np.array([20, 2])).places
    0
    """
    if isinstance(column, Printed):
        return column
    if not isinstance(column, np.ndarray) or column.dtype.kind not in "iuf":
        found = str(column.dtype) if isinstance(column, np.ndarray) else column
        hint = "score_cells, score_frame and verify_frame of perfscore.frames read printed cells"
        raise InputError(name, found, "an array of numbers", hint)
    check_column(name, column)
    try:
        return Printed(column, FLOAT_PLACES if column.dtype.kind == "f" else 0)
    except InputError as error:
        raise InputError(name, error.found, error.expected, error.hint) from error


def as_directions(direction: Any, rows: int, *, start: int = 0) -> Codes:
    """Take the directions: a column, or its part from the row *start*, or one for all rows.

    Raises
    ------
    InputError
        If one of them is unknown; the error names the first rows.

    Examples
    --------
    >>> as_directions(["正向", "negative", None], 3).tolist()
    [0, 1, -1]
    """
    if isinstance(direction, (str, Direction, int)):
        return np.broadcast_to(_codes([direction], 0)[0], (rows,))
    if not isinstance(direction, np.ndarray):
        if not isinstance(direction, Iterable):
            raise InputError("direction", direction, _EXPECTED)
        # Arrow's arrays yield scalars of their own.
        cells = direction.to_pylist() if hasattr(direction, "to_pylist") else list(direction)
        direction = np.array(cells, dtype=object)
    check_column("direction", direction)
    if isinstance(direction, np.ma.MaskedArray):
        masked, values = np.ma.getmaskarray(direction), direction.data
        nothing = np.array(UNKNOWN if values.dtype.kind in "biu" else None)  # 64 bits: no uint8 has a -1
        direction = np.where(masked, nothing, values)
    if direction.dtype == np.bool_:
        direction = direction.view(np.int8)
    if direction.dtype.kind not in "iu":
        return _codes(direction, start)
    if not UNKNOWN <= int(direction.min(initial=0)) <= int(direction.max(initial=0)) <= NEGATIVE:
        refuse_rows("direction", direction, (direction < UNKNOWN) | (direction > NEGATIVE), _EXPECTED)
    codes: Codes = direction.astype(np.int8, copy=False)
    return codes


def _codes(values: Any, start: int) -> Codes:
    """Read directions one by one; each distinct one is read once."""
    known: dict[object, int | None] = {}
    codes = np.empty(len(values), dtype=np.int8)
    bad = np.zeros(len(values), dtype=np.bool_)
    for row, value in enumerate(values):
        try:
            code = known[value]
        except TypeError:
            code = None
        except KeyError:
            code = known[value] = _code(value)
        codes[row] = UNKNOWN if code is None else code
        bad[row] = code is None
    column = np.empty(len(values), dtype=object)
    column[:] = values
    refuse_rows("direction", column, bad, _EXPECTED, start=start)
    return codes


def _code(value: object) -> int | None:
    """Return the code of one direction; None if it is no direction."""
    if is_nothing(value) or (isinstance(value, str) and not value.strip()):
        return UNKNOWN
    if isinstance(value, (int, float, np.integer)):  # pandas makes floats of a column with gaps
        return int(value) if value in {POSITIVE, NEGATIVE, UNKNOWN} else None
    term = Direction.from_label(value) if isinstance(value, str) else value
    return {Direction.POSITIVE: POSITIVE, Direction.NEGATIVE: NEGATIVE}.get(term)  # type: ignore[call-overload,no-any-return]
