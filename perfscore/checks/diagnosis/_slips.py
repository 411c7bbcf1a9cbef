"""The kinds of slip by which a printed figure may have come to contradict the others."""

from __future__ import annotations

from perfscore.findings import Worded


class Slip(Worded):
    """A kind of slip, with its label."""

    COLUMNS_SWAPPED = ("columns-swapped", "两栏填反", "columns swapped")
    DIRECTION_REVERSED = ("direction-reversed", "正反向颠倒", "direction reversed")
    UNIT_OF_TEN_THOUSAND = ("unit-of-ten-thousand", "差一个“万”", "a 万 too many or too few")
    PERCENT_HUNDREDFOLD = ("percent-hundredfold", "百分数差百倍", "per cent taken a hundredfold")
    CAP_FORGOTTEN = ("cap-forgotten", "超额部分计了分", "limit to the weight forgotten")
    RATE_ROUNDED_FIRST = ("rate-rounded-first", "完成率先取整", "rate rounded first")
    TRUNCATED = ("truncated", "得分截尾", "score truncated")
    ALL_OR_NOTHING = ("all-or-nothing", "未达标即得零分", "all or nothing")
    FULL_MARKS = ("full-marks", "未达标仍给满分", "full marks given")
    RATE_AS_SCORE = ("rate-as-score", "以完成率作得分", "rate written as the score")
    WRONG_WEIGHT = ("wrong-weight", "用错分值", "another line's weight used")
    DIGITS_TRANSPOSED = ("digits-transposed", "数字颠倒", "digits transposed")
    DECIMAL_MOVED = ("decimal-moved", "小数点错位", "decimal point moved")
    ROW_SHIFTED = ("row-shifted", "串行", "taken from the row beside")
    SUM_NOT_UPDATED = ("sum-not-updated", "合计未更新", "sum not updated")
    LINE_LEFT_OUT = ("line-left-out", "合计漏加一行", "a line left out of the sum")
    LINE_COUNTED_TWICE = ("line-counted-twice", "合计重加一行", "a line counted twice")


ODDS: dict[Slip, int] = {
    Slip.COLUMNS_SWAPPED: 2,
    Slip.DIRECTION_REVERSED: 4,
    Slip.UNIT_OF_TEN_THOUSAND: 4,
    Slip.PERCENT_HUNDREDFOLD: 4,
    Slip.CAP_FORGOTTEN: 1,
    Slip.RATE_ROUNDED_FIRST: 2,
    Slip.TRUNCATED: 2,
    Slip.ALL_OR_NOTHING: 4,
    Slip.FULL_MARKS: 2,
    Slip.RATE_AS_SCORE: 4,
    Slip.WRONG_WEIGHT: 8,
    Slip.DIGITS_TRANSPOSED: 4,
    Slip.DECIMAL_MOVED: 4,
    Slip.ROW_SHIFTED: 8,
    Slip.SUM_NOT_UPDATED: 1,
    Slip.LINE_LEFT_OUT: 2,
    Slip.LINE_COUNTED_TWICE: 2,
}
"""What a kind costs before its coincidence: how many times rarer it is than the commonest one.

Proposed, not measured on real corrections; multiplied by the share of random claims which the kind
would explain, it orders the explanations.
"""
