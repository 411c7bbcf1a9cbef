"""Rule sets: the clauses as their documents have them."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

from perfscore.intervals import Interval
from perfscore.rules import load
from perfscore.terms import Grade, Result

WUHAN, MOF = load("wuhan-2023"), load("mof-2020-10")


def test_bands_of_the_notes() -> None:
    """Wuhan: 80 % belongs to the band above, 50 % too; the Ministry's lower edge is 60 %."""
    expected = {
        Result.REACHED: Interval(Fraction(4, 5), Fraction(1)),
        Result.PARTLY_REACHED: Interval(Fraction(1, 2), Fraction(4, 5), upper_closed=False),
        Result.NOT_REACHED: Interval(Fraction(0), Fraction(1, 2), upper_closed=False),
    }
    assert {band.result: band.shares for band in WUHAN.bands} == expected
    assert MOF.band(Result.NOT_REACHED).shares == Interval(Fraction(0), Fraction(3, 5), upper_closed=False)


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("100", Grade.EXCELLENT), ("90", Grade.EXCELLENT), ("89.99", Grade.GOOD), ("80", Grade.GOOD),
        ("79.99", Grade.FAIR), ("60", Grade.FAIR), ("59.99", Grade.POOR), ("0", Grade.POOR),
    ],
)  # fmt: skip
def test_grades_have_no_gaps(total: str, grade: Grade) -> None:
    """A lower limit belongs to its grade, and a hundredth below it to the next."""
    assert MOF.grade(Fraction(total)) is grade


def test_weights() -> None:
    """Execution is worth 20 points in Wuhan, 10 in the Ministry's form, of 100."""
    assert WUHAN.execution_weight == 20
    assert MOF.execution_weight == 10
    assert WUHAN.total == MOF.total == 100


def test_every_subject_is_cited_and_every_clause_sourced() -> None:
    """Each result can name a clause, and each clause says where it stands and how surely."""
    for rules in (WUHAN, MOF):
        for subject, clause in rules.cited:
            assert rules.citation(subject) == f"{rules.id} §{clause}"
            assert rules.clause(clause).source
    assert WUHAN.certainty == "primary"
    assert {clause.certainty for clause in MOF.clauses} == {"recalled"}
    assert WUHAN.citation("grades") == "wuhan-2023"


def test_every_choice_is_explained() -> None:
    """What the text leaves open is decided with a reason."""
    for rules in (WUHAN, MOF):
        notes = dict(rules.choices.notes)
        fields = {field.name for field in attrs.fields(type(rules.choices))} - {"notes"}
        assert fields < set(notes)
        assert all(notes.values())


def test_choices_refuse_what_they_do_not_know() -> None:
    """A variant cannot hold a choice that no code knows."""
    with pytest.raises(ValueError, match="late"):
        attrs.evolve(WUHAN.choices, late="never")  # type: ignore[arg-type]
