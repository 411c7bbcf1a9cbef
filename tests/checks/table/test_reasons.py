"""Reasons: missing where a target was missed, given where nothing deviates."""

from __future__ import annotations

from typing import Any

import pytest

import perfscore as ps

RULES = ps.load_rules("wuhan-2023")
MET = {"target": "100人", "actual": "100人", "claimed": 10}
MISSED = {"target": "100人", "actual": "99人", "claimed": "9.90"}
MORE = {"target": "100人", "actual": "101人", "claimed": 10}
WHY = "部分培训推迟到次年"


def _codes(reason: str | None, *rows: dict[str, Any], **table: Any) -> list[str]:
    children = [ps.Indicator(f"数{number}", weight=10, **row) for number, row in enumerate(rows)]
    goals = [ps.Goal(children=children)] if children else []
    result = ps.verify(
        ps.SelfAssessment(goals=goals, deviation_reason=reason, **table), rules=RULES, select=["N"]
    )
    return [item.code for item in result.findings]


@pytest.mark.parametrize(
    ("reason", "rows", "codes"),
    [
        ("无", [MISSED, MET], ["N001"]),
        ("", [MISSED], ["N001"]),
        (" —— ", [MISSED], ["N001"]),
        ("已完成全年目标", [MISSED], ["N001"]),
        (WHY, [MISSED], []),
        ("培训未完成，因场地推迟", [MISSED], []),
        # Not printed is not empty.
        (None, [MISSED], []),
        ("无", [MET, MORE], []),
        # A row that gives its own reason needs none below the table; one that says nothing does.
        ("无", [{**MISSED, "deviation_reason": WHY}], []),
        ("无", [{**MISSED, "deviation_reason": "无"}], ["N001"]),
        # What may be met within the printed digits, and what is open, is not missed.
        ("无", [{"target": "100%", "actual": "100%", "claimed": 10}], []),
        ("无", [{"target": "100人", "actual": "99户", "claimed": 10}], []),
        ("无", [{"target": "显著提升", "actual": "一定程度提升", "claimed": 7}], ["N001"]),
        ("无", [{"target": "显著提升", "actual": "基本完成", "claimed": 7}], []),
        (WHY, [MET], ["N002"]),
        (WHY, [MET, MORE], []),
        (WHY, [{"target": "2023年12月", "actual": "2023年11月", "claimed": 10}], ["N002"]),
        (WHY, [{"target": "显著提升", "actual": "显著提升", "claimed": 10}], ["N002"]),
        (WHY, [{"target": "显著提升", "actual": "基本完成", "claimed": 10}], []),
        (WHY, [{"target": "100人", "actual": "99户", "claimed": 10}], []),
        ("已完成全年目标", [MET], []),
        (WHY, [], []),
    ],
)
def test_reasons(reason: str | None, rows: list[dict[str, Any]], codes: list[str]) -> None:
    """A miss without a reason, and a reason without any deviation, are told; a surplus is a deviation."""
    assert _codes(reason, *rows) == codes


def test_budget_execution_alone_needs_no_reason() -> None:
    """No rule read so far says how much of a budget may stay unspent."""
    execution = ps.BudgetExecution(weight=20, budget="100", executed="82", claimed="16.4")
    assert _codes("无", MET, execution=execution) == []
    assert _codes(WHY, MET, execution=execution) == []


def test_a_table_that_is_cut_off_may_deviate_further_on() -> None:
    """What the page leaves out may be what the reason speaks of."""
    assert _codes(WHY, MET, truncated=True) == []
