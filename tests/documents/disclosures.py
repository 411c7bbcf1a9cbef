"""The disclosures of the example, for the tests of the documents."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path

import perfscore as ps
from perfscore.reports import Report, report

EXAMPLE = Path(__file__).parents[2] / "examples" / "five_documents.py"


@cache
def report_of(number: str) -> Report:
    """Report on the document of that number, as the example does."""
    spec = importlib.util.spec_from_file_location("five_documents", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["five_documents"] = module
    spec.loader.exec_module(module)
    return report(module.disclosure(number), rules=ps.load_rules("wuhan-2023"))


def told(number: str, *, beside: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    """Return table, code and name of the place of each finding, without the codes *beside*."""
    return [
        (finding.location.table, finding.code, finding.location.name)
        for finding in report_of(number).findings
        if finding.code not in beside
    ]
