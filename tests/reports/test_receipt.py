"""Receipts: the same for the same, another for anything else."""

from __future__ import annotations

import attrs

import perfscore as ps
from perfscore.reports import Receipt

RULES = ps.load_rules("wuhan-2023")
DISCLOSURE = ps.Disclosure(department="某局", year=2023)


def _receipt(disclosure: ps.Disclosure = DISCLOSURE, rules: ps.RuleSet = RULES, **options: object) -> Receipt:
    return Receipt.of(disclosure, rules=rules, options=dict(options))


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
