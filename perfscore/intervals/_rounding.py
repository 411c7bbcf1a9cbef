"""How an exact value becomes a printed one, and which exact values print alike."""

from __future__ import annotations

import enum
from fractions import Fraction
from math import ceil, floor

from perfscore.intervals._interval import Interval


class Rounding(enum.Enum):
    """A way to print an exact value to a number of places.

    Every way is mirrored at zero: -0.125 prints as 0.125 does, with the sign before it.
    """

    HALF_UP = "half-up"
    """To the nearest, a tie away from zero (四舍五入), which is the rule of every set read so far."""
    HALF_EVEN = "half-even"
    """To the nearest, a tie to the even digit (四舍六入五成双)."""
    TRUNCATE = "truncate"
    """Towards zero (截尾)."""


def rounded(value: Fraction, places: int, mode: Rounding = Rounding.HALF_UP) -> Fraction:
    """Return *value* as it is printed to *places* decimals.

    Parameters
    ----------
    value
        The exact value.
    places
        Decimals kept; may be negative, -2 rounds to hundreds.
    mode
        What happens to the rest.

    Examples
    --------
    Rule 6 of ``wuhan-2023``: 2 × 41/45 is printed as 1.82.

    >>> rounded(2 * Fraction(41, 45), 2) == Fraction("1.82")
    True
    >>> rounded(Fraction("19.845"), 2) == Fraction("19.85")
    True
    """
    # In whole numbers: a fraction reduced at every step costs several times as much.
    top, bottom = abs(value.numerator), value.denominator
    if places >= 0:
        top *= 10**places
    else:
        bottom *= 10**-places
    whole, rest = divmod(top, bottom)
    if mode is not Rounding.TRUNCATE:
        tie = 2 * rest - bottom
        if tie > 0 or (tie == 0 and (mode is Rounding.HALF_UP or whole % 2)):
            whole += 1
    signed = whole if value >= 0 else -whole
    return Fraction(signed, 10**places) if places >= 0 else Fraction(signed * 10**-places)


def unit_of(places: int) -> Fraction:
    """Return one unit of the last of *places* decimals.

    Examples
    --------
    >>> unit_of(2)
    Fraction(1, 100)
    """
    return Fraction(1, 10**places) if places >= 0 else Fraction(10**-places)


def printing(value: Fraction, places: int, mode: Rounding = Rounding.HALF_UP) -> Interval | None:
    """Return all exact values that are printed as *value*, or None if none is.

    None is the answer for a value with more decimals than *places*.

    Examples
    --------
    >>> printing(Fraction("19.91"), 2)
    [3981/200, 3983/200)
    >>> printing(Fraction("19.91"), 2, Rounding.TRUNCATE)
    [1991/100, 498/25)
    >>> printing(Fraction("1.825"), 2) is None
    True
    """
    unit = unit_of(places)
    steps = value / unit
    if steps.denominator != 1:
        return None
    if value < 0:
        mirrored = printing(-value, places, mode)
        assert mirrored is not None  # the steps of -value are as whole as these
        return -mirrored
    if mode is Rounding.TRUNCATE:
        # Cut off towards zero, 0.009 and -0.009 both print as 0.00.
        lower = value or -unit
        return Interval(lower, value + unit, lower_closed=bool(value), upper_closed=False)
    tie_up = mode is Rounding.HALF_UP or steps.numerator % 2 == 0
    tie_down = mode is Rounding.HALF_EVEN and steps.numerator % 2 == 0
    half = unit / 2
    # Zero is its own mirror: a tie above it belongs to it only if ties go to the even digit.
    lower_closed = tie_up if value else tie_down
    return Interval(value - half, value + half, lower_closed=lower_closed, upper_closed=tie_down)


def printing_any(wanted: Interval, places: int, mode: Rounding = Rounding.HALF_UP) -> Interval | None:
    """Return all exact values whose printed form lies in *wanted*, or None if no printed form does.

    Rounding never turns the order of two values round, so these values form one interval.

    Examples
    --------
    A rate that, rounded to whole per cent, lies in [0.415, 0.425) is 42 %:

    >>> printing_any(Interval(Fraction("0.415"), Fraction("0.425"), upper_closed=False), 2)
    [83/200, 17/40)
    """
    unit = unit_of(places)
    first = last = None
    if wanted.lower is not None:
        steps = wanted.lower / unit
        first = ceil(steps)
        if first == steps and not wanted.lower_closed:
            first += 1
    if wanted.upper is not None:
        steps = wanted.upper / unit
        last = floor(steps)
        if last == steps and not wanted.upper_closed:
            last -= 1
    if first is not None and last is not None and first > last:
        return None
    low = None if first is None else printing(first * unit, places, mode)
    high = None if last is None else printing(last * unit, places, mode)
    return Interval(
        None if low is None else low.lower,
        None if high is None else high.upper,
        lower_closed=low is not None and low.lower_closed,
        upper_closed=high is not None and high.upper_closed,
    )
