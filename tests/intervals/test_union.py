"""Unions of intervals, by hand and by brute force."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, product

from perfscore.intervals import Interval, union

F = Fraction
ENDS = [None, F(0), F(1), F(2)]
ALL = [
    Interval(low, high, lower_closed=left, upper_closed=right)
    for low, high, left, right in product(ENDS, ENDS, (True, False), (True, False))
    if not (low is None and left)
    and not (high is None and right)
    and (low is None or high is None or low < high or (low == high and left and right))
]
GRID = [F(step, 2) for step in range(-2, 7)]


def test_a_gap_of_one_value_stays_a_gap() -> None:
    """[0, 1) and (1, 2] lack 1; with it they are one interval."""
    left, right = Interval(F(0), F(1), upper_closed=False), Interval(F(1), F(2), lower_closed=False)
    assert union([right, left]) == (left, right)
    assert union([right, left, Interval.point(F(1))]) == (Interval(F(0), F(2)),)
    assert union([]) == ()


def test_the_union_of_any_three() -> None:
    """It holds what one of them holds, in rising order, with a value missing between any two parts."""
    for some in combinations(ALL, 3):
        parts = union(some)
        for value in GRID:
            assert any(value in part for part in parts) == any(value in item for item in some)
        for one, other in pairwise(parts):
            assert one.upper is not None
            assert other.lower is not None
            assert one.upper < other.lower or not (one.upper_closed or other.lower_closed)
        assert union(reversed(some)) == parts
