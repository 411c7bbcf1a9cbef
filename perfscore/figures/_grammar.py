r"""The grammar of a cell, for targets and actual values alike.

After normalisation (``_normalise``) and without a full stop at its end, a cell is, tried in this order::

    cell     = unset | none | date | range | bound | figure | relative | several | wording
    unset    = "" | dashes | "/" | "无(" … ")" | "未设置" | "暂无" …
    none     = "无"
    range    = quantity ("-" | "至" | …) quantity | quantity "≤" name "≤" quantity
             | "≥" quantity ("且" | ",") "≤" quantity | "[" quantity "," quantity "]"
    bound    = (sign quantity | quantity suffix | sign quantity suffix) remark?
    figure   = ["="] quantity
    quantity = number multiplier? unit? | numeral measure | "百分之" number
    remark   = "(" ("含" | "不含") … ")"
    relative = what has 较上年, 同比, 逐年 … in it
    several  = part (("、" | "," | ";") part)+, each part a range, a bound or a figure

A quantity must be the whole of what stands there. What fits nowhere is a wording: nothing that is
not understood becomes a number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from perfscore.figures._dates import date_of
from perfscore.figures._numbers import NUMBER
from perfscore.figures._quantities import quantity_of
from perfscore.figures._types import Bounds, DateSpan, Precision, Quantity, TargetKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_CELL = 2_000
"""The longest cell that is read, in characters; a longer one is a wording."""

_PREFIXES = {
    "≥": (TargetKind.AT_LEAST, False), "≤": (TargetKind.AT_MOST, False),
    ">": (TargetKind.AT_LEAST, True), "<": (TargetKind.AT_MOST, True),
    "=": (TargetKind.EXACTLY, False), "等于": (TargetKind.EXACTLY, False),
    "不少于": (TargetKind.AT_LEAST, False), "不低于": (TargetKind.AT_LEAST, False),
    "不小于": (TargetKind.AT_LEAST, False), "不得少于": (TargetKind.AT_LEAST, False),
    "不得低于": (TargetKind.AT_LEAST, False), "不得小于": (TargetKind.AT_LEAST, False),
    "达": (TargetKind.AT_LEAST, False), "至少": (TargetKind.AT_LEAST, False),
    "最少": (TargetKind.AT_LEAST, False), "达到": (TargetKind.AT_LEAST, False),
    "大于等于": (TargetKind.AT_LEAST, False), "大于或等于": (TargetKind.AT_LEAST, False),
    "大于": (TargetKind.AT_LEAST, True), "高于": (TargetKind.AT_LEAST, True),
    "超过": (TargetKind.AT_LEAST, True), "多于": (TargetKind.AT_LEAST, True),
    "不超过": (TargetKind.AT_MOST, False), "不高于": (TargetKind.AT_MOST, False),
    "不大于": (TargetKind.AT_MOST, False), "不多于": (TargetKind.AT_MOST, False),
    "不得超过": (TargetKind.AT_MOST, False), "不得高于": (TargetKind.AT_MOST, False),
    "不得大于": (TargetKind.AT_MOST, False), "不得多于": (TargetKind.AT_MOST, False),
    "至多": (TargetKind.AT_MOST, False), "最多": (TargetKind.AT_MOST, False),
    "控制在": (TargetKind.AT_MOST, False),
    "小于等于": (TargetKind.AT_MOST, False), "小于或等于": (TargetKind.AT_MOST, False),
    "小于": (TargetKind.AT_MOST, True), "低于": (TargetKind.AT_MOST, True),
    "少于": (TargetKind.AT_MOST, True),
    "大约等于": (TargetKind.ABOUT, False), "约等于": (TargetKind.ABOUT, False),
    "≈": (TargetKind.ABOUT, False),
    "大约": (TargetKind.ABOUT, False), "约": (TargetKind.ABOUT, False),
}  # fmt: skip
_SUFFIXES = {
    "及以上": TargetKind.AT_LEAST, "或以上": TargetKind.AT_LEAST, "以上": TargetKind.AT_LEAST,
    "及以下": TargetKind.AT_MOST, "或以下": TargetKind.AT_MOST, "以下": TargetKind.AT_MOST,
    "(含)以上": TargetKind.AT_LEAST, "(含)以下": TargetKind.AT_MOST, "(含)以内": TargetKind.AT_MOST,
    "以内": TargetKind.AT_MOST, "之内": TargetKind.AT_MOST, "内": TargetKind.AT_MOST,
    "左右": TargetKind.ABOUT, "上下": TargetKind.ABOUT,
}  # fmt: skip


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


# Every repetition of anything is bounded, so that a long cell of signs is given up at once.
_PREFIX = re.compile(rf"({_either(_PREFIXES)})(?=.)")
_SUFFIX = re.compile(rf"(?<=.)({_either(_SUFFIXES)})$")
_INCLUSIVE = re.compile(r"\((不?含)[^()]{0,20}\)$")
_BETWEEN = re.compile(rf"({NUMBER}[^-~至到—≤≥<>]{{0,15}})(?:[-~至到]|—{{1,2}})({NUMBER}.{{0,20}})")
_SANDWICH = re.compile(r"([^≤≥<>]{1,30})([≤<≥>])([^≤≥<>0-9]{1,30})([≤<≥>])([^≤≥<>]{1,30})")
_BOTH = re.compile(r"([≥>].{1,30}?)(?:并?且|,)([≤<].{1,30})")
# A round bracket on both sides encloses a remark as well as a range.
_BRACKETS = re.compile(r"(?=\[|.*\]$)([\[(])([^\[\]()]{3,60})([\])])")
_DASHES = re.compile(r"[-—–_/\\~*.…]{1,10}")
_UNSET = re.compile(r"无\(.{0,200}\)|(?:未设置|未设定|不适用|暂无)(?:目标值?|指标值?)?")
_RELATIVE = re.compile(r"(?:较|比|与|于|超过)(?:上年|去年|上一年|前一年|往年|上年度)|同比|逐年")
_SEPARATOR = re.compile(r"[、;]|(?<!\d),|,(?!\d)")
_FILLER = re.compile(r"^(?:一般|延长|分别为?|为|其中|和|及)+")
_MAX_PARTS = 20


@attrs.frozen(kw_only=True)
class Reading:
    """What a cell says, before it is called a target or an actual value."""

    kind: TargetKind
    sign: str | None = None
    quantity: Quantity | None = None
    strict: bool = False
    bounds: Bounds | None = None
    date: DateSpan | None = None
    parts: tuple[tuple[str, Reading], ...] = ()


_WORDING = Reading(kind=TargetKind.WORDING)
_UNSET_READING = Reading(kind=TargetKind.UNSET)


def read(text: str, original: str, precision: Callable[[Quantity], Precision]) -> Reading:
    """Read a normalised cell.

    Parameters
    ----------
    text
        The cell, normalised.
    original
        The cell as printed.
    precision
        What a quantity stands for.
    """
    text = text.rstrip("。;")
    if not text or _DASHES.fullmatch(text) or _UNSET.fullmatch(text):
        return _UNSET_READING
    if text == "无":
        return Reading(kind=TargetKind.NONE)
    if len(text) > MAX_CELL:
        return _WORDING
    date = date_of(text, original)
    if date is not None:
        return Reading(kind=TargetKind.BY_DATE, date=date)
    single = _single(text, precision)
    if single is not None:
        return single
    if _RELATIVE.search(text):
        return Reading(kind=TargetKind.RELATIVE)
    return _several(text, precision) or _WORDING


def _single(text: str, precision: Callable[[Quantity], Precision]) -> Reading | None:
    return _range(text) or _bound_or_figure(text, precision)


def _bound_or_figure(text: str, precision: Callable[[Quantity], Precision]) -> Reading | None:
    body, included = text, None
    if (found := _INCLUSIVE.search(body)) is not None:
        body, included = body[: found.start()], found[1] == "含"
    prefix = _PREFIX.match(body)
    kind, strict, sign = TargetKind.EXACTLY, False, None
    if prefix is not None:
        sign = prefix[1]
        kind, strict = _PREFIXES[sign]
        body = body[prefix.end() :]
    suffix = _SUFFIX.search(body)
    if suffix is not None:
        ending = _SUFFIXES[suffix[1]]
        # 控制在5%以上 asks for two things at once, and none of them is guessed.
        if prefix is not None and ending is not kind:
            return None
        kind, sign, body = ending, sign or suffix[1], body[: suffix.start()]
    if included is not None:
        # Without a limit the remark is about something else: 45人(含博士5人).
        if suffix is None and prefix is None:
            return None
        strict = not included
    quantity = quantity_of(body)
    if quantity is None:
        return None
    # A limit is exact as it is printed; only what was measured can have been rounded.
    if kind in (TargetKind.EXACTLY, TargetKind.ABOUT):
        quantity = attrs.evolve(quantity, precision=precision(quantity))
    return Reading(kind=kind, sign=sign, quantity=quantity, strict=strict)


def _range(text: str) -> Reading | None:
    for pattern, make in (
        (_BETWEEN, _from_to),
        (_SANDWICH, _enclosed),
        (_BOTH, _joined),
        (_BRACKETS, _bracketed),
    ):
        found = pattern.fullmatch(text)
        bounds = None if found is None else make(found)
        if bounds is not None and _ordered(bounds):
            return Reading(kind=TargetKind.BETWEEN, bounds=bounds)
    return None


def _ordered(bounds: Bounds) -> bool:
    """Whether the ends are of one unit and in order: 60/85 and 3-2 are no ranges."""
    low, high = bounds.lower, bounds.upper
    return (
        low is not None and high is not None and low.unit.base == high.unit.base and low.value <= high.value
    )


def _from_to(found: re.Match[str]) -> Bounds | None:
    """``400-4,000元/人``: a unit printed once belongs to both ends."""
    high = quantity_of(found[2])
    low = quantity_of(found[1])
    if low is None or high is None:
        return None
    if not low.unit.text:
        value = low.value * high.unit.scale
        low = attrs.evolve(low, unit=high.unit, value=value)
    return Bounds(low, high)


def _enclosed(found: re.Match[str]) -> Bounds | None:
    """``97%≤执行率≤100%``: what stands between the signs is the name of the thing."""
    first, left, _, right, last = found.groups()
    if left in "≥>" and right in "≥>":
        first, left, right, last = last, right, left, first
    elif left in "≥>" or right in "≥>":
        return None
    low, high = quantity_of(first), quantity_of(last)
    if low is None or high is None:
        return None
    return Bounds(low, high, lower_closed=left in "≤≥", upper_closed=right in "≤≥")


def _joined(found: re.Match[str]) -> Bounds | None:
    """``≥90%且≤95%``."""
    low, high = quantity_of(found[1][1:]), quantity_of(found[2][1:])
    if low is None or high is None:
        return None
    return Bounds(low, high, lower_closed=found[1][0] == "≥", upper_closed=found[2][0] == "≤")


def _bracketed(found: re.Match[str]) -> Bounds | None:
    """``[90%,95%)``."""
    pieces = found[2].split(",")
    # [1,000,2,000] can be cut in one way only, or it is not understood.
    cuts = [(",".join(pieces[:at]), ",".join(pieces[at:])) for at in range(1, len(pieces))]
    ends = [(quantity_of(left), quantity_of(right)) for left, right in cuts]
    whole = [(low, high) for low, high in ends if low is not None and high is not None]
    if len(whole) != 1:
        return None
    return Bounds(*whole[0], lower_closed=found[1] == "[", upper_closed=found[3] == "]")


def _several(text: str, precision: Callable[[Quantity], Precision]) -> Reading | None:
    """Read several values in a cell: each part must be one, or the whole is a wording."""
    pieces = _SEPARATOR.split(text)
    if not 1 < len(pieces) <= _MAX_PARTS:
        return None
    parts = []
    for piece in pieces:
        part = _single(_FILLER.sub("", piece), precision)
        if part is None:
            return None
        parts.append((piece, part))
    # 12、15次 leaves open what 12 counts, and the 1 of 1、45人 counts nothing.
    bare = [part.quantity is not None and not part.quantity.unit.text for _, part in parts]
    if any(bare) and not all(bare):
        return None
    return Reading(kind=TargetKind.SEVERAL, parts=tuple(parts))
