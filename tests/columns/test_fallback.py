"""Rows that the kernel leaves: which whole numbers hold them, and what is decided in rationals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np
import pytest

from perfscore.columns import NO_SCORE, Printed, Scores, Status
from perfscore.columns._fallback import Task, integers, is_missing, refuse_infinite, settle
from perfscore.errors import InputError
from tests.columns.reference import FINE, WUHAN

if TYPE_CHECKING:
    from perfscore.rules import RuleSet

ROWS = np.arange(3)


def test_what_is_missing() -> None:
    """A mask and NaN say so, each of its column."""
    masked = Printed(np.array([1, 2, 3]), missing=np.array([False, True, False]))
    assert is_missing(masked, ROWS).tolist() == [False, True, False]
    floats = Printed(np.array([np.nan, 2.0, 3.0]), missing=np.array([False, True, False]))
    assert is_missing(floats, ROWS).tolist() == [True, True, False]
    assert is_missing(floats, np.array([2])).tolist() == [False]


def test_an_infinity_is_named() -> None:
    """By its column and row."""
    refuse_infinite("target", Printed(np.array([1.0, np.nan])))
    refuse_infinite("target", Printed(np.array([1])))
    with pytest.raises(InputError, match=r"target\[1\]: found -inf, expected a finite number"):
        refuse_infinite("target", Printed(np.array([1.0, -np.inf])))


def test_integers_of_a_finer_unit() -> None:
    """Tenths are ten times as many hundredths; what 64 bits could not hold the products of is left."""
    units, odd = integers(Printed(np.array([15, -15, 2**60]), 1), ROWS, places=2)
    assert units.tolist() == [150, -150, 0]
    assert odd.tolist() == [False, False, True]


def test_floats_are_integers_if_they_print_no_more() -> None:
    """99.5 in tenths is 995; 0.25 is no tenths, and neither is what a double does not hold exactly."""
    units, odd = integers(Printed(np.array([99.5, 0.25, 2.0**53]), 1), ROWS, places=1)
    assert units.tolist() == [995, 0, 0]
    assert odd.tolist() == [False, True, True]


def _settled(
    weight: Printed, target: Printed, actual: Printed, rules: RuleSet = WUHAN, direction: int = 0
) -> Scores:
    out = Scores.empty(len(weight))
    codes = np.full(len(weight), direction, dtype=np.int8)
    task = Task(weight, target, actual, direction=codes, rules=rules, some_unknown=direction < 0)
    settle(task, np.arange(len(weight)), out)
    return out


def test_small_rows_large_rows_and_odd_ones() -> None:
    """41 of 45 in 64 bits, the same times 10¹⁸ in rationals, one third as a float of many digits: 2 × 41/45 is 1.82."""
    target = Printed(np.array([45, 45 * 10**17, 45]))
    actual = Printed(np.array([41, 41 * 10**17, 41]))
    two = Printed(np.array([2, 2, 2]))
    assert _settled(two, target, actual).units.tolist() == [182, 182, 182]
    thirds = Printed(np.array([1 / 3, 0.5, 1.0]))
    assert _settled(two, Printed(np.array([1.0, 1.0, 1.0])), thirds).units.tolist() == [67, 100, 200]


def test_a_formula_too_fine_for_64_bits() -> None:
    """Its rows are decided one by one: 10 × 1/2 is 5.00 whatever 10⁻⁴⁰ adds."""
    rules = attrs.evolve(WUHAN, positive=FINE)
    ten, two, one = (Printed(np.array([value])) for value in (10, 2, 1))
    assert _settled(ten, two, one, rules).units.tolist() == [500]
    assert _settled(ten, one, two, rules).units.tolist() == [1000]


def test_rows_without_direction_or_figure() -> None:
    """They are missing, or unreadable where a float has more digits than any cell."""
    one = Printed(np.array([1.0]))
    unknown = _settled(one, one, one, direction=-1)
    assert (unknown.units.tolist(), unknown.status.tolist()) == ([NO_SCORE], [Status.MISSING])
    huge = _settled(one, Printed(np.array([1e300])), one)
    assert (huge.units.tolist(), huge.status.tolist()) == ([NO_SCORE], [Status.UNREADABLE])
    with pytest.raises(InputError, match=r"actual\[0\]: found inf"):
        _settled(one, one, Printed(np.array([np.inf])))
