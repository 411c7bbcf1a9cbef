"""A report as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import perfscore as ps
from perfscore.reports import report

if TYPE_CHECKING:
    from perfscore.model import Statement

RULES = ps.load_rules("wuhan-2023")
ROW = ps.Indicator("满意度", weight=80, target="≥90%", actual="95%", claimed=79)
EXECUTION = ps.BudgetExecution(weight=20, budget="100.00", executed="100.00", rate="100%", claimed=20)
GOALS = [ps.Goal(weight=80, children=[ROW])]
WRONG = ps.SelfAssessment(table_id="1", execution=EXECUTION, goals=GOALS, total=99)


def test_the_lines_of_a_report() -> None:
    """Name, what it rests on, totals, findings, causes, what was not checked: in this order."""
    share = ps.StatedShare(name="占比", part="1人", whole="0人", rate="60%")
    result = report(ps.Disclosure(department="某局", tables=[WRONG], statements=[share]), rules=RULES)
    lines = result.text().splitlines()
    assert lines[0] == "某局"
    assert lines[1].startswith("perfscore ")
    assert "rules wuhan-2023" in lines[1]
    assert "1: claimed total 99, admitted 100; inconsistent" in lines
    assert "2 findings: error 2, quantitative scores 1, subtotals and totals 1" in lines
    assert "1, possible causes:" in lines
    assert lines[-2:] == ["not checked, 1 figures:", "  1 × the figure that it is a share of is zero"]
    chinese = result.text("zh")
    assert "1：自评总分 99，规则允许 100，有不一致之处" in chinese
    assert "所占之数为零" in chinese


def test_a_report_of_nothing_wrong_is_short() -> None:
    """Where all holds and everything was checked there are no causes and no gaps."""
    row = ps.Indicator("满意度", weight=80, target="≥90%", actual="95%", claimed=80)
    right = ps.SelfAssessment(
        table_id="1", execution=EXECUTION, goals=[ps.Goal(weight=80, children=[row])], total=100
    )
    text = report(ps.Disclosure(tables=[right]), rules=RULES).text()
    assert "no figure is inconsistent" in text
    assert "possible causes" not in text
    assert "not checked" not in text


def test_nothing_claimed_is_a_dash() -> None:
    """A table without a total has no claim, and what it admits is not known."""
    text = report(ps.Disclosure(tables=[ps.SelfAssessment(table_id="1")]), rules=RULES).text()
    assert "1: claimed total —" in text


def test_a_wrong_sum_without_an_explanation_has_no_heading() -> None:
    """Where weights alone are off there is nothing to diagnose, and nothing is headed."""
    goals = [
        ps.Goal(weight=70, children=[ps.Indicator("甲", weight=70, target="1人", actual="1人", claimed=70)])
    ]
    table = ps.SelfAssessment(table_id="1", goals=goals, total=70, money_unit="元")
    result = report(ps.Disclosure(tables=[table]), rules=RULES)
    assert result.diagnoses[0].diagnosed == ()
    assert "possible causes" not in result.text()


def test_hostile_text_cannot_drive_a_terminal() -> None:
    """Control characters of a document are replaced."""
    disclosure = ps.Disclosure(department="某局\x1b[2J", tables=[ps.SelfAssessment(table_id="1\x1b[2J")])
    assert "\x1b" not in report(disclosure, rules=RULES).text()


def _report(mark: str, language: ps.Language) -> str:
    row = ps.Indicator(f"满意度{mark}", weight=80, target="≥90%", actual="95%", claimed=79)
    table = ps.SelfAssessment(
        table_id=f"1{mark}",
        execution=EXECUTION,
        goals=[ps.Goal(name=f"目标{mark}", weight=80, children=[row])],
        total=99,
    )
    told = ps.Achievement(f"就业{mark}", target="≥3人", actual="2人", reached=True)
    basis = ps.TargetIndicator(f"补贴{mark}", target=f"按标准{mark}", basis=f"按标准{mark}")
    disclosure = ps.Disclosure(
        department=f"某局{mark}",
        tables=[table],
        narratives=[ps.Narrative(table_id=f"N{mark}", achievements=[told], total=f"九十{mark}")],
        target_tables=[
            ps.TargetTable(table_id=f"T{mark}", goals=[ps.TargetGoal(f"年度{mark}", [basis])]),
        ],
        statements=[
            ps.StatedSum(name=f"合计{mark}", place=f"节{mark}", whole="9人", parts=["1人"]),
            ps.StatedFigure(name="人数", place=f"甲{mark}", value="1人"),
            ps.StatedFigure(name="人数", place=f"乙{mark}", value="2人"),
            ps.StatedResult(name=f"项目{mark}", budget=f"若干{mark}"),
            ps.StatedResult(name=f"项目{mark}", table=f"附件{mark}"),
        ],
    )
    return report(disclosure, rules=RULES).text(language)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("mark", ["\x1b[2J", "\x9b2J", "\r", "\n", "\x07", "\u202e", "\u2066", "\x7f"])
def test_no_cell_can_drive_a_terminal(mark: str, language: ps.Language) -> None:
    """Wherever a document says it, a control character is replaced: no line more, none turned round."""
    plain, hostile = _report("", language), _report(mark, language)
    assert len(hostile.split("\n")) == len(plain.split("\n"))
    assert all(line.isprintable() for line in hostile.split("\n"))
    assert "\ufffd" in hostile


def test_a_report_of_nothing() -> None:
    """It says what it rests on and that nothing was found."""
    both: tuple[tuple[ps.Language, str], ...] = (("en", "0 findings"), ("zh", "发现 0 条"))
    for language, found in both:
        lines = report(ps.Disclosure(department="某局"), rules=RULES).text(language).splitlines()
        assert lines[0] == "某局"
        assert "wuhan-2023" in lines[1]
        assert lines[-1].startswith(found)


def test_what_was_not_checked_is_counted_by_reason() -> None:
    """Two shares of nothing and one project without a table: two reasons, three figures."""
    stated: list[Statement] = [
        ps.StatedShare(name="甲", part="1人", whole="0人", rate="60%"),
        ps.StatedResult(name="项目", table="9"),
        ps.StatedShare(name="乙", part="1人", whole="0人", rate="60%"),
    ]
    lines = report(ps.Disclosure(statements=stated), rules=RULES).text().splitlines()
    assert "  2 × the figure that it is a share of is zero" in lines
    assert sum(line.startswith("  1 × ") for line in lines) == 1
