"""Checks: the claimed figures of a table against those that could have been printed.

=======================  ===========================================================
:func:`verify`           check a table
:class:`Verification`    its verdicts and findings
:class:`Verdict`         what is said of one figure; :class:`Subject` names which
:class:`Witness`         values inside the printed cells that print the claim
=======================  ===========================================================
"""

from perfscore.checks._verdict import Subject, Verdict, Witness
from perfscore.checks._verification import Verification
from perfscore.checks._verify import verify

__all__ = ["Subject", "Verdict", "Verification", "Witness", "verify"]
