"""Text for people: exact rationals in decimals, and words of a document made safe to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

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


# Control characters can drive a terminal, and marks of direction can turn a line round.
_HIDDEN = dict.fromkeys(
    (
        *range(0x20),
        *range(0x7F, 0xA0),
        *range(0x200E, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ),
    "\ufffd",
)


def visible(text: str) -> str:
    r"""Return words of a document with whatever cannot be seen replaced by a mark.

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
