"""Enumerations whose members have a stable word for records and a label in each language."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from perfscore._text import in_language

if TYPE_CHECKING:
    from perfscore._text import Language


class Worded(enum.Enum):
    """Base of such enumerations; a member's value is its word, its Chinese and its English label.

    Examples
    --------
    >>> from perfscore.findings import Severity
    >>> Severity.ERROR.slug, Severity.ERROR.label("zh"), Severity.ERROR.label("en")
    ('error', '错误', 'error')
    """

    @property
    def slug(self) -> str:
        """The stable word that records use."""
        return str(self.value[0])

    def label(self, language: Language) -> str:
        """Return the label in ``"zh"`` or ``"en"``.

        Examples
        --------
        >>> from perfscore.findings import Column
        >>> Column.RATE.label("zh")
        '执行率'
        """
        return str(in_language(language, self.value[1], self.value[2]))
