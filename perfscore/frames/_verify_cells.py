"""Claimed scores among printed cells: plain figures all at once, anything else line by line.

What is not a plain figure (a range, a date, a wording, several values) is judged by
:func:`perfscore.checks.verify_line`, once for each distinct line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from perfscore._extras import arrow, compute
from perfscore.checks.lines import verify_line
from perfscore.columns import NEGATIVE, Verdicts
from perfscore.columns._claims import CODES, NO_CONVENTION, Claims, judged
from perfscore.columns._integers import Rows
from perfscore.columns._verify import fits_64_bits
from perfscore.findings import VerdictKind
from perfscore.frames._columns import CELLS, indicator_of
from perfscore.frames._read_cells import ABSENT, PLAIN, ReadCells
from perfscore.frames._score_cells import KEPT, CellReader, Lines, in_places

if TYPE_CHECKING:
    from perfscore.columns._types import Bools, Ints
    from perfscore.model import Indicator
    from perfscore.rules import RuleSet

_MOST_PLACES = 12


class ClaimReader:
    """Reads the columns of cells with their claims, batch after batch, and judges them."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._cells = CellReader(rules)
        self._known: dict[tuple[object, ...], tuple[np.int8, int]] = {}

    def claimed(self, column: Any, *, start: int = 0) -> ReadCells:
        """Read a column of claims, the batch that begins with the row *start*."""
        return self._cells.read_column("claimed", column, start=start)

    def verify(
        self,
        columns: dict[str, Any],
        direction: Any,
        names: Any,
        table_places: Ints | None = None,
        *,
        start: int = 0,
    ) -> Verdicts:
        """Judge one batch.

        Parameters
        ----------
        columns
            Weight, target, actual value and claimed score as Arrow arrays.
        direction, names
            As for :meth:`CellReader.score`.
        table_places
            The most decimals that a claim of each row's table prints; None for those of the row.
        start
            The row of the table with which the batch begins.
        """
        lines = self._cells.read(columns, direction, names, start=start)
        claimed = self.claimed(columns["claimed"], start=start)
        places = claimed.places if table_places is None else np.maximum(table_places, claimed.places)
        size = len(places)
        verdicts = Verdicts(
            np.full(size, CODES[VerdictKind.OPEN], dtype=np.int8), np.full(size, NO_CONVENTION, np.int8)
        )
        decided = (claimed.state == ABSENT) | (lines.weight.state == ABSENT)
        rows, claims = _plain(lines, claimed, places)
        fits = fits_64_bits(claims, self._rules) & (claims.rows.weight >= 0)
        verdicts.kind[rows[fits]], verdicts.convention[rows[fits]] = judged(claims[fits], self._rules)
        decided[rows[fits]] = True
        for row in np.flatnonzero(~decided).tolist():
            cells = {name: columns[name][row].as_py() for name in CELLS}
            direction_of_row, most = int(lines.directions[row]), int(places[row])
            key = (*cells.values(), direction_of_row, most)
            if len(self._known) >= KEPT:
                self._known.clear()
            if key not in self._known:
                self._known[key] = self._by_line(indicator_of(cells, direction_of_row), most)
            verdicts.kind[row], verdicts.convention[row] = self._known[key]
        return verdicts

    def _by_line(self, line: Indicator, places: int) -> tuple[np.int8, int]:
        verdict = verify_line(line, rules=self._rules, table_places=places)
        ids = [item.id for item in self._rules.conventions]
        explained = getattr(verdict.convention, "id", None)
        if explained in ids:
            return CODES[verdict.kind], ids.index(explained)
        by_rule = verdict.kind in (VerdictKind.CONSISTENT, VerdictKind.BY_ROUNDING)
        return CODES[verdict.kind], 0 if by_rule else NO_CONVENTION


def numbered(tables: Any, known: dict[object, int]) -> Ints:
    """Return a number for the table of each row, -1 where there is none.

    *known* has the tables of the batches before, and those of this one are added.

    Examples
    --------
    >>> import pyarrow as pa
    >>> known = {}
    >>> numbered(pa.array(["a", "b", None]), known).tolist(), numbered(pa.array(["b"]), known).tolist()
    ([0, 1, -1], [1])
    """
    encoded = tables if arrow().types.is_dictionary(tables.type) else compute().dictionary_encode(tables)
    numbers = [known.setdefault(table, len(known)) for table in encoded.dictionary.to_pylist()]
    found: Ints = np.array([*numbers, -1])[np.asarray(encoded.indices.fill_null(len(numbers)))]
    return found


def most_of_each(tables: Ints, places: Ints) -> Ints:
    """Return for each row the most places that any row of its table has; a row without table stands alone.

    Examples
    --------
    >>> most_of_each(np.array([0, 1, 0, -1]), np.array([0, 1, 2, 0])).tolist()
    [2, 1, 2, 0]
    """
    most = np.zeros(int(tables.max(initial=0)) + 1, dtype=np.int64)
    named = tables >= 0
    np.maximum.at(most, tables[named], places[named])
    found: Ints = np.where(named, most[tables], places)
    return found


def _plain(lines: Lines, claimed: ReadCells, table_places: Ints) -> tuple[Ints, Claims]:
    """Return the rows of plain figures whose numbers 64 bits hold, and their claims."""
    chosen: Bools = lines.plain & lines.same & (claimed.state == PLAIN)
    for cells in (lines.weight, claimed):
        chosen &= np.abs(cells.places) <= _MOST_PLACES
    chosen &= np.abs(table_places) <= _MOST_PLACES
    # One place more than any cell has: half a step is then a whole number.
    places = 1 + np.maximum(lines.target.places, lines.actual.places)
    target, fits_target = in_places(lines.target, places)
    actual, fits_actual = in_places(lines.actual, places)
    steps = [places - 1 - cells.places for cells in (lines.actual, lines.target)]
    chosen &= fits_target & fits_actual & (np.maximum(*steps) <= _MOST_PLACES)
    tops = [int(cells.places[chosen].max(initial=0)) for cells in (lines.weight, claimed)]
    weight, fits_weight = in_places(lines.weight, np.int64(tops[0]))
    claim, fits_claim = in_places(claimed, np.int64(tops[1]))
    rows = np.flatnonzero(chosen & fits_weight & fits_claim)
    half, target_half = (
        np.where(cells.exact[rows], 0, 5 * 10 ** np.maximum(step[rows], 0))
        for cells, step in zip((lines.actual, lines.target), steps, strict=True)
    )
    return rows, Claims(
        rows=Rows(weight[rows], target[rows], actual[rows], lines.directions[rows] == NEGATIVE),
        half=half,
        target_half=target_half,
        known=np.ones(len(rows), dtype=np.bool_),
        claim=claim[rows],
        claim_places=claimed.places[rows],
        table_places=table_places[rows],
        weight_places=tops[0],
        scale=tops[1],
    )
