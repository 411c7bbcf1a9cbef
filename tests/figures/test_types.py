"""Quantities as sets: what a printed number can stand for."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from perfscore.figures import Precision, Quantity, parse_actual
from perfscore.intervals import Interval


def _quantity(cell: str, precision: Precision) -> Quantity:
    quantity = parse_actual(cell).quantity
    assert quantity is not None
    return attrs.evolve(quantity, precision=precision)


@pytest.mark.parametrize(
    ("cell", "precision", "expected"),
    [
        ("45人", Precision.EXACT, Interval.point(Fraction(45))),
        ("99.5%", Precision.ROUNDED, Interval(Fraction(9945, 10000), Fraction(9955, 10000))),
        ("99.5%", Precision.ASSUMED, Interval(Fraction(9945, 10000), Fraction(9955, 10000))),
        ("0.3%", Precision.TRUNCATED, Interval(Fraction(3, 1000), Fraction(4, 1000), upper_closed=False)),
        ("-3%", Precision.TRUNCATED, Interval(Fraction(-4, 100), Fraction(-3, 100), lower_closed=False)),
        ("0%", Precision.ROUNDED, Interval(Fraction(0), Fraction(5, 1000))),
        ("-3%", Precision.ROUNDED, Interval(Fraction(-35, 1000), Fraction(-25, 1000))),
        ("29.26万人", Precision.ROUNDED, Interval(Fraction(292550), Fraction(292650))),
    ],
)
def test_what_a_printed_number_stands_for(cell: str, precision: Precision, expected: Interval) -> None:
    """Exact is the value, rounded half a unit around it, truncated one unit away from zero."""
    assert _quantity(cell, precision).possible == expected
