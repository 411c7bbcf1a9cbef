"""T: subtotals and totals, held against lines and rules."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="T",
    zh="小计与总分",
    en="subtotals and totals",
    kinds=(
        FindingKind(
            code="T001",
            slug="total-mismatch",
            severity=Severity.ERROR,
            zh="总分与各行得分合计不符",
            en="Total differs from the sum of its lines",
            zh_message="总分 {claimed}，各行得分合计 {computed}，{distance}",
            en_message="claimed total {claimed}, the claimed lines add to {computed}: {distance}",
        ),
        FindingKind(
            code="T002",
            slug="subtotal-mismatch",
            severity=Severity.ERROR,
            zh="小计与各行得分合计不符",
            en="Subtotal differs from the sum of its lines",
            zh_message="小计 {claimed}，各行得分合计 {computed}，{distance}",
            en_message="claimed subtotal {claimed}, the claimed lines add to {computed}: {distance}",
        ),
        FindingKind(
            code="T003",
            slug="total-unreachable",
            severity=Severity.ERROR,
            zh="按规则不可能得到该总分",
            en="Total cannot be reached by the rules",
            zh_message=("总分 {claimed} 不在规则允许的范围 {admitted} 之内，{distance}；原因：{causes}"),
            en_message=(
                "claimed total {claimed} lies outside what the rules admit, {admitted}: "
                "{distance}; because of: {causes}"
            ),
        ),
        FindingKind(
            code="T004",
            slug="total-by-convention",
            severity=Severity.NOTE,
            zh="总分按其他惯例成立",
            en="Total holds under another convention",
            zh_message="总分 {claimed} 不在规则允许的范围 {admitted} 之内，按“{convention}”成立",
            en_message=(
                "claimed total {claimed} lies outside what the rules admit, {admitted}; it follows under: "
                "{convention}"
            ),
        ),
    ),
)
