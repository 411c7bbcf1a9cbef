"""Generators of tables that the properties share."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

import perfscore as ps
from perfscore._text import decimal_text
from perfscore.intervals import Rounding, rounded

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
