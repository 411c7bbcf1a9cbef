"""Findings: what is wrong, odd or not checkable in a document, as values with a place.

======================  ==================================================================
:class:`Finding`        a sentence, a place, a severity, a clause
:func:`finding`         make one with the severity of its catalogue entry
:class:`Location`       where in a table a figure stands
:class:`Message`        a sentence of the catalogue with its arguments
:func:`headings`        the headings of a table that is shown
``CATALOGUE``            every kind of finding by its code
``FAMILIES``             every :class:`Family` by the letter that its codes begin with
``MESSAGES``             every other sentence by its key
======================  ==================================================================

Text is rendered last: a finding holds a code and arguments, the sentence is made from them in
Chinese or English when somebody reads it.
"""

from perfscore.findings._finding import Finding, finding
from perfscore.findings._kinds import FindingKind, Severity, VerdictKind
from perfscore.findings._location import Column, Location
from perfscore.findings._messages import Labelled, Listed, Message, headings
from perfscore.findings._worded import Worded
from perfscore.findings.catalogue import CATALOGUE, FAMILIES, Family
from perfscore.findings.sentences import MESSAGES

__all__ = [
    "CATALOGUE",
    "FAMILIES",
    "MESSAGES",
    "Column",
    "Family",
    "Finding",
    "FindingKind",
    "Labelled",
    "Listed",
    "Location",
    "Message",
    "Severity",
    "VerdictKind",
    "Worded",
    "finding",
    "headings",
]
