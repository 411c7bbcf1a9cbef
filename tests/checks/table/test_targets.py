"""Targets that ask for little or give nothing to measure."""

from __future__ import annotations

import pytest

import perfscore as ps

RULES = ps.load_rules("wuhan-2023")


def _codes(name: str, target: str | None, actual: str) -> list[str]:
    row = ps.Indicator(name, weight=1, target=target, actual=actual, claimed=1)
    result = ps.verify(
        ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES, select=["O001", "O006"]
    )
    return [item.code for item in result.findings]


@pytest.mark.parametrize(
    ("name", "target", "actual", "codes"),
    [
        ("人才", "≥30人", "60人", ["O001"]),
        ("人才", "≥30人", "59人", []),
        ("投诉", "≤30起", "60起", []),
        ("人才", "≥30人", "≥60人", []),
        ("人才", "0人", "60人", []),
    ],
)
def test_targets_met_at_a_multiple(name: str, target: str, actual: str, codes: list[str]) -> None:
    """From the double of a positive target on; of a bound or of nothing there is no multiple."""
    assert _codes(name, target, actual) == codes


@pytest.mark.parametrize(
    ("name", "target", "codes"),
    [
        ("招聘人数", "按计划完成", ["O006"]),
        ("招聘人数", "按计划完成300人", []),
        ("招聘人数", "300人", []),
        ("招聘人数", "——", []),
        ("招聘人数", None, []),
        ("发放率", "按时发放", ["O006"]),
        ("工作效率", "有效提升", []),
        ("保障水平", "有效提升", []),
    ],
)
def test_targets_without_the_figure_that_the_name_asks_for(
    name: str, target: str | None, codes: list[str]
) -> None:
    """A name that ends in a word for a figure asks for one; 效率 is no rate."""
    assert _codes(name, target, "完成") == codes
