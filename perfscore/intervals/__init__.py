"""Exact intervals: which values a printed figure can stand for.

========================  ==========================================================
:class:`Interval`         a non-empty interval with open and closed ends
:func:`total`             all sums of one value from each of several intervals
:func:`exact_sum`         the exact sum of values
:class:`Rounding`         half up, half even, truncated
:func:`rounded`           an exact value as it is printed
:func:`printing`          all exact values that print as a given figure
:func:`printing_any`      all exact values whose printed form lies in a given interval
:func:`printed_ends`      the lowest and the highest value that is printed for a set
:func:`nearest_printed`   the value printed for a set that lies nearest to a claim
:func:`union`             what several intervals hold together, as disjoint ones
:func:`unit_of`           one unit of the last place
========================  ==========================================================

Nothing here knows a tolerance: an end belongs to a set or it does not.
"""

from perfscore.intervals._interval import Interval, exact_sum, total
from perfscore.intervals._printed import nearest_printed, printed_ends
from perfscore.intervals._rounding import Rounding, printing, printing_any, rounded, unit_of
from perfscore.intervals._union import union

__all__ = [
    "Interval",
    "Rounding",
    "exact_sum",
    "nearest_printed",
    "printed_ends",
    "printing",
    "printing_any",
    "rounded",
    "total",
    "union",
    "unit_of",
]
