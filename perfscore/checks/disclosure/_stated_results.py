"""What the prose says of a table, against the table.

Codes S001, S005.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore.checks.table import is_turned
from perfscore.figures import yuan_in_one
from perfscore.findings import Column, Listed, Message, VerdictKind, finding
from perfscore.intervals import Interval, printing
from perfscore.model import Narrative, SelfAssessment
from perfscore.scoring import LeftOpen, basis_of, points
from perfscore.verdicts import MODES, Admitted, Outcome, Subject, Verdict, hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.figures import Figure, Quantity
    from perfscore.findings import Location
    from perfscore.model import BudgetExecution, Disclosure, StatedResult
    from perfscore.rules import RuleSet

_ONE = Fraction(1)


def check_result(stated: StatedResult, place: Location, disclosure: Disclosure, rules: RuleSet) -> Outcome:
    """Return the verdicts on what the prose says of a project or of the department.

    Parameters
    ----------
    stated
        What the prose says.
    place
        Where it stands.
    disclosure
        The tables that it may speak of.
    rules
        The rule set.
    """
    tables: dict[str, SelfAssessment | Narrative] = {item.name: item for item in disclosure.tables}
    tables.update((item.name, item) for item in disclosure.narratives)
    table = tables.get(stated.table) if stated.table else None
    if table is None:
        return _without_table(stated, place)
    outcomes = [*_of_execution(stated, table, place, rules), *_of_total(stated, table, place)]
    if isinstance(table, SelfAssessment):
        outcomes.extend(_of_counts(stated, table, place, rules))
    return Outcome(
        tuple(verdict for outcome in outcomes for verdict in outcome.verdicts),
        tuple(item for outcome in outcomes for item in outcome.findings),
    )


def _without_table(stated: StatedResult, place: Location) -> Outcome:
    verdict = Verdict(
        subject=Subject.STATED_OF_TABLE,
        kind=VerdictKind.OPEN,
        location=place,
        reason=Message.of("reason.no-table"),
    )
    if stated.table:
        # A table that is named and not at hand is missing here, not in the document.
        return Outcome((verdict,), (finding(place, Message.of("R006", table=stated.table)),))
    cells = ((Column.BUDGET, stated.budget), (Column.EXECUTED, stated.executed), (Column.RATE, stated.rate))
    shown = [
        Message.of("label.pair", name=column, text=cell.text) for column, cell in cells if cell is not None
    ]
    figures: Listed | str = Listed(tuple(shown)) if shown else "—"
    return Outcome((verdict,), (finding(place, Message.of("S005", figures=figures)),))


def _of_execution(
    stated: StatedResult, table: SelfAssessment | Narrative, place: Location, rules: RuleSet
) -> Iterator[Outcome]:
    execution = table.execution
    if execution is None:
        return
    turned = is_turned(execution, rules)
    budget, executed = execution.budget, execution.executed
    told = _turned(execution) if turned else execution
    for column, claim, cell, meant in (
        (Column.BUDGET, stated.budget, budget, told.budget),
        (Column.EXECUTED, stated.executed, executed, told.executed),
        (Column.RATE, stated.rate, execution.rate, execution.rate),
    ):
        if claim is None or cell is None:
            continue
        outcome = _compared(claim, cell, column, table.money_unit, attrs.evolve(place, column=column))
        if turned and meant is not None and _meet(claim, meant, column, table.money_unit):
            # The table's columns are swapped, which is told once, with the table.
            outcome = Outcome(outcome.verdicts)
        yield outcome


def _turned(execution: BudgetExecution) -> BudgetExecution:
    return attrs.evolve(execution, budget=execution.executed, executed=execution.budget)


def _of_total(stated: StatedResult, table: SelfAssessment | Narrative, place: Location) -> Iterator[Outcome]:
    if stated.total is not None and table.total is not None:
        inner = attrs.evolve(place, column=Column.TOTAL)
        yield _compared(stated.total, table.total, Column.TOTAL, table.money_unit, inner)


def _of_counts(
    stated: StatedResult, table: SelfAssessment, place: Location, rules: RuleSet
) -> Iterator[Outcome]:
    """How many indicators there are, and how many reached their target, as far as that is known."""
    if table.truncated:
        return
    shares = [basis_of(item, rules) for item in table.indicators]
    known = [basis.admitted for basis in shares if not isinstance(basis, LeftOpen)]
    surely = sum(admitted.lower == 1 for admitted in known)
    perhaps = len(shares) - sum(admitted.upper is not None and admitted.upper < 1 for admitted in known)
    for claim, low, high, what in (
        (stated.indicators, len(shares), len(shares), "what.indicators"),
        (stated.reached, surely, perhaps, "what.reached"),
    ):
        count = points(claim)
        if claim is None or count is None:
            continue
        base = Verdict(
            subject=Subject.STATED_OF_TABLE, kind=VerdictKind.OPEN, location=place, claimed=claim.text
        )
        way = Admitted(
            claim=count,
            values=(Interval(low * _ONE, high * _ONE),),
            stands_for=Interval.point(count),
            places=0,
            mode=None,
            prefer=count,
        )
        verdict = hold(base, (way,))
        printed = str(low) if low == high else f"{low}–{high}"
        message = Message.of("S001", what=Message.of(what), claimed=claim.text, printed=printed)
        wrong = verdict.kind is VerdictKind.INCONSISTENT
        yield Outcome((verdict,), (finding(place, message),) if wrong else ())


def _compared(claim: Figure, cell: Figure, column: Column, money_unit: str, place: Location) -> Outcome:
    base = Verdict(subject=Subject.STATED_OF_TABLE, kind=VerdictKind.OPEN, location=place, claimed=claim.text)
    told, printed = (_in_yuan(item.quantity, column, money_unit) for item in (claim, cell))
    if told is None or printed is None:
        return Outcome((attrs.evolve(base, reason=Message.of("reason.not-comparable")),))
    ways = _ways_of_total(told, printed) if column is Column.TOTAL else (_same(told, printed),)
    verdict = hold(attrs.evolve(base, computed=printed.possible), ways)
    if verdict.kind is not VerdictKind.INCONSISTENT:
        return Outcome((verdict,))
    message = Message.of("S001", what=column, claimed=claim.text, printed=cell.text)
    return Outcome((verdict,), (finding(place, message),))


def _same(told: Quantity, printed: Quantity) -> Admitted:
    """One figure told twice: what both of them can stand for."""
    return Admitted(
        claim=told.value,
        values=(printed.possible,),
        stands_for=told.possible,
        face=printed.value,
        places=min(told.places, printed.places),
        scale=told.unit.scale,
        kind=VerdictKind.CONSISTENT,
    )


def _ways_of_total(told: Quantity, printed: Quantity) -> Iterator[Admitted]:
    """Two printed totals are one: equal, or the one with fewer decimals the other rounded."""
    places = min(told.places, printed.places)
    for mode, _ in MODES:
        values, stands_for = (
            Interval.point(item.value) if item.places > places else printing(item.value, places, mode)
            for item in (printed, told)
        )
        assert values is not None  # each has the places that it prints
        yield Admitted(
            claim=told.value,
            values=(values,),
            stands_for=stands_for,
            face=printed.value,
            places=places,
            mode=mode,
            kind=VerdictKind.CONSISTENT,
        )


def _meet(claim: Figure, cell: Figure, column: Column, money_unit: str) -> bool:
    one, other = (_in_yuan(item.quantity, column, money_unit) for item in (claim, cell))
    return one is not None and other is not None and one.possible & other.possible is not None


def _in_yuan(quantity: Quantity | None, column: Column, money_unit: str) -> Quantity | None:
    """Return a figure, of money in 元: a bare amount is in the table's unit; None if that is unknown."""
    if quantity is None or column not in (Column.BUDGET, Column.EXECUTED):
        return quantity
    scale = yuan_in_one(quantity, money_unit)
    if scale is None:
        return None
    unit = attrs.evolve(quantity.unit, scale=quantity.unit.scale * scale)
    return attrs.evolve(quantity, unit=unit, value=quantity.value * scale)
