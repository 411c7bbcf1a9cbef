"""Whether figures in two units can be computed over."""

from __future__ import annotations

import pytest

from perfscore.figures import (
    Quantity,
    all_comparable,
    comparable,
    comparable_by_year,
    parse_actual,
    parse_target,
    same_unit,
)
from perfscore.figures._unit_notations import unit_of


@pytest.mark.parametrize(
    ("target", "actual", "same"),
    [
        ("≥22万人", "292600人", True), ("≤1‰", "0.5%", True), ("≤1‰", "0", True), ("0", "3起", True),
        ("30万人次", "37万人", False), ("45人", "41", False), ("45", "41人", False), ("14个", "15家", False),
        ("≥5%", "5个百分点", False),
    ],
)  # fmt: skip
def test_comparable_quantities(target: str, actual: str, same: bool) -> None:
    """Two quantities of one base can be computed over; a plain 0 is 0 in any unit; nothing else can."""
    wanted, reached = parse_target(target).quantity, parse_actual(actual).quantity
    assert wanted is not None
    assert reached is not None
    assert comparable(wanted, reached) is same


def _quantities(*texts: str) -> list[Quantity]:
    found = [parse_actual(text).quantity for text in texts]
    known = [quantity for quantity in found if quantity is not None]
    assert len(known) == len(texts)
    return known


@pytest.mark.parametrize(
    ("one", "other", "same", "if_missing"),
    [
        ("人", "万人", True, True), ("%", "‰", True, True), ("", "", True, True), ("人", "次", False, False),
        # A figure without a unit may be one of the other's only where that says nothing of its size.
        ("", "人", False, True), ("人", "", False, True), ("", "万人", False, False), ("", "%", False, False),
        ("万", "人", False, False), ("万", "万人", False, False),
    ],
)  # fmt: skip
def test_units_of_one_kind(one: str, other: str, same: bool, if_missing: bool) -> None:
    """Units that count the same are one, whatever their multipliers; a missing one only if that is asked."""
    assert same_unit(unit_of(one), unit_of(other)) is same
    assert same_unit(unit_of(one), unit_of(other), missing_is_same=True) is if_missing


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], True), (["5人"], True), (["5人", "6万人", "0"], True), (["1元", "2万元", "3亿元"], True),
        (["5人", "0", "6次"], False), (["5人", "6人", "7"], False),
    ],
)  # fmt: skip
def test_quantities_that_can_be_added(texts: list[str], expected: bool) -> None:
    """Every two of them can be computed over: a plain 0 between two units does not make them one."""
    assert all_comparable(_quantities(*texts)) is expected
    assert all_comparable(iter(_quantities(*texts))) is expected


@pytest.mark.parametrize(
    ("far", "near", "expected"),
    [
        ("3次/年", "2次", True), ("2次", "3次/年", True), ("3次/年", "2次/年", True), ("3次/月", "2次", False),
        ("3次/年", "2场", False), ("0", "2场", True),
    ],
)  # fmt: skip
def test_what_is_counted_by_the_year(far: str, near: str, expected: bool) -> None:
    """3次/年 can be compared with 2次, for a year is understood; another time cannot be left out."""
    assert comparable_by_year(*_quantities(far, near)) is expected
