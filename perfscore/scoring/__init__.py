"""Scoring: every line of a table under a rule set, in exact rationals, with its derivation.

=====================  ===========================================================
:func:`score`          score a table; :func:`weighted` one line under another weight
:class:`Scorecard`     its lines, subtotals, total and grade
:class:`LineScore`     one line: exact and printed score, what is admitted, derivation
:class:`Sum`           a subtotal or the total
:class:`Basis`         on what a line is scored, before its weight: :class:`ByRatio`,
                       :class:`ByFact`, :class:`ByBand`, or :class:`LeftOpen` with an
                       :class:`OpenReason`
:class:`Worth`         from a share of the weight to the score, and back; :func:`worth_of` a line
=====================  ===========================================================
"""

from perfscore.scoring._basis import Basis, ByBand, ByFact, ByRatio, LeftOpen, Method
from perfscore.scoring._basis_of import basis_of
from perfscore.scoring._derivation import interval_text, result_label
from perfscore.scoring._line_score import LineScore
from perfscore.scoring._open_reason import Obstacle, OpenReason
from perfscore.scoring._places import places_of, points, printed_places
from perfscore.scoring._score import (
    EXECUTION,
    execution_basis,
    score,
    weighted,
)
from perfscore.scoring._score_and_share import Worth, worth_of
from perfscore.scoring._scorecard import Scorecard, Sum, sum_of
from perfscore.scoring._wording import stated_results

__all__ = [
    "EXECUTION",
    "Basis",
    "ByBand",
    "ByFact",
    "ByRatio",
    "LeftOpen",
    "LineScore",
    "Method",
    "Obstacle",
    "OpenReason",
    "Scorecard",
    "Sum",
    "Worth",
    "basis_of",
    "execution_basis",
    "interval_text",
    "places_of",
    "points",
    "printed_places",
    "result_label",
    "score",
    "stated_results",
    "sum_of",
    "weighted",
    "worth_of",
]
