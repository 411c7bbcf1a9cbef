"""Reports: everything that verification says of a department, in one result.

====================  =================================================================
:func:`report`        verify a disclosure and make its report
:class:`Report`       the report as text, HTML, plain data, JSON and SARIF
:class:`Receipt`      what it rests on: versions, rule set, input, options
====================  =================================================================
"""

from perfscore.reports._receipt import Receipt
from perfscore.reports._report import FORMAT, Report, report

__all__ = ["FORMAT", "Receipt", "Report", "report"]
