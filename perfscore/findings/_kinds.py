"""The vocabulary of verification: severities, kinds of verdict, kinds of finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import in_language
from perfscore.findings._worded import Worded

if TYPE_CHECKING:
    from perfscore._text import Language


class Severity(Worded):
    """How much a finding weighs."""

    ERROR = ("error", "错误", "error")
    """A figure that no admitted reading explains."""
    WARNING = ("warning", "警告", "warning")
    """Something a reader must decide."""
    NOTE = ("note", "提示", "note")
    """Something a reader should know, such as what was not checked, and why."""


class VerdictKind(Worded):
    """What verification says of one claimed figure."""

    CONSISTENT = ("consistent", "一致", "consistent")
    """The face values, under the rule itself, print the claim."""
    BY_ROUNDING = ("consistent-only-by-rounding", "计入印刷精度后一致", "consistent only by rounding")
    """The face values print another figure; values that print the same cells print the claim."""
    BY_CONVENTION = (
        "consistent-under-another-convention",
        "按其他惯例一致",
        "consistent under another convention",
    )
    """A named convention beside the rule explains the claim."""
    INCONSISTENT = ("inconsistent", "不一致", "inconsistent")
    """No value that the cells can stand for gives the claim, under any convention."""
    OPEN = ("open", "待定", "open")
    """Not checked, with what is missing."""
    JUDGEMENT = ("judgement", "属裁量范围", "judgement")
    """A qualitative score inside its band, which is the assessor's decision."""
    NOT_APPLICABLE = ("not-applicable", "不适用", "not applicable")
    """The rule set has no rule for this figure, or there is nothing to check."""


@attrs.frozen(kw_only=True)
class FindingKind:
    """A kind of finding: its stable code and its sentences.

    Parameters
    ----------
    code
        Family letter and three digits, never used again for something else: ``Q001``.
    slug
        The code in words: ``score-mismatch``.
    severity
        How much it weighs.
    zh, en
        What it is called.
    zh_message, en_message
        The sentence, with the names of its arguments in braces.
    cause
        The argument that names the cause: findings of a table in which it is the same are told once. Empty
        where all findings of a table have one cause, None where each has its own.
    of_swap
        Whether two swapped amounts lead to it: where they are told, it is not.
    """

    code: str
    slug: str
    severity: Severity
    zh: str
    en: str
    zh_message: str
    en_message: str
    cause: str | None = None
    of_swap: bool = False

    def title(self, language: Language) -> str:
        """Return what the kind is called in ``"zh"`` or ``"en"``.

        Examples
        --------
        >>> from perfscore.findings import CATALOGUE
        >>> CATALOGUE["T001"].title("en")
        'Total differs from the sum of its lines'
        """
        return in_language(language, self.zh, self.en)

    def template(self, language: Language) -> str:
        """Return the sentence with its placeholders.

        Examples
        --------
        >>> from perfscore.findings import CATALOGUE
        >>> CATALOGUE["W001"].template("zh")
        '各部分分值合计 {sum}，应为 {expected}'
        """
        return in_language(language, self.zh_message, self.en_message)
