"""What a diagnosis says: slips that would explain a figure, cells that could be wrong."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore._text import check_language, in_language, percent_text, visible
from perfscore.checks.diagnosis._slips import ODDS
from perfscore.findings import Message, Worded

if TYPE_CHECKING:
    from perfscore._text import Language
    from perfscore.checks.diagnosis._slips import Slip
    from perfscore.checks.table import Verification
    from perfscore.findings import Location
    from perfscore.verdicts import Verdict

_LIKELY, _POSSIBLE = 64, 4
_RARE = Fraction(2, 100)
_SHOWN = 12
"""Repairs that the text shows."""


class Confidence(Worded):
    """How far the first explanation stands out from the next, and from mere chance."""

    LIKELY = ("likely", "很可能", "likely")
    POSSIBLE = ("possible", "可能", "possible")
    UNDECIDED = ("undecided", "无法判断原因", "cannot be told")


@attrs.frozen
class Change:
    """A cell that would read otherwise.

    Parameters
    ----------
    location
        The cell.
    printed
        What it says.
    instead
        What it would say.

    Examples
    --------
    >>> from perfscore.findings import Location
    >>> Change(Location(table="T", row=1), "12.88", "18.22").text()
    'T · 1 12.88 → 18.22'
    """

    location: Location
    printed: str
    instead: str

    def text(self, language: Language = "en") -> str:
        """Return the change as one phrase."""
        return f"{self.location.text(language)} {visible(self.printed)} → {visible(self.instead)}"


@attrs.frozen(kw_only=True)
class Explanation:
    """A slip that would explain an inconsistent figure.

    Parameters
    ----------
    slip
        Its kind.
    changes
        The cells that it changes; empty where the figures stand and were computed with wrongly.
    about
        What else was taken: the row whose weight was used, the line that was left out.
    coincidence
        The share of all claims that could have been printed which this kind would also explain.
    favour
        What the cells themselves say for it or against it: a sign that stands in the wrong column.

    Examples
    --------
    >>> from perfscore.checks.diagnosis import Slip
    >>> explanation = Explanation(slip=Slip.ALL_OR_NOTHING, coincidence=Fraction(1, 201))
    >>> explanation.text(), explanation.to_record()["slip"]
    ('all or nothing (would explain 0.4975…% of random claims)', 'all-or-nothing')
    >>> explanation.cost == ODDS[Slip.ALL_OR_NOTHING] * Fraction(1, 201)
    True
    """

    slip: Slip
    changes: tuple[Change, ...] = ()
    about: str = ""
    coincidence: Fraction
    favour: Fraction = Fraction(1)

    @property
    def cost(self) -> Fraction:
        """The odds of the kind times its coincidence, which orders explanations."""
        return ODDS[self.slip] * self.coincidence * self.favour

    def text(self, language: Language = "en") -> str:
        """Return the explanation as one line."""
        details = "; ".join([*([visible(self.about)] if self.about else []), *self._changes(language)])
        chance = Message.of("diagnosis.chance", share=percent_text(self.coincidence)).label(language)
        colon = in_language(language, "：", ": ")
        return f"{self.slip.label(language)}{colon if details else ''}{details}{chance}"

    def to_record(self) -> dict[str, object]:
        """Return the explanation as plain data."""
        return {
            "slip": self.slip.slug,
            "changes": [
                {
                    "location": change.location.to_record(),
                    "printed": change.printed,
                    "instead": change.instead,
                }
                for change in self.changes
            ],
            "about": self.about,
            "coincidence": str(self.coincidence),
        }

    def _changes(self, language: Language) -> list[str]:
        return [change.text(language) for change in self.changes]


@attrs.frozen(kw_only=True)
class Diagnosed:
    """An inconsistent figure with the slips that would explain it.

    Parameters
    ----------
    verdict
        The verdict on the figure.
    explanations
        The slips, the likeliest first; empty where none fits.

    Examples
    --------
    >>> from perfscore.findings import Location, VerdictKind
    >>> from perfscore.verdicts import Subject, Verdict
    >>> wrong = Verdict(
    ...     subject=Subject.TOTAL, kind=VerdictKind.INCONSISTENT, location=Location(table="T")
    ... )
    >>> found = Diagnosed(verdict=wrong, explanations=())
    >>> found.confidence.slug, found.text(), found.to_record()["subject"]
    ('undecided', 'T: cannot be told', 'total')
    """

    verdict: Verdict
    explanations: tuple[Explanation, ...]

    @property
    def confidence(self) -> Confidence:
        """How far the first explanation stands out from the next one, and from chance."""
        if not self.explanations:
            return Confidence.UNDECIDED
        first = self.explanations[0]
        # A claim at random, which any claim is explained by, is always the last alternative.
        rest = [item.cost for item in self.explanations[1:]]
        next_cost = min([*rest, Fraction(1)])
        if first.coincidence < _RARE and first.cost * _LIKELY <= next_cost:
            return Confidence.LIKELY
        return Confidence.POSSIBLE if first.cost * _POSSIBLE <= next_cost else Confidence.UNDECIDED

    def text(self, language: Language = "en") -> str:
        """Return the figure and its explanations, one line each."""
        head = f"{self.verdict.location.text(language)}: {self.confidence.label(language)}"
        return "\n".join([head, *(f"  {item.text(language)}" for item in self.explanations)])

    def to_record(self) -> dict[str, object]:
        """Return the figure and its explanations as plain data."""
        return {
            "location": self.verdict.location.to_record(),
            "subject": self.verdict.subject.slug,
            "claimed": self.verdict.claimed,
            "confidence": self.confidence.slug,
            "explanations": [item.to_record() for item in self.explanations],
        }


@attrs.frozen
class Repair:
    """A smallest set of cells that could be changed so that every rule holds.

    Parameters
    ----------
    cells
        The cells, in printed order.

    Examples
    --------
    >>> from perfscore.findings import Location
    >>> Repair((Location(table="T", row=1), Location(table="T", row=3))).text()
    'T · 1 + T · 3'
    """

    cells: tuple[Location, ...]

    def text(self, language: Language = "en") -> str:
        """Return the cells as one line."""
        check_language(language)
        return " + ".join(cell.text(language) for cell in self.cells)


@attrs.frozen(kw_only=True)
class Diagnosis:
    """The inconsistent figures of a table with their explanations, and the repairs.

    Parameters
    ----------
    verification
        What verification says of the table.
    diagnosed
        Each inconsistent line, rate, sum and total.
    repairs
        All smallest sets of cells whose change makes the table consistent.
    complete
        Whether every inconsistent line was looked at, and the search for repairs came to its end and
        looked at every rule that is broken; otherwise there may be others, or they may not be enough.
    tried
        How many sets were looked at.

    Examples
    --------
    >>> import perfscore as ps
    >>> from perfscore.checks.diagnosis import diagnose
    >>> row = ps.Indicator("津贴发放人数", weight=100, target="45人", actual="41人", claimed="19.11")
    >>> table = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[row])], total="91.11")
    >>> result = diagnose(table, rules=ps.load_rules("wuhan-2023"))
    >>> print(result.text())  # doctest: +ELLIPSIS
    T · 1 津贴发放人数 · score: likely
      digits transposed: T · 1 津贴发放人数 · score 19.11 → 91.11 (would explain ...% of random claims)
    ...
    smallest sets of cells to change:
      T · 1 津贴发放人数 · score
    >>> result.to_dict()["complete"]
    True
    """

    verification: Verification
    diagnosed: tuple[Diagnosed, ...]
    repairs: tuple[Repair, ...]
    complete: bool
    tried: int

    def text(self, language: Language = "en") -> str:
        """Return everything as lines of text."""
        check_language(language)
        lines = [item.text(language) for item in self.diagnosed]
        if self.repairs:
            lines.append(Message.of("diagnosis.repairs").label(language))
            lines.extend(f"  {repair.text(language)}" for repair in self.repairs[:_SHOWN])
            if len(self.repairs) > _SHOWN:
                lines.append(f"  … {len(self.repairs) - _SHOWN}")
        if not self.complete and (self.diagnosed or self.tried):
            lines.append(f"  {Message.of('diagnosis.bounded').label(language)}")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, object]:
        """Return the diagnosis as plain data, without the verification."""
        return {
            "diagnosed": [item.to_record() for item in self.diagnosed],
            "repairs": [[cell.to_record() for cell in repair.cells] for repair in self.repairs],
            "complete": self.complete,
            "tried": self.tried,
        }
