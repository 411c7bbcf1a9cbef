"""Rates: what a printed rate can stand for, in each way of rounding."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore.figures import Quantity, Role, parse_figure
from perfscore.findings import Location, VerdictKind
from perfscore.intervals import Interval
from perfscore.verdicts import Subject, Verdict, claimed_rates, hold, rate_ways

BASE = Verdict(subject=Subject.EXECUTION_RATE, kind=VerdictKind.OPEN, location=Location(table="T"))


def _rate(text: str) -> Quantity:
    quantity = parse_figure(text, role=Role.RATE).quantity
    assert quantity is not None
    return quantity


def _held(text: str, ratio: str) -> Verdict:
    value = Fraction(ratio)
    return hold(BASE, rate_ways(_rate(text), Interval.point(value), value))


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
def test_claimed_rates(text: str, expected: list[tuple[Fraction, int]]) -> None:
    """A rate is a fraction of one with the decimals that it prints as such."""
    assert list(claimed_rates(_rate(text))) == expected


def test_sets() -> None:
    """42 % may be [0.415, 0.425), with ties to the even digit [0.415, 0.425], cut off [0.42, 0.43)."""
    ways = rate_ways(_rate("42%"), Interval.point(Fraction(42, 100)), Fraction(42, 100))
    assert [(repr(way.stands_for), None if way.named is None else way.named.label("en")) for way in ways] == [
        ("[83/200, 17/40)", None),
        ("[83/200, 17/40]", "the rate is rounded half to even"),
        ("[21/50, 43/100)", "the rate is truncated instead of rounded"),
    ]


@pytest.mark.parametrize(
    ("text", "ratio", "kind"),
    [
        ("42%", "0.424", VerdictKind.CONSISTENT),
        ("42%", "0.425", VerdictKind.BY_CONVENTION),  # a tie to the even digit
        ("42%", "0.429", VerdictKind.BY_CONVENTION),  # cut off
        ("42%", "0.43", VerdictKind.INCONSISTENT),
        ("0.42", "0.42", VerdictKind.CONSISTENT),  # a fraction of one
    ],
)
def test_kinds(text: str, ratio: str, kind: VerdictKind) -> None:
    """The usual way first, then the ways in which people round otherwise."""
    assert _held(text, ratio).kind is kind


def test_the_distance_of_a_rate() -> None:
    """43.99 % prints 44 % for a printed 42 %: off by 2 points, at least 1 if it is cut off."""
    verdict = _held("42%", "0.4399")
    assert (verdict.off_by, verdict.gap) == (Fraction(2, 100), Fraction(1, 100))
    assert verdict.nearest is not None
    assert verdict.nearest.label("en") == "the rate is truncated instead of rounded"
