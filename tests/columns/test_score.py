"""score_columns: the printed scores of the exact path, row by row."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfscore.columns import NO_SCORE, Printed, Scores, Status, score_columns
from perfscore.columns import _kernel as kernel
from perfscore.errors import InputError
from perfscore.intervals import Rounding
from perfscore.rules import FORMULAS
from tests.columns.reference import (
    SHAPES,
    WUHAN,
    Cells,
    adversarial,
    exact_units,
    random_rows,
    rounding,
)
from tests.rules.formulas import STEPS

if TYPE_CHECKING:
    import perfscore as ps

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

ENGINES = ["numpy", "numba"]
STRICT = attrs.evolve(
    WUHAN,
    choices=attrs.evolve(WUHAN.choices, zero_target_positive="full", negative_figure="zero"),
    positive=FORMULAS["gated"],
    negative=FORMULAS["linear-decline"],
)


def as_floats(columns: Cells) -> Cells:
    """Return the columns as the floats that are nearest to what they print."""
    weight, target, actual = (
        Printed(column.values / 10.0**column.places, column.places) for column in columns
    )
    return weight, target, actual


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("make", [random_rows, adversarial])
@pytest.mark.parametrize("floats", [False, True])
def test_each_row_is_the_exact_path(
    engine: kernel.Engine, make: Callable[..., tuple[Cells, NDArray[np.int8]]], floats: bool
) -> None:
    """Ordinary rows, ties, neighbours of ties, zero, huge and tiny figures: all the same."""
    columns, directions = make(600, seed=1)
    columns = as_floats(columns) if floats else columns
    scores = score_columns(*columns, directions, rules=WUHAN, engine=engine)
    assert scores.units.tolist() == exact_units(columns, directions, list(range(600)), WUHAN)


@st.composite
def cells(draw: st.DrawFn) -> tuple[list[int], list[int], int]:
    """Draw a row: weight, target and actual value in units, their places, the direction."""
    units = [draw(st.integers(-2, 10 ** draw(st.integers(0, 18)))) for _ in range(3)]
    if draw(st.booleans()):
        units[2] = max(0, units[1] + draw(st.integers(-3, 3)))
    return units, [draw(st.integers(0, 4)) for _ in range(3)], draw(st.integers(0, 1))


@given(cells(), st.sampled_from([WUHAN, STRICT, rounding(Rounding.HALF_EVEN)]))
def test_any_row_is_the_exact_path(row: tuple[list[int], list[int], int], rules: ps.RuleSet) -> None:
    """Whatever the figures, the places, the formulas and the rounding."""
    units, places, direction = row
    weight, target, actual = (Printed(np.array([value]), at) for value, at in zip(units, places, strict=True))
    columns = weight, target, actual
    directions = np.array([direction], dtype=np.int8)
    scores = score_columns(*columns, directions, rules=rules)
    exact = exact_units(columns, directions, [0], rules)
    if scores.status[0] == Status.TOO_LARGE:
        assert exact[0] > np.iinfo(np.int64).max
    else:
        assert scores.units.tolist() == exact


@given(
    st.tuples(*[st.floats(0, 1e6) | st.floats(0, allow_infinity=False) | st.just(np.nan)] * 3),
    st.integers(0, 1),
    st.sampled_from(ENGINES),
)
@example(row=(0.0, 2.0**-1022, 0.0), direction=0, engine="numpy")
def test_any_float_is_the_decimal_that_it_prints(
    row: tuple[float, float, float], direction: int, engine: kernel.Engine
) -> None:
    """Floats of more places than are said, noise of arithmetic included, are taken as they print."""
    weight, target, actual = (Printed(np.array([value]), 2) for value in row)
    columns = weight, target, actual
    directions = np.array([direction], dtype=np.int8)
    scores = score_columns(*columns, directions, rules=WUHAN, engine=engine)
    if np.isnan(row).any():
        assert scores.status[0] == Status.MISSING
    elif scores.status[0] == Status.TOO_LARGE:
        assert row[0] > 1e16
    else:
        assert scores.units.tolist() == exact_units(columns, directions, [0], WUHAN)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_examples_of_the_rules(engine: kernel.Engine) -> None:
    """Rule 6: 2 × 41/45 is 1.82, 4 × 696/700 is 3.98; 20 × 99.225 % is 19.845, printed 19.85."""
    weight, target, actual = (
        np.array([2, 4, 20, 20]),
        np.array([45, 700, 40000, 3]),
        np.array([41, 696, 39690, 5]),
    )
    scores = score_columns(weight, target, actual, [0, 0, 0, 1], rules=WUHAN, engine=engine)
    assert scores.units.tolist() == [182, 398, 1985, 1200]
    assert scores.to_float().tolist() == [1.82, 3.98, 19.85, 12.0]


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_without_a_score_are_marked(engine: kernel.Engine) -> None:
    """Missing, open, negative: each says why, and holds no number that could pass for a score."""
    missing = np.array([True, False, False, False, False, False])
    weight = Printed(np.array([2, 2, 2, -2, 2, 2]), missing=missing)
    target = np.array([5, 0, -1, 5, 5, 0])
    actual = np.array([5, 5, 5, 5, -5, 0])
    scores = score_columns(weight, target, actual, [0, 0, 0, 0, 1, 1], rules=WUHAN, engine=engine)
    statuses = [Status.MISSING, Status.OPEN, Status.OPEN, Status.WEIGHT, Status.OPEN, Status.SCORED]
    assert scores.status.tolist() == statuses
    assert scores.units.tolist() == [NO_SCORE] * 5 + [200]
    unknown = score_columns(target, target, actual, [-1] * 6, rules=WUHAN, engine=engine)
    assert unknown.counts() == {Status.MISSING: 6}


@pytest.mark.parametrize("engine", ENGINES)
def test_floats_say_missing_by_nan(engine: kernel.Engine) -> None:
    """NaN is missing beside a mask that says so of other rows."""
    weight = Printed(np.array([2.0, np.nan, 2.0]), missing=np.array([False, False, True]))
    scores = score_columns(weight, weight, weight, 0, rules=WUHAN, engine=engine)
    assert scores.status.tolist() == [Status.SCORED, Status.MISSING, Status.MISSING]
    one = np.array([1, 1, 1])
    mixed = score_columns(one, Printed(one, missing=~weight.missing), weight, 0, rules=WUHAN, engine=engine)  # type: ignore[operator]
    assert mixed.counts() == {Status.MISSING: 3}


@pytest.mark.parametrize("engine", ENGINES)
def test_what_a_table_cannot_print_is_marked(engine: kernel.Engine) -> None:
    """A float of hundreds of digits is unreadable, a score beyond 64 bits too large."""
    huge = np.array([1e300, 1.0])
    scores = score_columns(huge, huge, huge, 0, rules=WUHAN, engine=engine)
    assert scores.status.tolist() == [Status.UNREADABLE, Status.SCORED]
    # Also where a weight of 0 would make any target the same.
    scores = score_columns(np.array([0, 0]), huge, np.array([1, 1]), 0, rules=WUHAN, engine=engine)
    assert scores.status.tolist() == [Status.UNREADABLE, Status.SCORED]
    weight = np.array([2**62])
    scores = score_columns(weight, weight, weight, 0, rules=WUHAN, engine=engine)
    assert scores.counts() == {Status.TOO_LARGE: 1}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_target_that_no_table_can_print_is_marked(engine: kernel.Engine) -> None:
    """A target of more than 40 digits is none, also where nothing was reached and any target would do."""
    tiny = np.array([1.7479104000000002e-25, 2e-13])
    columns = Printed(np.array([2.0, 2.0])), Printed(tiny), Printed(np.array([0.0, 0.0]))
    for direction, full in ((0, 0), (1, 200)):
        scores = score_columns(*columns, direction, rules=WUHAN, engine=engine)
        assert scores.status.tolist() == [Status.UNREADABLE, Status.SCORED]
        assert scores.units.tolist() == [NO_SCORE, full]
        assert exact_units(columns, np.full(2, direction, np.int8), [0, 1], WUHAN) == [NO_SCORE, full]


@pytest.mark.parametrize("engine", ENGINES)
def test_integers_in_the_other_order_of_bytes(engine: kernel.Engine) -> None:
    """As files and networks hold them."""
    two = np.array([2, 300], dtype=">i2")
    assert score_columns(two, two, two, 0, rules=WUHAN, engine=engine).units.tolist() == [200, 30000]


def test_threads_share_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scores do not depend on how the rows are shared or cut."""
    columns, directions = adversarial(500, seed=2)
    one = score_columns(*columns, directions, rules=WUHAN)
    monkeypatch.setattr(kernel, "_FEWEST", 64)
    monkeypatch.setattr(kernel, "BLOCK", 50)
    for engine in ("numpy", "numba"):
        two = score_columns(*columns, directions, rules=WUHAN, threads=2, engine=engine)
        assert two.units.tolist() == one.units.tolist()
        assert two.status.tolist() == one.status.tolist()


def test_scores_are_written_to_a_buffer() -> None:
    """The buffer itself is filled and returned; one that does not fit is refused."""
    two = np.array([2, 2])
    out = Scores.empty(2)
    assert score_columns(two, two, two, 0, rules=WUHAN, out=out) is out
    assert out.units.tolist() == [200, 200]
    for bad in (Scores.empty(3), Scores.empty(2, places=1)):
        with pytest.raises(InputError, match="2 rows of 2 places"):
            score_columns(two, two, two, 0, rules=WUHAN, out=bad)


def test_a_buffer_that_would_hold_something_else_is_refused() -> None:
    """Floats would hold half a unit too much, small integers the rest of a division; read-only arrays nothing."""
    status = np.zeros(2, dtype=np.int8)
    for units in (np.zeros(2), np.zeros(2, dtype=np.int32), [0, 0], np.zeros((2, 1), dtype=np.int64)):
        with pytest.raises(InputError, match="units: found"):
            Scores(units, status, 2)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="status: found 'int64', expected int8"):
        Scores(np.zeros(2, dtype=np.int64), np.zeros(2, dtype=np.int64), 2)
    with pytest.raises(InputError, match="units 3, status 2"):
        Scores(np.zeros(3, dtype=np.int64), status, 2)
    two, out = np.array([2, 2]), Scores.empty(2)
    out.status.flags.writeable = False
    with pytest.raises(InputError, match="out: found 'arrays that are read-only'"):
        score_columns(two, two, two, 0, rules=WUHAN, out=out)
    with pytest.raises(InputError, match="out: found .*, expected scores"):
        score_columns(two, two, two, 0, rules=WUHAN, out=two)  # type: ignore[arg-type]


@pytest.mark.parametrize("threads", [0, -1, 2.5, "a", None])
def test_threads_are_at_least_one(threads: object) -> None:
    """Also where the rows are too few to be shared."""
    two = np.array([2])
    with pytest.raises(InputError, match="threads: found"):
        score_columns(two, two, two, 0, rules=WUHAN, threads=threads)  # type: ignore[arg-type]


def test_printed_cells_are_not_read() -> None:
    """They are refused, with the name of what reads them."""
    with pytest.raises(InputError, match="weight: found .*, expected an array of numbers; score_cells"):
        score_columns(["2"], ["45人"], ["41人"], 0, rules=WUHAN)


def test_an_empty_table_has_no_scores() -> None:
    """No rows, no error."""
    none = np.array([], dtype=np.int64)
    assert len(score_columns(none, none, none, none, rules=WUHAN)) == 0


def test_bad_calls_are_refused() -> None:
    """Lengths, infinities, engines and rules: the error says which."""
    one, two = np.array([1]), np.array([1, 1])
    with pytest.raises(InputError, match="weight 2, target 1"):
        score_columns(two, one, one, 0, rules=WUHAN)
    with pytest.raises(InputError, match=r"target\[1\]: found inf"):
        score_columns(two, np.array([1.0, np.inf]), two, 0, rules=WUHAN)
    with pytest.raises(InputError, match="numpy or numba"):
        score_columns(one, one, one, 0, rules=WUHAN, engine="abacus")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="a rule set"):
        score_columns(one, one, one, 0, rules="wuhan-2023")  # type: ignore[arg-type]


def test_a_variant_of_a_formula_is_what_it_says() -> None:
    """It may keep the id of a formula that the loops compute: 3 × 3/3 is then 2.10."""
    three = np.array([3])
    steps = attrs.evolve(FORMULAS["proportional"], pieces=attrs.evolve(STEPS, id="x").pieces)
    for actual, expected in ((3, 300), (2, 150), (1, 0)):
        scores = score_columns(three, three, np.array([actual]), 0, rules=attrs.evolve(WUHAN, positive=steps))
        assert scores.units.tolist() == [expected]


@pytest.mark.parametrize("rules", SHAPES, ids=lambda rules: f"{rules.positive.id}, {rules.negative.id}")
def test_formulas_of_every_shape(rules: ps.RuleSet) -> None:
    """With steps, falling, turning back, of huge denominators: each row has the score of the exact path."""
    for make in (random_rows, adversarial):
        columns, directions = make(300, seed=11)
        for cells in (columns, as_floats(columns)):
            scores = score_columns(*cells, directions, rules=rules)
            assert scores.units.tolist() == exact_units(cells, directions, list(range(300)), rules)


def test_the_memory_stays_small() -> None:
    """Beside its result, scoring holds a few blocks, whatever the number of rows."""
    import tracemalloc  # noqa: PLC0415  # for this test alone

    rows = 400_000
    columns, directions = random_rows(rows, seed=3)
    out = Scores.empty(rows)
    tracemalloc.start()
    score_columns(*columns, directions, rules=WUHAN, out=out)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * 8 * kernel.BLOCK < 24 * rows


def test_half_a_unit_beside_the_limit() -> None:
    """At the limit of what floats decide, a tie and its neighbours are told apart."""
    target = 2**49 + 2
    for beside, expected in ((-1, 0), (0, 1), (1, 1)):
        columns = np.array([1]), np.array([target]), np.array([target // 2 + beside])
        rules = attrs.evolve(WUHAN, score_places=0)
        assert score_columns(*columns, 0, rules=rules).units.tolist() == [expected]
        assert Fraction(target // 2 + beside, target) >= Fraction(1, 2) or not expected
