"""What is printed for a whole set of values: the lowest, the highest and the nearest to a claim."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from perfscore.intervals._rounding import Rounding, printing, rounded, unit_of

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.intervals._interval import Interval


def printed_ends(
    values: Interval, places: int, mode: Rounding = Rounding.HALF_UP
) -> tuple[Fraction, Fraction]:
    """Return the lowest and the highest value that is printed for a set; every one between is, too.

    Rounding never turns the order of two values round, so only the ends decide, and an open end is
    printed as the values just inside it.

    Raises
    ------
    ValueError
        If an end of the set is infinite.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore.intervals import Interval
    >>> printed_ends(Interval(Fraction(9), Fraction("9.5"), upper_closed=False), 0)
    (Fraction(9, 1), Fraction(9, 1))
    >>> printed_ends(Interval(Fraction(9), Fraction("9.5")), 0)
    (Fraction(9, 1), Fraction(10, 1))
    """
    low, high = _lowest(values, places, mode), _highest(values, places, mode)
    if low is None or high is None:
        message = f"no lowest and highest value is printed for {values!r}: it has no end"
        raise ValueError(message)
    return low, high


def nearest_printed(
    claim: Fraction, values: Interval, places: int, mode: Rounding = Rounding.HALF_UP
) -> Fraction:
    """Return the value printed for a set that lies nearest to *claim*; of two, the lower.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore.intervals import Interval
    >>> nearest_printed(Fraction(10), Interval(Fraction("7.96"), Fraction("8.14")), 1)
    Fraction(81, 10)
    >>> nearest_printed(Fraction("8.03"), Interval.at_least(Fraction(5)), 1)
    Fraction(8, 1)
    """
    low, high = _lowest(values, places, mode), _highest(values, places, mode)
    unit = unit_of(places)
    below = floor(claim / unit) * unit
    near = (_held(value, low, high) for value in (below, below + unit))
    return min(near, key=lambda value: (abs(value - claim), value))


def _held(value: Fraction, low: Fraction | None, high: Fraction | None) -> Fraction:
    if low is not None and value < low:
        return low
    return high if high is not None and value > high else value


def _lowest(values: Interval, places: int, mode: Rounding) -> Fraction | None:
    if values.lower is None:
        return None
    value = rounded(values.lower, places, mode)
    alike = printing(value, places, mode)
    assert alike is not None  # a rounded value has no more decimals than *places*
    # An end that is the last to be printed so, and is not in the set, leaves the next value.
    if not values.lower_closed and alike.upper == values.lower:
        return value + unit_of(places)
    return value


def _highest(values: Interval, places: int, mode: Rounding) -> Fraction | None:
    if values.upper is None:
        return None
    value = rounded(values.upper, places, mode)
    alike = printing(value, places, mode)
    assert alike is not None  # a rounded value has no more decimals than *places*
    if not values.upper_closed and alike.lower == values.upper:
        return value - unit_of(places)
    return value
