"""Verdicts: what is said of one claimed figure, and the one way to hold it against what is admitted.

=======================  ================================================================
:class:`Verdict`         what is said of one figure, with what anyone needs to re-check it
:class:`Subject`         which figure it is about
:class:`Witness`         values inside the printed cells that print the claim
:class:`Outcome`         what one check found: verdicts, and the findings that follow
:func:`hold`             hold a claim against the ways in which it may have come about
:class:`Way`             such a way; :class:`Admitted` where sets of values are known
:func:`hold_sum`         hold an amount against the sum of its parts
:func:`rate_ways`        the ways in which a rate is printed
:func:`distance`         how far off a claim is, as a part of a sentence
=======================  ================================================================

:mod:`perfscore.checks` and :mod:`perfscore.aggregation` stand on it.
"""

from perfscore.verdicts._distance import distance, points_apart
from perfscore.verdicts._hold import Admitted, Way, hold
from perfscore.verdicts._hold_sum import hold_sum
from perfscore.verdicts._outcome import Outcome
from perfscore.verdicts._printed_rates import MODES, claimed_rates, rate_ways
from perfscore.verdicts._subject import Subject
from perfscore.verdicts._verdict import Verdict
from perfscore.verdicts._witness import Witness

__all__ = [
    "MODES",
    "Admitted",
    "Outcome",
    "Subject",
    "Verdict",
    "Way",
    "Witness",
    "claimed_rates",
    "distance",
    "hold",
    "hold_sum",
    "points_apart",
    "rate_ways",
]
