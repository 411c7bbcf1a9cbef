"""From a cell as typed or converted to one way of writing it; the original stays in ``text``."""

from __future__ import annotations

import re

# Full-width ASCII (U+FF01 to U+FF5E) to ASCII. Not NFKC, which makes digits of ①, ² and ㎡.
_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_LOOKALIKES = str.maketrans(
    {
        **{chr(code): chr(plain) for code, plain in _WIDTH.items()},
        "\u3000": " ",
        "\u2212": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u223c": "~",
        "\u301c": "~",
        "\u2160": "I",
        "≧": "≥",
        "⩾": "≥",
        "≽": "≥",
        "≫": "≥",
        "≦": "≤",
        "⩽": "≤",
        "≼": "≤",
        "≪": "≤",
        "﹥": ">",
        "﹤": "<",
        "﹦": "=",
        "﹪": "%",
        "﹣": "-",
        "﹐": ",",
        "﹑": "、",
    }
)
# What a converter leaves of a formula: $\geq 3,000$ 件.
_LATEX = re.compile(r"\\(geqslant|geq|ge|leqslant|leq|le|sim|approx|%)(?![A-Za-z])\s*")
_LATEX_SIGNS = {
    "geqslant": "≥", "geq": "≥", "ge": "≥", "leqslant": "≤", "leq": "≤", "le": "≤",
    "sim": "~", "approx": "≈", "%": "%",
}  # fmt: skip
_TWO_CHARACTER_SIGNS = re.compile(r">=|=>|≥=|<=|=<|≤=")
ENDINGS = "。.,;、"
"""What may end a cell without meaning."""
_BLANK = re.compile(r"\s+")
# "1. 45人" is the first item of a list rather than 1.45人; "93. 91" and "99. 5%" are numbers.
_LISTED = re.compile(r"[1-9][0-9]?\.(?=\s)[\s0-9,.]*[^\s0-9,.%‰]")
# At the beginning of a cell these are a badly recognised ≥ or ≤; elsewhere they are brackets.
_OPENING_SIGNS = {"»": "≥", "》": "≥", "«": "≤", "《": "≤"}


def normalised(text: str) -> str:
    r"""Return *text* in one way of writing: half-width, plain signs, no blanks that mean nothing.

    A blank between two digits is kept: ``1 234`` may be one number or two. So is the blank behind
    the number of a list item: ``1. 45人`` is not 1.45人.

    Examples
    --------
    >>> normalised("≥ ９５ ％"), normalised("7, 937. 80"), normalised("» 95%"), normalised("1 2")
    ('≥95%', '7,937.80', '≥95%', '1 2')
    >>> normalised(r"$\geq 3,000$ 件")
    '≥3,000件'
    """
    plain = text.translate(_LOOKALIKES)
    if "\\" in plain or "$" in plain:
        plain = _LATEX.sub(lambda match: _LATEX_SIGNS[match[1]], plain)
        # Two make a formula; one alone is a dollar sign.
        plain = plain if plain.count("$") % 2 else plain.replace("$", "")
    plain = plain.strip()
    keep = plain.index(".") + 1 if _LISTED.match(plain) else -1
    plain = _BLANK.sub(lambda match: " " if match.start() == keep else _blank(match), plain)
    plain = _TWO_CHARACTER_SIGNS.sub(lambda match: "≥" if ">" in match[0] or "≥" in match[0] else "≤", plain)
    first = _OPENING_SIGNS.get(plain[:1])
    if first is not None and not any(mark in plain[1:] for mark in "《》«»"):
        return first + plain[1:]
    # Most cells are plain as they are: one string then serves the cell and its reading.
    return text if plain == text else plain


def _blank(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return " " if before.isdigit() and after.isdigit() else ""


_QUOTES = dict.fromkeys(map(ord, "“”‘’「」『』《》\"'"))


def plain_name(name: str) -> str:
    """Return a name without what does not distinguish it: width, blanks, quotation marks, an end mark.

    Examples
    --------
    >>> plain_name("参与“三支一扶”人数（ 人 ）。") == plain_name('参与"三支一扶"人数(人)')
    True
    """
    return "".join(name.translate(_WIDTH).translate(_QUOTES).split()).rstrip("。.;,、:")


def same_wording(one: str, other: str) -> bool:
    """Whether two wordings are the same but for width, blanks and a full stop at the end.

    Examples
    --------
    >>> same_wording("有效提升", "有效 提升。"), same_wording("有效提升", "显著提升")
    (True, False)
    """
    return plain_wording(one) == plain_wording(other)


def plain_wording(text: str) -> str:
    """Return a wording without what does not distinguish it: width, blanks, an end mark.

    Examples
    --------
    >>> plain_wording("按 标准 发放。")
    '按标准发放'
    """
    return normalised(text).rstrip(ENDINGS)
