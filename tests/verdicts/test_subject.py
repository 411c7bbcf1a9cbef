"""Subjects of verdicts: each with a word of its own and a label in each language."""

from __future__ import annotations

from perfscore.verdicts import Subject


def test_each_subject_has_its_own_word() -> None:
    """A record tells all of them apart; a line and budget execution share what they are held against."""
    assert len({subject.slug for subject in Subject}) == len(Subject)
    assert all(subject.label("zh") and subject.label("en").isascii() for subject in Subject)
    assert Subject.LINE.label("en") == Subject.EXECUTION_SCORE.label("en")
