"""What every check of one table needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.figures import Actual, Figure, Precision, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from perfscore.model import Section, SelfAssessment
    from perfscore.rules import RuleSet
    from perfscore.scoring import Scorecard


@attrs.frozen(kw_only=True)
class Context:
    """A table with its rules and its scorecard.

    Parameters
    ----------
    table
        The table as printed.
    rules
        The rule set.
    card
        The table scored under the rules.
    places
        The most decimals that any claimed score of a line prints: how the table writes its scores.
    sections
        Its goals and levels with their rows, walked once.
    """

    table: SelfAssessment
    rules: RuleSet
    card: Scorecard
    places: int
    sections: tuple[Section, ...] = attrs.field(init=False)

    @sections.default
    def _walked(self) -> tuple[Section, ...]:
        return tuple(self.table.sections())


def is_assumed(*cells: Figure | Target | Actual | None) -> bool:
    """Whether one of the cells came as a float."""
    return any(True for cell in cells if cell is not None for _ in _assumed(cell))


def assumed_texts(cells: Iterable[Figure | Target | Actual | None]) -> Iterator[str]:
    """Yield the text of each cell that came as a float."""
    for cell in cells:
        if cell is not None:
            yield from _assumed(cell)


def _assumed(cell: Figure | Target | Actual) -> Iterator[str]:
    quantity = cell.quantity
    if quantity is not None and quantity.precision is Precision.ASSUMED:
        yield cell.text
