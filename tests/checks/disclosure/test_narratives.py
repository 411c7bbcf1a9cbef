"""Self-assessments in prose: completions, what is called reached, counts and totals."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

import perfscore as ps
from perfscore.checks import verify_disclosure

RULES = ps.load_rules("wuhan-2023")


def _found(narrative: ps.Narrative) -> tuple[list[tuple[str, str]], list[str]]:
    result = verify_disclosure(ps.Disclosure(narratives=[narrative]), rules=RULES)
    return (
        [(item.subject.slug, item.kind.slug) for item in result.verdicts],
        [item.code for item in result.findings],
    )


@pytest.mark.parametrize(
    ("told", "kind", "codes"),
    [
        ({"target": "22,000人", "actual": "30,350人", "completion": "138%"}, "consistent", []),
        ({"target": "22,000人", "actual": "30,350人", "completion": "119%"}, "inconsistent", ["S002"]),
        ({"target": "≥282人", "actual": "329人", "completion": "116.7%"}, "consistent", []),
        # Of a thing one wants less of, a degree of completion is not said how.
        ({"target": "≤5%", "actual": "4%", "completion": "125%"}, "open", []),
        ({"target": None, "actual": "30,350人", "completion": "119%"}, "open", []),
        ({"target": "282人", "actual": "329人", "completion": "116.%"}, "open", []),
    ],
)
def test_degrees_of_completion(told: dict[str, Any], kind: str, codes: list[str]) -> None:
    """A degree of completion is the actual value by the target."""
    verdicts, found = _found(ps.Narrative(table_id="N", achievements=[ps.Achievement("就业", **told)]))
    # The first verdict is on whether it was reached, of which nothing is said.
    assert verdicts == [("stated", "open"), ("stated", kind)]
    assert found == codes


@pytest.mark.parametrize(
    ("told", "kind", "codes"),
    [
        ({"target": "≥3万人", "actual": "3.1万人", "reached": True}, "consistent", []),
        ({"target": "≥3万人", "actual": "2.8万人", "reached": True}, "inconsistent", ["S007"]),
        # 2.95 to 3.05: it may have been.
        ({"target": "≥3万人", "actual": "3.0万人", "reached": True}, "consistent", []),
        ({"target": "≥3万人", "actual": "2.8万人", "reached": False}, "consistent", []),
        ({"target": "≥3万人", "actual": "2.8万人"}, "open", []),
        ({"target": "≥3万人", "reached": True}, "open", []),
        ({"target": "≥3万人", "actual": "2.8万户", "reached": True}, "open", []),
    ],
)
def test_what_is_called_reached(told: dict[str, Any], kind: str, codes: list[str]) -> None:
    """A target that is said to be reached is reached by its own figures, as far as there are any."""
    verdicts, found = _found(ps.Narrative(table_id="N", achievements=[ps.Achievement("就业", **told)]))
    assert (verdicts, found) == ([("stated", kind)], codes)


WHOLE = ps.Narrative(
    table_id="N",
    execution=ps.BudgetExecution(weight=16, budget="100.00", executed="100.00", rate="100%"),
    goals_weight=84,
    goals_count=2,
    achievements=[ps.Achievement("甲", reached=True), ps.Achievement("乙", reached=True)],
    total=100,
)


@pytest.mark.parametrize(
    ("changes", "kind", "codes"),
    [
        ({}, "consistent", []),
        ({"total": 99}, "inconsistent", ["T003"]),
        ({"total": "99.99"}, "inconsistent", ["T003"]),
        ({"total": "100.0"}, "consistent", []),
        ({"total": "一百"}, "open", []),
        ({"goals_weight": None}, "open", []),
        ({"goals_count": 3}, "open", ["S001"]),
        ({"goals_count": None}, "consistent", []),
        ({"achievements": []}, "open", ["S001"]),
        ({"achievements": [ps.Achievement("甲", reached=True), ps.Achievement("乙")]}, "open", []),
        ({"execution": None}, "open", []),
        ({"execution": ps.BudgetExecution(rate="100%")}, "open", []),
        ({"execution": ps.BudgetExecution(weight=16, budget="0", executed="0")}, "open", []),
        # The rate alone stands for the ratio: 16 × 90 % and 84.
        ({"execution": ps.BudgetExecution(weight=16, rate="90%"), "total": "98.4"}, "consistent", []),
        (
            {"execution": ps.BudgetExecution(weight=16, rate="90%"), "total": "98"},
            "consistent-only-by-rounding",
            [],
        ),
        ({"execution": ps.BudgetExecution(weight=16, rate="90%"), "total": "97"}, "inconsistent", ["T003"]),
    ],
)
def test_totals(changes: dict[str, Any], kind: str, codes: list[str]) -> None:
    """16 points for execution and 84 for goals that were all reached make 100."""
    verdicts, found = _found(attrs.evolve(WHOLE, **changes))
    assert [verdict for subject, verdict in verdicts if subject == "total-by-rules"] == [kind]
    assert found == codes


def test_a_narrative_without_a_total_has_no_verdict_on_it() -> None:
    """Nothing is said of a total that is not told."""
    verdicts, _ = _found(attrs.evolve(WHOLE, total=None))
    assert "total-by-rules" not in {subject for subject, _ in verdicts}


def test_the_rate_of_a_narrative() -> None:
    """Its execution rate is held against its amounts as that of a table is."""
    execution = ps.BudgetExecution(budget="100.00", executed="90.00", rate="95%")
    _, found = _found(ps.Narrative(table_id="N", execution=execution))
    assert found == ["B002"]


def test_the_gap_of_what_was_not_reached() -> None:
    """2.8 of 3, at most 2.85 of 3: short by a twentieth."""
    told = ps.Achievement("就业", target="≥3万人", actual="2.8万人", reached=True)
    (verdict,) = verify_disclosure(
        ps.Disclosure(narratives=[ps.Narrative(achievements=[told])]), rules=RULES
    ).verdicts
    assert verdict.gap == Fraction(5, 100)


@pytest.mark.parametrize(
    ("completion", "kind"),
    [
        # 30,350 of 22,000 is 137.95…%.
        ("138%", "consistent"),
        ("137%", "consistent-under-another-convention"),
        ("139%", "inconsistent"),
        ("136%", "inconsistent"),
        ("137.95%", "consistent"),
        ("137.96%", "inconsistent"),
    ],
)
def test_the_last_place_of_a_completion(completion: str, kind: str) -> None:
    """A degree of completion is rounded or cut off, and nothing beside that."""
    told = ps.Achievement("就业", target="22,000人", actual="30,350人", completion=completion)
    verdicts, _ = _found(ps.Narrative(table_id="N", achievements=[told]))
    assert verdicts[1] == ("stated", kind)


def test_the_gap_of_a_completion() -> None:
    """138 % is printed, or cut off 137 %: 119 % is 19 points off, 18 at least."""
    told = ps.Achievement("就业", target="22,000人", actual="30,350人", completion="119%")
    result = verify_disclosure(
        ps.Disclosure(narratives=[ps.Narrative(table_id="N", achievements=[told])]), rules=RULES
    )
    verdict = result.verdicts[1]
    assert (verdict.off_by, verdict.gap) == (Fraction(19, 100), Fraction(18, 100))
    (found,) = result.findings
    assert dict(found.message.args)["computed"] == "137.9545…%"
    assert (found.location.table, found.location.row, found.location.name) == ("N", 1, "就业")


@pytest.mark.parametrize(
    ("actual", "kind"),
    [
        ("4%", "consistent"),
        ("5%", "consistent"),
        # From 4.5 to 5.5 and from 5.5 to 6.5; and of 5.1, from 5.05.
        ("6%", "inconsistent"),
        ("5.1%", "inconsistent"),
        ("0%", "consistent"),
    ],
)
def test_what_may_not_be_exceeded(actual: str, kind: str) -> None:
    """A limit is reached by what is below it or on it."""
    told = ps.Achievement("失业率", target="≤5%", actual=actual, reached=True)
    verdicts, found = _found(ps.Narrative(table_id="N", achievements=[told]))
    assert verdicts == [("stated", kind)]
    assert found == (["S007"] if kind == "inconsistent" else [])


def test_twenty_one_goals_that_were_all_reached() -> None:
    """16 for execution at 100% and 84 for 21 goals make 100; 99 is off by 1."""
    narrative = ps.Narrative(
        table_id="001-00",
        execution=ps.BudgetExecution(weight=16, budget="19,115.68", executed="19,115.68", rate="100%"),
        goals_weight=84,
        goals_count=21,
        achievements=[ps.Achievement(f"目标{number}", reached=True) for number in range(21)],
        total=99,
    )
    result = verify_disclosure(ps.Disclosure(narratives=[narrative]), rules=RULES)
    (found,) = result.findings
    assert found.code == "T003"
    assert dict(found.message.args)["admitted"] == "100"
    # Executed may be 0.005 less than printed and the budget 0.005 more, which still prints 100.
    assert (result.verdicts[-1].off_by, result.verdicts[-1].gap) == (Fraction(1), Fraction(1))


def test_a_number_of_goals_that_no_one_can_read() -> None:
    """It is told as unreadable, and nothing is held against it."""
    verdicts, found = _found(ps.Narrative(table_id="N", goals_count="若干"))
    assert (verdicts, found) == ([("stated", "open")], ["R001"])
