"""Wuhan 2023, one level up: the nine projects aggregated, and the department's table held against them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

import perfscore as ps
from examples.department import results

if TYPE_CHECKING:
    from perfscore.aggregation import Aggregate, Comparison


@pytest.fixture(scope="module")
def both() -> tuple[Aggregate, Comparison]:
    """Return what the example makes of the tables."""
    return results(ps.load_rules("wuhan-2023"))


def test_the_amounts_are_those_of_the_nine_projects(both: tuple[Aggregate, Comparison]) -> None:
    """Added by hand: 37,740.71 and 37,340.24 万元, of which 20 × B/A is 19.79."""
    execution = both[0].execution
    assert execution.target is not None
    assert execution.value is not None
    assert execution.target.face == Fraction("377407100")
    assert execution.value.face == Fraction("373402400")
    assert execution.score is not None
    assert execution.score.printed == Fraction("19.79")


def test_the_department_s_amount_is_explained_by_rounding(both: tuple[Aggregate, Comparison]) -> None:
    """Eight amounts of two places and one of one: ±0.09 around 37,340.24, and 37,340.25 is printed."""
    line = both[1].lines[0]
    assert (line.verdict.claimed, line.verdict.kind) == ("37,340.25", ps.VerdictKind.BY_ROUNDING)
    computed = line.verdict.computed
    assert computed is not None
    assert (computed.lower, computed.upper) == (Fraction("373401500"), Fraction("373403300"))


def test_the_figures_that_the_department_took_over(both: tuple[Aggregate, Comparison]) -> None:
    """Ten figures stand in the projects as the department prints them; nothing is accused."""
    verdicts = [line.verdict for line in both[1].lines]
    agreeing = {line.claimed for line in verdicts if line.kind is ps.VerdictKind.CONSISTENT}
    assert {"29.26万人", "3.96万人", "60家", "37.43万人次", "16,801人", "41人", "97.6%", "72.2%"} < agreeing
    assert sum(line.kind is ps.VerdictKind.CONSISTENT for line in verdicts) == 10
    assert both[1].is_consistent


def test_where_the_points_were_lost(both: tuple[Aggregate, Comparison]) -> None:
    """Two lines of 002-10 reached 0 of 12 and 0 of 7, a third 7,160 of 8,000; each weighs 0.56."""
    lost = {project.table: project.lost for project in both[0].projects}
    assert lost["002-10"] == Fraction("0.56") * (1 + 1 + Fraction(8000 - 7160, 8000))
    # Nothing of 442.8 was left, and every target was reached.
    assert lost["002-07"] == 0
