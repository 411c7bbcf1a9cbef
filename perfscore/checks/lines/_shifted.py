"""A row whose cells stand one too far: its name reads as a target.

Code F008.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.figures import TargetKind, parse_target
from perfscore.findings import Message, VerdictKind, finding
from perfscore.verdicts import Outcome, Subject

if TYPE_CHECKING:
    from perfscore.checks.lines._line import Line

_KINDS = frozenset((TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.EXACTLY, TargetKind.BETWEEN))


def check_shift(line: Line, outcome: Outcome) -> Outcome:
    """Return *outcome*, or an open one if the row's cells do not stand where they belong.

    Parameters
    ----------
    line
        The line.
    outcome
        What the line's cells give as they stand.
    """
    name = line.score.location.name
    if line.subject is not Subject.LINE or parse_target(name).kind not in _KINDS:
        return outcome
    verdict = attrs.evolve(
        outcome.verdicts[0],
        kind=VerdictKind.OPEN,
        reason=Message.of("reason.row-shifted"),
        off_by=None,
        gap=None,
        nearest=None,
        convention=None,
        witness=None,
    )
    message = Message.of("F008", name=name, claimed=line.claimed_text)
    place = attrs.evolve(line.score.location, column=None)
    return Outcome((verdict,), (finding(place, message),))
