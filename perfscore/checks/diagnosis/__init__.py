"""Diagnosis: which slips would explain an inconsistent figure, and which cells could be wrong.

=======================  ==============================================================
:func:`diagnose`         diagnose a table
:class:`Diagnosis`       its inconsistent figures with their explanations, and the repairs
:class:`Diagnosed`       one inconsistent figure
:class:`Explanation`     a slip that would explain it; :class:`Slip` names the kinds
:class:`Change`          a cell that would read otherwise
:class:`Repair`          a smallest set of cells whose change makes the table consistent
:class:`Confidence`      how far the first explanation stands out
=======================  ==============================================================

Explanations are suggestions: nothing is repaired. Each makes every rule hold that touches the cells it
changes, and comes with the share of random claims that its kind would have explained as well.
"""

from perfscore.checks.diagnosis._diagnose import diagnose
from perfscore.checks.diagnosis._explanation import (
    Change,
    Confidence,
    Diagnosed,
    Diagnosis,
    Explanation,
    Repair,
)
from perfscore.checks.diagnosis._slips import Slip

__all__ = [
    "Change",
    "Confidence",
    "Diagnosed",
    "Diagnosis",
    "Explanation",
    "Repair",
    "Slip",
    "diagnose",
]
