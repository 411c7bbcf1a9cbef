"""A table with its verdicts, and what becomes of them if a cell reads otherwise."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from perfscore.checks.lines import JudgedLine, check_line, line_with, lines_of
from perfscore.checks.table import check_amounts, check_rate, check_subtotals, check_total, check_weights
from perfscore.findings import VerdictKind
from perfscore.intervals import exact_sum, rounded, unit_of
from perfscore.model import Goal, Indicator, Level
from perfscore.scoring import ByRatio, LeftOpen, places_of, points, score
from perfscore.verdicts import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks._context import Context
    from perfscore.checks.table import JudgedTable
    from perfscore.figures import Figure
    from perfscore.intervals import Interval, Rounding
    from perfscore.model import BudgetExecution, SelfAssessment
    from perfscore.rules import Formula, RateRounding, RuleSet
    from perfscore.scoring import Basis, Worth
    from perfscore.verdicts import Outcome

HOLDS = frozenset(
    (VerdictKind.CONSISTENT, VerdictKind.BY_ROUNDING, VerdictKind.BY_CONVENTION, VerdictKind.JUDGEMENT)
)
"""The kinds of verdict under which a rule holds."""


_ZERO = Fraction(0)
_ANY = (_ZERO, Fraction(1))

Ends = tuple[Fraction, Fraction]
"""The least and the largest of some shares or scores."""


@attrs.frozen(kw_only=True)
class Shares:
    """The shares of its weight that a line may earn.

    Parameters
    ----------
    exact
        Those by exact rates.
    moved
        Those by exact rates and by rates that are rounded first, and some beside.
    basis
        The ratio that earns them; None of a fact or a band.
    """

    exact: Ends
    moved: Ends
    basis: ByRatio | None

    def by(self, rate: RateRounding | None) -> Ends:
        """Return the ends of the shares that are earned by a rate that is rounded so."""
        if rate is None or self.basis is None:
            return self.exact
        formula, ratios = self.basis.formula, self.basis.ratios
        if formula.rising is None or ratios.upper is None:
            return self.moved
        assert ratios.lower is not None  # no ratio is negative
        low, high = sorted(formula.share(end, rate=rate) for end in (ratios.lower, ratios.upper))
        return low, high


@attrs.frozen(kw_only=True)
class Reach:
    """Which scores the conventions of a rule set may print at all: a quick no before the full check.

    Rounding keeps the order of two values: what is printed lies between the printed ends.

    Parameters
    ----------
    printings
        How scores are printed, each once: the rate that is rounded first, to the rule's decimals
        or to those of the table, rounding.
    rate
        One unit of the coarsest place to which a rate is rounded first, as a fraction of one:
        rounding moves it by less. 0 if none is.
    rule_places, table_places
        The decimals of the rule and of the table.
    """

    printings: tuple[tuple[RateRounding | None, bool, Rounding], ...]
    rate: Fraction
    rule_places: int
    table_places: int

    @classmethod
    def of(cls, rules: RuleSet, places: int) -> Reach:
        """Return the reach of *rules* in a table that prints its scores to *places* decimals."""
        ways = [(item.rate, item.score_places == "rule", item.score_rounding) for item in rules.conventions]
        rates = [item.rate.places for item in rules.conventions if item.rate is not None]
        return cls(
            printings=tuple(dict.fromkeys([*ways, (None, True, rules.rounding)])),
            rate=unit_of(min(rates)) if rates else _ZERO,
            rule_places=rules.score_places,
            table_places=places,
        )

    @property
    def unit(self) -> Fraction:
        """One unit of the coarsest place to which a score is rounded: rounding moves it by less."""
        return unit_of(min(self.rule_places, self.table_places))

    def shares(self, basis: Basis, admitted: Interval) -> Shares | None:
        """Return the shares that *basis* may earn, which admits *admitted*; None where it is left open."""
        if isinstance(basis, LeftOpen):
            return None
        if not isinstance(basis, ByRatio):
            # A share decided within its band, or under one of two readings: quick to check in full.
            return Shares(exact=_ANY, moved=_ANY, basis=None)
        steepest = _steepest(basis.formula)
        assert admitted.lower is not None  # shares lie between 0 and 1
        assert admitted.upper is not None
        low, high = exact = admitted.lower, admitted.upper
        by = None if steepest is None else self.rate * steepest
        return Shares(exact=exact, moved=_ANY if by is None else (low - by, high + by), basis=basis)

    def explains(self, cell: Figure, claim: Fraction, shares: Shares, worth: Worth) -> bool:
        """Whether one of *shares* under *worth* may be printed as *cell*, which claims *claim*."""
        low, high = (worth.score(end) for end in shares.moved)
        if not low - self.unit <= claim <= high + self.unit:
            return False
        own = max(self.table_places, places_of(cell))
        for rate, by_rule, mode in self.printings:
            places = self.rule_places if by_rule else own
            low, high = (rounded(worth.score(end), places, mode) for end in shares.by(rate))
            if low <= claim <= high:
                return True
        return False


@lru_cache
def _steepest(formula: Formula) -> Fraction | None:
    """Return by how much more than its rate a share can move; None for a formula with steps."""
    return max(abs(piece.slope) for piece in formula.pieces) if formula.is_continuous else None


@attrs.frozen(kw_only=True)
class PrintedSum:
    """A printed subtotal or total that is held against the claims of its lines.

    Parameters
    ----------
    missing
        What it claims less what its lines claim.
    slack
        The most by which rounding of the lines and of the sum may part the two.
    positions
        Its lines.
    """

    missing: Fraction
    slack: Fraction
    positions: frozenset[int]


@attrs.frozen(kw_only=True)
class Board:
    """A table with its lines and verdicts.

    Parameters
    ----------
    context
        The table, with the weights that were inferred.
    judged
        Its lines with their verdicts, budget execution first.
    reach
        Which scores the conventions may print.
    sums
        Its printed subtotals and its total, as far as all of their lines claim points.
    """

    context: Context
    judged: tuple[JudgedLine, ...]
    reach: Reach
    sums: tuple[PrintedSum, ...]

    @classmethod
    def of(cls, table: JudgedTable) -> Board:
        """Make the board of a table whose lines are judged."""
        context = table.context
        reach = Reach.of(context.rules, context.places)
        sums = tuple(_sums(context, table.lines, reach.unit))
        return cls(context=context, judged=table.lines, reach=reach, sums=sums)

    @property
    def wrong_lines(self) -> Iterator[tuple[int, JudgedLine]]:
        """The inconsistent indicator lines with their positions among the lines."""
        for position, item in enumerate(self.judged):
            if item.line.subject is Subject.LINE and item.verdict.kind is VerdictKind.INCONSISTENT:
                yield position, item

    def line_as(self, position: int, indicator: Indicator) -> JudgedLine | None:
        """Return the line as *indicator* has it, with its verdict; None unless it then holds."""
        line = line_with(self.judged[position].line, indicator)
        verdict = check_line(line).verdicts[0]
        return JudgedLine(line=line, verdict=verdict) if verdict.kind in HOLDS else None

    def sums_hold_with(self, position: int, changed: JudgedLine) -> bool:
        """Whether the subtotals and the total hold if one line claims otherwise."""
        if not self._may_add_up(position, changed):
            return False
        judged = (*self.judged[:position], changed, *self.judged[position + 1 :])
        outcomes = [*check_subtotals(self.context, judged)]
        if self.context.table.total is not None:
            outcomes.append(check_total(self.context, judged))
        return _none_wrong(outcomes, by_rules=False)

    def _may_add_up(self, position: int, changed: JudgedLine) -> bool:
        """Whether every printed sum may follow: where one does not, it is quick to tell."""
        before, after = self.judged[position].line.claim, changed.line.claim
        assert before is not None  # a line that claims nothing is not inconsistent
        assert after is not None  # it holds
        return all(
            abs(item.missing - (after - before if position in item.positions else 0)) <= item.slack
            for item in self.sums
        )

    def execution_holds_with(self, execution: BudgetExecution) -> bool:
        """Whether every rule of budget execution holds for these cells."""
        table = attrs.evolve(self.context.table, goals=(), total=None, execution=execution)
        context = attrs.evolve(self.context, table=table, card=score(table, rules=self.context.rules))
        # The rate first: it is soon told, and most cells that are tried break it.
        if not all(verdict.kind in HOLDS for verdict in check_rate(context).verdicts):
            return False
        if not _none_wrong(check_amounts(context), by_rules=True):
            return False
        if execution.claimed is None:
            return True
        return check_line(lines_of(context)[0]).verdicts[0].kind in HOLDS

    def weights_hold_with(self, row: int, indicator: Indicator) -> bool:
        """Whether the weights add up if one line's weight reads otherwise."""
        table = replaced(self.context.table, row, indicator)
        return _none_wrong(check_weights(attrs.evolve(self.context, table=table)), by_rules=True)


def _sums(context: Context, lines: tuple[JudgedLine, ...], unit: Fraction) -> Iterator[PrintedSum]:
    table = context.table
    # Rows are numbered from 1, lines from 0 with execution before them.
    before = len(lines) - len(context.card.lines) - 1
    printed = [
        (section.part.claimed, [before + row.number for row in section.rows]) for section in table.sections()
    ]
    if not table.truncated:
        printed.append((table.total, list(range(len(lines)))))
    for cell, positions in printed:
        claimed, claims = points(cell), [lines[position].line.claim for position in positions]
        known = [claim for claim in claims if claim is not None]
        if cell is not None and claimed is not None and known and len(known) == len(claims):
            slack = (len(known) + 1) * max(unit, unit_of(places_of(cell)))
            yield PrintedSum(missing=claimed - exact_sum(known), slack=slack, positions=frozenset(positions))


def _none_wrong(outcomes: list[Outcome] | Iterator[Outcome], *, by_rules: bool) -> bool:
    return all(
        verdict.kind is not VerdictKind.INCONSISTENT
        or (not by_rules and verdict.subject is Subject.TOTAL_BY_RULES)
        for outcome in outcomes
        for verdict in outcome.verdicts
    )


def replaced(table: SelfAssessment, row: int, indicator: Indicator) -> SelfAssessment:
    """Return *table* with another indicator in the row of that number.

    Parameters
    ----------
    table
        The table.
    row
        The row's number, from 1.
    indicator
        What stands there instead.
    """
    numbers = iter(range(1, row + 1))

    def rebuilt(part: Goal | Level) -> Goal | Level:
        children: list[Level | Indicator] = []
        for child in part.children:
            if isinstance(child, Level):
                inner = rebuilt(child)
                assert isinstance(inner, Level)
                children.append(inner)
            else:
                children.append(indicator if next(numbers, None) == row else child)
        return attrs.evolve(part, children=tuple(children))

    goals = [rebuilt(goal) for goal in table.goals]
    return attrs.evolve(table, goals=tuple(goal for goal in goals if isinstance(goal, Goal)))
