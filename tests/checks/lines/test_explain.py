"""Claims against cells: conventions, witnesses and gaps, by brute force where it can be."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.checks.lines._explain import RatioCells, score_ways
from perfscore.findings import Location, VerdictKind
from perfscore.intervals import Interval, Rounding, rounded
from perfscore.rules import FORMULAS, Convention
from perfscore.scoring import Worth
from perfscore.verdicts import Subject, Verdict, hold

RULES = ps.load_rules("wuhan-2023")
F = Fraction


def _cells(actual: str, *, half: str = "0", weight: int = 10, rate: str | None = None) -> RatioCells:
    value, margin = F(actual), F(half)
    return RatioCells(
        formula=FORMULAS["proportional"],
        worth=Worth(F(weight)),
        target=Interval.point(F(1)),
        actual=Interval(value - margin, value + margin),
        target_face=F(1),
        actual_face=value,
        printed_rate=None if rate is None else F(rate),
    )


BASE = Verdict(subject=Subject.LINE, kind=VerdictKind.OPEN, location=Location(table="T"))


def explain(claim: Fraction, cells: RatioCells, **options: Any) -> Verdict:
    """Hold a claim against what the cells admit."""
    return hold(BASE, score_ways(claim, cells, **options))


def _explain(claim: str, cells: RatioCells, *, places: int = 2, table: int = 2) -> tuple[VerdictKind, Any]:
    found = explain(F(claim), cells, rules=RULES, claim_places=places, table_places=table)
    return found.kind, found.to_record()["convention"]


@pytest.mark.parametrize(
    ("claim", "actual", "half", "kind", "convention"),
    [
        ("8.23", "0.8225", "0", VerdictKind.CONSISTENT, None),
        ("8.22", "0.8225", "0", VerdictKind.BY_CONVENTION, "half-even"),
        ("8.22", "0.8229", "0", VerdictKind.BY_CONVENTION, "truncated"),
        ("8.2", "0.8229", "0", VerdictKind.BY_CONVENTION, "rate-0"),
        ("8.23", "0.82251", "0", VerdictKind.CONSISTENT, None),
        ("8.24", "0.8229", "0", VerdictKind.INCONSISTENT, None),
        ("8.24", "0.823", "0.0005", VerdictKind.BY_ROUNDING, None),
        ("8.23", "0.823", "0.0005", VerdictKind.CONSISTENT, None),
        ("10", "1.2", "0", VerdictKind.CONSISTENT, None),
        ("0", "0", "0", VerdictKind.CONSISTENT, None),
        ("0.01", "0", "0", VerdictKind.INCONSISTENT, None),
    ],
)
def test_kinds(claim: str, actual: str, half: str, kind: VerdictKind, convention: str | None) -> None:
    """Face values first, then the sets, then the listed conventions in their order."""
    assert _explain(claim, _cells(actual, half=half)) == (kind, convention)


def test_the_places_of_the_table() -> None:
    """A whole number for 8.229 follows where the whole table prints whole points, not elsewhere."""
    cells = _cells("0.8229")
    assert _explain("8", cells, places=0, table=0) == (VerdictKind.BY_CONVENTION, "table-places")
    assert _explain("8", cells, places=0, table=2) == (VerdictKind.INCONSISTENT, None)
    assert _explain("8", _cells("0.8729"), places=0, table=0)[1] == "truncated-table-places"
    assert _explain("8.229", cells, places=3, table=3) == (VerdictKind.BY_CONVENTION, "table-places")


def test_the_printed_rate() -> None:
    """A score from the printed rate follows only where a rate is printed; its witness needs no cells."""
    cells = _cells("0.82263", rate="0.82")
    rules = attrs.evolve(RULES, conventions=(RULES.conventions[0], RULES.conventions[2]))
    found = explain(F("8.2"), cells, rules=rules, claim_places=1, table_places=2)
    assert found.to_record()["convention"] == "printed-rate"
    assert found.witness is not None
    assert (found.witness.target, found.witness.exact) == (None, F("8.2"))
    without = attrs.evolve(cells, printed_rate=None)
    missing = explain(F("8.2"), without, rules=rules, claim_places=1, table_places=2)
    assert missing.kind is VerdictKind.INCONSISTENT


def test_distances_are_of_printed_scores() -> None:
    """8.36 is off by 0.64 from 9; a rate of whole per cents first makes it 8.40, and 0.60 at least."""
    exact_only = attrs.evolve(RULES, conventions=RULES.conventions[:1])
    found = explain(F("9"), _cells("0.8"), rules=exact_only, claim_places=0, table_places=2)
    assert (found.off_by, found.gap, found.nearest) == (F(1), F(1), None)
    rate_too = attrs.evolve(RULES, conventions=(RULES.conventions[0], RULES.conventions[5]))
    found = explain(F("9"), _cells("0.836"), rules=rate_too, claim_places=0, table_places=2)
    assert (found.off_by, found.gap) == (F("0.64"), F("0.6"))
    assert found.to_record()["nearest"] == "rate-0"


def test_the_distance_of_a_bound() -> None:
    """Of a bound nothing is computed: up to 8.5 of 10 follow, and 9 is off by half a point."""
    cells = attrs.evolve(_cells("0.8", half="0.05"), actual_face=None)
    exact_only = attrs.evolve(RULES, conventions=RULES.conventions[:1])
    found = explain(F("9"), cells, rules=exact_only, claim_places=0, table_places=2)
    assert (found.off_by, found.gap) == (F("0.5"), F("0.5"))
    assert (
        explain(F("8"), cells, rules=exact_only, claim_places=0, table_places=2).kind
        is VerdictKind.CONSISTENT
    )


def test_a_rate_is_rounded_before_the_formula() -> None:
    """9/8 of what was allowed is 113 %, of which a linear decline leaves 8.70 of 10; 8.80 follows in no way."""
    cells = attrs.evolve(_cells("1.125"), formula=FORMULAS["linear-decline"])
    whole = attrs.evolve(RULES, conventions=(RULES.conventions[0], RULES.conventions[5]))
    for claim, convention in (("8.75", None), ("8.70", "rate-0"), ("8.80", None)):
        found = explain(F(claim), cells, rules=whole, claim_places=2, table_places=2)
        assert found.to_record()["convention"] == convention
        assert (found.kind is VerdictKind.INCONSISTENT) == (claim == "8.80")


@pytest.mark.parametrize("convention", RULES.conventions, ids=lambda convention: convention.id)
def test_verdicts_by_brute_force(convention: Convention) -> None:
    """Under the rule and one convention, a claim follows exactly if a value of a fine grid prints it."""
    rule = RULES.conventions[0]
    if convention.printed_rate:
        convention = rule
    rules = attrs.evolve(RULES, conventions=(rule, attrs.evolve(convention, id="other")))
    places = 2 if convention.score_places == "rule" else 1
    for middle in ("0.5", "0.667", "0.985"):
        cells = _cells(middle, half="0.005", weight=7)
        values = [F(middle) - F("0.005") + F(step, 20000) for step in range(201)]
        reached = {_print(value, rule, 2) for value in values}
        reached |= {_print(value, convention, places) for value in values}
        low, high = min(reached), max(reached)
        step = F(1, 100)
        claim = low - 3 * step
        while claim <= high + 3 * step:
            kind = explain(claim, cells, rules=rules, claim_places=1, table_places=1).kind
            assert (kind is not VerdictKind.INCONSISTENT) == (claim in reached)
            claim += step


def _print(value: Fraction, convention: Convention, places: int) -> Fraction:
    share = min(F(1), value)
    if convention.rate_places is not None:
        share = rounded(share, convention.rate_places + 2, Rounding.HALF_UP)
    return rounded(7 * share, places, convention.score_rounding)


def test_the_witness_of_a_rounded_rate() -> None:
    """The witness shows the rate as it is rounded first: 0.82, not 0.8229."""
    found = explain(F("8.2"), _cells("0.8229"), rules=RULES, claim_places=1, table_places=2)
    assert found.witness is not None
    assert (found.witness.share, found.witness.exact) == (F("0.82"), F("8.2"))
    assert found.witness.actual == F("0.8229")
