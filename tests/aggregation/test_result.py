"""The result as text and as plain data."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

import perfscore as ps
from perfscore.aggregation import FORMAT, Aggregate, aggregate
from perfscore.intervals import Interval
from tests.aggregation.building import WUHAN, row, table


def made() -> Aggregate:
    """Return an aggregate with a mean, a judgement, an open line and one without partner."""
    one = table(
        "甲",
        row("≥90%", "80%", name="率", weight=40),
        row("完成", "完成", name="效", weight=20, claimed=18),
        row("≥3人", "3人", name="数", weight=20),
    )
    two = table(
        "乙",
        row("≥90%", "90%", name="率", weight=40),
        row("完成", "完成", name="效", weight=20, claimed=20),
        row("≥3家", "3家", name="数", weight=20),
    )
    return aggregate([one, two], rules=WUHAN, table_id="合")


def test_text_in_both_languages() -> None:
    """Summary, lines, projects, findings: a line each."""
    assert made().text("zh").splitlines() == [
        "合（2 张表，wuhan-2023）：先汇总数值再计分 未知，先计分再平均 96.7777…",
        "预算执行: 20 × 200/200 = 20",
        "1 率: 40 × 85%/90% = 37.7777… → 37.78",
        "2 效: “完成”：达成预期指标，[80%, 100%] × 20 = [16, 20]，自评取 19",
        "3 数: 各项目的类型、方向或单位不同",
        "乙：资金占 50%，失分 0",
        "甲：资金占 50%，失分 3.2222…",
        "A004 警告 甲 · 3 数：单位“人”不能换算为“乙”的单位“家”，该行未汇总 [wuhan-2023 §2]",
    ]
    english = made().text().splitlines()
    assert english[0] == "合 of 2 tables under wuhan-2023: values first not known, scores first 96.7777…"
    assert english[5:7] == [
        "乙: 50% of the money, points lost 0",
        "甲: 50% of the money, points lost 3.2222…",
    ]
    assert repr(made()).startswith("<Aggregate 合 of 2 tables")
    assert repr(made()).count("\n") == 4


def test_a_long_result_is_cut_in_its_repr() -> None:
    """Forty lines are shown, the rest counted; one table is one table."""
    long = aggregate(
        [table("甲", *(row("≥1人", "1人", name=str(number)) for number in range(41)), money=None)],
        rules=WUHAN,
    )
    assert repr(long).endswith("  … and 1 more")
    assert "of 1 table under" in repr(long)
    assert "甲: — of the money, points lost 0" in long.text()


def test_plain_data() -> None:
    """Everything is text, lists and dictionaries, numbers exact; the same for the same tables."""
    data = json.loads(json.dumps(made().to_dict(), ensure_ascii=False))
    assert data == made().to_dict()
    assert (data["format"], data["rules"], data["money"], data["values_first"]) == (
        FORMAT,
        "wuhan-2023",
        "budget",
        None,
    )
    first = data["lines"][0]
    assert (first["kind"], first["unit"], first["matched_by"], first["score"]) == (
        "relative",
        "%",
        "level-and-name",
        "340/9",
    )
    assert first["value"]["face"] == "17/20"
    assert first["feeds"][1] == {
        "table": "甲", "row": 1, "name": "率", "target": "≥90%", "actual": "80%", "of_value": "8/17",
        "of_money": "1/2", "of_weight": "1/2", "lost": "20/9",
    }  # fmt: skip
    assert data["lines"][2]["reason"] == {"key": "reason.not-combinable", "args": {}}
    assert data["lines"][2]["kind"] is None
    assert data["projects"][0]["money"]["face"] == "1000000"
    assert data["table"]["table_id"] == "合"


def test_lines_by_name() -> None:
    """A line is found by its name if one has it."""
    assert made().line("率").location.row == 1
    with pytest.raises(KeyError):
        made().line("没有")


def test_sets_are_shown_in_the_line_s_unit() -> None:
    """A rate in per cent, a judgement in per cent of the weight, what has no unit plain."""
    result = made()
    values = [line.shown(line.value.possible) for line in result.lines if line.value is not None]
    assert values == ["[84.49975, 85.50025]%", "[94.97475%, 95.02525%)"]
    assert result.lines[2].shown(Interval.point(Fraction(1, 2))) == "0.5"
    assert result.lines[2].unit_base == ""
    assert result.lines[0].unit_base == "%"


def test_a_line_without_a_score_shows_its_name() -> None:
    """A line with a value and no weight has no derivation but what is said of the weight."""
    line = aggregate([table("甲", row("≥3人", "3人", weight=None))], rules=WUHAN).lines[0]
    assert line.text() == "1 指标: not scored: there is no usable weight"
    assert (line.exact, line.share_earned, line.lost) == (None, None, None)
    bare = ps.SelfAssessment(table_id="乙", goals=[ps.Goal(children=[row("≥3人", "3人")])])
    assert aggregate([bare], rules=WUHAN).execution.text("zh") == "预算执行: 预算数或执行数缺失"


def test_a_notebook_shows_the_lines_with_what_fed_them() -> None:
    """Weight, derivation, points lost and the cells of the projects; everything escaped."""
    shown = made()._repr_html_()
    assert "<caption>合（2 张表，wuhan-2023）：" in shown
    assert "<td>1</td><td>率</td><td>40</td><td>40 × 85%/90% = 37.7777… → 37.78</td>" in shown
    assert "<td>乙 90%；甲 80%</td>" in shown
    named = aggregate([table("<b>", row("≥1人", "1人", name="<i>"))], rules=WUHAN)._repr_html_()
    assert "<td>&lt;i&gt;</td>" in named
    assert "<b>" not in named
