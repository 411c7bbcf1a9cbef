"""Text for people: its language, exact rationals in decimals, words of a document made safe to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from perfscore.errors import InputError

if TYPE_CHECKING:
    from fractions import Fraction

Language = Literal["en", "zh"]
"""The languages in which sentences are rendered."""

_Said = TypeVar("_Said")

# What people write who mean one of the two, without what follows a hyphen.
_NEAR_MISSES = {
    "zh": "zh", "zho": "zh", "chi": "zh", "cn": "zh", "chinese": "zh", "中文": "zh", "汉语": "zh",
    "en": "en", "eng": "en", "english": "en", "英文": "en", "英语": "en",
}  # fmt: skip


def check_language(language: object) -> None:
    """Make sure that *language* is one that sentences are rendered in.

    Raises
    ------
    InputError
        If it is neither ``"zh"`` nor ``"en"``.

    Examples
    --------
    >>> check_language("zh")
    >>> check_language("zh-CN")
    Traceback (most recent call last):
        ...
    perfscore.errors.InputError: language: found 'zh-CN', expected "zh" or "en"; for this write "zh"
    """
    if isinstance(language, str) and language in {"zh", "en"}:
        return
    word = str(language).strip().lower().replace("_", "-").partition("-")[0]
    near = _NEAR_MISSES.get(word)
    raise InputError("language", language, '"zh" or "en"', f'for this write "{near}"' if near else "")


def in_language(language: Language, zh: _Said, en: _Said) -> _Said:
    """Return what is said in *language*.

    Parameters
    ----------
    language
        ``"zh"`` or ``"en"``.
    zh, en
        The same in Chinese and in English.

    Raises
    ------
    InputError
        If the language is another.

    Examples
    --------
    >>> in_language("zh", "得分", "score"), in_language("en", "得分", "score")
    ('得分', 'score')
    """
    check_language(language)
    return zh if language == "zh" else en


_SHOWN_PLACES = 4


def decimal_text(value: Fraction, *, places: int | None = None) -> str:
    """Write *value* in decimals; one that does not end is cut and marked by ``…``.

    Parameters
    ----------
    value
        The exact value.
    places
        Decimals to fill with zeros; None writes no more than are needed.

    Examples
    --------
    >>> from fractions import Fraction
    >>> decimal_text(Fraction(82, 45)), decimal_text(Fraction("19.91")), decimal_text(Fraction(2), places=2)
    ('1.8222…', '19.91', '2.00')
    """
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value.numerator), value.denominator)
    digits = []
    limit = decimals_of(value.denominator)
    for _ in range(_SHOWN_PLACES if limit is None else limit):
        digit, rest = divmod(rest * 10, value.denominator)
        digits.append(str(digit))
    if places is not None:
        digits.extend("0" * (places - len(digits)))
    tail = "…" if rest else ""
    return f"{sign}{whole}{'.' if digits else ''}{''.join(digits)}{tail}"


def percent_text(value: Fraction) -> str:
    """Write a fraction of one in per cent.

    Examples
    --------
    >>> from fractions import Fraction
    >>> percent_text(Fraction(995, 1000)), percent_text(Fraction(41, 45))
    ('99.5%', '91.1111…%')
    """
    return f"{decimal_text(value * 100)}%"


# Control characters can drive a terminal, marks of direction can turn a line round, and half a surrogate
# pair cannot be encoded.
_HIDDEN = dict.fromkeys(
    (
        *range(0x20),
        *range(0x7F, 0xA0),
        *range(0x200E, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
    ),
    "\ufffd",
)


def visible(text: str) -> str:
    r"""Return words of a document with whatever cannot be seen, or encoded, replaced by a mark.

    Examples
    --------
    >>> visible("满意度\x1b[2J")
    '满意度\ufffd[2J'
    """
    return text.translate(_HIDDEN)


def decimals_of(denominator: int) -> int | None:
    """Return how many decimals 1/denominator has; None if it does not end within 30.

    Examples
    --------
    >>> decimals_of(8), decimals_of(3)
    (3, None)
    """
    twos = fives = 0
    while denominator % 2 == 0:
        denominator //= 2
        twos += 1
    while denominator % 5 == 0:
        denominator //= 5
        fives += 1
    needed = max(twos, fives)
    return needed if denominator == 1 and needed <= _LONGEST else None


_LONGEST = 30
