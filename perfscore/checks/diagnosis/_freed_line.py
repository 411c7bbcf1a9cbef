"""A line of which some cells may read otherwise: whether it can hold, with which scores and weights."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

import attrs

from perfscore.checks.lines import possible_weights
from perfscore.findings import Column, VerdictKind
from perfscore.intervals import Interval, rounded, unit_of
from perfscore.scoring import ByBand, LeftOpen

if TYPE_CHECKING:
    from perfscore.checks.diagnosis._board import Board
    from perfscore.checks.lines import JudgedLine

Free = frozenset[Column]
"""The columns of a line whose cells may read otherwise."""

Runs = tuple[tuple[int, int], ...]
"""Whole steps from the first to the last of each pair, both included."""


@attrs.frozen(kw_only=True, eq=False)
class FreedLine:
    """A line of which some cells may read otherwise.

    What is asked again for the same cells is remembered: a search asks it thousands of times.

    Parameters
    ----------
    board
        The table with its verdicts.
    judged
        The line.
    claim
        The points that it claims.
    most
        The largest weight that it could have, in steps of the table's last place.
    """

    board: Board
    judged: JudgedLine
    claim: Fraction | None
    most: int
    _holding: dict[Free, bool] = attrs.field(factory=dict, init=False, repr=False)
    _scores: dict[Free, tuple[Interval, ...]] = attrs.field(factory=dict, init=False, repr=False)
    _weights: dict[Free, Runs] = attrs.field(factory=dict, init=False, repr=False)

    @property
    def weight(self) -> Fraction | None:
        """The weight with which it is scored."""
        return self.judged.line.score.weight

    def columns(self, *, weights_are_known: bool) -> tuple[Column, ...]:
        """Return the columns in which it may be wrong; a weight only where all are printed."""
        execution = self.board.context.table.execution
        left_out = set() if weights_are_known else {Column.WEIGHT}
        if execution is not None and execution.rate is None:
            left_out.add(Column.RATE)
        columns = self.judged.line.score.printed_in.cells()
        return tuple(column for column in columns if column not in left_out)

    def can_hold(self, free: Free) -> bool:
        """Whether the line can hold if *free* cells read otherwise."""
        if free not in self._holding:
            self._holding[free] = self._can_hold(free)
        return self._holding[free]

    def scores(self, free: Free) -> tuple[Interval, ...]:
        """Return the scores that it may claim if *free* cells read otherwise, its score among them.

        One set for each way of printing; none if they are not known.
        """
        if free not in self._scores:
            self._scores[free] = self._possible_scores(free - {Column.SCORE})
        return self._scores[free]

    def weights(self, free: Free) -> Runs:
        """Return the weights, in steps, with which it holds if *free* cells read otherwise."""
        if free not in self._weights:
            self._weights[free] = self._possible_weights(free)
        return self._weights[free]

    def _can_hold(self, free: Free) -> bool:
        if Column.SCORE in free:
            return True
        if not free or self.claim is None or self.weight is None or self.claim < 0:
            return self.judged.verdict.kind is not VerdictKind.INCONSISTENT
        others = free - {Column.WEIGHT}
        if others and self.judged.line.score.is_execution:
            return self._execution_can_hold(others)
        # Which weights a line may have is looked at with what they must add to.
        return Column.WEIGHT in free or self.claim <= self.weight

    def _execution_can_hold(self, free: Free) -> bool:
        """Amounts that change must still give the rate; where the rate changes, they must give the score."""
        execution = self.board.context.table.execution
        assert execution is not None  # the line is its own
        if free == {Column.RATE}:
            return self.board.execution_holds_with(attrs.evolve(execution, rate=None))
        if execution.rate is None or Column.RATE in free:
            return self.claim is not None and self.weight is not None and self.claim <= self.weight
        by_rate = attrs.evolve(execution, budget=None, executed=None, sources=())
        return self.board.execution_holds_with(by_rate)

    def _possible_scores(self, others: Free) -> tuple[Interval, ...]:
        if self.weight is None or self.judged.line.possible is None:
            return ()
        if self.judged.line.score.is_execution:
            execution = self.board.context.table.execution
            # While the rate stands, the amounts cannot give another score than it does.
            others -= {Column.RATE} if execution is None or execution.rate is None else _unless_rate(others)
        return (Interval(Fraction(0), self.weight),) if others else self._printed(self.judged.line.possible)

    def _printed(self, possible: Interval) -> tuple[Interval, ...]:
        """Return the scores that the rules admit, printed as the rule says and as the table does."""
        rules = self.board.context.rules
        assert possible.lower is not None  # scores lie between 0 and the weight
        assert possible.upper is not None
        if isinstance(self.judged.line.score.basis, (ByBand, LeftOpen)):
            return (possible,)
        ends = (possible.lower, possible.upper)
        found = {
            tuple(rounded(end, places, rules.rounding) for end in ends)
            for places in (rules.score_places, self.board.context.places)
        }
        return tuple(Interval(low, high) for low, high in sorted(found))

    def _possible_weights(self, free: Free) -> Runs:
        if Column.SCORE in free or self.claim is None:
            return ((0, self.most),)
        context = self.board.context
        if len(free) > 1:
            # Another ratio gives any score, up to the weight.
            return ((max(0, ceil(self.claim / unit_of(context.places))), self.most),)
        return possible_weights(self.judged.line, places=context.places, most=self.most)


def _unless_rate(others: Free) -> Free:
    """Return the columns that change nothing: the amounts, unless the rate changes with them."""
    amounts = {Column.BUDGET, Column.EXECUTED}
    return frozenset() if Column.RATE in others and others & amounts else frozenset({*amounts, Column.RATE})


def can_add_to(wanted: int, sets: list[Runs]) -> bool:
    """Whether one number of each set can add to *wanted*: work that does not grow with the numbers.

    Parameters
    ----------
    wanted
        The sum, not negative.
    sets
        Runs of numbers that are not negative.

    Examples
    --------
    >>> sets = [((1, 2), (9, 9)), ((4, 4), (6, 6))]
    >>> can_add_to(7, sets), can_add_to(9, sets)
    (True, False)
    """
    sums = [(0, 0)]
    for runs in sets:
        sums = _joined(
            sorted((low + first, high + last) for low, high in sums for first, last in runs if first <= last)
        )
    return any(first <= wanted <= last for first, last in sums)


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return rising runs of whole numbers with those made one that overlap or touch."""
    found: list[tuple[int, int]] = []
    for first, last in runs:
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found
