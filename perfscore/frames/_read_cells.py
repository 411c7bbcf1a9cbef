"""Printed cells of a whole column: what they say is what :mod:`perfscore.figures` reads, row by row.

Each distinct text is read once. Most are a number with a sign before it and a unit behind it; of
these the number is read for all at once, and what sign and unit mean is asked of the reader of
single cells, with a plain number in the place of the number. That is the same question: between
sign and unit, a number written in digits matters by its value only, but for years.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from perfscore._extras import arrow, compute
from perfscore.figures import ActualKind, Figure, TargetKind
from perfscore.frames._columns import CELLS
from perfscore.scoring import points

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from perfscore.columns._types import Bools, Codes, Ints

PLAIN, ABSENT, ODD = 0, 1, 2
"""What a cell is: one plain figure, not printed, or something else."""
AT_LEAST, AT_MOST, NO_SIGN = 0, 1, -1
"""What the sign of a target says of the direction, in the numbers of directions."""

# Twelve digits and six decimals leave room in 64 bits; longer ones are read one by one.
_NUMBER = (
    r"^(?P<sign>[≥≤><=]?)(?P<whole>[0-9]{1,12})(?:\.(?P<rest>[0-9]{1,6}))?"
    r"(?P<unit>[^0-9.,\s，．０-９年][^0-9.,\s，．０-９]{0,40})?$"
)
# A count is exact only where no decimals are printed, so both kinds of number are asked for.
_PROBES = ("7", "7.5")
_MOST_UNITS = 10**18


@attrs.frozen(eq=False)
class ReadCells:
    """What some cells say.

    Parameters
    ----------
    state
        ``PLAIN``, ``ABSENT`` or ``ODD``; only plain cells have the rest.
    units, places
        The figure in units of its last place, and its decimals in units of *base*.
    sign
        The direction that the sign gives.
    base, bare, sized
        A number for what is counted, whether no unit is printed at all, and whether the unit is more or
        less than one of what is counted, as 万人 and % are.
    exact
        Whether the figure stands for itself alone.
    """

    state: Codes
    units: Ints
    places: Ints
    sign: Codes
    base: Ints
    bare: Bools
    sized: Bools
    exact: Bools

    @classmethod
    def absent(cls, size: int) -> ReadCells:
        """Return cells in which nothing is printed, to be filled."""
        return cls(
            state=np.full(size, ABSENT, dtype=np.int8),
            units=np.zeros(size, dtype=np.int64),
            places=np.zeros(size, dtype=np.int64),
            sign=np.full(size, NO_SIGN, dtype=np.int8),
            base=np.zeros(size, dtype=np.int64),
            bare=np.ones(size, dtype=np.bool_),
            sized=np.zeros(size, dtype=np.bool_),
            exact=np.ones(size, dtype=np.bool_),
        )

    def take(self, rows: NDArray[Any]) -> ReadCells:
        """Return the cells at *rows*."""
        return ReadCells(**{field.name: getattr(self, field.name)[rows] for field in attrs.fields(ReadCells)})

    def put(self, at: Any, figure: PlainFigure | None) -> None:
        """Write what one reading says to the cells at *at*; None is no plain figure."""
        self.state[at] = ODD if figure is None else PLAIN
        if figure is not None:
            # The decimals of the digits stand there already; a unit such as 万 takes four off.
            self.places[at] += figure.places
            self.sign[at], self.base[at] = figure.sign, figure.base
            self.bare[at], self.sized[at], self.exact[at] = figure.bare, figure.sized, figure.exact


@attrs.frozen
class PlainFigure:
    """One plain figure without its digits: *places* are those that its unit adds."""

    value: Fraction
    places: int
    sign: int
    base: int
    bare: bool
    sized: bool
    exact: bool


class Reader:
    """Reads columns of one kind, and keeps the bases that it has met."""

    def __init__(self, column: str, bases: dict[str, int]) -> None:
        self._read_cell = CELLS[column]
        self._bases = bases
        self._known: dict[tuple[str, str, bool], PlainFigure | None] = {}

    def read(self, texts: Any) -> ReadCells:
        """Read an Arrow array of distinct texts."""
        cells = ReadCells.absent(len(texts))
        pc = compute()
        parts = pc.extract_regex(texts, _NUMBER)
        found = np.asarray(parts.is_valid())
        rows = np.flatnonzero(found)
        if len(rows):
            self._read_plain(parts.filter(arrow().array(found)), rows, cells)
        for row in np.flatnonzero(~found).tolist():
            self._read_one(texts[row].as_py(), row, cells)
        return cells

    def _read_plain(self, parts: Any, rows: Ints, cells: ReadCells) -> None:
        pc, pa = compute(), arrow()
        sign, whole, rest, unit = (parts.field(name) for name in range(4))
        digits = pc.binary_join_element_wise(whole, rest, "")
        cells.units[rows] = np.asarray(digits.cast(pa.int64()))
        decimals = np.asarray(pc.utf8_length(rest)).astype(np.int64)
        cells.places[rows] = decimals
        around = pc.binary_join_element_wise(sign, unit, "\n").dictionary_encode()
        numbers = np.asarray(around.indices)
        for number, text in enumerate(around.dictionary.to_pylist()):
            before, _, behind = text.partition("\n")
            for broken in (False, True):
                chosen = rows[(numbers == number) & ((decimals > 0) == broken)]
                if len(chosen):
                    cells.put(chosen, self._around(before, behind, broken=broken))

    def _around(self, sign: str, unit: str, *, broken: bool) -> PlainFigure | None:
        key = sign, unit, broken
        if key not in self._known:
            probe = _PROBES[broken]
            figure = self._figure(f"{sign}{probe}{unit}")
            places = -1 if figure is None else figure.places - broken
            value = None if figure is None else figure.value * Fraction(10) ** places
            # Read as another number, it is no figure between sign and unit: what stands around takes part.
            self._known[key] = (
                attrs.evolve(figure, places=places) if figure and value == Fraction(probe) else None
            )
        return self._known[key]

    def _read_one(self, text: str | None, row: int, cells: ReadCells) -> None:
        if not text:
            return  # an empty cell is not printed
        figure = self._figure(text)
        units = None if figure is None else figure.value * Fraction(10) ** figure.places
        if units is not None and abs(units) >= _MOST_UNITS:
            figure = None
        cells.put(row, figure)
        cells.units[row] = 0 if figure is None or units is None else int(units)

    def _figure(self, text: str) -> PlainFigure | None:
        """Read one cell; None if it is no single figure."""
        cell = self._read_cell(text)
        quantity = cell.quantity
        if isinstance(cell, Figure):
            value = points(cell)
            if value is None or quantity is None:
                return None
            return PlainFigure(value, quantity.places, NO_SIGN, 0, bare=True, sized=False, exact=True)
        if quantity is None or cell.kind not in _SIGNS:
            return None
        return PlainFigure(
            value=quantity.value,
            places=quantity.places - _power(quantity.unit.scale),
            sign=_SIGNS[cell.kind],
            base=self._bases.setdefault(quantity.unit.base, len(self._bases)),
            bare=not quantity.unit.text,
            sized=quantity.unit.scale != 1,
            exact=quantity.possible.is_point,
        )


_SIGNS: dict[TargetKind | ActualKind, int] = {
    TargetKind.AT_LEAST: AT_LEAST,
    TargetKind.AT_MOST: AT_MOST,
    TargetKind.EXACTLY: NO_SIGN,
    ActualKind.QUANTITY: NO_SIGN,
}


def _power(scale: Fraction) -> int:
    """Return the power of ten that a unit's scale is."""
    return len(str(scale.numerator)) - len(str(scale.denominator))
