"""An amount against the sum of its parts."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore.findings import Location, VerdictKind
from perfscore.intervals import Interval
from perfscore.verdicts import Subject, Verdict, hold_sum

F = Fraction
BASE = Verdict(subject=Subject.SOURCES, kind=VerdictKind.OPEN, location=Location(table="T"))


def figure(text: str, half: str = "0") -> tuple[Fraction, Interval]:
    """Return a figure that stands for everything within *half* of it."""
    return F(text), Interval(F(text) - F(half), F(text) + F(half))


@pytest.mark.parametrize(
    ("whole", "parts", "complete", "kind", "gap"),
    [
        ("10", ["4", "6"], True, VerdictKind.CONSISTENT, None),
        ("10.1", ["4.04", "6.04"], True, VerdictKind.BY_ROUNDING, None),  # 10.08 prints 10.1
        ("12", ["4", "6"], True, VerdictKind.INCONSISTENT, F("1.9")),  # 10.10 may print 10.1
        ("9", ["4", "6"], True, VerdictKind.INCONSISTENT, F("0.9")),  # 9.90 may print 9.9
        # Where parts are left out, the whole may be more, not less.
        ("12", ["4", "6"], False, VerdictKind.CONSISTENT, None),
        ("10", ["4.04", "6.04"], False, VerdictKind.BY_ROUNDING, None),  # 9.98 and more
        ("9", ["4", "6"], False, VerdictKind.INCONSISTENT, F("0.9")),
    ],
)
def test_sums(whole: str, parts: list[str], complete: bool, kind: VerdictKind, gap: Fraction | None) -> None:
    """Each printed figure stands for all within half of a tenth of it."""
    verdict = hold_sum(
        BASE, figure(whole, "0.05"), [figure(part, "0.05") for part in parts], places=1, complete=complete
    )
    assert (verdict.kind, verdict.gap) == (kind, gap)
    assert verdict.computed == Interval(sum(map(F, parts)) - F("0.1"), sum(map(F, parts)) + F("0.1"))


def test_exact_amounts_in_units() -> None:
    """1.00 万元 against 4,000 and 6,100 元, which print 1.01 万元: 100 元 apart."""
    verdict = hold_sum(
        BASE,
        (F(10000), Interval(F(9950), F(10050))),
        [figure("4000"), figure("6100")],
        places=2,
        scale=F(10000),
    )
    assert (verdict.kind, verdict.gap) == (VerdictKind.INCONSISTENT, F(100))
