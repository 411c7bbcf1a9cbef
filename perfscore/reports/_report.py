"""report(disclosure, rules): everything that verification says of a department, in one result."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from perfscore._arguments import check_flag, check_indent
from perfscore._markup import html_table
from perfscore._text import check_language
from perfscore.checks.diagnosis import diagnose
from perfscore.checks.disclosure import verify_disclosure
from perfscore.checks.table import codes_of
from perfscore.findings import FAMILIES, Message, Severity, VerdictKind, headings
from perfscore.reports._lines import lines_of
from perfscore.reports._receipt import Receipt
from perfscore.reports._sarif import sarif
from perfscore.verdicts import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore._text import Language
    from perfscore.checks.diagnosis import Diagnosis
    from perfscore.checks.disclosure import DisclosureVerification
    from perfscore.findings import Finding
    from perfscore.model import Disclosure
    from perfscore.rules import RuleSet
    from perfscore.verdicts import Verdict

FORMAT = "perfscore.report/2"
"""The format of the JSON; the number changes when a reader of the old one could not read the new."""


@attrs.frozen(kw_only=True, repr=False)
class Report:
    """What verification and diagnosis say of a disclosure.

    Parameters
    ----------
    verification
        The verification of the tables and of the prose.
    diagnoses
        The diagnosis of each table with an inconsistent figure, if it was asked for.
    receipt
        What the report rests on.

    Examples
    --------
    >>> import perfscore as ps
    >>> row = ps.Indicator("服务对象满意度", weight=10, target="≥90%", actual="95%", claimed=9)
    >>> table = ps.SelfAssessment(table_id="1", goals=[ps.Goal(children=[row])], total=9)
    >>> result = report(ps.Disclosure(department="某局", tables=[table]), rules=ps.load_rules("wuhan-2023"))
    >>> result
    <Report 某局: 1 table, 3 findings, inconsistent>
    >>> [item.code for item in result.findings], result.by_family()
    (['Q007', 'W001', 'T003'], {'W': 1, 'Q': 1, 'T': 1})
    >>> {severity.slug: count for severity, count in result.by_severity().items()}, result.not_checked
    ({'error': 3}, ())
    >>> result.totals()[0]["claimed"], result.totals()[0]["admitted"]
    ('9', '10')
    >>> result.to_dict()["summary"]["families"] == result.by_family(), len(result.to_json(indent=None)) > 1000
    (True, True)
    >>> result.text("zh").splitlines()[0], '"version": "2.1.0"' in result.to_sarif()
    ('某局', True)
    """

    verification: DisclosureVerification
    diagnoses: tuple[Diagnosis, ...]
    receipt: Receipt

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, the gravest first."""
        order = list(Severity)
        return tuple(sorted(self.verification.all_findings, key=lambda item: order.index(item.severity)))

    @property
    def not_checked(self) -> tuple[Verdict, ...]:
        """The figures that could not be checked, each with its reason."""
        return tuple(item for item in self.verification.all_verdicts if item.kind is VerdictKind.OPEN)

    def by_severity(self) -> dict[Severity, int]:
        """Return how many findings there are of each severity that occurs."""
        found = Counter(item.severity for item in self.findings)
        return {severity: found[severity] for severity in Severity if found[severity]}

    def by_family(self) -> dict[str, int]:
        """Return how many findings there are of each family that occurs, by its letter."""
        found = Counter(item.code[0] for item in self.findings)
        return {letter: found[letter] for letter in FAMILIES if found[letter]}

    def totals(self) -> list[dict[str, object]]:
        """Return for each table the total that it claims, what the rules admit, and whether all holds."""
        rows = []
        for table in self.verification.tables:
            total = table.card.total.to_record()
            rows.append(
                {
                    "table": table.table,
                    "claimed": _claimed_total(table.verdicts),
                    "admitted": total["admitted"],
                    "decided": total["decided"],
                    "consistent": table.is_consistent,
                    "verdicts": {kind.slug: count for kind, count in table.counts().items()},
                }
            )
        return rows

    def text(self, language: Language = "en") -> str:
        """Return the report as lines of text, in ``"zh"`` or ``"en"``."""
        return "\n".join(lines_of(self, language))

    def to_dict(self) -> dict[str, object]:
        """Return the report as plain data, of the format ``perfscore.report/2``."""
        return {
            "format": FORMAT,
            "receipt": self.receipt.to_dict(),
            "disclosure": self.verification.disclosure,
            "consistent": self.verification.is_consistent,
            "tables": self.totals(),
            "summary": {
                "severities": {item.slug: count for item, count in self.by_severity().items()},
                "families": self.by_family(),
                "not_checked": len(self.not_checked),
            },
            "findings": [item.to_record() for item in self.findings],
            "verdicts": [item.to_record() for item in self.verification.all_verdicts],
            "not_checked": [
                {
                    "location": item.location.to_record(),
                    "subject": item.subject.slug,
                    "reason": _reason(item, "en"),
                    "reason_zh": _reason(item, "zh"),
                }
                for item in self.not_checked
            ],
            "diagnoses": [{"table": item.verification.table, **item.to_dict()} for item in self.diagnoses],
        }

    def to_json(self, *, indent: int | None = 1) -> str:
        """Return the report as JSON text: the same bytes for the same input, rules and options."""
        check_indent(indent)
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_sarif(self, *, language: Language = "zh", indent: int | None = 1) -> str:
        """Return the findings as a SARIF 2.1.0 log, for viewers and continuous integration.

        Parameters
        ----------
        language
            The language of the messages.
        indent
            Indentation of the JSON; None for one line.
        """
        check_language(language)
        check_indent(indent)
        return json.dumps(sarif(self, language), ensure_ascii=False, indent=indent, allow_nan=False)

    def __repr__(self) -> str:
        tables, found = len(self.verification.tables), len(self.findings)
        state = "consistent" if self.verification.is_consistent else "inconsistent"
        return (
            f"<Report {self.verification.disclosure}: {tables} table{'s' * (tables != 1)}, "
            f"{found} finding{'s' * (found != 1)}, {state}>"
        )

    def _repr_html_(self) -> str:
        rows = [
            (
                item.code,
                item.severity.label("zh"),
                item.location.text("zh"),
                item.message.label("zh") + item.others("zh"),
            )
            for item in self.findings[:_SHOWN]
        ]
        if len(self.findings) > _SHOWN:
            rows.append(("…", "", "", str(len(self.findings) - _SHOWN)))
        message = Message.of(
            "caption.report",
            disclosure=self.verification.disclosure,
            tables=len(self.verification.tables),
            count=len(self.findings),
        )
        header = headings("", "", "place", "finding")
        return html_table(caption=message.label("zh"), header=header, rows=rows)


_SHOWN = 200


def report(
    disclosure: Disclosure,
    *,
    rules: RuleSet,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    explain: bool = True,
) -> Report:
    """Verify a disclosure and make its report.

    Parameters
    ----------
    disclosure
        What a department published for a year.
    rules
        The rule set.
    select, ignore
        Codes or beginnings of codes of the findings, as of :func:`perfscore.checks.verify`. Verdicts
        are always complete.
    explain
        Whether to diagnose the tables with inconsistent figures.

    Returns
    -------
    Report
        Verdicts, findings, diagnoses, what was not checked, and the receipt.

    Raises
    ------
    InputError
        If an argument is something else, or a code is unknown.

    Examples
    --------
    >>> import perfscore as ps
    >>> disclosure = ps.Disclosure(department="某局", year=2023, tables=[ps.SelfAssessment(table_id="1")])
    >>> report(disclosure, rules=ps.load_rules("wuhan-2023")).by_severity()
    {<Severity.NOTE: ('note', '提示', 'note')>: 2}
    """
    check_flag("explain", explain)
    wish = None if select is None else codes_of("select", select)
    choice = codes_of("ignore", ignore)
    verification = verify_disclosure(disclosure, rules=rules, select=wish, ignore=choice)
    diagnoses: tuple[Diagnosis, ...] = ()
    if explain:
        wrong = {result.table for result in verification.tables if not result.is_consistent}
        diagnoses = tuple(diagnose(table, rules=rules) for table in disclosure.tables if table.name in wrong)
    options: dict[str, object] = {
        "select": wish,
        "ignore": choice,
        "explain": explain,
    }
    receipt = Receipt.of(disclosure, rules=rules, options=options)
    return Report(verification=verification, diagnoses=diagnoses, receipt=receipt)


def _claimed_total(verdicts: Iterable[Verdict]) -> str | None:
    return next(verdict.claimed for verdict in verdicts if verdict.subject is Subject.TOTAL)


def _reason(verdict: Verdict, language: Language) -> str:
    return "" if not isinstance(verdict.reason, Message) else verdict.reason.label(language)
