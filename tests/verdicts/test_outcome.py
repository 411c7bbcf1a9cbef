"""What one check found."""

from __future__ import annotations

import pytest

from perfscore.findings import Location, VerdictKind
from perfscore.verdicts import Outcome, Subject, Verdict


def test_a_check_may_find_nothing() -> None:
    """An outcome is empty unless something is put into it, and is never changed afterwards."""
    assert (Outcome().verdicts, Outcome().findings) == ((), ())
    verdict = Verdict(subject=Subject.LINE, kind=VerdictKind.OPEN, location=Location(table="T"))
    outcome = Outcome((verdict,))
    assert outcome.verdicts == (verdict,)
    with pytest.raises(AttributeError):
        outcome.verdicts = ()  # type: ignore[misc]
