"""Sets of several pieces: intervals in rising order that neither overlap nor touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.intervals._interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction


def union(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """Return what the intervals hold together: disjoint ones in rising order, joined where they touch.

    Examples
    --------
    >>> from fractions import Fraction
    >>> half_open = Interval(Fraction(0), Fraction(1), upper_closed=False)
    >>> union([Interval.point(Fraction(1)), half_open])
    ([0, 1],)
    >>> union([Interval(Fraction(1), Fraction(2), lower_closed=False), half_open])
    ([0, 1), (1, 2])
    """
    joined: list[Interval] = []
    for item in sorted(intervals, key=_begin):
        if joined and _meets(joined[-1], item):
            joined[-1] = _joined(joined[-1], item)
        else:
            joined.append(item)
    return tuple(joined)


def _begin(item: Interval) -> tuple[bool, Fraction | int, bool]:
    return (item.lower is not None, 0 if item.lower is None else item.lower, not item.lower_closed)


def _meets(one: Interval, later: Interval) -> bool:
    """Whether there is no gap between two intervals of which the second begins no earlier."""
    if one.upper is None or later.lower is None or later.lower < one.upper:
        return True
    return later.lower == one.upper and (later.lower_closed or one.upper_closed)


def _joined(one: Interval, later: Interval) -> Interval:
    if one.upper is None or (later.upper is not None and later.upper < one.upper):
        return one
    closed = later.upper_closed or (later.upper == one.upper and one.upper_closed)
    return Interval(one.lower, later.upper, lower_closed=one.lower_closed, upper_closed=closed)
