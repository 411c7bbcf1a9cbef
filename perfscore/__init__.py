"""perfscore: the reference implementation of the scoring rules of budget performance self-assessments.

Model a table (绩效自评表) as it is printed, score it under a published rule set, and verify the
scores that the department claimed.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from perfscore._text import Language
from perfscore._version import VERSION
from perfscore.errors import InputError, PerfscoreError, RuleSetError, UnknownRuleSetError
from perfscore.findings import Finding, Location, Severity, VerdictKind
from perfscore.model import (
    Achievement,
    BudgetExecution,
    CheckBox,
    Disclosure,
    FundSource,
    Goal,
    Indicator,
    Level,
    Narrative,
    SelfAssessment,
    SpendingItem,
    StatedChange,
    StatedFigure,
    StatedResult,
    StatedShare,
    StatedSum,
    TargetGoal,
    TargetIndicator,
    TargetTable,
    disclosure_from_dict,
    disclosure_from_json,
    from_dict,
    from_json,
    to_dict,
    to_json,
)
from perfscore.rules import RuleSet
from perfscore.rules import available as available_rules
from perfscore.rules import load as load_rules
from perfscore.scoring import LineScore, Scorecard, score
from perfscore.terms import Direction, Grade, Kind, Result

if TYPE_CHECKING:
    from perfscore.checks import DisclosureVerification, Verification, verify, verify_disclosure
    from perfscore.verdicts import Verdict

__version__ = VERSION

__all__ = [
    "Achievement",
    "BudgetExecution",
    "CheckBox",
    "Direction",
    "Disclosure",
    "DisclosureVerification",
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
    "Narrative",
    "PerfscoreError",
    "Result",
    "RuleSet",
    "RuleSetError",
    "Scorecard",
    "SelfAssessment",
    "Severity",
    "SpendingItem",
    "StatedChange",
    "StatedFigure",
    "StatedResult",
    "StatedShare",
    "StatedSum",
    "TargetGoal",
    "TargetIndicator",
    "TargetTable",
    "UnknownRuleSetError",
    "Verdict",
    "VerdictKind",
    "Verification",
    "__version__",
    "available_rules",
    "disclosure_from_dict",
    "disclosure_from_json",
    "from_dict",
    "from_json",
    "load_rules",
    "score",
    "to_dict",
    "to_json",
    "verify",
    "verify_disclosure",
]

# Who only models and scores need not wait for the checks: they are loaded when they are first asked for.
_LATER = {
    "DisclosureVerification": "perfscore.checks",
    "Verdict": "perfscore.verdicts",
    "Verification": "perfscore.checks",
    "verify": "perfscore.checks",
    "verify_disclosure": "perfscore.checks",
}

if not TYPE_CHECKING:  # a type checker would take every name for one that exists

    def __getattr__(name: str) -> object:
        """Load a name that is loaded later."""
        if name not in _LATER:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        globals()[name] = value = getattr(import_module(_LATER[name]), name)
        return value

    def __dir__() -> list[str]:
        """List the names that are loaded later with the others."""
        return sorted({*globals(), *_LATER})
