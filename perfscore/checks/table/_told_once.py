"""One cause, one finding: what follows from the same slip in several places is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.checks.table._execution import is_turned
from perfscore.findings import Location, Message, finding
from perfscore.intervals import rounded
from perfscore.scoring import EXECUTION, execution_basis

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore.checks._context import Context
    from perfscore.findings import Finding


def told_once(found: Iterable[Finding], context: Context, *, rate_is_wrong: bool) -> tuple[Finding, ...]:
    """Return *found* with the findings of one cause told once, where the first of them stands.

    Parameters
    ----------
    found
        The findings of a table.
    context
        The table.
    rate_is_wrong
        Whether the printed execution rate contradicts its amounts.
    """
    findings = list(found)
    swapped = _swap(context) if rate_is_wrong else None
    if swapped is not None:
        findings = [swapped, *(item for item in findings if not item.kind.of_swap)]
    return merged(findings)


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, those of one cause as one with all its places."""
    firsts: dict[object, Finding] = {}
    for position, item in enumerate(findings):
        key = _cause(item) or position
        first = firsts.get(key)
        firsts[key] = item if first is None else attrs.evolve(first, also=(*first.also, item.location))
    return tuple(firsts.values())


def _cause(item: Finding) -> tuple[object, ...] | None:
    name = item.kind.cause
    if name is None:
        return None
    argument = dict(item.message.args).get(name)
    # Conventions have an id, other arguments are compared as they are; a row and the table are two causes.
    return item.code, getattr(argument, "id", argument), bool(name) and item.location.row is None


def _swap(context: Context) -> Finding | None:
    """Return the finding that the two amounts stand in each other's column, if the rate says so."""
    execution = context.table.execution
    assert execution is not None  # its rate is wrong
    assert execution.rate is not None
    if not is_turned(execution, context.rules):
        return None
    assert execution.budget is not None  # the rate was held against both
    assert execution.executed is not None
    turned = attrs.evolve(execution, budget=execution.executed, executed=execution.budget)
    basis = execution_basis(turned, context.rules)
    worth = None if context.card.execution is None else context.card.execution.worth
    share = basis.face_share
    score = None
    if worth is not None and share is not None:
        score = rounded(worth.score(share), context.rules.score_places, context.rules.rounding)
    message = Message.of(
        "B006",
        budget=execution.budget.text,
        executed=execution.executed.text,
        rate=execution.rate.text,
        computed="—" if score is None else decimal_text(score),
        claimed="—" if execution.claimed is None else execution.claimed.text,
    )
    return finding(Location(table=context.table.name, name=EXECUTION), message)
