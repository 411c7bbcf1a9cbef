"""Every sentence that is not a finding, sorted by what it is for."""

from __future__ import annotations

from perfscore.findings._once import once
from perfscore.findings.sentences import conventions, derivations, labels, reasons, results, tables

MESSAGES: dict[str, tuple[str, str]] = once(
    (
        (key, (chinese, english))
        for file in (reasons, derivations, conventions, labels, results, tables)
        for key, chinese, english in file.ROWS
    ),
    what="key",
)
"""Each key with its Chinese and its English sentence."""

__all__ = ["MESSAGES"]
