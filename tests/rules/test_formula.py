"""Formulas: shares, images, inverse images and nearest shares, held against plain functions and brute force."""

from __future__ import annotations

import pickle
from fractions import Fraction
from itertools import pairwise, product

import attrs
import pytest

from perfscore.errors import InputError
from perfscore.intervals import Interval, Rounding, rounded
from perfscore.rules import FORMULAS, Formula, Piece, Quotient, RateRounding
from tests.rules.formulas import ALL, FALLING_STEPS, PLAIN, STEPS, TURNING, between, formula

F = Fraction
GRID = [F(step, 20) for step in range(61)]
"""It passes every end of a piece of the formulas."""
LOW_ENDS = [F(0), F(1, 2), F(3, 5), F(1), F(6, 5), F(2)]
TENTHS = RateRounding(1)
each = pytest.mark.parametrize("made", ALL.values(), ids=lambda made: made.id)
rounding = pytest.mark.parametrize("rate", [None, TENTHS, RateRounding(1, Rounding.TRUNCATE)])


def _sets(ends: list[Fraction], *, endless: bool = True) -> list[Interval]:
    found = []
    for low, high, left, right in product(ends, [*ends, *[None][:endless]], (True, False), (True, False)):
        if (high is None and right) or (high is not None and low > high):
            continue
        if low == high and not (left and right):
            continue
        found.append(Interval(low, high, lower_closed=left, upper_closed=right))
    return found


def _plain(made: Formula, ratio: Fraction, rate: RateRounding | None) -> Fraction:
    """The share by the plain function, of a rate that is rounded by hand."""
    if rate is None or (made.quotient is Quotient.TARGET_BY_ACTUAL and ratio == 0):
        return PLAIN[made.id](ratio)
    if made.quotient is Quotient.ACTUAL_BY_TARGET:
        return PLAIN[made.id](rounded(ratio, rate.places, rate.mode))
    taken = rounded(1 / ratio, rate.places, rate.mode)
    return PLAIN[made.id](1 / taken) if taken else F(0)


@pytest.mark.parametrize(
    ("name", "ratio", "share"),
    [
        ("proportional", "0", "0"), ("proportional", "1", "1"), ("proportional", "21/50", "21/50"),
        ("proportional", "3", "1"), ("inverse", "0", "1"), ("inverse", "1", "1"), ("inverse", "2", "1/2"),
        ("inverse", "3/2", "2/3"), ("linear-decline", "0", "1"), ("linear-decline", "1", "1"),
        ("linear-decline", "3/2", "1/2"), ("linear-decline", "2", "0"), ("linear-decline", "5", "0"),
        ("gated", "3/5", "0"), ("gated", "4/5", "1/2"), ("gated", "1", "1"), ("gated", "0", "0"),
        ("steps", "3/5", "0"), ("steps", "61/100", "1/2"), ("steps", "9/10", "7/10"), ("steps", "1", "1"),
        ("falling-steps", "2", "1/2"), ("falling-steps", "201/100", "0"), ("turning", "3/2", "7/10"),
    ],
)  # fmt: skip
def test_shares_by_hand(name: str, ratio: str, share: str) -> None:
    """Each formula pays what its clause says, at its edges too."""
    assert ALL[name].share(F(ratio)) == F(share)


@each
@rounding
def test_shares_are_those_of_the_plain_formula(made: Formula, rate: RateRounding | None) -> None:
    """Written a second time, the formula gives the same shares, of a rate that is rounded first too."""
    for ratio in GRID:
        assert made.share(ratio, rate=rate) == _plain(made, ratio, rate)


@each
@rounding
def test_ratios_are_the_inverse_image(made: Formula, rate: RateRounding | None) -> None:
    """A ratio belongs to the inverse image of shares exactly if it earns one of them."""
    for shares in _sets([F(-1), *GRID[:22:3], F(1), F(3, 2)]):
        ratios = made.ratios(shares, rate=rate)
        assert all(one.upper is not None and other.lower is not None for one, other in pairwise(ratios))
        for ratio in GRID:
            inside = any(ratio in part for part in ratios)
            assert inside == (made.share(ratio, rate=rate) in shares), (shares, ratio)


@each
@rounding
def test_the_image_holds_what_is_earned_and_nothing_else(made: Formula, rate: RateRounding | None) -> None:
    """A share belongs to the image of a set exactly if one of the ratios that earn it belongs to the set."""
    wanted = [F(step, 40) for step in range(-1, 42)]
    for ratios in _sets(LOW_ENDS):
        image = made.shares(ratios, rate=rate)
        for share in wanted:
            earning = made.ratios(Interval.point(share), rate=rate)
            earned = any((part & ratios) is not None for part in earning)
            assert any(share in part for part in image) == earned, (ratios, share)
        assert all(
            one.upper < other.lower or not (one.upper_closed or other.lower_closed)  # type: ignore[operator]
            for one, other in pairwise(image)
        )


@each
@rounding
def test_the_nearest_share(made: Formula, rate: RateRounding | None) -> None:
    """No share of the image lies nearer than the nearest one, and that is one of them or an end of theirs."""
    for ratios, wanted in product(_sets(LOW_ENDS), [F(-1), F(1, 3), F("0.55"), F("0.86"), F(2)]):
        near = made.nearest_share(ratios, wanted, rate=rate)
        ends = []
        for part in made.shares(ratios, rate=rate):
            assert part.lower is not None
            assert part.upper is not None
            ends.append(min(max(wanted, part.lower), part.upper))
        assert near == min(ends, key=lambda share: (abs(share - wanted), share))


def test_images_of_steps_are_several_sets() -> None:
    """A formula with steps earns single values; one that rests earns an interval up to its height."""
    assert STEPS.shares(Interval(F("0.5"), F("0.95"))) == tuple(
        map(Interval.point, (F(0), F("0.5"), F("0.7")))
    )
    assert STEPS.ratios(Interval(F("0.4"), F("0.8"))) == (between("0.6", "1", "()"),)
    assert TURNING.ratios(Interval.point(F("0.9"))) == (Interval.point(F("0.9")), Interval.point(F("1.3")))
    assert FALLING_STEPS.ratios(Interval.point(F(1))) == (Interval(F(0), F(1)),)
    assert FALLING_STEPS.shares(Interval.point(F(0))) == (Interval.point(F(1)),)
    assert FALLING_STEPS.nearest_share(Interval.point(F(0)), F(0)) == 1


def test_a_rate_is_rounded_before_the_formula() -> None:
    """9/8 is 113 %, and 2 − 113 % is 87 %: 8.70 of 10 follows, 8.80 from the share rounded afterwards does not."""
    made, whole = FORMULAS["linear-decline"], RateRounding(2)
    assert made.share(F(9, 8), rate=whole) == F("0.87")
    nine_eighths = Interval.point(F(9, 8))
    assert made.shares(nine_eighths, rate=whole) == (Interval.point(F("0.87")),)
    assert not any(F(9, 8) in part for part in made.ratios(Interval.point(F("0.88")), rate=whole))
    assert made.nearest_share(nine_eighths, F("0.88"), rate=whole) == F("0.87")


def test_many_rounded_rates_are_told_as_a_span() -> None:
    """Up to a thousand shares of a rounded rate are listed; more are told by their ends, however many."""
    made, half = FORMULAS["proportional"], between("0", "0.5", "[]")
    assert len(made.shares(between("0", "0.999", "[]"), rate=RateRounding(3))) == 1000
    ten_thousand = made.shares(between("0", "1", "[]"), rate=RateRounding(4))
    assert ten_thousand == (between("0", "0.9999", "[]"), Interval.point(F(1)))
    assert made.shares(half, rate=RateRounding(12)) == (half,)
    assert made.nearest_share(half, F(1, 3), rate=RateRounding(12)) == F(333333333333, 10**12)
    decline = FORMULAS["linear-decline"].shares(between("1.2", "1.4", "[]"), rate=RateRounding(12))
    assert decline == (Interval(F("0.6"), F("0.8")),)


def test_which_way_a_formula_goes() -> None:
    """It rises or falls with B/A, or neither; steps are jumps."""
    assert {name: made.rising for name, made in ALL.items()} == {
        "proportional": True,
        "inverse": False,
        "linear-decline": False,
        "gated": True,
        "steps": True,
        "falling-steps": False,
        "turning": None,
    }
    assert [name for name, made in ALL.items() if not made.is_continuous] == [
        "steps",
        "falling-steps",
        "turning",
    ]


def test_a_formula_is_a_value() -> None:
    """It is what it says: equal, hashed and pickled by its words and pieces, whatever made it."""
    made = FORMULAS["gated"]
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  # our own bytes
    assert attrs.evolve(made) == made
    assert hash(attrs.evolve(made)) == hash(made)
    assert attrs.evolve(made, pieces=FORMULAS["proportional"].pieces) != made
    assert attrs.evolve(FORMULAS["inverse"], quotient=Quotient.ACTUAL_BY_TARGET) != FORMULAS["inverse"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"id": 3}, "id"),
        ({"quotient": "B/A"}, "quotient"),
        ({"pieces": list(STEPS.pieces)}, "pieces"),
        ({"pieces": (*STEPS.pieces[:2], "x")}, "pieces[2]"),
        ({"pieces": ()}, "pieces"),
        ({"pieces": STEPS.pieces[:3]}, "pieces"),
        ({"pieces": STEPS.pieces[1:]}, "pieces[0].rates"),
        ({"pieces": (STEPS.pieces[0], *STEPS.pieces[2:])}, "pieces[1].rates"),
        ({"pieces": (*STEPS.pieces, STEPS.pieces[-1])}, "pieces[4].rates"),
        ({"pieces": (*STEPS.pieces[:3], Piece(between("1", None, "()"), F(1)))}, "pieces[3].rates"),
        ({"pieces": (*STEPS.pieces[:3], Piece(between("0.95", None), F(1)))}, "pieces[3].rates"),
        ({"pieces": (Piece(between("0", None, "()"), F(1)),)}, "pieces[0].rates"),
    ],
)  # fmt: skip
def test_what_is_no_formula_is_refused(change: dict[str, object], place: str) -> None:
    """Gaps, overlaps, a middle without end and values of other types are refused by their place."""
    with pytest.raises(InputError) as caught:
        attrs.evolve(STEPS, **change)  # type: ignore[arg-type]
    assert caught.value.place == place


def test_a_step_that_nothing_reaches_is_refused() -> None:
    """No target above 0 is 0 of an actual value, so a piece for the rate 0 alone is for nobody."""
    pieces = (Piece(Interval.point(F(0)), F(0)), Piece(between("0", None, "()"), F(1)))
    assert formula("any", Quotient.ACTUAL_BY_TARGET, *pieces).share(F(0)) == 0
    with pytest.raises(InputError, match=r"pieces\[0\].rates: found '\{0\}', expected a rate above 0"):
        formula("any", Quotient.TARGET_BY_ACTUAL, *pieces)


def test_what_is_no_ratio_is_refused() -> None:
    """Ratios are never below 0."""
    made = FORMULAS["proportional"]
    with pytest.raises(InputError, match="ratio: found '-1', expected 0 or more"):
        made.share(F(-1))
    for ratios in (Interval(F(-1), F(1)), Interval.at_most(F(1))):
        with pytest.raises(InputError, match="ratios: found"):
            made.shares(ratios)


def test_formulas_are_written_out_with_figures() -> None:
    """Each formula can be shown with its figures in it: the line that a ratio lies on, or its step."""
    ratio = F(41, 45)
    assert {name: made.substituted("41", "45", ratio) for name, made in ALL.items()} == {
        "proportional": "41/45",
        "inverse": "45/41",
        "linear-decline": "(2 − 41/45)",
        "gated": "(41/45 − 60%) ÷ 40%",
        "steps": "70% (41/45)",
        "falling-steps": "100% (45/41)",
        "turning": "41/45",
    }
    assert FALLING_STEPS.substituted("0", "45", F(0)) == "100% (45/0)"
    rise = Piece(between("0", "1"), F("0.2"), F("0.8"))
    made = formula("rise", Quotient.ACTUAL_BY_TARGET, rise, Piece(between("1", None), F(1)))
    assert made.substituted("1", "2", F(1, 2)) == "(20% + 0.8 × 1/2)"
    half = Piece(between("0", "2"), F(1), F("-0.5"))
    falling = formula("fall", Quotient.ACTUAL_BY_TARGET, half, Piece(between("2", None), F(0)))
    assert falling.substituted("1", "2", F(1, 2)) == "(100% + -0.5 × 1/2)"


def test_what_a_cap_cuts() -> None:
    """A flat piece of all or nothing cuts the line that arrives at it; a step cuts nothing."""
    assert FORMULAS["proportional"].uncapped(F(3)) == 3
    assert FORMULAS["inverse"].uncapped(F(1, 4)) == 4
    assert FORMULAS["inverse"].uncapped(F(0)) is None
    assert FORMULAS["linear-decline"].uncapped(F(1, 2)) == F("1.5")
    assert FORMULAS["linear-decline"].uncapped(F(3)) == -1
    assert FORMULAS["gated"].uncapped(F(0)) == F("-1.5")
    assert [STEPS.uncapped(ratio) for ratio in (F("0.5"), F("0.95"), F(3))] == [0, F("0.7"), 1]
    assert TURNING.uncapped(F("1.1")) == F("1.1")
    assert TURNING.uncapped(F(3)) == F("0.1")


def test_formulas_read_in_both_languages() -> None:
    """Each named formula says what it computes and where it was published."""
    for made in FORMULAS.values():
        assert made.label("zh").startswith("W ×")
        assert made.label("en").startswith("W ×")
        assert made.source
