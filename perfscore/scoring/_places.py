"""How many decimals the scores of a table print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from perfscore.figures import Figure
    from perfscore.model import SelfAssessment


def printed_places(table: SelfAssessment) -> int:
    """Return the most decimals that a claimed score of a line prints.

    A table that prints 1.82 once writes its 2 as a short 2.00; a table of whole points may have
    rounded every score to whole points.

    Examples
    --------
    >>> from perfscore.model import BudgetExecution, SelfAssessment
    >>> printed_places(SelfAssessment(execution=BudgetExecution(claimed="19.06")))
    2
    """
    cells = [indicator.claimed for indicator in table.indicators]
    if table.execution is not None:
        cells.append(table.execution.claimed)
    return max((places_of(cell) for cell in cells), default=0)


def places_of(cell: Figure | None) -> int:
    """Return the decimals that a cell prints; 0 where it prints no number.

    Examples
    --------
    >>> from perfscore.figures import Role, parse_figure
    >>> places_of(parse_figure("19.06", role=Role.SCORE)), places_of(None)
    (2, 0)
    """
    return 0 if cell is None or cell.quantity is None else cell.quantity.places
