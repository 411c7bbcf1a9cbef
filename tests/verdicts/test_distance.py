"""The words of a distance."""

from __future__ import annotations

from fractions import Fraction

import attrs

from perfscore._text import decimal_text
from perfscore.findings import Location, Message, VerdictKind
from perfscore.verdicts import Subject, Verdict, distance, points_apart

BASE = Verdict(subject=Subject.TOTAL, kind=VerdictKind.OPEN, location=Location(table="T"))
NAMED = Message.of("convention.sum-of-unrounded")


def test_the_words_of_a_distance() -> None:
    """One figure where both agree; the printed precision, or the way that comes nearest, where not."""
    verdict = attrs.evolve(BASE, kind=VerdictKind.INCONSISTENT, off_by=Fraction(1), gap=Fraction(1))
    assert distance(verdict, decimal_text).label("en") == "off by 1"
    nearer = attrs.evolve(verdict, gap=Fraction("0.5"))
    assert distance(nearer, decimal_text).label("zh") == "相差 1；计入印刷精度后至少相差 0.5"
    named = attrs.evolve(nearer, nearest=NAMED)
    assert distance(named, decimal_text).label("en") == (
        "off by 1; at least 0.5 under: the unrounded scores are added, then rounded"
    )
    assert distance(nearer, points_apart).label("en") == (
        "off by 100 percentage points; whatever the printed digits stand for, at least 50 percentage points"
    )
