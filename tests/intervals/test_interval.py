"""Intervals against brute force: the members of every pair of sets decide, none is assumed.

All intervals here have whole ends, or none. Two such sets are the same if they hold the same
multiples of 1/2 up to a half beyond the outermost ends, and two that meet, one of them shifted by
a multiple of 1/2, have a multiple of 1/4 in common. So finite searches are proofs. They run over
whole numbers of quarters, by a membership that is written a second time.
"""

from __future__ import annotations

import pickle
from fractions import Fraction
from functools import cache
from itertools import pairwise, product
from math import floor

import attrs
import pytest

from perfscore.intervals import Interval, exact_sum, total

ENDS = (-2, -1, 0, 1, 2)
FLAGS = (True, False)
FACTORS = [Fraction(text) for text in ("3", "1", "1/2", "0", "-1/2", "-1", "-2")]


def _holds(ends: tuple[int | None, int | None], flags: tuple[bool, bool], value: Fraction) -> bool:
    """Membership, written a second time and plainly."""
    (lower, upper), (lower_closed, upper_closed) = ends, flags
    if lower is not None and (value < lower or (value == lower and not lower_closed)):
        return False
    return not (upper is not None and (value > upper or (value == upper and not upper_closed)))


def _every_set(ends: tuple[int, ...]) -> dict[Interval, tuple[int, ...]]:
    """Return each interval with these ends or none, with its members from -9 to 9 in quarters."""
    found = {}
    for lower, upper, left, right in product((None, *ends), (None, *ends), FLAGS, FLAGS):
        if (lower is None and left) or (upper is None and right):
            continue
        pair, flags = (lower, upper), (left, right)
        members = tuple(step for step in range(-36, 37) if _holds(pair, flags, Fraction(step, 4)))
        if members:
            found[_interval(pair, flags)] = members
    return found


def _interval(ends: tuple[int | None, int | None], flags: tuple[bool, bool]) -> Interval:
    lower, upper = (None if end is None else Fraction(end) for end in ends)
    return Interval(lower, upper, lower_closed=flags[0], upper_closed=flags[1])


MEMBERS = _every_set(ENDS)
EVERY = list(MEMBERS)
HALVES = range(-10, 11, 2)  # in quarters: what tells one of these sets from another
BY_MEMBERS = {frozenset(MEMBERS[item]) & frozenset(HALVES): item for item in EVERY}

# Sets that can be divided and that can divide, and all that their quotients can end in.
NOT_NEGATIVE = list(_every_set((0, 1, 2, 3)))
TOPS = [item for item in NOT_NEGATIVE if item.lower is not None]
BOTTOMS = [item for item in TOPS if item.lower or not item.lower_closed]
QUOTIENTS = sorted({Fraction(top, bottom) for top in range(4) for bottom in (1, 2, 3)})


def _probes(ends: list[Fraction]) -> list[Fraction]:
    """Return the ends, a value between each two, and one beyond them on either side."""
    between = [(low + high) / 2 for low, high in pairwise(ends)]
    return sorted([ends[0] - 1, *ends, *between, ends[-1] + 1])


@cache
def _divisors(quotient: Fraction) -> list[Fraction]:
    """Return values among which one is in every set that holds any divisor giving *quotient*."""
    ends = {Fraction(end) for end in range(4)}
    return _probes(sorted(ends | {end / quotient for end in ends} if quotient else ends))


def _plainly(item: Interval, value: Fraction) -> bool:
    above = item.lower is None or value > item.lower or (value == item.lower and item.lower_closed)
    return above and (item.upper is None or value < item.upper or (value == item.upper and item.upper_closed))


def _is_quotient(value: Fraction, top: Interval, bottom: Interval) -> bool:
    """Whether a member of *bottom* times *value* is a member of *top*: the definition, by search."""
    return any(_plainly(bottom, divisor) and _plainly(top, value * divisor) for divisor in _divisors(value))


def test_there_are_intervals_of_every_kind() -> None:
    """The brute force covers points, half-lines, the whole line and all kinds of ends."""
    assert len(EVERY) == 5 + 10 * 4 + 2 * 5 * 2 + 1
    assert len(TOPS) == 4 + 6 * 4 + 4 * 2
    assert len(BOTTOMS) == 3 + 3 * 2 + 3 * 4 + 1 + 3 * 2


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_membership(item: Interval) -> None:
    """A value belongs to the set exactly if it lies between the ends or is a closed end."""
    assert tuple(step for step in range(-36, 37) if Fraction(step, 4) in item) == MEMBERS[item]
    assert item.is_point == (len(MEMBERS[item]) == 1)


def test_a_set_has_one_representation() -> None:
    """Canonical form: sets with the same members are equal and hash alike, others are not equal.

    Ends are reduced, an infinite one is ``None`` and open, a point is closed on both sides, and
    nothing represents the empty set; so there is no second way to write a set.
    """
    assert len(BY_MEMBERS) == len(EVERY)
    for one, other in product(EVERY, EVERY):
        same = MEMBERS[one] == MEMBERS[other]
        assert (one == other) == same
        assert len({one, other}) == (1 if same else 2)


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_every_way_to_a_set_leads_to_the_same_representation(item: Interval) -> None:
    """However a set was computed, it is the same key."""
    nothing, third = Interval.point(Fraction(0)), Interval.point(Fraction(1, 3))
    ways = [
        item & item,
        item + nothing,
        item - nothing,
        (item + third) - third,
        nothing - (nothing - item),
        item.scaled(Fraction(1)),
        item.scaled(Fraction(-6, 4)).scaled(Fraction(-2, 3)),
        total([item]),
        attrs.evolve(item),
        pickle.loads(pickle.dumps(item)),  # noqa: S301  # our own bytes
    ]
    if item in TOPS:
        ways.append(item.divided_by(Interval.point(Fraction(1))))
    assert {*ways} == {item}
    assert {hash(way) for way in ways} == {hash(item)}
    assert {repr(way) for way in ways} == {repr(item)}


def test_named_constructors() -> None:
    """A point, a half-line up and a half-line down are the sets that their names say."""
    one = Fraction(2, 2)
    assert Interval.point(one) == _interval((1, 1), (True, True))
    assert Interval.at_least(one) == _interval((1, None), (True, False))
    assert Interval.at_least(one, closed=False) == _interval((1, None), (False, False))
    assert Interval.at_most(one) == _interval((None, 1), (False, True))
    assert Interval.at_most(one, closed=False) == _interval((None, 1), (False, False))


def test_sets_cannot_be_changed() -> None:
    """A set stays what it is, so it can be a key."""
    item = Interval.point(Fraction(1))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        item.lower = Fraction(0)  # type: ignore[misc]


@pytest.mark.parametrize("one", EVERY, ids=repr)
def test_intersection_has_the_common_members(one: Interval) -> None:
    """An intersection is the one set that holds exactly what both hold, and None if that is nothing."""
    for other in EVERY:
        common = frozenset(MEMBERS[one]) & frozenset(MEMBERS[other])
        assert (one & other is None) == (not common)
        assert one & other == (BY_MEMBERS[common & frozenset(HALVES)] if common else None)


@pytest.mark.parametrize("one", EVERY, ids=repr)
def test_sum_and_difference_hold_exactly_what_two_members_give(one: Interval) -> None:
    """A value belongs to a sum or a difference exactly if two members give it, an end no less."""
    for other in EVERY:
        for result, sign in ((one + other, 1), (one - other, -1)):
            reached = {a + sign * b for a in MEMBERS[one] for b in MEMBERS[other]}
            for step in range(-18, 19, 2):
                assert (Fraction(step, 4) in result) == (step in reached)
            _check_ends(result, {Fraction(step, 4) for step in reached}, range(-4, 5))


def _check_ends(result: Interval, reached: set[Fraction], possible: range) -> None:
    """Each end is one that these operands can give, and belongs to the set iff it is reached."""
    for end, closed in ((result.lower, result.lower_closed), (result.upper, result.upper_closed)):
        assert end is None or end in possible
        assert closed == (end is not None and end in reached)


@pytest.mark.parametrize("one", EVERY, ids=repr)
def test_sum_and_difference_without_an_end(one: Interval) -> None:
    """A sum ends on a side exactly if both sets do, a difference if the other set ends on the opposite."""
    for other in EVERY:
        assert ((one + other).lower is None) == (one.lower is None or other.lower is None)
        assert ((one + other).upper is None) == (one.upper is None or other.upper is None)
        assert ((one - other).lower is None) == (one.lower is None or other.upper is None)
        assert ((one - other).upper is None) == (one.upper is None or other.lower is None)


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_negation_turns_the_set_round(item: Interval) -> None:
    """The opposite of a set holds exactly the opposites of its members."""
    assert -item == BY_MEMBERS[frozenset(-step for step in MEMBERS[item]) & frozenset(HALVES)]


@pytest.mark.parametrize("factor", FACTORS, ids=str)
@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_scaling_is_pointwise(item: Interval, factor: Fraction) -> None:
    """A scaled set holds exactly the scaled members: times zero is the set of zero."""
    scaled = item.scaled(factor)
    assert {scaled.lower, scaled.upper} <= {None, *(factor * end for end in ENDS)}
    if factor == 0:
        assert scaled == Interval.point(Fraction(0))
    else:
        for step in HALVES:
            assert (factor * Fraction(step, 4) in scaled) == (step in MEMBERS[item])


@pytest.mark.parametrize("top", TOPS, ids=repr)
def test_quotients_hold_exactly_what_two_members_give(top: Interval) -> None:
    """A value belongs to a quotient exactly if two members give it, an end no less."""
    for bottom in BOTTOMS:
        result = top.divided_by(bottom)
        for value in _probes(QUOTIENTS):
            assert (value in result) == _is_quotient(value, top, bottom)
        for end, closed in ((result.lower, result.lower_closed), (result.upper, result.upper_closed)):
            assert end is None or end in QUOTIENTS
            assert closed == (end is not None and _is_quotient(end, top, bottom))


def test_quotients_at_zero_and_without_an_end() -> None:
    """0 over anything is 0; a divisor near 0 gives no upper end, one without end a lower end of 0."""
    zero, some, above = _interval((0, 0), FLAGS[:1] * 2), _interval((0, 1), (True, False)), (False, False)
    positive = Interval.at_least(Fraction(0), closed=False)
    assert zero.divided_by(positive) == zero
    assert some.divided_by(positive) == Interval.at_least(Fraction(0))
    assert some.divided_by(_interval((2, None), (True, False))) == Interval(
        Fraction(0), Fraction(1, 2), upper_closed=False
    )
    assert _interval((1, 2), (True, True)).divided_by(positive) == positive
    assert _interval((1, 2), (True, True)).divided_by(_interval((1, None), (True, False))) == Interval(
        Fraction(0), Fraction(2), lower_closed=False
    )
    assert _interval((0, 1), above).divided_by(_interval((0, 1), above)) == positive


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_only_what_has_no_negative_value_is_divided(item: Interval) -> None:
    """A set with a negative value is not divided; the error shows it."""
    if item in TOPS:
        assert item.divided_by(Interval.point(Fraction(1))) == item
    else:
        assert MEMBERS[item][0] < 0
        with pytest.raises(ValueError) as caught:  # noqa: PT011  # the sentence follows
            item.divided_by(Interval.point(Fraction(1)))
        assert str(caught.value) == f"cannot divide {item!r}: it holds negative values"


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_only_positive_sets_divide(item: Interval) -> None:
    """A set with zero or a negative value does not divide; the error shows it."""
    if item in BOTTOMS:
        assert Interval.point(Fraction(0)).divided_by(item) == Interval.point(Fraction(0))
    else:
        assert MEMBERS[item][0] <= 0
        with pytest.raises(ValueError) as caught:  # noqa: PT011  # the sentence follows
            Interval.point(Fraction(1)).divided_by(item)
        assert str(caught.value) == f"cannot divide by {item!r}: not all of its values are positive"


@pytest.mark.parametrize("one", EVERY, ids=repr)
def test_distance_is_what_separates_the_sets(one: Interval) -> None:
    """The distance is how near members of both come to each other, however near that is."""
    for other in EVERY:
        # Members come within a quarter of an open end on either side, and distances are whole.
        nearest = min(abs(a - b) for a in MEMBERS[one] for b in MEMBERS[other])
        assert one.distance(other) == floor(Fraction(nearest, 4))


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_picked_values_belong_to_the_set(item: Interval) -> None:
    """Whatever is preferred, the value picked is a member, and the preferred one if that is a member."""
    assert item.pick() in item
    for step in range(-36, 37):
        preferred = Fraction(step, 4)
        picked = item.pick(preferred)
        assert picked in item
        assert (picked == preferred) == (step in MEMBERS[item])


@pytest.mark.parametrize("item", EVERY, ids=repr)
def test_the_nearest_closed_end_is_picked(item: Interval) -> None:
    """Of a set that is closed on the side of the preferred value, that end is picked."""
    if item.lower_closed:
        assert item.lower is not None
        assert item.pick(item.lower - Fraction(1, 4)) == item.lower
    if item.upper_closed:
        assert item.upper is not None
        assert item.pick(item.upper + Fraction(1, 4)) == item.upper


def test_picked_values_are_plain() -> None:
    """Without a wish or a closed end, the middle is picked, of a half-line the end or one from it."""
    one, two = Fraction(1), Fraction(2)
    assert Interval(one, two).pick() == Fraction(3, 2)
    assert Interval(one, two, lower_closed=False).pick(one) == Fraction(3, 2)
    assert Interval(one, two, upper_closed=False).pick(two) == Fraction(3, 2)
    assert Interval.at_least(one).pick() == 1
    assert Interval.at_least(one, closed=False).pick(one) == 2
    assert Interval.at_most(one).pick() == 1
    assert Interval.at_most(one, closed=False).pick(one) == 0
    assert _interval((None, None), (False, False)).pick() == 0


def test_total_adds_all_sets() -> None:
    """The total of sets is their repeated sum, of one set itself, and of no sets the set of 0."""
    assert total([]) == Interval.point(Fraction(0))
    for one, other in product(EVERY, EVERY):
        assert total([one, other]) == one + other
    few = list(_every_set((0, 1)))
    for one, other, third in product(few, few, few):
        assert total(iter([one, other, third])) == one + other + third


def test_exact_sum() -> None:
    """The sum of values is their repeated sum, and of no values 0."""
    assert exact_sum([]) == 0
    values = [Fraction(number, place) for number, place in product(range(-3, 4), (1, 6, 10, 100))]
    assert exact_sum(values[:20]) == sum(values[:20], Fraction(0)) != 0
    assert exact_sum(values) == 0


@pytest.mark.parametrize("flags", list(product(FLAGS, FLAGS)), ids=str)
def test_empty_and_impossible_ends_are_refused(flags: tuple[bool, bool]) -> None:
    """An interval is never empty and an infinite end never closed; the error shows the interval."""
    left, right = "[" if flags[0] else "(", "]" if flags[1] else ")"
    for lower, upper in product((None, *ENDS), (None, *ENDS)):
        infinite = (lower is None and flags[0]) or (upper is None and flags[1])
        empty = not any(_holds((lower, upper), flags, Fraction(step, 4)) for step in range(-36, 37))
        if not infinite and not empty:
            assert _interval((lower, upper), flags) in MEMBERS
            continue
        shown = f"{left}{'-∞' if lower is None else lower}, {'+∞' if upper is None else upper}{right}"
        with pytest.raises(ValueError) as caught:  # noqa: PT011  # the sentence follows
            _interval((lower, upper), flags)
        assert str(caught.value) == (
            f"an infinite end cannot be closed: {shown}"
            if infinite
            else f"no number lies between the ends of {shown}"
        )


def test_representations() -> None:
    """A set is shown in the usual notation of intervals."""
    assert repr(Interval.point(Fraction(45))) == "{45}"
    assert repr(Interval(Fraction(1), Fraction(2), lower_closed=False)) == "(1, 2]"
    assert repr(Interval(Fraction(-1), Fraction(2), upper_closed=False)) == "[-1, 2)"
    assert repr(Interval.at_most(Fraction(1, 2))) == "(-∞, 1/2]"
    assert repr(Interval.at_least(Fraction(1), closed=False)) == "(1, +∞)"
    assert repr(_interval((None, None), (False, False))) == "(-∞, +∞)"
