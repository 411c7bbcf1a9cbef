"""The rules of a table as a tree: asked whether they can hold when some cells may change."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import ceil
from typing import TYPE_CHECKING

import attrs

from perfscore.checks.diagnosis._of_execution import holds
from perfscore.checks.lines import WeightSums, possible_weights
from perfscore.findings import Column, Location, VerdictKind
from perfscore.intervals import Interval, exact_sum, rounded, total, unit_of
from perfscore.model import Level
from perfscore.scoring import Method, points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks.diagnosis._board import Board
    from perfscore.checks.lines import Line
    from perfscore.model import Goal

_OF_LINE = (Column.WEIGHT, Column.TARGET, Column.ACTUAL, Column.SCORE)
_OF_EXECUTION = (Column.WEIGHT, Column.BUDGET, Column.EXECUTED, Column.RATE, Column.SCORE)
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
    whole
        The weight.
    positions
        The lines below it.
    """

    cell: Cell | None
    location: Location
    whole: Fraction
    positions: tuple[int, ...]


@attrs.frozen(kw_only=True)
class Tree:
    """The rules of a table.

    Parameters
    ----------
    board
        The table with its verdicts.
    rate_is_wrong
        Whether the printed execution rate contradicts its amounts.
    weight_sums
        The printed weights of goals and levels and the whole, with the lines below each; empty
        where not every line prints a weight.
    """

    board: Board
    rate_is_wrong: bool
    weight_sums: tuple[_WeightSum, ...]

    @classmethod
    def of(cls, board: Board, *, rate_is_wrong: bool) -> Tree:
        """Make the tree of a table."""
        return cls(board=board, rate_is_wrong=rate_is_wrong, weight_sums=tuple(_weight_sums(board)))

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
        """Return the cells of the first rule that cannot hold if *free* cells change; None if all can."""
        for position in range(len(self.board.judged)):
            if not self._line_can_hold(position, free):
                return self._cells_of(position)
        if self.rate_is_wrong and free.isdisjoint(_RATE):
            return _RATE
        return self._broken_total(free) or self._broken_weights(free)

    def _cells_of(self, position: int) -> tuple[Cell, ...]:
        line = self.board.judged[position].line
        columns = _OF_EXECUTION if _is_execution(line) else _OF_LINE
        execution = self.board.context.table.execution
        left_out = set() if self.weight_sums else {Column.WEIGHT}
        if execution is not None and execution.rate is None:
            left_out.add(Column.RATE)
        return tuple((position, column) for column in columns if column not in left_out)

    def _line_can_hold(self, position: int, free: frozenset[Cell]) -> bool:
        judged = self.board.judged[position]
        mine = {column for where, column in free if where == position}
        if Column.SCORE in mine:
            return True
        claim, weight = judged.line.claim, judged.line.score.weight
        if not mine or claim is None or weight is None or claim < 0:
            return judged.verdict.kind is not VerdictKind.INCONSISTENT
        others = mine - {Column.WEIGHT}
        if others and _is_execution(judged.line):
            return self._execution_can_hold(others)
        # Which weights a line may have is looked at with what they must add to.
        return Column.WEIGHT in mine or claim <= weight

    def _execution_can_hold(self, mine: set[Column]) -> bool:
        """Amounts that change must still give the rate; where the rate changes, they must give the score."""
        execution = self.board.context.table.execution
        assert execution is not None  # the line is its own
        if mine == {Column.RATE}:
            return holds(self.board, attrs.evolve(execution, rate=None))
        if execution.rate is None or Column.RATE in mine:
            line = self.board.judged[0].line
            return (
                line.claim is not None and line.score.weight is not None and line.claim <= line.score.weight
            )
        return holds(self.board, attrs.evolve(execution, budget=None, executed=None, sources=()))

    def _broken_total(self, free: frozenset[Cell]) -> tuple[Cell, ...] | None:
        table = self.board.context.table
        claimed = points(table.total)
        if claimed is None or TOTAL in free or table.truncated:
            return None
        everywhere = range(len(self.board.judged))
        sets = [self._scores(position, free) for position in everywhere]
        known = [choices for choices in sets if choices]
        if len(known) < len(sets) or not known:
            return None
        if any(claimed in total(choice) for choice in product(*known)):
            return None
        return (TOTAL, *((position, Column.SCORE) for position in everywhere))

    def _scores(self, position: int, free: frozenset[Cell]) -> tuple[Interval, ...]:
        """Return the scores that a line may claim, one set for each way of printing; none if not known."""
        line = self.board.judged[position].line
        if (position, Column.SCORE) not in free:
            return () if line.claim is None else (Interval.point(line.claim),)
        if line.score.weight is None or line.possible is None:
            return ()
        others = {column for where, column in free if where == position} - {Column.SCORE}
        if _is_execution(line):
            execution = self.board.context.table.execution
            # While the rate stands, the amounts cannot give another score than it does.
            others -= {Column.RATE} if execution is None or execution.rate is None else _unless_rate(others)
        return (Interval(Fraction(0), line.score.weight),) if others else self._printed(line)

    def _printed(self, line: Line) -> tuple[Interval, ...]:
        """Return the scores that the rules admit, printed as the rule says and as the table does."""
        possible, rules = line.possible, self.board.context.rules
        assert possible is not None  # the caller has asked
        assert possible.lower is not None  # scores lie between 0 and the weight
        assert possible.upper is not None
        if line.score.basis.method in (Method.BAND, Method.OPEN):
            return (possible,)
        ends = (possible.lower, possible.upper)
        found = {
            tuple(rounded(end, places, rules.rounding) for end in ends)
            for places in (rules.score_places, self.board.context.places)
        }
        return tuple(Interval(low, high) for low, high in sorted(found))

    def _broken_weights(self, free: frozenset[Cell]) -> tuple[Cell, ...] | None:
        for weight_sum in self.weight_sums:
            if weight_sum.cell in free or self._adds_up(weight_sum, free):
                continue
            own = () if weight_sum.cell is None else (weight_sum.cell,)
            return (*own, *((position, Column.WEIGHT) for position in weight_sum.positions))
        return None

    def _adds_up(self, weight_sum: _WeightSum, free: frozenset[Cell]) -> bool:
        """Whether the weights can add to the printed one while the lines whose weights change hold."""
        freed = [position for position in weight_sum.positions if (position, Column.WEIGHT) in free]
        lines = self.board.judged
        fixed = exact_sum(
            [
                weight
                for position in weight_sum.positions
                if position not in freed and (weight := lines[position].line.score.weight) is not None
            ]
        )
        missing = weight_sum.whole - fixed
        if not freed:
            return missing == 0
        wanted = missing / unit_of(self.board.context.places)
        if wanted.denominator != 1 or wanted < 0:
            return False
        most = int(wanted)
        return most in WeightSums.of(tuple(self._weights(position, free, most) for position in freed), most)

    def _weights(self, position: int, free: frozenset[Cell], most: int) -> tuple[tuple[int, int], ...]:
        line = self.board.judged[position].line
        mine = {column for where, column in free if where == position}
        if Column.SCORE in mine or line.claim is None:
            return ((0, most),)
        context = self.board.context
        if len(mine) > 1:
            # Another ratio gives any score, up to the weight.
            return ((max(0, ceil(line.claim / unit_of(context.places))), most),)
        return possible_weights(line, places=context.places, most=most)


def _unless_rate(others: set[Column]) -> set[Column]:
    """Return the columns that change nothing: the amounts, unless the rate changes with them."""
    amounts = {Column.BUDGET, Column.EXECUTED}
    return set() if Column.RATE in others and others & amounts else {*amounts, Column.RATE}


def _is_execution(line: Line) -> bool:
    return line.score.location.row is None


def _weight_sums(board: Board) -> Iterator[_WeightSum]:
    table = board.context.table
    if table.truncated or any(item.line.weight is None for item in board.judged):
        return
    first = len(board.judged) - len(board.context.card.lines)
    positions = iter(range(first, len(board.judged)))
    found: list[_WeightSum] = []
    for goal in table.goals:
        _collect(goal, Location(table=table.name), positions, found)
    yield from found
    everything = tuple(range(len(board.judged)))
    place = Location(table=table.name, column=Column.WEIGHT)
    yield _WeightSum(cell=None, location=place, whole=board.context.rules.total, positions=everything)


def _collect(
    part: Goal | Level, place: Location, positions: Iterator[int], found: list[_WeightSum]
) -> tuple[int, ...]:
    label = part.label if isinstance(part, Level) else part.name
    inner = place if label is None else attrs.evolve(place, labels=(*place.labels, label))
    below: tuple[int, ...] = ()
    for child in part.children:
        if isinstance(child, Level):
            below += _collect(child, inner, positions, found)
        else:
            below += (next(positions),)
    whole = points(part.weight)
    if whole is not None and below:
        cell = (-2 - len(found), Column.WEIGHT)
        location = attrs.evolve(inner, column=Column.WEIGHT)
        found.append(_WeightSum(cell=cell, location=location, whole=whole, positions=below))
    return below
