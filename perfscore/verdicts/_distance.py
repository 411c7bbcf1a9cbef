"""How far off a claim is, as a part of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore._text import decimal_text
from perfscore.findings import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from perfscore.verdicts._verdict import Verdict


def distance(verdict: Verdict, shown: Callable[[Fraction], str | Message]) -> Message:
    """Return the two distances of an inconsistent verdict as a part of a sentence.

    Parameters
    ----------
    verdict
        The verdict.
    shown
        How a distance is written, in the unit of the figure.

    Examples
    --------
    >>> from fractions import Fraction
    >>> from perfscore._text import decimal_text
    >>> from perfscore.findings import Location, VerdictKind
    >>> from perfscore.verdicts import Subject, Verdict
    >>> verdict = Verdict(
    ...     subject=Subject.TOTAL, kind=VerdictKind.INCONSISTENT, location=Location(table="T"),
    ...     off_by=Fraction(1), gap=Fraction(13, 25), nearest=Message.of("convention.sum-of-unrounded"),
    ... )
    >>> distance(verdict, decimal_text).label("en")
    'off by 1; at least 0.52 under: the unrounded scores are added, then rounded'
    """
    assert verdict.off_by is not None  # an inconsistent figure has both distances
    assert verdict.gap is not None
    off = shown(verdict.off_by)
    if verdict.gap >= verdict.off_by:
        return Message.of("distance.off", off=off)
    least = shown(verdict.gap)
    if verdict.nearest is None:
        return Message.of("distance.printed", off=off, least=least)
    return Message.of("distance.nearest", off=off, least=least, nearest=verdict.nearest)


def points_apart(share: Fraction) -> Message:
    """Write a distance of two rates in percentage points.

    Examples
    --------
    >>> from fractions import Fraction
    >>> points_apart(Fraction(5, 100)).label("en")
    '5 percentage points'
    """
    return Message.of("label.points", gap=decimal_text(share * 100))
