"""Columns of printed cells, scored: plain figures by the kernel, anything else by the exact path.

What is not a plain figure (a range, a date, a wording, several values) is scored by
:mod:`perfscore.scoring` once for each distinct pair of target and actual value.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import attrs
import numpy as np

from perfscore._extras import arrow, compute
from perfscore.columns import NEGATIVE, NO_SCORE, POSITIVE, UNKNOWN, Printed, Scores, Status
from perfscore.columns._inputs import as_directions
from perfscore.columns._integers import ROOM, in_units
from perfscore.columns._kernel import score_numbers
from perfscore.columns._score import checked_out
from perfscore.columns._types import Bools, Codes, Ints, check_lengths, refuse_rows
from perfscore.errors import InputError
from perfscore.figures import Role, parse_figure
from perfscore.frames._arrow import Mixed, Source, as_arrow, part_of_arrow
from perfscore.frames._columns import CELLS, SCORED_CELLS, indicator_of
from perfscore.frames._read_cells import ABSENT, NO_SIGN, ODD, PLAIN, ReadCells, Reader
from perfscore.rules import check_rules
from perfscore.scoring import ByBand, LeftOpen, Obstacle, Worth, basis_of, points

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.rules import RuleSet
    from perfscore.scoring import Basis

_FLOAT_PLACES = 6
"""Decimals up to which floats are read all at once; others are read one by one."""
KEPT = 1 << 13
"""Readings that are kept: pairs of cells that are all different are not worth the memory."""


@attrs.frozen(eq=False)
class Lines:
    """The cells of a batch as they were read.

    Parameters
    ----------
    weight, target, actual
        The cells.
    directions
        The directions, each of them decided.
    plain, same
        Where all three are plain figures, and where target and actual value are of one unit.
    """

    weight: ReadCells
    target: ReadCells
    actual: ReadCells
    directions: Codes
    plain: Bools
    same: Bools


def score_cells(
    weight: Any,
    target: Any,
    actual: Any,
    direction: Any = None,
    *,
    rules: RuleSet,
    out: Scores | None = None,
) -> Scores:
    """Score columns of printed cells.

    Parameters
    ----------
    weight, target, actual
        Columns of cells: arrays or lists of strings, Decimals or numbers, Arrow arrays.
    direction
        The directions, as for :func:`perfscore.columns.score_columns`; None where there are none. The
        sign of a target goes before it.
    rules
        The rule set, from :func:`perfscore.rules.load`.
    out
        Scores to be filled, from :meth:`perfscore.columns.Scores.empty`, instead of new ones.

    Returns
    -------
    Scores
        The scores in units of the last printed place, with a status for every row.

    Raises
    ------
    InputError
        If a column is of another type or length, or holds an infinity or an unknown direction.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> score_cells(["2", "4"], ["≥45人", "≥22万人"], ["41人", "29.26万人"], rules=load("wuhan-2023")).units
    array([182, 400])
    """
    check_rules(rules)
    columns = {
        name: as_arrow(name, column)
        for name, column in (("weight", weight), ("target", target), ("actual", actual))
    }
    rows = check_lengths(columns)
    if direction is not None:
        direction = as_directions(direction, rows)
        check_lengths({**columns, "direction": direction})
    out = checked_out(out, rows, rules)
    source = Source(rows, {name: partial(part_of_arrow, array) for name, array in columns.items()})
    reader = CellReader(rules)
    for part, cells in source.batches():
        own = None if direction is None else direction[part]
        found = reader.score(cells, own, None, start=part.start)
        out.units[part], out.status[part] = found.units, found.status
    return out


class CellReader:
    """Reads the three columns of cells, batch after batch, and scores them."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        bases = {"": 0}
        self._readers = {name: Reader(name, bases) for name in CELLS}
        self._points: dict[object, Fraction | None] = {}
        self._shares: dict[tuple[object, ...], tuple[Fraction | None, Status]] = {}

    def score(self, columns: dict[str, Any], direction: Any, names: Any, *, start: int = 0) -> Scores:
        """Score one batch.

        Parameters
        ----------
        columns
            Weight, target and actual value as Arrow arrays.
        direction
            The directions, as for :func:`score_columns`; None where the table has none.
        names
            The indicators' names as an Arrow array, None where the table has none.
        start
            The row of the table with which the batch begins.
        """
        lines = self.read(columns, direction, names, start=start)
        weight, target, actual = lines.weight, lines.target, lines.actual
        scores, decided = self._by_kernel(lines)
        for at, status in (
            (lines.plain & ~lines.same & (weight.units >= 0), Status.OPEN),
            (lines.plain & ~lines.same & (weight.units < 0), Status.WEIGHT),
            ((target.state == ABSENT) | (actual.state == ABSENT), Status.MISSING),
            (weight.state == ABSENT, Status.MISSING),
        ):
            scores.status[at], scores.units[at] = status, NO_SCORE
            decided |= at
        for row in np.flatnonzero(~decided).tolist():
            others = {name: columns[name][row].as_py() for name in SCORED_CELLS}
            scores.units[row], scores.status[row] = self._by_exact_path(
                others.pop("weight"), others, int(lines.directions[row])
            )
        return scores

    def read(self, columns: dict[str, Any], direction: Any, names: Any, *, start: int = 0) -> Lines:
        """Read one batch; the parameters are those of :meth:`score`."""
        cells = {name: self.read_column(name, columns[name], start=start) for name in SCORED_CELLS}
        target, actual = cells["target"], cells["actual"]
        same = (target.base == actual.base) | _is_zero(target) | _is_zero(actual)
        if self._rules.choices.missing_unit == "same":
            same |= (target.bare | actual.bare) & ~(target.sized | actual.sized)
        plain = np.logical_and.reduce([cell.state == PLAIN for cell in cells.values()])
        directions = self._directions(target, direction, names)
        return Lines(**cells, directions=directions, plain=plain, same=same)

    def read_column(self, name: str, column: Any, *, start: int = 0) -> ReadCells:
        """Read one column, an Arrow array, row by row, each distinct text once.

        *start* is the row of the table with which it begins.

        Raises
        ------
        InputError
            If the column is of a type that no cell has, or holds an infinity.
        """
        if isinstance(column, Mixed):
            cells = self.read_column(name, column.texts)
            cells.exact[column.floats] = False
            return cells
        pa, pc = arrow(), compute()
        types = pa.types
        if types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        if types.is_null(column.type):
            return ReadCells.absent(len(column))
        if types.is_string_view(column.type):
            column = column.cast(pa.large_string())
        if types.is_integer(column.type) or types.is_float64(column.type):
            return _of_numbers(name, column, start)
        if types.is_decimal(column.type):
            column = column.cast(pa.string())
        if not (types.is_string(column.type) or types.is_large_string(column.type)):
            hint = (
                "a float of 64 bits says which decimal it stands for"
                if types.is_floating(column.type)
                else ""
            )
            raise InputError(name, str(column.type), "text, whole numbers, decimals or float64", hint)
        encoded = pc.dictionary_encode(column.cast(pa.string()), null_encoding="encode")
        return self._readers[name].read(encoded.dictionary).take(np.asarray(encoded.indices))

    def _directions(self, target: ReadCells, direction: Any, names: Any) -> Codes:
        """Decide the direction: by the target's sign, its own setting, the name, else positive."""
        size = len(target.state)
        own = np.full(size, UNKNOWN, dtype=np.int8) if direction is None else as_directions(direction, size)
        by_name = np.full(size, POSITIVE, dtype=np.int8)
        if names is not None and self._rules.lower_is_better:
            pc = compute()
            trimmed = pc.utf8_trim_whitespace(_as_names(names))
            ends = [pc.ends_with(trimmed, pattern=term) for term in self._rules.lower_is_better]
            for ending in ends:
                by_name[np.asarray(pc.fill_null(ending, fill_value=False))] = NEGATIVE
        unset: Codes = np.where(own == UNKNOWN, by_name, own)
        return np.where(target.sign == NO_SIGN, unset, target.sign).astype(np.int8)

    def _by_kernel(self, lines: Lines) -> tuple[Scores, Bools]:
        """Score the rows of figures in one unit; return where 64 bits hold them."""
        chosen = lines.plain & lines.same
        places = np.maximum(lines.target.places, lines.actual.places)
        top = int(lines.weight.places[chosen].max(initial=0))
        wanted, fits_target = in_places(lines.target, places)
        reached, fits_actual = in_places(lines.actual, places)
        full, fits_weight = in_places(lines.weight, np.int64(top))
        decided = chosen & fits_target & fits_actual & fits_weight
        columns = {
            "weight": Printed(full, top, missing=~decided),
            "target": Printed(wanted),
            "actual": Printed(reached),
        }
        scores = Scores.empty(len(chosen), places=self._rules.score_places)
        score_numbers(columns, lines.directions, self._rules, scores, engine="numpy", threads=1)
        return scores, decided

    def _by_exact_path(self, weight: Any, others: dict[str, Any], direction: int) -> tuple[int, Status]:
        """Score a row by the basis of its cells beside the weight, which is found once."""
        for kept in self._points, self._shares:
            if len(kept) >= KEPT:
                kept.clear()
        if weight not in self._points:
            self._points[weight] = points(parse_figure(weight, role=Role.WEIGHT))
        full = self._points[weight]
        if full is None or full < 0:
            return NO_SCORE, Status.WEIGHT
        key = *others.values(), direction
        if key not in self._shares:
            basis = basis_of(indicator_of(others, direction), self._rules)
            self._shares[key] = basis.face_share, _status(basis)
        share, status = self._shares[key]
        if share is None:
            return NO_SCORE, status
        return in_units(Worth(full).score(share), self._rules)


def _status(basis: Basis) -> Status:
    """Return what a row is called of which the cells earn no one share."""
    if isinstance(basis, LeftOpen):
        return Status.MISSING if basis.why.obstacle is Obstacle.MISSING else Status.OPEN
    return Status.JUDGEMENT if isinstance(basis, ByBand) else Status.OPEN


def _as_names(column: Any) -> Any:
    """Return names as text; a column in which nothing is printed may come as any type."""
    pa = arrow()
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    try:
        return column.cast(pa.large_string())
    except pa.ArrowException as error:
        raise InputError("name", str(column.type), "text") from error


def _is_zero(cells: ReadCells) -> Bools:
    """Where a plain 0 is printed: it is 0 in all units."""
    zero: Bools = (cells.units == 0) & cells.bare
    return zero


def in_places(cells: ReadCells, places: Any) -> tuple[Ints, Bools]:
    """Return figures in units of *places*, and where 64 bits hold them."""
    shift = places - cells.places
    fits: Bools = np.abs(cells.units.astype(np.float64)) * np.power(10.0, shift) < ROOM
    fits &= (shift >= 0) & (shift <= 18)  # noqa: PLR2004  # the places of 64 bits
    return np.where(fits, cells.units, 0) * 10 ** np.where(fits, shift, 0), fits


def _of_numbers(name: str, column: Any, start: int) -> ReadCells:
    """Take a column of numbers, which have no unit and no sign; a float may have been rounded."""
    pa = arrow()
    cells = ReadCells.absent(len(column))
    there = np.asarray(column.is_valid())
    if pa.types.is_integer(column.type):
        if pa.types.is_uint64(column.type):
            raise InputError(name, "uint64", "text or numbers of 64 bits with a sign")
        cells.units[there] = np.asarray(column.drop_null()).astype(np.int64)
        cells.state[there] = PLAIN
        return cells
    values = np.asarray(column.fill_null(np.nan))
    refuse_rows(name, values, np.isinf(values), "a finite number", start=start)
    there = ~np.isnan(values)
    unit = 10.0**_FLOAT_PLACES
    with np.errstate(over="ignore", invalid="ignore"):
        whole = np.rint(values * unit)
        plain = (whole / unit == values) & (np.abs(whole) < 2.0**53)
    cells.state[there] = np.where(plain[there], PLAIN, ODD)
    units = whole[plain].astype(np.int64)
    places = np.full(len(units), _FLOAT_PLACES)
    for _ in range(_FLOAT_PLACES):
        shorter = (places > 0) & (units % 10 == 0)
        units, places = np.where(shorter, units // 10, units), places - shorter
    cells.units[plain], cells.places[plain] = units, places
    cells.exact[there] = False
    return cells
