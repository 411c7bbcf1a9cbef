"""The amounts of budget execution: the printed rate, the sources of the funds, the budget itself.

Codes B002 to B005, B007.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text, percent_text
from perfscore.checks._context import is_assumed
from perfscore.figures import all_comparable, same_unit
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import exact_sum
from perfscore.scoring import EXECUTION, ByRatio, LeftOpen, execution_basis, points
from perfscore.verdicts import (
    Outcome,
    Subject,
    Verdict,
    claimed_rates,
    distance,
    hold,
    hold_sum,
    points_apart,
    rate_ways,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks._context import Context
    from perfscore.figures import Figure, Quantity
    from perfscore.findings import Finding
    from perfscore.model import BudgetExecution
    from perfscore.rules import RuleSet
    from perfscore.scoring import Basis


def check_rate(context: Context) -> Outcome:
    """Return the verdict on the printed execution rate; nothing where none is printed."""
    execution, score = context.table.execution, context.card.execution
    if execution is None or execution.rate is None or score is None:
        return Outcome()
    place = Location(table=context.table.name, name=EXECUTION, column=Column.RATE)
    base = Verdict(
        subject=Subject.EXECUTION_RATE,
        kind=VerdictKind.OPEN,
        location=place,
        claimed=execution.rate.text,
        assumed=is_assumed(execution.rate, execution.budget, execution.executed),
    )
    quantity = execution.rate.quantity
    if quantity is None or not tuple(claimed_rates(quantity)):
        message = Message.of("R001", text=execution.rate.text)
        return Outcome((attrs.evolve(base, reason=message),), (finding(place, message),))
    if isinstance(score.basis, LeftOpen):
        # Why the amounts give no rate is told once, with the execution score.
        return Outcome((attrs.evolve(base, reason=score.basis.why.message),))
    assert isinstance(score.basis, ByRatio)  # execution is scored by its rate or not at all
    return _compared(base, quantity, score.basis)


def rate_follows(execution: BudgetExecution, basis: Basis) -> bool:
    """Whether the printed rate follows from the amounts of *basis*, rounded in any way."""
    rate = None if execution.rate is None else execution.rate.quantity
    if rate is None or not isinstance(basis, ByRatio):
        return False
    return any(way.explain() is not None for way in rate_ways(rate, basis.ratios, basis.ratio))


def is_turned(execution: BudgetExecution, rules: RuleSet) -> bool:
    """Whether the two amounts contradict the printed rate, and read the other way round give it."""
    if rate_follows(execution, execution_basis(execution, rules)):
        return False
    turned = attrs.evolve(execution, budget=execution.executed, executed=execution.budget)
    return rate_follows(turned, execution_basis(turned, rules))


def check_nothing_spent(context: Context) -> Iterator[Finding]:
    """Yield the finding that nothing was spent of a budget and the indicators claim points."""
    execution = context.table.execution
    budget, executed = (None, None) if execution is None else (execution.budget, execution.executed)
    if budget is None or executed is None or budget.quantity is None or executed.quantity is None:
        return
    claims = [points(indicator.claimed) for indicator in context.table.indicators]
    claimed = exact_sum([claim for claim in claims if claim is not None])
    if budget.quantity.value > 0 and executed.quantity.value == 0 and claimed > 0:
        place = Location(table=context.table.name, name=EXECUTION, column=Column.EXECUTED)
        message = Message.of("B007", budget=budget.text, executed=executed.text, points=decimal_text(claimed))
        yield finding(place, message)


def check_amounts(context: Context) -> Iterator[Outcome]:
    """Yield the verdicts on the sources of the funds, and whether more was spent than budgeted."""
    execution = context.table.execution
    if execution is None:
        return
    place = Location(table=context.table.name, name=EXECUTION)
    yield Outcome((), tuple(_above_budget(execution, place)))
    sources = execution.sources
    for column, whole, parts in (
        (Column.BUDGET, execution.budget, [source.budget for source in sources]),
        (Column.EXECUTED, execution.executed, [source.executed for source in sources]),
    ):
        printed = [cell for cell in parts if cell is not None]
        if whole is not None and printed:
            complete = len(printed) == len(parts)
            yield _sources(whole, printed, attrs.evolve(place, column=column), complete=complete)


def _above_budget(execution: BudgetExecution, place: Location) -> Iterator[Finding]:
    """Executed above budget scores in full, but money was spent that was not granted."""
    budget, executed = (
        None if cell is None else cell.quantity for cell in (execution.budget, execution.executed)
    )
    if budget is None or executed is None or not same_unit(budget.unit, executed.unit):
        return
    if executed.possible & budget.possible is None and executed.value > budget.value:
        gap = executed.possible.distance(budget.possible)
        message = Message.of(
            "B004", executed=executed.text, budget=budget.text, gap=decimal_text(gap / budget.unit.scale)
        )
        yield finding(attrs.evolve(place, column=Column.EXECUTED), message)


def _sources(whole: Figure, parts: list[Figure], place: Location, *, complete: bool) -> Outcome:
    """Hold an amount against the sum of its sources, each for all that its printed digits stand for."""
    base = Verdict(
        subject=Subject.SOURCES,
        kind=VerdictKind.OPEN,
        location=place,
        claimed=whole.text,
        assumed=is_assumed(whole, *parts),
    )
    amounts = [cell.quantity for cell in (whole, *parts) if cell.quantity is not None]
    if not complete or len(amounts) <= len(parts) or not all_comparable(amounts):
        message = Message.of("R003", what=Message.of("what.sources"))
        return Outcome((attrs.evolve(base, reason=message),), (finding(place, message),))
    known = [(amount.value, amount.possible) for amount in amounts]
    scale = amounts[0].unit.scale
    verdict = hold_sum(base, known[0], known[1:], places=amounts[0].places, scale=scale)
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    message = Message.of(
        "B005",
        column=place.column,
        claimed=whole.text,
        computed=decimal_text(exact_sum([amount.value for amount in amounts[1:]]) / scale),
        distance=distance(verdict, lambda value: decimal_text(value / scale)),
    )
    return Outcome((verdict,), (finding(place, message),))


def _compared(base: Verdict, rate: Quantity, basis: ByRatio) -> Outcome:
    face = basis.ratio
    assert face is not None
    verdict = hold(attrs.evolve(base, computed=basis.ratios), rate_ways(rate, basis.ratios, face))
    shown = {"claimed": base.claimed, "computed": percent_text(face)}
    if verdict.kind is VerdictKind.INCONSISTENT:
        told = distance(verdict, points_apart)
        message = Message.of("B002", **shown, distance=told)
    elif verdict.convention is not None:
        message = Message.of("B003", **shown, convention=verdict.convention)
    else:
        return Outcome((verdict,))
    return Outcome((verdict,), (finding(base.location, message),))
