"""Checks: the claimed figures of a table against those that could have been printed.

===============================  ===================================================
:func:`verify`                   check a table
:class:`Verification`            its verdicts and findings
:func:`verify_line`              check one line without its table
:func:`verify_disclosure`        check everything that a department published for a year
:class:`DisclosureVerification`  the same for each of its tables and for its prose
===============================  ===================================================

Its rooms stand on each other: ``lines``, ``table``, then ``disclosure`` and ``diagnosis``. Each figure gets a
:class:`~perfscore.verdicts.Verdict`. What could explain an inconsistent one is looked for by
:mod:`perfscore.checks.diagnosis`.
"""

from perfscore.checks.disclosure import DisclosureVerification, verify_disclosure
from perfscore.checks.lines import verify_line
from perfscore.checks.table import Verification, verify

__all__ = [
    "DisclosureVerification",
    "Verification",
    "verify",
    "verify_disclosure",
    "verify_line",
]
