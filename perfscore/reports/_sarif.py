"""A report as a SARIF 2.1.0 log: an export for viewers, without intervals and witnesses."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from perfscore.findings import CATALOGUE, Severity

if TYPE_CHECKING:
    from perfscore._text import Language
    from perfscore.findings import Finding, Location
    from perfscore.reports._report import Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_KINDS = {"R": "open", "P": "open"}
"""The SARIF kinds of families that say what was not checked; all others are failures."""


def sarif(report: Report, language: Language) -> dict[str, Any]:
    """Return the log as plain data.

    Parameters
    ----------
    report
        The report.
    language
        ``zh`` or ``en``.
    """
    codes = sorted({item.code for item in report.findings})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": report.receipt.engine,
                        "version": report.receipt.version,
                        "rules": [_rule(code, language) for code in codes],
                    }
                },
                "automationDetails": {"id": f"{report.verification.disclosure}/{report.receipt.rules}"},
                "properties": {"receipt": report.receipt.to_dict()},
                "results": [_result(item, codes, language) for item in report.findings],
            }
        ],
    }


def _rule(code: str, language: Language) -> dict[str, Any]:
    kind = CATALOGUE[code]
    return {
        "id": code,
        "name": kind.slug,
        "shortDescription": {"text": kind.title(language)},
        "fullDescription": {"text": kind.template(language)},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(item: Finding, codes: list[str], language: Language) -> dict[str, Any]:
    kind = _KINDS.get(item.code[0], "fail")
    result: dict[str, Any] = {
        "ruleId": item.code,
        "ruleIndex": codes.index(item.code),
        "kind": kind,
        # Only a failure has a level of its own.
        "level": _LEVELS[item.severity] if kind == "fail" else "none",
        "message": {"text": item.message.label(language)},
        "locations": [_location(place) for place in (item.location, *item.also)],
        "partialFingerprints": {"codeAndCell/v1": _fingerprint(item)},
    }
    if item.clause:
        result["properties"] = {"clause": item.clause}
    return result


def _location(place: Location) -> dict[str, Any]:
    name = _path(place)
    return {"logicalLocations": [{"name": place.name or place.table, "fullyQualifiedName": name}]}


def _path(place: Location) -> str:
    row = [] if place.row is None else [str(place.row)]
    column = [] if place.column is None else [place.column.slug]
    return "/".join((place.table, *place.labels, *row, *([place.name] if place.name else []), *column))


def _fingerprint(item: Finding) -> str:
    return hashlib.sha256(f"{item.code}\0{_path(item.location)}".encode()).hexdigest()
