"""Receipts: the same for the same, another for anything else."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.intervals import Interval
from perfscore.reports import Receipt
from perfscore.rules import FORMULAS, Quotient
from tests.rules.formulas import STEPS, TURNING

RULES = ps.load_rules("wuhan-2023")
DISCLOSURE = ps.Disclosure(department="某局", year=2023)


def _receipt(disclosure: ps.Disclosure = DISCLOSURE, rules: ps.RuleSet = RULES, **options: object) -> Receipt:
    return Receipt.of(disclosure, rules=rules, options=dict(options))


EDGE = Fraction("0.7")
OTHER_BANDS = (
    attrs.evolve(RULES.bands[0], shares=Interval(EDGE, Fraction(1))),
    attrs.evolve(RULES.bands[1], shares=Interval(Fraction("0.5"), EDGE, upper_closed=False)),
    RULES.bands[2],
)
"""The bands with 70 % instead of 80 % between the first and the second."""


def test_the_same_gives_the_same() -> None:
    """A rule set that is loaded again, and a disclosure that is made again, have the same hashes."""
    again = ps.Disclosure(department="某局", year=2023)
    assert _receipt(again, ps.load_rules("wuhan-2023")) == _receipt()


def test_whatever_differs_shows() -> None:
    """Another input, a variant of the rules, another option: each has a receipt of its own."""
    variant = attrs.evolve(RULES, choices=attrs.evolve(RULES.choices, late="zero"))
    receipts = [
        _receipt(),
        _receipt(ps.Disclosure(department="某局", year=2024)),
        _receipt(rules=variant),
        _receipt(rules=ps.load_rules("mof-2020-10")),
        _receipt(explain=False),
    ]
    assert len({str(receipt.to_dict()) for receipt in receipts}) == len(receipts)
    assert receipts[2].rules == receipts[0].rules
    assert receipts[2].rules_sha256 != receipts[0].rules_sha256
    assert receipts[2].input_sha256 == receipts[0].input_sha256


def test_the_hash_of_the_input() -> None:
    """It is that of the disclosure's JSON in one line, so anyone can make it again."""
    text = ps.to_json(DISCLOSURE, indent=None)
    assert _receipt().input_sha256 == hashlib.sha256(text.encode("utf-8")).hexdigest()


@pytest.mark.parametrize(
    "change",
    [
        {"choices": attrs.evolve(RULES.choices, zero_target_positive="full")},
        {"choices": attrs.evolve(RULES.choices, missing_unit="same")},
        {"total": Fraction(120)},
        {"execution_weight": Fraction(10)},
        {"score_places": RULES.score_places + 1},
        {"lower_is_better": ()},
        {"conventions": RULES.conventions[:1]},
        {"bands": OTHER_BANDS},
        {"title": "另一题"},
        {"positive": attrs.evolve(RULES.positive, pieces=STEPS.pieces)},
        {"positive": TURNING},
        {"positive": attrs.evolve(TURNING, quotient=Quotient.TARGET_BY_ACTUAL)},
        {"negative": FORMULAS["linear-decline"]},
    ],
    ids=str,
)
def test_any_change_of_the_rules_shows(change: dict[str, Any]) -> None:
    """Whatever a variant says otherwise, its hash is another, under the same id."""
    receipt = _receipt(rules=attrs.evolve(RULES, **change))
    assert receipt.rules == _receipt().rules
    assert receipt.rules_sha256 != _receipt().rules_sha256


def test_the_name_of_a_formula_is_not_what_it_says() -> None:
    """Under another id the same formula has the same hash."""
    renamed = attrs.evolve(RULES.positive, id="renamed")
    assert _receipt(rules=attrs.evolve(RULES, positive=renamed)) == _receipt()


def test_every_rule_set_has_a_hash_of_its_own() -> None:
    """All shipped rule sets can be hashed, and no two hash alike."""
    hashes = {_receipt(rules=ps.load_rules(name)).rules_sha256 for name in ps.available_rules()}
    assert len(hashes) == len(ps.available_rules())
    assert all(len(item) == 64 and set(item) <= set("0123456789abcdef") for item in hashes)


def test_a_receipt_as_plain_data() -> None:
    """It holds program, version, rules, input and options, and no time."""
    receipt = _receipt(explain=False)
    assert receipt.to_dict() == {
        "engine": "perfscore",
        "version": ps.__version__,
        "rules": {"id": "wuhan-2023", "sha256": receipt.rules_sha256},
        "input": {"sha256": receipt.input_sha256},
        "options": {"explain": False},
    }
