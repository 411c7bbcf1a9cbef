"""Bases: each kind of target against each kind of actual value."""

from __future__ import annotations

import inspect
import re
from fractions import Fraction
from typing import Any

import attrs
import pytest

from perfscore.intervals import Interval
from perfscore.model import Indicator
from perfscore.rules import load
from perfscore.scoring import LeftOpen, Method, OpenReason, _basis_of, basis_of
from perfscore.terms import Direction

RULES = load("wuhan-2023")


def _basis(target: str | None, actual: str | None, name: str = "数", **options: Any) -> Any:
    return basis_of(Indicator(name, target=target, actual=actual, **options), RULES)


@pytest.mark.parametrize(
    ("target", "actual", "share"),
    [
        ("≥50人", "49人", "49/50"), ("≥50人", "50人", "1"), ("≥50人", "51人", "1"), ("≥50人", "0人", "0"),
        ("≥50人", "0", "0"), ("45人", "41人", "41/45"), ("≤10%", "5%", "1"), ("≤10%", "10%", "1"),
        ("≤10%", "11%", "10/11"), ("≤10%", "0", "1"), ("≤1‰", "0.2%", "1/2"), ("≥22万人", "110000人", "1/2"),
        ("≤0起", "0起", "1"), ("≤0起", "1起", "0"), ("≤0起", "无", "1"), ("≤3起", "无", "1"),
        ("97%≤x≤100%", "97%", "1"), ("97%≤x≤100%", "100%", "1"), ("3-5人", "4-5人", "1"), ("3-5次", "5次", "1"),
        ("5.5%左右", "5.5%", "1"), ("2023年12月", "2023年11月", "1"), ("无", "无", "1"), ("无", "0起", "1"),
        ("无", "2起", "0"), ("45天,60天以内", "45天,50天", "1"), ("45天、60天", "45天、60天", "1"),
    ],
)  # fmt: skip
def test_shares(target: str, actual: str, share: str) -> None:
    """What the rules provide for earns its share, at the target and on both sides of it."""
    assert _basis(target, actual).face_share == Fraction(share)


@pytest.mark.parametrize(
    ("target", "actual", "code", "reason"),
    [
        (None, "5人", "O005", "no-target"), ("——", "5人", "O005", "no-target"), ("5人", None, "R003", "no-actual"),
        ("5人", "——", "R003", "no-actual"), ("5人", "约5人", "P001", "about"), ("5人", "5人、6人", "P001", "several-values"),
        ("5人", "全部完成", "F002", "kind-differs"), ("5人", "2023年", "F002", "kind-differs"),
        ("≥5人", "无", "F002", "kind-differs"), ("5人", "5次", "F001", "unit-differs"),
        ("5人", "5", "F001", "unit-differs"), ("5", "5人", "F001", "unit-differs"),
        ("≥5%", "-1%", "P001", "negative-figure"), ("≥-5%", "1%", "P001", "negative-figure"),
        ("≥0人", "5人", "P001", "zero-target"), ("0", "5人", "P001", "zero-target"),
        ("≤0人", "≤5人", "P001", "about"), ("3-5人", "6人", "P001", "outside-range"),
        ("3-5人", "4-6人", "P001", "outside-range"), ("3-5人", "≥3人", "P001", "outside-range"),
        ("3-5人", "良好", "F002", "kind-differs"), ("3-5人", "4次", "F001", "unit-differs"),
        ("3-5人", "4-5次", "F001", "unit-differs"), ("5%左右", "4%", "P001", "about"),
        ("5%左右", "良好", "F002", "kind-differs"), ("5%左右", "5人", "F001", "unit-differs"),
        ("2023年6月", "2023年", "P001", "date-unclear"), ("2023年6月", "2023年7月", "P001", "late"),
        ("2023年6月", "已完成", "F002", "kind-differs"), ("有效提升", "5人", "F002", "kind-differs"),
        ("有效提升", "整体区域", "L003", "result-unknown"), ("较上年提高", "5%", "F002", "kind-differs"),
        ("5天、6天", "5天", "P001", "several-values"), ("5天、6天", "5天、4天", "P001", "several-values"),
        ("无", "良好", "F002", "kind-differs"), ("5人", "共完成5人培训任务", "F004", "kind-differs"),
        ("5人", "共完成5人任务", "F002", "kind-differs"), ("5人", "共完成各项培训任务", "F002", "kind-differs"),
        ("5%左右", "全年完成约5%的任务", "F004", "kind-differs"), ("2023年6月", "共完成5人培训任务", "F002", "kind-differs"),
        ("无", "共完成5人培训任务", "F002", "kind-differs"), ("3-5人", "共完成5人培训任务", "F002", "kind-differs"),
    ],
)  # fmt: skip
def test_what_is_left_open(target: str | None, actual: str | None, code: str, reason: str) -> None:
    """What the rules are silent on, or cannot compare, is left open with code and reason."""
    basis = _basis(target, actual)
    assert basis.method is Method.OPEN
    assert (basis.why.code, basis.why.message.key) == (code, f"reason.{reason}")
    assert basis.face_share is None
    assert basis.admitted == Interval(Fraction(0), Fraction(1))


@pytest.mark.parametrize(
    ("target", "actual", "low", "high", "closed"),
    [
        ("有效提升", "有效提升", "4/5", "1", True), ("显著提升", "一定程度提升", "1/2", "4/5", False),
        ("有效提升", "未开展", "0", "1/2", False), ("显著提升", "有效提升", "1/2", "1", True),
        ("有效提升", "未完成", "0", "4/5", False), ("较上年提高", "较上年提高", "4/5", "1", True),
        ("较上年提高", "有所提高", "1/2", "4/5", False),
    ],
)  # fmt: skip
def test_bands(target: str, actual: str, low: str, high: str, closed: bool) -> None:
    """A wording admits its band; one that leaves room admits both neighbours as one interval."""
    basis = _basis(target, actual)
    assert basis.method is Method.BAND
    assert basis.shares == Interval(Fraction(low), Fraction(high), upper_closed=closed)
    assert basis.subject == "qualitative"


def test_a_stated_rating_goes_before_the_wording() -> None:
    """Where the form states the result, the wording is not interpreted."""
    basis = _basis("有效提升", "有效提升", rating="部分达成")
    assert basis.shares == Interval(Fraction(1, 2), Fraction(4, 5), upper_closed=False)


@pytest.mark.parametrize(
    ("name", "target", "options", "direction", "by"),
    [
        ("城镇登记失业率", "≥4%", {}, Direction.POSITIVE, "sign"),
        ("就业人数", "≤4人", {"direction": "正向"}, Direction.NEGATIVE, "sign"),
        ("就业人数", "4人", {"direction": "反向"}, Direction.NEGATIVE, "setting"),
        ("城镇登记失业率", "4%", {"direction": "正向"}, Direction.POSITIVE, "setting"),
        ("城镇登记失业率", "4%", {}, Direction.NEGATIVE, "term"),
        ("投诉处理率", "4%", {}, Direction.POSITIVE, "default"),
        ("投诉率", "=4%", {}, Direction.NEGATIVE, "term"),
    ],
)
def test_directions(name: str, target: str, options: dict[str, str], direction: Direction, by: str) -> None:
    """The sign decides, else the setting, else the name, else positive; what decided is kept."""
    actual = "3%" if "%" in target else "3人"
    basis = _basis(target, actual, name, **options)
    assert (basis.direction, basis.decided_by.key) == (direction, f"direction.{by}")


def test_bounds_admit_all_that_they_bound() -> None:
    """An actual value that is only a bound admits every score that it bounds, one if all agree."""
    basis = _basis("≥95%", "≥90%")
    assert basis.face_share is None
    assert basis.admitted == Interval(Fraction(90, 95), Fraction(1))
    assert _basis("≥95%", "≥95%").face_share == 1
    assert _basis("≤5天", "≤5天").face_share == 1
    assert _basis("≤5天", "≥10天").admitted == Interval(Fraction(0), Fraction(1, 2), lower_closed=False)


@pytest.mark.parametrize(
    ("target", "actual", "share"),
    [
        ("14个", "7", "1/2"), ("14", "7个", "1/2"), ("14-20个", "15", "1"), ("约14个", "14", "1"),
        # 90 beside 95% is no 9000%, and 20 beside 22万人 no 20 persons.
        ("≥95%", "90", None), ("≥22万人", "20", None), ("95", "90%", None), ("约5%", "5", None),
        ("97%≤x≤100%", "98", None),
    ],
)  # fmt: skip
def test_a_missing_unit(target: str, actual: str, share: str | None) -> None:
    """Where a variant takes it for the unit of the other cell, that one must say nothing of the size."""
    rules = attrs.evolve(RULES, choices=attrs.evolve(RULES.choices, missing_unit="same"))
    row = Indicator("数", target=target, actual=actual)
    assert basis_of(row, rules).face_share == (None if share is None else Fraction(share))
    strict = basis_of(row, RULES)
    assert isinstance(strict, LeftOpen)
    assert strict.why is OpenReason.UNIT_DIFFERS


def test_variants_decide_what_was_open() -> None:
    """A range with an end at zero, or a negative figure, stays open under the nearest bound."""
    choices = attrs.evolve(RULES.choices, outside_range="nearest-bound", negative_figure="zero")
    rules = attrs.evolve(RULES, choices=choices)
    assert basis_of(Indicator("数", target="0-5人", actual="10人"), rules).face_share == Fraction(1, 2)
    for target, actual in (("0-5人", "-1人"), ("3-5人", "6-7人")):
        basis = basis_of(Indicator("数", target=target, actual=actual), rules)
        assert isinstance(basis, LeftOpen)
        assert basis.why is OpenReason.OUTSIDE_RANGE
    assert basis_of(Indicator("数", target="≥5%", actual="-1%"), rules).face_share == 0


def test_every_rule_has_an_address() -> None:
    """Each function that is a rule names the clause or the note it rests on, and the rule sets have them."""
    functions = {name: item for name, item in vars(_basis_of).items() if inspect.isfunction(item)}
    rules = {
        name
        for name in functions
        if name.startswith(("_against_", "_by_nearest", "_zero", "_band", "_direction"))
    }
    assert len(rules) == 11
    told = {
        name: re.findall(r"``(\w+)``", functions[name].__doc__ or "")
        for name in (*rules, "_reached", "_same_unit")
    }
    assert [name for name, addresses in told.items() if not addresses] == []
    addresses = {address for found in told.values() for address in found}
    for known in (RULES, load("mof-2020-10")):
        assert addresses <= {*dict(known.cited), *dict(known.choices.notes)}
