"""Each line has a verdict, in the order of the table, whatever is known of its weight."""

from __future__ import annotations

import perfscore as ps
from perfscore.verdicts import Subject

RULES = ps.load_rules("wuhan-2023")


def test_one_verdict_for_each_line_in_order() -> None:
    """Execution first, then the rows: weighted, inferred and open ones mixed."""
    rows = [
        ps.Indicator("甲", weight=5, target="1人", actual="1人", claimed=5),
        ps.Indicator("乙", target="1人", actual="1人", claimed=5),
        ps.Indicator("丙"),
    ]
    goal = ps.Goal(children=[ps.Level("产出指标", rows[:2], weight=10), ps.Level("效益指标", rows[2:])])
    execution = ps.BudgetExecution(weight=20, budget="1", executed="1", claimed=20)
    result = ps.verify(ps.SelfAssessment(execution=execution, goals=[goal]), rules=RULES)
    lines = [item for item in result.verdicts if item.subject in (Subject.EXECUTION_SCORE, Subject.LINE)]
    assert [(item.location.row, item.kind.slug, item.inferred) for item in lines] == [
        (None, "consistent", False),
        (1, "consistent", False),
        (2, "consistent", True),
        (3, "open", False),
    ]


def test_the_scorecard_has_the_inferred_weights() -> None:
    """The total that the rules admit counts the inferred weights; the table itself stays as printed."""
    row = ps.Indicator("甲", target="100人", actual="50人", claimed=5)
    table = ps.SelfAssessment(goals=[ps.Goal(children=[ps.Level("产出指标", [row], weight=10)])], total=5)
    result = ps.verify(table, rules=RULES)
    assert result.card.total.weight == 10
    assert result.card.total.decided == 5
    assert table.indicators[0].weight is None
    assert {item.kind for item in result.verdicts if item.subject is Subject.TOTAL_BY_RULES} == {
        ps.VerdictKind.CONSISTENT
    }


def test_weights_may_hold_in_different_ways() -> None:
    """Of several weights the plainest verdict is given: half of 14 is 7, half of 13 rounds to it."""
    rows = [
        ps.Indicator("甲", target="100人", actual="50人", claimed=7),
        ps.Indicator("乙", target="有效提升", actual="有效提升", claimed=4),
    ]
    goal = ps.Goal(children=[ps.Level("产出指标", rows, weight=18)])
    result = ps.verify(ps.SelfAssessment(goals=[goal]), rules=RULES)
    # 14 + 4 or 13 + 5.
    assert [item.kind for item in result.verdicts[:2]] == [
        ps.VerdictKind.CONSISTENT,
        ps.VerdictKind.JUDGEMENT,
    ]
