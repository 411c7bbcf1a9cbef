"""G: the grade of a total."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="G",
    zh="评价等级",
    en="grades",
    kinds=(
        FindingKind(
            code="G001",
            slug="grade-mismatch",
            severity=Severity.ERROR,
            zh="评价等级与总分不符",
            en="Grade differs from the total",
            zh_message="等级印为“{claimed}”，总分 {total} 应为“{computed}”",
            en_message="the printed grade is {claimed!r}; a total of {total} is {computed}",
        ),
        FindingKind(
            code="G002",
            slug="grade-unknown",
            severity=Severity.NOTE,
            zh="评价等级用语无法识别",
            en="Grade not recognised",
            zh_message="等级印为“{claimed}”，不是优、良、中、差之一，未核对",
            en_message=(
                "the printed grade {claimed!r} is none of excellent, good, fair, poor; it was not checked"
            ),
        ),
    ),
)
