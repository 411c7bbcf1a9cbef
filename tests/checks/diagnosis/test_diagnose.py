"""Diagnosis: the slip that was made is among those that are named, and what could repair the table."""

from __future__ import annotations

import tracemalloc
from fractions import Fraction
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.checks.diagnosis import Confidence, Diagnosis, Slip, diagnose
from perfscore.checks.diagnosis._board import Board, replaced
from perfscore.checks.diagnosis._diagnose import MAX_STEPS
from perfscore.checks.diagnosis._of_lines import explain_line
from perfscore.checks.diagnosis._repairs import MAX_TRIED
from perfscore.checks.table import judged_table
from perfscore.findings import Column
from perfscore.rules import FORMULAS
from perfscore.verdicts import Subject
from tests.corpus.hostile import LINES, kinds

RULES = ps.load_rules("wuhan-2023")


def _table(**last: Any) -> ps.SelfAssessment:
    """Return three honest lines and execution, 100 in all, and a last line with other cells."""
    rows = [
        ps.Indicator("甲", weight=20, target="≥50人", actual="40人", claimed="16.00"),
        ps.Indicator("乙", weight=30, target="45人", actual="41人", claimed="27.33"),
        ps.Indicator("丙", **{"weight": 30, "target": "≥90%", "actual": "88.3%", "claimed": "29.43", **last}),
    ]
    execution = ps.BudgetExecution(
        weight=20, budget="100.00", executed="95.30", rate="95.3%", claimed="19.06"
    )
    # 19.06 + 16 + 27.33 + 29.43
    return ps.SelfAssessment(
        table_id="T", execution=execution, goals=[ps.Goal(weight=80, children=rows)], total="91.82"
    )


@pytest.mark.parametrize(("claimed", "total", "named"), [("26.10", "88.49", True), ("26.40", "88.79", False)])
def test_a_rate_is_rounded_before_the_formula(claimed: str, total: str, named: bool) -> None:
    """90 of 80 allowed are 113 %: 30 × (2 − 113 %) is 26.10; 26.40 is the share of 87.5 % rounded afterwards."""
    rules = attrs.evolve(RULES, negative=FORMULAS["linear-decline"], conventions=RULES.conventions[:1])
    table = attrs.evolve(_table(target="≤80人", actual="90人", claimed=claimed), total=total)
    (slips,) = _slips(diagnose(table, rules=rules))
    assert (Slip.RATE_ROUNDED_FIRST in slips) is named


def _slips(diagnosis: Diagnosis, subject: Subject = Subject.LINE) -> list[list[Slip]]:
    return [
        [item.slip for item in figure.explanations]
        for figure in diagnosis.diagnosed
        if figure.verdict.subject is subject
    ]


def test_a_clean_table_has_nothing_to_diagnose() -> None:
    """Without an inconsistent figure there is no explanation, no repair, and the search is complete."""
    diagnosis = diagnose(_table(), rules=RULES)
    assert diagnosis.verification.is_consistent
    assert (diagnosis.diagnosed, diagnosis.repairs, diagnosis.complete, diagnosis.tried) == ((), (), True, 0)


@pytest.mark.parametrize(
    ("cells", "total", "slip"),
    [
        # Each score by hand: 30 × 88.3/90 = 29.43 where nothing is said of it.
        ({"target": "88.3%", "actual": "≥90%"}, "91.82", Slip.COLUMNS_SWAPPED),
        ({"target": "≤88.3%", "actual": "90%", "claimed": "30.00"}, "92.39", Slip.DIRECTION_REVERSED),
        ({"target": "≥90%", "actual": "0.883%"}, "91.82", Slip.PERCENT_HUNDREDFOLD),
        # 30 × 47.5/50 = 28.5; the 万 was lost.
        ({"target": "≥50万元", "actual": "47.50元", "claimed": "28.50"}, "90.89", Slip.UNIT_OF_TEN_THOUSAND),
        # 30 × 99/90 = 33.
        ({"actual": "99.0%", "claimed": "33.00"}, "95.39", Slip.CAP_FORGOTTEN),
        ({"claimed": "0.00"}, "62.39", Slip.ALL_OR_NOTHING),
        ({"claimed": "30.00"}, "92.39", Slip.FULL_MARKS),
        # 20 × 88.3/90 = 19.62.
        ({"claimed": "19.62"}, "82.01", Slip.WRONG_WEIGHT),
        # The rate of completion is 98.11 %, written as the score of a line of 30.
        ({"claimed": "98.11"}, "160.50", Slip.RATE_AS_SCORE),
        # 83.8 for 88.3.
        ({"actual": "83.8%"}, "91.82", Slip.DIGITS_TRANSPOSED),
        ({"claimed": "24.93"}, "91.82", Slip.DIGITS_TRANSPOSED),
        ({"actual": "8.83%"}, "91.82", Slip.DECIMAL_MOVED),
        ({"weight": 300}, "91.82", Slip.DECIMAL_MOVED),
    ],
)
def test_the_slip_is_named(cells: dict[str, Any], total: str, slip: Slip) -> None:
    """Undoing the slip, or computing as it does, makes every rule hold that it touches."""
    table = attrs.evolve(_table(**cells), total=total)
    diagnosis = diagnose(table, rules=RULES)
    (named,) = _slips(diagnosis)
    assert slip in named


def test_cells_of_neighbouring_rows_exchanged() -> None:
    """Two rows that have each other's actual value explain each other, and this explanation comes first."""
    rows = [
        ps.Indicator("甲", weight=40, target="100人", actual="37人", claimed="32.40"),
        ps.Indicator("乙", weight=40, target="50人", actual="81人", claimed="29.60"),
    ]
    execution = ps.BudgetExecution(weight=20, budget="100", executed="100", claimed="20.00")
    # 40 × 81/100 = 32.4 and 40 × 37/50 = 29.6.
    table = ps.SelfAssessment(
        table_id="T", execution=execution, goals=[ps.Goal(children=rows)], total="82.00"
    )
    diagnosis = diagnose(table, rules=RULES)
    first, second = diagnosis.diagnosed
    for figure in (first, second):
        best = figure.explanations[0]
        assert best.slip is Slip.ROW_SHIFTED
        assert {(change.printed, change.instead) for change in best.changes} == {
            ("37人", "81人"),
            ("81人", "37人"),
        }
        assert figure.confidence is Confidence.LIKELY


def test_a_neighbour_that_would_not_hold() -> None:
    """A row may have its neighbour's value while the neighbour has its own: they were not exchanged."""
    rows = [
        ps.Indicator("甲", weight=40, target="100人", actual="37人", claimed="32.40"),
        ps.Indicator("乙", weight=40, target="100人", actual="81人", claimed="32.40"),
    ]
    table = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=rows)])
    shifted = [
        item
        for item in diagnose(table, rules=RULES).diagnosed[0].explanations
        if item.slip is Slip.ROW_SHIFTED
    ]
    assert [len(item.changes) for item in shifted] == [1]


def test_a_score_above_its_weight_without_a_target() -> None:
    """There are no cells that could have been misread but weight and score."""
    diagnosis = diagnose(_table(target=None, claimed="300"), rules=RULES)
    columns = {
        change.location.column
        for figure in diagnosis.diagnosed
        for item in figure.explanations
        for change in item.changes
    }
    assert columns <= {Column.WEIGHT, Column.SCORE, Column.TOTAL}


def test_a_misread_score_in_a_table_without_a_total() -> None:
    """Without a total, nothing but the line speaks against another reading of the score."""
    table = attrs.evolve(_table(claimed="24.93"), total=None)
    assert Slip.DIGITS_TRANSPOSED in _slips(diagnose(table, rules=RULES))[0]


def test_a_misread_weight_inside_levels() -> None:
    """300 for 30 is a moved point: with it the line holds, and the level, and the table."""
    rows = [
        ps.Indicator("甲", weight=50, target="≥50人", actual="40人", claimed="40.00"),
        ps.Indicator("乙", weight=300, target="45人", actual="41人", claimed="27.33"),
    ]
    levels = [ps.Level("产出指标", [ps.Level("数量指标", rows, weight=80)])]
    execution = ps.BudgetExecution(weight=20, budget="100", executed="100", claimed="20.00")
    table = ps.SelfAssessment(execution=execution, goals=[ps.Goal(children=levels)], total="87.33")
    changes = [
        (change.printed, change.instead)
        for item in diagnose(table, rules=RULES).diagnosed[0].explanations
        for change in item.changes
        if change.location.column is Column.WEIGHT
    ]
    assert changes == [("300", "30.0")]


def test_a_changed_score_must_let_the_total_hold() -> None:
    """24.93 for 29.43 is a transposed digit only if the total was made with 29.43."""
    made_before = diagnose(_table(claimed="24.93"), rules=RULES)
    made_after = diagnose(attrs.evolve(_table(claimed="24.93"), total="87.32"), rules=RULES)
    assert Slip.DIGITS_TRANSPOSED in _slips(made_before)[0]
    assert not any(
        change.location.column is Column.SCORE
        for item in made_after.diagnosed[0].explanations
        for change in item.changes
    )


def test_a_changed_weight_must_let_the_weights_add_up() -> None:
    """03 points for 30 would explain the score of 2.94 only if the weights added up with it."""
    table = _table(weight=30, claimed="2.94")
    diagnosis = diagnose(attrs.evolve(table, total="65.33"), rules=RULES)
    changes = [change for item in diagnosis.diagnosed[0].explanations for change in item.changes]
    assert Column.WEIGHT not in {change.location.column for change in changes}


def test_a_line_that_is_scored_by_a_fact() -> None:
    """A date that was missed and scored in full is full marks, and no ratio is looked for."""
    strict = attrs.evolve(RULES, choices=attrs.evolve(RULES.choices, late="zero"))
    table = attrs.evolve(_table(target="2023年12月", actual="2024年2月", claimed="30.00"), total="92.39")
    diagnosis = diagnose(table, rules=strict)
    assert Slip.FULL_MARKS in _slips(diagnosis)[0]


def test_lines_without_weight_or_wording_have_few_explanations() -> None:
    """A score outside its band has no computing to explain it; the cells still may."""
    table = _table(target="显著提升", actual="一定程度提升", claimed="28.00")
    diagnosis = diagnose(attrs.evolve(table, total="90.39"), rules=RULES)
    assert Slip.FULL_MARKS not in _slips(diagnosis)[0]


@pytest.mark.parametrize(
    ("total", "slip", "about"),
    [
        ("64.49", Slip.LINE_LEFT_OUT, "2 乙 27.33"),
        ("72.76", Slip.LINE_LEFT_OUT, "预算执行 19.06"),
        ("107.82", Slip.LINE_COUNTED_TWICE, "1 甲 16"),
        ("98.12", Slip.DIGITS_TRANSPOSED, ""),
        ("9.182", Slip.DECIMAL_MOVED, ""),
    ],
)
def test_totals(total: str, slip: Slip, about: str) -> None:
    """A total that is not the sum of its lines: 91.82 with a line left out, counted twice, or misread."""
    diagnosis = diagnose(attrs.evolve(_table(), total=total), rules=RULES)
    (figure,) = diagnosis.diagnosed
    fitting = [item for item in figure.explanations if item.slip is slip]
    assert [item.about for item in fitting] == [about]
    assert [[cell.column for cell in repair.cells] for repair in diagnosis.repairs] == [[Column.TOTAL]]


def test_the_coincidence_of_a_total() -> None:
    """Of 10,001 totals from 0 to 100 in hundredths four are the sum without a line, one a transposed reading each."""
    total = {
        item.slip: item.coincidence
        for item in diagnose(attrs.evolve(_table(), total="64.49"), rules=RULES).diagnosed[0].explanations
    }
    assert total[Slip.LINE_LEFT_OUT] == Fraction(4, 10_001)
    # 98.12 for 91.82: 89.12, 91.82 and 98.21 are one exchange away from it.
    (figure,) = diagnose(attrs.evolve(_table(), total="98.12"), rules=RULES).diagnosed
    assert {item.slip: item.coincidence for item in figure.explanations}[Slip.DIGITS_TRANSPOSED] == Fraction(
        3, 10_001
    )
    # 24.93 for 29.43: 42.93, 29.43, 24.39; 249.3, 2.493; two of a 万; two of a hundredfold; in one of four lines.
    (_, figure) = diagnose(_table(claimed="24.93"), rules=RULES).diagnosed
    assert {item.slip: item.coincidence for item in figure.explanations}[Slip.DIGITS_TRANSPOSED] == Fraction(
        9 * 4, 10_001
    )


def test_a_sum_that_was_not_updated() -> None:
    """The total is the sum with the score that the rule gives; the line was raised to 30 afterwards."""
    diagnosis = diagnose(_table(claimed="30.00"), rules=RULES)
    assert [slips[0] for slips in _slips(diagnosis, Subject.TOTAL)] == [Slip.SUM_NOT_UPDATED]


def test_a_misread_score_explains_line_and_total() -> None:
    """24.93 for 29.43 breaks its line and the total; read rightly, both hold."""
    diagnosis = diagnose(_table(claimed="24.93"), rules=RULES)
    (slips,) = _slips(diagnosis, Subject.TOTAL)
    assert Slip.DIGITS_TRANSPOSED in slips


def test_a_total_whose_lines_are_not_all_printed_is_not_explained() -> None:
    """A total is only compared if every line claims points."""
    table = attrs.evolve(_table(claimed=None), total="10")
    diagnosis = diagnose(table, rules=RULES)
    assert _slips(diagnosis, Subject.TOTAL) == []


def _execution(**cells: Any) -> ps.SelfAssessment:
    table = _table()
    assert table.execution is not None
    return attrs.evolve(table, execution=attrs.evolve(table.execution, **cells))


@pytest.mark.parametrize(
    ("cells", "total", "slip", "columns"),
    [
        (
            {"budget": "95.30", "executed": "100.00"},
            "91.82",
            Slip.COLUMNS_SWAPPED,
            {Column.BUDGET, Column.EXECUTED},
        ),
        ({"executed": "93.50"}, "91.82", Slip.DIGITS_TRANSPOSED, {Column.EXECUTED}),
        ({"rate": "93.5%"}, "91.82", Slip.DIGITS_TRANSPOSED, {Column.RATE}),
        ({"budget": "10.000"}, "91.82", Slip.DECIMAL_MOVED, {Column.BUDGET}),
        ({"claimed": "16.09"}, "91.82", None, set()),
        ({"claimed": "90.16"}, "91.82", None, set()),
        ({"claimed": "91.06"}, "91.82", Slip.DIGITS_TRANSPOSED, {Column.SCORE}),
        ({"claimed": "20.00"}, "92.76", Slip.FULL_MARKS, set()),
        ({"claimed": "0"}, "72.76", Slip.ALL_OR_NOTHING, set()),
        ({"claimed": "95.30"}, "168.06", Slip.RATE_AS_SCORE, set()),
        # 20 × 105/100 = 21.
        ({"executed": "105.00", "rate": "105%", "claimed": "21"}, "93.76", Slip.CAP_FORGOTTEN, set()),
    ],
)
def test_execution(cells: dict[str, Any], total: str, slip: Slip | None, columns: set[Column]) -> None:
    """Rate and score of execution have one explanation, which makes both hold, and the total."""
    diagnosis = diagnose(attrs.evolve(_execution(**cells), total=total), rules=RULES)
    figure = diagnosis.diagnosed[0]
    assert figure.verdict.subject in (Subject.EXECUTION_RATE, Subject.EXECUTION_SCORE)
    fitting = [item for item in figure.explanations if item.slip is slip]
    if slip is None:
        assert Slip.DIGITS_TRANSPOSED not in {item.slip for item in figure.explanations}
    else:
        assert columns in [{change.location.column for change in item.changes} for item in fitting]


def test_execution_with_two_errors() -> None:
    """Where rate and score are both wrong no single slip of computing is named."""
    diagnosis = diagnose(_execution(rate="90%", claimed="10.00"), rules=RULES)
    slips = {item.slip for item in diagnosis.diagnosed[0].explanations}
    assert slips.isdisjoint({Slip.FULL_MARKS, Slip.ALL_OR_NOTHING, Slip.RATE_AS_SCORE})


def test_a_line_of_nothing_cannot_have_been_left_out() -> None:
    """A line that claims 0 changes no sum."""
    table = attrs.evolve(_table(actual="0%", claimed="0.00"), total="46.39")
    (figure,) = diagnose(table, rules=RULES).diagnosed
    assert {item.about for item in figure.explanations} == {"1 甲 16"}


def test_execution_without_a_rate() -> None:
    """Without a printed rate the score alone says whether the amounts were swapped."""
    table = _execution(budget="95.30", executed="100.00", rate=None)
    diagnosis = diagnose(table, rules=RULES)
    assert Slip.COLUMNS_SWAPPED in [item.slip for item in diagnosis.diagnosed[0].explanations]


def test_three_errors_are_repaired_where_they_are() -> None:
    """Three scores changed while the total stayed: only these three cells repair the table."""
    table = _table()
    for row, claimed in ((1, "11.00"), (2, "22.00"), (3, "23.00")):
        item = attrs.evolve(table.indicators[row - 1], claimed=claimed)
        table = replaced(table, row, item)
    diagnosis = diagnose(table, rules=RULES)
    assert diagnosis.complete
    assert [[(cell.row, cell.column) for cell in repair.cells] for repair in diagnosis.repairs] == [
        [(1, Column.SCORE), (2, Column.SCORE), (3, Column.SCORE)]
    ]


def test_rules_that_the_search_does_not_know_are_told() -> None:
    """A subtotal that is off is not part of the search, and the result says that it is not complete."""
    table = _table()
    (goal,) = table.goals
    table = attrs.evolve(table, goals=(attrs.evolve(goal, claimed="70"),))
    diagnosis = diagnose(table, rules=RULES)
    assert not diagnosis.complete


HOSTILE = kinds()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_tables_are_diagnosed_in_bounded_work(name: str) -> None:
    """34 lines, whatever they claim: bounded steps, less than 50 MB, the same answer twice, and it says if it stopped."""
    table = HOSTILE[name]
    assert len(table.indicators) + 1 == LINES
    tracemalloc.start()
    diagnosis = diagnose(table, rules=RULES)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak <= 50 * 10**6
    assert diagnosis.tried <= MAX_TRIED
    if not diagnosis.complete:
        assert "not all were looked for" in diagnosis.text()
        assert "未穷尽" in diagnosis.text("zh")
    assert diagnose(table, rules=RULES).to_dict() == diagnosis.to_dict()


def test_lines_beyond_the_bound_are_not_explained() -> None:
    """The first lines are explained in full until the steps are taken, the last are left, and it says so."""
    table = HOSTILE["whole points, nothing claimed"]
    diagnosis = diagnose(table, rules=RULES)
    on = Board.of(judged_table(table, RULES))
    steps = [explain_line(on, position)[1] for position, _ in on.wrong_lines]
    assert max(steps) <= 250
    begun = [sum(steps[:number]) < MAX_STEPS for number in range(len(steps))]
    assert [bool(item.explanations) for item in diagnosis.diagnosed] == begun
    assert not all(begun)
    assert not diagnosis.complete


def test_a_diagnosis_without_all_explanations_is_not_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for repairs came to its end, the line was not looked at: both are told."""
    monkeypatch.setattr("perfscore.checks.diagnosis._diagnose.MAX_STEPS", 0)
    diagnosis = diagnose(attrs.evolve(_table(claimed="0.00"), total="62.39"), rules=RULES)
    assert [item.explanations for item in diagnosis.diagnosed] == [()]
    assert len(diagnosis.repairs) == 2
    assert not diagnosis.complete
    assert "not all were looked for" in diagnosis.text()


def test_a_diagnosis_without_repairs_says_that_it_stopped() -> None:
    """More cells are wrong than are looked at: no repair is told, and that not all were looked for."""
    diagnosis = diagnose(HOSTILE["all scores wrong"], rules=RULES)
    assert diagnosis.repairs == ()
    assert "not all were looked for" in diagnosis.text()
