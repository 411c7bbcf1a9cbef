"""A rule set: one official document's rules as data."""

from __future__ import annotations

import datetime
from sys import intern
from typing import TYPE_CHECKING, Literal

import attrs

from perfscore._text import in_language
from perfscore.errors import InputError
from perfscore.intervals import Interval, Rounding
from perfscore.rules._checking import MOST_PLACES, check
from perfscore.rules._fields import (
    CERTAINTIES,
    Certainty,
    OneOf,
    check_ends,
    exact,
    names,
    of,
    pairs_of_text,
    text,
    tuple_of,
)
from perfscore.rules._formula import Formula
from perfscore.rules._rate_rounding import RateRounding
from perfscore.terms import Grade, Result

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore._text import Language

_PER_CENT = 2
"""Decimals of a fraction of one in a whole per cent."""


@attrs.frozen(kw_only=True)
class Clause:
    """One clause of the official document, in our own words.

    Parameters
    ----------
    id
        The key by which results cite it.
    zh, en
        What it says, in our words.
    source
        Where it stands.
    certainty
        How surely it is known.
    """

    id: str = attrs.field(validator=text)
    zh: str = attrs.field(validator=text)
    en: str = attrs.field(validator=text)
    source: str = attrs.field(validator=text)
    certainty: Certainty = attrs.field(validator=OneOf(CERTAINTIES))


@attrs.frozen(kw_only=True)
class Band:
    """One of the bands of a qualitative score (定性指标分档), in shares of the weight.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> load("wuhan-2023").bands[1].shares
    [1/2, 4/5)
    """

    result: Result = attrs.field(validator=of(Result))
    shares: Interval = attrs.field(validator=of(Interval))

    def __attrs_post_init__(self) -> None:
        check_ends("shares", self.shares)


@attrs.frozen(kw_only=True)
class Convention:
    """A way of computing by which a claimed score may have come about.

    The first convention of a rule set is the rule itself; the others only explain claims.

    Parameters
    ----------
    id
        Its name in results.
    zh, en
        What it does.
    rate_places
        Decimals of a per cent to which the rate is rounded first; None: the rate stays exact.
    rate_rounding
        How the rate is rounded.
    printed_rate
        Whether the printed rate is taken instead of the ratio of the amounts.
    score_rounding
        How the score is rounded.
    score_places
        ``rule``: to the places of the rule set; ``table``: to those that the table prints.
    source
        Where it was seen.
    """

    id: str = attrs.field(validator=text)
    zh: str = attrs.field(validator=text)
    en: str = attrs.field(validator=text)
    rate_places: int | None = attrs.field(default=None, validator=of(int, or_none=True))
    rate_rounding: Rounding = attrs.field(default=Rounding.HALF_UP, validator=of(Rounding))
    printed_rate: bool = attrs.field(default=False, validator=of(bool))
    score_rounding: Rounding = attrs.field(default=Rounding.HALF_UP, validator=of(Rounding))
    score_places: Literal["rule", "table"] = attrs.field(default="rule", validator=OneOf(("rule", "table")))
    source: str = attrs.field(default="", validator=text)

    def __attrs_post_init__(self) -> None:
        if self.rate_places is None:
            return
        if not 0 <= self.rate_places <= MOST_PLACES:
            raise InputError("rate_places", self.rate_places, f"0 to {MOST_PLACES}")
        if self.printed_rate:
            raise InputError("printed_rate", "true", "either a printed rate or one rounded here")

    @property
    def rate(self) -> RateRounding | None:
        """How the rate is rounded before the formula takes it; None where it stays exact.

        Examples
        --------
        >>> from perfscore.rules import load
        >>> next(item.rate for item in load("wuhan-2023").conventions if item.rate_places == 0)
        RateRounding(places=2, mode=<Rounding.HALF_UP: 'half-up'>)
        """
        if self.rate_places is None:
            return None
        return RateRounding(self.rate_places + _PER_CENT, self.rate_rounding)

    def label(self, language: Language) -> str:
        """Return what it does, in ``"zh"`` or ``"en"``.

        Examples
        --------
        >>> from perfscore.rules import load
        >>> load("wuhan-2023").conventions[0].label("en")
        'exact rate, score rounded half up'
        """
        return in_language(language, self.zh, self.en)


@attrs.frozen(kw_only=True)
class Choices:
    """What the official text leaves open, and how this rule set decides it.

    ``open`` scores nothing: the line is reported with the reason, and any score between 0 and its
    weight is admitted. ``attrs.evolve`` makes a variant.

    Parameters
    ----------
    zero_target_positive
        A zero target of a thing one wants more of, which has no ratio: ``open`` or ``full``.
    outside_range
        An actual value outside a range such as 400-4,000元/人: ``open``, or ``nearest-bound``
        (measured against the end that it misses).
    late
        A date after the target's: ``open`` or ``zero``.
    negative_figure
        A negative actual value: ``open``, or ``zero`` (counted as 0).
    missing_unit
        A figure without unit beside one that has one: ``open``, or ``same`` (taken to be the same, unless
        that unit tells the size, as % and 万人 do).
    aggregation_money
        The money by which relative values are weighted when tables are aggregated: ``budget``, the
        adjusted one, or ``executed``.
    notes
        For each of these fields, and for what no field decides, why it is decided so.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> rules = load("wuhan-2023")
    >>> strict = attrs.evolve(rules, choices=attrs.evolve(rules.choices, late="zero"))
    >>> strict.choices.late
    'zero'
    """

    zero_target_positive: Literal["open", "full"] = attrs.field(
        default="open", validator=OneOf(("open", "full"))
    )
    outside_range: Literal["open", "nearest-bound"] = attrs.field(
        default="open", validator=OneOf(("open", "nearest-bound"))
    )
    late: Literal["open", "zero"] = attrs.field(default="open", validator=OneOf(("open", "zero")))
    negative_figure: Literal["open", "zero"] = attrs.field(default="open", validator=OneOf(("open", "zero")))
    missing_unit: Literal["open", "same"] = attrs.field(default="open", validator=OneOf(("open", "same")))
    aggregation_money: Literal["budget", "executed"] = attrs.field(
        default="budget", validator=OneOf(("budget", "executed"))
    )
    notes: tuple[tuple[str, str], ...] = attrs.field(default=(), validator=pairs_of_text)

    @classmethod
    def options(cls) -> dict[str, tuple[str, ...]]:
        """Return what each field can be, the notes apart.

        Examples
        --------
        >>> Choices.options()["late"]
        ('open', 'zero')
        """
        return {
            field.name: field.validator.options
            for field in attrs.fields(cls)
            if isinstance(field.validator, OneOf)
        }


@attrs.frozen(kw_only=True)
class GradeStep:
    """The lowest total of a grade, which belongs to it."""

    grade: Grade = attrs.field(validator=of(Grade))
    lowest: Fraction = attrs.field(validator=exact)


@attrs.frozen(kw_only=True, repr=False)
class RuleSet:
    """The rules of one official document.

    Parameters
    ----------
    id
        Issuer, year, number: ``wuhan-2023``.
    title, number, issuer
        As on the document; ``number`` is empty where it has none.
    certainty
        The least certain of its clauses.
    valid_from, valid_to
        Its dates; None where no end is known.
    total
        Points of a whole table.
    execution_weight
        Points of budget execution where a table prints none; the printed weight goes first.
    score_places, rounding
        How scores are printed.
    execution, positive, negative
        The formulas of budget execution, positive and negative indicators.
    bands
        The bands of qualitative indicators, best first.
    choices
        What the text leaves open.
    conventions
        How claimed scores may have come about; the first is the rule.
    lower_is_better
        Ends of names of indicators that are negative although no sign says so.
    grades
        The grades, best first; empty where the rules give none.
    clauses
        The clauses.
    cited
        For each subject (``execution``, ``quantitative``, ``qualitative``, ``total``, ``weights``,
        ``grades``) the id of the clause that rules it.
    gaps
        What the text requires and no formula here computes, in Chinese and English.

    Raises
    ------
    InputError
        If a field holds a value of another type, or the rules contradict themselves, however they are
        made: loaded, by ``attrs.evolve``, or field by field. The place is the key in a rule file.

    Examples
    --------
    >>> from perfscore.rules import load
    >>> load("wuhan-2023")
    <RuleSet wuhan-2023: 5 clauses, valid from 2023-01-01>
    """

    id: str = attrs.field(validator=text)
    title: str = attrs.field(validator=text)
    number: str = attrs.field(validator=text)
    issuer: str = attrs.field(validator=text)
    certainty: Certainty = attrs.field(validator=OneOf(CERTAINTIES))
    valid_from: datetime.date = attrs.field(validator=of(datetime.date))
    valid_to: datetime.date | None = attrs.field(default=None, validator=of(datetime.date, or_none=True))
    total: Fraction = attrs.field(validator=exact)
    execution_weight: Fraction = attrs.field(validator=exact)
    score_places: int = attrs.field(validator=of(int))
    rounding: Rounding = attrs.field(validator=of(Rounding))
    execution: Formula = attrs.field(validator=of(Formula))
    positive: Formula = attrs.field(validator=of(Formula))
    negative: Formula = attrs.field(validator=of(Formula))
    bands: tuple[Band, ...] = attrs.field(validator=tuple_of(Band))
    choices: Choices = attrs.field(validator=of(Choices))
    conventions: tuple[Convention, ...] = attrs.field(validator=tuple_of(Convention))
    lower_is_better: tuple[str, ...] = attrs.field(validator=names)
    grades: tuple[GradeStep, ...] = attrs.field(default=(), validator=tuple_of(GradeStep))
    clauses: tuple[Clause, ...] = attrs.field(validator=tuple_of(Clause))
    cited: tuple[tuple[str, str], ...] = attrs.field(validator=pairs_of_text)
    gaps: tuple[tuple[str, str], ...] = attrs.field(default=(), validator=pairs_of_text)

    def __attrs_post_init__(self) -> None:
        check(self)

    def __repr__(self) -> str:
        until = "" if self.valid_to is None else f" to {self.valid_to}"
        return f"<RuleSet {self.id}: {len(self.clauses)} clauses, valid from {self.valid_from}{until}>"

    def citation(self, subject: str) -> str:
        """Return the clause that rules *subject*, as results cite it.

        Examples
        --------
        >>> from perfscore.rules import load
        >>> load("wuhan-2023").citation("qualitative")
        'wuhan-2023 §3'
        """
        clause = dict(self.cited).get(subject)
        return self.id if clause is None else intern(f"{self.id} §{clause}")

    def clause(self, clause_id: str) -> Clause:
        """Return the clause of that id.

        Raises
        ------
        KeyError
            If there is none.

        Examples
        --------
        >>> from perfscore.rules import load
        >>> load("wuhan-2023").clause("1").certainty
        'primary'
        """
        return {clause.id: clause for clause in self.clauses}[clause_id]

    def band(self, result: Result) -> Band:
        """Return the band of *result*.

        Examples
        --------
        >>> from perfscore.rules import load
        >>> from perfscore.terms import Result
        >>> load("mof-2020-10").band(Result.PARTLY_REACHED).shares
        [3/5, 4/5)
        """
        return next(band for band in self.bands if band.result is result)

    def grade(self, total: Fraction) -> Grade | None:
        """Return the grade of *total*, None where the rules give none.

        Examples
        --------
        >>> from fractions import Fraction
        >>> from perfscore.rules import load
        >>> load("mof-2020-10").grade(Fraction(90))
        <Grade.EXCELLENT: 'excellent'>
        >>> load("wuhan-2023").grade(Fraction(90)) is None
        True
        """
        return next((step.grade for step in self.grades if total >= step.lowest), None)

    def totals(self, grade: Grade) -> Interval | None:
        """Return the totals of *grade*; None where the rules do not have it.

        Examples
        --------
        >>> from perfscore.rules import load
        >>> from perfscore.terms import Grade
        >>> load("mof-2020-10").totals(Grade.GOOD)
        [80, 90)
        """
        above: Fraction | None = None
        for step in self.grades:
            if step.grade is grade:
                if above is None:
                    return Interval.at_least(step.lowest)
                return Interval(step.lowest, above, upper_closed=False)
            above = step.lowest
        return None

    def covers(self, year: int) -> bool:
        """Whether the rules are in force for the whole or a part of *year*.

        Examples
        --------
        >>> from perfscore.rules import load
        >>> load("wuhan-2023").covers(2022)
        False
        """
        begun = self.valid_from.year <= year
        return begun and (self.valid_to is None or year <= self.valid_to.year)


def check_rules(rules: object) -> None:
    """Refuse what is no rule set, and say how to get one.

    Raises
    ------
    InputError
        If *rules* is something else.

    Examples
    --------
    >>> check_rules("wuhan-2023")
    Traceback (most recent call last):
    perfscore.errors.InputError: rules: found 'wuhan-2023', expected a rule set; \
load one with load_rules("wuhan-2023")
    """
    if not isinstance(rules, RuleSet):
        raise InputError("rules", rules, "a rule set", 'load one with load_rules("wuhan-2023")')
