"""From shares to scores and back."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfscore.intervals import Interval
from perfscore.scoring import score_of, scores_of, share_of, shares_of

shares = st.fractions(0, 1, max_denominator=1000)
weights = st.fractions(min_value=Fraction(1, 100), max_value=100)


def test_a_share_of_a_weight() -> None:
    """41 of 45 of 2 points are 82/45 points, and 82/45 points of 2 are that share; nothing is rounded."""
    assert score_of(Fraction(41, 45), Fraction(2)) == Fraction(82, 45)
    assert share_of(Fraction(82, 45), Fraction(2)) == Fraction(41, 45)


def test_a_set_of_shares_keeps_its_ends() -> None:
    """The band [50%, 80%) of 10 points is [5, 8), open where the band is open; of 0 points it is 0."""
    band = Interval(Fraction(1, 2), Fraction(4, 5), upper_closed=False)
    assert scores_of(band, Fraction(10)) == Interval(Fraction(5), Fraction(8), upper_closed=False)
    assert shares_of(scores_of(band, Fraction(10)), Fraction(10)) == band
    assert scores_of(band, Fraction(0)) == Interval.point(Fraction(0))


@given(shares, shares, weights)
def test_there_and_back(one: Fraction, other: Fraction, weight: Fraction) -> None:
    """A share is in a set of shares exactly if its score is in the scores of the set."""
    band = (
        Interval(min(one, Fraction(1, 2)), max(one, Fraction(1, 2)), upper_closed=False)
        if one != Fraction(1, 2)
        else Interval.point(one)
    )
    assert share_of(score_of(other, weight), weight) == other
    assert shares_of(scores_of(band, weight), weight) == band
    assert (other in band) == (score_of(other, weight) in scores_of(band, weight))
