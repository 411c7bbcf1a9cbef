"""What is made can be written and read again; what is an object can be shown, compared, copied, pickled."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import pkgutil
from importlib import import_module, resources
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perfscore as ps
from perfscore import aggregation, columns, model, reports
from perfscore.aggregation import Match, aggregate
from perfscore.checks.diagnosis import diagnose
from perfscore.columns import Means, Printed, Scores, Sums, Totals, Verdicts
from tests.strategies import disclosures, printed

SCHEMA = json.loads(
    (resources.files("perfscore.model") / "disclosure-1.schema.json").read_text(encoding="utf-8")
)
TABLES = sorted((Path(__file__).parents[2] / "examples" / "tables").glob("*.json"))
WUHAN = ps.load_rules("wuhan-2023")


@settings(max_examples=40)
@given(disclosures())
def test_a_disclosure_comes_back(disclosure: ps.Disclosure) -> None:
    """Whatever can be made comes back from JSON as it was, in one line or in many, and follows the schema."""
    text = ps.to_json(disclosure)
    again = ps.disclosure_from_json(text)
    assert again == disclosure
    assert ps.to_json(again) == text
    assert ps.disclosure_from_json(ps.to_json(disclosure, indent=None)) == disclosure
    jsonschema.validate(json.loads(text), SCHEMA)


@settings(max_examples=40)
@given(printed("SelfAssessment"))
def test_a_table_comes_back(table: ps.SelfAssessment) -> None:
    """Whatever can be made comes back from plain data as it was."""
    assert ps.from_dict(ps.to_dict(table)) == table
    assert ps.from_json(ps.to_json(table)) == table


CLASSES = sorted(
    {name for name in model.__all__ if inspect.isclass(getattr(model, name))} - {"Row", "Section"}
)


@pytest.mark.parametrize("kind", CLASSES)
@settings(max_examples=10)
@given(st.data())
def test_whatever_part_can_be_made_is_an_ordinary_object(kind: str, data: st.DataObject) -> None:
    """Any instance of a class of the model is shown and hashed, and its copies are equal to it."""
    item = data.draw(disclosures() if kind == "Disclosure" else printed(kind))
    assert repr(item)
    for again in (copy.copy(item), copy.deepcopy(item), pickle.loads(pickle.dumps(item))):  # noqa: S301  # our own bytes
        assert again == item
        assert hash(again) == hash(item)


@pytest.mark.parametrize("given_as", [-0.0, np.float64(-0.0)])
def test_negative_zero_is_zero(given_as: float) -> None:
    """No table prints a negative zero: one that a program gives is 0, and comes back as 0."""
    table = ps.SelfAssessment(
        total=given_as, goals=[ps.Goal(children=[ps.Indicator("a", target=given_as, actual=given_as)])]
    )
    assert table.total is not None
    assert table.total.text == "0"
    assert ps.from_json(ps.to_json(table)) == table


def _made() -> list[Any]:
    row = ps.Indicator("津贴发放人数", weight=20, target="45人", actual="41人", claimed="12.88")
    others = [
        ps.Indicator("执行率", weight=2, target="97%-100%", actual="98%"),
        ps.Indicator("完成时间", weight=2, target="2023年12月", actual="2023年12月"),
    ]
    level = ps.Level("产出指标", [row, *others])
    execution = ps.BudgetExecution(budget="100", executed="42", sources=[ps.FundSource("财政拨款")])
    table = ps.SelfAssessment(table_id="T", execution=execution, goals=[ps.Goal(children=[level])], total="1")
    stated = ps.StatedSum(name="收入", whole="2", parts=["1", "2"])
    disclosure = ps.Disclosure(department="某局", tables=[table], statements=[stated])
    made = aggregate([table], rules=WUHAN)
    ones = np.array([1, 1])
    scores = columns.score_columns(ones, ones, ones, 0, rules=WUHAN)
    sums = columns.group_sums(["a", "b"], scores)
    verified, diagnosed = ps.verify(table, rules=WUHAN), diagnose(table, rules=WUHAN)
    result = reports.report(disclosure, rules=WUHAN, select=["Q", "T"], ignore=["Q004"])
    return [
        row,
        level,
        execution,
        table,
        disclosure,
        *table.rows,
        *table.sections(),
        *map(ps.load_rules, ps.available_rules()),
        *(ps.verify(ps.from_json(file.read_text(encoding="utf-8")), rules=WUHAN) for file in TABLES),
        made,
        made.lines[0],
        aggregation.compare(made, table, rules=WUHAN),
        Match("x", {"T": 1}),
        ps.score(table, rules=WUHAN),
        verified,
        *verified.verdicts,
        *verified.findings,
        diagnosed,
        *diagnosed.diagnosed,
        result,
        result.receipt,
        result.verification,
        Printed(ones),
        scores,
        Scores.empty(3),
        Scores.empty(0),
        sums,
        columns.compare_totals(sums, ones),
        columns.weighted_means(["a", "b"], ones, ones),
        columns.verify_columns(ones, ones, ones, ones, 0, rules=WUHAN),
    ]


def _inside(items: list[Any]) -> dict[type, Any]:
    """Return an instance of each class of attrs that *items* are made of."""
    found: dict[type, Any] = {}
    seen: set[int] = set()
    pending = list(items)
    while pending:
        item = pending.pop()
        if isinstance(item, tuple):
            pending += item
        elif attrs.has(type(item)) and id(item) not in seen:
            seen.add(id(item))
            found.setdefault(type(item), item)
            pending += [getattr(item, field.name) for field in attrs.fields(type(item))]
    return found


MADE = _made()
INSTANCES = _inside(MADE)
_ARRAYS = (Means, Printed, Scores, Sums, Totals, Verdicts)
# Made only on the way to a result; no result holds them.
_ON_THE_WAY = {"Admitted", "Basis", "Outcome", "Listed", "FindingKind", "RateRounding"}


@pytest.mark.parametrize("item", INSTANCES.values(), ids=lambda item: type(item).__name__)
def test_an_object_can_be_shown_compared_copied_and_pickled(item: Any) -> None:
    """No object surprises: it is shown, hashed and compared, and its copies are equal to it.

    What holds arrays is compared and hashed as the object that it is, for arrays are not compared in one.
    """
    assert repr(item)
    assert item == item  # noqa: PLR0124  # that it can be asked
    assert hash(item) == hash(item)
    assert item != 3
    shallow, deep = copy.copy(item), copy.deepcopy(item)
    for again in (shallow, deep, pickle.loads(pickle.dumps(item))):  # noqa: S301  # our own bytes
        assert repr(again) == repr(item)
        if not isinstance(item, _ARRAYS):
            assert again == item
            assert hash(again) == hash(item)


def test_every_public_class_is_tried() -> None:
    """A new public class is reached from what is made above, or drawn."""
    public = [
        import_module(f"perfscore.{part.name}")
        for part in pkgutil.iter_modules(ps.__path__)
        if not part.name.startswith("_")
    ]
    untried = {
        name
        for module in public
        for name in getattr(module, "__all__", ())
        if attrs.has(item := getattr(module, name)) and item not in INSTANCES
    }
    assert untried - set(CLASSES) <= _ON_THE_WAY
