"""Rounding and its inverse: every multiple of an eighth of a unit is tried, ties included.

All ends here are multiples of half a unit, so the eighths tell any two of these sets apart.
"""

from __future__ import annotations

import decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.intervals import Interval, Rounding, printing, printing_any, rounded, unit_of

MODES = list(Rounding)
PLACES = [-1, 0, 1, 2, 3]
STEPS = range(-36, 37)
HALVES = [None, *range(-4, 5)]
QUANTIZE = {
    Rounding.HALF_UP: decimal.ROUND_HALF_UP,
    Rounding.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Rounding.TRUNCATE: decimal.ROUND_DOWN,
}


def _quantized(numerator: int, denominator: int, places: int, mode: Rounding) -> Fraction:
    """Round by the standard library's decimals, with digits enough that only the rounding rounds."""
    with decimal.localcontext(decimal.Context(prec=80)) as context:
        value = decimal.Decimal(numerator) / denominator
        assert not context.flags[decimal.Inexact]
        return Fraction(value.quantize(decimal.Decimal(1).scaleb(-places), rounding=QUANTIZE[mode]))


def _eighths(places: int, mode: Rounding) -> list[tuple[Fraction, Fraction]]:
    """Return each multiple of an eighth of a unit up to 4.5 units with what it is rounded to."""
    values = [step * unit_of(places) / 8 for step in STEPS]
    return [(value, rounded(value, places, mode)) for value in values]


def test_the_clause_own_examples() -> None:
    """Rule 6: 2 × 41/45 prints 1.82, 4 × 696/700 prints 3.98, a tie goes up."""
    assert rounded(2 * Fraction(41, 45), 2) == Fraction("1.82")
    assert rounded(4 * Fraction(696, 700), 2) == Fraction("3.98")
    assert rounded(Fraction("19.845"), 2) == Fraction("19.85")
    assert rounded(Fraction("19.845") - Fraction(1, 10**9), 2) == Fraction("19.84")


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Rounding.HALF_UP, [-3, -2, -2, -1, -1, 0, 1, 1, 2, 2, 3]),
        (Rounding.HALF_EVEN, [-2, -2, -2, -1, 0, 0, 0, 1, 2, 2, 2]),
        (Rounding.TRUNCATE, [-2, -2, -1, -1, 0, 0, 0, 1, 1, 2, 2]),
    ],
)
@pytest.mark.parametrize("places", PLACES)
def test_ties(places: int, mode: Rounding, expected: list[int]) -> None:
    """A tie goes away from zero, to the even digit, or towards zero, at any number of places."""
    unit = unit_of(places)
    assert [rounded(half * unit / 2, places, mode) / unit for half in range(-5, 6)] == expected


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("places", PLACES)
def test_rounding_agrees_with_decimal_at_every_eighth(places: int, mode: Rounding) -> None:
    """Decimal arithmetic rounds every multiple of an eighth of a unit alike."""
    for value, printed in _eighths(places, mode):
        assert printed == _quantized(value.numerator, value.denominator, places, mode)


@given(
    numerator=st.integers(-(10**18), 10**18),
    twos=st.integers(0, 20),
    fives=st.integers(0, 20),
    places=st.integers(-3, 6),
    mode=st.sampled_from(MODES),
)
def test_rounding_agrees_with_decimal(
    numerator: int, twos: int, fives: int, places: int, mode: Rounding
) -> None:
    """The standard library's decimal arithmetic, given digits enough, rounds any decimal alike."""
    denominator = 2**twos * 5**fives
    expected = _quantized(numerator, denominator, places, mode)
    assert rounded(Fraction(numerator, denominator), places, mode) == expected


@given(value=st.fractions(), places=st.integers(-3, 6), mode=st.sampled_from(MODES))
def test_any_value_is_rounded_to_a_neighbour(value: Fraction, places: int, mode: Rounding) -> None:
    """A value, decimal or not, prints as a whole number of units next to it, as its opposite does."""
    unit = unit_of(places)
    printed = rounded(value, places, mode)
    assert (printed / unit).denominator == 1
    assert rounded(-value, places, mode) == -printed
    assert rounded(printed, places, mode) == printed
    if mode is Rounding.TRUNCATE:
        assert abs(printed) <= abs(value) < abs(printed) + unit
    else:
        assert abs(printed - value) <= unit / 2


def test_half_up_is_the_default() -> None:
    """Where no mode is named, a tie goes up, in all three functions."""
    assert rounded(Fraction(5, 2), 0) == 3
    assert printing(Fraction(3), 0) == printing(Fraction(3), 0, Rounding.HALF_UP)
    assert printing_any(Interval.point(Fraction(3)), 0) == printing(Fraction(3), 0)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("places", PLACES)
def test_printing_is_the_inverse_of_rounding(places: int, mode: Rounding) -> None:
    """A value belongs to the set of a printed figure exactly if it is rounded to that figure.

    Every second figure has half a unit too many: nothing prints as it, so its set is None.
    """
    unit = unit_of(places)
    eighths = _eighths(places, mode)
    for half in range(-8, 9):
        figure = half * unit / 2
        stands_for = printing(figure, places, mode)
        assert (stands_for is None) == (half % 2 == 1)
        for value, printed in eighths:
            assert (stands_for is not None and value in stands_for) == (printed == figure)
        if stands_for is not None:
            assert stands_for.lower is not None
            assert stands_for.upper is not None
            assert {(2 * end / unit).denominator for end in (stands_for.lower, stands_for.upper)} == {1}


@pytest.mark.parametrize(
    ("figure", "mode", "shown"),
    [
        ("0", Rounding.HALF_UP, "(-1/2, 1/2)"),
        ("0", Rounding.HALF_EVEN, "[-1/2, 1/2]"),
        ("0", Rounding.TRUNCATE, "(-1, 1)"),
        ("1", Rounding.HALF_UP, "[1/2, 3/2)"),
        ("1", Rounding.HALF_EVEN, "(1/2, 3/2)"),
        ("1", Rounding.TRUNCATE, "[1, 2)"),
        ("2", Rounding.HALF_EVEN, "[3/2, 5/2]"),
        ("-1", Rounding.HALF_UP, "(-3/2, -1/2]"),
        ("-1", Rounding.HALF_EVEN, "(-3/2, -1/2)"),
        ("-1", Rounding.TRUNCATE, "(-2, -1]"),
        ("-2", Rounding.HALF_EVEN, "[-5/2, -3/2]"),
    ],
)
def test_sets_of_printed_figures(figure: str, mode: Rounding, shown: str) -> None:
    """The set of a figure has the ends of its mode, mirrored at zero."""
    assert repr(printing(Fraction(figure), 0, mode)) == shown


@pytest.mark.parametrize("mode", MODES)
def test_more_decimals_than_places_cannot_be_printed(mode: Rounding) -> None:
    """Nothing prints as 1.825 to two places, nor as 15 to tens."""
    for figure, places in (("1.825", 2), ("-1.825", 2), ("15", -1), ("-15", -1), ("1/3", 3)):
        assert printing(Fraction(figure), places, mode) is None


@given(value=st.fractions(), places=st.integers(-3, 6), mode=st.sampled_from(MODES))
def test_every_value_belongs_to_what_it_prints_as(value: Fraction, places: int, mode: Rounding) -> None:
    """A value, decimal or not, is in the set of its printed form and not in those beside it."""
    unit = unit_of(places)
    printed = rounded(value, places, mode)
    for figure in (printed - unit, printed, printed + unit):
        stands_for = printing(figure, places, mode)
        assert stands_for is not None
        assert (value in stands_for) == (figure == printed)


def _wanted(places: int) -> list[Interval]:
    """Return every set that ends at half a unit, at a whole one, or not at all, within two units."""
    unit, found = unit_of(places), []
    for low, high, left, right in product(HALVES, HALVES, (True, False), (True, False)):
        if (low is None and left) or (high is None and right):
            continue
        if low is not None and high is not None and (low > high or (low == high and not (left and right))):
            continue
        lower, upper = (None if end is None else end * unit / 2 for end in (low, high))
        found.append(Interval(lower, upper, lower_closed=left, upper_closed=right))
    return found


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("places", PLACES)
def test_printing_any_is_the_union(places: int, mode: Rounding) -> None:
    """The set of an interval of figures holds what is rounded into it, and is None if no figure is in it."""
    unit = unit_of(places)
    eighths = _eighths(places, mode)
    every = _wanted(places)
    assert len(every) == 9 + 36 * 4 + 2 * 9 * 2 + 1
    for wanted in every:
        union = printing_any(wanted, places, mode)
        figures = [step * unit for step in range(-5, 6) if step * unit in wanted]
        assert (union is None) == (not figures)
        for value, printed in eighths:
            assert (union is not None and value in union) == (printed in wanted)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("places", PLACES)
def test_printing_any_of_one_figure(places: int, mode: Rounding) -> None:
    """The set of the interval that holds one figure only is the set of that figure."""
    unit = unit_of(places)
    for step in range(-3, 4):
        figure = step * unit
        around = Interval(figure - unit, figure + unit, lower_closed=False, upper_closed=False)
        assert printing_any(Interval.point(figure), places, mode) == printing(figure, places, mode)
        assert printing_any(around, places, mode) == printing(figure, places, mode)


def test_printing_any_of_a_half_line() -> None:
    """A half-line of figures is reached by a half-line of values, and the whole line by all values."""
    assert printing_any(Interval.at_least(Fraction(1)), 0) == Interval.at_least(Fraction(1, 2))
    below = printing_any(Interval.at_most(Fraction(1), closed=False), 0)
    assert below == Interval.at_most(Fraction(1, 2), closed=False)
    fine = printing_any(Interval.at_most(Fraction("0.42")), 2)
    assert fine == Interval.at_most(Fraction("0.425"), closed=False)
    whole = Interval(None, None, lower_closed=False, upper_closed=False)
    assert printing_any(whole, 2) == whole


def test_units() -> None:
    """A unit of the last place is a power of ten, also left of the point."""
    assert [unit_of(places) for places in (-2, -1, 0, 1, 2)] == [
        100,
        10,
        1,
        Fraction(1, 10),
        Fraction(1, 100),
    ]
