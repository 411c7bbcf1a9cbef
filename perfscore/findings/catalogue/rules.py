"""P: rules that are silent, or not in force."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="P",
    zh="规则",
    en="the rules",
    kinds=(
        FindingKind(
            code="P001",
            slug="rule-silent",
            severity=Severity.NOTE,
            zh="规则未作规定",
            en="The rules are silent",
            zh_message=(
                "目标值“{target}”、实际值“{actual}”：{reason}，规则未规定如何计分，未核对得分 {claimed}"
            ),
            en_message=(
                "target {target!r}, actual {actual!r}: {reason}; the rules do not say how this is scored, "
                "and the claimed {claimed} was not checked"
            ),
        ),
        FindingKind(
            code="P002",
            slug="rules-not-in-force",
            severity=Severity.NOTE,
            zh="规则在该年度未施行",
            en="Rule set not in force",
            zh_message="表属 {year} 年度，规则 {rules} 的适用期为 {validity}",
            en_message="the table is of {year}; the rule set {rules} is valid {validity}",
        ),
    ),
)
