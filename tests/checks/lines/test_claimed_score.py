"""Lines: each code with a line that has it and one that has it not."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.findings import VerdictKind
from perfscore.intervals import Interval

RULES = ps.load_rules("wuhan-2023")
ANCHOR = ps.Indicator("锚", weight=1, target="100人", actual="33人", claimed="0.33")


def _check(**cells: Any) -> tuple[VerdictKind, list[str]]:
    table = ps.SelfAssessment(goals=[ps.Goal(children=[ps.Indicator("数", **cells), ANCHOR])])
    result = ps.verify(table, rules=RULES)
    found = [finding.code for finding in result.findings if finding.location.row == 1]
    return result.verdicts[0].kind, found


LINE: dict[str, Any] = {"weight": 10, "target": "≥100人", "actual": "80人"}


@pytest.mark.parametrize(
    ("cells", "kind", "codes"),
    [
        ({**LINE, "claimed": 8}, VerdictKind.CONSISTENT, []),
        ({**LINE, "claimed": "8.00"}, VerdictKind.CONSISTENT, []),
        ({**LINE, "claimed": 9}, VerdictKind.INCONSISTENT, ["Q001"]),
        ({**LINE, "claimed": "10.01"}, VerdictKind.INCONSISTENT, ["Q002"]),
        ({**LINE, "claimed": "-0.01"}, VerdictKind.INCONSISTENT, ["Q003"]),
        ({**LINE, "claimed": None}, VerdictKind.OPEN, ["R003"]),
        ({**LINE, "claimed": "八"}, VerdictKind.OPEN, ["R001"]),
        ({**LINE, "claimed": "8人"}, VerdictKind.OPEN, ["R001"]),
        ({**LINE, "weight": None, "claimed": 8}, VerdictKind.OPEN, ["R003"]),
        ({**LINE, "weight": "十", "claimed": 8}, VerdictKind.OPEN, ["R001"]),
        ({**LINE, "weight": -10, "claimed": 8}, VerdictKind.OPEN, ["W003"]),
        ({**LINE, "weight": 0, "claimed": 0}, VerdictKind.CONSISTENT, []),
        ({**LINE, "weight": 0, "claimed": 1}, VerdictKind.INCONSISTENT, ["Q002"]),
        ({**LINE, "weight": "1.666", "actual": "100人", "claimed": "1.67"}, VerdictKind.CONSISTENT, []),
        ({**LINE, "actual": "≥80人", "claimed": 8}, VerdictKind.CONSISTENT, ["F003"]),
        ({**LINE, "actual": "≥80人", "claimed": 7}, VerdictKind.INCONSISTENT, ["Q001", "F003"]),
        ({**LINE, "actual": None, "claimed": 8}, VerdictKind.OPEN, ["R003"]),
        ({**LINE, "target": None, "claimed": 8}, VerdictKind.OPEN, ["O005"]),
        ({**LINE, "actual": "80", "claimed": 8}, VerdictKind.OPEN, ["F001"]),
        ({**LINE, "actual": "良好", "claimed": 8}, VerdictKind.OPEN, ["F002"]),
        ({**LINE, "actual": "80.06万人", "target": "100万人", "claimed": "8.01"}, VerdictKind.CONSISTENT, []),
        ({**LINE, "actual": "约80人", "claimed": 11}, VerdictKind.INCONSISTENT, ["Q002"]),
        (
            {"weight": 10, "target": "≥95.5%", "actual": "80%", "claimed": "8.42"},
            VerdictKind.BY_ROUNDING,
            ["Q005"],
        ),
        (
            {"weight": 10, "target": "≥300人", "actual": "200人", "claimed": "6.66"},
            VerdictKind.BY_CONVENTION,
            ["Q004"],
        ),
    ],
)
def test_quantitative_lines(cells: dict[str, Any], kind: VerdictKind, codes: list[str]) -> None:
    """Each claim has its verdict and exactly the findings that follow."""
    assert _check(**cells) == (kind, codes)


BAND = {"weight": 10, "target": "显著提升", "actual": "一定程度提升"}


@pytest.mark.parametrize(
    ("cells", "kind", "codes"),
    [
        ({**BAND, "claimed": 5}, VerdictKind.JUDGEMENT, []),
        ({**BAND, "claimed": "7.99"}, VerdictKind.JUDGEMENT, []),
        ({**BAND, "claimed": 8}, VerdictKind.BY_CONVENTION, ["L002"]),
        ({**BAND, "claimed": "8.01"}, VerdictKind.INCONSISTENT, ["L001"]),
        ({**BAND, "claimed": "4.99"}, VerdictKind.INCONSISTENT, ["L001"]),
        ({**BAND, "claimed": "10.5"}, VerdictKind.INCONSISTENT, ["Q002"]),
        ({**BAND, "actual": "显著提升", "claimed": 8}, VerdictKind.JUDGEMENT, []),
        ({**BAND, "actual": "显著提升", "claimed": 7}, VerdictKind.INCONSISTENT, ["L001"]),
        ({**BAND, "actual": "整体区域", "claimed": 3}, VerdictKind.OPEN, ["L003"]),
    ],
)
def test_qualitative_lines(cells: dict[str, Any], kind: VerdictKind, codes: list[str]) -> None:
    """A decision inside its band is judgement; on the edge of the band above it is a milder finding."""
    assert _check(**cells) == (kind, codes)


@pytest.mark.parametrize(
    ("cells", "kind", "codes"),
    [
        ({"claimed": "8.4"}, VerdictKind.CONSISTENT, []),
        ({"claimed": 20}, VerdictKind.INCONSISTENT, ["B001"]),
        ({"claimed": 21}, VerdictKind.INCONSISTENT, ["Q002"]),
        ({"claimed": None}, VerdictKind.OPEN, ["R003"]),
        ({"claimed": "8.4", "executed": "甲"}, VerdictKind.OPEN, ["R001"]),
        ({"claimed": "8.4", "budget": None}, VerdictKind.OPEN, ["R003"]),
        ({"claimed": "8.4", "budget": "0.00"}, VerdictKind.OPEN, ["P001"]),
        ({"claimed": "8.4", "weight": None}, VerdictKind.CONSISTENT, []),
        ({"claimed": "8.38", "executed": "41.75", "rate": "42%"}, VerdictKind.INCONSISTENT, ["B001"]),
        ({"claimed": "8.4", "executed": "41.75", "rate": "42%"}, VerdictKind.BY_CONVENTION, ["Q004"]),
    ],
)
def test_execution_lines(cells: dict[str, Any], kind: VerdictKind, codes: list[str]) -> None:
    """Budget execution is checked as any line, under codes of its own."""
    amounts: dict[str, Any] = {"weight": 20, "budget": "100.00", "executed": "42.00", **cells}
    execution = ps.BudgetExecution(**amounts)
    table = ps.SelfAssessment(execution=execution, goals=[ps.Goal(children=[ANCHOR])])
    result = ps.verify(table, rules=RULES, select=["B001", "Q", "R", "P001"])
    found = [item.code for item in result.findings if item.location.name == "预算执行"]
    assert (result.verdicts[0].kind, found) == (kind, codes)


def test_messages_carry_the_figures() -> None:
    """A finding names claim, computed score, derivation and distance."""
    row = ps.Indicator("数", weight=10, target="≥100人", actual="80人", claimed=9)
    table = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[row, ANCHOR])])
    result = ps.verify(table, rules=RULES, select=["Q"])
    (finding,) = result.findings
    assert finding.message.to_record()["args"] == {
        "claimed": "9",
        "computed": "8",
        "derivation": {"key": "derivation.exact", "args": {"formula": "10 × 80/100", "printed": "8"}},
        "distance": {"key": "distance.off", "args": {"off": "1"}},
    }
    assert finding.text("zh") == (
        "Q001 错误 T · 1 数 · 得分：得分 9，按规则应为 8（10 × 80/100 = 8），相差 1 [wuhan-2023 §2]"
    )


def test_gaps_of_scores_outside_the_weight() -> None:
    """A score above the weight lies the difference above it, a negative one as far below 0."""
    for claimed, code, gap in (("10.25", "Q002", "0.25"), ("-1.5", "Q003", "1.5")):
        row = ps.Indicator("数", **{**LINE, "claimed": claimed})
        result = ps.verify(
            ps.SelfAssessment(goals=[ps.Goal(children=[row, ANCHOR])]), rules=RULES, select=[code]
        )
        verdict = result.verdicts[0]
        assert verdict.gap == Fraction(gap)
        assert verdict.computed == Interval(Fraction(0), Fraction(10))
        assert claimed in result.findings[0].message.label("en")
    args = dict(result.findings[0].message.args)
    assert args == {"claimed": "-1.5"}


def test_a_line_without_points() -> None:
    """A weight of 0 can only claim 0, and the witness says so."""
    for actual in ("80人", "≥80人"):
        row = ps.Indicator("数", **{**LINE, "weight": 0, "actual": actual, "claimed": 0})
        verdict = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES).verdicts[0]
        assert verdict.kind is VerdictKind.CONSISTENT
        assert verdict.witness is not None
        assert verdict.witness.exact == 0


def test_floats_are_told_of() -> None:
    """A float anywhere in a line marks its verdict and is told once, with the place of each."""
    row = ps.Indicator("数", weight=2.0, target="≥100%", actual=0.8, claimed=1.6)
    execution = ps.BudgetExecution(weight=20, budget=100.5, executed="42.00", claimed="8.36")
    table = ps.SelfAssessment(execution=execution, goals=[ps.Goal(children=[row])], total=9.96)
    result = ps.verify(table, rules=RULES)
    assert [verdict.assumed for verdict in result.verdicts[:2]] == [True, True]
    (told,) = [item for item in result.findings if item.code == "R002"]
    assert told.message.args == (("text", "100.5"),)
    assert [place.name for place in (told.location, *told.also)] == ["预算执行", "数", "数", "数", ""]


@pytest.mark.parametrize(
    ("weight", "claimed", "codes"),
    [
        # 0.892 is 0 only if it is cut off to whole points; of 2 points 1.78 would be left.
        (1, "0", ["Q010"]),
        (1, "1", ["Q004"]),
        (2, "0", ["Q008"]),
    ],
)
def test_nothing_by_a_convention(weight: int, claimed: str, codes: list[str]) -> None:
    """A score of which a convention leaves nothing is something that a reader should look at."""
    row = ps.Indicator("代缴人数", weight=weight, target="1120人次", actual="999人次", claimed=claimed)
    result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES, select=["Q"])
    assert [item.code for item in result.findings] == codes


@pytest.mark.parametrize(
    ("claimed", "kind", "codes"),
    [
        ("30", VerdictKind.CONSISTENT, []),
        ("29", VerdictKind.JUDGEMENT, []),
        ("24", VerdictKind.JUDGEMENT, []),
        ("23.9", VerdictKind.INCONSISTENT, ["Q007"]),
    ],
)
def test_none_wanted_and_none_reported(claimed: str, kind: VerdictKind, codes: list[str]) -> None:
    """无 for 无 is zero reached, or a wording that is reached: 80 to 100 % of 30."""
    row = ps.Indicator("无安全投诉事件", weight=30, target="无", actual="无", claimed=claimed)
    result = ps.verify(ps.SelfAssessment(goals=[ps.Goal(children=[row])]), rules=RULES, select=["Q"])
    assert result.verdicts[0].kind is kind
    assert [item.code for item in result.findings] == codes
