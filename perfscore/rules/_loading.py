"""Rule sets from TOML: nothing unknown is passed over, and a contradiction is refused."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeVar

from perfscore._arguments import check_text, is_one_of
from perfscore.errors import InputError, RuleSetError, UnknownRuleSetError
from perfscore.intervals import Interval, Rounding
from perfscore.rules._fields import CERTAINTIES, MOST_DIGITS, check_number, is_of, named
from perfscore.rules._named_formulas import FORMULAS
from perfscore.rules._ruleset import Band, Choices, Clause, Convention, GradeStep, RuleSet
from perfscore.terms import Grade, Result, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from importlib.resources.abc import Traversable

    from perfscore.rules._formula import Formula

_TermT = TypeVar("_TermT", bound=Term)
_MadeT = TypeVar("_MadeT")

FORMAT = "perfscore.rules/1"
MAX_TOML = 1_000_000
"""The longest rule file that is read, in characters."""


def available() -> tuple[str, ...]:
    """Return the ids of the rule sets that perfscore ships.

    Examples
    --------
    >>> available()
    ('mof-2020-10', 'wuhan-2023')
    """
    names = (file.name for file in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def load(rule_set_id: str) -> RuleSet:
    """Return a rule set that perfscore ships.

    Raises
    ------
    UnknownRuleSetError
        If there is none of that id.

    Examples
    --------
    >>> load("wuhan-2023").execution_weight
    Fraction(20, 1)
    """
    if not is_one_of(rule_set_id, available()):
        raise UnknownRuleSetError(rule_set_id, available())
    file = _folder() / f"{rule_set_id}.toml"
    return loads(file.read_text(encoding="utf-8"), name=file.name)


def _folder() -> Traversable:
    # Imported here, as below: who only scores need not wait for it.
    from importlib import resources  # noqa: PLC0415

    return resources.files("perfscore.rules") / "data"


def loads(text: str, *, name: str = "rule set") -> RuleSet:
    """Make a rule set from the text of a TOML file.

    Parameters
    ----------
    text
        The file's text.
    name
        What errors call the file.

    Raises
    ------
    RuleSetError
        If it is not TOML, has a key that is unknown or missing, a value of the wrong kind, or
        contradicts itself. The place names file and key.

    Examples
    --------
    >>> loads('format = "perfscore.rules/2"', name="mine.toml")
    Traceback (most recent call last):
    perfscore.errors.RuleSetError: mine.toml: format: found 'perfscore.rules/2', expected 'perfscore.rules/1'
    """
    import tomllib  # noqa: PLC0415

    check_text("name", name)
    try:
        check_text("", text)
        if len(text) > MAX_TOML:
            raise InputError("", text[:100], f"at most {MAX_TOML} characters")
        try:
            data = tomllib.loads(text, parse_float=Decimal)
        except (ValueError, ArithmeticError, RecursionError) as error:
            # Not only its own error: numbers that Python cannot hold, and lists in lists without end.
            raise InputError("", str(error), "a TOML file") from error
        return _rule_set(data)
    except InputError as error:
        place = f"{name}: {error.place}" if error.place else name
        raise RuleSetError(place, error.found, error.expected, error.hint) from error


def _rule_set(data: Mapping[str, Any]) -> RuleSet:
    top = _Table(data, "")
    if (found := top.take("format", str)) != FORMAT:
        raise InputError("format", found, repr(FORMAT))
    formulas = top.table("formulas")
    values: dict[str, Any] = {
        "id": top.take("id", str),
        "title": top.take("title", str),
        "number": top.take("number", str, default=""),
        "issuer": top.take("issuer", str),
        "certainty": top.one_of("certainty", CERTAINTIES),
        "valid_from": top.take("valid_from", datetime.date),
        "valid_to": top.take("valid_to", datetime.date, default=None),
        "total": top.number("total"),
        "execution_weight": top.number("execution_weight"),
        "score_places": top.take("score_places", int),
        "rounding": _rounding(top, "rounding"),
        "execution": _formula(formulas, "execution"),
        "positive": _formula(formulas, "positive"),
        "negative": _formula(formulas, "negative"),
        "bands": top.tables("bands", _band),
        "choices": _choices(top.table("choices")),
        "conventions": top.tables("conventions", _convention),
        "lower_is_better": _names(top.table("negative_names")),
        "grades": top.tables("grades", _grade, default=()),
        "clauses": top.tables("clauses", _clause),
        "cited": _pairs(top.table("cited")),
        "gaps": top.tables("gaps", _gap, default=()),
    }
    # Before the contradictions: a key that is misspelt is missing elsewhere.
    formulas.finish()
    top.finish()
    return RuleSet(**values)


class _Table:
    """A TOML table whose keys are taken one by one; what is left over is an error."""

    def __init__(self, data: Any, path: str) -> None:
        if not isinstance(data, dict):
            raise InputError(path, data, "a table")
        self._left = dict(data)
        self._path = path

    def at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def take(self, key: str, kind: type, **default: Any) -> Any:
        if key not in self._left:
            if default:
                return default["default"]
            raise InputError(self.at(key), None, named(kind))
        value = self._left.pop(key)
        if not is_of(value, kind):
            raise InputError(self.at(key), value, named(kind))
        return value

    def number(self, key: str) -> Fraction:
        value = self._left.pop(key, None)
        if not is_of(value, int) and not (isinstance(value, Decimal) and value.is_finite()):
            raise InputError(self.at(key), value, "a number")
        # 1e999999999 is short to write, and longer than any memory as a whole number.
        if isinstance(value, Decimal) and abs(value.adjusted()) > MOST_DIGITS:
            raise InputError(self.at(key), value, f"a number of at most {MOST_DIGITS} digits")
        exact = Fraction(value)
        check_number(self.at(key), exact)
        return exact

    def make(self, kind: type[_MadeT], **values: Any) -> _MadeT:
        """Make what the table says; a fault of it is told by the table's place."""
        try:
            return kind(**values)
        except InputError as error:
            raise error.within(self._path) from error

    def one_of(self, key: str, known: tuple[str, ...], **default: Any) -> Any:
        value = self.take(key, str, **default)
        if value not in known:
            raise InputError(self.at(key), value, f"one of {', '.join(known)}")
        return value

    def table(self, key: str) -> _Table:
        return _Table(self._left.pop(key, None), self.at(key))

    def tables(self, key: str, make: Callable[[_Table], Any], **default: Any) -> tuple[Any, ...]:
        if key not in self._left and default:
            return tuple(default["default"])
        entries = self._left.pop(key, None)
        if not isinstance(entries, list):
            raise InputError(self.at(key), entries, "a list of tables")
        made = []
        for index, entry in enumerate(entries):
            table = _Table(entry, f"{self.at(key)}[{index}]")
            made.append(make(table))
            table.finish()
        return tuple(made)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._left)

    def finish(self) -> None:
        for key, value in self._left.items():
            raise InputError(self.at(key), value, "no such key", "see the page on rule files for the keys")


def _formula(table: _Table, key: str) -> Formula:
    return FORMULAS[table.one_of(key, tuple(FORMULAS))]


def _rounding(table: _Table, key: str, **default: Any) -> Rounding:
    return Rounding(table.one_of(key, tuple(mode.value for mode in Rounding), **default))


def _term(table: _Table, key: str, kind: type[_TermT]) -> _TermT:
    known = {member.value: member for member in kind}
    return known[table.one_of(key, tuple(known))]


def _band(table: _Table) -> Band:
    lower, upper = table.number("lower"), table.number("upper")
    closed = table.take("upper_closed", bool, default=False)
    result = _term(table, "result", Result)
    begins = table.take("lower_closed", bool, default=True)
    if lower > upper or (lower == upper and not (begins and closed)):
        raise InputError(table.at("upper"), str(upper), f"more than the lower end {lower}")
    return table.make(
        Band, result=result, shares=Interval(lower, upper, lower_closed=begins, upper_closed=closed)
    )


def _grade(table: _Table) -> GradeStep:
    return table.make(GradeStep, grade=_term(table, "grade", Grade), lowest=table.number("lowest"))


def _clause(table: _Table) -> Clause:
    return table.make(
        Clause,
        id=table.take("id", str),
        zh=table.take("zh", str),
        en=table.take("en", str),
        source=table.take("source", str),
        certainty=table.one_of("certainty", CERTAINTIES),
    )


def _convention(table: _Table) -> Convention:
    return table.make(
        Convention,
        id=table.take("id", str),
        zh=table.take("zh", str),
        en=table.take("en", str),
        rate_places=table.take("rate_places", int, default=None),
        rate_rounding=_rounding(table, "rate_rounding", default="half-up"),
        printed_rate=table.take("printed_rate", bool, default=False),
        score_rounding=_rounding(table, "score_rounding", default="half-up"),
        score_places=table.one_of("score_places", ("rule", "table"), default="rule"),
        source=table.take("source", str, default=""),
    )


def _gap(table: _Table) -> tuple[str, str]:
    return (table.take("zh", str), table.take("en", str))


def _names(table: _Table) -> tuple[str, ...]:
    names = table.take("lower_is_better", list)
    table.finish()
    for index, name in enumerate(names):
        if not isinstance(name, str) or not name:
            raise InputError(f"{table.at('lower_is_better')}[{index}]", name, "the end of a name")
    return tuple(names)


def _pairs(table: _Table) -> tuple[tuple[str, str], ...]:
    return tuple((key, table.take(key, str)) for key in table.keys)


def _choices(table: _Table) -> Choices:
    notes = _pairs(table.table("notes"))
    given = dict(_pairs(table))
    options = Choices.options()
    for name, known in options.items():
        if given.get(name) not in known:
            raise InputError(table.at(name), given.get(name), f"one of {', '.join(known)}")
    for key in sorted(set(given) - set(options)):
        raise InputError(table.at(key), given[key], "no such key", "see the page on rule files for the keys")
    return Choices(**given, notes=notes)  # type: ignore[arg-type]
