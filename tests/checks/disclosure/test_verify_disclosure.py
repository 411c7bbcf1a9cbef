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


def test_the_order_of_the_parts() -> None:
    """Narratives, target tables, statements and, last, figures told twice, whatever their order."""
    stated: list[Statement] = [
        ps.StatedFigure(name="人数", value="1人", place="甲"),
        ps.StatedFigure(name="人数", value="2人", place="乙"),
        SHARE,
        ps.StatedSum(name="合计", whole="3人", parts=["1人"]),
        ps.StatedChange(name="支出", before="1人", after="2人", change="2人"),
    ]
    told = ps.Achievement("就业", target="≥3人", actual="2人", reached=True)
    spending = [ps.SpendingItem("甲", amount="1")]
    result = verify_disclosure(
        ps.Disclosure(
            department="某局",
            narratives=[ps.Narrative(table_id="N", achievements=[told])],
            target_tables=[ps.TargetTable(table_id="T", budget="9", spending=spending)],
            statements=stated,
        ),
        rules=RULES,
    )
    assert [item.location.table for item in result.verdicts] == ["N", "T", *["某局"] * 4]
    # All but the last are errors; a figure that is told differently is a warning.
    assert [item.code for item in result.findings] == ["S007", "B008", "S002", "S004", "S003", "S006"]
    assert all(item.kind.slug == "inconsistent" for item in result.verdicts)


def test_the_place_of_a_statement() -> None:
    """A statement stands in the disclosure, under its place if one is given."""
    for place, labels in (("第三节", ("第三节",)), ("", ())):
        stated = ps.StatedShare(name="占比", part="1人", whole="2人", rate="60%", place=place)
        result = verify_disclosure(ps.Disclosure(department="某局", statements=[stated]), rules=RULES)
        (found,) = result.findings
        assert (found.location.table, found.location.labels, found.location.name) == ("某局", labels, "占比")


def test_an_empty_disclosure() -> None:
    """Nothing published is nothing wrong."""
    result = verify_disclosure(ps.Disclosure(), rules=RULES)
    assert (result.tables, result.verdicts, result.findings, result.hidden) == ((), (), (), 0)
    assert result.is_consistent


def test_a_code_that_is_none_is_refused() -> None:
    """A selection that would choose nothing by mistake is an error, and text is no list of its letters."""
    wishes: list[tuple[dict[str, Any], str]] = [
        ({"select": ["Q", "X999"]}, "select[1]"),
        ({"ignore": ["nothing"]}, "ignore[0]"),
        ({"select": [3]}, "select[0]"),
        ({"select": "QT"}, "select"),
        ({"ignore": b"Q"}, "ignore"),
        ({"ignore": None}, "ignore"),
    ]
    for wish, place in wishes:
        with pytest.raises(InputError) as caught:
            verify_disclosure(ps.Disclosure(), rules=RULES, **wish)
        assert caught.value.place == place


def test_rules_by_name_are_refused() -> None:
    """A disclosure without tables needs rules as well as one with tables."""
    with pytest.raises(InputError, match="rules: found 'wuhan-2023', expected a rule set"):
        verify_disclosure(ps.Disclosure(), rules="wuhan-2023")  # type: ignore[arg-type]
