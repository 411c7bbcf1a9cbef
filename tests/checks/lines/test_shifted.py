"""Rows whose cells stand one too far."""

from __future__ import annotations

import pytest

import perfscore as ps

RULES = ps.load_rules("wuhan-2023")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("97%≤执行率≤100%", True),
        ("≥90%", True),
        ("30人以上", True),
        ("45人", True),
        ("预算执行率", False),
        ("2023年12月", False),
        ("无", False),
        ("有效提升", False),
        ("帮扶1700就业困难人员，实现就业创业", False),
    ],
)
def test_names_that_are_targets(name: str, told: bool) -> None:
    """A name that reads as a figure or a range is no name; a date, a wording or a sentence may be one."""
    row = ps.Indicator(name, weight=10, target="98%", actual="50%", claimed=10)
    result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES)
    codes = [item.code for item in result.findings if item.location.row == 1]
    # 50 % of 98 % is no full mark, but whether these are its cells is not known.
    assert codes == (["F008"] if told else ["Q006"])
    assert (result.verdicts[0].kind is ps.VerdictKind.OPEN) is told
