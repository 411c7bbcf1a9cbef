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
from perfscore.checks.table import judged_table
from perfscore.figures import Precision
from perfscore.findings import VerdictKind
from perfscore.intervals import Interval, rounded
from perfscore.rules import FORMULAS, Convention, Formula, Piece, Quotient, RateRounding
from perfscore.scoring import ByRatio, Worth, basis_of, points, worth_of
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
    """2 × 41/45 is 1.8222: 1.82 and, cut to a table's whole points, 1 may be printed; 1.7, 1.83 and 0 may not."""
    row = ps.Indicator("甲", weight=2, target="45人", actual="41人")
    basis, reach = basis_of(row, RULES), Reach.of(RULES, 0)
    shares = reach.shares(basis, basis.admitted)
    assert shares is not None

    def explains(claimed: str) -> bool:
        cell = attrs.evolve(row, claimed=claimed).claimed
        claim = points(cell)
        assert cell is not None
        assert claim is not None
        return reach.explains(cell, claim, shares, Worth(Fraction(2)))

    assert [text for text in ("0", "1", "2", "3", "1.7", "1.8", "1.82", "1.830") if explains(text)] == [
        "1",
        "2",
        "1.8",
        "1.82",
    ]


def test_reach_of_what_is_no_ratio() -> None:
    """What is open follows from nothing; a band or a fact is left to the full check."""
    reach = Reach.of(RULES, 2)
    left_open = basis_of(ps.Indicator("甲", target="100人", actual="有"), RULES)
    assert reach.shares(left_open, left_open.admitted) is None
    band = basis_of(ps.Indicator("甲", target="显著提升", actual="显著提升"), RULES)
    shares = reach.shares(band, band.admitted)
    assert shares is not None
    assert (shares.exact, shares.moved, shares.by(RateRounding(2))) == (_ANY, _ANY, _ANY)


_HALF = Fraction(1, 2)


def _formula(*pieces: Piece) -> Formula:
    return Formula(
        id="made",
        zh="虚构",
        en="made up",
        source="made up",
        quotient=Quotient.ACTUAL_BY_TARGET,
        pieces=pieces,
    )


@pytest.mark.parametrize(
    ("formula", "actual", "moved", "by_rate"),
    [
        # 0.5 for 0.495 and more: a rate that is rounded over the step earns all, 49.4 % nothing.
        ("steps", "49.5%", _ANY, (Fraction(0), Fraction(1))),
        ("steps", "49.4%", _ANY, (Fraction(0), Fraction(0))),
        # Up to a half and down again: 49.5 % is near enough to the top for anything within 2 × 1 %.
        (
            "peak",
            "49.5%",
            (Fraction("0.969"), Fraction("1.011")),
            (Fraction("0.969"), Fraction("1.011")),
        ),
        # 49.45 % to 49.55 % are 49 % and 50 %.
        (
            "proportional",
            "49.5%",
            (Fraction("0.4845"), Fraction("0.5055")),
            (Fraction("0.49"), Fraction("0.5")),
        ),
    ],
)
def test_shares_by_rounded_rates(
    formula: str, actual: str, moved: tuple[Fraction, Fraction], by_rate: tuple[Fraction, Fraction]
) -> None:
    """A rate of whole per cents moves by less than 1 %, and the share by no more than the steepest piece."""
    below = Interval(Fraction(0), _HALF, upper_closed=False)
    above = Interval.at_least(_HALF)
    made = {
        "steps": _formula(Piece(below, Fraction(0)), Piece(above, Fraction(1))),
        "peak": _formula(
            Piece(below, Fraction(0), Fraction(2)),
            Piece(Interval(_HALF, Fraction(1), upper_closed=False), Fraction(2), Fraction(-2)),
            Piece(Interval.at_least(Fraction(1)), Fraction(0)),
        ),
        **FORMULAS,
    }
    basis = basis_of(ps.Indicator("甲", target="≥100%", actual=actual), RULES)
    assert isinstance(basis, ByRatio)
    # The target is taken at its word, so that the rate is the actual value.
    whole = attrs.evolve(basis.target_cell, precision=Precision.EXACT)
    basis = attrs.evolve(basis, formula=made[formula], target_cell=whole)
    shares = Reach.of(RULES, 2).shares(basis, basis.admitted)
    assert shares is not None
    assert shares.moved == moved
    assert shares.by(RateRounding(2)) == by_rate
    assert shares.by(None) == shares.exact


def test_a_bound_has_no_last_ratio() -> None:
    """Of 95%以上 the rate has no end: what a rounded one earns is not looked at more closely."""
    basis = basis_of(ps.Indicator("甲", target="≥100%", actual="95%以上"), RULES)
    shares = Reach.of(RULES, 2).shares(basis, basis.admitted)
    assert shares is not None
    assert shares.by(RateRounding(2)) == shares.moved


@given(
    target=st.integers(1, 120),
    actual=st.integers(0, 150),
    weight=st.sampled_from(["2", "7.5", "30", "600"]),
    places=st.integers(0, 2),
    convention=st.sampled_from([item for item in RULES.conventions if not item.printed_rate]),
    negative=st.sampled_from(["inverse", "linear-decline"]),
    sign=st.sampled_from(["≥", "≤"]),
)
def test_what_holds_is_within_reach(
    target: int,
    actual: int,
    weight: str,
    places: int,
    convention: Convention,
    negative: str,
    sign: str,
) -> None:
    """A claim that is made forward under any convention is not thrown out by the quick look."""
    rules = attrs.evolve(RULES, negative=FORMULAS[negative])
    formula = rules.positive if sign == "≥" else rules.negative
    share = formula.share(Fraction(actual, target), rate=convention.rate)
    by = rules.score_places if convention.score_places == "rule" else places
    claim = rounded(Fraction(weight) * share, by, convention.score_rounding)
    row = ps.Indicator("甲", weight=weight, target=f"{sign}{target}%", actual=f"{actual}%", claimed=claim)
    # The other row makes the places that the table prints.
    other = ps.Indicator("乙", weight=1, target="1", actual="1", claimed=f"{1:.{places}f}")
    printed = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[row, other])])
    on = Board.of(judged_table(printed, rules))
    judged = on.judged[0]
    if judged.verdict.kind in HOLDS:
        basis, weighed = judged.line.score.basis, worth_of(row)
        shares = on.reach.shares(basis, basis.admitted)
        assert shares is not None
        assert row.claimed is not None
        assert weighed is not None
        assert on.reach.explains(row.claimed, claim, shares, weighed)
