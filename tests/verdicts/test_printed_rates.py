"""Rates: what a printed rate can stand for, in each way of rounding."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore.figures import Quantity, Role, parse_figure
from perfscore.intervals import Interval
from perfscore.verdicts._printed_rates import around, readings, stated_sets


def _rate(text: str) -> Quantity:
    quantity = parse_figure(text, role=Role.RATE).quantity
    assert quantity is not None
    return quantity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("99.5%", [(Fraction(995, 1000), 3)]),
        ("3‰", [(Fraction(3, 1000), 3)]),
        # Without a sign it may be per cent, or a fraction of one.
        ("99.5", [(Fraction(995, 1000), 3), (Fraction(995, 10), 1)]),
        ("99.5万元", []),
    ],
)
def test_readings(text: str, expected: list[tuple[Fraction, int]]) -> None:
    """A rate is a fraction of one with the decimals that it prints as such."""
    assert list(readings(_rate(text))) == expected


def test_sets() -> None:
    """42 % may be [0.415, 0.425), with ties to the even digit [0.415, 0.425], cut off [0.42, 0.43)."""
    sets = [(repr(stands_for), convention) for _, stands_for, convention in stated_sets(_rate("42%"))]
    assert sets == [
        ("[83/200, 17/40)", None),
        ("[83/200, 17/40]", "convention.rate-half-even"),
        ("[21/50, 43/100)", "convention.rate-truncated"),
    ]


def test_around() -> None:
    """Everything that prints as 42 % in any way lies between 41.5 and 43 %."""
    assert around(Fraction(42, 100), 2) == Interval(Fraction(415, 1000), Fraction(43, 100))
