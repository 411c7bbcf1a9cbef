"""Intervals against brute force: membership of every point of a fine grid decides."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from perfscore.intervals import Interval, total

ENDS = [None, Fraction(0), Fraction(1), Fraction(2), Fraction(3)]
GRID = [Fraction(step, 4) for step in range(-4, 21)]


def _every_interval() -> list[Interval]:
    found = []
    for lower, upper, left, right in product(ENDS, ENDS, (True, False), (True, False)):
        try:
            found.append(Interval(lower, upper, lower_closed=left, upper_closed=right))
        except ValueError:
            continue
    return found


EVERY = _every_interval()
BOUNDED = [item for item in EVERY if item.lower is not None and item.upper is not None]


def _contains(item: Interval, value: Fraction) -> bool:
    """Membership, written a second time and plainly."""
    if item.lower is not None and (value < item.lower or (value == item.lower and not item.lower_closed)):
        return False
    return not (
        item.upper is not None and (value > item.upper or (value == item.upper and not item.upper_closed))
    )


def _members(item: Interval) -> list[Fraction]:
    return [value for value in GRID if _contains(item, value)]


def test_there_are_intervals_of_every_kind() -> None:
    """The brute force covers points, half-lines, the whole line and all kinds of ends."""
    assert len(EVERY) == 4 + 6 * 4 + 2 * 4 * 2 + 1
    assert len(BOUNDED) == 28


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_membership(item: Interval) -> None:
    """A value belongs to the set exactly if it lies between the ends or is a closed end."""
    assert [value for value in GRID if value in item] == _members(item)


@pytest.mark.parametrize("one", EVERY, ids=repr)
def test_intersection_has_the_common_members(one: Interval) -> None:
    """An intersection holds exactly what both sets hold, and is None exactly if that is nothing."""
    for other in EVERY:
        both = [value for value in _members(one) if _contains(other, value)]
        meet = one & other
        assert (meet is None) == (not both)
        assert meet is None or _members(meet) == both


@pytest.mark.parametrize("one", BOUNDED, ids=repr)
def test_sum_and_difference_have_the_right_ends(one: Interval) -> None:
    """An end of a sum or a difference belongs to it exactly if two members reach it."""
    for other in BOUNDED:
        for result, sign in ((one + other, 1), (one - other, -1)):
            reached = {a + sign * b for a in _members(one) for b in _members(other)}
            assert all(value in result for value in reached)
            assert result.lower_closed == (result.lower in reached)
            assert result.upper_closed == (result.upper in reached)
            # Interior points of the operands come within a quarter of an open end.
            assert result.lower is not None
            assert result.upper is not None
            assert min(reached) - result.lower <= Fraction(1, 2)
            assert result.upper - max(reached) <= Fraction(1, 2)


def test_sum_with_an_unbounded_set_is_unbounded() -> None:
    """What has no end on one side still has none after an addition."""
    assert Interval.at_least(Fraction(1)) + Interval.at_most(Fraction(2)) == Interval(
        None, None, lower_closed=False, upper_closed=False
    )


@pytest.mark.parametrize("factor", [Fraction(2), Fraction(1, 2), Fraction(0), Fraction(-1)])
def test_scaling_is_pointwise(factor: Fraction) -> None:
    """A scaled set holds exactly the scaled members."""
    for item in EVERY:
        scaled = item.scaled(factor)
        for value in _members(item):
            assert factor * value in scaled
        if factor:
            for value in GRID:
                assert (value in scaled) == _contains(item, value / factor)
        else:
            assert scaled == Interval.point(Fraction(0))


@pytest.mark.parametrize("top", [item for item in EVERY if item.lower is not None], ids=repr)
def test_quotients_have_the_right_ends(top: Interval) -> None:
    """An end of a quotient belongs to it exactly if two members reach it; 0 over anything is 0."""
    for bottom in EVERY:
        if bottom.lower is None or not _is_positive(bottom):
            continue
        result = top.divided_by(bottom)
        reached = {a / b for a in _members(top) for b in _members(bottom)}
        assert all(value in result for value in reached)
        assert result.lower_closed == (result.lower in reached)
        assert result.upper_closed == (result.upper is not None and result.upper in reached)
        unbounded = (top.upper is None or bottom.lower == 0) and top.upper != 0
        assert (result.upper is None) == unbounded


def _is_positive(item: Interval) -> bool:
    return item.lower is not None and item.lower >= 0 and Fraction(0) not in item


def test_division_refuses_what_it_cannot_divide() -> None:
    """Negative values above and anything but positive ones below are errors that show the set."""
    one = Interval.point(Fraction(1))
    for top in (Interval(Fraction(-1), Fraction(1)), Interval.at_most(Fraction(1))):
        with pytest.raises(ValueError, match="holds negative values"):
            top.divided_by(one)
    for bottom in (
        Interval(Fraction(0), Fraction(1)),
        Interval(Fraction(-1), Fraction(1)),
        Interval.at_most(Fraction(1)),
    ):
        with pytest.raises(ValueError, match="not all of its values are positive"):
            one.divided_by(bottom)


@pytest.mark.parametrize("one", EVERY, ids=repr)
def test_distance_is_what_separates_the_sets(one: Interval) -> None:
    """The distance is 0 where the sets meet or touch, else the gap between their ends; it is symmetric."""
    for other in EVERY:
        distance = one.distance(other)
        assert distance == other.distance(one)
        if one & other is not None:
            assert distance == 0
        elif distance:
            pairs = [(one, other), (other, one)]
            gaps = [b.lower - a.upper for a, b in pairs if a.upper is not None and b.lower is not None]
            assert distance == max(gaps) > 0


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_picked_values_belong_to_the_set(item: Interval) -> None:
    """Whatever is preferred, the value picked is a member, and the preferred one if it is."""
    assert item.pick() in item
    for preferred in GRID:
        picked = item.pick(preferred)
        assert picked in item
        assert (picked == preferred) == (preferred in item)


def test_pick_takes_the_nearest_closed_end() -> None:
    """Of a closed set, the end next to the preferred value is picked."""
    item = Interval(Fraction(1), Fraction(2))
    assert item.pick(Fraction(0)) == 1
    assert item.pick(Fraction(3)) == 2
    half_open = Interval(Fraction(1), Fraction(2), upper_closed=False)
    assert half_open.pick(Fraction(3)) == Fraction(3, 2)


def test_total_adds_all_sets() -> None:
    """The total of sets is their repeated sum, and of no sets it is 0."""
    assert total([]) == Interval.point(Fraction(0))
    for one, other in product(EVERY, BOUNDED[:8]):
        assert total([one, other]) == one + other


def test_equal_sets_are_equal_and_hash_alike() -> None:
    """A set has one representation, so sets with the same members are the same key."""
    assert len({*EVERY}) == len(EVERY)
    assert Interval(Fraction(1), Fraction(1)) == Interval.point(Fraction(1))
    assert hash(Interval(Fraction(2, 4), None, upper_closed=False)) == hash(Interval.at_least(Fraction(1, 2)))


def test_empty_and_impossible_ends_are_refused() -> None:
    """An interval is never empty and an infinite end never closed; the error shows the interval."""
    with pytest.raises(ValueError, match=r"no number lies between the ends of \[2, 1\]"):
        Interval(Fraction(2), Fraction(1))
    with pytest.raises(ValueError, match="no number lies between"):
        Interval(Fraction(1), Fraction(1), upper_closed=False)
    with pytest.raises(ValueError, match="an infinite end cannot be closed"):
        Interval(None, Fraction(1))
    with pytest.raises(ValueError, match="an infinite end cannot be closed"):
        Interval(Fraction(1), None)


def test_representations() -> None:
    """A set is shown in the usual notation of intervals."""
    assert repr(Interval.point(Fraction(45))) == "{45}"
    assert repr(Interval(Fraction(1), Fraction(2), lower_closed=False)) == "(1, 2]"
    assert repr(Interval.at_most(Fraction(1, 2))) == "(-∞, 1/2]"
    assert repr(Interval.at_least(Fraction(1), closed=False)) == "(1, +∞)"
