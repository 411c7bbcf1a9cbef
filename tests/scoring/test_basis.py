"""Bases: the four ways in which a line is scored, each with what it admits."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore.figures import parse_actual, parse_target
from perfscore.findings import Message
from perfscore.intervals import Interval
from perfscore.rules import FORMULAS
from perfscore.scoring import Basis, ByBand, ByFact, ByRatio, LeftOpen, Method, OpenReason
from perfscore.terms import Direction, Result

HALF = Fraction(1, 2)
BAND = Interval(HALF, Fraction(4, 5), upper_closed=False)
FACT = ByFact(share=Fraction(0), why=Message.of("why.nothing"))
WORDS = ByBand(results=(Result.PARTLY_REACHED,), shares=BAND)
OPEN = LeftOpen(why=OpenReason.LATE)


def _ratio(target: str, actual: str) -> ByRatio:
    wanted, reached = parse_target(target).quantity, parse_actual(actual).quantity
    assert wanted is not None
    assert reached is not None
    return ByRatio(
        formula=FORMULAS["proportional"],
        direction=Direction.POSITIVE,
        target_cell=wanted,
        actual_cell=reached,
        actual=reached.value,
    )


def _bound(low: Fraction, high: Fraction | None) -> ByRatio:
    wanted = parse_target("100人").quantity
    assert wanted is not None
    return ByRatio(
        formula=FORMULAS["proportional"],
        direction=Direction.POSITIVE,
        target_cell=wanted,
        actual_cell=Interval(low, high, upper_closed=high is not None),
        actual=None,
    )


@pytest.mark.parametrize(
    ("basis", "method", "subject", "face", "admitted"),
    [
        (_ratio("45人", "41人"), "ratio", "quantitative", "41/45", Interval.point(Fraction(41, 45))),
        # 50% of 100% stands for 49.5 to 50.5 of 100: a target is exact.
        (
            _ratio("100%", "50%"),
            "ratio",
            "quantitative",
            "1/2",
            Interval(Fraction(99, 200), Fraction(101, 200)),
        ),
        (FACT, "fact", "quantitative", "0", Interval.point(Fraction(0))),
        (WORDS, "band", "qualitative", None, BAND),
        (OPEN, "open", "quantitative", None, Interval(Fraction(0), Fraction(1))),
    ],
)
def test_what_each_admits(
    basis: Basis, method: str, subject: str, face: str | None, admitted: Interval
) -> None:
    """A ratio admits what its cells can stand for, a fact its share, a band itself, an open line everything."""
    assert basis.method is Method(method)
    assert basis.subject == subject
    assert basis.face_share == (None if face is None else Fraction(face))
    assert basis.admitted == admitted


def test_a_bound_has_no_ratio() -> None:
    """Of a bound only the shares that it admits are known; where it admits one, that is the share."""
    below = _bound(Fraction(50), Fraction(80))
    assert below.ratio is below.face_share is None
    assert below.admitted == Interval(HALF, Fraction(4, 5))
    above = _bound(Fraction(100), None)
    assert above.ratio is None
    assert above.face_share == 1


def test_no_actual_value_is_negative() -> None:
    """Of a bound the values from 0 up count; one that lies below 0 as a whole stands for 0."""
    assert _bound(Fraction(-5), Fraction(80)).actual_set == Interval(Fraction(0), Fraction(80))
    assert _bound(Fraction(-5), Fraction(-1)).actual_set == Interval.point(Fraction(0))


def test_only_a_ratio_has_one() -> None:
    """A fact, a band and an open line have no ratio, and no direction unless it is given."""
    assert [basis.ratio for basis in (FACT, WORDS, OPEN)] == [None] * 3
    assert [(basis.direction, basis.decided_by) for basis in (FACT, WORDS, OPEN)] == [(None, None)] * 3
    sign = Message.of("direction.sign", sign="≤")
    fact = ByFact(share=Fraction(1), why=FACT.why, direction=Direction.NEGATIVE, decided_by=sign)
    assert (fact.direction, fact.decided_by) == (Direction.NEGATIVE, sign)


def test_a_basis_is_one_of_the_four() -> None:
    """There is no basis that is none of them."""
    with pytest.raises(TypeError, match="abstract"):
        Basis()  # type: ignore[abstract]  # what is refused here
