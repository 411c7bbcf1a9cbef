"""From a share of the weight to the score of a line, and back: the only place that knows how.

Nothing is rounded here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.intervals import Interval


def score_of(share: Fraction, weight: Fraction) -> Fraction:
    """Return the exact score that a share of a weight earns.

    Parameters
    ----------
    share
        The share of the weight, 1 for all of it.
    weight
        The weight in points.

    Examples
    --------
    >>> from fractions import Fraction
    >>> score_of(Fraction(41, 45), Fraction(2))
    Fraction(82, 45)
    """
    return share * weight


def scores_of(shares: Interval, weight: Fraction) -> Interval:
    """Return the exact scores that a set of shares earns.

    Parameters
    ----------
    shares
        The shares of the weight.
    weight
        The weight in points, not negative.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore.intervals import Interval
    >>> scores_of(Interval(Fraction(1, 2), Fraction(4, 5), upper_closed=False), Fraction(10))
    [5, 8)
    """
    return shares.scaled(weight)


def share_of(score: Fraction, weight: Fraction) -> Fraction:
    """Return the share of a weight that an exact score is.

    Parameters
    ----------
    score
        The score in points.
    weight
        The weight in points, more than 0.

    Examples
    --------
    >>> from fractions import Fraction
    >>> share_of(Fraction(82, 45), Fraction(2))
    Fraction(41, 45)
    """
    return score / weight


def shares_of(scores: Interval, weight: Fraction) -> Interval:
    """Return the shares of a weight that earn a set of exact scores.

    Parameters
    ----------
    scores
        The scores in points.
    weight
        The weight in points, more than 0.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore.intervals import Interval
    >>> shares_of(Interval(Fraction(5), Fraction(8), upper_closed=False), Fraction(10))
    [1/2, 4/5)
    """
    return scores.scaled(1 / weight)
