"""Lines: the claimed score of an indicator or of budget execution, each with the cells that it rests on.

=======================  ==============================================================
:class:`Line`            a line with its printed cells; :class:`JudgedLine` with its verdict
:func:`lines_of`         the lines of a table
:func:`judge`            a verdict for each, by printed or inferred weight
:func:`verify_line`      the verdict on one line without its table
=======================  ==============================================================
"""

from perfscore.checks.lines._claimed_score import check_line
from perfscore.checks.lines._judge_lines import completed, judge
from perfscore.checks.lines._line import JudgedLine, Line, line_with, lines_of
from perfscore.checks.lines._line_alone import verify_line
from perfscore.checks.lines._possible_weights import possible_weights

__all__ = [
    "JudgedLine",
    "Line",
    "check_line",
    "completed",
    "judge",
    "line_with",
    "lines_of",
    "possible_weights",
    "verify_line",
]
