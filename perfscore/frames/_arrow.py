"""Columns of cells as Arrow data, whatever they come as, and read part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from numbers import Integral
from typing import Any

import attrs
import numpy as np

from perfscore._extras import arrow
from perfscore.columns import Printed
from perfscore.columns._fallback import is_missing
from perfscore.columns._inputs import is_nothing
from perfscore.columns._types import Bools, blocks, refuse_rows
from perfscore.errors import InputError
from perfscore.figures import parse_actual

BATCH = 1 << 17
"""Rows that are read at once."""


def as_arrow(name: str, values: Any, *, start: int = 0) -> Any:
    """Return a column, or its part from the row *start*, as Arrow data; cells of several kinds become text.

    Raises
    ------
    InputError
        If one of its values is none that a cell can hold; the error names the first rows.
    """
    pa = arrow()
    if isinstance(values, (pa.Array, pa.ChunkedArray)):
        return values
    values = _cells_of(name, values)
    array = _of_one_kind(values)
    if array is not None:
        return array
    texts = [_text(value) for value in values]
    column = np.empty(len(values), dtype=object)
    column[:] = values
    bad = np.array([isinstance(text, InputError) for text in texts], dtype=np.bool_)
    refuse_rows(name, column, bad, "text or a finite number", start=start)
    return Mixed(
        pa.array(texts, type=pa.string()),
        np.array([isinstance(value, float) for value in values], dtype=np.bool_),
    )


def _of_one_kind(values: list[Any]) -> Any:
    """Return cells of one kind as an Arrow array, None where they are of several."""
    pa = arrow()
    try:
        array = pa.array(values, from_pandas=True)
    except (ValueError, TypeError, ArithmeticError, pa.ArrowException):
        return None
    # Arrow makes a float of a count beside floats, which would lose that it is exact.
    is_mixed = pa.types.is_floating(array.type) and any(isinstance(value, Integral) for value in values)
    return None if is_mixed else array


@attrs.frozen(eq=False)
class Mixed:
    """Cells of several kinds: all of them as text, and which came as floats, whose precision is assumed."""

    texts: Any
    floats: Bools

    def __len__(self) -> int:
        return len(self.texts)

    def slice(self, start: int, length: int) -> Mixed:
        """Return some of the cells."""
        return Mixed(self.texts.slice(start, length), self.floats[start : start + length])

    def __getitem__(self, row: int) -> Any:
        text = self.texts[row]
        return arrow().scalar(float(text.as_py())) if self.floats[row] and text.is_valid else text


def one_array(column: Any) -> Any:
    """Return Arrow data as one array, which is a copy only where it is in several parts."""
    if not isinstance(column, arrow().ChunkedArray):
        return column
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _cells_of(name: str, values: Any) -> list[Any]:
    """Return the cells of a column one by one; None where one is masked or missing."""
    if isinstance(values, Printed):
        if values.is_float:
            floats = np.where(is_missing(values, np.arange(len(values))), np.nan, values.values)
            return list(floats.tolist())
        cells = [values.reading(row) for row in range(len(values))]
        return [None if cell is None else cell[0] for cell in cells]
    unordered = isinstance(values, (str, bytes, Mapping, AbstractSet)) or not isinstance(values, Iterable)
    if unordered or getattr(values, "ndim", 1) != 1:
        raise InputError(name, values, "a column of cells")
    return values.tolist() if isinstance(values, np.ma.MaskedArray) else list(values)


def _text(value: Any) -> str | InputError | None:
    if is_nothing(value):
        return None
    try:
        return parse_actual(value).text
    except InputError as error:
        return error


@attrs.frozen(eq=False)
class Source:
    """The columns of a table, each by its role; a part of one is made Arrow data when it is asked for."""

    size: int
    columns: Mapping[str, Callable[[slice], Any]]

    def batches(self, *roles: str) -> Iterator[tuple[slice, dict[str, Any]]]:
        """Yield the rows part by part, so that what is held beside them stays small."""
        for part in blocks(slice(0, self.size), BATCH):
            yield part, {role: one_array(self.columns[role](part)) for role in roles or self.columns}


def part_of_arrow(column: Any, part: slice) -> Any:
    """Return some rows of a column of Arrow data or of mixed cells."""
    return column.slice(part.start, part.stop - part.start)
