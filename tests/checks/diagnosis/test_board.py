"""A table with its verdicts, and what becomes of them if a cell reads otherwise."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import perfscore as ps
from perfscore.checks.diagnosis._board import HOLDS, Board, Reach, replaced
from perfscore.checks.lines import line_with
from perfscore.checks.table import judged_table
from perfscore.findings import VerdictKind
from perfscore.intervals import Interval
from perfscore.rules import FORMULAS, Formula, Piece, Quotient
from perfscore.scoring import ByRatio, basis_of, points
from tests.checks.diagnosis.sample import EXECUTION, RULES, board, table

_ANY = (Fraction(0), Fraction(1))


def _row(position: int, on: Board, **cells: str) -> ps.Indicator:
    item = on.judged[position].line.score.printed_in
    assert isinstance(item, ps.Indicator)
    return attrs.evolve(item, **cells)


def test_the_wrong_lines_are_those_of_indicators() -> None:
    """Execution stands at 0 and has its own explanations; 28 for 29.43 is the line at 3."""
    wrong = board({}, {}, {"claimed": "28.00"}, execution=attrs.evolve(EXECUTION, claimed="3"))
    assert [position for position, _ in wrong.wrong_lines] == [3]


def test_a_line_as_it_would_be() -> None:
    """30 × 84/90 = 28: the line holds with the actual value 84%, and not with 85%."""
    wrong = board({}, {}, {"claimed": "28.00"})
    held = wrong.line_as(3, _row(3, wrong, actual="84%"))
    assert held is not None
    assert held.verdict.kind is VerdictKind.CONSISTENT
    assert wrong.line_as(3, _row(3, wrong, actual="85%")) is None


def test_sums_with_another_claim() -> None:
    """28.93 in place of 29.43 holds with its total of 91.82 only as 29.43, with the subtotal of 72.76 too."""
    wrong = board({}, {}, {"claimed": "28.93"}, subtotal="72.76")
    right = wrong.line_as(3, _row(3, wrong, claimed="29.43"))
    assert right is not None
    assert wrong.sums_hold_with(3, right)
    off = board({}, {}, {"claimed": "28.93"}, subtotal="72.70")
    assert not off.sums_hold_with(3, right)
    other = board({}, {}, {"claimed": "28.93"}, total="90.39")
    assert not other.sums_hold_with(3, right)


def test_a_total_within_reach_is_looked_at_in_full() -> None:
    """91.84 is 0.02 off the sum: rounding of four lines could do that, but not of lines that are exact here."""
    near = board({}, {}, {"claimed": "28.93"}, total="91.86")
    right = near.line_as(3, _row(3, near, claimed="29.43"))
    assert right is not None
    assert not near.sums_hold_with(3, right)


@pytest.mark.parametrize("parts", [{"total": None}, {"total": "5", "truncated": True}])
def test_without_a_total_that_is_compared_a_claim_is_free(parts: dict[str, Any]) -> None:
    """A table that is cut off, or prints no total, says nothing against another claim."""
    wrong = board({}, {}, {"claimed": "28.93"}, **parts)
    right = wrong.line_as(3, _row(3, wrong, claimed="29.43"))
    assert right is not None
    assert wrong.sums_hold_with(3, right)


def test_sums_that_are_held_against_their_lines() -> None:
    """The subtotal lacks 0.06, the total nothing; four lines and the sum round by at most a cent each."""
    sums = board(subtotal="72.70").sums
    assert [(item.missing, item.slack, sorted(item.positions)) for item in sums] == [
        (Fraction("-0.06"), Fraction("0.04"), [1, 2, 3]),
        (Fraction(0), Fraction("0.05"), [0, 1, 2, 3]),
    ]
    # A sum of which a line claims nothing is not compared, nor one without lines.
    assert board({"claimed": None}).sums == ()
    nothing = ps.SelfAssessment(table_id="T", goals=[ps.Goal(claimed=5)], total=5)
    assert Board.of(judged_table(nothing, RULES)).sums == ()


def test_weights_with_another_weight() -> None:
    """30 for 300 lets level and table add up, 40 does not."""
    wrong = board({}, {}, {"weight": 300})
    assert wrong.weights_hold_with(3, _row(3, wrong, weight="30"))
    assert not wrong.weights_hold_with(3, _row(3, wrong, weight="40"))


@pytest.mark.parametrize(
    ("cells", "holds"),
    [
        ({}, True),
        # 93.5 of 100 is not 95.3 %.
        ({"executed": "93.50"}, False),
        # 20 × 95.3 % = 19.06.
        ({"claimed": "18.06"}, False),
        ({"claimed": None}, True),
        # 60 + 30 is not 100.
        ({"sources": [ps.FundSource("财政", budget="60"), ps.FundSource("其他", budget="30")]}, False),
    ],
)
def test_execution_with_other_cells(cells: dict[str, object], *, holds: bool) -> None:
    """Rate, score and sources of the funds must all hold."""
    changed = attrs.evolve(EXECUTION, **cells)  # type: ignore[arg-type]  # cells of several kinds
    assert board().execution_holds_with(changed) is holds


def test_replaced_reaches_into_levels() -> None:
    """The second row of the only level is another one, the others stay."""
    item = ps.Indicator("新")
    names = [row.name for row in replaced(table(), 2, item).indicators]
    assert names == ["甲", "新", "丙"]


def test_a_reach_lists_each_way_of_printing_once() -> None:
    """Whole per cents move a rate by less than 1/100; whole points of a table move a score by less than 1."""
    reach = Reach.of(RULES, 0)
    assert (reach.rate, reach.unit) == (Fraction(1, 100), Fraction(1))
    assert len(set(reach.printings)) == len(reach.printings)
    plain = attrs.evolve(RULES, conventions=RULES.conventions[:1])
    assert Reach.of(plain, 2).rate == 0


def test_what_is_out_of_reach() -> None:
    """2 × 41/45 is 1.8222: 1.82 and, cut to a table's whole points, 1 may be printed; 1.7 and 0 may not."""
    row = ps.Indicator("甲", weight=2, target="45人", actual="41人")
    basis, reach = basis_of(row, RULES), Reach.of(RULES, 0)
    shares = reach.shares(basis, basis.admitted)
    assert shares is not None

    def explains(claimed: str) -> bool:
        cell = attrs.evolve(row, claimed=claimed).claimed
        claim = points(cell)
        assert cell is not None
        assert claim is not None
        return reach.explains(cell, claim, shares, Fraction(2))

    assert [text for text in ("0", "1", "2", "3", "1.7", "1.8", "1.82", "1.830") if explains(text)] == [
        "1",
        "2",
        "1.8",
        "1.82",
        "1.830",
    ]


def test_reach_of_what_is_no_ratio() -> None:
    """What is open follows from nothing; a band or a fact is left to the full check."""
    reach = Reach.of(RULES, 2)
    for cells, expected in (
        ({"target": "100人", "actual": "有"}, None),
        ({"target": "显著提升", "actual": "显著提升"}, (_ANY, _ANY)),
    ):
        basis = basis_of(ps.Indicator("甲", **cells), RULES)
        assert reach.shares(basis, basis.admitted) == expected


def test_reach_of_a_formula_with_steps() -> None:
    """A rate that is rounded over a step may earn anything."""
    half, end = Fraction(1, 2), Interval.at_least(Fraction(1, 2))
    steps = Formula(
        id="steps",
        zh="一半",
        en="half",
        source="made up",
        quotient=Quotient.ACTUAL_BY_TARGET,
        pieces=(
            Piece(Interval(Fraction(0), half, upper_closed=False), Fraction(0)),
            Piece(end, Fraction(1)),
        ),
    )
    row = ps.Indicator("甲", target="≥100人", actual="49人")
    by_ratio = basis_of(row, RULES)
    assert isinstance(by_ratio, ByRatio)
    basis = attrs.evolve(by_ratio, formula=steps)
    assert Reach.of(RULES, 2).shares(basis, basis.admitted) == ((Fraction(0), Fraction(0)), _ANY)


@given(
    target=st.integers(1, 120),
    actual=st.integers(0, 150),
    weight=st.sampled_from(["2", "7.5", "30"]),
    cents=st.integers(0, 3100),
    places=st.integers(0, 2),
    negative=st.sampled_from(["inverse", "linear-decline"]),
    sign=st.sampled_from(["≥", "≤"]),
)
def test_what_holds_is_within_reach(  # the cells of a line
    target: int, actual: int, weight: str, cents: int, places: int, negative: str, sign: str
) -> None:
    """No claim that follows under a convention is thrown out by the quick look."""
    rules = attrs.evolve(RULES, negative=FORMULAS[negative])
    claimed = str(round(cents / 100, places))
    row = ps.Indicator("甲", weight=weight, target=f"{sign}{target}%", actual=f"{actual}%", claimed=claimed)
    printed = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[row])])
    on = Board.of(judged_table(printed, rules))
    (judged,) = on.judged
    if judged.verdict.kind in HOLDS:
        basis = line_with(judged.line, row).score.basis
        shares = on.reach.shares(basis, basis.admitted)
        assert shares is not None
        claim, points_of = points(row.claimed), points(row.weight)
        assert row.claimed is not None
        assert claim is not None
        assert points_of is not None
        assert on.reach.explains(row.claimed, claim, shares, points_of)
