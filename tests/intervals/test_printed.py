"""What is printed for a set, by hand and by brute force over a grid of rationals."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from perfscore.intervals import Interval, Rounding, nearest_printed, printed_ends, rounded

F = Fraction


@pytest.mark.parametrize(
    ("upper", "mode", "high"),
    [
        ("10", Rounding.HALF_UP, 10), ("9.5", Rounding.HALF_UP, 9), ("10", Rounding.TRUNCATE, 9),
        ("9.5", Rounding.HALF_EVEN, 9), ("8.5", Rounding.HALF_EVEN, 8), ("10", Rounding.HALF_EVEN, 10),
    ],
)  # fmt: skip
def test_half_open_sets_by_hand(upper: str, mode: Rounding, high: int) -> None:
    """Of [8.2, 10) half up prints 8 to 10, truncated 8 to 9; an open tie prints what lies below it."""
    values = Interval(F("8.2"), F(upper), upper_closed=False)
    assert printed_ends(values, 0, mode) == (F(8), F(high))


def test_open_lower_ends_by_hand() -> None:
    """Above a tie that goes to the even digit, or above a whole number below 0 that is cut, comes the next."""
    above = Interval(F("8.5"), F(9), lower_closed=False)
    assert printed_ends(above, 0, Rounding.HALF_EVEN) == (F(9), F(9))
    assert printed_ends(above, 0, Rounding.HALF_UP) == (F(9), F(9))
    below = Interval(F(-1), F(0), lower_closed=False)
    assert printed_ends(below, 0, Rounding.TRUNCATE) == (F(0), F(0))


def test_sets_without_end() -> None:
    """They have no lowest and highest printed value, but always a nearest one, which the grid has."""
    with pytest.raises(ValueError, match=r"for \[1, \+∞\): it has no end"):
        printed_ends(Interval.at_least(F(1)), 0)
    with pytest.raises(ValueError, match="it has no end"):
        printed_ends(Interval.at_most(F(1)), 0)
    assert nearest_printed(F("0.2"), Interval.at_least(F("1.5"), closed=False), 0, Rounding.TRUNCATE) == 1
    assert nearest_printed(F("7.26"), Interval.at_least(F("1.5")), 1) == F("7.3")
    assert nearest_printed(F("7.26"), Interval.at_most(F("1.5")), 1) == F("1.5")
    assert nearest_printed(F("7.5"), Interval(None, None, lower_closed=False, upper_closed=False), 0) == 7


@pytest.mark.parametrize("mode", list(Rounding))
@pytest.mark.parametrize("places", [0, 1, -1])
def test_printed_values_by_brute_force(mode: Rounding, places: int) -> None:
    """For all sets between quarters of the last place, closed and open, against every value of a finer grid."""
    unit = F(10) ** -places
    quarters = [step * unit / 4 for step in range(-7, 8)]
    fine = [step * unit / 16 for step in range(-28, 29)]
    printed = {value: rounded(value, places, mode) for value in fine}
    claims = [unit * F(claim) for claim in ("-3", "-0.6", "0", "0.5", "1.2", "3")]
    for low, high, left, right in product(quarters, quarters, (True, False), (True, False)):
        if low > high or (low == high and not (left and right)):
            continue
        values = Interval(low, high, lower_closed=left, upper_closed=right)
        reached = {printed[value] for value in fine if value in values}
        assert printed_ends(values, places, mode) == (min(reached), max(reached))
        for claim in claims:
            nearest = min(reached, key=lambda value: (abs(value - claim), value))  # used at once
            assert nearest_printed(claim, values, places, mode) == nearest
