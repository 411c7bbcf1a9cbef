"""Weights: exact sums at every level."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps
from perfscore.findings import VerdictKind
from perfscore.verdicts import Subject

RULES = ps.load_rules("wuhan-2023")


def _findings(table: ps.SelfAssessment) -> list[str]:
    result = ps.verify(table, rules=RULES)
    return [
        item.text("zh") for item in result.findings if item.code[0] == "W" or "全部分值" in item.text("zh")
    ]


def _table(
    *, execution: Any = 20, goal: Any = 80, level: Any = 80, rows: tuple[Any, ...] = (40, 40)
) -> ps.SelfAssessment:
    indicators = [ps.Indicator(f"{n}", weight=weight) for n, weight in enumerate(rows)]
    return ps.SelfAssessment(
        table_id="T",
        execution=ps.BudgetExecution(weight=execution),
        goals=[ps.Goal("目标", [ps.Level("产出", indicators, weight=level)], weight=goal)],
    )


def test_weights_that_add_up() -> None:
    """Nothing is said of weights that add up, and each sum has its verdict."""
    assert not _findings(_table())
    verdicts = ps.verify(_table(), rules=RULES).verdicts
    kinds = [verdict.kind for verdict in verdicts if verdict.subject is Subject.WEIGHTS]
    assert kinds == [VerdictKind.CONSISTENT] * 3


def test_the_gap_of_weights() -> None:
    """A sum that differs says by how much, whichever is larger."""
    for goal, gap in ((79, 1), (81, 1), (90, 10)):
        verdicts = ps.verify(_table(goal=goal), rules=RULES).verdicts
        gaps = [verdict.gap for verdict in verdicts if verdict.subject is Subject.WEIGHTS]
        assert gaps == [gap, gap, None]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (_table(execution=17), ["W001 错误 T · 分值：各部分分值合计 97，应为 100 [wuhan-2023 §2]"]),
        (_table(level=79), [
            "W002 错误 T · 目标 · 分值：印出的分值为 80，其下各项合计 79",
            "W002 错误 T · 目标 · 产出 · 分值：印出的分值为 79，其下各项合计 80",
        ]),
        (_table(rows=(40, "40.5")), ["W002 错误 T · 目标 · 产出 · 分值：印出的分值为 80，其下各项合计 80.5"]),
        (_table(goal=None, level=None), []),
        (_table(rows=(40, None)), []),
        (_table(goal=None, level=None, rows=(40, None)), ["R003 提示 T · 分值：表中未印出全部分值，无法核对"]),
        (_table(execution=None), ["R003 提示 T · 分值：表中未印出全部分值，无法核对"]),
        (ps.SelfAssessment(table_id="T"), ["R003 提示 T · 分值：表中未印出全部分值，无法核对"]),
    ],
)  # fmt: skip
def test_weights_that_do_not(table: ps.SelfAssessment, expected: list[str]) -> None:
    """A sum that differs is told where it stands; what is not printed is not checked, and said once."""
    assert _findings(table) == expected
