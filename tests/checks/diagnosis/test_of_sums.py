"""The slips that would explain a total that is not the sum of its lines."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from perfscore.checks.diagnosis._of_sums import BrokenSum, explain_sum
from perfscore.checks.diagnosis._slips import Slip
from perfscore.checks.table import check_total
from tests.checks.diagnosis.sample import board

if TYPE_CHECKING:
    from perfscore.checks.diagnosis._explanation import Explanation


def _explained(*rows: dict[str, Any], **parts: Any) -> dict[Slip, Explanation]:
    on = board(*rows, **parts)
    cell = on.context.table.total
    assert cell is not None
    verdict = check_total(on.context, on.judged).verdicts[0]
    found = explain_sum(BrokenSum(verdict=verdict, cell=cell, lines=on.judged), places=2)
    assert [item.cost for item in found] == sorted(item.cost for item in found)
    return {item.slip: item for item in found}


def test_a_line_left_out_and_one_counted_twice() -> None:
    """91.82 − 27.33 = 64.49, and 91.82 + 16 = 107.82: four lines of 10,001 totals each."""
    left_out = _explained(total="64.49")[Slip.LINE_LEFT_OUT]
    assert (left_out.about, left_out.coincidence) == ("2 乙 27.33", Fraction(4, 10_001))
    assert _explained(total="107.82")[Slip.LINE_COUNTED_TWICE].about == "1 甲 16"
    assert _explained(total="72.76")[Slip.LINE_LEFT_OUT].about == "预算执行 19.06"


def test_a_line_of_nothing_changes_no_sum() -> None:
    """Two lines claim nothing, so two can have been left out of 46.39 − 27.33 = 19.06 or counted twice."""
    nothing = {"actual": "0%", "claimed": "0"}
    rows: tuple[dict[str, Any], ...] = ({"actual": "0人", "claimed": "0"}, {}, nothing)
    found = _explained(*rows, total="19.06")[Slip.LINE_LEFT_OUT]
    assert (found.about, found.coincidence) == ("2 乙 27.33", Fraction(2, 10_001))


def test_a_sum_made_before_a_line_was_changed() -> None:
    """The rule gives 29.43 and the total has it; the line claims 30."""
    found = _explained({}, {}, {"claimed": "30.00"})[Slip.SUM_NOT_UPDATED]
    assert (found.about, found.coincidence) == ("3 丙 30", Fraction(1, 10_001))


def test_the_total_itself_reads_otherwise() -> None:
    """98.12 for 91.82: 89.12, 91.82 and 98.21 are one exchange of digits away."""
    found = _explained(total="98.12")[Slip.DIGITS_TRANSPOSED]
    assert [(item.printed, item.instead) for item in found.changes] == [("98.12", "91.82")]
    assert found.coincidence == Fraction(3, 10_001)


def test_a_score_reads_otherwise_and_lets_both_hold() -> None:
    """24.93 for 29.43: nine readings of a score in each of four lines."""
    found = _explained({}, {}, {"claimed": "24.93"})[Slip.DIGITS_TRANSPOSED]
    assert [(item.printed, item.instead) for item in found.changes] == [("24.93", "29.43")]
    assert found.coincidence == Fraction(36, 10_001)


def test_a_total_that_nothing_explains() -> None:
    """50 is far from every sum of the lines."""
    assert _explained(total="50") == {}


def test_a_total_of_forty_digits() -> None:
    """The largest totals are looked at like others; nothing explains them."""
    assert _explained(total="1234567890" * 4) == {}
