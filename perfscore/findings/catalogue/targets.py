"""O: what was set as a target, apart from whether it was reached."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="O",
    zh="绩效目标",
    en="targets",
    kinds=(
        FindingKind(
            code="O001",
            slug="target-asks-nothing",
            severity=Severity.NOTE,
            zh="目标值过低",
            en="Target asks for little",
            zh_message="实际完成值“{actual}”是目标值“{target}”的 {times} 倍",
            en_message="the actual value {actual!r} is {times} times the target {target!r}",
        ),
        FindingKind(
            code="O002",
            slug="target-below-last-year",
            severity=Severity.WARNING,
            zh="目标值低于上年",
            en="Target below last year's value",
            zh_message="目标值“{target}”劣于上年的“{last_year}”",
            en_message="the target {target!r} asks for less than last year's {last_year!r}",
        ),
        FindingKind(
            code="O003",
            slug="target-unchanged",
            severity=Severity.NOTE,
            zh="目标值三年未变",
            en="Target unchanged for three years",
            zh_message="前年、上年、本年均为“{target}”",
            en_message="{target!r} in each of the three years",
            cause="",
        ),
        FindingKind(
            code="O004",
            slug="horizons-at-odds",
            severity=Severity.WARNING,
            zh="长期目标与年度目标相左",
            en="Long-term and annual target at odds",
            zh_message="长期目标为“{long_term}”，年度目标为“{annual}”：{reason}",
            en_message="the long-term target is {long_term!r}, the annual one {annual!r}: {reason}",
        ),
        FindingKind(
            code="O005",
            slug="no-target",
            severity=Severity.WARNING,
            zh="没有设定目标",
            en="No target",
            zh_message="目标值为“{target}”，没有设定目标，无从核对",
            en_message="the target is {target!r}: none was set, and nothing can be held against it",
        ),
        FindingKind(
            code="O006",
            slug="target-not-measurable",
            severity=Severity.NOTE,
            zh="目标值无法衡量",
            en="Target cannot be measured",
            zh_message="指标名称问的是数（“{term}”），目标值“{target}”却没有数",
            en_message=(
                "the indicator's name asks for a figure ({term}), and the target {target!r} gives none"
            ),
        ),
        FindingKind(
            code="O007",
            slug="basis-is-none",
            severity=Severity.WARNING,
            zh="确定依据不成其为依据",
            en="Basis is none",
            zh_message="指标值确定依据写作“{basis}”：{reason}",
            en_message="the basis of the value is given as {basis!r}: {reason}",
            cause="reason",
        ),
    ),
)
