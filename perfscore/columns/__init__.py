"""Columns: millions of rows, with the scores and verdicts of the exact path, digit for digit.

=======================  ===================================================================
:func:`score_columns`    the score of each row, to the printed digit
:func:`verify_columns`   the verdict on each claimed score
:func:`group_sums`       the sum of each table's rows, in any order
:func:`compare_totals`   claimed totals against these sums
:func:`weighted_means`   the mean of each table, weighted by money
:class:`Printed`         a column of printed decimals: scaled integers, or floats with places
:class:`Scores`          scores in units of the last place, with a status for each row
:class:`Status`          what became of a row
:class:`Verdicts`        the kind of each verdict, a number in :data:`KINDS`
=======================  ===================================================================

It needs NumPy. With the extra ``fast`` the kernel is compiled, which changes speed only. Printed cells
and data frames are read by :mod:`perfscore.frames`.
"""

from perfscore.columns._claims import KINDS
from perfscore.columns._groups import (
    Agreement,
    Means,
    Sums,
    Totals,
    compare_totals,
    group_sums,
    weighted_means,
)
from perfscore.columns._inputs import NEGATIVE, POSITIVE, UNKNOWN
from perfscore.columns._score import score_columns
from perfscore.columns._types import NO_SCORE, Printed, Scores, Status
from perfscore.columns._verify import Verdicts, verify_columns

__all__ = [
    "KINDS",
    "NEGATIVE",
    "NO_SCORE",
    "POSITIVE",
    "UNKNOWN",
    "Agreement",
    "Means",
    "Printed",
    "Scores",
    "Status",
    "Sums",
    "Totals",
    "Verdicts",
    "compare_totals",
    "group_sums",
    "score_columns",
    "verify_columns",
    "weighted_means",
]
