"""Rules: official documents as data, and the named formulas that they use.

=====================  ===========================================================
:func:`load`           a rule set that perfscore ships
:func:`loads`          a rule set from the text of a TOML file
:func:`available`      the ids of the shipped rule sets
:func:`check_rules`    refuse what is no rule set
:class:`RuleSet`       the rules of one official document
:class:`Clause`        one clause, in our own words, with its source
:class:`Band`          a band of a qualitative score
:class:`Choices`       what the text leaves open, decided and documented
:class:`Convention`    how a claimed score may have come about
:class:`GradeStep`     the lowest total of a grade
:class:`Formula`       a named formula; ``FORMULAS`` has them all
=====================  ===========================================================
"""

from perfscore.rules._formulas import FORMULAS, Formula
from perfscore.rules._loading import FORMAT, available, load, loads
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
    "RuleSet",
    "available",
    "check_rules",
    "load",
    "loads",
]
