"""The result of a verification: verdicts and findings, as records, JSON, text and HTML."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from perfscore._arguments import check_indent
from perfscore._markup import html_table
from perfscore._text import decimal_text, in_language
from perfscore.errors import InputError
from perfscore.findings import CATALOGUE, Message, VerdictKind, headings
from perfscore.scoring import interval_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from perfscore._text import Language
    from perfscore.findings import Finding
    from perfscore.scoring import Scorecard
    from perfscore.verdicts import Verdict

FORMAT = "perfscore.verification/1"
_SHOWN = 20


@attrs.frozen(kw_only=True, repr=False)
class Verification:
    """What verification says of a table.

    Parameters
    ----------
    table
        The table's name.
    rules
        The rule set's id.
    card
        The table scored under the rules.
    verdicts
        A verdict for each claimed figure, whether it holds or not.
    findings
        What is wrong, odd or not checkable, the gravest first.
    hidden
        How many findings *select* and *ignore* left out.

    Examples
    --------
    >>> import perfscore as ps
    >>> row = ps.Indicator("津贴发放人数", weight=2, target="45人", actual="41人", claimed="2.00")
    >>> table = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[row])])
    >>> result = ps.verify(table, rules=ps.load_rules("wuhan-2023"), select=["Q"])
    >>> result.is_consistent, [finding.code for finding in result.findings], result.hidden
    (False, ['Q006'], 2)
    >>> {kind.slug: count for kind, count in result.counts().items()}
    {'inconsistent': 2, 'open': 1}
    >>> [record["subject"] for record in result.to_records()], result.to_dict()["counts"]
    (['line', 'weights', 'total'], {'inconsistent': 2, 'open': 1})
    >>> result.to_json(indent=None)[:40]
    '{"format": "perfscore.verification/1", "'
    """

    table: str
    rules: str
    card: Scorecard
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    hidden: int = 0

    @property
    def is_consistent(self) -> bool:
        """Whether no claimed figure is inconsistent; open ones do not count as such."""
        return all(verdict.kind is not VerdictKind.INCONSISTENT for verdict in self.verdicts)

    def counts(self) -> dict[VerdictKind, int]:
        """Return how many verdicts there are of each kind that occurs."""
        found = Counter(verdict.kind for verdict in self.verdicts)
        return {kind: found[kind] for kind in VerdictKind if found[kind]}

    def to_records(self) -> list[dict[str, object]]:
        """Return one record for each verdict, for a data frame."""
        return [verdict.to_record() for verdict in self.verdicts]

    def to_dict(self) -> dict[str, object]:
        """Return everything as plain data, numbers as exact text."""
        return {
            "format": FORMAT,
            "table": self.table,
            "rules": self.rules,
            "total": self.card.total.to_record(),
            "counts": {kind.slug: number for kind, number in self.counts().items()},
            "verdicts": self.to_records(),
            "findings": [finding.to_record() for finding in self.findings],
            "hidden": self.hidden,
        }

    def to_json(self, *, indent: int | None = 1) -> str:
        """Return everything as JSON text, the same bytes for the same table and rules."""
        check_indent(indent)
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def text(self, language: Language = "en") -> str:
        """Return the summary and the findings, a line each.

        Examples
        --------
        >>> import perfscore as ps
        >>> table = ps.SelfAssessment(table_id="T", total="100")
        >>> print(ps.verify(table, rules=ps.load_rules("wuhan-2023"), select=["T"]).text("zh"))
        T（wuhan-2023）：总分 100，规则允许 0；3 项待定
        （另有 2 条未列出）
        """
        rows = [self.summary(language), *(finding.text(language) for finding in self.findings)]
        if self.hidden:
            rows.append(Message.of("verification.hidden", count=self.hidden).label(language))
        return "\n".join(rows)

    def summary(self, language: Language = "en") -> str:
        """Return one line: the claimed total, the totals that the rules admit, the verdicts counted.

        Examples
        --------
        >>> import perfscore as ps
        >>> ps.verify(ps.SelfAssessment(table_id="T"), rules=ps.load_rules("wuhan-2023")).summary()
        'T (wuhan-2023): total —, admitted 0; 2 open'
        """
        claimed = next(
            (verdict.claimed for verdict in self.verdicts if verdict.subject.slug == "total"), None
        )
        admitted = self.card.total.admitted
        tally = (
            Message.of("verification.tally", count=count, kind=kind).label(language)
            for kind, count in self.counts().items()
        )
        message = Message.of(
            "verification.summary",
            table=self.table,
            rules=self.rules,
            claimed=claimed or "—",
            admitted="?" if admitted is None else interval_text(admitted),
            tally=in_language(language, "，", ", ").join(tally),
        )
        return message.label(language)

    def __repr__(self) -> str:
        shown = [f"  {finding.text()}" for finding in self.findings[:_SHOWN]]
        left = len(self.findings) - _SHOWN
        more = [f"  … and {left} more findings"] if left > 0 else []
        return "\n".join([f"<Verification {self.summary('en')}>", *shown, *more])

    def _repr_html_(self) -> str:
        rows = [
            (
                _MARKS[verdict.kind],
                verdict.location.text("zh"),
                verdict.subject.label("zh"),
                verdict.claimed or "",
                verdict.computed_text,
                verdict.kind.label("zh"),
                "" if verdict.gap is None else decimal_text(verdict.gap),
            )
            for verdict in self.verdicts
        ]
        header = headings("", "place", "subject", "claimed", "admitted", "verdict", "gap")
        verdicts = html_table(caption=self.summary("zh"), header=header, rows=rows)
        found = [
            (
                item.code,
                item.severity.label("zh"),
                item.location.text("zh"),
                item.message.label("zh") + item.others("zh"),
            )
            for item in self.findings
        ]
        caption = Message.of("caption.findings").label("zh")
        header = headings("code", "severity", "place", "sentence")
        return verdicts + html_table(caption=caption, header=header, rows=found)


_MARKS = {
    VerdictKind.CONSISTENT: "✓",
    VerdictKind.BY_ROUNDING: "✓",
    VerdictKind.BY_CONVENTION: "〜",
    VerdictKind.INCONSISTENT: "✗",
    VerdictKind.OPEN: "?",
    VerdictKind.JUDGEMENT: "✓",
    VerdictKind.NOT_APPLICABLE: "",
}


def selected(select: Iterable[str] | None, ignore: Iterable[str]) -> Callable[[str], bool]:
    """Return which codes are wanted.

    Raises
    ------
    InputError
        If no code begins like one of the given ones: a misspelt code must not hide findings.

    Examples
    --------
    >>> wanted = selected(["Q", "T001"], ["Q004"])
    >>> [code for code in ("Q001", "Q004", "T001", "T002") if wanted(code)]
    ['Q001', 'T001']
    """
    chosen = ("",) if select is None else codes_of("select", select)
    left_out = codes_of("ignore", ignore)
    return lambda code: code.startswith(chosen) and not (left_out and code.startswith(left_out))


def _begins_a_code(prefix: object) -> bool:
    return isinstance(prefix, str) and any(code.startswith(prefix) for code in CATALOGUE)


def codes_of(place: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes, or beginnings of codes, that are there.

    Raises
    ------
    InputError
        If *codes* is no list of them.

    Examples
    --------
    >>> codes_of("select", ["Q", "T001"])
    ('Q', 'T001')
    """
    if isinstance(codes, (str, bytes)) or not isinstance(codes, Iterable):
        raise InputError(place, codes, "a list of codes", "put it in brackets")
    prefixes = tuple(codes)
    for index, prefix in enumerate(prefixes):
        if not _begins_a_code(prefix):
            expected = "a code or the beginning of one, such as Q or T001"
            raise InputError(f"{place}[{index}]", prefix, expected)
    return prefixes
