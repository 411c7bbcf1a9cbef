"""Tables and disclosures as plain data and as JSON, there and back.

Cells are written as they were given: text as a JSON string. A number that came as a float is
written as a JSON number, so that what is read back is again known to be of assumed precision.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from perfscore._arguments import check_indent, is_one_of
from perfscore.errors import InputError, shorten
from perfscore.figures import Actual, Figure, Precision, Target
from perfscore.model._disclosure import Disclosure
from perfscore.model._narrative import Achievement, Narrative
from perfscore.model._parts import MAX_DEPTH, BudgetExecution, CheckBox, FundSource, Goal, Indicator, Level
from perfscore.model._statements import StatedChange, StatedFigure, StatedResult, StatedShare, StatedSum
from perfscore.model._table import SelfAssessment
from perfscore.model._targets import SpendingItem, TargetGoal, TargetIndicator, TargetTable
from perfscore.terms import Term

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = "perfscore.table/1"
"""The format of a table; the number changes when a reader of the old one could not read the new."""

DISCLOSURE_FORMAT = "perfscore.disclosure/1"
"""The format of a disclosure; its tables are written as tables are, without a format of their own."""

MAX_JSON = 50_000_000
"""The longest JSON text that is read, in characters."""

_T = TypeVar("_T")


def to_dict(item: SelfAssessment | Disclosure) -> dict[str, Any]:
    """Return a table or a disclosure as plain data, without the fields that are not printed.

    Raises
    ------
    InputError
        If *item* is neither.

    Examples
    --------
    >>> to_dict(SelfAssessment(table_id="002-07", total="100"))
    {'format': 'perfscore.table/1', 'kind': 'project', 'table_id': '002-07', 'money_unit': '万元', \
'total': '100'}
    """
    if not isinstance(item, (SelfAssessment, Disclosure)):
        raise InputError("item", item, "a SelfAssessment or a Disclosure")
    name = DISCLOSURE_FORMAT if isinstance(item, Disclosure) else FORMAT
    return {"format": name, **_plain(item)}


def from_dict(data: Mapping[str, Any]) -> SelfAssessment:
    """Make a table from plain data.

    Raises
    ------
    InputError
        If the data are not a table of this format: the place is a path such as
        ``goals[0].children[1].weight``.

    Examples
    --------
    >>> from_dict({"format": "perfscore.table/1", "table_id": "002-07", "total": "100"}).total.text
    '100'
    """
    return _of_format("data", data, FORMAT, SelfAssessment)


def disclosure_from_dict(data: Mapping[str, Any]) -> Disclosure:
    """Make a disclosure from plain data.

    Raises
    ------
    InputError
        If the data are not a disclosure of this format: the place is a path.

    Examples
    --------
    >>> data = {"format": "perfscore.disclosure/1", "department": "区人社局", "tables": [{"table_id": "1"}]}
    >>> disclosure_from_dict(data)
    <Disclosure 区人社局: 1 table, 0 narratives, 0 target tables, 0 statements>
    """
    return _of_format("data", data, DISCLOSURE_FORMAT, Disclosure)


def to_json(item: SelfAssessment | Disclosure, *, indent: int | None = 1) -> str:
    """Return a table or a disclosure as JSON text, the same bytes for the same content.

    Parameters
    ----------
    item
        The table or the disclosure.
    indent
        Blanks for each step inwards; None for one line.

    Raises
    ------
    InputError
        If an argument is something else.

    Examples
    --------
    >>> print(to_json(SelfAssessment(table_id="002-07"), indent=None))
    {"format": "perfscore.table/1", "kind": "project", "table_id": "002-07", "money_unit": "万元"}
    """
    check_indent(indent)
    return json.dumps(to_dict(item), ensure_ascii=False, indent=indent, allow_nan=False)


def from_json(text: str) -> SelfAssessment:
    """Make a table from JSON text.

    Raises
    ------
    InputError
        If the text is too long, is not JSON, or is not a table.

    Examples
    --------
    >>> from_json('{"format": "perfscore.table/1", "title": "自评表"}').title
    '自评表'
    """
    return _of_format("JSON", _parsed(text), FORMAT, SelfAssessment)


def disclosure_from_json(text: str) -> Disclosure:
    """Make a disclosure from JSON text.

    Raises
    ------
    InputError
        If the text is too long, is not JSON, or is not a disclosure.

    Examples
    --------
    >>> disclosure_from_json('{"format": "perfscore.disclosure/1", "year": "2023"}').year
    '2023'
    """
    return _of_format("JSON", _parsed(text), DISCLOSURE_FORMAT, Disclosure)


def _of_format(place: str, data: Mapping[str, Any], name: str, kind: type[_T]) -> _T:
    fields = dict(_mapping(data, place=place))
    found = fields.pop("format", None)
    if not is_one_of(found, (name,)):
        raise InputError("format", found, name)
    return _build(kind, fields, depth=0)


def _parsed(text: str) -> Any:
    if not isinstance(text, str):
        raise InputError("JSON", text, "text", "read the file with encoding='utf-8' first")
    if len(text) > MAX_JSON:
        raise InputError("JSON", text[:100], f"at most {MAX_JSON} characters")
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "JSON"
        raise InputError(place, text[:100], "JSON text") from error


def _plain(part: Any) -> dict[str, Any]:
    shown: dict[str, Any] = {} if type(part) not in _STATED else {"states": _STATED[type(part)]}
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        if field.default is attrs.NOTHING:
            # What must be given is written also where it is not printed, as an empty cell.
            shown[field.name] = "" if value is None else _plain_value(value)
        # A kind and a unit of money are always said, whether or not they are the default.
        elif value not in (None, (), *(() if field.name in _ALWAYS else (field.default,))):
            shown[field.name] = _plain_value(value)
    return shown


_ALWAYS = ("kind", "money_unit", "horizon")
_STATED = {
    StatedFigure: "figure",
    StatedSum: "sum",
    StatedShare: "share",
    StatedChange: "change",
    StatedResult: "result",
}
"""What a statement is called in the format."""


def _plain_value(value: Any) -> Any:
    if isinstance(value, (Figure, Target, Actual)):
        return _cell(value)
    if isinstance(value, Term):
        return value.value
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    return _plain(value) if attrs.has(type(value)) else value


def _cell(cell: Figure | Target | Actual) -> str | float:
    quantity = cell.quantity
    if quantity is not None and quantity.precision is Precision.ASSUMED:
        return float(quantity.number)
    return cell.text


def _build(kind: type[_T], data: Mapping[str, Any], *, depth: int) -> _T:
    fields = {field.name: field for field in attrs.fields(kind)}  # type: ignore[arg-type]  # a class of attrs
    for key in data:
        if key not in fields:
            raise InputError(_shown(key), data[key], f"one of the fields {', '.join(sorted(fields))}")
    for name, field in fields.items():
        if field.default is attrs.NOTHING and name not in data:
            raise InputError(name, None, "a value for this field")
    builders = _BUILDERS.get(kind, {})
    return kind(**{key: _value(key, value, builders.get(key), depth=depth) for key, value in data.items()})


def _value(key: str, value: Any, build: Callable[[Any, int], Any] | None, *, depth: int) -> Any:
    if build is None or value is None:
        return value
    try:
        if key == "execution":
            return build(value, depth)
        if not isinstance(value, list):
            raise InputError("", value, "a list")
        return [_at(index, build, item, depth) for index, item in enumerate(value)]
    except InputError as error:
        raise error.within(key) from error


def _at(index: int, build: Callable[[Any, int], Any], item: Any, depth: int) -> Any:
    try:
        return build(item, depth)
    except InputError as error:
        raise error.within(f"[{index}]") from error


def _child(item: Any, depth: int) -> Level | Indicator:
    data = _mapping(item)
    if "label" not in data:
        return _build(Indicator, data, depth=depth)
    if depth == MAX_DEPTH:
        raise InputError("", data, f"at most {MAX_DEPTH} levels inside each other")
    return _build(Level, data, depth=depth + 1)


def _mapping(data: Any, *, place: str = "") -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise InputError(place, data, "an object with named fields")
    return data


def _builder(kind: type[_T]) -> Callable[[Any, int], _T]:
    return lambda item, depth: _build(kind, _mapping(item), depth=depth)


def _statement(item: Any, depth: int) -> Any:
    data = dict(_mapping(item))
    states = data.pop("states", None)
    for kind, name in _STATED.items():
        if is_one_of(states, (name,)):
            return _build(kind, data, depth=depth)
    raise InputError("states", states, f"one of {', '.join(_STATED.values())}")


_EXECUTION = _builder(BudgetExecution)
_SOURCES = _builder(FundSource)
_BUILDERS: dict[type, dict[str, Callable[[Any, int], Any]]] = {
    SelfAssessment: {
        "execution": _EXECUTION,
        "goals": _builder(Goal),
        "check_boxes": _builder(CheckBox),
    },
    BudgetExecution: {"sources": _SOURCES},
    Goal: {"children": _child},
    Level: {"children": _child},
    Narrative: {"execution": _EXECUTION, "achievements": _builder(Achievement)},
    TargetTable: {
        "sources": _SOURCES,
        "spending": _builder(SpendingItem),
        "goals": _builder(TargetGoal),
    },
    TargetGoal: {"indicators": _builder(TargetIndicator)},
    Disclosure: {
        "tables": _builder(SelfAssessment),
        "narratives": _builder(Narrative),
        "target_tables": _builder(TargetTable),
        "statements": _statement,
    },
}


def _shown(key: object) -> str:
    """Whatever stands where a name should, a place is text that can be shown."""
    return key if isinstance(key, str) and key.isidentifier() else shorten(key)


def _refuse_constant(name: str) -> None:
    raise InputError("JSON", name, "finite numbers")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a field that stands twice: one of the two values would be lost."""
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InputError(_shown(twice), twice, "each field once")
    return data
