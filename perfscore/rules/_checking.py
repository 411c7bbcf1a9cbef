"""What a rule set must not contradict: its bands, grades, weights, dates and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.errors import InputError
from perfscore.terms import Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.rules._ruleset import RuleSet

MOST_PLACES = 10
"""The most decimals of a score, and of a rate in per cent."""
_SUBJECTS = ("execution", "quantitative", "qualitative", "weights", "total", "grades")


def check(rules: RuleSet) -> None:
    """Refuse a rule set that contradicts itself.

    Parameters
    ----------
    rules
        The rule set, each value of its type.

    Raises
    ------
    InputError
        The first contradiction, its place the key.
    """
    _check_sizes(rules)
    _check_bands(rules)
    _check_grades(rules)
    _check_conventions(rules)
    _check_choices(rules)
    _check_citations(rules)


def _check_sizes(rules: RuleSet) -> None:
    if rules.total <= 0:
        raise InputError("total", str(rules.total), "more than 0")
    if not 0 <= rules.execution_weight <= rules.total:
        raise InputError("execution_weight", str(rules.execution_weight), f"0 to the total {rules.total}")
    if not 0 <= rules.score_places <= MOST_PLACES:
        raise InputError("score_places", rules.score_places, f"0 to {MOST_PLACES}")
    if rules.valid_to is not None and rules.valid_to < rules.valid_from:
        raise InputError("valid_to", str(rules.valid_to), f"not before valid_from {rules.valid_from}")
    for name, formula, rising in (
        ("execution", rules.execution, True),
        ("positive", rules.positive, True),
        ("negative", rules.negative, False),
    ):
        # One that turns back may pay more for more up to its turn; what it pays is its own affair.
        if formula.rising is not None and formula.rising is not rising:
            way = "more" if rising else "less"
            raise InputError(f"formulas.{name}", formula.id, f"a formula that pays {way} for a higher ratio")


def _check_bands(rules: RuleSet) -> None:
    """The bands must cover every share from 0 to 1 exactly once, best first."""
    _once("bands", (band.result.value for band in rules.bands))
    if len(rules.bands) != len(Result):
        raise InputError("bands", len(rules.bands), "one band for each result")
    above = None
    for index, band in enumerate(rules.bands):
        shares, place = band.shares, f"bands[{index}].upper"
        if above is None and (shares.upper != 1 or not shares.upper_closed):
            raise InputError(place, repr(shares), "1, included")
        if above is not None and (shares.upper != above.lower or shares.upper_closed is above.lower_closed):
            expected = f"to end where the band above, {above!r}, begins"
            raise InputError(place, repr(shares), expected, "no share may be in two bands, or in none")
        above = shares
    last = rules.bands[-1].shares
    if last.lower != 0 or not last.lower_closed:
        raise InputError(f"bands[{len(rules.bands) - 1}].lower", repr(last), "0, included")


def _check_grades(rules: RuleSet) -> None:
    _once("grades", (step.grade.value for step in rules.grades))
    for index, (step, below) in enumerate(zip(rules.grades, rules.grades[1:], strict=False), 1):
        if below.lowest >= step.lowest:
            place = f"grades[{index}].lowest"
            raise InputError(place, str(below.lowest), f"less than {step.lowest} of the grade above")
    if rules.grades and rules.grades[-1].lowest != 0:
        place = f"grades[{len(rules.grades) - 1}].lowest"
        raise InputError(place, str(rules.grades[-1].lowest), "0, so that every total has a grade")
    if rules.grades and rules.grades[0].lowest > rules.total:
        raise InputError("grades[0].lowest", str(rules.grades[0].lowest), f"at most the total {rules.total}")


def _check_conventions(rules: RuleSet) -> None:
    _once("conventions", (convention.id for convention in rules.conventions))
    if not rules.conventions:
        raise InputError("conventions", 0, "at least one: the rule itself")
    rule = rules.conventions[0]
    plain = rule.rate_places is None and not rule.printed_rate and rule.score_places == "rule"
    if not plain or rule.score_rounding is not rules.rounding:
        expected = f"the rule itself: exact rate, score {rules.rounding.value} to the rule's places"
        hint = "the first convention rounds as the rule set does"
        raise InputError("conventions[0]", rule.id, expected, hint)


def _check_choices(rules: RuleSet) -> None:
    _once("choices.notes", (key for key, _ in rules.choices.notes))
    explained = dict(rules.choices.notes)
    for name in rules.choices.options():
        if name not in explained:
            raise InputError(f"choices.notes.{name}", None, "why it is decided so")


def _check_citations(rules: RuleSet) -> None:
    _once("clauses", (clause.id for clause in rules.clauses))
    known = {clause.id for clause in rules.clauses}
    cited = dict(rules.cited)
    _once("cited", (subject for subject, _ in rules.cited))
    for subject, clause in rules.cited:
        if subject not in _SUBJECTS:
            raise InputError(f"cited.{subject}", clause, f"one of the subjects {', '.join(_SUBJECTS)}")
        if clause not in known:
            raise InputError(f"cited.{subject}", clause, f"a clause: {', '.join(sorted(known))}")
    for subject in _SUBJECTS:
        if subject not in cited and (subject != "grades" or rules.grades):
            raise InputError(f"cited.{subject}", None, "the id of a clause")
    for index, clause_ in enumerate(rules.clauses):
        if rules.certainty == "primary" and clause_.certainty == "recalled":
            place = f"clauses[{index}].certainty"
            raise InputError(place, clause_.certainty, "primary or practice, as the rule set says")


def _once(key: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for index, item in enumerate(ids):
        if item in seen:
            raise InputError(f"{key}[{index}]", item, "each only once")
        seen.add(item)
