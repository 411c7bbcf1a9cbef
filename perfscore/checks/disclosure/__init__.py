"""Disclosure: everything that a department published for a year, its tables, its prose, its targets.

===============================  ===================================================
:func:`verify_disclosure`        check a disclosure
:class:`DisclosureVerification`  the verification of each table and of everything else
===============================  ===================================================
"""

from perfscore.checks.disclosure._verify_disclosure import DisclosureVerification, verify_disclosure

__all__ = ["DisclosureVerification", "verify_disclosure"]
