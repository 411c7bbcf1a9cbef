"""score: lines, subtotals, total and grade; what is missing stays open."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.errors import InputError
from perfscore.figures import Role, parse_figure
from perfscore.intervals import Interval
from perfscore.scoring import LeftOpen, OpenReason, execution_basis, points

WUHAN, MOF = ps.load_rules("wuhan-2023"), ps.load_rules("mof-2020-10")


def _line(**cells: Any) -> ps.LineScore:
    table = ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator("数", **cells)])])
    return ps.score(table, rules=WUHAN).lines[0]


def test_the_clause_own_examples() -> None:
    """2 × 41/45 is 1.82 and 4 × 696/700 is 3.98."""
    assert _line(weight=2, target="45人", actual="41人").printed == Fraction("1.82")
    assert _line(weight=4, target="700人", actual="696人").printed == Fraction("3.98")


@pytest.mark.parametrize("weight", [None, "十", "-2", "2人"])
def test_without_a_usable_weight_nothing_is_scored(weight: str | None) -> None:
    """A weight that is missing, unreadable, negative or in persons scores nothing, never 0."""
    line = _line(weight=weight, target="45人", actual="41人", claimed=2)
    assert (line.weight, line.exact, line.printed, line.admitted) == (None, None, None, None)
    assert line.decided == 2
    assert line.derivation.label("en") == "not scored: there is no usable weight"


def test_a_line_without_weight_leaves_the_total_open() -> None:
    """A missing weight makes the total unknown, not smaller."""
    rows = [
        ps.Indicator("a", weight=2, target="1人", actual="1人"),
        ps.Indicator("b", target="1人", actual="1人"),
    ]
    total = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=rows)]), rules=WUHAN).total
    assert (total.weight, total.decided, total.admitted, total.follows) == (None, None, None, None)


def test_zero_and_huge_weights() -> None:
    """A weight of 0 scores 0, and one of 10^30 is exact."""
    assert _line(weight=0, target="45人", actual="41人").printed == 0
    assert _line(weight=10**30, target="45人", actual="45人").printed == 10**30


def test_choices_and_decisions() -> None:
    """In a band the claim is the decision, right or wrong; the sum says whether it follows."""
    rows = [
        ps.Indicator("a", weight=10, target="显著提升", actual="一定程度提升", claimed=9),
        ps.Indicator("b", weight=10, target="有效提升", actual="有效提升"),
    ]
    card = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=rows[:1])]), rules=WUHAN)
    assert card.total.decided == 9
    assert card.total.follows is False
    assert card.total.admitted == Interval(Fraction(5), Fraction(8), upper_closed=False)
    undecided = ps.score(ps.SelfAssessment(goals=[ps.Goal(children=rows)]), rules=WUHAN)
    assert undecided.total.decided is None
    assert undecided.lines[1].decided is None


def test_subtotals_by_goal_and_level() -> None:
    """Each goal and each level has its sum, levels of the same label in two goals kept apart."""
    row: dict[str, Any] = {"weight": 2, "target": "4人", "actual": "1人"}
    level = ps.Level("产出指标", [ps.Level("数量指标", [ps.Indicator("a", **row)]), ps.Indicator("b", **row)])
    card = ps.score(ps.SelfAssessment(goals=[ps.Goal("一", [level]), ps.Goal("二", [level])]), rules=WUHAN)
    assert [(item.labels, item.decided) for item in card.subtotals] == [
        (("一",), Fraction(1)),
        (("一", "产出指标"), Fraction(1)),
        (("一", "产出指标", "数量指标"), Fraction(1, 2)),
        (("二",), Fraction(1)),
        (("二", "产出指标"), Fraction(1)),
        (("二", "产出指标", "数量指标"), Fraction(1, 2)),
    ]


def test_grades_follow_the_decided_total() -> None:
    """The Ministry's rules grade the total, Wuhan's do not."""
    rows = [ps.Indicator("a", weight=100, target="100人", actual="85人")]
    table = ps.SelfAssessment(goals=[ps.Goal(children=rows)])
    assert ps.score(table, rules=MOF).grade is ps.Grade.GOOD
    assert ps.score(table, rules=WUHAN).grade is None
    assert ps.score(ps.SelfAssessment(), rules=MOF).grade is ps.Grade.POOR


def test_execution_takes_the_printed_weight_first() -> None:
    """Without a printed weight the rule set's is taken; an unreadable one is not replaced."""
    amounts: dict[str, Any] = {"budget": "100.00", "executed": "42.00"}
    for weight, expected in ((None, Fraction("8.4")), (10, Fraction("4.2")), ("甲", None)):
        execution = ps.BudgetExecution(weight=weight, **amounts)
        card = ps.score(ps.SelfAssessment(execution=execution), rules=WUHAN)
        assert card.execution is not None
        assert card.execution.printed == expected


@pytest.mark.parametrize(
    ("cells", "code", "reason"),
    [
        ({}, "R003", "no-budget"),
        ({"budget": "100"}, "R003", "no-budget"),
        ({"budget": "若干", "executed": "42"}, "R001", "unreadable"),
        ({"budget": "100万元", "executed": "42"}, "F001", "unit-differs"),
        ({"budget": "100万元", "executed": "42户"}, "F001", "unit-differs"),
        ({"budget": "100", "executed": "-42"}, "P001", "negative-figure"),
        ({"budget": "0.00", "executed": "0.00"}, "P001", "zero-budget"),
        ({"budget": "0", "executed": "5"}, "P001", "zero-budget"),
        ({"budget": "-1", "executed": "0"}, "P001", "negative-figure"),
    ],
)
def test_execution_that_has_no_rate(cells: dict[str, Any], code: str, reason: str) -> None:
    """Amounts that are missing, unreadable, negative, zero or in two units give no rate, and say why."""
    basis = execution_basis(ps.BudgetExecution(**cells), WUHAN)
    assert isinstance(basis, LeftOpen)
    assert (basis.why.code, basis.why.message.key) == (code, f"reason.{reason}")


@pytest.mark.parametrize(
    ("budget", "executed", "ratio"),
    [("100万元", "420,000元", "21/50"), ("1亿元", "42万元", "21/5000"), ("100万元", "0", "0")],
)
def test_amounts_in_units_of_two_sizes(budget: str, executed: str, ratio: str) -> None:
    """万元, 亿元 and 元 are one kind of money: 42 of 100 is 21/50 in whichever they are printed; 0 is 0."""
    basis = execution_basis(ps.BudgetExecution(budget=budget, executed=executed), WUHAN)
    assert basis.ratio == Fraction(ratio)


def test_small_budgets_have_a_rate() -> None:
    """A budget of less than 1 (万元) is a budget; one that may stand for 0 is not."""
    small = execution_basis(ps.BudgetExecution(budget="0.80", executed="0.40"), WUHAN)
    assert small.ratio == Fraction(1, 2)
    assert execution_basis(ps.BudgetExecution(budget="0.01", executed="0.01"), WUHAN).ratio == 1
    zero = execution_basis(ps.BudgetExecution(budget="0", executed="0.01"), WUHAN)
    assert isinstance(zero, LeftOpen)
    assert zero.why is OpenReason.ZERO_BUDGET


def test_points() -> None:
    """Points are plain numbers, with 分 or %; persons are none."""
    cells = {
        "99.69分": Fraction(9969, 100),
        "20%": Fraction(20),
        "20": Fraction(20),
        "20人": None,
        "甲": None,
    }
    for text, expected in cells.items():
        assert points(parse_figure(text, role=Role.SCORE)) == expected
    assert points(None) is None


def test_wrong_arguments() -> None:
    """Something else than a table or a rule set is refused, with what to do."""
    with pytest.raises(InputError, match="from_dict"):
        ps.score({}, rules=WUHAN)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="load_rules"):
        ps.score(ps.SelfAssessment(), rules="wuhan-2023")  # type: ignore[arg-type]
