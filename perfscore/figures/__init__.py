"""Figures: what one cell says.

=========================  =============================================================
:func:`parse_target`       年初目标值: at least, at most, exactly, a range, a date, words
:func:`parse_actual`       实际完成值: a quantity, a bound, a date, words
:func:`parse_figure`       a cell that should hold one number: weight, score, money, rate
:func:`comparable`         whether two quantities can be computed over, :func:`all_comparable`
                           several; :func:`same_unit` of their units, :func:`comparable_by_year`
:func:`yuan_in_one`        money in 元; :func:`unit_of_header` names the unit of a column
:func:`same_wording`       whether two wordings are the same; :func:`plain_wording` and
                           :func:`plain_name` drop what does not distinguish
:class:`Quantity`          a printed number: exact value, unit, places, precision
:class:`Target`            what a target cell asks for
:class:`Actual`            what an actual cell reports
:class:`Figure`            a cell that should hold one number
=========================  =============================================================

Reading never corrects and never guesses: the text is kept, and a cell that is not understood is a
wording, not a number.
"""

from perfscore.figures._cells import Printable, parse_actual, parse_figure, parse_target
from perfscore.figures._comparing_units import all_comparable, comparable, comparable_by_year, same_unit
from perfscore.figures._money import unit_of_header, yuan_in_one
from perfscore.figures._normalise import plain_name, plain_wording, same_wording
from perfscore.figures._types import (
    Actual,
    ActualKind,
    Bounds,
    DateSpan,
    Figure,
    Precision,
    Quantity,
    Role,
    Target,
    TargetKind,
    Unit,
)

__all__ = [
    "Actual",
    "ActualKind",
    "Bounds",
    "DateSpan",
    "Figure",
    "Precision",
    "Printable",
    "Quantity",
    "Role",
    "Target",
    "TargetKind",
    "Unit",
    "all_comparable",
    "comparable",
    "comparable_by_year",
    "parse_actual",
    "parse_figure",
    "parse_target",
    "plain_name",
    "plain_wording",
    "same_unit",
    "same_wording",
    "unit_of_header",
    "yuan_in_one",
]
