"""Verdicts: what is said of one claimed figure, and the one way to hold it against what is admitted.

=====================  ==================================================================
:class:`Verdict`       what is said of one figure, with what anyone needs to re-check it
:class:`Subject`       which figure it is about
:class:`Witness`       values inside the printed cells that print the claim
:class:`Outcome`       what one check found: verdicts, and the findings that follow
=====================  ==================================================================

:mod:`perfscore.checks` and :mod:`perfscore.aggregation` stand on it.
"""

from perfscore.verdicts._outcome import Outcome
from perfscore.verdicts._printed_rates import MODES, around, readings, stated_sets
from perfscore.verdicts._subject import Subject
from perfscore.verdicts._verdict import Verdict
from perfscore.verdicts._witness import Witness

__all__ = ["MODES", "Outcome", "Subject", "Verdict", "Witness", "around", "readings", "stated_sets"]
