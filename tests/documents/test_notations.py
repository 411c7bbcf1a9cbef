"""Further notations of real tables, scored and verified: what the rules are silent on stays open."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

import perfscore as ps
from perfscore.findings import VerdictKind

RULES = ps.load_rules("wuhan-2023")

# name, target, actual, claimed of 4, verdict, code of the finding
CASES = [
    ("享受补贴人员数量", "0", "12275", "4", VerdictKind.OPEN, "P001"),
    ("招聘活动开展情况", "——", "60", "4", VerdictKind.OPEN, "O005"),
    ("城镇登记失业率", "4.5%", "2.51%", "4", VerdictKind.CONSISTENT, None),
    ("城镇调查失业率", "5.5%左右", "城镇登记失业率2.51%", "4", VerdictKind.OPEN, "F004"),
    (
        "补贴人均标准",
        "923.73元/月、673.17元/月",
        "923.73元/月、673.17元/月",
        "4",
        VerdictKind.CONSISTENT,
        None,
    ),
    ("结案时间", "一般45天,延长不超过60天", "一般45天,延长不超过60天", "4", VerdictKind.CONSISTENT, None),
    ("预算执行率", "97%≤执行率≤100%", "100%", "4", VerdictKind.CONSISTENT, None),
    ("预算执行率", "97%≤执行率≤100%", "96%", "4", VerdictKind.OPEN, "P001"),
    ("人均标准", "400-4,000元/人", "1,370.41元/人", "4", VerdictKind.CONSISTENT, None),
    ("办公区域", "整体办公区域", "整体办公区域", "4", VerdictKind.JUDGEMENT, None),
    ("持续影响", "高度可持续影响力", "100%", "4", VerdictKind.OPEN, "F002"),
    ("满意度", "≥90%", "≥95%", "4", VerdictKind.CONSISTENT, "F003"),
    ("满意度", "≥95%", "≥90%", "3.9", VerdictKind.CONSISTENT, "F003"),
    ("满意度", "≥95%", "≥90%", "3.5", VerdictKind.INCONSISTENT, "Q001"),
    ("完成时间", "2023年12月", "2023年12月31日", "4", VerdictKind.CONSISTENT, None),
    ("完成时间", "2023年12月", "2024年1月", "4", VerdictKind.OPEN, "P001"),
    ("覆盖人数", "30万人", "37.43万人次", "4", VerdictKind.OPEN, "F001"),
    ("建设数量", "14个", "15", "4", VerdictKind.OPEN, "F001"),
    ("群众满意", "满意", "整体办公区域", "4", VerdictKind.OPEN, "L003"),
    ("事故", "无", "无", "4", VerdictKind.CONSISTENT, None),
    ("事故", "无", "1起", "4", VerdictKind.INCONSISTENT, "Q006"),
    ("培训人次", "1120人", "999人", "0", VerdictKind.INCONSISTENT, "Q008"),
    ("执行", "100%", "42%", "1.68", VerdictKind.CONSISTENT, None),
]


@pytest.mark.parametrize(("name", "target", "actual", "claimed", "kind", "code"), CASES)
def test_verdicts(
    name: str, target: str, actual: str, claimed: str, kind: VerdictKind, code: str | None
) -> None:
    """Each line has the verdict that the clause gives it, and at most one finding says why."""
    row = ps.Indicator(name, weight=4, target=target, actual=actual, claimed=claimed)
    anchor = ps.Indicator("锚", weight=1, target="100人", actual="33人", claimed="0.33")
    table = ps.SelfAssessment(goals=[ps.Goal(children=[row, anchor])])
    result = ps.verify(table, rules=RULES, ignore=["W", "T", "R003"] if code != "R003" else ["W", "T"])
    assert result.verdicts[0].kind is kind
    # What the target itself is like is another family.
    found = [
        item.code for item in result.findings if item.location.row == 1 and item.code not in ("O001", "O006")
    ]
    if code == "Q001" and target == "≥95%":
        assert found == ["Q001", "F003"]
    else:
        assert found == ([] if code is None else [code])


def test_rate_rounded_first() -> None:
    """20 × 42 % = 8.4, where the amounts give 8.37: consistent under the convention of the rate."""
    execution = ps.BudgetExecution(weight=20, budget="19.60", executed="8.20", rate="42%", claimed="8.4")
    table = ps.SelfAssessment(execution=execution)
    verdict = ps.verify(table, rules=RULES).verdicts[0]
    assert 20 * Fraction(820, 1960) < Fraction("8.375")
    assert verdict.kind is VerdictKind.BY_CONVENTION
    assert verdict.to_record()["convention"] in {"table-places", "printed-rate", "rate-0"}


def test_choices_of_a_variant() -> None:
    """What a rule set leaves open, a variant may decide, and the scores follow it."""
    choices = attrs.evolve(
        RULES.choices,
        zero_target_positive="full",
        outside_range="nearest-bound",
        late="zero",
        negative_figure="zero",
        missing_unit="same",
    )
    variant = attrs.evolve(RULES, choices=choices)
    expected = {
        ("0", "12275"): Fraction(4),
        ("400-4,000元/人", "300元/人"): Fraction(3),
        ("400-4,000元/人", "5,000元/人"): Fraction(16, 5),
        ("2023年12月", "2024年1月"): Fraction(0),
        ("≥5%", "-1%"): Fraction(0),
        ("14个", "7"): Fraction(2),
    }
    for (target, actual), score in expected.items():
        row = ps.Indicator("数", weight=4, target=target, actual=actual)
        table = ps.SelfAssessment(goals=[ps.Goal(children=[row])])
        (line,) = ps.score(table, rules=variant).lines
        assert line.exact == score
        (undecided,) = ps.score(table, rules=RULES).lines
        assert undecided.exact is None
