"""The weighted mean: its exact range against the corners of the cells, and its ends."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.aggregation import mean_range
from perfscore.aggregation._mean import mean
from perfscore.intervals import Interval

ENDS = st.integers(-6, 6).map(lambda value: Fraction(value, 2))
VALUES = st.tuples(ENDS, ENDS).map(lambda ends: Interval(min(ends), max(ends)))
POSITIVE = st.integers(1, 8).map(Fraction)
WEIGHTS = st.tuples(POSITIVE, POSITIVE).map(lambda ends: Interval(min(ends), max(ends)))
FROM_ZERO = POSITIVE.map(lambda end: Interval(Fraction(0), end))


def F(value: object) -> Fraction:  # noqa: N802  # short, as it stands everywhere below
    """Return an exact number."""
    return Fraction(str(value))


def ends_of(values: Interval) -> tuple[Fraction, Fraction]:
    """Return both ends of a set that has them."""
    assert values.lower is not None
    assert values.upper is not None
    return values.lower, values.upper


def corners(items: list[tuple[Interval, Interval]]) -> list[Fraction]:
    """Return the mean of every choice of an end of each value and each weight."""
    every_value = list(product(*[ends_of(value) for value, _ in items]))
    every_weight = [item for item in product(*[ends_of(weight) for _, weight in items]) if any(item)]
    return [mean(values, weights) for values in every_value for weights in every_weight]


@given(st.lists(st.tuples(VALUES, WEIGHTS | FROM_ZERO), min_size=1, max_size=4))
def test_the_range_is_that_of_the_corners(items: list[tuple[Interval, Interval]]) -> None:
    """With closed cells both ends are reached at corners, and no corner lies outside."""
    if not any(weight.lower for _, weight in items):
        return
    found = corners(items)
    assert mean_range(items) == Interval(min(found), max(found))


@given(st.lists(st.tuples(VALUES, WEIGHTS), min_size=1, max_size=5), st.randoms())
def test_order_does_not_matter(items: list[tuple[Interval, Interval]], random: object) -> None:
    """The range is of the set of parts, not of their order; and it holds the face mean."""
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert mean_range(shuffled) == mean_range(items)
    face = mean([ends_of(value)[0] for value, _ in items], [ends_of(weight)[1] for _, weight in items])
    assert face in mean_range(items)


def test_division_of_intervals_would_be_far_wider() -> None:
    """90 and 100 with money of 1 ± 0.5 each: the mean stays between 92.5 and 97.5."""
    money = Interval(F("0.5"), F("1.5"))
    pairs = [(Interval.point(F(90)), money), (Interval.point(F(100)), money)]
    assert mean_range(pairs) == Interval(F("92.5"), F("97.5"))
    naive = Interval(F(95), F(285)).divided_by(Interval(F(1), F(3)))
    assert naive == Interval(F(95) / 3, F(285))


OPEN_ABOVE = Interval(F(1), F(2), upper_closed=False)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        # One part: its own set, whatever the weight, with the ends as they are.
        ([(OPEN_ABOVE, Interval(F(1), F(3), lower_closed=False, upper_closed=False))], OPEN_ABOVE),
        # The value above the mean takes the highest weight, which is not reached.
        (
            [
                (Interval.point(F(4)), Interval(F(1), F(3), upper_closed=False)),
                (Interval.point(F(0)), Interval.point(F(1))),
            ],
            Interval(F(2), F(3), upper_closed=False),
        ),
        # The value below takes the lowest weight, which is not reached.
        (
            [
                (Interval.point(F(4)), Interval.point(F(1))),
                (Interval.point(F(0)), Interval(F(1), F(3), lower_closed=False)),
            ],
            Interval(F(1), F(2), upper_closed=False),
        ),
        # An open value below whose weight may be 0 does not hinder the highest mean.
        (
            [(Interval.point(F(4)), Interval.point(F(1))), (OPEN_ABOVE, Interval(F(0), F(1)))],
            Interval(F("2.5"), F(4)),
        ),
        # An open value at the very top, with the closed ones at it: the weight of the open one may vanish.
        (
            [(Interval.point(F(2)), Interval.point(F(1))), (OPEN_ABOVE, Interval(F(0), F(1)))],
            Interval(F("1.5"), F(2)),
        ),
        # The same with a weight that cannot vanish: the top is only approached.
        (
            [(Interval.point(F(2)), Interval.point(F(1))), (OPEN_ABOVE, Interval(F(1), F(2)))],
            Interval(F(4) / 3, F(2), upper_closed=False),
        ),
        # Only open values at the top, with weights that may vanish: not reached either.
        (
            [(Interval(F(1), F(1)), Interval.point(F(1))), (OPEN_ABOVE, Interval(F(0), F(1)))],
            Interval(F(1), F("1.5"), upper_closed=False),
        ),
        # No limit above, as ≥95% has none.
        (
            [(Interval.at_least(F(95)), Interval.point(F(1))), (Interval.point(F(85)), Interval.point(F(1)))],
            Interval(F(90), None, upper_closed=False),
        ),
        # No limit, but no money either.
        (
            [(Interval.at_least(F(95)), Interval.point(F(0))), (Interval.point(F(85)), Interval.point(F(1)))],
            Interval.point(F(85)),
        ),
    ],
)
def test_ends(items: list[tuple[Interval, Interval]], expected: Interval) -> None:
    """An end belongs to the range only if values and weights reach it."""
    assert mean_range(items) == expected


def test_what_vanishes_at_the_top_reaches_nothing() -> None:
    """Two open values with the same end: their mean approaches it, however they weigh."""
    items = [(OPEN_ABOVE, Interval(F(1), F(2))), (OPEN_ABOVE, Interval(F(0), F(2)))]
    assert mean_range(items) == OPEN_ABOVE


@pytest.mark.parametrize(
    "weight",
    [
        Interval.at_least(Fraction(1)),
        Interval.at_most(Fraction(1)),
        Interval(Fraction(-1), Fraction(1)),
        Interval(Fraction(0), Fraction(1)),
    ],
)
def test_what_is_no_weight_is_refused(weight: Interval) -> None:
    """A weight is not negative, has a limit, and not all may be 0."""
    with pytest.raises(ValueError, match="weight"):
        mean_range([(Interval.point(Fraction(1)), weight)])


def test_a_mean_without_weights_is_none() -> None:
    """Weights that add to 0 have no mean."""
    with pytest.raises(ZeroDivisionError):
        mean([Fraction(1)], [Fraction(0)])
