"""The printed execution rate against executed by budget: codes B002 and B003."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text, percent_text
from perfscore.checks._context import Outcome, is_assumed
from perfscore.checks._verdict import Subject, Verdict, Witness
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import Interval, Rounding, printing
from perfscore.scoring import EXECUTION, Method

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from perfscore.checks._context import Context
    from perfscore.figures import Quantity
    from perfscore.scoring import Basis

_PER_CENT = 2
_MODES = (
    (Rounding.HALF_UP, None),
    (Rounding.HALF_EVEN, "convention.rate-half-even"),
    (Rounding.TRUNCATE, "convention.rate-truncated"),
)


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
    if quantity is None or not tuple(_readings(quantity)):
        message = Message.of("R001", text=execution.rate.text)
        return Outcome((attrs.evolve(base, reason=message),), (finding(place, message),))
    if score.basis.method is Method.OPEN:
        # Why the amounts give no rate is told once, with the execution score.
        return Outcome((attrs.evolve(base, reason=score.basis.reason),))
    return _compared(base, quantity, score.basis)


def _compared(base: Verdict, rate: Quantity, basis: Basis) -> Outcome:
    ratios, face = basis.ratios, basis.ratio
    assert face is not None
    shown = {"claimed": base.claimed, "computed": percent_text(face)}
    for mode, convention in _MODES:
        for value, places in _readings(rate):
            stands_for = printing(value, places, mode)
            meet = None if stands_for is None else stands_for & ratios
            if stands_for is None or meet is None:
                continue
            kind = _kind(convention, by_face=face in stands_for)
            named = None if convention is None else Message.of(convention)
            witness = Witness(exact=meet.pick(face), printed=value)
            verdict = attrs.evolve(
                base, kind=kind, claimed_set=stands_for, computed=ratios, convention=named, witness=witness
            )
            if named is None:
                return Outcome((verdict,))
            message = Message.of("B003", **shown, convention=named)
            return Outcome((verdict,), (finding(base.location, message),))
    gap = min(ratios.distance(_around(value, places)) for value, places in _readings(rate))
    verdict = attrs.evolve(base, kind=VerdictKind.INCONSISTENT, computed=ratios, gap=gap)
    message = Message.of("B002", **shown, gap=decimal_text(gap * 100))
    return Outcome((verdict,), (finding(base.location, message),))


def _kind(convention: str | None, *, by_face: bool) -> VerdictKind:
    if convention is not None:
        return VerdictKind.BY_CONVENTION
    return VerdictKind.CONSISTENT if by_face else VerdictKind.BY_ROUNDING


def _readings(rate: Quantity) -> Iterator[tuple[Fraction, int]]:
    """Yield the rate as a fraction of one, with the decimals that it then prints.

    A rate without a sign may be a per cent whose sign stands in the column's header.
    """
    if rate.unit.text == "‰":
        yield rate.value, rate.places + _PER_CENT + 1
    elif rate.unit.is_rate:
        yield rate.value, rate.places + _PER_CENT
    elif not rate.unit.text:
        yield rate.value / 100, rate.places + _PER_CENT
        yield rate.value, rate.places


def _around(value: Fraction, places: int) -> Interval:
    """Return everything that prints as *value* in any way of rounding."""
    sets = [printing(value, places, mode) for mode, _ in _MODES]
    ends = [(item.lower, item.upper) for item in sets if item is not None]
    return Interval(
        min(low for low, _ in ends if low is not None), max(up for _, up in ends if up is not None)
    )
