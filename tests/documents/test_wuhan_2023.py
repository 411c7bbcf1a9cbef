"""The ten tables of Wuhan 2023: every total, every anomaly, nothing else.

The expected values are worked out by hand from the document and its notes: the sets of totals from
the weights of the qualitative lines (80 % to 100 % where the result is reached, 50 % to 80 %, its
upper end open, where it is partly reached).
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

import perfscore as ps
from perfscore._text import decimal_text
from perfscore.findings import VerdictKind
from perfscore.scoring import interval_text
from perfscore.verdicts import Subject

TABLES = Path(__file__).parents[2] / "examples" / "tables"
RULES = ps.load_rules("wuhan-2023")

# table, indicators, total, totals that the rules admit
EXPECTED = [
    ("002-01", 34, "99.69", "[98.29, 99.69]"),
    ("002-02", 13, "98.9", "98.9"),
    ("002-03", 21, "96.79", "[91.79, 96.79)"),
    ("002-04", 6, "98.17", "[96.17, 98.17]"),
    ("002-05", 18, "99.59", "99.59"),
    ("002-06", 17, "98.88", "[90.88, 97.88)"),
    ("002-07", 7, "100", "100"),
    ("002-08", 12, "99.79", "[96.99, 99.79]"),
    ("002-09", 14, "98.7", "98.7"),
    ("002-10", 24, "95.79", "95.79"),
]

# Lines that the rules do not score in full, with the score worked out from A, B and W.
MISSED = [
    ("002-01", "评选“武汉市技能大师”人数", 2 * Fraction(49, 50), "1.96"),
    ("002-01", "博士后津贴发放人数", 2 * Fraction(41, 45), "1.82"),
    ("002-02", '参与“三支一扶"人数', 4 * Fraction(153, 200), "3.06"),
    ("002-03", "工勤人员技术等级考核人数", 2 * Fraction(3564, 9000), "0.79"),
    ("002-04", "博士后津贴发放人数", 10 * Fraction(41, 45), "9.11"),
    ("002-08", "开展教师教学交流活动场次", 5 * Fraction(93, 94), "4.95"),
    ("002-09", "当年招生人数", 4 * Fraction(696, 700), "3.98"),
    ("002-10", "享受公益性岗位补贴人员数量", 2 * Fraction(7160, 8000), "1.79"),
    ("002-10", "享受职业技能鉴定补贴人员数量", Fraction(0), "0"),
    ("002-10", "国家级高技能人才培训基地建设数量", Fraction(0), "0"),
]

# Budget execution: budget, executed, score.
EXECUTION = [
    ("002-01", "84416.43", "84015.98", "19.91"),
    ("002-02", "8146.59", "8082.53", "19.84"),
    ("002-03", "1564.94", "1564.94", "20"),
    ("002-04", "1438.09", "1370.77", "19.06"),
    ("002-05", "5199.72", "5093.58", "19.59"),
    ("002-06", "4375.22", "4348.62", "19.88"),
    ("002-07", "442.8", "442.8", "20"),
    ("002-08", "4524.63", "4487.56", "19.84"),
    ("002-09", "1554.86", "1455.58", "18.72"),
    ("002-10", "10493.86", "10493.86", "20"),
]

# Every finding, by table, code and row: nothing else may be found.
FINDINGS = [
    ("002-03", "L002", "推进劳动保障监察执法效能建设"),
    ("002-03", "T004", "总分"),
    ("002-06", "L001", "提升区域社会保障水平"),
    ("002-06", "T003", "总分"),
    ("002-06", "F003", "投诉、疑难问题处置回告时间"),
    ("002-07", "F003", "劳务派遣人员年均工资"),
]


def _table(table_id: str) -> ps.SelfAssessment:
    return ps.from_json((TABLES / f"{table_id}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("table_id", "indicators", "total", "admitted"), EXPECTED)
def test_totals(table_id: str, indicators: int, total: str, admitted: str) -> None:
    """Each total is recomputed, with the set of totals that the rules admit."""
    table = _table(table_id)
    card = ps.score(table, rules=RULES)
    assert len(card.lines) == indicators
    assert card.total.decided == Fraction(total)
    assert card.total.admitted is not None
    assert interval_text(card.total.admitted) == admitted
    assert card.total.weight == 100
    assert card.total.follows is (table_id not in {"002-03", "002-06"})
    assert table.total is not None
    assert table.total.text == total


@pytest.mark.parametrize(("table_id", "name", "exact", "printed"), MISSED)
def test_lines_that_miss_their_target(table_id: str, name: str, exact: Fraction, printed: str) -> None:
    """A missed line scores the ratio of its figures, rounded half up, and so claims the document."""
    table = _table(table_id)
    (number,) = [row.number for row in table.rows if row.indicator.name == name]
    line = ps.score(table, rules=RULES).lines[number - 1]
    claimed = table.indicators[number - 1].claimed
    assert line.exact == exact
    assert line.printed == Fraction(printed)
    assert claimed is not None
    assert claimed.text == printed


@pytest.mark.parametrize("table_id", [row[0] for row in EXPECTED])
def test_all_other_quantitative_lines_score_in_full(table_id: str) -> None:
    """No line is below its weight but those listed and the qualitative ones."""
    missed = {(table, name) for table, name, _, _ in MISSED}
    for line in ps.score(_table(table_id), rules=RULES).lines:
        if line.printed is not None and (table_id, line.location.name) not in missed:
            assert line.printed == line.weight


@pytest.mark.parametrize(("table_id", "budget", "executed", "printed"), EXECUTION)
def test_execution(table_id: str, budget: str, executed: str, printed: str) -> None:
    """Budget execution scores 20 × executed/budget of the unrounded amounts."""
    line = ps.score(_table(table_id), rules=RULES).execution
    assert line is not None
    assert line.exact == 20 * Fraction(executed) / Fraction(budget)
    assert line.printed == Fraction(printed)


def test_findings_are_the_errors_of_the_document_and_nothing_else() -> None:
    """The band that was left, the edge that was taken, what follows for the totals, two mere bounds."""
    found = [
        (table_id, finding.code, finding.location.name)
        for table_id, *_ in EXPECTED
        for finding in ps.verify(_table(table_id), rules=RULES, ignore=["O"]).findings
    ]
    assert found == FINDINGS


def test_targets_that_were_reached_at_a_multiple() -> None:
    """Each actual value of at least twice its target is told, and no other: the ratios by hand."""
    found = [
        (table_id, dict(finding.message.args)["times"])
        for table_id, *_ in EXPECTED
        for finding in ps.verify(_table(table_id), rules=RULES, select=["O"]).findings
    ]
    assert found == [
        ("002-01", decimal_text(Fraction(165, 80))),
        ("002-01", decimal_text(Fraction(16801, 8000))),
        ("002-02", decimal_text(Fraction(4800, 2000))),
        ("002-02", decimal_text(Fraction(1130, 500))),
        ("002-03", decimal_text(Fraction(13377, 2000))),
        ("002-03", decimal_text(Fraction("103.3") / 30)),
        ("002-03", decimal_text(Fraction("93.19") / 2)),
        ("002-04", "2"),
        ("002-04", decimal_text(Fraction(74, 30))),
        ("002-05", decimal_text(Fraction("14.9") / 2)),
        ("002-06", decimal_text(Fraction("36.03") / Fraction("16.1"))),
        ("002-09", decimal_text(Fraction(623, 100))),
        ("002-09", decimal_text(Fraction(38995, 10000))),
        ("002-10", decimal_text(Fraction(9, 4))),
    ]


def test_every_figure_has_a_verdict_and_none_is_open() -> None:
    """Each line, execution score, rate, printed weight and both readings of the total are judged."""
    for table_id, indicators, *_ in EXPECTED:
        verdicts = ps.verify(_table(table_id), rules=RULES).verdicts
        subjects = [verdict.subject for verdict in verdicts]
        assert subjects.count(Subject.LINE) == indicators
        for subject in (
            Subject.EXECUTION_SCORE,
            Subject.EXECUTION_RATE,
            Subject.TOTAL,
            Subject.TOTAL_BY_RULES,
        ):
            assert subjects.count(subject) == 1
        assert subjects.count(Subject.WEIGHTS) > 4
        assert VerdictKind.OPEN not in {verdict.kind for verdict in verdicts}


def test_the_band_that_was_left() -> None:
    """一定程度提升 is partly reached: 9 of 10 lies above [5, 8), and 98.88 out of reach."""
    result = ps.verify(_table("002-06"), rules=RULES)
    band, total = (item.message.to_record()["args"] for item in result.findings[:2])
    assert band == {
        "actual": "一定程度提升",
        "result": "partly reached",
        "band": "[5, 8)",
        "claimed": "9",
        # The highest score below 8; 8 itself, if the edge belongs to both bands.
        "distance": {
            "key": "distance.nearest",
            "args": {
                "off": "1.01",
                "least": "1",
                "nearest": {"key": "convention.band-edges", "args": {}},
            },
        },
    }
    assert isinstance(total, dict)
    assert (total["claimed"], total["admitted"]) == ("98.88", "[90.88, 97.88)")
    assert total["causes"] == "提升区域社会保障水平"
    assert result.findings[0].clause == "wuhan-2023 §3"
    wrong = [verdict for verdict in result.verdicts if verdict.kind is VerdictKind.INCONSISTENT]
    assert [verdict.subject for verdict in wrong] == [Subject.LINE, Subject.TOTAL_BY_RULES]


def test_the_edge_that_belongs_to_the_band_above() -> None:
    """一定程度推进 with 8 of 10 holds only if the edge belongs to both bands, and 96.79 with it."""
    result = ps.verify(_table("002-03"), rules=RULES)
    assert result.is_consistent
    edge = result.findings[0]
    assert (edge.code, edge.severity) == ("L002", ps.Severity.WARNING)
    assert (
        "推进劳动保障监察执法效能建设 scored under the convention that it follows"
        in result.findings[1].text()
    )
    kinds = {
        verdict.subject: verdict.kind
        for verdict in result.verdicts
        if verdict.kind is VerdictKind.BY_CONVENTION
    }
    assert kinds == dict.fromkeys((Subject.LINE, Subject.TOTAL_BY_RULES), VerdictKind.BY_CONVENTION)


def test_directions_that_no_sign_decides() -> None:
    """Unsigned zero targets of crime and incidents are negative by their names, and met."""
    decided = {}
    for table_id in ("002-09", "002-10"):
        for line in ps.score(_table(table_id), rules=RULES).lines:
            by = line.basis.decided_by
            if by is not None and by.key == "direction.term":
                decided[line.location.name] = by.label("en")
    assert decided == {
        "学生违法犯罪率": "the name ends in 违法犯罪率, lower is better",
        "因就业问题发生重大群体性事件数量": "the name ends in 群体性事件数量, lower is better",
    }
