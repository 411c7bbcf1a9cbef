"""S: what the prose states, held against tables and its own figures."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="S",
    zh="文字所述",
    en="what the prose states",
    kinds=(
        FindingKind(
            code="S001",
            slug="stated-differs-from-table",
            severity=Severity.ERROR,
            zh="文字所述与表不符",
            en="Prose differs from the table",
            zh_message="文字称{what}为 {claimed}，表中为 {printed}",
            en_message="the prose gives {claimed} as the {what}, the table prints {printed}",
        ),
        FindingKind(
            code="S002",
            slug="share-mismatch",
            severity=Severity.ERROR,
            zh="占比或完成率与其数字不符",
            en="Share does not follow",
            zh_message="{part} 占 {whole} 印为 {claimed}，应为 {computed}，{distance}",
            en_message=("{part} of {whole} is printed as {claimed}, the figures give {computed}: {distance}"),
        ),
        FindingKind(
            code="S003",
            slug="change-mismatch",
            severity=Severity.ERROR,
            zh="增减与其数字不符",
            en="Change does not follow",
            zh_message="{figures}，印为 {claimed}，应为 {computed}，{distance}",
            en_message="{figures}: printed as {claimed}, the figures give {computed}: {distance}",
        ),
        FindingKind(
            code="S004",
            slug="sum-mismatch",
            severity=Severity.ERROR,
            zh="合计与各部分不符",
            en="Sum does not follow",
            zh_message="印为 {claimed}，各部分（{parts}）合计 {computed}，{distance}",
            en_message="printed as {claimed}, the parts ({parts}) add to {computed}: {distance}",
        ),
        FindingKind(
            code="S005",
            slug="project-without-table",
            severity=Severity.WARNING,
            zh="提及的项目没有自评表",
            en="Project told without a table",
            zh_message="文字提及该项目（{figures}），公开内容中没有它的自评表",
            en_message=(
                "the prose tells of this project ({figures}), and the disclosure has no self-assessment of it"
            ),
        ),
        FindingKind(
            code="S006",
            slug="told-differently",
            severity=Severity.WARNING,
            zh="同一数字前后不一",
            en="One figure, told differently",
            zh_message="此处为 {claimed}，在“{there}”为 {other}",
            en_message="told as {claimed} here and as {other} in {there!r}",
        ),
        FindingKind(
            code="S007",
            slug="reached-but-not-met",
            severity=Severity.ERROR,
            zh="称已完成而未达目标",
            en="Told as reached, and not met",
            zh_message="文字称已完成，目标“{target}”、实际“{actual}”却未达到",
            en_message=(
                "the prose says that the target was reached; target {target!r}, actual {actual!r}: it was not"
            ),
        ),
    ),
)
