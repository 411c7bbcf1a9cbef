"""verify_columns: for each row the kind of verdict that verify() gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfscore.columns import KINDS, Printed, Verdicts, verify_columns
from perfscore.errors import InputError
from perfscore.intervals import Rounding
from perfscore.rules import FORMULAS
from tests.columns.reference import SHAPES, WUHAN, claimed_rows, exact_kind, printed

if TYPE_CHECKING:
    import perfscore as ps

OTHER = attrs.evolve(
    WUHAN,
    positive=FORMULAS["gated"],
    negative=FORMULAS["linear-decline"],
    choices=attrs.evolve(WUHAN.choices, zero_target_positive="full", negative_figure="zero"),
)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    "rules", [WUHAN, OTHER, *SHAPES[1:]], ids=["wuhan", "other", "steps", "turning", "fine"]
)
def test_each_row_has_the_verdict_of_the_exact_path(seed: int, rules: ps.RuleSet) -> None:
    """Its kind, and the convention that explains it, for claims on, beside and off the score."""
    columns, directions = claimed_rows(150, seed, rules)
    claimed, weight, target, actual = columns
    found = verify_columns(claimed, weight, target, actual, directions, rules=rules)
    for row in range(150):
        cells: list[Any] = [
            printed(int(column.values[row]), column.places) for column in (weight, target, actual, claimed)
        ]
        expected = exact_kind(cells, int(directions[row]), rules)
        assert (found.kind[row], found.convention[row]) == expected, cells


@pytest.mark.parametrize(
    ("weight", "target", "actual", "claimed"),
    [
        # 4.2 of 10 may be 41.5 % to 42.5 %, printed 42 % or 43 %: 8.125 × 43 % is 3.49375.
        ("8.125", "10", "4.2", "3.49"),
        ("8.125", "10", "4.2", "3.50"),
        # 41.5 of 100 may be 41.45 %, printed 41 %: 8 × 41 % is 3.28, and 8 × 41.45 % is 3.316.
        ("8", "100", "41.5", "3.28"),
        ("8", "100", "41.5", "3.29"),
    ],
)
def test_a_rate_that_was_rounded_first(weight: str, target: str, actual: str, claimed: str) -> None:
    """The lowest and the highest rate that the cells can print explain a claim, and nothing beside them."""
    cells = [weight, target, actual, claimed]
    columns = [Printed(np.array([int(text.replace(".", ""))]), len(text.partition(".")[2])) for text in cells]
    found = verify_columns(columns[3], columns[0], columns[1], columns[2], "positive", rules=WUHAN)
    kind, convention = exact_kind(list(cells), 0, WUHAN)
    assert (found.kind[0], found.convention[0]) == (kind, convention)
    by_rate = claimed in {"3.49", "3.28"}
    assert KINDS[kind].slug == ("consistent-under-another-convention" if by_rate else "inconsistent")


@given(
    st.tuples(*[st.integers(-1, 4000)] * 4, *[st.integers(0, 3)] * 4),
    st.integers(0, 1),
    st.integers(0, 13),
)
def test_any_row_has_the_verdict_of_the_exact_path(row: tuple[int, ...], direction: int, zeros: int) -> None:
    """Also with figures that 64 bits do not hold the products of."""
    units = [row[0], row[1] * 10**zeros, row[2] * 10**zeros, row[3]]
    columns = [Printed(np.array([value]), at) for value, at in zip(units, row[4:], strict=True)]
    weight, target, actual, claimed = columns
    found = verify_columns(claimed, weight, target, actual, direction, rules=WUHAN)
    cells: list[Any] = [printed(value, at) for value, at in zip(units, row[4:], strict=True)]
    assert (found.kind[0], found.convention[0]) == exact_kind(cells, direction, WUHAN)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        # 20 × 42 %, the rate of 37.71/90.29 (41.77 %) rounded to whole per cent: 8.4.
        (("20", "90.29", "37.71", "8.4"), "consistent-under-another-convention"),
        (("2", "45", "41", "1.82"), "consistent"),
        (("2", "45", "41", "2"), "consistent-under-another-convention"),
        (("2", "45", "41", "2.00"), "inconsistent"),
        (("2", "45", "41", "2.01"), "inconsistent"),
        # 20 × 99.05/100 is 19.81; 99.1 may stand for it.
        (("20", "100", "99.1", "19.81"), "consistent-only-by-rounding"),
    ],
)
def test_claims_of_the_documents(cells: tuple[str, ...], kind: str) -> None:
    """Verdicts that can be worked out by hand."""
    columns = [Printed(np.array([int(text.replace(".", ""))]), len(text.partition(".")[2])) for text in cells]
    weight, target, actual, claimed = columns
    found = verify_columns(claimed, weight, target, actual, "positive", rules=WUHAN)
    assert KINDS[found.kind[0]].slug == kind


def test_places_by_row() -> None:
    """Each row may print places of its own: 2 is not 2.00, and 99 per cent not 99.00."""
    columns = Printed(np.array([200, 200]), 2), np.array([2, 2]), np.array([45, 45]), np.array([41, 41])
    found = verify_columns(*columns, 0, rules=WUHAN, claimed_places=np.array([0, 2]))
    assert [KINDS[kind].slug for kind in found.kind] == [
        "consistent-under-another-convention",
        "inconsistent",
    ]
    table = verify_columns(*columns, 0, rules=WUHAN, claimed_places=0, table_places=2)
    assert table.kind.tolist() == [found.kind[1]] * 2
    cells = Printed(np.array([1981, 1981]), 2), np.array([20, 20]), np.array([100, 100])
    actual = Printed(np.array([9910, 9910]), 2)
    found = verify_columns(*cells, actual, 0, rules=WUHAN, actual_places=[1, 2])
    # From 99.095 up, 19.819 is cut off to 19.81.
    slugs = ["consistent-only-by-rounding", "consistent-under-another-convention"]
    assert [KINDS[kind].slug for kind in found.kind] == slugs


def test_what_is_missing_is_open() -> None:
    """No claim, weight, cell or direction, no verdict; but no claim above its weight is explained by any cell."""
    nothing, two = Printed(np.array([2.0, np.nan]), 0), np.array([2, 2])
    for position in range(4):
        claimed, weight, target, actual = (nothing if at == position else two for at in range(4))
        found = verify_columns(claimed, weight, target, actual, [0, 0], rules=WUHAN)
        assert [KINDS[kind].slug for kind in found.kind] == ["consistent", "open"]
    found = verify_columns(two, two, two, two, [-1, 0], rules=WUHAN)
    assert [KINDS[kind].slug for kind in found.kind] == ["open", "consistent"]
    found = verify_columns(np.array([3]), np.array([2]), nothing.values[1:], np.array([2]), 0, rules=WUHAN)
    assert KINDS[found.kind[0]].slug == "inconsistent"


def test_floats_of_more_places_than_said() -> None:
    """A float is the decimal that it prints; one of hundreds of digits is no figure of a table."""
    third = np.array([19.999, 1e300, 0.30000000000000004])
    twenty = np.array([20.0, 20.0, 1.0])
    found = verify_columns(twenty, twenty, twenty, Printed(third, 0), 0, rules=WUHAN)
    assert [KINDS[kind].slug for kind in found.kind] == ["consistent", "open", "inconsistent"]
    unreadable = verify_columns(Printed(third, 0), np.array([20, 20, 20]), twenty, twenty, 0, rules=WUHAN)
    assert KINDS[unreadable.kind[1]].slug == "open"


def test_conventions_of_ones_own() -> None:
    """A rate cut off instead of rounded is a convention like the others."""
    cut = attrs.evolve(WUHAN.conventions[5], rate_rounding=Rounding.TRUNCATE)
    rules = attrs.evolve(WUHAN, conventions=(*WUHAN.conventions[:2], cut))
    # 20 × 41.77 %, cut to 41 %: 8.2.
    columns = Printed(np.array([820]), 2), np.array([20]), np.array([10000]), np.array([4177])
    found = verify_columns(*columns, 0, rules=rules)
    assert (KINDS[found.kind[0]].slug, found.convention[0]) == ("consistent-under-another-convention", 2)
    plain = attrs.evolve(WUHAN, conventions=WUHAN.conventions[:1])
    assert KINDS[verify_columns(*columns, 0, rules=plain).kind[0]].slug == "inconsistent"


def test_bad_calls_are_refused() -> None:
    """Lengths, infinities, places, formulas and rules: the error says which."""
    one = np.array([1])
    cells = one, one, one, one
    with pytest.raises(InputError, match=r"actual\[0\]: found inf"):
        verify_columns(one, one, one, np.array([np.inf]), 0, rules=WUHAN)
    with pytest.raises(InputError, match="claimed 1, weight 2"):
        verify_columns(one, np.array([1, 1]), one, one, 0, rules=WUHAN)
    for places in ("two", np.array([[1]]), 1.5):
        with pytest.raises(InputError, match="whole numbers"):
            verify_columns(*cells, 0, rules=WUHAN, claimed_places=places)
    with pytest.raises(InputError, match=r"claimed_places\[0\]: found 99"):
        verify_columns(*cells, 0, rules=WUHAN, claimed_places=[99])
    with pytest.raises(InputError, match="claimed_places 2"):
        verify_columns(*cells, 0, rules=WUHAN, claimed_places=[1, 1])
    with pytest.raises(InputError, match="a rule set"):
        verify_columns(*cells, 0, rules=None)  # type: ignore[arg-type]


def test_no_rows_no_verdicts() -> None:
    """An empty table is no error."""
    none = np.array([], dtype=np.int64)
    found = verify_columns(none, none, none, none, none, rules=WUHAN)
    assert repr(found) == "<Verdicts: 0 rows>"
    assert isinstance(found, Verdicts)


@pytest.mark.parametrize("name", ["claimed_places", "actual_places", "table_places"])
@pytest.mark.parametrize(
    "places",
    [13, -13, 10**6, np.array([0, 2**63], dtype=np.uint64), np.ma.array([0, 1], mask=[True, False])],
)
def test_places_that_no_table_prints_are_refused(name: str, places: object) -> None:
    """One for all rows as in a column; a number of 64 bits does not turn negative; none is masked."""
    two = np.array([2, 2])
    with pytest.raises(InputError, match=rf"(?s)^{name}.*: found .*, expected (whole )?numbers"):
        verify_columns(two, two, two, two, 0, rules=WUHAN, **{name: places})


def test_no_rows_have_no_places() -> None:
    """An empty list is a column of no numbers."""
    none = np.array([], dtype=np.int64)
    assert len(verify_columns(none, none, none, none, 0, rules=WUHAN, claimed_places=[])) == 0
