"""What one check found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from perfscore.findings import Finding
    from perfscore.verdicts._verdict import Verdict


@attrs.frozen
class Outcome:
    """What one check found: a verdict for a figure, and the findings that follow from it."""

    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
