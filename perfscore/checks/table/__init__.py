"""Table: everything that a table claims beside its lines, and the whole verification of it.

=======================  ==============================================================
:func:`verify`           check a table
:class:`Verification`    its verdicts and findings
:func:`judged_table`     the first half of it, the lines with their verdicts; :func:`verified` the second
=======================  ==============================================================
"""

from perfscore.checks.table._execution import check_amounts, check_rate, is_turned
from perfscore.checks.table._judged_table import JudgedTable, judged_table
from perfscore.checks.table._targets import unmeasurable
from perfscore.checks.table._told_once import merged
from perfscore.checks.table._totals import check_total
from perfscore.checks.table._verification import Verification, codes_of, selected
from perfscore.checks.table._verify import check_subtotals, verified, verify
from perfscore.checks.table._weights import check_weights

__all__ = [
    "JudgedTable",
    "Verification",
    "check_amounts",
    "check_rate",
    "check_subtotals",
    "check_total",
    "check_weights",
    "codes_of",
    "is_turned",
    "judged_table",
    "merged",
    "selected",
    "unmeasurable",
    "verified",
    "verify",
]
