"""F: target and actual figures, each for itself and beside the other."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="F",
    zh="目标值与实际值",
    en="target and actual figures",
    kinds=(
        FindingKind(
            code="F001",
            slug="unit-differs",
            severity=Severity.WARNING,
            zh="目标值与实际值单位不同",
            en="Target and actual in different units",
            zh_message="目标值“{target}”与实际值“{actual}”单位不同，未核对得分 {claimed}",
            en_message=(
                "target {target!r} and actual {actual!r} differ in their unit; the claimed {claimed} was not "
                "checked"
            ),
        ),
        FindingKind(
            code="F002",
            slug="kind-differs",
            severity=Severity.WARNING,
            zh="目标值与实际值不是同类内容",
            en="Target and actual of different kinds",
            zh_message="目标值“{target}”与实际值“{actual}”不是同类内容，规则无从比较，未核对得分 {claimed}",
            en_message=(
                "target {target!r} and actual {actual!r} are of different kinds; the rules cannot compare "
                "them, and the claimed {claimed} was not checked"
            ),
        ),
        FindingKind(
            code="F003",
            slug="actual-is-bound",
            severity=Severity.NOTE,
            zh="实际完成值只是界限",
            en="Actual value is only a bound",
            zh_message="实际完成值“{actual}”只给出界限，不是完成数；可得分数为 {admitted}",
            en_message=(
                "the actual value {actual!r} gives a bound and no figure; the scores that it admits are "
                "{admitted}"
            ),
        ),
        FindingKind(
            code="F004",
            slug="actual-is-sentence",
            severity=Severity.NOTE,
            zh="实际完成值是一段文字",
            en="Actual value is a sentence",
            zh_message=(
                "目标值“{target}”是数字，实际完成值“{actual}”是一段文字，其中有数字而无从确定哪一个是完成数，"
                "未核对得分 {claimed}"
            ),
            en_message=(
                "the target {target!r} is a figure, the actual value {actual!r} a sentence with figures in "
                "it; which of them was reached is not said, and the claimed {claimed} was not checked"
            ),
        ),
        FindingKind(
            code="F005",
            slug="excess-digits",
            severity=Severity.WARNING,
            zh="小数位数超出计量单位所能有",
            en="More digits than the unit allows",
            zh_message="“{text}”带小数，而“{unit}”只能是整数",
            en_message="{text!r} has a fraction, and {unit} can only be counted in whole numbers",
        ),
        FindingKind(
            code="F006",
            slug="rate-impossible",
            severity=Severity.ERROR,
            zh="比率不可能出现",
            en="Rate impossible",
            zh_message="{cases} 例之中任何整数例均得不出 {rate}，最接近的是 {nearest}",
            en_message="no whole number out of {cases} cases gives {rate}; the nearest is {nearest}",
        ),
        FindingKind(
            code="F007",
            slug="figures-conflict",
            severity=Severity.WARNING,
            zh="同一指标数字不一",
            en="One indicator, two figures",
            zh_message="同名且目标相同的指标在第 {other} 行的实际完成值为“{there}”，此处为“{here}”",
            en_message=(
                "the same indicator with the same target has the actual value {there!r} in row {other}, and "
                "{here!r} here"
            ),
        ),
        FindingKind(
            code="F008",
            slug="row-shifted",
            severity=Severity.WARNING,
            zh="该行单元格错位",
            en="Row shifted by a cell",
            zh_message="指标名称“{name}”是一个目标值，该行各格似错开一格，未按其票面核对得分 {claimed}",
            en_message=(
                "the indicator's name {name!r} is a target: the cells of the row seem to stand one too far; "
                "the claimed {claimed} was not checked as it stands"
            ),
        ),
    ),
)
