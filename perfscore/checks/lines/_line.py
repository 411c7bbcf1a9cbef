"""A line with the printed cells that its verdict rests on."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.checks._context import is_assumed
from perfscore.checks.lines._explain import RatioCells
from perfscore.figures import Actual, ActualKind, Figure, Target, TargetKind
from perfscore.findings import Column
from perfscore.intervals import Interval
from perfscore.rules import FORMULAS
from perfscore.scoring import ByFact, ByRatio, basis_of, points, weighted
from perfscore.terms import Result
from perfscore.verdicts import Subject

if TYPE_CHECKING:
    from perfscore.checks._context import Context
    from perfscore.model import BudgetExecution, Indicator
    from perfscore.rules import RuleSet
    from perfscore.scoring import LineScore, Worth
    from perfscore.verdicts import Verdict

_ONE = Interval.point(Fraction(1))


@attrs.frozen(kw_only=True)
class Line:
    """A line with the printed cells and the rules that its verdict rests on.

    Parameters
    ----------
    score
        Its score under the rules.
    subject
        Whether it is an indicator or budget execution.
    rules
        The rule set.
    table_places
        The most decimals that any claimed score of its table prints.
    weight, claimed, target, actual
        Its cells.
    possible
        The exact scores that the rules admit for everything that the cells can stand for; None without
        a weight.
    printed_rate
        The printed execution rate as a fraction of one, where there is one.
    inferred
        Whether its weight is not printed but inferred.
    """

    score: LineScore
    subject: Subject
    rules: RuleSet
    table_places: int
    weight: Figure | None
    claimed: Figure | None
    target: Target | Figure | None
    actual: Actual | Figure | None
    possible: Interval | None
    printed_rate: Fraction | None = None
    inferred: bool = False

    @property
    def claim(self) -> Fraction | None:
        """The claimed points."""
        return points(self.claimed)

    @property
    def claimed_text(self) -> str:
        """The claim as printed, or a dash."""
        return "—" if self.claimed is None else self.claimed.text

    @property
    def cells(self) -> tuple[Target | Actual | Figure | None, ...]:
        """The cells that its score rests on, in printed order; a printed rate has a verdict of its own."""
        cells = self.score.printed_in.cells()
        return tuple(cell for column, cell in cells.items() if column is not Column.RATE)

    @property
    def assumed(self) -> bool:
        """Whether one of its cells came as a float."""
        return is_assumed(*self.cells)


@attrs.frozen(kw_only=True)
class JudgedLine:
    """A line together with its verdict."""

    line: Line
    verdict: Verdict


def lines_of(context: Context) -> tuple[Line, ...]:
    """Return the lines of a table, budget execution first."""
    lines = []
    table, card = context.table, context.card
    if table.execution is not None and card.execution is not None:
        lines.append(_execution(table.execution, card.execution, context))
    lines.extend(
        _indicator(indicator, score, context.rules, context.places)
        for indicator, score in zip(table.indicators, card.lines, strict=True)
    )
    return tuple(lines)


def _execution(execution: BudgetExecution, score: LineScore, context: Context) -> Line:
    rate = None if execution.rate is None else execution.rate.quantity
    return Line(
        score=score,
        subject=Subject.EXECUTION_SCORE,
        rules=context.rules,
        table_places=context.places,
        weight=execution.weight,
        claimed=execution.claimed,
        target=execution.budget,
        actual=execution.executed,
        possible=_possible(score),
        printed_rate=rate.value if rate is not None and rate.unit.is_rate and rate.value >= 0 else None,
    )


def _indicator(indicator: Indicator, score: LineScore, rules: RuleSet, places: int) -> Line:
    return Line(
        score=score,
        subject=Subject.LINE,
        rules=rules,
        table_places=places,
        weight=indicator.weight,
        claimed=indicator.claimed,
        target=indicator.target,
        actual=indicator.actual,
        possible=_possible(score),
    )


def _possible(score: LineScore) -> Interval | None:
    return None if score.worth is None else score.worth.scores(score.basis.admitted)


def with_weight(line: Line, weight: Fraction) -> Line:
    """Return *line* with a weight that is not printed but inferred."""
    score = weighted(line.score, weight, rules=line.rules)
    return attrs.evolve(line, score=score, possible=_possible(score), inferred=True)


def line_with(line: Line, indicator: Indicator) -> Line:
    """Return *line* with the cells of *indicator* in place of its own; an inferred weight stays."""
    score = attrs.evolve(
        line.score,
        basis=basis_of(indicator, line.rules),
        printed_in=indicator,
        decided=points(indicator.claimed),
    )
    weight = line.score.weight if indicator.weight is None else points(indicator.weight)
    assert weight is not None  # what is tried in a line's place has a weight
    score = weighted(score, weight, rules=line.rules)
    replaced = _indicator(indicator, score, line.rules, line.table_places)
    return attrs.evolve(replaced, inferred=line.inferred)


def cells_of(line: Line, worth: Worth) -> RatioCells:
    """Return what the cells of a line that is scored by a ratio or a fact admit, under *worth*."""
    basis = line.score.basis
    if isinstance(basis, ByFact):
        # A fact earns its share as a ratio of itself to 1 would.
        return RatioCells(
            formula=FORMULAS["proportional"],
            worth=worth,
            target=_ONE,
            actual=Interval.point(basis.share),
            target_face=Fraction(1),
            actual_face=basis.share,
        )
    assert isinstance(basis, ByRatio)  # bands and open lines are not asked
    return RatioCells(
        formula=basis.formula,
        worth=worth,
        target=basis.target_set,
        actual=basis.actual_set,
        target_face=basis.target,
        actual_face=basis.actual,
        printed_rate=line.printed_rate,
    )


def word_shares(line: Line) -> Interval | None:
    """Return the shares that a line of words may earn though it is scored as a zero; None for others.

    无 wanted and 无 reported is zero reached, which earns the full weight; an assessor who takes it for a
    wording decides within the band of a result that is reached.
    """
    target, actual = line.target, line.actual
    if not isinstance(target, Target) or not isinstance(actual, Actual):
        return None
    if target.kind is not TargetKind.NONE or actual.kind is not ActualKind.NONE:
        return None
    return next((band.shares for band in line.rules.bands if band.result is Result.REACHED), None)
