"""verify_line: one line without its table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import perfscore as ps
from perfscore.checks import verify_line
from perfscore.errors import InputError
from perfscore.verdicts import Subject

TABLES = Path(__file__).parents[3] / "examples" / "tables"
RULES = ps.load_rules("wuhan-2023")


@pytest.mark.parametrize("number", range(1, 11))
def test_each_line_of_a_real_table_is_judged_as_with_its_table(number: int) -> None:
    """All weights of 002 are printed, and a score of two decimals stands in each of its tables."""
    table = ps.from_json((TABLES / f"002-{number:02}.json").read_text(encoding="utf-8"))
    whole = [item for item in ps.verify(table, rules=RULES).verdicts if item.subject is Subject.LINE]
    places = max(
        row.claimed.quantity.places for row in table.indicators if row.claimed and row.claimed.quantity
    )
    if table.execution and table.execution.claimed and table.execution.claimed.quantity:
        places = max(places, table.execution.claimed.quantity.places)
    alone = [verify_line(row, rules=RULES, table_places=places) for row in table.indicators]
    assert [item.kind for item in alone] == [item.kind for item in whole]
    assert [item.gap for item in alone] == [item.gap for item in whole]


def test_what_only_the_table_tells_is_open() -> None:
    """Without a printed weight nothing can be said of the score."""
    row = ps.Indicator("培训人次", target="45人", actual="41人", claimed="2")
    assert verify_line(row, rules=RULES).kind is ps.VerdictKind.OPEN


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"indicator": "培训人次"}, "indicator"),
        ({"rules": "wuhan-2023"}, "rules"),
        ({"table_places": "2"}, "table_places"),
        ({"table_places": True}, "table_places"),
    ],
)
def test_arguments_of_another_kind_are_refused(arguments: dict[str, Any], named: str) -> None:
    """The error names the argument."""
    given = {"indicator": ps.Indicator("培训人次"), "rules": RULES, **arguments}
    with pytest.raises(InputError, match=named):
        verify_line(given.pop("indicator"), **given)
