"""Lines as they are judged: what their scores rest on."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest

import perfscore as ps
from perfscore.checks._context import Context
from perfscore.checks.lines._line import line_with, lines_of, with_weight
from perfscore.findings import Column, VerdictKind

RULES = ps.load_rules("wuhan-2023")
ANCHOR = ps.Indicator("锚", weight=1, target="100人", actual="33人", claimed="0.33")


@pytest.mark.parametrize("rate", ["4□%", 0.42])
def test_a_printed_rate_is_not_what_the_score_rests_on(rate: str | float) -> None:
    """The score of budget execution comes from its amounts: a bad rate has a verdict of its own."""
    execution = ps.BudgetExecution(weight=20, budget="100", executed="42.00", rate=rate, claimed="8.4")
    table = ps.SelfAssessment(execution=execution, goals=[ps.Goal(children=[ANCHOR])])
    verdict = next(
        item
        for item in ps.verify(table, rules=RULES).verdicts
        if item.location.name == "预算执行" and item.location.column is Column.SCORE
    )
    assert verdict.kind is VerdictKind.CONSISTENT
    assert not verdict.assumed


def test_another_weight_is_inferred_and_moves_what_is_possible() -> None:
    """The score follows the weight; the cells and the claim stay as they are printed."""
    table = ps.SelfAssessment(goals=[ps.Goal(children=[ANCHOR])])
    card = ps.score(table, rules=RULES)
    (line,) = lines_of(Context(table=table, rules=RULES, card=card, places=2))
    other = with_weight(line, Fraction(2))
    assert (line.inferred, other.inferred) == (False, True)
    assert line.possible is not None
    assert other.possible == line.possible.scaled(Fraction(2))
    assert (other.cells, other.claim) == (line.cells, Fraction("0.33"))


def test_a_row_in_place_of_another_keeps_an_inferred_weight() -> None:
    """Without a printed weight of its own it is judged under the weight that was inferred."""
    bare = attrs.evolve(ANCHOR, weight=None)
    table = ps.SelfAssessment(goals=[ps.Goal(children=[bare])])
    card = ps.score(table, rules=RULES)
    (line,) = lines_of(Context(table=table, rules=RULES, card=card, places=2))
    tried = line_with(with_weight(line, Fraction(4)), attrs.evolve(bare, actual="50人"))
    assert (tried.inferred, tried.score.weight) == (True, Fraction(4))
    assert tried.score.exact == 2
