"""Dongxihu district's budget 2023: target tables, and the figures of its prose and public tables.

The expected values are worked out from the figures of the document.
"""

from __future__ import annotations

from perfscore.findings import Message, VerdictKind
from tests.documents.disclosures import report_of, told

NAME = "武汉市东西湖区人力资源和社会保障局 2023"

ERRORS = [
    # 17 + 4 + 10 + 6 is 37, printed 18.5; the table is printed twice.
    ("004-07", "B008", "一次性创业补贴"),
    ("004-08", "B008", "一次性创业补贴"),
    # 11347.87 by 12937.8 is 87.71 %, printed 87.3 %.
    (NAME, "S002", "项目支出占比"),
    # 1368.38 by 7716.25 is 17.73 %, printed 17.8 %.
    (NAME, "S003", "项目支出"),
    # 3231.05 + 5000 is 8231.05, printed 8321.05.
    (NAME, "S004", "2021年收入合计"),
    # 4001 + 500 + 121 is 4622, printed 4619.
    (NAME, "S004", "2022年纳入额度管理的编外聘用人员"),
]

WARNINGS = [
    # 按标准发放 is the target of the row above.
    ("004-01", "O007", "日常招聘活动"),
    ("004-01", "O002", "机房核心设备可持续正常使用"),
    ("004-01", "O002", "事业单位公开招聘人员、人才引进和人员调配人数"),
    # Historical data of years for which no target was set.
    ("004-01", "O007", "劳动监察日常巡查次数"),
    # 45 a year for the long term, 45 a month for the year.
    ("004-02", "O004", "服务费发放标准"),
    ("004-05", "O002", "事业单位公开招聘人员、人才引进和人员调配人数"),
    ("004-07", "O007", "日常招聘活动"),
    ("004-08", "O007", "日常招聘活动"),
    ("004-09", "O007", "劳动监察日常巡查次数"),
    ("004-10", "O002", "机房核心设备可持续正常使用"),
]


def test_errors_and_warnings() -> None:
    """Every anomaly of the document is told, and nothing else but notes on targets."""
    assert told("004", beside=("O003", "O006")) == ERRORS + WARNINGS


def test_gaps() -> None:
    """The differences by hand, and what half a unit of each printed digit leaves of them."""
    args = {
        (finding.code, finding.location.name): dict(finding.message.args)
        for finding in report_of("004").findings
    }
    # 5000 has half a unit of 万元 of slack, 3231.05 half a hundredth: 8231.555 prints 8231.56.
    wrong = args["S004", "2021年收入合计"]
    assert wrong["computed"] == "8231.05"
    assert wrong["distance"] == Message.of("distance.printed", off="90", least="89.49")
    people = args["S004", "2022年纳入额度管理的编外聘用人员"]
    assert people["distance"] == Message.of("distance.off", off="3")
    assert str(args["S002", "项目支出占比"]["computed"]).startswith("87.71")
    assert str(args["S003", "项目支出"]["computed"]).startswith("17.73")
    assert args["B008", "一次性创业补贴"]["computed"] == "37"


def test_five_indicators_without_a_history() -> None:
    """In two tables, five rows name historical data for a target that was set for the first time."""
    places = [
        (finding.location.table, 1 + len(finding.also))
        for finding in report_of("004").findings
        if finding.code == "O007" and finding.location.name == "劳动监察日常巡查次数"
    ]
    assert places == [("004-01", 5), ("004-09", 5)]


def test_all_other_sums_and_shares_hold() -> None:
    """Thirty-nine stated figures, four of them wrong; of the budgets only one item is."""
    verdicts = report_of("004").verification.verdicts
    stated = [item for item in verdicts if item.location.table == NAME]
    wrong = [item for item in stated if item.kind is VerdictKind.INCONSISTENT]
    assert (len(stated), len(wrong)) == (39, 4)
    assert not [item for item in verdicts if item.kind is VerdictKind.OPEN]
    money = [item for item in verdicts if item.location.table != NAME]
    assert sum(item.kind is VerdictKind.INCONSISTENT for item in money) == 2
