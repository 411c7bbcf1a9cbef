"""How many decimals the scores of a table print."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.figures import Figure
    from perfscore.model import SelfAssessment

_POINTS = ("", "分", "%")


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


def points(figure: Figure | None) -> Fraction | None:
    """Return the points that a weight or a score prints; None where it prints no number of points.

    Examples
    --------
    >>> from perfscore.figures import Role, parse_figure
    >>> points(parse_figure("99.69分", role=Role.SCORE))
    Fraction(9969, 100)
    """
    quantity = None if figure is None else figure.quantity
    if quantity is None or quantity.unit.text not in _POINTS:
        return None
    # 20% is 20 points: a share of the table's hundred.
    return quantity.value / quantity.unit.scale if quantity.unit.is_rate else quantity.value
