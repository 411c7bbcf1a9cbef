"""Slips of a line, each with the score that it would print or the row that it spoiled."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import perfscore as ps
from perfscore.checks.diagnosis._hypotheses import Case, Hypothesis, hypotheses
from perfscore.checks.diagnosis._slips import Slip
from perfscore.findings import Column
from perfscore.intervals import Interval
from tests.checks.diagnosis.sample import RULES, board

if TYPE_CHECKING:
    from perfscore.checks.diagnosis._board import Board


def _thought_of(on: Board, position: int = 3) -> list[Hypothesis]:
    judged = on.judged[position]
    indicator, basis = judged.line.score.printed_in, judged.line.score.basis
    assert isinstance(indicator, ps.Indicator)
    assert judged.line.claim is not None
    assert judged.line.score.worth is not None
    case = Case(
        board=on,
        position=position,
        judged=judged,
        indicator=indicator,
        worth=judged.line.score.worth,
        claim=judged.line.claim,
        reach=on.reach.shares(basis, basis.admitted),
    )
    return list(hypotheses(case))


def _of_last(**cells: Any) -> list[Hypothesis]:
    return _thought_of(board({}, {}, cells))


def _scores(found: list[Hypothesis], slip: Slip) -> list[Fraction | None]:
    return [
        None if item.predicted is None else item.predicted.lower
        for item in found
        if item.slip is slip and item.undone is None
    ]


def test_slips_of_computing_a_line_that_missed_its_target() -> None:
    """88.3 of 90 with 30 points: nothing, all, 98.11 (the rate); 20 is the only other weight."""
    found = _of_last(claimed="28.00")
    assert _scores(found, Slip.ALL_OR_NOTHING) == [0]
    assert _scores(found, Slip.FULL_MARKS) == [30]
    assert _scores(found, Slip.RATE_AS_SCORE) == [Fraction(883, 9)]
    assert _scores(found, Slip.WRONG_WEIGHT) == [20 * Fraction(883, 900)]
    # 98.11 %, 98.1 %, 98 % of 30.
    assert _scores(found, Slip.RATE_ROUNDED_FIRST) == [Fraction(text) for text in ("29.433", "29.43", "29.4")]
    assert _scores(found, Slip.CAP_FORGOTTEN) == []


def test_a_cap_that_was_forgotten() -> None:
    """99 of 90 is 110 %, 33 of 30 points; a target that was met has no slip of nothing or all."""
    found = _of_last(actual="99.0%", claimed="33.00")
    assert _scores(found, Slip.CAP_FORGOTTEN) == [33]
    assert _scores(found, Slip.FULL_MARKS) == _scores(found, Slip.ALL_OR_NOTHING) == []


def test_a_direction_that_was_reversed() -> None:
    """At most 80 wanted, 100 reported: 80/100 earn 24; taken for at least 80 it is met, 30."""
    (item,) = [
        one
        for one in _of_last(target="≤80%", actual="100%", claimed="30.00")
        if one.slip is Slip.DIRECTION_REVERSED
    ]
    # Full marks explain the same score: what is named is a matter of odds.
    assert (item.predicted, item.favour) == (Interval.point(Fraction(30)), Fraction(2))
    assert _scores(_of_last(target="≤80%", actual="100%", claimed="29.00"), Slip.DIRECTION_REVERSED) == []
    # 40 of at least 50 earn 80 %, taken for at most 50 they are met.
    assert _scores(_of_last(target="≥50人", actual="60人", claimed="25"), Slip.DIRECTION_REVERSED) == [25]


def test_a_fact_has_no_ratio() -> None:
    """A date that was missed earns nothing: full marks are the only slip of computing."""
    strict = attrs.evolve(RULES, choices=attrs.evolve(RULES.choices, late="zero"))
    late = {"target": "2023年12月", "actual": "2024年2月", "claimed": "30.00"}
    found = [item for item in _thought_of(board({}, {}, late, rules=strict)) if item.undone is None]
    assert [(item.slip, item.predicted) for item in found] == [
        (Slip.FULL_MARKS, Interval.point(Fraction(30)))
    ]


@pytest.mark.parametrize(
    ("target", "actual", "undone", "favour"),
    [
        # Without a sign nothing tells the two apart.
        ("90%", "88.3%", ("88.3%", "90%"), Fraction(1)),
        # The sign stands in the wrong column, which speaks for the slip.
        ("88.3%", "≥90%", ("≥90%", "88.3%"), Fraction(1, 16)),
        # The sign stands where it belongs: only the figures changed places.
        ("≥88.3%", "91%", ("≥91%", "88.3%"), Fraction(4)),
    ],
)
def test_columns_that_were_swapped(
    target: str, actual: str, undone: tuple[str, str], favour: Fraction
) -> None:
    """What the row would say, and what its signs say for it."""
    (item,) = [
        one
        for one in _of_last(target=target, actual=actual, claimed="1.00")
        if one.slip is Slip.COLUMNS_SWAPPED
    ]
    assert item.undone is not None
    assert item.undone.target is not None
    assert item.undone.actual is not None
    assert (item.undone.target.text, item.undone.actual.text) == undone
    assert item.favour == favour


def test_a_slip_of_scale_is_favoured_where_it_brings_the_result_to_its_target() -> None:
    """0.883% of 90 % is a hundredth of what was meant; 883% would be ten times too much."""
    shown = {
        item.undone.actual.text: item.favour
        for item in _of_last(actual="0.883%", claimed="29.43")
        if item.undone is not None and item.undone.actual is not None and Column.ACTUAL in item.columns
    }
    assert shown["88.3%"] == Fraction(1, 16)
    assert shown["0.0883%"] == Fraction(16)


def test_cells_of_the_row_beside() -> None:
    """The last row has one neighbour: its actual value, its score, and the exchange of the former."""
    found = [item for item in _of_last(claimed="28.00") if item.slip is Slip.ROW_SHIFTED]
    # 41人 of 90 % is no ratio, nor is 88.3 % of 45人: only the score can have been taken.
    assert [item.columns for item in found] == [(Column.SCORE,)]
    on = board({"target": "100人", "actual": "37人"}, {"target": "50人", "actual": "81人"}, {})
    columns = [
        (item.columns, item.beside is not None)
        for item in _thought_of(on, 1)
        if item.slip is Slip.ROW_SHIFTED
    ]
    assert columns == [
        ((Column.ACTUAL,), False),
        ((Column.ACTUAL,), True),
        ((Column.TARGET,), False),
        ((Column.TARGET,), True),
        ((Column.SCORE,), False),
    ]


def test_the_first_row_has_execution_beside_it_which_is_no_row() -> None:
    """Budget execution stands before the first row and lends it no cell."""
    positions = {item.beside[0] for item in _thought_of(board(), 1) if item.beside is not None}
    assert positions <= {2}


def test_a_row_that_would_admit_nearly_any_score_explains_nothing() -> None:
    """With the bound 30%以上 in its place the row would admit all from a third on."""
    on = board({}, {"target": "≥90%", "actual": "30%以上", "claimed": "1.00"}, {"claimed": "28.00"})
    taken = [
        item for item in _thought_of(on) if item.columns == (Column.ACTUAL,) and item.slip is Slip.ROW_SHIFTED
    ]
    assert taken == []


def test_a_wording_has_few_slips() -> None:
    """There is no figure in 一定程度提升 that could be read otherwise."""
    found = _of_last(target="显著提升", actual="一定程度提升", claimed="28.00")
    assert {item.columns for item in found} <= {
        (Column.TARGET, Column.ACTUAL),
        (Column.SCORE,),
        (Column.WEIGHT,),
    }


def test_without_a_target_nothing_but_the_score_and_the_weight() -> None:
    """There are no two cells that could be swapped or misread."""
    found = _of_last(target=None, claimed="300")
    assert {item.columns for item in found} <= {(Column.SCORE,), (Column.WEIGHT,)}


def test_an_inferred_weight_cannot_be_misread() -> None:
    """A row that prints no weight has no slip of it."""
    on = board({}, {}, {"weight": None, "claimed": "28.00"})
    assert not [
        item for item in _thought_of(on, 2) if item.columns == (Column.WEIGHT,) and item.undone is None
    ]
