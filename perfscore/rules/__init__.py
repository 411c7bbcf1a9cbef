"""Rules: official documents as data, and the named formulas that they use.

=========================  ===========================================================
:func:`load`               a rule set that perfscore ships
:func:`loads`              a rule set from the text of a TOML file
:func:`available`          the ids of the shipped rule sets
:func:`check_rules`        refuse what is no rule set
:class:`RuleSet`           the rules of one official document
:class:`Clause`            one clause, in our own words, with its source
:class:`Band`              a band of a qualitative score
:class:`Choices`           what the text leaves open, decided and documented
:class:`Convention`        how a claimed score may have come about
:class:`GradeStep`         the lowest total of a grade
:class:`Formula`           a formula as data; ``FORMULAS`` has all that have a name
:class:`Quotient`          which quotient of the cells is a formula's rate: B/A or A/B
:class:`Piece`             a piece of a formula: rates, and what each of them earns
:class:`RateRounding`      how a rate is rounded before a formula takes it
:func:`explaining_ratios`  the ratios from which a convention prints a claim
=========================  ===========================================================
"""

from perfscore.rules._explaining import explaining_ratios
from perfscore.rules._formula import Formula, Quotient
from perfscore.rules._loading import FORMAT, available, load, loads
from perfscore.rules._named_formulas import FORMULAS
from perfscore.rules._pieces_and_caps import Piece
from perfscore.rules._rate_rounding import RateRounding
from perfscore.rules._ruleset import Band, Choices, Clause, Convention, GradeStep, RuleSet, check_rules

__all__ = [
    "FORMAT",
    "FORMULAS",
    "Band",
    "Choices",
    "Clause",
    "Convention",
    "Formula",
    "GradeStep",
    "Piece",
    "Quotient",
    "RateRounding",
    "RuleSet",
    "available",
    "check_rules",
    "explaining_ratios",
    "load",
    "loads",
]
