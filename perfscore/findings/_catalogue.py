"""The kinds of finding by their codes, with severities and sentences in both languages."""

from __future__ import annotations

from perfscore.findings import _kinds_of_content, _kinds_of_scores
from perfscore.findings._kinds import FindingKind

CATALOGUE: dict[str, FindingKind] = {
    code: FindingKind(
        code=code, slug=slug, severity=severity, zh=zh, en=en, zh_message=zh_message, en_message=en_message
    )
    for code, slug, severity, zh, en, zh_message, en_message in (
        *_kinds_of_scores.ROWS,
        *_kinds_of_content.ROWS,
    )
}
"""Every kind of finding by its code."""
