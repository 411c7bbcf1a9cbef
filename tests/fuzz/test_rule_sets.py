"""A slice of the mutated rule sets; ``python tests/fuzz/rule_sets.py`` runs them all."""

from __future__ import annotations

import attrs
import pytest

from perfscore.errors import InputError
from perfscore.rules import available, load, loads
from tests.fuzz.rule_sets import as_toml, outcome, outcomes
from tests.rules.formulas import STEPS


def test_mutated_rule_sets_are_refused_or_what_their_file_says() -> None:
    """Two hundred of each kind: no other exception, none that its own file contradicts; some of both ways."""
    found = [(kind, how) for kind, how, _ in outcomes(200, seed=7)]
    assert len(found) == 400
    assert not [how for _, how in found if how.startswith("FAULT")]
    for kind in ("attrs.evolve", "files"):
        assert {(kind, "refused"), (kind, "same as its file")} <= set(found)


@pytest.mark.parametrize("rule_set_id", available())
def test_a_rule_set_written_and_read_is_the_same(rule_set_id: str) -> None:
    """The writer says all that a shipped rule set says."""
    rules = load(rule_set_id)
    text = as_toml(rules)
    assert text is not None
    assert loads(text) == rules


def test_what_no_file_says() -> None:
    """A formula of one's own has no name that a file could give, whatever its id."""
    rules = load("wuhan-2023")
    steps = attrs.evolve(rules, positive=attrs.evolve(STEPS, id="proportional"))
    assert outcome(lambda: steps, of_a_file=False) == "no file says it"


def test_faults_are_seen() -> None:
    """An error of another kind, or one without a place, is a fault."""

    def without_place() -> None:
        raise InputError("", "x", "y")

    divided = outcome(lambda: 1 // 0, of_a_file=False)
    assert divided == "FAULT: ZeroDivisionError: integer division or modulo by zero"
    for of_a_file in (False, True):
        found = outcome(without_place, of_a_file=of_a_file)
        assert found.startswith("FAULT: refused without a place")
