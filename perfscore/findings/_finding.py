"""A finding: a fault or a limit of a document, as a value with a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import check_language, in_language
from perfscore.findings._messages import Listed, Message
from perfscore.findings.catalogue import CATALOGUE

if TYPE_CHECKING:
    from perfscore._text import Language
    from perfscore.findings._kinds import FindingKind, Severity
    from perfscore.findings._location import Location


@attrs.frozen(kw_only=True)
class Finding:
    """Something in a document that is wrong, odd, or could not be checked.

    Parameters
    ----------
    message
        The sentence; its key is the finding's code.
    location
        Where it stands.
    severity
        How much it weighs.
    clause
        The rule that it rests on, ``wuhan-2023 §2``; empty where it rests on arithmetic alone.
    also
        Further places of which the same holds for the same cause.

    Examples
    --------
    >>> from perfscore.findings import Location, Message
    >>> finding = Finding(
    ...     message=Message.of("W001", sum="97", expected="100"),
    ...     location=Location(table="000-01"),
    ...     severity=CATALOGUE["W001"].severity,
    ... )
    >>> print(finding.text("zh"))
    W001 错误 000-01：各部分分值合计 97，应为 100
    >>> finding.code, finding.kind.slug == CATALOGUE["W001"].slug
    ('W001', True)
    """

    message: Message
    location: Location
    severity: Severity
    clause: str = ""
    also: tuple[Location, ...] = ()

    @property
    def code(self) -> str:
        """The stable code."""
        return self.message.key

    @property
    def kind(self) -> FindingKind:
        """The entry of the catalogue."""
        return CATALOGUE[self.code]

    def text(self, language: Language = "en") -> str:
        """Return the finding as one line, in ``"zh"`` or ``"en"``.

        Examples
        --------
        >>> from perfscore.findings import Location, Message
        >>> Finding(
        ...     message=Message.of("Q003", claimed="-1"),
        ...     location=Location(table="T"),
        ...     severity=CATALOGUE["Q003"].severity,
        ...     clause="wuhan-2023 §2",
        ... ).text()
        'Q003 error T: claimed -1 is negative [wuhan-2023 §2]'
        """
        colon = in_language(language, "：", ": ")
        clause = f" [{self.clause}]" if self.clause else ""
        head = f"{self.code} {self.severity.label(language)} {self.location.text(language)}"
        return f"{head}{colon}{self.message.label(language)}{clause}{self.others(language)}"

    def others(self, language: Language = "en") -> str:
        """Return the further places of which the same holds, as a remark; empty where there are none.

        Examples
        --------
        >>> from perfscore.findings import Location, Message
        >>> Finding(
        ...     message=Message.of("R002", text="0.8"),
        ...     location=Location(table="T", row=1),
        ...     severity=CATALOGUE["R002"].severity,
        ...     also=(Location(table="T", row=3),),
        ... ).others()
        ' (likewise in 1 more: 3)'
        """
        check_language(language)
        if not self.also:
            return ""
        # A row is known by its number, another place by its column.
        places = [str(place.row) if place.row is not None else place.text(language) for place in self.also]
        message = Message.of("finding.others", count=len(places), places=Listed(tuple(places)))
        return message.label(language)

    def to_record(self) -> dict[str, object]:
        """Return the finding as plain data, its sentence in both languages.

        Examples
        --------
        >>> from perfscore.findings import Location, Message
        >>> record = Finding(
        ...     message=Message.of("Q003", claimed="-1"),
        ...     location=Location(table="T"),
        ...     severity=CATALOGUE["Q003"].severity,
        ... ).to_record()
        >>> record["code"], record["slug"], record["severity"], record["zh"]
        ('Q003', 'score-negative', 'error', '得分 -1 为负')
        """
        return {
            "code": self.code,
            "slug": self.kind.slug,
            "severity": self.severity.slug,
            "location": self.location.to_record(),
            "args": self.message.to_record()["args"],
            "clause": self.clause,
            "also": [place.to_record() for place in self.also],
            "zh": self.message.label("zh"),
            "en": self.message.label("en"),
        }


def finding(location: Location, message: Message, *, clause: str = "") -> Finding:
    """Return the finding that *message* states, with the severity of its catalogue entry.

    Raises
    ------
    KeyError
        If the message's key is not the code of a finding.

    Examples
    --------
    >>> from perfscore.findings import Location, Message
    >>> finding(Location(table="T"), Message.of("Q003", claimed="-1")).severity.slug
    'error'
    """
    kind = CATALOGUE[message.key]
    return Finding(message=message, location=location, severity=kind.severity, clause=clause)
