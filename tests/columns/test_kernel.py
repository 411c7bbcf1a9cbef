"""The kernel: which rows floats decide, and that both loops agree on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import pytest

from perfscore.columns import Printed, Scores, Status
from perfscore.columns import _kernel as kernel
from perfscore.columns._fallback import settle
from perfscore.columns._kernel import ENGINES, Engine, score_numbers
from perfscore.intervals import Rounding
from perfscore.rules import FORMULAS
from tests.columns.reference import SHAPES, WUHAN, rounding
from tests.rules.formulas import STEPS

if TYPE_CHECKING:
    from perfscore.rules import RuleSet

engines = pytest.mark.parametrize("engine", ENGINES)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note the rows that are decided otherwise."""
    rows: list[int] = []
    decide = settle

    def noted(task: Any, some: Any, out: Scores) -> None:
        rows.extend(some.tolist())
        decide(task, some, out)

    monkeypatch.setattr(kernel, "settle", noted)
    return rows


def _scored(columns: list[Printed], directions: list[int], rules: RuleSet, engine: Engine) -> list[int]:
    out = Scores.empty(len(directions), places=rules.score_places)
    named = dict(zip(("weight", "target", "actual"), columns, strict=True))
    score_numbers(named, np.array(directions, dtype=np.int8), rules, out, engine=engine, threads=1)
    assert (out.status == Status.SCORED).all()
    units: list[int] = out.units.tolist()
    return units


@engines
def test_whole_numbers_are_decided_at_once(engine: Engine, settled: list[int]) -> None:
    """2 × 41/45 is 1.82, 4 × 696/700 is 3.98, at most the weight, 20 × 4.5/5 is 18; and no row is left."""
    weight, target, actual = (2, 4, 2, 20), (450, 7000, 10, 45), (410, 6960, 20, 50)
    columns = [Printed(np.array(weight)), Printed(np.array(target), 1), Printed(np.array(actual), 1)]
    assert _scored(columns, [0, 0, 0, 1], WUHAN, engine) == [182, 398, 200, 1800]
    assert settled == []


@engines
def test_ties_of_whole_numbers_are_exact(engine: Engine, settled: list[int]) -> None:
    """1 × 665/1000 is 66.5 hundredths, printed 67; one unit less prints 66."""
    one, target = Printed(np.array([1, 1])), Printed(np.array([1000, 100_000]))
    assert _scored([one, target, Printed(np.array([665, 66_499]))], [0, 0], WUHAN, engine) == [67, 66]
    assert settled == []


@engines
def test_floats_near_a_tie_are_left(engine: Engine, settled: list[int]) -> None:
    """0.665 is not quite a double, so its tie is decided by what it prints; 0.7 lies beside none."""
    one = Printed(np.array([1.0, 1.0]), 0)
    columns = [one, Printed(np.array([1.0, 1.0]), 3), Printed(np.array([0.665, 0.7]), 3)]
    assert _scored(columns, [0, 0], WUHAN, engine) == [67, 70]
    assert settled == [0]


@engines
def test_odd_rows_are_left_and_the_others_are_not(engine: Engine, settled: list[int]) -> None:
    """A zero actual value of a thing one wants less of is full weight, an amount beyond 2⁵⁰ is decided otherwise."""
    columns = [
        Printed(np.array([2, 2, 2])),
        Printed(np.array([45, 4, 2**51])),
        Printed(np.array([41, 0, 2**50])),
    ]
    assert _scored(columns, [0, 1, 0], WUHAN, engine) == [182, 200, 100]
    assert settled == [2]


@engines
@pytest.mark.parametrize(
    "rules",
    [
        SHAPES[0],
        rounding(Rounding.HALF_EVEN),
        attrs.evolve(WUHAN, positive=attrs.evolve(FORMULAS["proportional"], pieces=STEPS.pieces)),
        attrs.evolve(WUHAN, score_places=0),
    ],
    ids=["other formulas", "half even", "the same id", "fewer places than the weights"],
)
def test_what_the_loops_do_not_compute(engine: Engine, rules: RuleSet, settled: list[int]) -> None:
    """Any other formula by what it says, another rounding, or weights finer than the scores: every row is left."""
    columns = [Printed(np.array([250, 250]), 2), Printed(np.array([10, 10])), Printed(np.array([10, 11]))]
    whole = 3 if rules.score_places == 0 else 250
    assert _scored(columns, [0, 0], rules, engine) == [whole, whole]
    assert settled == [0, 1]


@engines
def test_a_formula_of_another_name_is_computed_by_what_it_says(engine: Engine, settled: list[int]) -> None:
    """A copy of the usual pair under other ids goes through the loops."""
    rules = attrs.evolve(
        WUHAN,
        positive=attrs.evolve(FORMULAS["proportional"], id="mine"),
        negative=attrs.evolve(FORMULAS["inverse"], id="yours"),
    )
    columns = [Printed(np.array([2])), Printed(np.array([45])), Printed(np.array([41]))]
    assert _scored(columns, [0], rules, engine) == [182]
    assert settled == []
