"""Dongxihu district 2020: eight project tables, two of them cut off by the page, and what the prose tells.

The document prints weights of level 1 only. The expected values are worked out from its figures.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import perfscore as ps
from perfscore.findings import VerdictKind
from perfscore.verdicts import Subject
from tests.documents.disclosures import report_of, told

if TYPE_CHECKING:
    from perfscore.checks import Verification

NOTES = ("P002", "W005", "F003", "R003", "O001")

FINDINGS = [
    # 1.18 after a rise by 1.1 is a rise from 0.08, not one of 14 %; told of the whole and of its only part.
    ("区人社局 2020", "S003", "“三公”经费财政拨款支出"),
    ("区人社局 2020", "S003", "公务接待支出"),
    # Targets that are figures or words, and actual values that are the other.
    ("003-01", "F002", "革命传统教育形势政策教育先进典型教育警示教育"),
    ("003-02", "F001", "社保五险扩面净增"),
    ("003-04", "F002", "招聘会横幅制作；展牌制作；招聘海报制作"),
    # 999 of 1120 scored 0: only a score cut off to whole points, of a weight of 1, is 0.
    ("003-05", "Q010", "完成重残、精准扶贫人员代缴（城乡养老）"),
    (
        "003-06",
        "F002",
        "对辖区内用人单位开展日常巡查，举报投诉调查，指导，督促全区开展监察执法工作（劳动保障监察大队）",
    ),
    # 31.2 of budget, nothing spent, 80 points.
    ("003-07", "B007", "预算执行"),
    ("区人社局 2020", "S005", "工业企业结构调整奖补资金"),
    # 5207 in one section, 4956 in another.
    ("区人社局 2020", "S006", "创业带动就业人数"),
    # 20 × 42 % from the printed rate, where 97.47/230 gives 8.48.
    ("003-02", "Q004", "预算执行"),
    ("003-04", "F004", "充分就业社区创建工作人员业务知识培训"),
    ("003-04", "F004", "日常招聘活动"),
    ("003-04", "R004", ""),
    ("003-05", "R004", ""),
    ("003-06", "L003", "通过监察执法、劳动争议调解仲裁等手段，促进区域劳动关系和谐稳定和经济发展"),
]


def _table(table_id: str) -> Verification:
    (found,) = [item for item in report_of("003").verification.tables if item.table == table_id]
    return found


def test_findings() -> None:
    """Every anomaly of the document is told, and nothing else but notes on what was not checked."""
    assert told("003", beside=NOTES) == FINDINGS


def test_the_notes() -> None:
    """What is left are the year, inferred weights, mere bounds, missing weights, a target met 2.8 times."""
    codes = {finding.code for finding in report_of("003").findings}
    assert codes - {code for _, code, _ in FINDINGS} == set(NOTES)
    multiples = [finding for finding in report_of("003").findings if finding.code == "O001"]
    # 4.2 by 1.5.
    assert [dict(finding.message.args)["times"] for finding in multiples] == ["2.8"]


def test_the_rate_that_was_rounded_first() -> None:
    """97.47/230 is 42.378 %, printed 42 %; 20 × 42 % is the claimed 8.4, so it is no fault."""
    verdict = _table("003-02").verdicts[0]
    assert verdict.subject is Subject.EXECUTION_SCORE
    assert verdict.kind is VerdictKind.BY_CONVENTION
    assert verdict.line is not None
    assert verdict.line.exact == 20 * Fraction("97.47") / 230
    assert verdict.line.printed == Fraction("8.48")


def test_weights_of_single_lines_are_those_of_their_level() -> None:
    """The only line of 满意度指标 (20 points) in 003-01 has its 20 points."""
    (line,) = [item for item in _table("003-01").card.lines if item.location.row == 5]
    assert line.weight == 20


def test_tables_that_end_at_the_page() -> None:
    """What a page cuts off is open: no sum, no total, no weight of the last level is held against it."""
    for table_id, rows in (("003-04", 10), ("003-05", 13)):
        result = _table(table_id)
        assert result.is_consistent
        kinds = {verdict.subject: verdict.kind for verdict in result.verdicts}
        assert kinds[Subject.TOTAL] is VerdictKind.OPEN
        (cut,) = [finding for finding in result.findings if finding.code == "R004"]
        assert dict(cut.message.args)["rows"] == rows


def test_totals() -> None:
    """Each printed total is the sum of its lines: 100, 88.4, 99.5, 100, 80, 0."""
    claimed = {
        "003-01": "100",
        "003-02": "88.4",
        "003-03": "99.5",
        "003-06": "100",
        "003-07": "80",
        "003-08": "0",
    }
    for table_id, total in claimed.items():
        (verdict,) = [item for item in _table(table_id).verdicts if item.subject is Subject.TOTAL]
        assert (verdict.claimed, verdict.kind) == (total, VerdictKind.CONSISTENT)


def test_the_narrative_of_the_employment_fund() -> None:
    """Its ten degrees of completion follow from their figures, 111.03 % of 13101 by 11800 among them."""
    verdicts = [
        item
        for item in report_of("003").verification.verdicts
        if item.location.table == "003-09" and item.claimed is not None and item.claimed.endswith("%")
    ]
    assert len(verdicts) >= 10
    assert {item.kind for item in verdicts} == {VerdictKind.CONSISTENT}


def test_the_report_reads_in_both_languages() -> None:
    """The whole report is text in Chinese and in English, and JSON."""
    result = report_of("003")
    assert "创业带动就业人数" in result.text("zh")
    assert "not checked" in result.text("en")
    assert ps.VerdictKind.OPEN in {item.kind for item in result.not_checked}
