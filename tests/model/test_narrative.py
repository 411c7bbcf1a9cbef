"""Self-assessments in prose: cells are read as those of a table are."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

import perfscore as ps
from perfscore.errors import InputError


def test_cells() -> None:
    """Targets, results and degrees of completion are figures; an empty one is not printed."""
    told = ps.Achievement("就业", target="≥22,000人", actual="30,350人", completion="119%", reached=True)
    assert told.target is not None
    assert told.target.quantity is not None
    assert told.target.quantity.value == 22000
    assert told.completion is not None
    assert told.completion.quantity is not None
    assert told.completion.quantity.value == Fraction(119, 100)
    assert ps.Achievement("就业", completion="").completion is None


def test_names_and_repr() -> None:
    """It is called by its id, else by title or project."""
    narrative = ps.Narrative(project="补助", achievements=[ps.Achievement("就业")])
    assert repr(narrative) == "<Narrative 补助: 1 achievement, total not told>"
    assert ps.Narrative(title="甲", project="乙").name == "甲"
    assert ps.Narrative().name == "narrative"


@pytest.mark.parametrize(
    ("arguments", "place"), [({"reached": "yes"}, "reached"), ({"completion": []}, "completion")]
)
def test_wrong_types_are_refused(arguments: dict[str, Any], place: str) -> None:
    """The error names the field."""
    with pytest.raises(InputError, match=place):
        ps.Achievement("就业", **arguments)
