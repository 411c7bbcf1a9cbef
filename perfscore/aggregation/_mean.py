"""The mean weighted by money: its face value, and all values that the printed cells admit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.intervals import Interval, exact_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction


@attrs.frozen(kw_only=True)
class _Item:
    """A value's upper end, None if it has none, with its weight."""

    end: Fraction | None
    closed: bool
    weight: Interval

    @property
    def least(self) -> Fraction:
        assert self.weight.lower is not None  # the caller has checked it
        return self.weight.lower

    @property
    def most(self) -> Fraction:
        assert self.weight.upper is not None  # the caller has checked it
        return self.weight.upper

    @property
    def may_vanish(self) -> bool:
        """Whether the weight may be 0, so that the value does not matter."""
        return self.least == 0 and self.weight.lower_closed


def mean(values: Sequence[Fraction], weights: Sequence[Fraction]) -> Fraction:
    """Return the mean of *values*, weighted.

    Raises
    ------
    ZeroDivisionError
        If the weights add to 0.

    Examples
    --------
    >>> from fractions import Fraction
    >>> mean([Fraction(90), Fraction(100)], [Fraction(3), Fraction(1)])
    Fraction(185, 2)
    """
    products = [value * weight for value, weight in zip(values, weights, strict=True)]
    return exact_sum(products) / exact_sum(weights)


def mean_range(items: Iterable[tuple[Interval, Interval]]) -> Interval:
    """Return exactly the weighted means that values and weights within their sets can have.

    The weights stand above and below the fraction line, so dividing one interval by another gives
    a set that is far too wide. The highest mean gives each value above it its highest weight and
    each below it its lowest; which those are is found by going through the values from the top
    (the lowest mean likewise). An end belongs to the set only if a choice of values and weights
    reaches it.

    Parameters
    ----------
    items
        For each part the set of its value and the set of its weight.

    Raises
    ------
    ValueError
        If a weight may be negative or has no limit, or if all weights can be 0.

    Examples
    --------
    90 % and 100 %, the money of each printed as 1:

    >>> from fractions import Fraction
    >>> money = Interval(Fraction(1, 2), Fraction(3, 2))
    >>> mean_range([(Interval.point(Fraction(90)), money), (Interval.point(Fraction(100)), money)])
    [185/2, 195/2]
    """
    pairs = tuple(items)
    for _, weight in pairs:
        if weight.lower is None or weight.upper is None or weight.lower < 0:
            message = f"not a weight: {weight!r}"
            raise ValueError(message)
    if not any(weight.lower for _, weight in pairs):
        message = "all weights can be 0: there may be no mean"
        raise ValueError(message)
    upper, upper_closed = _highest([_item(value, weight) for value, weight in pairs])
    lower, lower_closed = _highest([_item(-value, weight) for value, weight in pairs])
    return Interval(
        None if lower is None else -lower, upper, lower_closed=lower_closed, upper_closed=upper_closed
    )


def _item(value: Interval, weight: Interval) -> _Item:
    return _Item(end=value.upper, closed=value.upper_closed, weight=weight)


def _highest(items: Sequence[_Item]) -> tuple[Fraction | None, bool]:
    """Return the highest mean, None if there is none, and whether it is reached."""
    counting = [item for item in items if item.most > 0]
    ends = sorted(((item.end, item) for item in counting if item.end is not None), key=lambda pair: -pair[0])
    if len(ends) < len(counting):
        return None, False
    weight = exact_sum([item.least for _, item in ends])
    product = exact_sum([item.least * end for end, item in ends])
    position = 0
    # No mean is below its lowest value, so this ends at the last one.
    while ends[position][0] * weight > product:
        end, item = ends[position]
        weight += item.most - item.least
        product += (item.most - item.least) * end
        position += 1
    highest = product / weight
    reached = all(_reaches(item, end, highest) for end, item in ends)
    # Where every value at the top is only approached, letting their weights vanish reaches nothing.
    held = any(item.closed and end >= highest for end, item in ends)
    return highest, reached and held


def _reaches(item: _Item, end: Fraction, highest: Fraction) -> bool:
    """Whether one part allows the highest mean itself."""
    if end > highest:
        return item.closed and item.weight.upper_closed
    if end < highest:
        return item.weight.lower_closed and (item.closed or item.least == 0)
    return item.closed or item.may_vanish
