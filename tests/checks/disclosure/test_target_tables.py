"""Target tables: money that adds up, and what the targets ask for."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.checks import verify_disclosure

RULES = ps.load_rules("wuhan-2023")


def _verify(table: ps.TargetTable) -> Any:
    return verify_disclosure(ps.Disclosure(target_tables=[table]), rules=RULES)


def _codes(**row: Any) -> list[str]:
    item = ps.TargetIndicator(row.pop("name", "结案"), **row)
    table = ps.TargetTable(table_id="T", goals=[ps.TargetGoal("年度目标", [item])])
    return [found.code for found in _verify(table).findings]


@pytest.mark.parametrize(
    ("table", "kinds", "codes"),
    [
        ({"budget": "235", "sources": [ps.FundSource("财政", budget="235")]}, ["consistent"], []),
        ({"budget": "235万元", "sources": [ps.FundSource("财政", budget="235")]}, ["consistent"], []),
        ({"budget": "235", "sources": [ps.FundSource("财政", budget="230")]}, ["inconsistent"], ["B005"]),
        ({"budget": "235", "sources": [ps.FundSource("财政")]}, ["open"], ["R003"]),
        ({"budget": "235万元", "sources": [ps.FundSource("财政", budget="235元")]}, ["open"], ["R003"]),
        (
            {
                "budget": "550",
                "spending": [ps.SpendingItem("甲", amount="315"), ps.SpendingItem("乙", amount="235")],
            },
            ["consistent"],
            [],
        ),
        ({"budget": "550", "spending": [ps.SpendingItem("甲", amount="315")]}, ["inconsistent"], ["B008"]),
        # The rest of the detail may stand on the next page.
        ({"budget": "550", "spending": [ps.SpendingItem("甲", amount="315")], "truncated": True}, [], []),
        (
            {
                "spending": [
                    ps.SpendingItem("创业补贴", amount="18.5", parts=["17万元", "4万元", "10万元", "6万元"])
                ]
            },
            ["inconsistent"],
            ["B008"],
        ),
        (
            {"spending": [ps.SpendingItem("创业补贴", amount="37", parts=["17万元", "20万元"])]},
            ["consistent"],
            [],
        ),
        # 86.65 from 80 and 6 and 0.65: the slack of whole amounts allows more.
        (
            {
                "spending": [
                    ps.SpendingItem("培训补助", amount="86.90", parts=["80万元", "6万元", "0.65万元"])
                ]
            },
            ["consistent-only-by-rounding"],
            [],
        ),
    ],
)
def test_money(table: dict[str, Any], kinds: list[str], codes: list[str]) -> None:
    """Sources and detail add to the budget, parts to their item, in one unit and within the digits."""
    result = _verify(ps.TargetTable(table_id="T", **table))
    assert [item.kind.slug for item in result.verdicts] == kinds
    assert [item.code for item in result.findings] == codes


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({"last_year": "≥5年", "target": "≥4年"}, ["O002"]),
        ({"last_year": "≥5年", "target": "≥5年"}, []),
        ({"last_year": "≥5年", "target": "≥6年"}, []),
        ({"last_year": "≤48小时", "target": "≤72小时"}, ["O002"]),
        ({"last_year": "≤48小时", "target": "≤24小时"}, []),
        ({"last_year": "500元/件", "target": "600元/件", "labels": ["成本指标"]}, ["O002"]),
        ({"last_year": "500元/件", "target": "400元/件", "labels": ["成本指标"]}, []),
        ({"name": "失业率", "last_year": "3%", "target": "4%"}, ["O002"]),
        ({"last_year": "8套", "target": "14套"}, []),
        ({"last_year": "8套", "target": "7台"}, []),
        ({"last_year": "8套", "target": "基本满足"}, []),
        ({"last_year": "无(按整改要求新增指标)", "target": "200"}, []),
        ({"target": "200"}, []),
    ],
)
def test_targets_below_last_year(row: dict[str, Any], codes: list[str]) -> None:
    """Asking for less than last year is told: less is lower, or higher where lower is better."""
    assert _codes(**row) == codes


@pytest.mark.parametrize(
    ("years", "told"),
    [
        (("70%", "70%", "70%"), True),
        (("70%", "70%", "85%"), False),
        (("60%", "70%", "70%"), False),
        ((None, "70%", "70%"), False),
        (("100%", "100%", "100%"), False),
        (("0起", "0起", "0起"), False),
        (("良好", "良好", "良好"), False),
    ],
)
def test_unchanged_targets(years: tuple[str | None, str, str], told: bool) -> None:
    """Three years of one figure, unless it is all or nothing."""
    before, last, target = years
    assert _codes(year_before_last=before, last_year=last, target=target) == (["O003"] if told else [])


def test_unchanged_targets_are_told_once() -> None:
    """All unchanged rows of a table are one finding."""
    rows = [
        ps.TargetIndicator(name, year_before_last="7场", last_year="7场", target="7场") for name in "甲乙丙"
    ]
    found = _verify(ps.TargetTable(table_id="T", goals=[ps.TargetGoal("年度目标", rows)])).findings
    assert [(item.code, [place.row for place in item.also]) for item in found] == [("O003", [2, 3])]


@pytest.mark.parametrize(
    ("far", "near", "reason"),
    [
        ("45元/人/年", "45元/人/月", "reason.units-at-odds"),
        ("3次/年", "3次", None),
        ("90%", "85%", None),
        ("95%", "98%", "reason.annual-exceeds"),
        ("≤48小时", "≤24小时", "reason.annual-exceeds"),
        ("按标准发放", "12场", None),
        (None, "12场", None),
    ],
)
def test_horizons(far: str | None, near: str, reason: str | None) -> None:
    """The annual target of a name may not ask for more than its long-term one, nor in another unit."""
    goals = [
        ps.TargetGoal(None, [ps.TargetIndicator("招聘 活动", target=far)], horizon="长期"),
        ps.TargetGoal(None, [ps.TargetIndicator("招聘活动", target=near), ps.TargetIndicator("其他")]),
    ]
    found = _verify(ps.TargetTable(table_id="T", goals=goals)).findings
    odds = [dict(item.message.args)["reason"].key for item in found if item.code == "O004"]
    assert odds == ([] if reason is None else [reason])


def test_places_of_findings_on_horizons() -> None:
    """The row is counted through all goals, and the goal is named if it has a name."""
    far = ps.TargetGoal("长期目标", [ps.TargetIndicator("甲", target="90%")], horizon="长期")
    for name, labels in (("年度目标", ("年度目标",)), (None, ())):
        near = ps.TargetGoal(name, [ps.TargetIndicator("乙"), ps.TargetIndicator("甲", target="95%")])
        found = _verify(ps.TargetTable(table_id="T", goals=[far, near])).findings
        (odds,) = [item for item in found if item.code == "O004"]
        assert (odds.location.row, odds.location.labels) == (3, labels)


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({"target": None}, ["O005"]),
        ({"target": "——"}, ["O005"]),
        ({"name": "发放人数", "target": "完成市级下达任务"}, ["O006"]),
        ({"target": "12场", "basis": "历史数据"}, []),
        ({"target": "12场", "basis": None}, []),
        (
            {
                "target": "200",
                "last_year": "无(新增指标)",
                "year_before_last": "无(新增指标)",
                "basis": "历史数据",
            },
            ["O007"],
        ),
        ({"target": "200", "last_year": "100", "year_before_last": "无(新增指标)", "basis": "历史数据"}, []),
        (
            {
                "target": "200",
                "last_year": "无(新增指标)",
                "year_before_last": "无(新增指标)",
                "basis": "计划数据",
            },
            [],
        ),
        # The row's own wording is no basis either.
        ({"target": "按标准发放", "basis": "按标准 发放"}, ["O007"]),
    ],
)
def test_targets_and_their_basis(row: dict[str, Any], codes: list[str]) -> None:
    """No target, none that can be measured, a basis that is none."""
    assert _codes(**row) == codes


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("235.00", "consistent"),
        ("235.01", "consistent-only-by-rounding"),
        ("234.99", "consistent-only-by-rounding"),
        ("235.02", "inconsistent"),
        ("234.98", "inconsistent"),
        ("0.00", "inconsistent"),
        ("-235.00", "inconsistent"),
        ("若干", "open"),
    ],
)
def test_the_last_place_of_a_source(source: str, kind: str) -> None:
    """235.00 and its source have half a hundredth of slack each."""
    (verdict,) = _verify(
        ps.TargetTable(budget="235.00", sources=[ps.FundSource("财政", budget=source)])
    ).verdicts
    assert verdict.kind.slug == kind


def test_no_budget_of_no_sources() -> None:
    """Zero is the sum of zeros."""
    table = ps.TargetTable(budget="0", sources=[ps.FundSource(name, budget="0") for name in "甲乙"])
    assert [item.kind.slug for item in _verify(table).verdicts] == ["consistent"]


def test_the_gap_of_an_item() -> None:
    """17 and 4 and 10 and 6 are 37, and with half of one 万元 less each 35: 18.5 less than printed, or 16.5."""
    item = ps.SpendingItem("创业补贴", amount="18.5", parts=["17万元", "4万元", "10万元", "6万元"])
    result = _verify(ps.TargetTable(table_id="T", spending=[item]))
    ((verdict,), (found,)) = result.verdicts, result.findings
    assert (verdict.off_by, verdict.gap) == (Fraction("18.5"), Fraction("16.5"))
    assert found.message.to_record()["args"] == {
        "name": "创业补贴",
        "claimed": "18.5",
        "computed": "37",
        "distance": {"key": "distance.printed", "args": {"off": "18.5", "least": "16.5"}},
    }
    assert (found.location.table, found.location.name) == ("T", "创业补贴")


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({"last_year": "≥90%", "target": "≥89.9%"}, ["O002"]),
        ({"last_year": "≥90%", "target": "≥90.0%"}, []),
        ({"last_year": "≥90%", "target": "≥90.1%"}, []),
        ({"last_year": "≤1‰", "target": "≤0.1%"}, []),
        ({"last_year": "≥1场", "target": "≥0场"}, ["O002"]),
        ({"last_year": "≥0场", "target": "≥0场"}, []),
        ({"last_year": "若干", "target": "≥1场"}, []),
    ],
)
def test_the_edges_of_last_year(row: dict[str, Any], codes: list[str]) -> None:
    """Only what is truly less is less: not the same in another unit, nor in more places."""
    assert [code for code in _codes(**row) if code == "O002"] == codes


def test_a_table_of_nothing() -> None:
    """An empty target table has nothing that can be wrong."""
    result = _verify(ps.TargetTable())
    assert (result.verdicts, result.findings) == ((), ())
