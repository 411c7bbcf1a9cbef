"""Checks: the claimed figures of a table against those that could have been printed.

===============================  ===================================================
:func:`verify`                   check a table
:class:`Verification`            its verdicts and findings
:func:`verify_line`              check one line without its table
:func:`verify_disclosure`        check everything that a department published for a year
:class:`DisclosureVerification`  the same for each of its tables and for its prose
:class:`Verdict`                 what is said of one figure; :class:`Subject` names which
:class:`Witness`                 values inside the printed cells that print the claim
===============================  ===================================================

What could explain an inconsistent figure is looked for by :mod:`perfscore.checks.diagnosis`.
"""

from perfscore.checks._disclosure import DisclosureVerification, verify_disclosure
from perfscore.checks._verdict import Subject, Verdict, Witness
from perfscore.checks._verification import Verification
from perfscore.checks._verify import verify
from perfscore.checks._verify_line import verify_line

__all__ = [
    "DisclosureVerification",
    "Subject",
    "Verdict",
    "Verification",
    "Witness",
    "verify",
    "verify_disclosure",
    "verify_line",
]
