"""Each row's share of a line's value, of its money and weight, and of the points that it lost."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from perfscore.aggregation._result import Feed
from perfscore.aggregation._rows import LineKind, Number
from perfscore.intervals import exact_sum
from perfscore.terms import Direction

if TYPE_CHECKING:
    from perfscore.aggregation._combining import Combined
    from perfscore.aggregation._matching import Group
    from perfscore.aggregation._rows import Contribution

Amounts = tuple[Fraction | None, ...]

_ONE = Fraction(1)


def feeds_of(group: Group, combined: Combined, *, lost: Fraction | None) -> tuple[Feed, ...]:
    """Return the rows of a line with their shares; *lost* is what the line lost."""
    contributions = [contribution for _, contribution in group.members]
    money = tuple(face_of(part.money) for part, _ in group.members)
    # In a sum every unit counts once, in a mean as often as there is money behind it.
    counts = money if combined.kind in (LineKind.RELATIVE, LineKind.QUALITATIVE) else (_ONE,) * len(money)
    weights: Amounts = (None,) * len(money)
    if group.stated_weight is None:
        weights = tuple(map(_product, money, [contribution.weight for contribution in contributions]))
    columns = (
        shares(tuple(map(_product, counts, [face_of(contribution.value) for contribution in contributions]))),
        shares(money),
        shares(weights),
        losses(
            lost,
            tuple(map(_product, counts, [_miss(contribution, combined) for contribution in contributions])),
        ),
    )
    return tuple(
        Feed(
            location=contribution.location,
            target="" if contribution.indicator.target is None else contribution.indicator.target.text,
            actual="" if contribution.indicator.actual is None else contribution.indicator.actual.text,
            of_value=of_value,
            of_money=of_money,
            of_weight=of_weight,
            lost=points,
        )
        for contribution, of_value, of_money, of_weight, points in zip(contributions, *columns, strict=True)
    )


def face_of(number: object) -> Fraction | None:
    """Return the face value of a number; None of anything else.

    Examples
    --------
    >>> face_of(Number.exactly(Fraction(3))), face_of(None)
    (Fraction(3, 1), None)
    """
    return number.face if isinstance(number, Number) else None


def shares(amounts: Amounts) -> Amounts:
    """Return each amount's share of their sum; None of all if one is missing or the sum is 0.

    Examples
    --------
    >>> shares((Fraction(1), Fraction(3)))
    (Fraction(1, 4), Fraction(3, 4))
    >>> shares((Fraction(1), None))
    (None, None)
    """
    known = [value for value in amounts if value is not None]
    whole = exact_sum(known)
    if len(known) < len(amounts) or whole == 0:
        return (None,) * len(amounts)
    return tuple(value / whole for value in known)


def losses(lost: Fraction | None, missed: Amounts) -> Amounts:
    """Return the points that are lost through each part, in proportion to what it missed.

    Parameters
    ----------
    lost
        What was lost in all; None if that is not known.
    missed
        By how much each part missed its target; negative where it did better.

    Examples
    --------
    >>> losses(Fraction(3), (Fraction(4), Fraction(-1)))
    (Fraction(4, 1), Fraction(-1, 1))
    """
    if lost is None or lost == 0 or len(missed) == 1:
        return (lost,) * len(missed)
    return tuple(None if share is None else lost * share for share in shares(missed))


def _product(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def _miss(contribution: Contribution, combined: Combined) -> Fraction | None:
    if combined.kind is LineKind.OTHER:
        # All tables say the same: each missed as much.
        return _ONE
    value = face_of(contribution.value)
    if combined.kind is LineKind.QUALITATIVE:
        return None if value is None else 1 - value
    target = face_of(contribution.target)
    if target is None or value is None:
        return None
    return value - target if combined.direction is Direction.NEGATIVE else target - value
