"""Laws of scoring: capped, monotone, the same in any order and any unit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import perfscore as ps
from tests.strategies import WUHAN, honest_tables

if TYPE_CHECKING:
    from fractions import Fraction

counts = st.integers(1, 10**6)


def _score(target: str, actual: str, weight: int) -> Fraction:
    row = ps.Indicator("数", weight=weight, target=target, actual=actual)
    (line,) = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=WUHAN).lines
    assert line.exact is not None
    return line.exact


@given(target=counts, actual=st.integers(0, 10**7), weight=st.integers(0, 100), sign=st.sampled_from("≥≤"))
def test_scores_are_capped(target: int, actual: int, weight: int, sign: str) -> None:
    """No score lies outside 0 and the weight."""
    assert 0 <= _score(f"{sign}{target}人", f"{actual}人", weight) <= weight


@given(target=counts, actual=st.integers(0, 10**6), more=counts, weight=st.integers(1, 100))
def test_scores_are_monotone(target: int, actual: int, more: int, weight: int) -> None:
    """More of a thing wanted never scores less, more of a thing not wanted never more."""
    low, high = f"{actual}人", f"{actual + more}人"
    assert _score(f"≥{target}人", low, weight) <= _score(f"≥{target}人", high, weight)
    assert _score(f"≤{target}人", low, weight) >= _score(f"≤{target}人", high, weight)


@given(target=counts, actual=st.integers(0, 10**6), weight=st.integers(1, 100), sign=st.sampled_from("≥≤"))
def test_scores_do_not_depend_on_the_unit(target: int, actual: int, weight: int, sign: str) -> None:
    """The same amounts printed in 人 and in 万人 score the same."""
    small = _score(f"{sign}{target}人", f"{actual}人", weight)
    large = _score(f"{sign}{Decimal(target).scaleb(-4):f}万人", f"{Decimal(actual).scaleb(-4):f}万人", weight)
    assert small == large


@settings(max_examples=100)
@given(table=honest_tables(), order=st.randoms(use_true_random=False))
def test_totals_do_not_depend_on_the_order(table: ps.SelfAssessment, order: object) -> None:
    """The lines in another order give the same total, decided and admitted."""
    rows = list(table.indicators)
    order.shuffle(rows)  # type: ignore[attr-defined]
    other = attrs.evolve(table, goals=[ps.Goal(children=rows)])
    one, two = ps.score(table, rules=WUHAN).total, ps.score(other, rules=WUHAN).total
    assert (one.decided, one.admitted) == (two.decided, two.admitted)


@settings(max_examples=100)
@given(table=honest_tables())
def test_tables_round_trip(table: ps.SelfAssessment) -> None:
    """A table survives the way through JSON, and scores the same."""
    again = ps.from_json(ps.to_json(table))
    assert again == table
    assert ps.score(again, rules=WUHAN).to_json() == ps.score(table, rules=WUHAN).to_json()
