"""Tables as plain data and as JSON, there and back.

Cells are written as they were given: text as a JSON string. A number that came as a float is
written as a JSON number, so that what is read back is again known to be of assumed precision.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from perfscore.errors import InputError
from perfscore.figures import Actual, Figure, Precision, Target
from perfscore.model._parts import BudgetExecution, CheckBox, FundSource, Goal, Indicator, Level
from perfscore.model._table import MAX_DEPTH, SelfAssessment
from perfscore.terms import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FORMAT = "perfscore.table/1"
"""The name of the format; the number changes when a reader of the old one could not read the new."""

MAX_JSON = 50_000_000
"""The longest JSON text that is read, in characters."""

_T = TypeVar("_T")


def to_dict(table: SelfAssessment) -> dict[str, Any]:
    """Return *table* as plain data, without the fields that are not printed.

    Examples
    --------
    >>> to_dict(SelfAssessment(table_id="002-07", total="100"))
    {'format': 'perfscore.table/1', 'kind': 'project', 'table_id': '002-07', 'money_unit': '万元', \
'total': '100'}
    """
    return {"format": FORMAT, **_plain(table)}


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
    fields = dict(_mapping(data))
    found = fields.pop("format", None)
    if found != FORMAT:
        raise InputError("format", found, FORMAT)
    return _build(SelfAssessment, fields, depth=0)


def to_json(table: SelfAssessment, *, indent: int | None = 1) -> str:
    """Return *table* as JSON text, the same bytes for the same table.

    Examples
    --------
    >>> print(to_json(SelfAssessment(table_id="002-07"), indent=None))
    {"format": "perfscore.table/1", "kind": "project", "table_id": "002-07", "money_unit": "万元"}
    """
    return json.dumps(to_dict(table), ensure_ascii=False, indent=indent, allow_nan=False)


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
    if not isinstance(text, str):
        raise InputError("JSON", text, "text", "read the file with encoding='utf-8' first")
    if len(text) > MAX_JSON:
        raise InputError("JSON", text[:100], f"at most {MAX_JSON} characters")
    try:
        data = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "JSON"
        raise InputError(place, text[:100], "JSON text of a table") from error
    return from_dict(data)


def _plain(part: Any) -> dict[str, Any]:
    shown = {}
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name)
        # A kind and a unit of money are always said, whether or not they are the default.
        if value is None or value == () or (value == field.default and field.name not in _ALWAYS):
            continue
        shown[field.name] = _plain_value(value)
    return shown


_ALWAYS = ("kind", "money_unit")


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
    known = {field.name for field in attrs.fields(kind)}  # type: ignore[arg-type]
    for key in data:
        if key not in known:
            raise InputError(str(key), data[key], f"one of the fields {', '.join(sorted(known))}")
    if depth > MAX_DEPTH:
        raise InputError("", type(data).__name__, f"at most {MAX_DEPTH} levels of nesting")
    arguments = {key: _value(key, value, depth=depth) for key, value in data.items()}
    try:
        return kind(**arguments)
    except TypeError as error:
        missing = next((name for name in ("name", "label") if name in known and name not in data), "")
        raise InputError(missing, None, "a value for this field") from error


def _value(key: str, value: Any, *, depth: int) -> Any:
    build = _BUILDERS.get(key)
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
    if "label" in data:
        return _build(Level, data, depth=depth + 1)
    return _build(Indicator, data, depth=depth + 1)


def _mapping(data: Any) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise InputError("", data, "an object with named fields")
    return data


def _builder(kind: type[_T]) -> Callable[[Any, int], _T]:
    return lambda item, depth: _build(kind, _mapping(item), depth=depth + 1)


_BUILDERS: dict[str, Callable[[Any, int], Any]] = {
    "execution": _builder(BudgetExecution),
    "goals": _builder(Goal),
    "children": _child,
    "sources": _builder(FundSource),
    "check_boxes": _builder(CheckBox),
}


def _refuse_constant(name: str) -> None:
    raise InputError("JSON", name, "finite numbers")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a field that stands twice: one of the two values would be lost."""
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InputError(twice, twice, "each field once")
    return data
