"""The doors of the house: whatever is handed in, a public call answers or says what is wrong, and where."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

import perfscore as ps
from perfscore import aggregation, checks, columns, figures, frames, intervals, model, reports, rules
from perfscore.aggregation import Aggregate, Match, aggregate
from perfscore.checks.diagnosis import diagnose
from perfscore.errors import InputError, PerfscoreError
from perfscore.figures import Role, parse_figure
from tests.bad_values import BAD

if TYPE_CHECKING:
    from collections.abc import Callable

WUHAN = ps.load_rules("wuhan-2023")
ROW = ps.Indicator("津贴发放人数", weight=20, target="45人", actual="41人", claimed="18.22")
TABLE = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[ps.Level("产出", [ROW])])], total="18.22")
WHOLE = ps.Disclosure(department="某局", tables=[TABLE])
MADE = aggregate([TABLE], rules=WUHAN)
ONES = np.array([1, 1])
SCORES = columns.score_columns(ONES, ONES, ONES, 0, rules=WUHAN)
SUMS = columns.group_sums(["a", "b"], SCORES)
FRAME = pl.DataFrame({"weight": ["2"], "target": ["45人"], "actual": ["41人"], "claimed": ["1.82"]})
BATCH = pa.record_batch({"weight": [2], "target": ["45人"], "actual": ["41人"]})
COLUMN = {"weight": "weight"}


CALLS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "load_rules": (ps.load_rules, {"rule_set_id": "wuhan-2023"}),
    "available_rules": (ps.available_rules, {}),
    "loads": (rules.loads, {"text": "", "name": "mine.toml"}),
    "check_rules": (rules.check_rules, {"rules": WUHAN}),
    "from_dict": (ps.from_dict, {"data": ps.to_dict(TABLE)}),
    "from_json": (ps.from_json, {"text": ps.to_json(TABLE)}),
    "disclosure_from_dict": (ps.disclosure_from_dict, {"data": ps.to_dict(WHOLE)}),
    "disclosure_from_json": (ps.disclosure_from_json, {"text": ps.to_json(WHOLE)}),
    "to_dict": (ps.to_dict, {"item": TABLE}),
    "to_json": (ps.to_json, {"item": TABLE, "indent": 1}),
    "score": (ps.score, {"table": TABLE, "rules": WUHAN}),
    "verify": (ps.verify, {"table": TABLE, "rules": WUHAN, "select": ["Q"], "ignore": ["T"]}),
    "verify_line": (checks.verify_line, {"indicator": ROW, "rules": WUHAN, "table_places": 2}),
    "verify_disclosure": (
        ps.verify_disclosure,
        {"disclosure": WHOLE, "rules": WUHAN, "select": ["Q"], "ignore": ["T"]},
    ),
    "diagnose": (diagnose, {"table": TABLE, "rules": WUHAN}),
    "report": (
        reports.report,
        {"disclosure": WHOLE, "rules": WUHAN, "select": ["Q"], "ignore": ["T"], "explain": True},
    ),
    "aggregate": (
        aggregate,
        {"tables": [TABLE], "rules": WUHAN, "table_id": "A", "money": {"T": "1"}, "matches": [Match("津贴")]},
    ),
    "compare": (
        aggregation.compare,
        {"aggregate": MADE, "table": TABLE, "rules": WUHAN, "rows": {1: 1}},
    ),
    "score_columns": (
        columns.score_columns,
        {
            "weight": ONES,
            "target": ONES,
            "actual": ONES,
            "direction": "positive",
            "rules": WUHAN,
            "out": None,
            "engine": "numpy",
            "threads": 1,
        },
    ),
    "verify_columns": (
        columns.verify_columns,
        {
            "claimed": ONES,
            "weight": ONES,
            "target": ONES,
            "actual": ONES,
            "direction": "positive",
            "rules": WUHAN,
            "claimed_places": 0,
            "actual_places": 0,
            "table_places": 0,
        },
    ),
    "group_sums": (columns.group_sums, {"ids": ["a", "b"], "scores": SCORES}),
    "compare_totals": (columns.compare_totals, {"sums": SUMS, "claimed": ONES}),
    "weighted_means": (columns.weighted_means, {"ids": ["a", "b"], "values": ONES, "money": ONES}),
    "score_frame": (frames.score_frame, {"frame": FRAME, "rules": WUHAN, "columns": COLUMN}),
    "verify_frame": (frames.verify_frame, {"frame": FRAME, "rules": WUHAN, "columns": COLUMN}),
    "score_batch": (frames.score_batch, {"batch": BATCH, "rules": WUHAN, "columns": COLUMN}),
    "score_cells": (
        frames.score_cells,
        {
            "weight": ["2"],
            "target": ["45人"],
            "actual": ["41人"],
            "direction": ["positive"],
            "rules": WUHAN,
            "out": None,
        },
    ),
    "parse_target": (figures.parse_target, {"value": "≥45人"}),
    "parse_actual": (figures.parse_actual, {"value": "41人"}),
    "parse_figure": (parse_figure, {"value": "2", "role": Role.WEIGHT}),
    "shorten": (ps.errors.shorten, {"value": "x"}),
}

# Workshops: their functions take what perfscore itself hands out, judged lines, cells that were read, exact
# rationals, and stand on the path of every cell. What they are handed has passed one of the doors; those of
# them that are doors too (``score``, ``parse_target`` …) stand above.
WORKSHOPS = {"figures", "findings", "intervals", "scoring", "verdicts"}
ALSO_INSIDE = {"mean_range", "explaining_ratios"}

MODEL = [getattr(model, name) for name in model.__all__ if inspect.isclass(getattr(model, name))]
# What stands where in a table is made by the table, and by nobody else.
MODEL = [item for item in MODEL if item not in (model.Row, model.Section)]
CLASSES: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "Match": (Match, {"name": "x", "rows": {"T": 1}, "kind": "absolute", "weight": 1}),
    "Printed": (columns.Printed, {"values": ONES, "places": 0, "missing": ONES == 0}),
    "Scores": (columns.Scores, {"units": ONES, "status": ONES.astype(np.int8), "places": 2}),
    "Scores.empty": (columns.Scores.empty, {"rows": 3, "places": 2}),
    "Means.to_printed": (
        columns.weighted_means(["a", "b"], ONES, ONES).to_printed,
        {"places": 2, "mode": intervals.Rounding.HALF_UP},
    ),
    "Report.to_json": (reports.report(WHOLE, rules=WUHAN).to_json, {"indent": 1}),
    "Report.to_sarif": (reports.report(WHOLE, rules=WUHAN).to_sarif, {"indent": 1}),
}
REQUIRED: dict[type, dict[str, Any]] = {
    ps.StatedSum: {"name": "x", "whole": "2", "parts": ["1", "1"]},
    ps.StatedShare: {"name": "x", "part": "1", "whole": "2", "rate": "50%"},
    ps.StatedFigure: {"name": "x", "value": "1"},
    ps.Level: {"label": "x"},
}
for _class in MODEL:
    _is_named = "name" in inspect.signature(_class).parameters
    CLASSES[_class.__name__] = (_class, REQUIRED.get(_class, {"name": "x"} if _is_named else {}))


def _arguments() -> list[tuple[str, str]]:
    """Return each argument of each call; of the classes of the model also those that may be left out."""
    tried = []
    for name, (call, good) in (CALLS | CLASSES).items():
        named = inspect.signature(call).parameters if call in MODEL else good
        tried += [(name, argument) for argument in named]
    return tried


@pytest.mark.parametrize(("name", "argument"), _arguments())
def test_a_call_answers_or_says_what_is_wrong(name: str, argument: str) -> None:
    """Any value for any argument gives a result that can be shown, or an error of perfscore with its place."""
    call, good = (CALLS | CLASSES)[name]
    for label, value in BAD.items():
        fault = _fault(call, good | {argument: value})
        assert not fault, f"{label}: {fault}"


def _fault(call: Callable[..., Any], arguments: dict[str, Any]) -> str:
    """Return what is wrong with how a call answers, nothing where it is right."""
    try:
        _shown(call(**arguments))
    except InputError as error:
        str(error).encode()
        return "" if error.place and error.expected else f"no place or nothing expected: {error}"
    except PerfscoreError as error:
        return "" if str(error).encode() else "no words"
    except Exception as error:  # noqa: BLE001  # any other is the fault that is looked for
        return f"{type(error).__name__}: {error!s:.200}"
    return ""


def _shown(result: Any) -> None:
    """Show a result by every way out that it has."""
    assert repr(result)
    if isinstance(result, (ps.SelfAssessment, ps.Disclosure)):
        assert ps.to_json(result).encode()
    if isinstance(result, reports.Report):
        assert result.to_json().encode()
    if isinstance(result, (Aggregate, str)):
        assert str(result).encode()


def test_every_public_function_is_tried_or_stands_behind_the_doors() -> None:
    """A new public function is given its line above."""
    tried = {call for call, _ in CALLS.values()}
    parts = {part.name for part in pkgutil.iter_modules(ps.__path__) if not part.name.startswith("_")}
    for part in parts - WORKSHOPS:
        module = import_module(f"perfscore.{part}")
        for name in getattr(module, "__all__", ()):
            item = getattr(module, name)
            if inspect.isfunction(item) and name not in ALSO_INSIDE:
                assert item in tried, f"{module.__name__}.{name}"
