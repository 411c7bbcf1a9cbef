"""Rule sets: the clauses as their documents have them."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any

import attrs
import pytest

from perfscore.errors import InputError
from perfscore.intervals import Interval, Rounding
from perfscore.rules import FORMULAS, Choices, load
from perfscore.terms import Grade, Result
from tests.rules.formulas import FALLING_STEPS, TURNING

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
    with pytest.raises(InputError, match="late: found 'never', expected one of open, zero"):
        attrs.evolve(WUHAN.choices, late="never")  # type: ignore[arg-type]


def _with(part: str, index: int, **changes: Any) -> dict[str, Any]:
    """Return the change of a rule set in which one item of a part has another value."""
    items = list(getattr(MOF, part))
    items[index] = attrs.evolve(items[index], **changes)
    return {part: tuple(items)}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"rounding": "half-up"}, "rounding"),
        ({"lower_is_better": "率"}, "lower_is_better"),
        ({"lower_is_better": ["率"]}, "lower_is_better"),
        ({"lower_is_better": ("",)}, "lower_is_better[0]"),
        ({"score_places": 10**6}, "score_places"),
        ({"score_places": 10**9}, "score_places"),
        ({"score_places": -1}, "score_places"),
        ({"score_places": True}, "score_places"),
        ({"score_places": 2.0}, "score_places"),
        ({"total": 100}, "total"),
        ({"total": Fraction(10**5000)}, "total"),
        ({"execution_weight": Fraction(101)}, "execution_weight"),
        ({"valid_from": "2023-01-01"}, "valid_from"),
        ({"valid_to": datetime.date(2019, 12, 31)}, "valid_to"),
        ({"positive": "proportional"}, "positive"),
        ({"positive": FORMULAS["inverse"]}, "formulas.positive"),
        ({"negative": FORMULAS["gated"]}, "formulas.negative"),
        ({"choices": {"late": "zero"}}, "choices"),
        ({"choices": Choices()}, "choices.notes.zero_target_positive"),
        ({"choices": attrs.evolve(MOF.choices, notes=(*MOF.choices.notes, ("late", "x")))}, "choices.notes[14]"),
        ({"bands": MOF.bands[:2]}, "bands"),
        ({"bands": list(MOF.bands)}, "bands"),
        (_with("bands", 2, shares=Interval(Fraction(0), Fraction(3, 5), lower_closed=False, upper_closed=False)),
         "bands[2].lower"),
        ({"conventions": ()}, "conventions"),
        ({"rounding": Rounding.TRUNCATE}, "conventions[0]"),
        (_with("conventions", 0, rate_places=2), "conventions[0]"),
        ({"grades": MOF.grades[:3]}, "grades[2].lowest"),
        ({"certainty": "sure"}, "certainty"),
        ({"certainty": "primary"}, "clauses[0].certainty"),
        ({"cited": (*MOF.cited, MOF.cited[0])}, "cited[6]"),
        ({"cited": dict(MOF.cited)}, "cited"),
        ({"gaps": (("只有中文",),)}, "gaps[0]"),
        ({"title": None}, "title"),
        ({"issuer": "财政部\ud800"}, "issuer"),
    ],
)  # fmt: skip
def test_a_variant_is_checked_as_a_file_is(change: dict[str, Any], place: str) -> None:
    """Made by ``attrs.evolve``, a value of another type or a contradiction is refused by its key."""
    with pytest.raises(InputError) as caught:
        attrs.evolve(MOF, **change)
    assert caught.value.place == place


@pytest.mark.parametrize(
    ("item", "change", "place"),
    [
        (MOF.choices, {"late": None}, "late"),
        (MOF.choices, {"notes": {"late": "x"}}, "notes"),
        (MOF.conventions[3], {"rate_rounding": "half-up"}, "rate_rounding"),
        (MOF.conventions[3], {"rate_places": 11}, "rate_places"),
        (MOF.conventions[3], {"rate_places": -1}, "rate_places"),
        (MOF.conventions[3], {"printed_rate": True}, "printed_rate"),
        (MOF.conventions[3], {"printed_rate": 1}, "printed_rate"),
        (MOF.conventions[3], {"score_places": 2}, "score_places"),
        (MOF.bands[0], {"result": "reached"}, "result"),
        (MOF.bands[0], {"shares": (0, 1)}, "shares"),
        (MOF.bands[0], {"shares": Interval(0.8, 1.0)}, "shares.lower"),  # type: ignore[arg-type]
        (MOF.grades[0], {"lowest": 90}, "lowest"),
        (MOF.grades[0], {"grade": "excellent"}, "grade"),
        (MOF.clauses[0], {"certainty": "sure"}, "certainty"),
        (MOF.clauses[0], {"zh": 3}, "zh"),
    ],
)
def test_a_part_is_checked_when_it_is_made(item: Any, change: dict[str, Any], place: str) -> None:
    """Each part refuses by the name of its field what it cannot hold."""
    with pytest.raises(InputError) as caught:
        attrs.evolve(item, **change)
    assert caught.value.place == place


def test_an_enumeration_is_named() -> None:
    """A word in the place of a member is refused with the members that there are."""
    with pytest.raises(InputError) as caught:
        attrs.evolve(MOF, rounding="half-up")  # type: ignore[arg-type]
    expected = "rounding: found 'half-up', expected a member of Rounding: HALF_UP, HALF_EVEN, TRUNCATE"
    assert str(caught.value) == expected


def test_variants_that_contradict_nothing() -> None:
    """The first convention rounds as the rule set does; then another rounding is a variant like any other."""
    rule = attrs.evolve(MOF.conventions[0], score_rounding=Rounding.TRUNCATE)
    cut = attrs.evolve(MOF, rounding=Rounding.TRUNCATE, conventions=(rule, *MOF.conventions[1:]))
    assert cut.rounding is Rounding.TRUNCATE
    turning = attrs.evolve(MOF, positive=TURNING, negative=FALLING_STEPS)
    assert turning.positive.rising is None


def test_the_totals_of_a_grade() -> None:
    """From its lower limit up to that of the grade above; the best has no end, and without grades there is none."""
    assert MOF.totals(Grade.FAIR) == Interval(Fraction(60), Fraction(80), upper_closed=False)
    assert MOF.totals(Grade.EXCELLENT) == Interval.at_least(Fraction(90))
    assert WUHAN.totals(Grade.GOOD) is None
