"""perfscore: the reference implementation of the scoring rules of budget performance self-assessments.

Model a table (绩效自评表) as it is printed, score it under a published rule set, and verify the
scores that the department claimed.
"""

from perfscore.checks import Verdict, Verification, verify
from perfscore.errors import InputError, PerfscoreError, RuleSetError, UnknownRuleSetError
from perfscore.findings import Finding, Location, Severity, VerdictKind
from perfscore.model import (
    BudgetExecution,
    CheckBox,
    FundSource,
    Goal,
    Indicator,
    Level,
    SelfAssessment,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from perfscore.rules import RuleSet
from perfscore.rules import available as available_rules
from perfscore.rules import load as load_rules
from perfscore.scoring import LineScore, Scorecard, score
from perfscore.terms import Direction, Grade, Kind, Language, Result

__version__ = "0.1.0"

__all__ = [
    "BudgetExecution",
    "CheckBox",
    "Direction",
    "Finding",
    "FundSource",
    "Goal",
    "Grade",
    "Indicator",
    "InputError",
    "Kind",
    "Language",
    "Level",
    "LineScore",
    "Location",
    "PerfscoreError",
    "Result",
    "RuleSet",
    "RuleSetError",
    "Scorecard",
    "SelfAssessment",
    "Severity",
    "UnknownRuleSetError",
    "Verdict",
    "VerdictKind",
    "Verification",
    "__version__",
    "available_rules",
    "from_dict",
    "from_json",
    "load_rules",
    "score",
    "to_dict",
    "to_json",
    "verify",
]
