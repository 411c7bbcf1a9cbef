"""The eight tables of Jiang'an district 2023, and what its prose tells of them.

The document prints weights of level 1 or of goals only; those of the lines are inferred. The figures
are worked out from the printed cells.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

import perfscore as ps
from perfscore.findings import VerdictKind
from perfscore.verdicts import Subject
from tests.documents.disclosures import report_of

if TYPE_CHECKING:
    from perfscore.checks import Verification

RULES = ps.load_rules("wuhan-2023")
NOTES = ("W005", "F003")

# Findings beside what is inferred or only a bound: table, code, name.
FINDINGS = [
    # 29 + 19 + 29 for the goals and 20 for execution.
    ("000-01", "W001", ""),
    # A target of 0 of a thing one wants more of.
    ("000-01", "P001", "享受社会保险补贴人员数量"),
    ("000-01", "P001", "享受公益性岗位补贴人员数量"),
    ("000-01", "O006", "事业单位公开招聘人数"),
    # 36.83/37.48 is the printed 98.27 %, the other way round.
    ("000-02", "B006", "预算执行"),
    # 90 % wanted, 100 % reached, 9 of the 10 points of its level.
    ("000-02", "Q007", "公共就业服务满意度"),
    ("000-02", "O005", "招聘活动开展情况"),
    ("000-02", "O005", "零就业家庭帮扶率"),
    ("000-02", "O006", "就业政策补贴发放率"),
    ("000-03", "B006", "预算执行"),
    # 4.5 and 4.5 of 10, both met.
    ("000-03", "W004", ""),
    ("000-03", "P001", "享受社会保险补贴人员数量"),
    ("000-03", "P001", "享受公益性岗位补贴人员数量"),
    ("000-03", "F004", "城镇调查失业率"),
    ("000-04", "F002", "依法依规、和谐办案、及时化解矛盾、有效解决劳资纠纷"),
    # The name of the row is its target.
    ("000-04", "F008", "97%≤执行率≤100%"),
    # 20 × 93.68/99.81 is 18.77, claimed 20.
    ("000-06", "B001", "预算执行"),
    # A line alone below 10 points that met its target; 29 of 30 for 无 and 无 may be judged.
    ("000-06", "Q007", "职工满意度"),
    ("000-07", "Q007", "档案管理满意度"),
    # 135.54 of 40.2, in the prose as in the table: not swapped.
    ("000-07", "B004", "预算执行"),
    # 20 × 10.29/12.5 is 16.46, claimed 20.
    ("000-08", "B001", "预算执行"),
    ("000-08", "Q007", "用人单位对招录人员满意度"),
    # 98.46 at most: 100 less 3.54 of execution, and whole satisfaction.
    ("000-08", "T003", "总分"),
    ("000-08", "O006", "事业单位公开招聘人数"),
]


def _table(table_id: str) -> Verification:
    (found,) = [item for item in report_of("000").verification.tables if item.table == table_id]
    return found


def test_findings() -> None:
    """Every anomaly of the tables is told, and no other."""
    found = [
        (table.table, finding.code, finding.location.name)
        for table in report_of("000").verification.tables
        for finding in table.findings
        if finding.code not in NOTES
    ]
    assert found == FINDINGS


def test_the_prose() -> None:
    """45 shares, 9 changes, 12 sums, 66 repeated figures and 8 projects agree with the tables and with each other."""
    assert report_of("000").verification.findings == ()


def test_swapped_columns_score_less() -> None:
    """Read the other way round, 51.83 % of 20 points are 10.37, claimed 20; 98.27 % are 19.65."""
    computed = {
        table_id: dict(_table(table_id).findings[0].message.args)["computed"]
        for table_id in ("000-02", "000-03")
    }
    assert computed == {"000-02": "19.65", "000-03": "10.37"}
    assert round(20 * Fraction("36.83") / Fraction("37.48"), 2) == Fraction("19.65")
    assert round(20 * Fraction("7931.02") / Fraction("15301.56"), 2) == Fraction("10.37")


def test_spending_above_the_budget_scores_in_full() -> None:
    """135.54 of 40.2 is 337.16 %, printed so, and capped at 20 of 20."""
    result = _table("000-07")
    execution = result.card.execution
    assert execution is not None
    assert execution.basis.ratio == Fraction("135.54") / Fraction("40.2")
    assert execution.printed == 20
    kinds = {verdict.subject: verdict.kind for verdict in result.verdicts}
    assert kinds[Subject.EXECUTION_RATE] is kinds[Subject.EXECUTION_SCORE] is VerdictKind.CONSISTENT


@pytest.mark.parametrize("table_id", [f"000-{number:02}" for number in range(1, 9)])
def test_totals_are_the_sums_of_their_lines(table_id: str) -> None:
    """Wrong lines or not, each department added up rightly."""
    (total,) = [verdict for verdict in _table(table_id).verdicts if verdict.subject is Subject.TOTAL]
    assert total.kind is VerdictKind.CONSISTENT


def test_all_lines_but_those_of_one_level_have_a_verdict() -> None:
    """Only 4.5 and 4.5, and lines that cannot be compared, stay open."""
    open_lines = [
        (table.table, verdict.location.row)
        for table in report_of("000").verification.tables
        for verdict in table.verdicts
        if verdict.subject is Subject.LINE and verdict.kind is VerdictKind.OPEN
    ]
    assert open_lines == [
        ("000-01", 2),
        ("000-01", 3),
        ("000-02", 3),
        ("000-02", 4),
        ("000-03", 2),
        ("000-03", 3),
        ("000-03", 12),
        ("000-03", 16),
        ("000-03", 17),
        ("000-04", 6),
        ("000-04", 7),
    ]
