"""Laws of aggregation: order and units do not matter, parts of parts are parts, what is made is never accused."""

from __future__ import annotations

from fractions import Fraction
from operator import mul
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

import perfscore as ps
from perfscore.aggregation import Aggregate, LineKind, Number, aggregate, compare
from tests.aggregation.building import WUHAN
from tests.strategies import as_printed

AMOUNTS = st.integers(1, 999_999).map(lambda cents: f"{cents // 100}.{cents % 100:02}")
COUNTS = st.integers(0, 5_000)
RATES = st.integers(0, 1_000).map(lambda tenths: f"{tenths // 10}.{tenths % 10}%")
JUDGED = st.sampled_from(("8", "8.5", "9.25", "10"))


@st.composite
def projects(draw: st.DrawFn, *, least: int = 1) -> list[ps.SelfAssessment]:
    """Tables of one form: a count, a rate, a negative rate, a judgement."""
    tables = []
    for number in range(draw(st.integers(least, 5))):
        budget = draw(AMOUNTS)
        rows = [
            ps.Indicator("培训人次", weight=30, target="≥100人次", actual=f"{draw(COUNTS)}人次"),
            ps.Indicator("合格率", weight=30, target="≥95%", actual=draw(RATES)),
            ps.Indicator("投诉率", weight=10, target="≤2%", actual=draw(RATES)),
            ps.Indicator("效果", weight=10, target="有效提升", actual="有效提升", claimed=draw(JUDGED)),
        ]
        tables.append(
            ps.SelfAssessment(
                table_id=f"项目{number}",
                execution=ps.BudgetExecution(weight=20, budget=budget, executed=draw(AMOUNTS)),
                goals=[ps.Goal(children=[ps.Level("产出指标", rows)])],
            )
        )
    return tables


def values(made: Aggregate) -> list[tuple[Number | None, ...]]:
    """Return the values of every line."""
    return [(line.target, line.value) for line in made.all_lines()]


@given(projects(), st.randoms(use_true_random=False))
def test_the_order_of_the_tables_does_not_matter(tables: list[ps.SelfAssessment], random: Any) -> None:
    """The same bytes come out, whatever the order."""
    shuffled = list(tables)
    random.shuffle(shuffled)
    assert aggregate(shuffled, rules=WUHAN).to_dict() == aggregate(tables, rules=WUHAN).to_dict()


@given(projects())
def test_units_do_not_matter(tables: list[ps.SelfAssessment]) -> None:
    """A table in 元 and one in 万元 give the same face values, scores and losses."""
    first, *others = tables
    execution = first.execution
    assert execution is not None
    yuan = [
        f"{cell.quantity.value * 10_000}"
        for cell in (execution.budget, execution.executed)
        if cell is not None and cell.quantity is not None
    ]
    other = attrs.evolve(
        first, money_unit="元", execution=ps.BudgetExecution(weight=20, budget=yuan[0], executed=yuan[1])
    )
    one, two = aggregate(tables, rules=WUHAN), aggregate([other, *others], rules=WUHAN)
    assert [line.exact for line in one.all_lines()] == [line.exact for line in two.all_lines()]
    assert [item.lost for item in one.projects] == [item.lost for item in two.projects]
    for (_, before), (_, after) in zip(values(one), values(two), strict=True):
        assert before is not None
        assert after is not None
        assert before.face == after.face


@given(projects(least=2), st.data())
def test_parts_of_parts_are_parts(tables: list[ps.SelfAssessment], data: st.DataObject) -> None:
    """Where every table has every row, aggregates of aggregates are the aggregate of all.

    Face values and scores are the same; so are the sets of sums. Of means only a wider set is known
    one level up, where values and money are no longer told apart.
    """
    cut = data.draw(st.integers(1, len(tables) - 1))
    inner = [
        aggregate(part, rules=WUHAN, table_id=name)
        for name, part in (("上", tables[:cut]), ("下", tables[cut:]))
    ]
    at_once, in_steps = aggregate(tables, rules=WUHAN), aggregate(inner, rules=WUHAN)
    assert [line.exact for line in at_once.all_lines()] == [line.exact for line in in_steps.all_lines()]
    assert at_once.values_first == in_steps.values_first
    for line, stepped in zip(at_once.all_lines(), in_steps.all_lines(), strict=True):
        assert line.value is not None
        assert stepped.value is not None
        assert line.value.face == stepped.value.face
        if line.kind is LineKind.ABSOLUTE:
            assert line.value.possible == stepped.value.possible
        else:
            assert line.value.possible & stepped.value.possible == line.value.possible


@given(projects())
def test_the_points_lost_are_those_of_the_projects(tables: list[ps.SelfAssessment]) -> None:
    """Nothing is lost that no project lost, and nothing twice."""
    made = aggregate(tables, rules=WUHAN)
    lost = sum((line.lost or Fraction(0) for line in made.all_lines()), Fraction(0))
    attributed = [feed.lost for line in made.all_lines() for feed in line.feeds]
    if None not in attributed:
        assert sum((item.lost for item in made.projects), Fraction(0)) == lost


@given(projects())
def test_what_is_made_is_never_accused(tables: list[ps.SelfAssessment]) -> None:
    """The printed aggregate is what its projects give, and verifies under the rules."""
    made = aggregate(tables, rules=WUHAN, table_id="合计")
    assert compare(made, made.table, rules=WUHAN).is_consistent
    assert ps.verify(made.table, rules=WUHAN).is_consistent


@given(projects())
def test_a_table_alone_keeps_its_score(tables: list[ps.SelfAssessment]) -> None:
    """One project aggregated scores what it scored."""
    made = aggregate(tables[:1], rules=WUHAN)
    alone = ps.score(tables[0], rules=WUHAN)
    assert [line.printed for line in made.card.lines] == [line.printed for line in alone.lines]
    assert made.card.total.decided == alone.total.decided


@st.composite
def honest(draw: st.DrawFn) -> tuple[list[ps.SelfAssessment], ps.SelfAssessment]:
    """Projects with the cells that real values print, and a department that averages the real values."""
    real = draw(
        st.lists(
            st.tuples(st.integers(1, 9_999_999), st.integers(0, 1_000_000), st.integers(0, 500)),
            min_size=1,
            max_size=5,
        )
    )
    places = draw(st.integers(0, 3))
    tables = []
    for number, (cents, rate, count) in enumerate(real):
        # Amounts of four decimals printed with two, rates of six printed with some.
        budget = as_printed(Fraction(cents, 10_000) + Fraction(1, 2), 2)
        rows = [
            ps.Indicator(
                "合格率", weight=50, target="≥95%", actual=f"{as_printed(Fraction(rate, 10**4), places)}%"
            ),
            ps.Indicator("培训人次", weight=30, target="≥100人次", actual=f"{count}人次"),
        ]
        execution = ps.BudgetExecution(weight=20, budget=budget, executed=budget)
        tables.append(
            ps.SelfAssessment(table_id=str(number), execution=execution, goals=[ps.Goal(children=rows)])
        )
    money = [Fraction(cents, 10_000) + Fraction(1, 2) for cents, _, _ in real]
    rates = [Fraction(rate, 10**4) for _, rate, _ in real]
    mean = sum(map(mul, money, rates), Fraction(0)) / sum(money)
    claims = [
        ps.Indicator("合格率", target="≥95%", actual=f"{as_printed(mean, draw(st.integers(0, 3)))}%"),
        ps.Indicator("培训人次", target="≥100人次", actual=f"{sum(count for _, _, count in real)}人次"),
    ]
    return tables, ps.SelfAssessment(table_id="部门", goals=[ps.Goal(children=claims)])


@given(honest())
def test_an_honest_department_is_never_accused(
    case: tuple[list[ps.SelfAssessment], ps.SelfAssessment],
) -> None:
    """Whoever averages the real values and prints the result is consistent with the printed parts."""
    tables, department = case
    held = compare(aggregate(tables, rules=WUHAN), department, rules=WUHAN)
    assert held.is_consistent
    assert all(item.verdict.kind is not ps.VerdictKind.OPEN for item in held.lines)
