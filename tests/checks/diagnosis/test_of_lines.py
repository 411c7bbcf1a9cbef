"""The slips that would explain a line: which fit, what they change, how many steps it took."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from perfscore.checks.diagnosis._of_lines import explain_line
from perfscore.checks.diagnosis._slips import Slip
from perfscore.findings import Column
from tests.checks.diagnosis.sample import board

if TYPE_CHECKING:
    from perfscore.checks.diagnosis._explanation import Explanation


def _explained(last: dict[str, Any], **parts: Any) -> tuple[Explanation, ...]:
    return explain_line(board({}, {}, last, **parts), 3)[0]


def test_the_cheapest_comes_first() -> None:
    """Nothing claimed for 88.3 of 90: all or nothing is one of 3,001 claims and four times as rare as others."""
    first = _explained({"claimed": "0.00"}, total="62.39")[0]
    assert (first.slip, first.coincidence, first.cost) == (
        Slip.ALL_OR_NOTHING,
        Fraction(1, 3001),
        Fraction(4, 3001),
    )


def test_a_prediction_is_printed_as_the_rule_or_the_table_does() -> None:
    """20 × 88.3/90 = 19.6222 is printed 19.62, cut 19.62; 19.63 is no slip of this kind."""
    slips = {item.slip for item in _explained({"claimed": "19.62"}, total="82.01")}
    assert Slip.WRONG_WEIGHT in slips
    assert Slip.WRONG_WEIGHT not in {item.slip for item in _explained({"claimed": "19.63"}, total="82.02")}


def test_what_a_slip_of_a_cell_changes() -> None:
    """83.8% for 88.3% makes 27.93 of 29.43: the actual value alone reads otherwise."""
    (found,) = [item for item in _explained({"actual": "83.8%"}) if item.slip is Slip.DIGITS_TRANSPOSED]
    assert [(change.location.column, change.printed, change.instead) for change in found.changes] == [
        (Column.ACTUAL, "83.8%", "88.3%")
    ]


def test_a_weight_must_let_the_weights_add_up() -> None:
    """300 for 30 is a moved point; 33 for 30 is none, and no other slip of a weight makes 80."""
    assert Slip.DECIMAL_MOVED in {item.slip for item in _explained({"weight": "300"})}
    columns = {
        change.location.column
        for item in _explained({"weight": "33", "claimed": "2.94"}, total="65.33")
        for change in item.changes
    }
    assert Column.WEIGHT not in columns


def test_a_score_must_let_the_total_hold() -> None:
    """24.93 for 29.43 explains the line where the total was made with 29.43 and not where with 24.93."""
    before, after = _explained({"claimed": "24.93"}), _explained({"claimed": "24.93"}, total="87.32")
    assert Slip.DIGITS_TRANSPOSED in {item.slip for item in before}
    assert not {change.location.column for item in after for change in item.changes} & {Column.SCORE}


def test_a_line_without_a_weight_has_no_explanations() -> None:
    """Nothing was reached and points are claimed, which no weight explains: no step is taken."""
    rows = ({"weight": None, "actual": "0人", "claimed": "5"}, {"weight": None}, {"weight": None})
    assert explain_line(board(*rows), 1) == ((), 0)


def test_steps_are_counted() -> None:
    """Each row with a slip undone is a step, each that is within reach five more: the same at every run."""
    on = board({}, {}, {"claimed": "28.00"}, total="90.39")
    found, steps = explain_line(on, 3)
    assert explain_line(on, 3) == (found, steps)
    # Of 28.00 some twenty readings are thought of, of cells of twenty digits more than twice as many.
    long = {"target": "≥12345678901234567890人", "actual": "9876543210987654321.1人", "claimed": "28.00"}
    assert explain_line(board({}, {}, long), 3)[1] > steps > 10
