"""The table one level up: the clause by hand, both orders, budget execution, what is reported."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.aggregation import aggregate
from perfscore.intervals import Interval
from tests.aggregation.building import WUHAN, row, table

# Three sub-projects of one form: 40 points for a count, 30 for a rate, 10 for a judgement.
SUB_PROJECTS = [
    ps.SelfAssessment(
        table_id=name,
        year=2023,
        department="某局",
        execution=ps.BudgetExecution(weight=20, budget=budget, executed=executed),
        goals=[
            ps.Goal(
                children=[
                    row("≥100人次", trained, name="培训人次", weight=40),
                    row("≥90%", passed, name="合格率", weight=30),
                    row("有效提升", "有效提升", name="效果", weight=10, claimed=judged),
                ]
            )
        ],
    )
    for name, budget, executed, trained, passed, judged in (
        ("一", "100.00", "90.00", "60人次", "95%", "9"),
        ("二", "200.00", "200.00", "150人次", "81%", "10"),
        ("三", "100.00", "100.00", "60人次", "85.5%", "8"),
    )
]


def test_the_clause_by_hand() -> None:
    """Counts added, rates and judgements averaged by money, then scored; execution anew.

    270 of 300 at 40 points: 36. (95 + 2 × 81 + 85.5) ÷ 4 = 85.625 % of 90 % at 30: 28.541…
    (9 + 2 × 10 + 8) ÷ 4 = 9.25. 390 of 400 at 20: 19.5.
    """
    made = aggregate(SUB_PROJECTS, rules=WUHAN, table_id="项目")
    assert [line.exact for line in made.all_lines()] == [
        Fraction("19.5"),
        36,
        30 * Fraction("85.625") / 90,
        Fraction("9.25"),
    ]
    assert made.values_first == Fraction("93.29")
    assert [line.clause for line in made.all_lines()] == [
        "wuhan-2023 §1", "wuhan-2023 §2", "wuhan-2023 §2", "wuhan-2023 §3",
    ]  # fmt: skip
    printed = made.table
    assert [item.actual.text for item in printed.indicators if item.actual] == [
        "270人次",
        "85.63%",
        "有效提升",
    ]
    assert [item.claimed.text for item in printed.indicators if item.claimed] == ["36", "28.54", "9.25"]
    assert printed.total is not None
    assert (printed.total.text, printed.year, printed.department) == ("93.29", "2023", "某局")
    assert not made.findings


def test_the_other_order_by_hand() -> None:
    """Scores first: the second may not make good with 150 what the others missed with 60.

    Counts 24, 40, 24 weighed 1, 2, 1: 32. Rates 30, 27, 28.5: 28.125. Judgements 9.25.
    Execution 18, 20, 20: 19.5.
    """
    made = aggregate(SUB_PROJECTS, rules=WUHAN)
    assert [line.scores_first for line in made.all_lines()] == [
        Fraction("19.5"), 32, Fraction("28.125"), Fraction("9.25"),
    ]  # fmt: skip
    assert made.scores_first == Fraction("88.875")
    totals = [ps.score(item, rules=WUHAN) for item in SUB_PROJECTS]
    weights = [1, 2, 1]
    exact = [
        sum((line.exact if line.exact is not None else line.decided or 0) for line in card.all_lines())
        for card in totals
    ]
    assert made.scores_first == sum(w * t for w, t in zip(weights, exact, strict=True)) / 4


def test_the_points_lost_add_up() -> None:
    """What the projects lost is what the table lost."""
    made = aggregate(SUB_PROJECTS, rules=WUHAN)
    lost = sum((line.lost or Fraction(0) for line in made.all_lines()), Fraction(0))
    assert sum(project.lost for project in made.projects) == lost
    for line in made.all_lines():
        assert sum((feed.lost or Fraction(0) for feed in line.feeds), Fraction(0)) == line.lost


def test_what_was_made_verifies() -> None:
    """The made table claims nothing that its own cells do not give."""
    made = aggregate(SUB_PROJECTS, rules=WUHAN, table_id="项目")
    assert ps.verify(made.table, rules=WUHAN).is_consistent
    assert ps.verify(made.table, rules=WUHAN).counts()[ps.VerdictKind.JUDGEMENT] == 1


def test_budget_execution_is_computed_anew() -> None:
    """Budgets in 万元 and 元 are added in 万元, the rate follows to 0.01 %."""
    small = attrs.evolve(table("小", money="5,000.00", spent="2,500.00"), money_unit="元")
    made = aggregate([small, table("大", money="2.00", spent="1.00")], rules=WUHAN)
    execution = made.table.execution
    assert execution is not None
    assert made.table.money_unit == "万元"
    cells = [
        cell.text
        for cell in (execution.budget, execution.executed, execution.rate, execution.claimed)
        if cell
    ]
    assert cells == ["2.50", "1.25", "50%", "10"]
    assert made.execution.value is not None
    assert made.execution.value.possible == Interval(Fraction("12449.995"), Fraction("12550.005"))
    assert [feed.of_value for feed in made.execution.feeds] == [Fraction(4, 5), Fraction(1, 5)]
    assert [feed.lost for feed in made.execution.feeds] == [8, 2]


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        ({"budget": "5"}, ["executed"]),
        ({"executed": "5"}, ["budget"]),
        ({"budget": "约5", "executed": "-5"}, ["budget", "executed"]),
    ],
)
def test_missing_amounts_are_reported(cells: dict[str, Any], columns: list[str]) -> None:
    """A sum of which a part is missing is none; the finding names table and column."""
    bad = ps.SelfAssessment(table_id="坏", execution=ps.BudgetExecution(weight=20, **cells))
    made = aggregate([bad, table("好")], rules=WUHAN, money={"坏": 1, "好": 1})
    found = [(item.code, item.location.table, item.location.column) for item in made.findings]
    assert [(code, name, column.slug if column else "") for code, name, column in found] == [
        ("A006", "坏", column) for column in columns
    ]
    assert made.execution.reason is not None
    assert made.execution.exact is None
    assert [feed.lost for feed in made.execution.feeds] == [None, None]
    assert made.values_first is None
    printed = made.table.execution
    assert printed is not None
    assert printed.rate is None
    assert made.table.total is None


def test_tables_without_budget_execution() -> None:
    """Where no table has it none is made; where one lacks it that is reported."""
    bare = table("甲", row("≥3人", "3人"), money=None)
    made = aggregate([bare], rules=WUHAN)
    assert made.table.execution is None
    assert [item.code for item in made.findings] == ["A001"]
    assert list(made.all_lines()) == list(made.lines)
    mixed = aggregate([bare, table("乙", row("≥3人", "3人"))], rules=WUHAN)
    assert [(item.code, item.location.table) for item in mixed.findings][:3] == [
        ("A001", "甲"),
        ("A006", "甲"),
        ("A006", "甲"),
    ]
    assert mixed.execution.absent == ("甲",)
    assert mixed.execution.feeds[0].target == "100.00"


def test_tables_without_indicators() -> None:
    """Budget execution alone makes a table without goals."""
    made = aggregate([table("甲"), table("乙")], rules=WUHAN)
    assert made.table.goals == ()
    assert made.values_first == 20


def test_a_budget_of_zero_has_no_rate() -> None:
    """0 of 0 is added, reported, and not scored."""
    made = aggregate([table("甲", money="0"), table("乙", money="0")], rules=WUHAN)
    assert made.table.execution is not None
    assert made.table.execution.rate is None
    assert [item.code for item in made.findings] == ["A002", "A002"]
    assert made.execution.scores_first is None


def test_the_money_of_the_rule_set() -> None:
    """The rule set says what weighs, the caller goes before it."""
    tables = [
        table("1", row("≥80%", "90%"), money="100", spent="50"),
        table("2", row("≥80%", "98%"), money="100"),
    ]
    rules = attrs.evolve(WUHAN, choices=attrs.evolve(WUHAN.choices, aggregation_money="executed"))
    by_budget, by_executed = aggregate(tables, rules=WUHAN), aggregate(tables, rules=rules)
    stated = aggregate(tables, rules=rules, money={"1": "1", "2": "1"})
    means = [made.lines[0].value.face for made in (by_budget, by_executed, stated) if made.lines[0].value]
    assert means == [Fraction(94, 100), Fraction(143, 150), Fraction(94, 100)]
    assert [made.money for made in (by_budget, by_executed, stated)] == ["budget", "executed", "stated"]


def test_scores_that_are_not_known_leave_the_other_order_open() -> None:
    """A bound alone, or a row without weight, gives no score to average."""
    bound = aggregate([table("1", row("≥90%", "≥80%"))], rules=WUHAN)
    assert bound.lines[0].scores_first is None
    assert bound.scores_first is None
    unweighted = [table(name, row("≥3人", "3人", weight=weight)) for name, weight in (("1", None), ("2", 5))]
    assert aggregate(unweighted, rules=WUHAN).lines[0].scores_first is None


def test_a_table_without_money_leaves_the_other_order_known() -> None:
    """Its budget of zero has no rate, and counts nothing: 20 for execution, 80 × 85/90 for the rate."""
    tables = [table("1", row("≥90%", "95%"), money="0"), table("2", row("≥90%", "85%"))]
    made = aggregate(tables, rules=WUHAN)
    assert [line.scores_first for line in made.all_lines()] == [20, Fraction(80 * 85, 90)]


def test_aggregates_of_aggregates_where_a_row_is_missing() -> None:
    """Where a sub-project has no row of a rate, its money still weighs one level up.

    甲 (100) 90 %, 乙 (300) without the row, 丙 (100) 100 %. At once: (90 + 100) ÷ 2 = 95 %. Through
    the project of 甲 and 乙, whose money is 400: (4 × 90 + 100) ÷ 5 = 92 %.
    """
    a, c = table("甲", row("≥90%", "90%")), table("丙", row("≥90%", "100%"))
    b = table("乙", money="300.00")
    at_once = aggregate([a, b, c], rules=WUHAN).lines[0].value
    inner = aggregate([a, b], rules=WUHAN, table_id="甲乙")
    in_steps = aggregate([inner, c], rules=WUHAN).lines[0].value
    assert at_once is not None
    assert in_steps is not None
    assert (at_once.face, in_steps.face) == (Fraction(95, 100), Fraction(92, 100))


@pytest.mark.parametrize("rules", [None, "wuhan-2023"])
def test_rules_are_a_rule_set(rules: Any) -> None:
    """An id is not enough."""
    with pytest.raises(ps.InputError, match="load_rules"):
        aggregate(SUB_PROJECTS, rules=rules)
