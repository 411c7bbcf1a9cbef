"""Laws of diagnosis, over the corpus of injected errors: what it suggests would really hold."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import perfscore as ps
from perfscore.checks.diagnosis import Diagnosis, Explanation, diagnose
from perfscore.checks.diagnosis._board import replaced
from perfscore.findings import Column
from perfscore.intervals import exact_sum, rounded
from perfscore.verdicts import Subject
from tests.corpus.injected import Case, corpus

if TYPE_CHECKING:
    from fractions import Fraction

RULES = ps.load_rules("wuhan-2023")
CASES = [case for case in corpus(11, 2) if case.slip is not None]
FIELDS = {
    Column.WEIGHT: "weight",
    Column.TARGET: "target",
    Column.ACTUAL: "actual",
    Column.SCORE: "claimed",
}


def _wrong(table: ps.SelfAssessment) -> set[tuple[str, int | None]]:
    """Return what is inconsistent, but for the total against the rules, which follows from the lines."""
    return {
        (item.subject.slug, item.location.row)
        for item in ps.verify(table, rules=RULES).verdicts
        if item.kind is ps.VerdictKind.INCONSISTENT and item.subject is not Subject.TOTAL_BY_RULES
    }


def _carried_out(table: ps.SelfAssessment, explanation: Explanation) -> ps.SelfAssessment:
    for change in explanation.changes:
        place, column = change.location, change.location.column
        if column is Column.TOTAL:
            table = attrs.evolve(table, total=change.instead)
            continue
        assert column is not None
        assert place.row is not None
        item = table.indicators[place.row - 1]
        changed: dict[str, Any] = {FIELDS[column]: change.instead}
        table = replaced(table, place.row, attrs.evolve(item, **changed))
    return table


def _diagnosed(case: Case) -> Diagnosis:
    return diagnose(case.table, rules=RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.slip.slug}-{case.places}")
def test_a_change_that_is_suggested_holds_and_breaks_nothing(case: Case) -> None:
    """Carried out, it makes its figure consistent, and nothing inconsistent that was not so before."""
    before = _wrong(case.table)
    for figure in _diagnosed(case).diagnosed:
        mine = (figure.verdict.subject.slug, figure.verdict.location.row)
        for explanation in figure.explanations:
            if explanation.changes and figure.verdict.subject in (Subject.LINE, Subject.TOTAL):
                after = _wrong(_carried_out(case.table, explanation))
                assert mine not in after
                assert after < before


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.slip.slug}-{case.places}")
def test_explanations_are_ordered_and_say_their_share(case: Case) -> None:
    """The cheapest comes first; a kind that explains every claim is not named."""
    for figure in _diagnosed(case).diagnosed:
        costs = [item.cost for item in figure.explanations]
        assert costs == sorted(costs)
        assert all(0 < item.coincidence <= 1 for item in figure.explanations)


def _repaired(
    table: ps.SelfAssessment, rows: list[int], scores: tuple[Fraction, ...], *, sum_up: bool
) -> ps.SelfAssessment:
    for row, score in zip(rows, scores, strict=True):
        table = replaced(table, row, attrs.evolve(table.indicators[row - 1], claimed=score))
    if not sum_up:
        return table
    assert table.execution is not None
    cells = [table.execution.claimed, *(item.claimed for item in table.indicators)]
    known = [cell.quantity.value for cell in cells if cell is not None and cell.quantity is not None]
    return attrs.evolve(table, total=exact_sum(known))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.slip.slug}-{case.places}")
def test_repairs_of_scores_and_total_can_be_carried_out(case: Case) -> None:
    """Scores set to what the rule gives, as the rule or the table prints them, and the total to their sum."""
    lines = ps.score(case.table, rules=RULES).lines
    for repair in _diagnosed(case).repairs:
        columns = {cell.column for cell in repair.cells}
        if columns - {Column.SCORE, Column.TOTAL}:
            continue
        rows = [cell.row for cell in repair.cells if cell.row is not None]
        exact = [lines[row - 1].exact for row in rows]
        options = [
            sorted({rounded(value, places) for places in (2, case.places)})
            for value in exact
            if value is not None
        ]
        assert any(
            not _wrong(_repaired(case.table, rows, scores, sum_up=Column.TOTAL in columns))
            for scores in product(*options)
        )


def test_the_same_table_has_the_same_diagnosis() -> None:
    """Nothing in it is drawn by chance."""
    for case in CASES[::7]:
        assert _diagnosed(case).to_dict() == _diagnosed(case).to_dict()
