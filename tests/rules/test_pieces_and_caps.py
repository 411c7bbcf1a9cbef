"""Pieces: lines over rates, and what is none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfscore.errors import InputError
from perfscore.intervals import Interval
from perfscore.rules import Piece
from tests.rules.formulas import between

F = Fraction
FALL = Piece(between("1", "2"), F(2), F(-1))


def test_a_falling_line_by_hand() -> None:
    """2 − x over [1, 2): from 1, which belongs to it, down to 0, which does not."""
    assert FALL.ends == (F(1), F(0))
    assert FALL.share(F("1.25")) == F("0.75")
    assert FALL.shares(FALL.rates) == Interval(F(0), F(1), lower_closed=False)
    assert FALL.earning(Interval(F("0.5"), F(3), lower_closed=False)) == between("1", "1.5")
    assert FALL.earning(Interval.point(F(0))) is None
    assert FALL.nearest_share(between("1.2", "1.4"), F("0.7")) == F("0.7")
    assert FALL.nearest_share(between("1.2", "1.4"), F(0)) == F("0.6")
    assert FALL.nearest_share(between("1.2", "1.4"), F(1)) == F("0.8")


def test_a_flat_piece_by_hand() -> None:
    """Every rate of it earns the same, without end too."""
    flat = Piece(between("1", None), F("0.7"))
    assert flat.ends == (F("0.7"), F("0.7"))
    assert flat.shares(flat.rates) == Interval.point(F("0.7"))
    assert flat.earning(between("0.7", "1")) == flat.rates
    assert flat.earning(between("0.7", "1", "(]")) is None
    assert flat.nearest_share(flat.rates, F(0)) == F("0.7")


@pytest.mark.parametrize(
    ("values", "place"),
    [
        (("0 to 1", F(0), F(1)), "rates"),
        ((between("0", "1"), 0, F(1)), "intercept"),
        ((between("0", "1"), F(0), 0.5), "slope"),
        ((Interval.at_most(F(1)), F(0), F(0)), "rates"),
        ((Interval(F(-1), F(1)), F(0), F(0)), "rates"),
        ((between("1", None), F(0), F(1)), "slope"),
        ((between("0", "1"), F("1.01"), F(0)), "intercept"),
        ((between("0", "1"), F("-0.01"), F(0)), "intercept"),
        ((between("0", "1.01"), F(0), F(1)), "intercept"),
        ((between("1", "2.01"), F(2), F(-1)), "intercept"),
    ],
)
def test_what_is_no_piece_is_refused(values: tuple[object, ...], place: str) -> None:
    """Rates below 0, shares outside 0 to 1, and a line without end are refused by their field."""
    with pytest.raises(InputError) as caught:
        Piece(*values)  # type: ignore[arg-type]
    assert caught.value.place == place
