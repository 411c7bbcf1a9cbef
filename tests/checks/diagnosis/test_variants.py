"""Variants: how a number would read if one slip of the pen were undone."""

from __future__ import annotations

import pytest

from perfscore.checks.diagnosis import Slip
from perfscore.checks.diagnosis._variants import MAX_DIGITS, variants


@pytest.mark.parametrize(
    ("text", "slip", "shown"),
    [
        ("123人", Slip.DIGITS_TRANSPOSED, ["213人", "132人"]),
        ("≥1.82", Slip.DIGITS_TRANSPOSED, ["≥8.12", "≥1.28"]),
        # A leading zero is no number that anybody prints; 0.5 is.
        ("10人", Slip.DIGITS_TRANSPOSED, []),
        ("5.0", Slip.DIGITS_TRANSPOSED, ["0.5"]),
        ("0.70", Slip.DIGITS_TRANSPOSED, ["7.00", "0.07"]),
        ("77人", Slip.DIGITS_TRANSPOSED, []),
        ("7", Slip.DIGITS_TRANSPOSED, []),
        ("41人", Slip.DECIMAL_MOVED, ["410人", "4.1人"]),
        ("0.5", Slip.DECIMAL_MOVED, ["5", "0.05"]),
        ("1,438.09", Slip.DECIMAL_MOVED, ["14380.9", "143.809"]),
        ("95%", Slip.PERCENT_HUNDREDFOLD, ["9500%", "0.95%"]),
        ("0.95", Slip.PERCENT_HUNDREDFOLD, ["95", "0.0095"]),
        ("95人", Slip.PERCENT_HUNDREDFOLD, []),
        ("29.26万人", Slip.UNIT_OF_TEN_THOUSAND, ["29.26人"]),
        ("45人", Slip.UNIT_OF_TEN_THOUSAND, ["45万人", "0.0045人"]),
        ("95%", Slip.UNIT_OF_TEN_THOUSAND, []),
    ],
)
def test_variants(text: str, slip: Slip, shown: list[str]) -> None:
    """Each slip is undone in every way in which it can have happened, and in no other."""
    assert [other for kind, other in variants(text) if kind is slip] == shown


@pytest.mark.parametrize("text", ["", "有效提升", "400-4,000元/人", "9" * (MAX_DIGITS + 1)])
def test_cells_without_one_number_have_none(text: str) -> None:
    """A wording, a range and an endless number are left alone."""
    assert not list(variants(text))
