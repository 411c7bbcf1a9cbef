"""W: weights that do not add up, or that no score agrees with."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="W",
    zh="分值",
    en="weights",
    kinds=(
        FindingKind(
            code="W001",
            slug="table-weights",
            severity=Severity.ERROR,
            zh="全表分值合计不符",
            en="Weights of the table do not add up",
            zh_message="各部分分值合计 {sum}，应为 {expected}",
            en_message="the weights of the parts add to {sum}, expected {expected}",
        ),
        FindingKind(
            code="W002",
            slug="level-weights",
            severity=Severity.ERROR,
            zh="下级分值合计不符",
            en="Weights below a level do not add up",
            zh_message="印出的分值为 {weight}，其下各项合计 {sum}",
            en_message="the printed weight is {weight}, the parts below it add to {sum}",
        ),
        FindingKind(
            code="W003",
            slug="weight-negative",
            severity=Severity.ERROR,
            zh="分值为负",
            en="Negative weight",
            zh_message="分值 {weight} 为负，该行不能计分",
            en_message="the weight {weight} is negative; the line cannot be scored",
        ),
        FindingKind(
            code="W004",
            slug="weights-impossible",
            severity=Severity.ERROR,
            zh="任何分值均不能同时成立",
            en="No weights explain the scores",
            zh_message=(
                "该级分值为 {weight}；按各行得分与完成情况推算，各行分值之和只能为 {admitted}，"
                "{distance}；未达标的行：{missed}"
            ),
            en_message=(
                "the level's weight is {weight}; the scores and results of its lines admit only weights that "
                "add to {admitted}: {distance}; lines that missed their target: {missed}"
            ),
        ),
        FindingKind(
            code="W005",
            slug="weights-inferred",
            severity=Severity.NOTE,
            zh="分值系推算",
            en="Weights inferred",
            zh_message="{count} 行未印分值，由上级分值、得分和完成情况推算：{weights}；相关结论以此为前提",
            en_message=(
                "weights that are not printed, inferred from the level's weight, the scores and the results: "
                "{weights}; what is said of these {count} lines rests on them"
            ),
        ),
    ),
)
