"""Laws of verification: honest tables are never accused, and every consistent claim has a witness."""

from __future__ import annotations

from fractions import Fraction

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import perfscore as ps
from perfscore.findings import VerdictKind
from perfscore.intervals import Rounding, rounded
from perfscore.rules import Convention
from perfscore.verdicts import Subject, Verdict
from tests.strategies import WUHAN, HonestLine, as_printed, honest_lines, honest_tables

FOLLOWS = (VerdictKind.CONSISTENT, VerdictKind.BY_ROUNDING, VerdictKind.BY_CONVENTION)


@settings(max_examples=300)
@given(honest_tables())
def test_a_table_printed_forward_is_never_accused(table: ps.SelfAssessment) -> None:
    """Whatever the real values and the listed way of printing, no figure is called inconsistent."""
    result = ps.verify(table, rules=WUHAN, ignore=["W"])
    accused = [
        verdict.text()
        for verdict in result.verdicts
        if verdict.kind is VerdictKind.INCONSISTENT and verdict.subject is not Subject.WEIGHTS
    ]
    assert not accused


@settings(max_examples=300)
@given(honest_tables())
def test_every_consistent_claim_has_a_witness_that_reprints_it(table: ps.SelfAssessment) -> None:
    """The witness lies inside the printed cells and prints the claim, computed here anew."""
    result = ps.verify(table, rules=WUHAN)
    lines = [verdict for verdict in result.verdicts if verdict.subject is Subject.LINE]
    for indicator, verdict in zip(table.indicators, lines, strict=True):
        if verdict.kind in FOLLOWS:
            _reprint(indicator, verdict, table)


def _reprint(indicator: ps.Indicator, verdict: Verdict, table: ps.SelfAssessment) -> None:
    witness = verdict.witness
    assert witness is not None
    assert witness.target is not None
    assert witness.actual is not None
    assert indicator.target is not None
    assert indicator.target.quantity is not None
    assert indicator.actual is not None
    assert indicator.actual.quantity is not None
    assert indicator.weight is not None
    assert indicator.weight.quantity is not None
    assert indicator.claimed is not None
    assert indicator.claimed.quantity is not None
    assert witness.target in indicator.target.quantity.possible
    assert witness.actual in indicator.actual.quantity.possible
    weight = Fraction(indicator.weight.quantity.number)
    convention = verdict.convention if isinstance(verdict.convention, Convention) else WUHAN.conventions[0]
    share = Fraction(1)
    if indicator.target.sign == "≥":
        share = min(share, witness.actual / witness.target)
    elif witness.actual:
        share = min(share, witness.target / witness.actual)
    if convention.rate_places is not None:
        share = rounded(share, convention.rate_places + 2, convention.rate_rounding)
    places = 2 if convention.score_places == "rule" else _table_places(table)
    claimed = Fraction(indicator.claimed.quantity.number)
    assert rounded(weight * share, places, convention.score_rounding) == claimed


def _table_places(table: ps.SelfAssessment) -> int:
    cells = [indicator.claimed for indicator in table.indicators]
    assert table.execution is not None
    cells.append(table.execution.claimed)
    return max(cell.quantity.places for cell in cells if cell is not None and cell.quantity is not None)


def _single(indicator: ps.Indicator) -> Verdict:
    """Return the verdict on an indicator in a table that prints two decimals."""
    anchor = ps.Indicator("锚", weight=1, target="100人", actual="33人", claimed="0.33")
    table = ps.SelfAssessment(goals=[ps.Goal(children=[indicator, anchor])])
    return ps.verify(table, rules=WUHAN).verdicts[0]


@settings(max_examples=200)
@given(
    tenths=st.integers(0, 2000),
    hundredths=st.integers(-4, 4),
    claim=st.integers(0, 1000),
)
def test_finer_precision_never_rescues_a_failure(tenths: int, hundredths: int, claim: int) -> None:
    """A claim that fails with one decimal printed fails with two that print the same one."""
    coarse, fine = Fraction(tenths, 10), Fraction(tenths, 10) + Fraction(hundredths, 100)
    if fine < 0:
        return
    claimed = as_printed(Fraction(claim, 100), 2)
    kinds = [
        _single(
            ps.Indicator(
                "率", weight=10, target="≥100%", actual=f"{as_printed(value, places)}%", claimed=claimed
            )
        ).kind
        for value, places in ((coarse, 1), (fine, 2))
    ]
    if kinds[0] is VerdictKind.INCONSISTENT:
        assert kinds[1] is VerdictKind.INCONSISTENT


@settings(max_examples=150)
@given(line=honest_lines(Rounding.TRUNCATE, 2), step=st.integers(-3, 3))
def test_a_further_convention_never_removes_a_consistent(line: HonestLine, step: int) -> None:
    """What follows under some conventions follows under more of them."""
    assert line.indicator.claimed is not None
    claimed = as_printed(max(Fraction(0), line.score + Fraction(step, 100)), 2)
    indicator = attrs.evolve(line.indicator, claimed=claimed)
    table = ps.SelfAssessment(goals=[ps.Goal(children=[indicator])])
    fewer = attrs.evolve(WUHAN, conventions=WUHAN.conventions[:4])
    if ps.verify(table, rules=fewer).verdicts[0].kind in FOLLOWS:
        assert ps.verify(table, rules=WUHAN).verdicts[0].kind in FOLLOWS


@settings(max_examples=150)
@given(weight=st.integers(1, 40), actual=st.integers(0, 300), off=st.integers(2, 500), positive=st.booleans())
def test_what_cannot_be_printed_is_accused(weight: int, actual: int, off: int, *, positive: bool) -> None:
    """A claim off by two hundredths or more from exact counts is called inconsistent, with its gap."""
    ratio = Fraction(actual, 100)
    share = min(Fraction(1), ratio if positive else (1 / ratio if ratio else Fraction(1)))
    score = rounded(weight * share, 2)
    claim = score - Fraction(off, 100)
    if claim < 0:
        return
    rules = attrs.evolve(WUHAN, conventions=WUHAN.conventions[:1])
    row = ps.Indicator(
        "数", weight=weight, target=f"{'≥' if positive else '≤'}100人", actual=f"{actual}人",
        claimed=as_printed(claim, 2),
    )  # fmt: skip
    verdict = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=rules).verdicts[0]
    assert verdict.kind is VerdictKind.INCONSISTENT
    assert verdict.gap is not None
    assert verdict.gap >= abs(weight * share - claim) - Fraction(1, 200)
