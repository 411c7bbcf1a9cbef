"""Holding a claim: which way explains it, and the two distances where none does."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.findings import Location, Message, VerdictKind
from perfscore.intervals import Interval, Rounding, printing, rounded
from perfscore.verdicts import Admitted, Subject, Verdict, hold

F = Fraction
BASE = Verdict(subject=Subject.TOTAL, kind=VerdictKind.OPEN, location=Location(table="T"))
NAMED = Message.of("convention.sum-of-unrounded")


def way(claim: str, low: str, high: str | None = None, **changes: Any) -> Admitted:
    """Return a way that admits one value, or all between two, printed to two places half up."""
    value = F(claim)
    values = Interval(F(low), F(high or low))
    given_ = {"stands_for": printing(value, 2), "places": 2, **changes}
    return Admitted(claim=value, values=(values,), **given_)


def test_the_face_values_decide_first() -> None:
    """Where they print the claim it is consistent, where only others do, by rounding."""
    face = hold(BASE, [way("1.82", "1.81", "1.83", face=F("1.8222"))])
    other = hold(BASE, [way("1.82", "1.81", "1.83", face=F("1.8299"))])
    assert (face.kind, other.kind) == (VerdictKind.CONSISTENT, VerdictKind.BY_ROUNDING)
    assert face.witness is not None
    assert (face.witness.exact, face.witness.printed) == (F("1.8222"), F("1.82"))
    assert face.claimed_set is None
    assert other.claimed_set == Interval(F("1.815"), F("1.825"), upper_closed=False)


def test_without_a_face_value_there_is_nothing_to_round() -> None:
    """A claim that meets a choice of values is consistent."""
    assert hold(BASE, [way("5", "4", "6")]).kind is VerdictKind.CONSISTENT


def test_the_first_way_that_explains_decides() -> None:
    """A named one makes it consistent under a convention, which is told."""
    verdict = hold(BASE, [way("1.82", "1.5"), way("1.82", "1.82", named=NAMED), way("1.82", "1.82")])
    assert (verdict.kind, verdict.convention) == (VerdictKind.BY_CONVENTION, NAMED)
    assert (verdict.off_by, verdict.gap, verdict.nearest) == (None, None, None)


def test_a_way_may_say_its_own_kind() -> None:
    """A score inside its band is a judgement."""
    inside = way("7", "5", "8", kind=VerdictKind.JUDGEMENT, prefer=F(7))
    verdict = hold(BASE, [inside])
    assert verdict.kind is VerdictKind.JUDGEMENT
    assert verdict.witness is not None
    assert verdict.witness.exact == 7


def test_a_union_is_not_its_hull() -> None:
    """Between two sets that are admitted lies a claim that neither explains."""
    values = (Interval.point(F(2)), Interval.point(F(6)))
    two = attrs.evolve(way("3", "2"), values=values)
    verdict = hold(BASE, [two])
    assert (verdict.kind, verdict.gap) == (VerdictKind.INCONSISTENT, F(1))
    assert hold(BASE, [attrs.evolve(two, claim=F(6), stands_for=printing(F(6), 2))]).witness is not None


def test_two_distances() -> None:
    """How far off under the rule, and how far at least under the way that comes nearest."""
    unrounded = way("94", "93.48", named=NAMED)
    verdict = hold(BASE, [way("94", "93", face=F(93)), unrounded])
    assert (verdict.off_by, verdict.gap, verdict.nearest) == (F(1), F("0.52"), NAMED)
    assert verdict.claimed_set == printing(F(94), 2)


def test_of_two_ways_equally_near_the_rule_is_named() -> None:
    """The nearest is the rule itself, which has no name."""
    verdict = hold(BASE, [way("94", "93"), way("94", "93", named=NAMED)])
    assert (verdict.off_by, verdict.gap, verdict.nearest) == (F(1), F(1), None)


def test_what_nothing_prints_is_never_explained() -> None:
    """1.825 is not printed to two places, whatever is admitted."""
    verdict = hold(BASE, [way("1.825", "1.8", "1.9")])
    assert verdict.kind is VerdictKind.INCONSISTENT
    assert verdict.gap == F("0.01")  # never less than a unit


def test_sets_that_touch_are_told_apart_by_what_they_print() -> None:
    """97.88 lies beside [90.88, 97.88): the nearest figure on the grid is 97.87."""
    beside = Admitted(
        claim=F("97.88"),
        values=(Interval(F("90.88"), F("97.88"), upper_closed=False),),
        stands_for=Interval.point(F("97.88")),
        places=2,
        mode=None,
    )
    verdict = hold(BASE, [beside])
    assert (verdict.kind, verdict.gap) == (VerdictKind.INCONSISTENT, F("0.01"))
    below = attrs.evolve(
        beside,
        claim=F(90),
        stands_for=Interval.point(F(90)),
        values=(Interval(F("90.88"), F(95), lower_closed=False),),
    )
    assert hold(BASE, [below]).gap == F("0.89")


def test_a_figure_of_more_decimals_than_the_grid_stands_beside_it() -> None:
    """5.005 lies between 4 and 6, where only whole hundredths are possible: a unit at least."""
    between = Admitted(claim=F("5.005"), values=(Interval(F(4), F(6)),), stands_for=None, places=2, mode=None)
    assert hold(BASE, [between]).gap == F("0.01")


@pytest.mark.parametrize(
    ("mode", "off", "least"),
    [(Rounding.HALF_UP, "5200", "5100"), (None, "5150", "5050")],
)
def test_distances_in_units(mode: Rounding | None, off: str, least: str) -> None:
    """Amounts in 万元 are told in 元: 1.00 against 1.515 万元, printed to two places as 1.52, or as it is."""
    amount = Admitted(
        claim=F(10000),
        values=(Interval(F(15050), F(15250)),),
        stands_for=Interval.point(F(10000)),
        face=F(15150),
        places=2,
        mode=mode,
        scale=F(10000),
    )
    verdict = hold(BASE, [amount])
    assert (verdict.off_by, verdict.gap) == (F(off), F(least))


_grid = st.integers(-40, 40).map(lambda steps: F(steps, 8))


@given(_grid, _grid, st.booleans(), st.booleans(), _grid, st.sampled_from(Rounding), st.integers(0, 1))
def test_the_least_distance_is_that_of_a_figure_that_could_be_printed(
    one: Fraction, other: Fraction, lower: bool, upper: bool, at: Fraction, mode: Rounding, places: int
) -> None:
    """By brute force: the nearest printed value of the set, and never 0."""
    low, high = min(one, other), max(one, other)
    if low == high:
        lower = upper = True
    values = Interval(low, high, lower_closed=lower, upper_closed=upper)
    claim = rounded(at, places, mode)
    found = Admitted(
        claim=claim, values=(values,), stands_for=printing(claim, places, mode), places=places, mode=mode
    )
    fine = [low + (high - low) * step / 640 for step in range(641)] + [low + F(1, 999), high - F(1, 999)]
    printed = {rounded(value, places, mode) for value in fine if value in values}
    if claim in printed:
        assert found.explain() is not None
    elif found.explain() is None:
        assert found.at_least() == min(abs(value - claim) for value in printed)
