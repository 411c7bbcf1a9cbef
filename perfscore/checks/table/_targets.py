"""Targets that ask for little, or that cannot be measured.

Codes O001, O006.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.figures import TargetKind
from perfscore.findings import Column, Message, finding
from perfscore.scoring import Method
from perfscore.terms import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore.checks._context import Context
    from perfscore.figures import Target
    from perfscore.findings import Finding, Location

_MULTIPLE = 2
"""A multiple is at least the double."""

_NUMERIC_ENDS = (
    *("人数", "人次", "次数", "场次", "件数", "户数", "家数", "个数"),
    *("数量", "金额", "比例", "率", "费"),
)
"""Ends of names that ask for a figure."""

_NO_RATE = "效率"
"""The end of a name that only looks like a rate: efficiency."""


def check_targets(context: Context) -> Iterator[Finding]:
    """Yield the targets of the indicators that were reached at a multiple or give no figure to measure."""
    for score in context.card.lines:
        place = attrs.evolve(score.location, column=Column.TARGET)
        basis = score.basis
        if (
            basis.method is Method.RATIO
            and basis.direction is Direction.POSITIVE
            and basis.ratio is not None
            and basis.ratio >= _MULTIPLE
        ):
            target, actual = score.cells
            times = decimal_text(basis.ratio)
            yield finding(place, Message.of("O001", target=target, actual=actual, times=times))
        assert score.indicator is not None  # the lines of a card are indicators
        yield from unmeasurable(score.location.name, score.indicator.target, place)


def unmeasurable(name: str, target: Target | None, place: Location) -> Iterator[Finding]:
    """Yield the finding that a name asks for a figure and its target gives none.

    Parameters
    ----------
    name
        The indicator's name.
    target
        Its target.
    place
        Where the target stands.
    """
    term = next((end for end in _NUMERIC_ENDS if name.strip().endswith(end)), None)
    if term is None or name.strip().endswith(_NO_RATE) or target is None:
        return
    if target.kind is not TargetKind.WORDING:
        return
    if not any(character.isdigit() for character in target.text):
        yield finding(place, Message.of("O006", term=term, target=target.text))
