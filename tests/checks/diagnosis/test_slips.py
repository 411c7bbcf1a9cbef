"""Slips: every kind has its odds and its labels."""

from __future__ import annotations

from perfscore.checks.diagnosis._slips import ODDS, Slip


def test_every_kind_has_its_odds() -> None:
    """No kind is left without a place in the order, and none is more than certain."""
    assert set(ODDS) == set(Slip)
    assert min(ODDS.values()) >= 1


def test_labels() -> None:
    """Each kind is named once in either language."""
    for language in ("zh", "en"):
        assert len({slip.label(language) for slip in Slip}) == len(Slip)
