"""Laws of inferred weights: an honest level is never called impossible."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

import perfscore as ps
from perfscore.intervals import rounded

RULES = ps.load_rules("wuhan-2023")


@st.composite
def honest_levels(draw: st.DrawFn) -> tuple[ps.SelfAssessment, list[int]]:
    """Draw whole weights and results, print the scores forward, and leave the weights out."""
    weights = draw(st.lists(st.integers(1, 12), min_size=1, max_size=5))
    places = draw(st.integers(0, 2))
    rows = []
    for weight in weights:
        target = draw(st.integers(1, 60))
        actual = draw(st.integers(0, 70))
        score = rounded(weight * min(Fraction(1), Fraction(actual, target)), places)
        claimed = f"{float(score):.{places}f}"
        rows.append(ps.Indicator("数", target=f"{target}人", actual=f"{actual}人", claimed=claimed))
    level = ps.Level("产出指标", rows, weight=sum(weights))
    return ps.SelfAssessment(goals=[ps.Goal(children=[level])]), weights


@given(honest_levels())
def test_an_honest_level_is_possible(drawn: tuple[ps.SelfAssessment, list[int]]) -> None:
    """Weights exist, no line is called wrong, and an only weight is the one that it was printed with."""
    table, weights = drawn
    result = ps.verify(table, rules=RULES, ignore=["O"])
    assert not {"W004", "Q009", "Q006", "Q007", "Q008", "Q001"} & {item.code for item in result.findings}
    for line, weight in zip(result.card.lines, weights, strict=True):
        assert line.weight in (None, weight)
