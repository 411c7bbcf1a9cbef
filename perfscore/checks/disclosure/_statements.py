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
from perfscore.intervals import Interval, exact_sum
from perfscore.verdicts import (
    Admitted,
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
    verdict = hold_sum(
        base,
        (whole.value, whole.possible),
        [(part.value, part.possible) for part in known],
        places=whole.places,
        scale=whole.unit.scale,
        complete=stated.complete,
    )
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    scale = whole.unit.scale
    message = Message.of(
        "S004",
        claimed=whole.text,
        parts=" + ".join(part.text for part in stated.parts),
        computed=decimal_text(exact_sum([part.value for part in known]) / scale),
        distance=distance(verdict, lambda value: decimal_text(value / scale)),
    )
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
    admitted, face, scale = high.possible - low.possible, high.value - low.value, change.unit.scale
    way = Admitted(
        claim=change.value,
        values=(admitted,),
        stands_for=change.possible,
        face=face,
        places=change.places,
        scale=scale,
        kind=_kind(by_face=face == change.value),
    )
    verdict = hold(attrs.evolve(base, claimed=change.text, computed=admitted), (way,))
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    message = Message.of(
        "S003",
        figures=f"{before.text} → {after.text}",
        claimed=change.text,
        computed=decimal_text(face / scale),
        distance=distance(verdict, lambda value: decimal_text(value / scale)),
    )
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
    if not tuple(claimed_rates(rate)):
        return _open(base)
    verdict = hold(attrs.evolve(base, computed=ratios), rate_ways(rate, ratios, face))
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    told = distance(verdict, points_apart)
    message = Message.of(code, **details, claimed=rate.text, computed=percent_text(face), distance=told)
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
            continue
        way = Admitted(
            claim=quantity.value,
            values=(other.possible,),
            stands_for=quantity.possible,
            face=other.value,
            places=min(other.places, quantity.places),
            scale=quantity.unit.scale,
            kind=_kind(by_face=other.value == quantity.value),
            prefer=quantity.value,
        )
        verdict = hold(attrs.evolve(base, computed=other.possible), (way,))
        if verdict.kind is VerdictKind.INCONSISTENT:
            message = Message.of("S006", there=_called(there), other=other.text, claimed=quantity.text)
            yield Outcome((verdict,), (finding(place, message),))
        else:
            yield Outcome((verdict,))


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
