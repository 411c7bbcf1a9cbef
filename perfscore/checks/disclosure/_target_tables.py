"""Target tables of budget time: what the money adds up to, and what the targets ask for.

Codes B005, B008, O002 to O007.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.checks.table import merged, unmeasurable
from perfscore.figures import (
    TargetKind,
    comparable,
    comparable_by_year,
    plain_name,
    plain_wording,
    same_wording,
)
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import exact_sum
from perfscore.terms import Horizon
from perfscore.verdicts import Outcome, Subject, Verdict, distance, hold_sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.figures import Actual, Figure, Quantity, Target
    from perfscore.findings import Finding
    from perfscore.model import TargetIndicator, TargetTable
    from perfscore.rules import RuleSet

_FIGURES = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.EXACTLY)
_COST = "成本"
_HISTORY = "历史"


def check_target_table(table: TargetTable, rules: RuleSet) -> Iterator[Outcome]:
    """Yield what verification says of a target table.

    Parameters
    ----------
    table
        The table.
    rules
        The rule set, for the words that say that lower is better.
    """
    yield from _money(table)
    found: list[Finding] = []
    wordings = {
        plain_wording(item.target.text)
        for goal in table.goals
        for item in goal.indicators
        if item.target is not None and item.target.kind is TargetKind.WORDING
    }
    number = 0
    for goal in table.goals:
        for item in goal.indicators:
            number += 1
            place = Location(
                table=table.name, labels=(*goal.labels, *item.labels), row=number, name=item.name
            )
            found.extend(_of_indicator(item, place, wordings, rules))
    found.extend(_horizons(table, rules))
    yield Outcome((), merged(found))


def _money(table: TargetTable) -> Iterator[Outcome]:
    """Sources and spending detail against the year's budget, items against their parts."""
    place = Location(table=table.name, name="项目当年预算", column=Column.BUDGET)
    sources = [source.budget for source in table.sources]
    if table.budget is not None and sources:
        yield _added(table.budget, sources, Subject.SOURCES, place, "B005", column=place.column)
    spending = [item.amount for item in table.spending]
    if table.budget is not None and spending and not table.truncated:
        yield _added(table.budget, spending, Subject.SPENDING, place, "B008", name=place.name)
    for item in table.spending:
        if item.amount is not None and item.parts:
            inner = Location(table=table.name, name=item.name, column=Column.BUDGET)
            yield _added(item.amount, item.parts, Subject.SPENDING, inner, "B008", name=inner.name)


def _added(
    whole: Figure,
    parts: list[Figure | None] | tuple[Actual, ...],
    subject: Subject,
    place: Location,
    code: str,
    **called: object,
) -> Outcome:
    """Hold an amount against the sum of its parts; *called* is what the sentence calls it."""
    base = Verdict(subject=subject, kind=VerdictKind.OPEN, location=place, claimed=whole.text)
    amounts = [None if part is None else part.quantity for part in (whole, *parts)]
    known = [amount for amount in amounts if amount is not None]
    # A bare number is in the table's unit of money, as one that prints 万元 is.
    if len(known) < len(amounts) or len({amount.unit.text for amount in known if amount.unit.text}) > 1:
        message = Message.of("R003", what=Message.of("what.sources"))
        return Outcome((attrs.evolve(base, reason=message),), (finding(place, message),))
    in_units = [
        (amount.value / amount.unit.scale, amount.possible.scaled(1 / amount.unit.scale)) for amount in known
    ]
    verdict = hold_sum(base, in_units[0], in_units[1:], places=known[0].places)
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    message = Message.of(
        code,
        **called,
        claimed=whole.text,
        computed=decimal_text(exact_sum([face for face, _ in in_units[1:]])),
        distance=distance(verdict, decimal_text),
    )
    return Outcome((verdict,), (finding(place, message),))


def _of_indicator(
    item: TargetIndicator, place: Location, wordings: set[str], rules: RuleSet
) -> Iterator[Finding]:
    target = item.target
    if target is None or target.kind is TargetKind.UNSET:
        text = "—" if target is None else target.text
        yield finding(place, Message.of("O005", target=text))
    else:
        yield from unmeasurable(item.name, target, attrs.evolve(place, column=Column.TARGET))
    yield from _against_history(item, place, rules)
    yield from _basis(item, place, wordings)


def _against_history(item: TargetIndicator, place: Location, rules: RuleSet) -> Iterator[Finding]:
    target, last, before = item.target, item.last_year, item.year_before_last
    if target is None or last is None:
        return
    worse = _is_better(last, target, item, rules)
    if worse:
        message = Message.of("O002", target=target.text, last_year=last.text)
        yield finding(attrs.evolve(place, column=Column.TARGET), message)
    if before is not None and _is_figure(target) and _same(target, last) and _same(last, before):
        quantity = target.quantity
        if quantity is not None and not _is_at_its_end(quantity):
            yield finding(attrs.evolve(place, column=Column.TARGET), Message.of("O003", target=target.text))


def _is_figure(target: Target) -> bool:
    return target.kind in _FIGURES


def _same(one: Target, other: Target) -> bool:
    return same_wording(one.text, other.text)


def _is_at_its_end(quantity: Quantity) -> bool:
    """Whether no more can be asked for: all of them, or none."""
    return quantity.value == 0 or (quantity.unit.is_rate and quantity.value == 1)


def _is_better(one: Target, other: Target, item: TargetIndicator, rules: RuleSet) -> bool:
    """Whether the first of two targets of an indicator asks for more than the second."""
    if one.quantity is None or other.quantity is None or not _is_figure(one) or not _is_figure(other):
        return False
    if not comparable(one.quantity, other.quantity):
        return False
    if _lower_is_better(other, item, rules):
        return one.quantity.value < other.quantity.value
    return one.quantity.value > other.quantity.value


def _lower_is_better(target: Target, item: TargetIndicator, rules: RuleSet) -> bool:
    if target.kind is not TargetKind.EXACTLY:
        return target.kind is TargetKind.AT_MOST
    name = item.name.strip()
    return any(_COST in label for label in item.labels) or any(map(name.endswith, rules.lower_is_better))


def _horizons(table: TargetTable, rules: RuleSet) -> Iterator[Finding]:
    """Long-term and annual targets of one name: the nearer cannot ask for more than the farther."""
    far: dict[str, TargetIndicator] = {}
    number = 0
    for goal in table.goals:
        for item in goal.indicators:
            number += 1
            name = plain_name(item.name)
            if goal.horizon is Horizon.LONG_TERM:
                far.setdefault(name, item)
                continue
            other = far.get(name)
            if other is None or other.target is None or item.target is None:
                continue
            reason = _at_odds(other.target, item.target, item, rules)
            if reason is None:
                continue
            place = Location(
                table=table.name,
                labels=goal.labels,
                row=number,
                name=item.name,
                column=Column.TARGET,
            )
            message = Message.of(
                "O004", long_term=other.target.text, annual=item.target.text, reason=Message.of(reason)
            )
            yield finding(place, message)


def _at_odds(far: Target, near: Target, item: TargetIndicator, rules: RuleSet) -> str | None:
    if far.quantity is None or near.quantity is None:
        return None
    if not comparable_by_year(far.quantity, near.quantity):
        return "reason.units-at-odds"
    return "reason.annual-exceeds" if _is_better(near, far, item, rules) else None


def _basis(item: TargetIndicator, place: Location, wordings: set[str]) -> Iterator[Finding]:
    if item.basis is None:
        return
    basis = plain_wording(item.basis)
    reason = None
    if basis in wordings:
        reason = "reason.basis-is-target"
    elif _HISTORY in basis and _has_no_history(item):
        reason = "reason.no-history"
    if reason is not None:
        message = Message.of("O007", basis=item.basis, reason=Message.of(reason))
        yield finding(attrs.evolve(place, column=Column.BASIS), message)


def _has_no_history(item: TargetIndicator) -> bool:
    """Whether both years before are there and say that nothing was set."""
    years = (item.last_year, item.year_before_last)
    return all(year is not None and year.kind is TargetKind.UNSET for year in years)
