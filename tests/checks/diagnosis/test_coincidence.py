"""The share of the claims that could be printed which a kind of slip would explain."""

from __future__ import annotations

from fractions import Fraction

from perfscore.checks.diagnosis._coincidence import RATES, Grid
from perfscore.intervals import Interval


def test_claims_from_nothing_to_the_weight() -> None:
    """0.00 to 2.00 are 201 claims; of a weight with more decimals than are printed the rest is none."""
    assert Grid(Fraction(2), 2).size == 201
    assert Grid(Fraction("2.005"), 2).size == 201
    assert Grid(Fraction(20), 0).size == 21
    assert Grid(Fraction(0), 2).size == 1


def test_a_share_is_at_most_one() -> None:
    """Five of 201 claims; a kind that names more than there are explains all."""
    grid = Grid(Fraction(2), 2)
    assert grid.share(5) == Fraction(5, 201)
    assert grid.share(500) == 1


def test_scores_are_counted_as_printed() -> None:
    """1.822 and 1.8222 are both printed 1.82, 0 is another: two of 201; of the other kind one."""
    point = Interval.point
    predicted = [
        ("a", point(Fraction("1.822"))),
        ("a", point(Fraction(82, 45))),
        ("a", point(Fraction(0))),
        ("b", point(Fraction(1))),
    ]
    assert Grid(Fraction(2), 2).shares(predicted) == {"a": Fraction(2, 201), "b": Fraction(1, 201)}


def test_a_span_counts_all_of_its_steps() -> None:
    """From 1.00 to 1.10 there are eleven claims, beside one that is a point; a span within one step is one."""
    spans = [
        ("a", Interval(Fraction(1), Fraction("1.1"))),
        ("a", Interval.point(Fraction(2))),
        ("b", Interval(Fraction("0.501"), Fraction("0.504"))),
    ]
    assert Grid(Fraction(2), 2).shares(spans) == {"a": Fraction(12, 201), "b": Fraction(1, 201)}


def test_rates() -> None:
    """0.00 % to 100.00 % are 10,001 rates."""
    assert RATES.size == 10_001
