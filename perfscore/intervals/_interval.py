"""Non-empty intervals of exact rationals with open and closed ends."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ZERO = Fraction(0)


@attrs.frozen(repr=False, weakref_slot=False)
class Interval:
    """All rationals between two ends, each of which belongs to the set or not.

    An interval is never empty: an operation whose result may be empty returns ``None`` for it.
    An end of ``None`` is infinite and never belongs to the set.

    Parameters
    ----------
    lower, upper
        The ends; ``None`` where the set has none on that side.
    lower_closed, upper_closed
        Whether the end itself belongs to the set.

    Raises
    ------
    ValueError
        If no number lies between the ends, or an infinite end is called closed.

    Examples
    --------
    >>> half_open = Interval(Fraction(1, 2), Fraction(4, 5), lower_closed=True, upper_closed=False)
    >>> half_open
    [1/2, 4/5)
    >>> Fraction(4, 5) in half_open, half_open.is_point
    (False, False)
    """

    lower: Fraction | None
    upper: Fraction | None
    lower_closed: bool = attrs.field(default=True, kw_only=True)
    upper_closed: bool = attrs.field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.lower is self.upper is not None and self.lower_closed and self.upper_closed:
            return  # a point: nothing has to be compared
        if (self.lower is None and self.lower_closed) or (self.upper is None and self.upper_closed):
            message = f"an infinite end cannot be closed: {self!r}"
            raise ValueError(message)
        if not _holds(self.lower, self.upper, both_closed=self.lower_closed and self.upper_closed):
            message = f"no number lies between the ends of {self!r}"
            raise ValueError(message)

    @classmethod
    def point(cls, value: Fraction) -> Interval:
        """Return the set of one value.

        Examples
        --------
        >>> Interval.point(Fraction(45))
        {45}
        """
        return cls(value, value)

    @classmethod
    def at_least(cls, value: Fraction, *, closed: bool = True) -> Interval:
        """Return all values from *value* up.

        Examples
        --------
        >>> Interval.at_least(Fraction(95, 100))
        [19/20, +∞)
        """
        return cls(value, None, lower_closed=closed, upper_closed=False)

    @classmethod
    def at_most(cls, value: Fraction, *, closed: bool = True) -> Interval:
        """Return all values up to *value*.

        Examples
        --------
        >>> Interval.at_most(Fraction(5), closed=False)
        (-∞, 5)
        """
        return cls(None, value, lower_closed=False, upper_closed=closed)

    def __repr__(self) -> str:
        # Ends that are refused are shown too: [1, 1) holds nothing, so it is not written as a point.
        if self.is_point and self.lower_closed and self.upper_closed:
            return f"{{{self.lower}}}"
        left = "[" if self.lower_closed else "("
        right = "]" if self.upper_closed else ")"
        lower = "-∞" if self.lower is None else self.lower
        upper = "+∞" if self.upper is None else self.upper
        return f"{left}{lower}, {upper}{right}"

    @property
    def is_point(self) -> bool:
        """Whether the set holds one value only."""
        return self.lower is not None and self.lower == self.upper

    def __contains__(self, value: Fraction) -> bool:
        above = self.lower is None or self.lower < value or (self.lower_closed and self.lower == value)
        below = self.upper is None or value < self.upper or (self.upper_closed and self.upper == value)
        return above and below

    def __and__(self, other: Interval) -> Interval | None:
        """Return what both sets hold, or None where they hold nothing in common.

        An end belongs to the result only if it belongs to both sets.

        Examples
        --------
        >>> Interval(Fraction(0), Fraction(1)) & Interval(Fraction(1), Fraction(2))
        {1}
        >>> Interval(Fraction(0), Fraction(1), upper_closed=False) & Interval.point(Fraction(1)) is None
        True
        """
        lower, lower_closed = _inner(
            (self.lower, self.lower_closed), (other.lower, other.lower_closed), outward=-1
        )
        upper, upper_closed = _inner(
            (self.upper, self.upper_closed), (other.upper, other.upper_closed), outward=1
        )
        if not _holds(lower, upper, both_closed=lower_closed and upper_closed):
            return None
        return Interval(lower, upper, lower_closed=lower_closed, upper_closed=upper_closed)

    def __add__(self, other: Interval) -> Interval:
        """Return all sums of a value of this set and one of the other.

        Examples
        --------
        >>> Interval(Fraction(5), Fraction(8), upper_closed=False) + Interval.point(Fraction(10))
        [15, 18)
        """
        return Interval(
            None if self.lower is None or other.lower is None else self.lower + other.lower,
            None if self.upper is None or other.upper is None else self.upper + other.upper,
            lower_closed=self.lower_closed and other.lower_closed,
            upper_closed=self.upper_closed and other.upper_closed,
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.upper is None else -self.upper,
            None if self.lower is None else -self.lower,
            lower_closed=self.upper_closed,
            upper_closed=self.lower_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Return all differences of a value of this set and one of the other."""
        return self + -other

    def scaled(self, factor: Fraction) -> Interval:
        """Return *factor* times every value.

        Examples
        --------
        >>> Interval(Fraction(1, 2), Fraction(4, 5), upper_closed=False).scaled(Fraction(10))
        [5, 8)
        """
        if factor < 0:
            return (-self).scaled(-factor)
        if factor == 0:
            return Interval.point(_ZERO)
        # Most sets of a table are points: one product is enough for them.
        if self.lower is not None and self.lower == self.upper:
            return Interval.point(self.lower * factor)
        return Interval(
            None if self.lower is None else self.lower * factor,
            None if self.upper is None else self.upper * factor,
            lower_closed=self.lower_closed,
            upper_closed=self.upper_closed,
        )

    def divided_by(self, divisor: Interval) -> Interval:
        """Return all quotients of a value of this set and one of *divisor*.

        This set must hold no negative value, and *divisor* positive values only; every figure of
        a table that is divided is of that kind.

        Raises
        ------
        ValueError
            If this set holds a negative value, or *divisor* one that is not positive.

        Examples
        --------
        >>> executed = Interval(Fraction(995, 10), Fraction(1005, 10))
        >>> executed.divided_by(Interval.point(Fraction(100)))
        [199/200, 201/200]
        """
        if self.lower is None or self.lower < 0:
            message = f"cannot divide {self!r}: it holds negative values"
            raise ValueError(message)
        if divisor.lower is None or divisor.lower < 0 or _ZERO in divisor:
            message = f"cannot divide by {divisor!r}: not all of its values are positive"
            raise ValueError(message)
        lower, lower_closed = _lowest_quotient(self, divisor)
        upper, upper_closed = _highest_quotient(self, divisor)
        return Interval(lower, upper, lower_closed=lower_closed, upper_closed=upper_closed)

    def distance(self, other: Interval) -> Fraction:
        """Return how far the two sets lie apart: 0 if they meet or touch.

        Examples
        --------
        >>> band = Interval(Fraction(5), Fraction(8), upper_closed=False)
        >>> band.distance(Interval.point(Fraction(9)))
        Fraction(1, 1)
        """
        if self.upper is not None and other.lower is not None and self.upper < other.lower:
            return other.lower - self.upper
        if other.upper is not None and self.lower is not None and other.upper < self.lower:
            return self.lower - other.upper
        return _ZERO

    def pick(self, preferred: Fraction | None = None) -> Fraction:
        """Return a value of the set: *preferred* if it belongs, else a plain one near it.

        Examples
        --------
        >>> Interval(Fraction(1), Fraction(2)).pick(Fraction(3, 2))
        Fraction(3, 2)
        >>> Interval(Fraction(1), Fraction(2), lower_closed=False).pick(Fraction(0))
        Fraction(3, 2)
        """
        if preferred is not None and preferred in self:
            return preferred
        low, high = self.lower, self.upper
        if low is None and high is None:
            return _ZERO
        if low is None or high is None:
            return self._pick_from_the_end()
        if preferred is not None and preferred <= low and self.lower_closed:
            return low
        if preferred is not None and preferred >= high and self.upper_closed:
            return high
        return (low + high) / 2

    def _pick_from_the_end(self) -> Fraction:
        if self.lower is not None:
            return self.lower if self.lower_closed else self.lower + 1
        assert self.upper is not None  # one end is finite here
        return self.upper if self.upper_closed else self.upper - 1


def total(intervals: Iterable[Interval]) -> Interval:
    """Return all sums of one value from each set; of no sets, the set of 0.

    Examples
    --------
    >>> total([Interval(Fraction(5), Fraction(8)), Interval.point(Fraction(2))])
    [7, 10]
    """
    items = tuple(intervals)
    lowers = [item.lower for item in items if item.lower is not None]
    uppers = [item.upper for item in items if item.upper is not None]
    lower = exact_sum(lowers) if len(lowers) == len(items) else None
    # Scores by face value are points, and most sums are of these: one sum is enough.
    if lower is not None and lowers == uppers:
        return Interval.point(lower)
    return Interval(
        lower,
        exact_sum(uppers) if len(uppers) == len(items) else None,
        lower_closed=all(item.lower_closed for item in items),
        upper_closed=all(item.upper_closed for item in items),
    )


def exact_sum(values: Sequence[Fraction]) -> Fraction:
    """Return the exact sum, reduced once at the end instead of at every step.

    Examples
    --------
    >>> exact_sum([Fraction("19.91"), Fraction(2), Fraction("1.82")])
    Fraction(2373, 100)
    """
    bottom = lcm(*(value.denominator for value in values))
    return Fraction(sum(value.numerator * (bottom // value.denominator) for value in values), bottom)


def _holds(lower: Fraction | None, upper: Fraction | None, *, both_closed: bool) -> bool:
    if lower is None or upper is None or lower < upper:
        return True
    return both_closed and lower == upper


def _inner(
    one: tuple[Fraction | None, bool], other: tuple[Fraction | None, bool], *, outward: int
) -> tuple[Fraction | None, bool]:
    """Return the end that lies further in; of two equal ends, one that is closed in both."""
    if one[0] is None:
        return other
    if other[0] is None:
        return one
    if one[0] == other[0]:
        return one[0], one[1] and other[1]
    return min(one, other) if outward > 0 else max(one, other)


def _lowest_quotient(top: Interval, bottom: Interval) -> tuple[Fraction, bool]:
    assert top.lower is not None  # the caller has checked it
    if top.lower == 0:
        # 0 divided by anything is 0: the divisor's own end does not matter.
        return _ZERO, top.lower_closed
    if bottom.upper is None:
        return _ZERO, False
    return top.lower / bottom.upper, top.lower_closed and bottom.upper_closed


def _highest_quotient(top: Interval, bottom: Interval) -> tuple[Fraction | None, bool]:
    if top.upper == 0:
        return _ZERO, True
    # Divisors as near to 0 as one likes make quotients without a limit.
    if top.upper is None or bottom.lower is None or bottom.lower == 0:
        return None, False
    return top.upper / bottom.lower, top.upper_closed and bottom.lower_closed
