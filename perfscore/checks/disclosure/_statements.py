"""What a document states in prose: sums, shares, changes, and figures told twice.

Codes S002, S003, S004, S006.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import attrs

from perfscore._text import decimal_text, percent_text
from perfscore.figures import all_comparable, comparable
from perfscore.findings import Message, VerdictKind, finding
from perfscore.intervals import Interval, exact_sum, total
from perfscore.verdicts import Outcome, Subject, Verdict, Witness, around, readings, stated_sets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perfscore.figures import Actual, Figure, Quantity
    from perfscore.findings import Location
    from perfscore.model import StatedChange, StatedFigure, StatedShare, StatedSum

_FigureT = TypeVar("_FigureT", Fraction, Interval)
_NOT_NEGATIVE = Interval.at_least(Fraction(0))


def check_sum(stated: StatedSum, place: Location) -> Outcome:
    """Return the verdict on a stated sum: its parts add to it, or at least do not exceed it."""
    base = _base(stated.whole, place)
    whole = None if stated.whole is None else stated.whole.quantity
    parts = [part.quantity for part in stated.parts]
    known = [part for part in parts if part is not None]
    if whole is None or not parts or len(known) < len(parts) or not all_comparable((whole, *known)):
        return _open(base)
    added = total(part.possible for part in known)
    claimed = whole.possible
    admitted = added if stated.complete else _at_least(added)
    judged = attrs.evolve(base, computed=added)
    meet = claimed & admitted
    face = exact_sum([part.value for part in known])
    if meet is not None:
        by_face = whole.value == face if stated.complete else whole.value >= face
        witness = Witness(exact=meet.pick(face), printed=whole.value)
        return Outcome((attrs.evolve(judged, kind=_kind(by_face=by_face), witness=witness),))
    gap = claimed.distance(added)
    scale = whole.unit.scale
    message = Message.of(
        "S004",
        claimed=whole.text,
        parts=" + ".join(part.text for part in stated.parts),
        computed=decimal_text(face / scale),
        gap=decimal_text(gap / scale),
    )
    verdict = attrs.evolve(judged, kind=VerdictKind.INCONSISTENT, gap=gap)
    return Outcome((verdict,), (finding(place, message),))


def check_share(stated: StatedShare, place: Location) -> Outcome:
    """Return the verdict on a stated share or degree of completion."""
    return share_outcome(stated.part, stated.whole, stated.rate, place)


def share_outcome(part: Actual | None, whole: Actual | None, rate: Figure | None, place: Location) -> Outcome:
    """Hold a printed rate against the quotient of two printed figures.

    Parameters
    ----------
    part, whole, rate
        The cells.
    place
        Where the rate stands.
    """
    base = _base(rate, place)
    above, below = (None if cell is None else cell.quantity for cell in (part, whole))
    printed = None if rate is None else rate.quantity
    if above is None or below is None or printed is None or not comparable(below, above):
        return _open(base)
    over, under = above.possible & _NOT_NEGATIVE, below.possible & _NOT_NEGATIVE
    if over is None or under is None or under.lower is None or under.lower <= 0:
        return Outcome((attrs.evolve(base, reason=Message.of("reason.zero-whole")),))
    ratios = over.divided_by(under)
    details = {"part": above.text, "whole": below.text}
    return _rate_outcome(base, printed, ratios, above.value / below.value, details, "S002")


def check_change(stated: StatedChange, place: Location) -> Outcome:
    """Return the verdicts on a stated change: the difference, and the rate of it."""
    cells = (stated.before, stated.after, stated.change)
    quantities = [None if cell is None else cell.quantity for cell in cells]
    known = [quantity for quantity in quantities if quantity is not None]
    base = _base(stated.rate or stated.change, place)
    if len(known) < 2 or not all_comparable(known):  # noqa: PLR2004  # a change is between two
        return _open(base)
    before, after, change = quantities
    difference = _difference(stated, base, before, after, change)
    if stated.rate is None or stated.rate.quantity is None:
        return difference
    rate = _growth(stated, base, before, after, change)
    return Outcome(
        difference.verdicts + rate.verdicts,
        # A wrong difference makes its rate wrong: it is told once.
        difference.findings or rate.findings,
    )


def _difference(
    stated: StatedChange,
    base: Verdict,
    before: Quantity | None,
    after: Quantity | None,
    change: Quantity | None,
) -> Outcome:
    if before is None or after is None or change is None:
        return Outcome()
    low, high = (after, before) if stated.fell else (before, after)
    admitted = high.possible - low.possible
    meet = change.possible & admitted
    judged = attrs.evolve(base, claimed=change.text, computed=admitted)
    face = high.value - low.value
    if meet is not None:
        witness = Witness(exact=meet.pick(face), printed=change.value)
        verdict = attrs.evolve(judged, kind=_kind(by_face=face == change.value), witness=witness)
        return Outcome((verdict,))
    gap, scale = admitted.distance(change.possible), change.unit.scale
    message = Message.of(
        "S003",
        figures=f"{before.text} → {after.text}",
        claimed=change.text,
        computed=decimal_text(face / scale),
        gap=decimal_text(gap / scale),
    )
    verdict = attrs.evolve(judged, kind=VerdictKind.INCONSISTENT, gap=gap)
    return Outcome((verdict,), (finding(base.location, message),))


def _growth(
    stated: StatedChange,
    base: Verdict,
    before: Quantity | None,
    after: Quantity | None,
    change: Quantity | None,
) -> Outcome:
    """Hold the rate against change by before; what is not printed follows from the other two."""
    sets = [None if item is None else item.possible for item in (before, after, change)]
    faces = [None if item is None else item.value for item in (before, after, change)]
    whole_change, whole_before = _change_and_before(*sets, fell=stated.fell)
    face_change, face_before = _change_and_before(*faces, fell=stated.fell)
    changed, base_set = whole_change & _NOT_NEGATIVE, whole_before & _NOT_NEGATIVE
    if base_set is None or changed is None or base_set.lower is None or base_set.lower <= 0:
        return Outcome((attrs.evolve(base, reason=Message.of("reason.zero-whole")),))
    assert stated.rate is not None  # the caller has asked
    assert stated.rate.quantity is not None
    shown = [item.text for item in (before, after) if item is not None]
    figures = " → ".join(shown) + ("" if change is None else f" ({'−' if stated.fell else '+'}{change.text})")
    details = {"figures": figures}
    ratios = changed.divided_by(base_set)
    return _rate_outcome(base, stated.rate.quantity, ratios, face_change / face_before, details, "S003")


def _change_and_before(
    before: _FigureT | None, after: _FigureT | None, change: _FigureT | None, *, fell: bool
) -> tuple[_FigureT, _FigureT]:
    """Return the change and the figure before, of which at most one of the three is missing."""
    if change is None:
        assert before is not None  # two of the three are known
        assert after is not None
        change = before - after if fell else after - before
    if before is None:
        assert after is not None
        before = after + change if fell else after - change
    return change, before


def _rate_outcome(  # what is held against what, and how it is told
    base: Verdict,
    rate: Quantity,
    ratios: Interval,
    face: Fraction,
    details: dict[str, str],
    code: str,
) -> Outcome:
    judged = attrs.evolve(base, computed=ratios)
    if not tuple(readings(rate)):
        return _open(base)
    for value, stands_for, convention in stated_sets(rate):
        meet = stands_for & ratios
        if meet is None:
            continue
        kind = _kind(by_face=face in stands_for) if convention is None else VerdictKind.BY_CONVENTION
        named = None if convention is None else Message.of(convention)
        witness = Witness(exact=meet.pick(face), printed=value)
        return Outcome((attrs.evolve(judged, kind=kind, convention=named, witness=witness),))
    gap = min(ratios.distance(around(value, places)) for value, places in readings(rate))
    told = Message.of("label.points", gap=decimal_text(gap * 100))
    message = Message.of(code, **details, claimed=rate.text, computed=percent_text(face), gap=told)
    verdict = attrs.evolve(judged, kind=VerdictKind.INCONSISTENT, gap=gap)
    return Outcome((verdict,), (finding(base.location, message),))


def check_told_twice(stated: Iterable[tuple[StatedFigure, Location]]) -> Iterator[Outcome]:
    """Yield a verdict for each figure that is told again under the same name.

    Parameters
    ----------
    stated
        The figures with their places, in the order of the document.
    """
    first: dict[str, tuple[Quantity, Location]] = {}
    for item, place in stated:
        base = _base(item.value, place)
        quantity = None if item.value is None else item.value.quantity
        if quantity is None:
            yield _open(base)
            continue
        other, there = first.setdefault(item.name, (quantity, place))
        if other is quantity:
            continue
        if not comparable(other, quantity):
            yield _open(base)
        elif other.possible & quantity.possible is not None:
            witness = Witness(exact=quantity.value, printed=quantity.value)
            kind = _kind(by_face=other.value == quantity.value)
            yield Outcome((attrs.evolve(base, kind=kind, computed=other.possible, witness=witness),))
        else:
            gap = other.possible.distance(quantity.possible)
            message = Message.of(
                "S006",
                there=_called(there),
                other=other.text,
                claimed=quantity.text,
            )
            verdict = attrs.evolve(base, kind=VerdictKind.INCONSISTENT, computed=other.possible, gap=gap)
            yield Outcome((verdict,), (finding(place, message),))


def _called(place: Location) -> str:
    return " · ".join(place.labels) or place.table


def _base(cell: Actual | Figure | None, place: Location) -> Verdict:
    return Verdict(
        subject=Subject.STATED,
        kind=VerdictKind.OPEN,
        location=place,
        claimed=None if cell is None else cell.text,
    )


def _open(base: Verdict) -> Outcome:
    reason = Message.of("reason.not-comparable")
    return Outcome((attrs.evolve(base, kind=VerdictKind.OPEN, reason=reason),))


def _kind(*, by_face: bool) -> VerdictKind:
    return VerdictKind.CONSISTENT if by_face else VerdictKind.BY_ROUNDING


def _at_least(added: Interval) -> Interval:
    return Interval(added.lower, None, lower_closed=added.lower_closed, upper_closed=False)
