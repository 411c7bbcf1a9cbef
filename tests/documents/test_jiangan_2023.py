"""The eight tables of Jiang'an district 2023: what can be told without the weights of the lines.

The document prints weights of level 1 or of goals only, so no line can be verified yet; its sums, its
budget execution and its weights can. The figures are worked out from the printed cells.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import perfscore as ps
from perfscore.checks import Subject
from perfscore.findings import VerdictKind

TABLES = Path(__file__).parents[2] / "examples" / "tables"
RULES = ps.load_rules("wuhan-2023")
IDS = [f"000-{number:02}" for number in range(1, 9)]

# Findings beside what is not printed: table, code, the figures that they name.
FINDINGS = [
    # 29 + 19 + 29 for the goals and 20 for execution.
    ("000-01", "W001", ("97", "100")),
    # 36.83 as budget and 37.48 as executed give 101.76 %; the printed rate is that of the columns swapped.
    ("000-02", "B002", ("98.27%", "101.7648…%")),
    ("000-02", "B004", ("37.48", "36.83")),
    ("000-03", "B002", ("51.83%", "192.9330…%")),
    ("000-03", "B004", ("15301.56", "7931.02")),
    # 20 × 93.68/99.81 and 20 × 10.29/12.5, claimed as 20.
    ("000-06", "B001", ("20", "18.77")),
    # The prose of the document gives the same two amounts: the columns are not swapped here.
    ("000-07", "B004", ("135.54", "40.2")),
    ("000-08", "B001", ("20", "16.46")),
]


def _table(table_id: str) -> ps.SelfAssessment:
    return ps.from_json((TABLES / f"{table_id}.json").read_text(encoding="utf-8"))


def test_findings() -> None:
    """The faults that need no weight of a line are found, and no other."""
    found = []
    for table_id in IDS:
        for finding in ps.verify(_table(table_id), rules=RULES, ignore=["R003"]).findings:
            figures = [str(value) for _, value in finding.message.args[:2]]
            found.append((table_id, finding.code, tuple(figures)))
    assert found == FINDINGS


def test_swapped_columns_give_the_printed_rate() -> None:
    """Read the other way round, the two amounts give the rate that is printed."""
    for table_id, budget, executed in (("000-02", "37.48", "36.83"), ("000-03", "15301.56", "7931.02")):
        execution = _table(table_id).execution
        assert execution is not None
        assert execution.budget is not None
        assert execution.executed is not None
        assert (execution.budget.text, execution.executed.text) == (executed, budget)
        swapped = ps.BudgetExecution(budget=budget, executed=executed, rate=execution.rate, weight=20)
        result = ps.verify(ps.SelfAssessment(execution=swapped), rules=RULES)
        (rate,) = [item for item in result.verdicts if item.subject is Subject.EXECUTION_RATE]
        assert rate.kind is VerdictKind.CONSISTENT


def test_spending_above_the_budget_scores_in_full() -> None:
    """135.54 of 40.2 is 337.16 %, printed so, and capped at 20 of 20."""
    result = ps.verify(_table("000-07"), rules=RULES)
    execution = result.card.execution
    assert execution is not None
    assert execution.basis.ratio == Fraction("135.54") / Fraction("40.2")
    assert execution.printed == 20
    kinds = {verdict.subject: verdict.kind for verdict in result.verdicts}
    assert kinds[Subject.EXECUTION_RATE] is kinds[Subject.EXECUTION_SCORE] is VerdictKind.CONSISTENT


@pytest.mark.parametrize("table_id", IDS)
def test_lines_without_weights_are_open_and_their_sums_hold(table_id: str) -> None:
    """No line is judged without its weight, each is told, and the totals are the sums of the lines."""
    table = _table(table_id)
    result = ps.verify(table, rules=RULES)
    lines = [verdict for verdict in result.verdicts if verdict.subject is Subject.LINE]
    assert {verdict.kind for verdict in lines} == {VerdictKind.OPEN}
    told = {item.location.row for item in result.findings if item.code == "R003" and item.location.row}
    assert told == set(range(1, len(table.indicators) + 1))
    (total,) = [verdict for verdict in result.verdicts if verdict.subject is Subject.TOTAL]
    assert total.kind is VerdictKind.CONSISTENT
