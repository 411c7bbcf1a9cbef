"""Table: everything that a table claims beside its lines, and the whole verification of it.

=======================  ==============================================================
:func:`verify`           check a table
:class:`Verification`    its verdicts and findings
=======================  ==============================================================
"""

from perfscore.checks.table._execution import check_amounts, check_rate, is_turned
from perfscore.checks.table._targets import unmeasurable
from perfscore.checks.table._told_once import merged
from perfscore.checks.table._totals import check_total
from perfscore.checks.table._verification import Verification, selected
from perfscore.checks.table._verify import check_subtotals, verify
from perfscore.checks.table._weights import check_weights

__all__ = [
    "Verification",
    "check_amounts",
    "check_rate",
    "check_subtotals",
    "check_total",
    "check_weights",
    "is_turned",
    "merged",
    "selected",
    "unmeasurable",
    "verify",
]
