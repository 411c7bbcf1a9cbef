"""A report as lines of text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from perfscore._text import visible
from perfscore.findings import FAMILIES, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from perfscore._text import Language
    from perfscore.reports._report import Report


def lines_of(report: Report, language: Language) -> Iterator[str]:
    """Yield the lines of a report.

    Parameters
    ----------
    report
        The report.
    language
        ``zh`` or ``en``.
    """
    receipt = report.receipt
    yield visible(report.verification.disclosure)
    yield Message.of(
        "report.rests-on",
        engine=receipt.engine,
        version=receipt.version,
        rules=receipt.rules,
        rules_sha=receipt.rules_sha256[:12],
        input_sha=receipt.input_sha256[:12],
    ).label(language)
    yield ""
    for row in report.totals():
        key = "report.total-holds" if row["consistent"] else "report.total-fails"
        details = {name: _shown(row[name]) for name in ("table", "claimed", "admitted")}
        yield Message.of(key, **details).label(language)
    yield ""
    yield Message.of("report.findings", count=len(report.findings), split=_split(report, language)).label(
        language
    )
    yield from (item.text(language) for item in report.findings)
    yield from _diagnoses(report, language)
    yield from _not_checked(report, language)


def _split(report: Report, language: Language) -> str:
    parts = [f"{item.label(language)} {count}" for item, count in report.by_severity().items()]
    parts += [f"{FAMILIES[letter].label(language)} {count}" for letter, count in report.by_family().items()]
    return ", ".join(parts)


def _diagnoses(report: Report, language: Language) -> Iterator[str]:
    for diagnosis in report.diagnoses:
        text = diagnosis.text(language)
        if text:
            yield ""
            yield Message.of("report.diagnosis", table=diagnosis.verification.table).label(language)
            yield text


def _not_checked(report: Report, language: Language) -> Iterator[str]:
    """Say what was not checked, by reason."""
    reasons = Counter(
        "—" if verdict.reason is None else verdict.reason.label(language) for verdict in report.not_checked
    )
    if not reasons:
        return
    yield ""
    yield Message.of("report.not-checked", count=len(report.not_checked)).label(language)
    yield from (f"  {count} × {reason}" for reason, count in reasons.items())


def _shown(value: object) -> str:
    return "—" if value is None else str(value)
