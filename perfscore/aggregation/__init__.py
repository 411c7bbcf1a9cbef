"""Aggregation: the table one level up, of a project from its sub-projects, of a department from its projects.

=======================  ===========================================================
:func:`aggregate`        first the values, then the score
:class:`Aggregate`       the table that is made, both orders, projects, findings
:class:`AggregateLine`   a line with its exact range, and the rows that fed it
:class:`Feed`            a row with its share of the value, the weight, the points lost
:class:`Project`         a table that went in: its money, the points lost through it
:class:`Match`           what the caller knows of a line: its rows, kind, weight
:class:`LineKind`        absolute, relative, qualitative, other
:class:`Number`          a face value with all values that the printed cells admit
:class:`Weighing`        by what the rows of a mean are weighted
:func:`compare`          the figures of a department against those of its projects
:class:`Comparison`      its result, a :class:`ComparedFigure` for each figure
:func:`mean_range`       exactly the weighted means that printed cells admit
=======================  ===========================================================

``docs/aggregation.rst`` tells what the rules say and what they leave open.
"""

from perfscore.aggregation._aggregate import aggregate
from perfscore.aggregation._compare import ComparedFigure, Comparison, compare
from perfscore.aggregation._matching import Match
from perfscore.aggregation._mean import mean_range
from perfscore.aggregation._result import FORMAT, Aggregate, AggregateLine, Feed, Project
from perfscore.aggregation._rows import LineKind, Number, Weighing

__all__ = [
    "FORMAT",
    "Aggregate",
    "AggregateLine",
    "ComparedFigure",
    "Comparison",
    "Feed",
    "LineKind",
    "Match",
    "Number",
    "Project",
    "Weighing",
    "aggregate",
    "compare",
    "mean_range",
]
