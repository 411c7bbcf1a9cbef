"""What the prose says of a table, against the table."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import perfscore as ps
from perfscore.checks import verify_disclosure

RULES = ps.load_rules("wuhan-2023")
TABLES = Path(__file__).parents[3] / "examples" / "tables"
ROWS = [
    ps.Indicator("甲", weight=40, target="100人", actual="100人", claimed=40),
    ps.Indicator("乙", weight=20, target="100人", actual="50人", claimed=10),
    ps.Indicator("丙", weight=20, target="100人", actual="50户", claimed=10),
]
TABLE = ps.SelfAssessment(
    table_id="1",
    execution=ps.BudgetExecution(weight=20, budget="40.20", executed="30.15", rate="75%", claimed=15),
    goals=[ps.Goal(children=ROWS)],
    total=75,
)


def _verify(table: ps.SelfAssessment | None = TABLE, **told: Any) -> tuple[list[str], list[str]]:
    stated = ps.StatedResult(name="项目", table="1", **told)
    disclosure = ps.Disclosure(tables=[] if table is None else [table], statements=[stated])
    result = verify_disclosure(disclosure, rules=RULES)
    return [item.kind.slug for item in result.verdicts], [item.code for item in result.findings]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ({"budget": "40.2"}, "consistent"),
        ({"budget": "40.20万元"}, "consistent"),
        ({"budget": "402,000元"}, "consistent"),
        ({"budget": "40.21"}, "consistent"),
        ({"budget": "40.3"}, "inconsistent"),
        ({"executed": "30.15"}, "consistent"),
        ({"executed": "40.20"}, "inconsistent"),
        ({"rate": "75.0%"}, "consistent"),
        ({"rate": "77%"}, "inconsistent"),
        ({"rate": "七成"}, "open"),
        ({"total": "75.00"}, "consistent"),
        ({"total": "75.5"}, "consistent"),
        ({"total": "76"}, "inconsistent"),
        ({"total": "76.00"}, "inconsistent"),
        ({"indicators": 3}, "consistent"),
        ({"indicators": 4}, "inconsistent"),
        ({"indicators": "若干"}, None),
        # One is surely reached, one is not, one cannot be told.
        ({"reached": 1}, "consistent"),
        ({"reached": 2}, "consistent"),
        ({"reached": 3}, "inconsistent"),
        ({"reached": 0}, "inconsistent"),
    ],
)
def test_figures_of_a_table(told: dict[str, Any], kind: str | None) -> None:
    """Budget, executed, rate, total and counts agree with the table as far as the printed digits say."""
    assert _verify(**told) == (
        [] if kind is None else [kind],
        ["S001"] if kind == "inconsistent" else [],
    )


def test_what_the_table_does_not_print_is_not_compared() -> None:
    """Without execution and total there is nothing to hold them against."""
    bare = ps.SelfAssessment(table_id="1")
    assert _verify(bare, budget="1", total="2") == ([], [])


def test_an_odd_unit_of_money_is_not_converted() -> None:
    """A table in a unit that is not known is open."""
    table = ps.SelfAssessment(table_id="1", money_unit="美元", execution=ps.BudgetExecution(budget="1"))
    assert _verify(table, budget="1") == (["open"], [])


def test_a_table_that_is_cut_off_is_not_counted() -> None:
    """How many indicators stand on the next page is not known."""
    table = ps.SelfAssessment(table_id="1", truncated=True)
    assert _verify(table, indicators=3) == ([], [])


def test_narratives_are_tables_too() -> None:
    """What is told of a self-assessment in prose is held against it, but for its indicators."""
    stated = ps.StatedResult(name="本部门", table="N", total=98, indicators=5)
    narrative = ps.Narrative(table_id="N", total=99)
    result = verify_disclosure(ps.Disclosure(narratives=[narrative], statements=[stated]), rules=RULES)
    assert [item.code for item in result.findings] == ["S001"]


def test_tables_that_are_not_there() -> None:
    """A project without a table is told as such, one whose table was not given as that."""
    assert _verify(None, budget="1") == (["open"], ["R006"])
    for told in ({"budget": "40万元"}, {}):
        stated = ps.StatedResult(name="项目", **told)
        (found,) = verify_disclosure(ps.Disclosure(statements=[stated]), rules=RULES).findings
        assert found.code == "S005"
        assert found.message.label("zh").count("预算数 40万元" if told else "（—）") == 1


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ({"budget": "15,301.56", "executed": "7,931.02", "rate": "51.83%"}, []),
        ({"budget": "7,931.02", "executed": "15,301.56"}, []),
        ({"budget": "15,301.00"}, ["S001"]),
    ],
)
def test_swapped_columns_are_told_with_the_table(told: dict[str, Any], codes: list[str]) -> None:
    """The prose has the two amounts of 000-03 the right way round: B006 of the table says so already."""
    table = ps.from_json((TABLES / "000-03.json").read_text(encoding="utf-8"))
    stated = ps.StatedResult(name="就业补助资金", table="000-03", **told)
    result = verify_disclosure(ps.Disclosure(tables=[table], statements=[stated]), rules=RULES)
    assert [item.code for item in result.findings] == codes
    assert "B006" in {item.code for item in result.all_findings}


@pytest.mark.parametrize(
    ("unit", "printed"), [("元", "402,000"), ("万元", "40.2"), ("亿元", "0.00402"), ("元", "402,000元")]
)
def test_units_of_money(unit: str, printed: str) -> None:
    """The prose may give 万元 where the table is in another unit of money."""
    table = ps.SelfAssessment(table_id="1", money_unit=unit, execution=ps.BudgetExecution(budget=printed))
    assert _verify(table, budget="40.2万元") == (["consistent"], [])
    assert _verify(table, budget="41.2万元") == (["inconsistent"], ["S001"])


def test_the_gap_of_a_count() -> None:
    """Of three indicators one is reached and one cannot be told: five are three too many."""
    stated = ps.StatedResult(name="项目", table="1", reached=5)
    result = verify_disclosure(ps.Disclosure(tables=[TABLE], statements=[stated]), rules=RULES)
    assert result.verdicts[0].gap == 3
    assert dict(result.findings[0].message.args)["printed"] == "1–2"


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        # 40.20 and 40.21 meet at 40.205, and 40.19 at 40.195.
        ({"budget": "40.19"}, "consistent"),
        ({"budget": "40.22"}, "inconsistent"),
        ({"budget": "40.18"}, "inconsistent"),
        ({"budget": "0.00"}, "inconsistent"),
        # 75.5 % prints as 75 % or 76 %, 74.5 % as 74 % or 75 %.
        ({"rate": "76%"}, "consistent"),
        ({"rate": "74%"}, "consistent"),
        ({"rate": "73%"}, "inconsistent"),
        # 75 may be 74.5 or 75.4 in fewer places, and not 74.4.
        ({"total": "74.5"}, "consistent"),
        ({"total": "74.4"}, "inconsistent"),
        ({"total": "74"}, "inconsistent"),
        ({"total": "七十五"}, "open"),
        ({"indicators": 2}, "inconsistent"),
        ({"indicators": 0}, "inconsistent"),
    ],
)
def test_the_last_place_of_figures_of_a_table(told: dict[str, Any], kind: str) -> None:
    """Two figures agree if one value prints as both."""
    assert _verify(**told) == ([kind], ["S001"] if kind == "inconsistent" else [])


def test_nothing_of_nothing() -> None:
    """Zero in the prose is zero in the table."""
    table = ps.SelfAssessment(table_id="1", execution=ps.BudgetExecution(budget="0.00", executed="0.00"))
    assert _verify(table, budget="0", executed="0.00", indicators=0, reached=0) == (["consistent"] * 4, [])


def test_what_a_finding_on_a_figure_says() -> None:
    """It names the cell, what the prose gives and what the table prints."""
    table = ps.from_json((TABLES / "000-03.json").read_text(encoding="utf-8"))
    stated = ps.StatedResult(name="就业补助资金", table="000-03", budget="15,301.00", place="第三节")
    result = verify_disclosure(
        ps.Disclosure(department="某局", tables=[table], statements=[stated]), rules=RULES
    )
    (found,) = result.findings
    assert found.message.label("en") == ("the prose gives 15,301.00 as the budget, the table prints 7931.02")
    assert found.location.text("en") == "某局 · 第三节 · 就业补助资金 · budget"
    # 15,301.00 - 7,931.02 with half a hundredth each, in yuan.
    assert result.verdicts[0].gap == Fraction("7369.97") * 10000


def test_a_table_that_is_named_and_not_given_is_named_in_the_note() -> None:
    """What is missing is missing here: the document is not accused."""
    stated = ps.StatedResult(name="项目", table="附件9", total=98)
    (found,) = verify_disclosure(ps.Disclosure(statements=[stated]), rules=RULES).findings
    assert (found.code, found.severity.slug) == ("R006", "note")
    assert dict(found.message.args) == {"table": "附件9"}
