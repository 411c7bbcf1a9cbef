"""Generators of tables that the properties share."""

from __future__ import annotations

import inspect
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

import perfscore as ps
from perfscore._text import decimal_text
from perfscore.intervals import Rounding, rounded
from perfscore.terms import Horizon

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

WUHAN = ps.load_rules("wuhan-2023")

# The ways of printing a score that the rule set lists, as mode and places.
WAYS = [
    (Rounding.HALF_UP, 2),
    (Rounding.HALF_UP, 1),
    (Rounding.HALF_UP, 0),
    (Rounding.HALF_EVEN, 2),
    (Rounding.TRUNCATE, 2),
    (Rounding.TRUNCATE, 0),
]


def as_printed(value: Fraction, places: int) -> str:
    """Write *value* as a table does: rounded half up, trailing zeros kept."""
    return decimal_text(rounded(value, places), places=places)


@attrs.frozen
class HonestLine:
    """A line computed forward from real values, as an honest department does."""

    indicator: ps.Indicator
    score: Fraction


@st.composite
def honest_lines(draw: DrawFn, mode: Rounding, places: int) -> HonestLine:
    """Draw real values, print them into the cells, and score the real values."""
    weight = Fraction(draw(st.integers(1, 80)), 2)
    target = Fraction(draw(st.integers(1, 500)))
    actual = target * Fraction(draw(st.integers(0, 3000)), 1000)
    unit = draw(st.sampled_from(["%", "人", "万人", "元/人"]))
    shown = 0 if unit == "人" else draw(st.integers(0, 3))
    if unit == "人":
        actual = rounded(actual, 0)
    positive = draw(st.booleans())
    ratio = actual / target
    inverse = 1 / ratio if ratio else Fraction(1)
    share = min(Fraction(1), ratio if positive else inverse)
    score = rounded(weight * share, places, mode)
    indicator = ps.Indicator(
        "完成数",
        weight=decimal_text(weight),
        target=f"{'≥' if positive else '≤'}{target}{unit}",
        actual=f"{as_printed(actual, shown)}{unit}",
        claimed=decimal_text(score),
    )
    return HonestLine(indicator, score)


@st.composite
def honest_tables(draw: DrawFn) -> ps.SelfAssessment:
    """Draw a table that follows the rules under one of the listed ways of printing scores."""
    mode, places = draw(st.sampled_from(WAYS))
    lines = draw(st.lists(honest_lines(mode, places), min_size=1, max_size=6))
    budget = Fraction(draw(st.integers(100, 10**6)), 100)
    executed = budget * Fraction(draw(st.integers(0, 1200)), 1000)
    score = rounded(20 * min(Fraction(1), executed / budget), places, mode)
    rate = as_printed(executed / budget * 100, draw(st.integers(0, 2)))
    total = score + sum((line.score for line in lines), Fraction(0))
    return ps.SelfAssessment(
        table_id="honest",
        execution=ps.BudgetExecution(
            weight=20,
            budget=as_printed(budget, 2),
            executed=as_printed(executed, 2),
            rate=f"{rate}%",
            claimed=decimal_text(score),
        ),
        goals=[ps.Goal(children=[line.indicator for line in lines])],
        total=decimal_text(total),
    )


_PRINTED = [
    "",
    " ",
    "2",
    "≥22万人",
    "29.26万人",
    "99.5%",
    "1‰",
    "-3",
    "(5)",
    "约20",
    "2023年12月",
    "无",
    "——",
    "显著提升",
]
CELLS = (
    st.sampled_from(_PRINTED)
    | st.text(max_size=8)
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.decimals(-1000, 1000, places=2)
    | st.none()
)
"""Whatever a cell may be given as."""
TEXTS = st.text(max_size=8)
LISTS_OF_TEXTS = st.lists(TEXTS, max_size=3)
_OPTIONAL_TEXTS = st.none() | TEXTS
FLAGS = st.booleans()


def _parts(kind: str) -> st.SearchStrategy[list[Any]]:
    return st.lists(st.deferred(lambda: printed(kind)), max_size=2)


_CHILDREN = st.lists(st.deferred(lambda: printed("Indicator") | printed("Level")), max_size=2)
STATEMENTS = ("StatedFigure", "StatedSum", "StatedShare", "StatedChange", "StatedResult")
# What a field takes that is no cell, by its name; where two classes differ, by the class too.
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("name", "label", "title", "table_id", "money_unit", "place", "table"), TEXTS),
    **dict.fromkeys(
        ("department", "project", "supervising_department", "implementing_unit"), _OPTIONAL_TEXTS
    ),
    **dict.fromkeys(("deviation_reason", "improvement", "basis", "text", "source"), _OPTIONAL_TEXTS),
    **dict.fromkeys(("remarks", "labels", "options", "ticked"), LISTS_OF_TEXTS),
    **dict.fromkeys(("truncated", "complete", "fell"), FLAGS),
    "Disclosure.department": TEXTS,
    "Achievement.reached": st.none() | FLAGS,
    "kind": st.sampled_from([*ps.Kind, "部门整体"]),
    "horizon": st.sampled_from(list(Horizon)),
    "direction": st.none() | st.sampled_from(list(ps.Direction)),
    "rating": st.none() | st.sampled_from(list(ps.Result)),
    "grade": st.none() | st.sampled_from([*ps.Grade, "很好", ""]),
    "year": st.none() | st.integers(0, 9999) | TEXTS,
    "parts": st.lists(CELLS.filter(lambda cell: cell is not None), max_size=3),
    "execution": st.none() | st.deferred(lambda: printed("BudgetExecution")),
    "children": _CHILDREN,
    "check_boxes": _parts("CheckBox"),
    "sources": _parts("FundSource"),
    "goals": _parts("Goal"),
    "TargetTable.goals": _parts("TargetGoal"),
    "indicators": _parts("TargetIndicator"),
    "StatedResult.indicators": CELLS,
    "spending": _parts("SpendingItem"),
    "achievements": _parts("Achievement"),
    "tables": _parts("SelfAssessment"),
    "narratives": _parts("Narrative"),
    "target_tables": _parts("TargetTable"),
    "statements": st.lists(
        st.deferred(lambda: st.one_of([printed(name) for name in STATEMENTS])), max_size=3
    ),
}


def printed(kind: str) -> st.SearchStrategy[Any]:
    """Draw an instance of a class of the model, any of its fields left out or given as a caller may."""
    call = getattr(ps, kind)
    fields = {
        name: _FIELDS.get(f"{kind}.{name}", _FIELDS.get(name, CELLS))
        for name in inspect.signature(call).parameters
    }
    needed = {
        name: fields.pop(name)
        for name, field in inspect.signature(call).parameters.items()
        if field.default is inspect.Parameter.empty
    }
    return st.fixed_dictionaries(needed, optional=fields).map(lambda arguments: call(**arguments))


@st.composite
def disclosures(draw: DrawFn) -> ps.Disclosure:
    """Draw everything that a department could publish, right or wrong, each table with a name of its own."""
    names = (f"{number:03}" for number in range(100))
    lists = {
        field: [attrs.evolve(part, table_id=next(names)) for part in draw(_parts(kind))]
        for field, kind in (
            ("tables", "SelfAssessment"),
            ("narratives", "Narrative"),
            ("target_tables", "TargetTable"),
        )
    }
    return ps.Disclosure(
        department=draw(TEXTS),
        year=draw(_FIELDS["year"]),
        statements=draw(_FIELDS["statements"]),
        source=draw(_OPTIONAL_TEXTS),
        remarks=draw(LISTS_OF_TEXTS),
        **lists,
    )
