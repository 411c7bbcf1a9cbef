"""Rates that are rounded first."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore.errors import InputError
from perfscore.intervals import Interval, Rounding
from perfscore.rules import Piece, RateRounding, load
from perfscore.rules._rate_rounding import nearest_rounded_share, rounded_shares
from tests.rules.formulas import between

F = Fraction
WHOLE = RateRounding(2)
RISE = Piece(between("0.5", "0.53", "()"), F(0), F(1))


def test_a_convention_says_how_its_rate_is_rounded() -> None:
    """Places of a per cent are two more of the fraction of one; without places the rate stays exact."""
    found = {item.id: item.rate for item in load("wuhan-2023").conventions}
    assert found["exact"] is None
    assert found["rate-0"] == RateRounding(2, Rounding.HALF_UP)
    assert found["rate-2"] == RateRounding(4, Rounding.HALF_UP)


def test_the_rates_that_are_taken() -> None:
    """Open ends are rounded as the values inside them are; without an end there is no highest."""
    assert WHOLE.taken(between("0.415", "0.425", "[)")) == Interval.point(F("0.42"))
    assert WHOLE.taken(between("0.415", "0.425", "[]")) == Interval(F("0.42"), F("0.43"))
    assert WHOLE.taken(between("0.985", None)) == Interval.at_least(F("0.99"))
    truncated = RateRounding(2, Rounding.TRUNCATE)
    assert truncated.taken(between("0.41", "0.42")) == Interval.point(F("0.41"))


def test_the_exact_rates_behind_them() -> None:
    """Each set of taken rates has its own exact ones, joined where they touch; none is below 0."""
    assert WHOLE.exact([between("0", "0.01")]) == (between("0", "0.005"),)
    assert WHOLE.exact([between("0.011", "0.019")]) == ()
    apart = [Interval.point(F("0.42")), Interval.point(F("0.44"))]
    assert WHOLE.exact(apart) == (between("0.415", "0.425"), between("0.435", "0.445"))
    beside = [Interval.point(F("0.43")), Interval.point(F("0.42"))]
    assert WHOLE.exact(beside) == (between("0.415", "0.435"),)


def test_the_ends_of_a_piece_are_its_own_or_not() -> None:
    """Of (50 %, 53 %) the whole per cents are 51 and 52; where none is left there is no share."""
    everything = between("0", None)
    assert rounded_shares(RISE, everything, WHOLE) == (Interval.point(F("0.51")), Interval.point(F("0.52")))
    assert rounded_shares(RISE, everything, RateRounding(1)) == ()
    assert rounded_shares(RISE, between("0.6", "0.7"), WHOLE) == ()
    assert nearest_rounded_share(RISE, everything, F("0.516"), WHOLE) == F("0.52")
    assert nearest_rounded_share(RISE, everything, F("0.515"), WHOLE) == F("0.51")
    assert nearest_rounded_share(RISE, everything, F("0.5"), WHOLE) == F("0.51")
    assert nearest_rounded_share(RISE, everything, F("0.9"), WHOLE) == F("0.52")
    assert nearest_rounded_share(RISE, between("0.6", "0.7"), F("0.5"), WHOLE) is None
    assert nearest_rounded_share(Piece(everything, F("0.3")), everything, F(1), WHOLE) == F("0.3")


def test_what_is_no_rounding_is_refused() -> None:
    """Places below 0, and a way of rounding that is a word."""
    with pytest.raises(InputError, match="places: found -1, expected 0 or more"):
        RateRounding(-1)
    with pytest.raises(InputError, match="mode: found 'half-up', expected a member of Rounding: HALF_UP"):
        RateRounding(2, "half-up")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="places: found True"):
        RateRounding(True)  # noqa: FBT003  # what it is about
