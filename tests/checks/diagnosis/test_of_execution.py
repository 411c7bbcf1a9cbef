"""The slips that would explain budget execution, its rate and its score together."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from perfscore.checks.diagnosis._of_execution import explain_execution
from perfscore.checks.diagnosis._slips import Slip
from perfscore.findings import Column
from tests.checks.diagnosis.sample import EXECUTION, board

if TYPE_CHECKING:
    from perfscore.checks.diagnosis._explanation import Explanation


def _explained(total: str = "91.82", **cells: Any) -> list[Explanation]:
    found = explain_execution(board(execution=attrs.evolve(EXECUTION, **cells), total=total))
    assert [item.cost for item in found] == sorted(item.cost for item in found)
    return list(found)


def _of(found: list[Explanation], slip: Slip) -> list[list[tuple[Column | None, str, str]]]:
    return [
        [(change.location.column, change.printed, change.instead) for change in item.changes]
        for item in found
        if item.slip is slip
    ]


def test_amounts_that_stand_in_each_others_column() -> None:
    """95.30 of 100.00 is 95.3 %, the other way round 104.93 %."""
    found = _explained(budget="95.30", executed="100.00")
    assert _of(found, Slip.COLUMNS_SWAPPED) == [
        [(Column.BUDGET, "95.30", "100.00"), (Column.EXECUTED, "100.00", "95.30")]
    ]
    (swapped,) = [item for item in found if item.slip is Slip.COLUMNS_SWAPPED]
    assert swapped.coincidence == Fraction(1, 10_001)
    assert _of(_explained(rate="90%"), Slip.COLUMNS_SWAPPED) == []
    assert _of(_explained(budget=None, rate="90%"), Slip.COLUMNS_SWAPPED) == []


def test_amounts_without_a_rate_must_give_the_score() -> None:
    """Without a rate the score of 19.06 says which of the two is the budget."""
    found = _explained(budget="95.30", executed="100.00", rate=None)
    assert len(_of(found, Slip.COLUMNS_SWAPPED)) == 1


def test_a_cell_that_reads_otherwise() -> None:
    """93.50 for 95.30: 39.50, 95.30 and 93.05 are the exchanges of digits, three of 10,001 rates."""
    (found,) = [item for item in _explained(executed="93.50") if item.slip is Slip.DIGITS_TRANSPOSED]
    assert [(change.printed, change.instead) for change in found.changes] == [("93.50", "95.30")]
    assert found.coincidence == Fraction(3, 10_001)


def test_a_cell_without_a_rate_counts_among_the_scores() -> None:
    """Without a rate there are 2,001 scores from 0 to 20.00."""
    (found,) = [
        item for item in _explained(executed="93.50", rate=None) if item.slip is Slip.DIGITS_TRANSPOSED
    ]
    assert found.coincidence == Fraction(3, 2001)


@pytest.mark.parametrize(("total", "named"), [("91.82", True), ("163.82", False), (None, True), ("无", True)])
def test_a_score_that_reads_otherwise_must_let_the_total_hold(total: str | None, *, named: bool) -> None:
    """91.06 for 19.06 … 1 and 9 exchanged: 19.06 makes 91.82, 91.06 makes 163.82."""
    execution = attrs.evolve(EXECUTION, claimed="91.06")
    found = explain_execution(board(execution=execution, total=total))
    assert (len(_of(list(found), Slip.DIGITS_TRANSPOSED)) == 1) is named


def test_a_line_without_a_claim_leaves_the_total_open() -> None:
    """Where another line claims nothing the total says nothing of execution."""
    on = board({"claimed": None}, execution=attrs.evolve(EXECUTION, claimed="91.06"), total="5")
    assert len(_of(list(explain_execution(on)), Slip.DIGITS_TRANSPOSED)) == 1


@pytest.mark.parametrize(
    ("cells", "slip"),
    [
        ({"claimed": "95.30"}, Slip.RATE_AS_SCORE),
        ({"claimed": "95"}, Slip.RATE_AS_SCORE),
        ({"claimed": "0"}, Slip.ALL_OR_NOTHING),
        ({"claimed": "20"}, Slip.FULL_MARKS),
        # 20 × 105/100 = 21.
        ({"executed": "105.00", "rate": "105%", "claimed": "21"}, Slip.CAP_FORGOTTEN),
    ],
)
def test_slips_of_computing(cells: dict[str, Any], slip: Slip) -> None:
    """The amounts and the rate stand; one of 2,001 scores is what the slip gives."""
    (found,) = [item for item in _explained(**cells) if item.slip is slip]
    assert (found.changes, found.coincidence) == ((), Fraction(1, 2001))


@pytest.mark.parametrize(
    "cells",
    [
        # Rate and score are both off.
        {"rate": "90%", "claimed": "20"},
        # The score holds, the rate alone is off.
        {"rate": "90%"},
        # There is no score.
        {"rate": "90%", "claimed": None},
    ],
)
def test_no_slip_of_computing(cells: dict[str, Any]) -> None:
    """None is named unless the amounts and the rate agree and the score does not."""
    slips = {item.slip for item in _explained(**cells)}
    assert slips.isdisjoint({Slip.FULL_MARKS, Slip.DIRECTION_REVERSED, Slip.ALL_OR_NOTHING})
