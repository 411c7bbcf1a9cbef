"""From shares to scores and back."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscore.intervals import Interval
from perfscore.model import BudgetExecution, Indicator
from perfscore.scoring import Worth, worth_of

shares = st.fractions(0, 1, max_denominator=1000)
weights = st.fractions(min_value=Fraction(1, 100), max_value=100)


def test_a_share_of_a_weight() -> None:
    """41 of 45 of 2 points are 82/45 points, and 82/45 points of 2 are that share; nothing is rounded."""
    assert Worth(Fraction(2)).score(Fraction(41, 45)) == Fraction(82, 45)
    assert Worth(Fraction(2)).share(Fraction(82, 45)) == Fraction(41, 45)


def test_a_set_of_shares_keeps_its_ends() -> None:
    """The band [50%, 80%) of 10 points is [5, 8), open where the band is open; of 0 points it is 0."""
    band = Interval(Fraction(1, 2), Fraction(4, 5), upper_closed=False)
    assert Worth(Fraction(10)).scores(band) == Interval(Fraction(5), Fraction(8), upper_closed=False)
    assert Worth(Fraction(10)).shares(Worth(Fraction(10)).scores(band)) == band
    assert Worth(Fraction(0)).scores(band) == Interval.point(Fraction(0))


@given(shares, shares, weights)
def test_there_and_back(one: Fraction, other: Fraction, weight: Fraction) -> None:
    """A share is in a set of shares exactly if its score is in the scores of the set."""
    band = (
        Interval(min(one, Fraction(1, 2)), max(one, Fraction(1, 2)), upper_closed=False)
        if one != Fraction(1, 2)
        else Interval.point(one)
    )
    assert Worth(weight).share(Worth(weight).score(other)) == other
    assert Worth(weight).shares(Worth(weight).scores(band)) == band
    assert (other in band) == (Worth(weight).score(other) in Worth(weight).scores(band))


def test_weights_that_explain() -> None:
    """Half of 2 to 4 points is 1 to 2 points; nothing is nothing of any weight, and no score is below 0."""
    half, nothing = Interval.point(Fraction(1, 2)), Interval.point(Fraction(0))
    assert Worth.weights(Interval(Fraction(1), Fraction(2)), half) == (Interval(Fraction(2), Fraction(4)),)
    assert Worth.weights(Interval(Fraction(-1), Fraction(2)), nothing) == (Interval.at_least(Fraction(0)),)
    assert Worth.weights(Interval.point(Fraction(1)), nothing) == ()
    assert Worth.weights(Interval.point(Fraction(-1)), half) == ()


def test_the_worth_of_a_line() -> None:
    """The printed weight counts unless another is given; one that cannot be read or is negative is none."""
    assert worth_of(Indicator("甲", weight=2)) == Worth(Fraction(2))
    assert worth_of(Indicator("甲", weight=2), weight=Fraction(3)) == Worth(Fraction(3))
    assert worth_of(BudgetExecution(weight=20)) == Worth(Fraction(20))
    assert [worth_of(Indicator("甲", weight=weight)) for weight in (None, "约2", -2)] == [None, None, None]
