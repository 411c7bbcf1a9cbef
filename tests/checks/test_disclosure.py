"""The verification of a disclosure: its tables and everything beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import perfscore as ps
from perfscore.checks import verify_disclosure
from perfscore.errors import InputError

if TYPE_CHECKING:
    from perfscore.model import Statement

RULES = ps.load_rules("wuhan-2023")
WRONG = ps.SelfAssessment(
    table_id="1",
    goals=[ps.Goal(children=[ps.Indicator("甲", weight=100, target="1人", actual="1人", claimed=99)])],
)
RIGHT = ps.SelfAssessment(
    table_id="2",
    goals=[ps.Goal(children=[ps.Indicator("甲", weight=100, target="1人", actual="1人", claimed=100)])],
    total=100,
)
SHARE = ps.StatedShare(name="占比", part="1人", whole="2人", rate="60%")


def test_tables_and_prose_together() -> None:
    """Each table has its own result, the prose stands beside them, and all can be had in one."""
    result = verify_disclosure(ps.Disclosure(tables=[WRONG, RIGHT], statements=[SHARE]), rules=RULES)
    assert [table.is_consistent for table in result.tables] == [False, True]
    assert not result.is_consistent
    assert len(result.all_verdicts) == sum(len(table.verdicts) for table in result.tables) + 1
    assert [item.code for item in result.all_findings if item.code in ("Q007", "S002")] == ["Q007", "S002"]
    assert verify_disclosure(ps.Disclosure(tables=[RIGHT]), rules=RULES).is_consistent


def test_selection() -> None:
    """Codes are chosen for tables and prose alike; what is left out is counted, verdicts stay."""
    disclosure = ps.Disclosure(tables=[WRONG], statements=[SHARE])
    chosen = verify_disclosure(disclosure, rules=RULES, select=["Q"])
    assert [item.code for item in chosen.all_findings] == ["Q007"]
    assert chosen.hidden == 1
    assert len(chosen.verdicts) == 1
    rest = verify_disclosure(disclosure, rules=RULES, ignore=iter(["Q", "W", "R", "T"]))
    assert [item.code for item in rest.all_findings] == ["S002"]


def test_the_gravest_come_first() -> None:
    """Errors stand before warnings and notes, whatever part they are of."""
    stated: list[Statement] = [ps.StatedResult(name="项目"), ps.StatedResult(name="另一", table="9"), SHARE]
    result = verify_disclosure(ps.Disclosure(statements=stated), rules=RULES)
    assert [item.code for item in result.findings] == ["S002", "S005", "R006"]


@pytest.mark.parametrize("wrong", [None, RIGHT, {"tables": []}])
def test_wrong_arguments(wrong: Any) -> None:
    """Something else than a disclosure is refused, with what to do."""
    with pytest.raises(InputError, match="disclosure: found"):
        verify_disclosure(wrong, rules=RULES)
