"""Messages: a sentence of the catalogue with its arguments, rendered when it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

import attrs

from perfscore._text import in_language, visible
from perfscore.findings.catalogue import CATALOGUE
from perfscore.findings.sentences import MESSAGES

if TYPE_CHECKING:
    from perfscore._text import Language


@runtime_checkable
class Labelled(Protocol):
    """An argument that reads differently in Chinese and in English.

    Examples
    --------
    >>> isinstance(Message.of("what.budget"), Labelled), Message.of("what.budget").label("zh")
    (True, '预算数和执行数')
    """

    def label(self, language: Language) -> str:
        """Return the text in ``"zh"`` or ``"en"``."""


@attrs.frozen(weakref_slot=False)
class Listed:
    """Several arguments in one place of a sentence.

    Examples
    --------
    >>> Listed((Message.of("what.budget"), Message.of("what.total"))).label("zh")
    '预算数和执行数、总分'
    """

    items: tuple[object, ...]

    def label(self, language: Language) -> str:
        """Return the items in ``"zh"`` or ``"en"``, with the comma of that language."""
        shown = [
            item.label(language) if isinstance(item, Labelled) else visible(str(item)) for item in self.items
        ]
        return in_language(language, "、", ", ").join(shown)


@attrs.frozen(weakref_slot=False)
class Message:
    """A sentence of the catalogue with its arguments, rendered when it is shown.

    Parameters
    ----------
    key
        A key of ``MESSAGES`` or the code of a finding.
    args
        The arguments by name, as pairs; an argument may be a message itself or a term.

    Raises
    ------
    KeyError
        When rendered, if the catalogue has no such key or an argument is missing.

    Examples
    --------
    >>> late = Message.of("why.late", actual="2024年1月", target="2023年12月")
    >>> late.label("en")
    '2024年1月 is later than 2023年12月'
    """

    key: str
    args: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, key: str, **args: object) -> Message:
        """Return the sentence *key* with its arguments.

        Examples
        --------
        >>> Message.of("what.total").label("zh")
        '总分'
        """
        return cls(key, tuple(args.items()))

    def label(self, language: Language) -> str:
        """Return the sentence in ``"zh"`` or ``"en"``.

        Examples
        --------
        >>> Message.of("direction.term", term="失业率").label("zh")
        '名称以“失业率”结尾，越低越好'
        """
        kind = CATALOGUE.get(self.key)
        both = MESSAGES[self.key] if kind is None else (kind.zh_message, kind.en_message)
        shown = {
            name: value.label(language) if isinstance(value, Labelled) else _shown(value)
            for name, value in self.args
        }
        return in_language(language, *both).format(**shown)

    def to_record(self) -> dict[str, object]:
        """Return key and arguments as plain data; an argument that is a term stands by its label.

        Examples
        --------
        >>> Message.of("Q003", claimed="-1").to_record()
        {'key': 'Q003', 'args': {'claimed': '-1'}}
        """
        return {"key": self.key, "args": {name: _plain(value) for name, value in self.args}}


def headings(*names: str, language: Language = "zh") -> list[str]:
    """Return the headings of the columns of a table, empty ones where a column needs none.

    Examples
    --------
    >>> headings("", "weight", "score"), headings("place", language="en")
    (['', '分值', '得分'], ['place'])
    """
    return [Message.of(f"heading.{name}").label(language) if name else "" for name in names]


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) else value


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return value.to_record()
    return value.label("en") if isinstance(value, Labelled) else str(value)
