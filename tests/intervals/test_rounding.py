"""Rounding and its inverse: every multiple of an eighth of a unit is tried, ties included."""

from __future__ import annotations

import decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.intervals import Interval, Rounding, printing, printing_any, rounded, unit_of

MODES = list(Rounding)
PLACES = [-1, 0, 1, 2]
STEPS = range(-36, 37)
QUANTIZE = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.TRUNCATE: decimal.ROUND_DOWN,
}


def test_the_clause_own_examples() -> None:
    """Rule 6: 2 × 41/45 prints 1.82, 4 × 696/700 prints 3.98, a tie goes up."""
    assert rounded(2 * Fraction(41, 45), 2) == Fraction("1.82")
    assert rounded(4 * Fraction(696, 700), 2) == Fraction("3.98")
    assert rounded(Fraction("19.845"), 2) == Fraction("19.85")
    assert rounded(Fraction("19.845") - Fraction(1, 10**9), 2) == Fraction("19.84")


@given(
    numerator=st.integers(-(10**12), 10**12),
    denominator=st.sampled_from([1, 2, 4, 8, 10, 100, 1000, 20000, 10**6]),
    places=st.integers(0, 4),
    mode=st.sampled_from(MODES),
)
def test_rounding_agrees_with_decimal(numerator: int, denominator: int, places: int, mode: Rounding) -> None:
    """The standard library's decimal arithmetic, given digits enough, rounds alike."""
    with decimal.localcontext(decimal.Context(prec=60)):
        value = decimal.Decimal(numerator) / denominator
        expected = value.quantize(decimal.Decimal(1).scaleb(-places), rounding=QUANTIZE[mode])
    assert rounded(Fraction(numerator, denominator), places, mode) == Fraction(expected)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("places", PLACES)
def test_printing_is_the_inverse_of_rounding(places: int, mode: Rounding) -> None:
    """A value belongs to the set of a printed figure exactly if it is rounded to that figure."""
    unit = unit_of(places)
    for printed in range(-4, 5):
        stands_for = printing(printed * unit, places, mode)
        assert stands_for is not None
        for step in STEPS:
            value = step * unit / 8
            assert (value in stands_for) == (rounded(value, places, mode) == printed * unit)


@pytest.mark.parametrize("mode", MODES)
def test_more_decimals_than_places_cannot_be_printed(mode: Rounding) -> None:
    """Nothing prints as 1.825 to two places."""
    assert printing(Fraction("1.825"), 2, mode) is None
    assert printing(Fraction("-1.825"), 2, mode) is None


@pytest.mark.parametrize("mode", MODES)
def test_printing_any_is_the_union(mode: Rounding) -> None:
    """The set of an interval of figures holds what is rounded into it, and is None if nothing is."""
    ends = [Fraction(step, 4) for step in range(-8, 9)]
    for lower in ends:
        for upper in ends:
            for closed in (True, False):
                if lower > upper or (lower == upper and not closed):
                    continue
                wanted = Interval(lower, upper, lower_closed=closed, upper_closed=closed)
                union = printing_any(wanted, 0, mode)
                for step in STEPS:
                    value = Fraction(step, 8)
                    assert (union is not None and value in union) == (rounded(value, 0, mode) in wanted)


def test_printing_any_of_a_half_line() -> None:
    """A half-line of figures is reached by a half-line of values."""
    assert printing_any(Interval.at_least(Fraction(1)), 0) == Interval.at_least(Fraction(1, 2))
    below = printing_any(Interval.at_most(Fraction(1), closed=False), 0)
    assert below == Interval.at_most(Fraction(1, 2), closed=False)


def test_units() -> None:
    """A unit of the last place is a power of ten, also left of the point."""
    assert [unit_of(places) for places in (-2, 0, 2)] == [100, 1, Fraction(1, 100)]
