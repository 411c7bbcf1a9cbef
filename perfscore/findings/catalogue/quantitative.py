"""Q: scores of measured indicators, held against the formula of the rule set."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="Q",
    zh="定量得分",
    en="quantitative scores",
    kinds=(
        FindingKind(
            code="Q001",
            slug="score-mismatch",
            severity=Severity.ERROR,
            zh="得分与计分规则不符",
            en="Score does not follow from the rule",
            zh_message=("得分 {claimed}，按规则应为 {computed}（{derivation}），{distance}"),
            en_message=("claimed {claimed}, the rule gives {computed} ({derivation}): {distance}"),
        ),
        FindingKind(
            code="Q002",
            slug="score-above-weight",
            severity=Severity.ERROR,
            zh="得分超过分值",
            en="Score above the weight",
            zh_message="得分 {claimed} 超过分值 {weight}，多出 {gap}",
            en_message="claimed {claimed} is above the weight {weight}, by {gap}",
        ),
        FindingKind(
            code="Q003",
            slug="score-negative",
            severity=Severity.ERROR,
            zh="得分为负",
            en="Negative score",
            zh_message="得分 {claimed} 为负",
            en_message="claimed {claimed} is negative",
        ),
        FindingKind(
            code="Q004",
            slug="score-by-convention",
            severity=Severity.NOTE,
            zh="得分按其他惯例成立",
            en="Score holds under another convention",
            zh_message="得分 {claimed} 与规则所得 {computed} 不同，按“{convention}”可得（{derivation}）",
            en_message=(
                "claimed {claimed} is not what the rule gives, {computed} ({derivation}); it follows under: "
                "{convention}"
            ),
            cause="convention",
        ),
        FindingKind(
            code="Q005",
            slug="score-by-rounding",
            severity=Severity.NOTE,
            zh="得分仅在计入印刷精度后成立",
            en="Score holds only by rounding",
            zh_message="按票面值得 {computed}（{derivation}），计入印刷精度后可得 {claimed}",
            en_message=(
                "the face values give {computed} ({derivation}); values that print alike give {claimed}"
            ),
        ),
        FindingKind(
            code="Q006",
            slug="full-marks-for-a-miss",
            severity=Severity.ERROR,
            zh="未达标仍得满分",
            en="Missed with full marks",
            zh_message=("目标未达成而得满分 {claimed}，按规则应为 {computed}（{derivation}），{distance}"),
            en_message=(
                "the target was missed and the score is the full {claimed}; the rule gives {computed} "
                "({derivation}): {distance}"
            ),
        ),
        FindingKind(
            code="Q007",
            slug="points-off-for-a-hit",
            severity=Severity.ERROR,
            zh="已达标却扣分",
            en="Met with points deducted",
            zh_message=("目标已达成，按规则应得满分 {computed}（{derivation}），自评 {claimed}，{distance}"),
            en_message=(
                "the target was met, the rule gives the full {computed} ({derivation}); claimed {claimed}: "
                "{distance}"
            ),
        ),
        FindingKind(
            code="Q008",
            slug="nothing-for-a-part",
            severity=Severity.ERROR,
            zh="部分完成而得零分",
            en="Partly done, scored nothing",
            zh_message=("已完成一部分而得 {claimed} 分，按规则应为 {computed}（{derivation}），{distance}"),
            en_message=(
                "part of the target was reached and the score is {claimed}; the rule gives {computed} "
                "({derivation}): {distance}"
            ),
        ),
        FindingKind(
            code="Q009",
            slug="score-without-weight",
            severity=Severity.ERROR,
            zh="任何分值均不能得出该得分",
            en="No weight explains the score",
            zh_message=(
                "目标“{target}”、实际“{actual}”、得分 {claimed}：无论分值为多少（至多 {most}），"
                "按规则均不能得出该得分"
            ),
            en_message=(
                "target {target!r}, actual {actual!r}, claimed {claimed}: no weight, up to {most}, gives "
                "this score by the rule"
            ),
        ),
        FindingKind(
            code="Q010",
            slug="nothing-by-convention",
            severity=Severity.WARNING,
            zh="仅按其他惯例才得零分",
            en="Nothing, and only by another convention",
            zh_message=(
                "已完成一部分而得 {claimed} 分，按规则应为 {computed}（{derivation}）；"
                "仅按“{convention}”才得零分"
            ),
            en_message=(
                "part of the target was reached and the score is {claimed}; the rule gives {computed} "
                "({derivation}), and nothing is left only under: {convention}"
            ),
            cause="convention",
        ),
    ),
)
