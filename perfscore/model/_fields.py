"""Converters and validators of the model's fields: from what people type to what the model holds.

Converters are named functions, one for each field or kind of field, because type checkers read
from their signature what a constructor accepts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar

from perfscore._arguments import check_flag, check_text, is_whole
from perfscore.errors import InputError
from perfscore.figures import Actual, Figure, Quantity, Role, Target, parse_actual, parse_figure, parse_target
from perfscore.terms import Direction, Grade, Horizon, Kind, Result, Term

if TYPE_CHECKING:
    from collections.abc import Callable

    import attrs

GivenNumber = str | int | float | Decimal | Fraction
"""What a cell may be given as. A string is best: it keeps the places that are printed."""

MAX_TEXT = 100_000
"""The longest text that a field takes, in characters."""

_T = TypeVar("_T")
_CellT = TypeVar("_CellT", Figure, Target, Actual)
_TermT = TypeVar("_TermT", bound=Term)


def to_target(value: GivenNumber | Target | None) -> Target | None:
    """Read a target cell; None and an empty cell are not printed."""
    return _target("target", value)


def to_actual(value: GivenNumber | Actual | None) -> Actual | None:
    """Read an actual cell; None and an empty cell are not printed."""
    return _actual("actual", value)


def to_weight(value: GivenNumber | Figure | None) -> Figure | None:
    """Read a weight."""
    return _figure("weight", Role.WEIGHT, value)


def to_claimed(value: GivenNumber | Figure | None) -> Figure | None:
    """Read a claimed score."""
    return _figure("claimed", Role.SCORE, value)


def to_total(value: GivenNumber | Figure | None) -> Figure | None:
    """Read the claimed total."""
    return _figure("total", Role.SCORE, value)


def to_rate(value: GivenNumber | Figure | None) -> Figure | None:
    """Read an execution rate."""
    return _figure("rate", Role.RATE, value)


def to_initial_budget(value: GivenNumber | Figure | None) -> Figure | None:
    """Read the budget at the beginning of the year."""
    return _figure("initial_budget", Role.MONEY, value)


def to_budget(value: GivenNumber | Figure | None) -> Figure | None:
    """Read a budget."""
    return _figure("budget", Role.MONEY, value)


def to_executed(value: GivenNumber | Figure | None) -> Figure | None:
    """Read an executed amount."""
    return _figure("executed", Role.MONEY, value)


def to_amount(value: GivenNumber | Figure | None) -> Figure | None:
    """Read an amount of spending."""
    return _figure("amount", Role.MONEY, value)


def to_completion(value: GivenNumber | Figure | None) -> Figure | None:
    """Read a degree of completion."""
    return _figure("completion", Role.RATE, value)


def to_count(value: GivenNumber | Figure | None) -> Figure | None:
    """Read a count, which is exact."""
    return _figure("count", Role.WEIGHT, value)


def to_last_year(value: GivenNumber | Target | None) -> Target | None:
    """Read the value of the year before."""
    return _target("last_year", value)


def to_year_before_last(value: GivenNumber | Target | None) -> Target | None:
    """Read the value of the year before last."""
    return _target("year_before_last", value)


def to_quantity(value: GivenNumber | Actual | None) -> Actual | None:
    """Read a figure of the prose."""
    return _actual("figure", value)


def to_quantities(value: Iterable[GivenNumber | Actual]) -> tuple[Actual, ...]:
    """Read figures of the prose; an empty one is kept, for a part must not go missing."""
    return tuple(
        _read(f"parts[{index}]", Actual, parse_actual, part)
        for index, part in enumerate(to_tuple("parts", value))
    )


def to_expenditure(value: GivenNumber | Figure | None) -> Figure | None:
    """Read an amount of expenditure."""
    return _figure("expenditure", Role.MONEY, value)


def to_kind(value: str | Kind) -> Kind:
    """Read whose self-assessment it is."""
    return _term("kind", Kind, value)


def to_horizon(value: str | Horizon) -> Horizon:
    """Read how far a goal looks ahead."""
    return _term("horizon", Horizon, value)


def to_direction(value: str | Direction | None) -> Direction | None:
    """Read a direction."""
    return None if value is None else _term("direction", Direction, value)


def to_result(value: str | Result | None) -> Result | None:
    """Read the result that a form states for a qualitative indicator."""
    return None if value is None else _term("rating", Result, value)


def to_grade(value: str | Grade | None) -> str | None:
    """Keep a grade as it is printed: a word that is no grade must be representable."""
    if isinstance(value, Grade):
        return value.zh
    if value is not None and not isinstance(value, str):
        raise InputError("grade", value, "a grade as printed, such as 优")
    return value


def to_year(value: str | int | None) -> str | None:
    """Keep a year as text."""
    if value is None or isinstance(value, str):
        return value
    if not is_whole(value, 0, _LAST_YEAR):
        raise InputError("year", value, "a year such as 2023")
    return str(value)


_LAST_YEAR = 9999


def to_tuple(place: str, value: Iterable[_T]) -> tuple[_T, ...]:
    """Freeze a sequence of parts; what has no order is none."""
    unordered = isinstance(value, (str, bytes, Mapping, AbstractSet))
    if unordered or not isinstance(value, Iterable):
        raise InputError(place, value, "a list or a tuple", "put it in brackets")
    return tuple(value)


def to_labels(value: Iterable[str]) -> tuple[str, ...]:
    """Freeze the labels above a row."""
    return to_tuple("labels", value)


def to_options(value: Iterable[str]) -> tuple[str, ...]:
    """Freeze what can be ticked."""
    return to_tuple("options", value)


def to_ticked(value: Iterable[str]) -> tuple[str, ...]:
    """Freeze what is ticked."""
    return to_tuple("ticked", value)


def to_remarks(value: Iterable[str]) -> tuple[str, ...]:
    """Freeze remarks."""
    return to_tuple("remarks", value)


def is_text(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is not text, or more text than a cell can hold, or text that no file can hold."""
    if value is None and field.default is None:
        return
    _check_text(field.name, value)


def are_texts(_: object, field: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    """Refuse anything but texts."""
    for index, text in enumerate(value):
        _check_text(f"{field.name}[{index}]", text)


def _check_text(place: str, value: object) -> None:
    check_text(place, value)
    _check_length(place, str(value))


def _check_length(place: str, value: str) -> None:
    if len(value) > MAX_TEXT:
        raise InputError(place, value, f"text of at most {MAX_TEXT} characters")


def is_flag(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what is neither True nor False."""
    check_flag(field.name, value)


def holds(*kinds: type) -> Callable[[object, attrs.Attribute[Any], tuple[object, ...]], None]:
    """Return a validator that refuses parts of any other kind."""
    expected = " or ".join(kind.__name__ for kind in kinds)

    def check(_: object, field: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
        for index, part in enumerate(value):
            if not isinstance(part, kinds):
                raise InputError(f"{field.name}[{index}]", part, expected)

    return check


def is_a(kind: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """Return a validator that refuses anything but a *kind* or None."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if value is not None and not isinstance(value, kind):
            raise InputError(field.name, value, kind.__name__)

    return check


def _figure(place: str, role: Role, value: GivenNumber | Figure | None) -> Figure | None:
    if value is None:
        return None
    return _unless_empty(_read(place, Figure, lambda given: parse_figure(given, role=role), value))


def _target(place: str, value: GivenNumber | Target | None) -> Target | None:
    return None if value is None else _unless_empty(_read(place, Target, parse_target, value))


def _actual(place: str, value: GivenNumber | Actual | None) -> Actual | None:
    return None if value is None else _unless_empty(_read(place, Actual, parse_actual, value))


def _read(
    place: str, kind: type[_CellT], parse: Callable[[GivenNumber], _CellT], value: GivenNumber | _CellT
) -> _CellT:
    """Read a cell unless it was read before; an error names the field."""
    if isinstance(value, kind):
        _check_text(place, value.text)
        if not isinstance(value.quantity, (Quantity, NoneType)):
            raise InputError(place, value, "a cell that was read")
        return value
    try:
        cell = parse(value)  # type: ignore[arg-type]  # what is no number is refused there
    except InputError as error:
        raise InputError(place, error.found, error.expected, error.hint) from error
    _check_length(place, cell.text)
    return cell


def _unless_empty(cell: _CellT) -> _CellT | None:
    """An empty cell says nothing: it is not printed."""
    return cell if cell.text else None


def _term(place: str, kind: type[_TermT], value: object) -> _TermT:
    if isinstance(value, kind):
        return value
    member = kind.from_label(value) if isinstance(value, str) else None
    if member is None:
        known = ", ".join(f"{item.value} ({item.zh})" for item in kind)
        raise InputError(place, value, f"one of {known}")
    return member


def as_labels(name: str | None) -> tuple[str, ...]:
    """Return the labels that a goal adds to the places below it: its name, if it has one."""
    return () if name is None else (name,)
