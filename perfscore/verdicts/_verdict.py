"""A verdict: what verification says of one claimed figure, with what anyone needs to re-check it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text, in_language, visible
from perfscore.findings import Message
from perfscore.scoring import interval_text
from perfscore.verdicts._distance import distance, points_apart
from perfscore.verdicts._subject import Subject

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore._text import Language
    from perfscore.findings import Location, VerdictKind
    from perfscore.intervals import Interval
    from perfscore.rules import Convention
    from perfscore.scoring import LineScore
    from perfscore.verdicts._witness import Witness


@attrs.frozen(kw_only=True, weakref_slot=False)
class Verdict:
    """What verification says of one claimed figure.

    Parameters
    ----------
    subject
        Which figure.
    kind
        The verdict.
    location
        Where the figure stands.
    claimed
        The figure as printed; None where none is.
    claimed_set
        The exact values that the claim can stand for; of a consistent figure it may be None, where witness
        and computed figure say enough.
    computed
        The exact values that follow from the other cells under the rule; None if unknown.
    convention
        The convention that explains the claim, where it is not the rule itself.
    off_by, gap
        Of an inconsistent claim two distances of printed figures, never 0, in units of the figure: how
        far it lies from what the rule prints, and how far at least from anything that any way prints.
    nearest
        The way that comes nearest to an inconsistent claim; None for the rule itself.
    witness
        Of a consistent claim: values that print it.
    reason
        Of an open verdict: what is missing.
    line
        The line's score under the rules, with its derivation; None for other figures.
    assumed
        Whether it rests on a number that came as a float, of assumed precision.
    inferred
        Whether it rests on a weight that is not printed but inferred.
    clause
        The clause that it rests on; empty where it rests on arithmetic alone.

    Examples
    --------
    >>> import perfscore as ps
    >>> row = ps.Indicator("津贴发放人数", weight=2, target="45人", actual="41人", claimed="1.82")
    >>> table = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[row])])
    >>> verdict, *_ = ps.verify(table, rules=ps.load_rules("wuhan-2023")).verdicts
    >>> verdict.kind.slug, verdict.witness.actual
    ('consistent', Fraction(41, 1))
    >>> verdict.computed_text, verdict.derivation.label("en")
    ('1.8222…', '2 × 41/45 = 1.8222… → 1.82')
    """

    subject: Subject
    kind: VerdictKind
    location: Location
    claimed: str | None = None
    claimed_set: Interval | None = None
    computed: Interval | None = None
    convention: Convention | Message | None = None
    off_by: Fraction | None = None
    gap: Fraction | None = None
    nearest: Convention | Message | None = None
    witness: Witness | None = None
    reason: Message | None = None
    line: LineScore | None = None
    assumed: bool = False
    inferred: bool = False
    clause: str = ""

    @property
    def derivation(self) -> Message | None:
        """How the computed figure of a line comes about."""
        return None if self.line is None else self.line.derivation

    @property
    def computed_text(self) -> str:
        """The computed figure in decimals, of a rate in per cent; empty if it is not known."""
        if self.computed is None:
            return ""
        return interval_text(self.computed, percent=self.subject is Subject.EXECUTION_RATE)

    def to_record(self) -> dict[str, object]:
        """Return the verdict as plain data, numbers as exact text.

        Examples
        --------
        >>> from perfscore.findings import Location, VerdictKind
        >>> verdict = Verdict(
        ...     subject=Subject.GRADE, kind=VerdictKind.NOT_APPLICABLE, location=Location(table="T")
        ... )
        >>> verdict.to_record()["kind"]
        'not-applicable'
        """
        return {
            "subject": self.subject.slug,
            "kind": self.kind.slug,
            "location": self.location.to_record(),
            "claimed": self.claimed,
            "claimed_set": None if self.claimed_set is None else repr(self.claimed_set),
            "computed": None if self.computed is None else repr(self.computed),
            "convention": _name(self.convention),
            "off_by": None if self.off_by is None else str(self.off_by),
            "gap": None if self.gap is None else str(self.gap),
            "nearest": _name(self.nearest),
            "witness": None if self.witness is None else self.witness.to_record(),
            "reason": None if self.reason is None else self.reason.label("en"),
            "derivation": None if self.derivation is None else self.derivation.label("en"),
            "assumed": self.assumed,
            "inferred": self.inferred,
            "clause": self.clause,
        }

    def text(self, language: Language = "en") -> str:
        """Return the verdict as one line.

        Examples
        --------
        >>> from perfscore.findings import Location, VerdictKind
        >>> verdict = Verdict(
        ...     subject=Subject.GRADE, kind=VerdictKind.NOT_APPLICABLE, location=Location(table="T")
        ... )
        >>> verdict.text()
        'T: not applicable'
        """
        colon = in_language(language, "：", ": ")
        parts = [self.kind.label(language)]
        if self.convention is not None:
            parts.append(self.convention.label(language))
        if self.reason is not None:
            parts.append(self.reason.label(language))
        if self.derivation is not None:
            parts.append(self.derivation.label(language))
        if self.gap is not None and self.computed is not None:
            is_rate = self.subject is Subject.EXECUTION_RATE
            told = distance(self, points_apart if is_rate else decimal_text).label(language)
            parts.append(f"{visible(self.claimed or '')} ∉ {self.computed_text}, {told}")
        return f"{self.location.text(language)}{colon}{'; '.join(parts)}"


def _name(named: Convention | Message | None) -> str | None:
    """Return the stable word of what is followed."""
    if named is None:
        return None
    return named.key if isinstance(named, Message) else named.id
