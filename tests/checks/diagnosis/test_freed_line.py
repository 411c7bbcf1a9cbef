"""A line of which some cells may read otherwise: whether it can hold, with which scores and weights."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.checks.diagnosis._freed_line import Free, FreedLine, can_add_to
from perfscore.findings import Column
from perfscore.intervals import Interval
from tests.checks.diagnosis.sample import EXECUTION, board

TARGET, ACTUAL, SCORE, WEIGHT, RATE = (
    Column.TARGET,
    Column.ACTUAL,
    Column.SCORE,
    Column.WEIGHT,
    Column.RATE,
)


def _free(*columns: Column) -> Free:
    return frozenset(columns)


def _line(position: int, *rows: dict[str, Any], most: int = 10_000, **parts: Any) -> FreedLine:
    on = board(*rows, **parts)
    judged = on.judged[position]
    return FreedLine(board=on, judged=judged, claim=judged.line.claim, most=most)


@pytest.mark.parametrize(
    ("cells", "free", "holds"),
    [
        # 28 for 29.43: another target gives any score up to the weight of 30.
        ({"claimed": "28.00"}, (), False),
        ({"claimed": "28.00"}, (TARGET,), True),
        ({"claimed": "31.00"}, (TARGET,), False),
        ({"claimed": "31.00"}, (TARGET, WEIGHT), True),
        ({"claimed": "31.00"}, (SCORE,), True),
        # No ratio gives less than nothing.
        ({"claimed": "-1"}, (TARGET, ACTUAL), False),
        # What claims nothing is not inconsistent.
        ({"claimed": None}, (TARGET,), True),
    ],
)
def test_a_line_can_hold(cells: dict[str, Any], free: tuple[Column, ...], *, holds: bool) -> None:
    """By hand: a ratio gives any share up to the whole weight, another weight or score whatever is wanted."""
    assert _line(3, {}, {}, cells).can_hold(_free(*free)) is holds


@pytest.mark.parametrize(
    ("cells", "free", "holds"),
    [
        # The score of 18 contradicts both the amounts and the rate.
        ({"claimed": "18.00"}, (RATE,), False),
        ({"claimed": "18.00"}, (Column.BUDGET,), False),
        ({"claimed": "18.00"}, (Column.BUDGET, RATE), True),
        ({"claimed": "21.00"}, (Column.BUDGET, RATE), False),
        ({"claimed": "18.00", "rate": None}, (Column.EXECUTED,), True),
        # The rate is 95.3 % and gives 19.06, whatever the amounts are.
        ({"executed": "93.50"}, (Column.BUDGET,), True),
        # The amounts give 19.06, whatever the rate is.
        ({"rate": "90%"}, (RATE,), True),
        ({"rate": "90%"}, (WEIGHT,), True),
    ],
)
def test_execution_can_hold(cells: dict[str, Any], free: tuple[Column, ...], *, holds: bool) -> None:
    """Amounts that change must still give the rate; where the rate changes, they must give the score."""
    line = _line(0, execution=attrs.evolve(EXECUTION, **cells))
    assert line.can_hold(_free(*free)) is holds


def test_scores_of_a_line() -> None:
    """30 × 88.3/90 is 29.43 for any digits behind 88.3; with another target everything up to 30 is."""
    line = _line(3)
    # 88.25 to 88.35 of 90: 29.4167 to 29.45.
    assert line.scores(_free(SCORE)) == (Interval(Fraction("29.42"), Fraction("29.45")),)
    assert line.scores(_free(SCORE, TARGET)) == (Interval(Fraction(0), Fraction(30)),)
    # A table in whole points prints the same as 29 besides.
    whole = _line(
        3,
        {"claimed": "16"},
        {"claimed": "27"},
        {"claimed": "29"},
        execution=attrs.evolve(EXECUTION, claimed="19"),
    )
    assert whole.scores(_free(SCORE)) == (
        Interval.point(Fraction(29)),
        Interval(Fraction("29.42"), Fraction("29.45")),
    )


def test_scores_of_a_band_are_what_was_decided() -> None:
    """Partly reached is 50 % to 80 % of 30, and the claim is not rounded."""
    line = _line(3, {}, {}, {"target": "显著提升", "actual": "一定程度提升", "claimed": "20"})
    assert line.scores(_free(SCORE)) == (Interval(Fraction(15), Fraction(24), upper_closed=False),)


def test_scores_without_a_weight_are_not_known() -> None:
    """Nothing is known of the score of a line whose weight cannot be read."""
    assert _line(3, {}, {}, {"weight": "很多"}).scores(_free(SCORE)) == ()


def test_scores_of_execution() -> None:
    """While the rate stands the amounts change nothing; with the rate they give any score up to 20."""
    line, anything = _line(0), (Interval(Fraction(0), Fraction(20)),)
    # 95.295 of 100.005 to 95.305 of 99.995 are 19.058… to 19.062….
    printed = (Interval.point(Fraction("19.06")),)
    assert line.scores(_free(SCORE, Column.BUDGET)) == printed
    assert line.scores(_free(SCORE, RATE)) == printed
    assert line.scores(_free(SCORE, RATE, Column.BUDGET)) == anything
    bare = _line(0, execution=attrs.evolve(EXECUTION, rate=None))
    assert bare.scores(_free(SCORE, Column.BUDGET)) == anything
    assert bare.scores(_free(SCORE)) == printed


def test_weights_of_a_line() -> None:
    """16 is 80 % of 20 alone; with another ratio any weight from 16 on; with another score any at all."""
    line = _line(1, most=3000)
    assert line.weights(_free(WEIGHT, TARGET)) == ((1600, 3000),)
    assert line.weights(_free(WEIGHT, SCORE)) == ((0, 3000),)
    assert any(first <= 2000 <= last for first, last in line.weights(_free(WEIGHT)))
    # A weight of 25 gives 20.
    assert not any(first <= 2500 <= last for first, last in line.weights(_free(WEIGHT)))
    assert _line(3, {}, {}, {"claimed": None}, most=3000).weights(_free(WEIGHT)) == ((0, 3000),)


def test_columns_in_which_a_line_may_be_wrong() -> None:
    """A weight only where all are known, a rate only where one is printed."""
    assert _line(1).columns(weights_are_known=True) == (WEIGHT, TARGET, ACTUAL, SCORE)
    assert _line(1).columns(weights_are_known=False) == (TARGET, ACTUAL, SCORE)
    bare = _line(0, execution=attrs.evolve(EXECUTION, rate=None))
    assert bare.columns(weights_are_known=True) == (WEIGHT, Column.BUDGET, Column.EXECUTED, SCORE)
    assert _line(0, execution=None).columns(weights_are_known=True) == (WEIGHT, TARGET, ACTUAL, SCORE)


_RUNS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=3).map(tuple)


@given(wanted=st.integers(0, 40), sets=st.lists(_RUNS, max_size=4))
def test_sums_of_runs(wanted: int, sets: list[tuple[tuple[int, int], ...]]) -> None:
    """As all sums written out: of no sets 0 alone, of an empty set nothing."""
    written = [{number for first, last in runs for number in range(first, last + 1)} for runs in sets]
    assert can_add_to(wanted, sets) is any(sum(choice) == wanted for choice in product(*written))


def test_an_empty_run_adds_nothing() -> None:
    """From 5 to 3 there is no number, whatever it is added to."""
    assert not can_add_to(6, [((0, 10),), ((5, 3),)])


def test_sums_of_large_numbers_take_no_more_room() -> None:
    """10^40 steps are as soon looked through as ten."""
    large = 10**40
    assert can_add_to(2 * large, [((0, large),), ((large, 5 * large),)])
    assert not can_add_to(large - 1, [((0, large),), ((large, 5 * large),)])
