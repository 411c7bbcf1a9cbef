"""Wuchang district 2024: scores told in prose, 16 points for execution and 21 goals worth 84, total 99.

The expected values are worked out from the figures of the document.
"""

from __future__ import annotations

from fractions import Fraction

from perfscore.findings import Message, VerdictKind
from perfscore.verdicts import Subject
from tests.documents.disclosures import report_of, told

NAME = "武昌区人力资源局 2024"
FINDINGS = [
    # 16 for 100 % and 84 for 21 goals, all reached, make 100.
    ("001-02", "T003", "总分"),
    # 30,350 of 22,000 is 137.95 %, printed 119 %.
    ("001-03", "S002", "城镇新增就业人数"),
    # 2.6 of 19,115.68 is 0.0136 %, printed 0.1 %.
    (NAME, "S002", "一般公共服务支出占一般公共预算财政拨款支出"),
    # Six items add to 17,539.25 of 17,531.53.
    (NAME, "S004", "项目支出"),
    # 19,115.68 is all spending; of the project spending of 17,531.53 it is 109 %, printed 100 %.
    (NAME, "S002", "绩效自评资金占一般公共预算项目支出总额"),
    (NAME, "S005", "公益岗安置经费"),
    (NAME, "S005", "公益性岗位差额"),
    (NAME, "S005", "支农返汉人员及家属帮扶补贴"),
    (NAME, "S005", "国家公共就业服务能力提升示范项目"),
]


def test_findings() -> None:
    """Every anomaly of the document is told, and nothing else but what its table does not print."""
    assert told("001", beside=("R003",)) == FINDINGS


def test_the_figures() -> None:
    """Gaps and computed figures are those worked out by hand."""
    args = {
        (finding.code, finding.location.name): dict(finding.message.args)
        for finding in report_of("001").findings
    }
    parts = sum(map(Fraction, ("331.91", "23.43", "11238.35", "5102.23", "770.03", "73.3")))
    assert parts - Fraction("17531.53") == Fraction("7.72")
    stated = args["S004", "项目支出"]
    assert stated["computed"] == "17539.25"
    # Five of the parts stand for ±0.005, 73.3 for ±0.05: 17539.175 prints 17539.18.
    assert stated["distance"] == Message.of("distance.printed", off="7.72", least="7.65")
    assert str(args["S002", "城镇新增就业人数"]["computed"]).startswith("137.95")
    assert args["T003", "总分"]["admitted"] == "100"


def test_the_twenty_one_goals() -> None:
    """The prose counts 21 goals, and 21 are told."""
    counted = [
        item
        for item in report_of("001").verification.verdicts
        if item.location.table == "001-02" and item.claimed == "21"
    ]
    assert [item.kind for item in counted] == [VerdictKind.CONSISTENT]


def test_the_table_without_scores_is_open() -> None:
    """A table that prints neither weights nor scores has open lines, and its execution rate holds."""
    (table,) = report_of("001").verification.tables
    assert table.is_consistent
    kinds = {item.kind for item in table.verdicts if item.subject is Subject.LINE}
    assert kinds == {VerdictKind.OPEN}
    (rate,) = [item for item in table.verdicts if item.subject is Subject.EXECUTION_RATE]
    assert rate.kind is VerdictKind.CONSISTENT
