"""A family of findings, and the catalogue that families make."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from perfscore._text import in_language
from perfscore.errors import InputError
from perfscore.findings._once import once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from perfscore._text import Language
    from perfscore.findings._kinds import FindingKind


class Family(NamedTuple):
    """The kinds of finding that share a letter.

    Parameters
    ----------
    letter
        What their codes begin with.
    zh, en
        What the family is called.
    kinds
        The kinds, in the order of their codes.

    Examples
    --------
    >>> from perfscore.findings import FAMILIES
    >>> FAMILIES["G"].en, [kind.code for kind in FAMILIES["G"].kinds]
    ('grades', ['G001', 'G002'])
    """

    letter: str
    zh: str
    en: str
    kinds: tuple[FindingKind, ...]

    def label(self, language: Language) -> str:
        """Return what the family is called in ``"zh"`` or ``"en"``.

        Examples
        --------
        >>> from perfscore.findings import FAMILIES
        >>> FAMILIES["O"].label("zh")
        '绩效目标'
        """
        return in_language(language, self.zh, self.en)


def catalogue_of(families: Iterable[Family]) -> dict[str, FindingKind]:
    """Return the kinds of *families* by their codes.

    Raises
    ------
    InputError
        If a code begins with another letter than its family's, or a code or a slug stands twice.

    Examples
    --------
    >>> from perfscore.findings import FAMILIES
    >>> list(catalogue_of([FAMILIES["G"], FAMILIES["N"]]))
    ['G001', 'G002', 'N001', 'N002']
    """
    kinds = []
    for family in families:
        for kind in family.kinds:
            if not kind.code.startswith(family.letter):
                expected = f"a code that begins with {family.letter}"
                raise InputError("code", kind.code, expected, "it belongs into the file of its own family")
            kinds.append(kind)
    once(((kind.slug, kind) for kind in kinds), what="slug")
    return once(((kind.code, kind) for kind in kinds), what="code")
