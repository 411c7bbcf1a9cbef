"""Languages: whatever renders sentences takes "zh" or "en" and refuses every other one."""

from __future__ import annotations

import enum
import functools
import inspect
import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.aggregation import aggregate, compare
from perfscore.findings import CATALOGUE, FAMILIES, Listed
from perfscore.reports import report
from perfscore.rules import FORMULAS

EXAMPLES = Path(__file__).parents[2] / "examples"
RULES = ps.load_rules("wuhan-2023")


def _classes() -> list[type[Any]]:
    """Return the public classes of the package with a method that has a language."""
    found = set()
    for module in pkgutil.walk_packages(ps.__path__, "perfscore."):
        for name, item in vars(import_module(module.name)).items():
            own = inspect.isclass(item) and item.__module__ == module.name
            if (
                own
                and not name.startswith("_")
                and not getattr(item, "_is_protocol", False)
                and _methods(item)
            ):
                found.add(item)
    return sorted(found, key=lambda item: item.__qualname__)


def _methods(item: type[Any]) -> list[str]:
    """Return the public methods of a class that have a language."""
    return [
        name
        # An enumeration does not list its methods.
        for name in sorted({name for base in item.__mro__ for name in vars(base)})
        if not name.startswith("_")
        and inspect.isfunction(method := getattr(item, name, None))
        and "language" in inspect.signature(method).parameters
    ]


def _roots() -> list[object]:
    """Return one of whatever renders sentences, full and empty."""
    full = ps.disclosure_from_json((EXAMPLES / "disclosures" / "003.json").read_text(encoding="utf-8"))
    tables = [
        ps.from_json(file.read_text(encoding="utf-8"))
        for file in sorted((EXAMPLES / "tables").glob("002-*.json"))
    ]
    wrong = ps.SelfAssessment(
        table_id="T",
        goals=[
            ps.Goal(children=[ps.Indicator("户数", weight=2, target="45户", actual="41户", claimed="2.00")])
        ],
    )
    made = aggregate(tables, rules=RULES)
    empty = ps.SelfAssessment(table_id="empty")
    none = report(ps.Disclosure(), rules=RULES)
    return [
        report(attrs.evolve(full, tables=(*tables, wrong, empty)), rules=RULES),
        none,
        attrs.evolve(
            report(ps.Disclosure(tables=[wrong]), rules=RULES).diagnoses[0], diagnosed=(), repairs=()
        ),
        made,
        compare(made, tables[0], rules=RULES),
        attrs.evolve(compare(made, empty, rules=RULES), lines=()),
        aggregate([wrong], rules=RULES),
        RULES,
        Listed(()),
        (*FORMULAS.values(), *CATALOGUE.values(), *FAMILIES.values()),
    ]


@functools.cache
def _instances() -> dict[type[Any], list[Any]]:
    """Return every value inside the roots by its class."""
    found: dict[type[Any], list[Any]] = {}
    seen: set[int] = set()
    waiting: list[object] = [*_roots(), *(member for item in _classes() for member in _members(item))]
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        found.setdefault(type(value), []).append(value)
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, (tuple, list)):
            waiting.extend(value)
        else:
            fields = getattr(type(value), "__attrs_attrs__", ())
            waiting.extend(getattr(value, field.name) for field in fields)
    return found


def _members(item: type[Any]) -> list[Any]:
    return list(item) if issubclass(item, enum.Enum) else []


def _of(item: type[Any]) -> list[Any]:
    return [value for kind, group in _instances().items() if issubclass(kind, item) for value in group]


CLASSES = _classes()


def test_the_walk_finds_what_renders() -> None:
    """Results, findings, places, terms, formulas and conventions are among the classes."""
    names = {item.__name__ for item in CLASSES}
    assert names >= {"Aggregate", "Convention", "Finding", "Formula", "Message", "Report", "Term", "Verdict"}


@pytest.mark.parametrize("item", CLASSES, ids=lambda item: item.__qualname__)
def test_another_language_is_refused(item: type[Any]) -> None:
    """Every method with a language refuses French, whatever its object holds."""
    values = _of(item)
    assert values, f"no {item.__name__} was made here"
    for name in _methods(item):
        assert inspect.signature(getattr(item, name)).parameters["language"].annotation == "Language"
        for value in values:
            with pytest.raises(ps.InputError, match='language: found \'fr\', expected "zh" or "en"'):
                getattr(value, name)(language="fr")


@pytest.mark.parametrize("item", CLASSES, ids=lambda item: item.__qualname__)
def test_both_languages_are_rendered(item: type[Any]) -> None:
    """Every method with a language gives text in both."""
    for name in _methods(item):
        for value in _of(item)[:20]:
            assert isinstance(getattr(value, name)(language="zh"), str)
            assert isinstance(getattr(value, name)(language="en"), str)
