"""Laws of intervals: order does not matter, less in is less out, and no result is too large or too small."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.intervals import Interval, Rounding, exact_sum, printing_any, rounded, total, unit_of

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

# Few different values, so that ends often coincide; thirds, so that not all are decimals.
values = st.builds(Fraction, st.integers(-12, 12), st.sampled_from([1, 2, 3, 10]))
positive = st.builds(Fraction, st.integers(1, 12), st.sampled_from([1, 2, 3, 10]))
not_negative = st.one_of(st.just(Fraction(0)), positive)
modes, some_places = st.sampled_from(Rounding), st.integers(-1, 2)


@st.composite
def intervals(draw: DrawFn, ends: st.SearchStrategy[Fraction] = values, *, below: bool = True) -> Interval:
    """Draw an interval with such ends; with *below*, one that may have no lower end."""
    low, high = sorted((draw(ends), draw(ends)))
    if low == high and draw(st.booleans()):
        return Interval.point(low)
    lower = None if below and draw(st.integers(0, 5)) == 0 else low
    upper = None if low == high or draw(st.integers(0, 5)) == 0 else high
    return Interval(
        lower,
        upper,
        lower_closed=lower is not None and draw(st.booleans()),
        upper_closed=upper is not None and draw(st.booleans()),
    )


# What can be divided, and what can divide: an end of 0 is open there.
dividends = intervals(not_negative, below=False)
divisors = st.one_of(
    intervals(positive, below=False),
    st.builds(
        lambda upper, closed: Interval(Fraction(0), upper, lower_closed=False, upper_closed=closed),
        positive,
        st.booleans(),
    ),
    st.just(Interval.at_least(Fraction(0), closed=False)),
)


@st.composite
def members(draw: DrawFn, item: Interval) -> Fraction:
    """Draw a member of *item*: often an end that belongs to it, else a value anywhere inside."""
    if item.is_point:
        assert item.lower is not None
        return item.lower
    closed = [
        end
        for end, belongs in ((item.lower, item.lower_closed), (item.upper, item.upper_closed))
        if end is not None and belongs
    ]
    at_an_end = draw(st.booleans())
    if closed and at_an_end:
        return draw(st.sampled_from(closed))
    step = draw(positive)
    if item.lower is None or item.upper is None:
        if item.lower is not None:
            return item.lower + step
        return draw(values) if item.upper is None else item.upper - step
    return item.lower + (item.upper - item.lower) * step / (step + draw(positive))


@st.composite
def subsets(draw: DrawFn, item: Interval) -> Interval:
    """Draw an interval inside *item*, on either side up to its end or up to a member."""
    low, high = sorted((draw(members(item)), draw(members(item))))
    lower, lower_may = (item.lower, item.lower_closed) if draw(st.booleans()) else (low, True)
    upper, upper_may = (item.upper, item.upper_closed) if draw(st.booleans()) else (high, True)
    if lower is not None and lower == upper:
        return Interval.point(lower)
    return Interval(
        lower,
        upper,
        lower_closed=lower_may and draw(st.booleans()),
        upper_closed=upper_may and draw(st.booleans()),
    )


@st.composite
def nested(draw: DrawFn, source: st.SearchStrategy[Interval]) -> tuple[Interval, Interval]:
    """Draw an interval and one inside it; the inner one comes first."""
    outer = draw(source)
    return draw(subsets(outer)), outer


@st.composite
def with_member(draw: DrawFn, source: st.SearchStrategy[Interval]) -> tuple[Fraction, Interval]:
    """Draw an interval and a member of it; the member comes first."""
    item = draw(source)
    return draw(members(item)), item


def _within(inner: Interval | None, outer: Interval | None) -> bool:
    """Whether all of *inner* is in *outer*; None is the set of nothing."""
    return inner is None or (outer is not None and inner & outer == inner)


def _and(one: Interval | None, other: Interval | None) -> Interval | None:
    return None if one is None or other is None else one & other


def _with_its_ends(item: Interval) -> Interval:
    lower, upper = item.lower is not None, item.upper is not None
    return Interval(item.lower, item.upper, lower_closed=lower, upper_closed=upper)


@given(one=intervals(), other=intervals())
def test_order_does_not_matter(one: Interval, other: Interval) -> None:
    """Intersection and sum are commutative; differences either way are each other's opposites."""
    assert one & other == other & one
    assert one + other == other + one
    assert -(one - other) == other - one


@given(one=intervals(), other=intervals(), third=intervals())
def test_grouping_does_not_matter(one: Interval, other: Interval, third: Interval) -> None:
    """Intersection and sum are associative; subtracting twice is subtracting the sum."""
    assert _and(one & other, third) == _and(one, other & third)
    assert (one + other) + third == one + (other + third)
    assert (one - other) - third == one - (other + third)


@given(items=st.lists(intervals(), max_size=6), order=st.randoms(use_true_random=False))
def test_totals_do_not_depend_on_order_or_grouping(items: list[Interval], order: object) -> None:
    """A total is the repeated sum in any order, and a total of totals is the total."""
    repeated = sum(items, Interval.point(Fraction(0)))
    half = len(items) // 2
    assert total(items) == repeated
    assert total([total(items[:half]), total(items[half:])]) == repeated
    shuffled = list(items)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert total(shuffled) == repeated


@given(st.lists(st.fractions(), max_size=8))
def test_exact_sums_are_sums(items: list[Fraction]) -> None:
    """The sum reduced once is the sum reduced at every step."""
    assert exact_sum(items) == sum(items, Fraction(0))


@given(pair=nested(intervals()), other=intervals())
def test_intersection_is_the_largest_set_in_both(pair: tuple[Interval, Interval], other: Interval) -> None:
    """What two sets have in common is within both, and holds every set that is within both."""
    inner, item = pair
    assert item & item == item
    assert _within(item & other, item)
    assert _within(item & other, other)
    assert _within(inner, item & other) == _within(inner, other)


@given(one=intervals(), other=intervals(), factor=values, again=values)
def test_scaling_distributes(one: Interval, other: Interval, factor: Fraction, again: Fraction) -> None:
    """A sum scaled is the sum of the scaled sets, and scaling twice is scaling by the product."""
    assert (one + other).scaled(factor) == one.scaled(factor) + other.scaled(factor)
    assert one.scaled(factor).scaled(again) == one.scaled(factor * again)
    assert one.scaled(Fraction(-1)) == -one


@given(item=dividends, factor=positive)
def test_dividing_by_a_point_is_scaling(item: Interval, factor: Fraction) -> None:
    """Divided by one value, a set is scaled by its inverse."""
    assert item.divided_by(Interval.point(factor)) == item.scaled(1 / factor)


@given(pair=nested(intervals()))
def test_subsets_are_within(pair: tuple[Interval, Interval]) -> None:
    """A set met with one around it is itself: what the laws below take a subset to be."""
    inner, outer = pair
    assert _within(inner, outer)
    assert (inner == outer) == _within(outer, inner)


@given(one=nested(intervals()), other=nested(intervals()), factor=values)
def test_less_in_is_less_out(
    one: tuple[Interval, Interval], other: tuple[Interval, Interval], factor: Fraction
) -> None:
    """Inclusion isotonicity: subsets on both sides give a subset of the result."""
    (a, around_a), (b, around_b) = one, other
    assert _within(a & b, around_a & around_b)
    assert _within(a + b, around_a + around_b)
    assert _within(a - b, around_a - around_b)
    assert _within(-a, -around_a)
    assert _within(a.scaled(factor), around_a.scaled(factor))
    assert _within(total([a, b, a]), total([around_a, around_b, around_a]))
    assert a.distance(b) >= around_a.distance(around_b)


@given(top=nested(dividends), bottom=nested(divisors))
def test_less_divided_is_a_smaller_quotient(
    top: tuple[Interval, Interval], bottom: tuple[Interval, Interval]
) -> None:
    """Inclusion isotonicity of the quotient, on both sides."""
    assert _within(top[0].divided_by(bottom[0]), top[1].divided_by(bottom[1]))


@given(pair=nested(intervals()), places=some_places, mode=modes)
def test_fewer_figures_are_printed_by_fewer_values(
    pair: tuple[Interval, Interval], places: int, mode: Rounding
) -> None:
    """Inclusion isotonicity of the values that print into a set."""
    assert _within(printing_any(pair[0], places, mode), printing_any(pair[1], places, mode))


@given(one=with_member(intervals()), other=with_member(intervals()), factor=values)
def test_results_are_large_enough(
    one: tuple[Fraction, Interval], other: tuple[Fraction, Interval], factor: Fraction
) -> None:
    """What members give belongs to the result, an intersection apart only what is in both."""
    (a, in_a), (b, in_b) = one, other
    both = in_a & in_b
    assert a in in_a
    assert (both is not None and a in both) == (a in in_b)
    assert a + b in in_a + in_b
    assert a - b in in_a - in_b
    assert factor * a in in_a.scaled(factor)
    assert a + b in total([in_a, in_b])
    assert abs(a - b) >= in_a.distance(in_b)


@given(top=with_member(dividends), bottom=with_member(divisors))
def test_quotients_are_large_enough(
    top: tuple[Fraction, Interval], bottom: tuple[Fraction, Interval]
) -> None:
    """The quotient of two members belongs to the quotient of the sets."""
    assert top[0] / bottom[0] in top[1].divided_by(bottom[1])


@given(one=intervals(), other=intervals(), data=st.data())
def test_results_are_small_enough(one: Interval, other: Interval, data: st.DataObject) -> None:
    """Each value of a sum or a difference is given by two members."""
    added = data.draw(members(one + other))
    assert (Interval.point(added) - other) & one is not None
    taken = data.draw(members(one - other))
    assert (Interval.point(taken) + other) & one is not None


@given(top=dividends, bottom=divisors, data=st.data())
def test_quotients_are_small_enough(top: Interval, bottom: Interval, data: st.DataObject) -> None:
    """Each value of a quotient, times some divisor, is a dividend; so is an end that belongs to it."""
    quotient = data.draw(members(top.divided_by(bottom)))
    assert quotient >= 0
    assert bottom.scaled(quotient) & top is not None


@given(one=intervals(), other=intervals())
def test_distance_is_symmetric_and_zero_where_sets_touch(one: Interval, other: Interval) -> None:
    """The distance is the same from both sides, and 0 exactly if the sets, with their ends, meet."""
    distance = one.distance(other)
    assert distance == other.distance(one) >= 0
    assert (distance == 0) == (_with_its_ends(one) & _with_its_ends(other) is not None)


@given(one=intervals(), other=intervals(), move=values)
def test_distance_is_how_far_a_set_must_move(one: Interval, other: Interval, move: Fraction) -> None:
    """Widened by its distance a set touches the other; moving both changes nothing."""
    distance, by = one.distance(other), Interval.point(move)
    assert (one + Interval(-distance, distance)).distance(other) == 0
    assert (one + by).distance(other + by) == distance
    if distance:
        assert (one + Interval(-distance / 2, distance / 2)).distance(other) == distance / 2


@given(item=intervals(), preferred=st.none() | values)
def test_picked_values_are_members(item: Interval, preferred: Fraction | None) -> None:
    """The value picked belongs to the set, and is the preferred one if that does."""
    picked = item.pick(preferred)
    assert picked in item
    if preferred is not None:
        assert (picked == preferred) == (preferred in item)


@given(wanted=intervals(), value=st.fractions(-20, 20), places=some_places, mode=modes)
def test_what_prints_into_a_set(wanted: Interval, value: Fraction, places: int, mode: Rounding) -> None:
    """A value belongs to the values that print into a set exactly if its printed form is in the set."""
    fitting = printing_any(wanted, places, mode)
    assert (fitting is not None and value in fitting) == (rounded(value, places, mode) in wanted)


@given(one=st.fractions(), more=st.fractions(min_value=0), places=some_places, mode=modes)
def test_rounding_keeps_the_order(one: Fraction, more: Fraction, places: int, mode: Rounding) -> None:
    """Of two values the larger never prints smaller, and a unit more prints a unit more."""
    assert rounded(one, places, mode) <= rounded(one + more, places, mode)
    if mode is not Rounding.HALF_EVEN and one >= 0:
        unit = unit_of(places)
        assert rounded(one + unit, places, mode) == rounded(one, places, mode) + unit


def _has_negative(item: Interval) -> bool:
    return item.lower is None or item.lower < 0


def _has_zero_or_less(item: Interval) -> bool:
    return _has_negative(item) or Fraction(0) in item


@given(top=dividends, bottom=intervals().filter(_has_zero_or_less))
def test_only_positive_sets_divide(top: Interval, bottom: Interval) -> None:
    """Dividing by a set with zero or less is an error that shows the set."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the sentence follows
        top.divided_by(bottom)
    assert f"cannot divide by {bottom!r}: " in str(caught.value)


@given(top=intervals().filter(_has_negative), bottom=divisors)
def test_negative_sets_are_not_divided(top: Interval, bottom: Interval) -> None:
    """Dividing a set with negative values is an error that shows the set."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the sentence follows
        top.divided_by(bottom)
    assert f"cannot divide {top!r}: " in str(caught.value)
