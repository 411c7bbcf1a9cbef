"""The rules of a table as a tree: asked whether they can hold when some cells may change."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil
from typing import TYPE_CHECKING

import attrs

from perfscore.checks.diagnosis._freed_line import Free, FreedLine, can_add_to
from perfscore.findings import Column, Location, VerdictKind
from perfscore.intervals import exact_sum, total, unit_of
from perfscore.scoring import points

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from perfscore.checks.diagnosis._board import Board

_RATE = ((0, Column.BUDGET), (0, Column.EXECUTED), (0, Column.RATE))

Cell = tuple[int, Column]
"""A cell: the position of its line and its column; below zero a cell of the table's frame."""

TOTAL: Cell = (-1, Column.TOTAL)


@attrs.frozen(kw_only=True)
class _WeightSum:
    """A weight that lines add up to.

    Parameters
    ----------
    cell
        Its own cell; None for the total that the rules fix.
    location
        Where it stands.
    missing
        The weight less those of the lines below it.
    positions
        Those lines.
    """

    cell: Cell | None
    location: Location
    missing: Fraction
    positions: tuple[int, ...]


@attrs.frozen(kw_only=True, eq=False)
class Tree:
    """The rules of a table.

    Parameters
    ----------
    board
        The table with its verdicts.
    rate_is_wrong
        Whether the printed execution rate contradicts its amounts.
    lines
        Its lines, budget execution first.
    wrong
        The positions of the lines that are inconsistent.
    unclaimed
        The positions of the lines that claim no points.
    missing
        The claimed total less the claims of all lines; None where the total is not compared.
    weight_sums
        The printed weights of goals and levels and the whole, with the lines below each; empty
        where not every line prints a weight.
    """

    board: Board
    rate_is_wrong: bool
    lines: tuple[FreedLine, ...]
    wrong: tuple[int, ...]
    unclaimed: frozenset[int]
    missing: Fraction | None
    weight_sums: tuple[_WeightSum, ...]

    @classmethod
    def of(cls, board: Board, *, rate_is_wrong: bool) -> Tree:
        """Make the tree of a table."""
        weight_sums = tuple(_weight_sums(board))
        most = _most(board, weight_sums)
        lines = tuple(
            FreedLine(board=board, judged=item, claim=item.line.claim, most=most) for item in board.judged
        )
        return cls(
            board=board,
            rate_is_wrong=rate_is_wrong,
            lines=lines,
            wrong=tuple(
                position
                for position, item in enumerate(board.judged)
                if item.verdict.kind is VerdictKind.INCONSISTENT
            ),
            unclaimed=frozenset(position for position, line in enumerate(lines) if line.claim is None),
            missing=_missing(board, lines),
            weight_sums=weight_sums,
        )

    def location(self, cell: Cell) -> Location:
        """Return where a cell stands."""
        position, column = cell
        if cell == TOTAL:
            return Location(table=self.board.context.table.name, name="总分", column=column)
        for weight_sum in self.weight_sums:
            if weight_sum.cell == cell:
                return weight_sum.location
        return attrs.evolve(self.board.judged[position].line.score.location, column=column)

    def broken(self, free: frozenset[Cell]) -> tuple[Cell, ...] | None:
        """Return the cells of the first rule that cannot hold if *free* cells change; None if all can.

        Only rules that are broken as printed or that have a free cell are looked at.
        """
        mine = _by_line(free)
        for position in sorted({*self.wrong, *mine}):
            if not self.lines[position].can_hold(mine.get(position, _NONE)):
                columns = self.lines[position].columns(weights_are_known=bool(self.weight_sums))
                return tuple((position, column) for column in columns)
        if self.rate_is_wrong and free.isdisjoint(_RATE):
            return _RATE
        if TOTAL not in free and not self._total_can_hold(mine):
            return (TOTAL, *((position, Column.SCORE) for position in range(len(self.lines))))
        return self._broken_weights(free, mine)

    def _total_can_hold(self, mine: Mapping[int, Free]) -> bool:
        """Whether the lines can add to the total: what is missing comes from scores that change."""
        if self.missing is None:
            return True
        freed = {position: free for position, free in mine.items() if Column.SCORE in free}
        sets = [self.lines[position].scores(free) for position, free in freed.items()]
        if not self.unclaimed <= freed.keys() or not all(sets):
            return True
        claims = [self.lines[position].claim for position in freed]
        wanted = self.missing + exact_sum([claim for claim in claims if claim is not None])
        return any(wanted in total(choice) for choice in product(*sets))

    def _broken_weights(self, free: frozenset[Cell], mine: Mapping[int, Free]) -> tuple[Cell, ...] | None:
        for weight_sum in self.weight_sums:
            if weight_sum.cell in free or self._adds_up(weight_sum, mine):
                continue
            own = () if weight_sum.cell is None else (weight_sum.cell,)
            return (*own, *((position, Column.WEIGHT) for position in weight_sum.positions))
        return None

    def _adds_up(self, weight_sum: _WeightSum, mine: Mapping[int, Free]) -> bool:
        """Whether the weights can add to the printed one while the lines whose weights change hold."""
        freed = {
            position: free
            for position, free in mine.items()
            if Column.WEIGHT in free and position in weight_sum.positions
        }
        if not freed:
            return weight_sum.missing == 0
        weights = [self.lines[position].weight for position in freed]
        wanted = weight_sum.missing + exact_sum([weight for weight in weights if weight is not None])
        steps = wanted / unit_of(self.board.context.places)
        if steps.denominator != 1 or steps < 0:
            return False
        return can_add_to(
            int(steps), [self.lines[position].weights(free) for position, free in freed.items()]
        )


_NONE: Free = frozenset()


def _by_line(free: frozenset[Cell]) -> dict[int, Free]:
    """Return the free columns of each line that has some."""
    found: dict[int, Free] = {}
    for position, column in free:
        if position >= 0:
            found[position] = found.get(position, _NONE) | {column}
    return found


def _missing(board: Board, lines: tuple[FreedLine, ...]) -> Fraction | None:
    table = board.context.table
    claimed = points(table.total)
    if claimed is None or table.truncated or not lines:
        return None
    return claimed - exact_sum([line.claim for line in lines if line.claim is not None])


def _most(board: Board, weight_sums: tuple[_WeightSum, ...]) -> int:
    """Return as many steps as a weight can have, if only weights of lines change."""
    missing = max((abs(weight_sum.missing) for weight_sum in weight_sums), default=Fraction(0))
    weights = [item.line.score.weight for item in board.judged]
    known = exact_sum([abs(weight) for weight in weights if weight is not None])
    return ceil((missing + known) / unit_of(board.context.places))


def _weight_sums(board: Board) -> Iterator[_WeightSum]:
    table = board.context.table
    if table.truncated or any(item.line.weight is None for item in board.judged):
        return
    # Rows are numbered from 1, lines from 0 with execution before them.
    before = len(board.judged) - len(board.context.card.lines) - 1
    for number, section in enumerate(table.sections()):
        whole = points(section.part.weight)
        if whole is not None and section.rows:
            place = Location(table=table.name, labels=section.labels, column=Column.WEIGHT)
            positions = tuple(before + row.number for row in section.rows)
            yield _weight_sum(board, (-2 - number, Column.WEIGHT), place, whole, positions)
    place = Location(table=table.name, column=Column.WEIGHT)
    yield _weight_sum(board, None, place, board.context.rules.total, tuple(range(len(board.judged))))


def _weight_sum(
    board: Board, cell: Cell | None, place: Location, whole: Fraction, positions: tuple[int, ...]
) -> _WeightSum:
    weights = [board.judged[position].line.score.weight for position in positions]
    added = exact_sum([weight for weight in weights if weight is not None])
    return _WeightSum(cell=cell, location=place, missing=whole - added, positions=positions)
