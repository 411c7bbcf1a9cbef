"""N: the reasons of deviations."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="N",
    zh="偏差原因",
    en="reasons",
    kinds=(
        FindingKind(
            code="N001",
            slug="reason-missing",
            severity=Severity.WARNING,
            zh="有偏差而未说明原因",
            en="Deviation without a reason",
            zh_message="{lines} 未达到目标，原因栏为“{reason}”",
            en_message="{lines} missed the target, and the cell for the reason says {reason!r}",
        ),
        FindingKind(
            code="N002",
            slug="reason-without-deviation",
            severity=Severity.NOTE,
            zh="无偏差而说明原因",
            en="Reason without a deviation",
            zh_message="各行均恰好达到目标，预算全部执行，原因栏却有说明",
            en_message=(
                "every line meets its target exactly and the budget is spent in full, yet a reason is given"
            ),
        ),
    ),
)
