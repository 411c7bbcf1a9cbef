"""Deviations and the reasons given for them (偏差大或目标未完成原因分析).

Codes N001, N002. A table that has no cell for reasons, or none that is printed, is not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.findings import Column, Location, Message, finding
from perfscore.scoring import ByBand, ByFact, ByRatio, LeftOpen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perfscore.checks._context import Context
    from perfscore.checks.lines import JudgedLine
    from perfscore.findings import Finding
    from perfscore.scoring import LineScore
    from perfscore.terms import Result

_SHORT = 20
"""Characters up to which a sentence with 完成 only says that everything was done."""
_NONE = frozenset(("", "无", "——", "—", "-", "/", "无。", "暂无"))


def check_reasons(context: Context, lines: Sequence[JudgedLine]) -> Iterator[Finding]:
    """Yield what the cell for reasons lacks, or says without need.

    Parameters
    ----------
    context
        The table.
    lines
        Its lines with their verdicts.
    """
    reason = context.table.deviation_reason
    if reason is None:
        return
    place = Location(table=context.table.name, column=Column.REASON)
    scores = [judged.line.score for judged in lines]
    if _says_nothing(reason):
        # How much of a budget may stay unspent without a reason is not said by any rule read so far.
        rows = [score for score in scores if score.location.row is not None]
        missed = [score for score in rows if _is_missed(score) and not _has_own_reason(score)]
        if missed:
            names = "、".join(score.location.name for score in missed)
            yield finding(place, Message.of("N001", lines=names, reason=reason))
    elif scores and not context.table.truncated and all(map(_is_exactly_met, scores)):
        yield finding(place, Message.of("N002"))


def _says_nothing(reason: str) -> bool:
    """Whether a cell gives no reason: nothing, or that everything was done."""
    text = reason.strip()
    return text in _NONE or ("完成" in text and "未" not in text and len(text) <= _SHORT)


def _is_missed(score: LineScore) -> bool:
    """Whether the target was missed, whatever the printed digits stand for."""
    basis = score.basis
    if isinstance(basis, ByBand):
        return bool(basis.results) and all(not _is_reached(result) for result in basis.results)
    if isinstance(basis, LeftOpen):
        return False
    admitted = basis.admitted
    return admitted.upper is not None and admitted.upper < 1


def _is_reached(result: Result) -> bool:
    return result is type(result).REACHED


def _has_own_reason(score: LineScore) -> bool:
    reason = score.printed_in.deviation_reason
    return reason is not None and not _says_nothing(reason)


def _is_exactly_met(score: LineScore) -> bool:
    """Whether the actual value is the target itself: neither less nor more."""
    basis = score.basis
    if isinstance(basis, ByRatio):
        return basis.ratio == 1
    if isinstance(basis, ByBand):
        return len(basis.results) == 1 and _is_reached(basis.results[0])
    return isinstance(basis, ByFact) and basis.share == 1
