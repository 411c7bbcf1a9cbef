"""Sentences that are not findings: derivations, conventions of totals, reasons for not checking."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import attrs

from perfscore._text import visible
from perfscore.findings._catalogue import CATALOGUE

MESSAGES: dict[str, tuple[str, str]] = {
    # Each key with its Chinese and its English sentence.
    "reason.zero-target": ("目标值为零而越多越好", "a zero target of a thing one wants more of has no ratio"),
    "reason.negative-figure": ("目标值或实际值为负数", "the target or the actual value is negative"),
    "reason.outside-range": ("实际值在目标区间之外", "the actual value lies outside the target's range"),
    "reason.about": ("目标值或实际值只是约数", "the target or the actual value is only approximate"),
    "reason.late": ("完成时间晚于目标", "the date is later than the target's"),
    "reason.date-unclear": ("完成时间不能确定是否在目标之前", "the date may be before or after the target's"),
    "reason.several-values": ("一格之中有几个数值", "the cell holds several values"),
    "reason.no-target": ("没有设定目标", "no target was set"),
    "reason.no-actual": ("没有填写实际完成值", "no actual value is given"),
    "reason.unit-differs": ("单位不同", "the units differ"),
    "reason.kind-differs": ("内容不同类", "the kinds differ"),
    "reason.result-unknown": ("完成情况用语无法归档", "the wording states no result"),
    "reason.no-weight": ("没有可用的分值", "there is no usable weight"),
    "reason.no-budget": ("预算数或执行数缺失", "the budget or the executed amount is missing"),
    "reason.zero-budget": ("预算数为零", "the budget is zero"),
    "reason.not-comparable": ("所需的数字缺失或单位不同", "a figure is missing, or the units differ"),
    "reason.no-table": ("没有可对照的表", "there is no table to hold it against"),
    "reason.not-all-told": ("未说明各项分值和完成情况", "not every weight and result is told"),
    "reason.zero-whole": ("所占之数为零", "the figure that it is a share of is zero"),
    "reason.unreadable": ("数字无法识别", "a figure is unreadable"),
    "reason.no-amount": ("没有填写金额", "no amount is given"),
    "reason.unit-not-money": ("单位不是金额单位", "the unit is none of money"),
    "reason.negative-amount": ("金额为负数", "the amount is negative"),
    "reason.score-outside-weight": ("得分不在 0 与分值之间", "the score does not lie between 0 and the weight"),
    "reason.only-a-range": ("只有界限或区间，没有确定数值", "only bounds are known, not a value"),
    "reason.value-missing": ("有项目没有可汇总的数值", "a row gives no value to combine"),
    "reason.not-combinable": ("各项目的类型、方向或单位不同", "kind, direction or unit differ between the tables"),
    "reason.no-rule-to-combine": ("规则未规定如何汇总", "the rules do not say how this is combined"),
    "reason.money-missing": ("有项目没有可用于加权的资金额", "a table has no money to weigh with"),
    "reason.zero-money": ("各项目资金额均为零", "the money of all tables is zero"),
    "reason.no-partner": ("各项目中没有对应指标", "no line of the projects has this level and name"),
    "reason.part-cut-off": (
        "有项目表被原件截断，可能缺少对应的行",
        "the document cuts a project's table off, which may have a row for it",
    ),
    "reason.ambiguous": ("同级同名的行不止一行", "several rows have this level and name"),
    "reason.own-spending": ("部门预算另含基本支出", "the department's budget holds spending that is no project's"),
    "derivation.computed": ("{formula} = {exact} → {printed}", "{formula} = {exact} → {printed}"),
    "derivation.exact": ("{formula} = {printed}", "{formula} = {printed}"),
    "derivation.capped": ("{formula} = {uncapped}，以{bound}为限 → {printed}", "{formula} = {uncapped}, limited to {bound} → {printed}"),
    "derivation.full": ("{why}，得满分 {printed}", "{why}: full weight {printed}"),
    "derivation.none": ("{why}，得 {printed} 分", "{why}: {printed}"),
    "derivation.band": ("“{wording}”：{result}，{shares} × {weight} = {band}", "{wording!r}: {result}, {shares} × {weight} = {band}"),
    "derivation.decided": ("{band}，自评取 {claimed}", "{band}; the assessor took {claimed}"),
    "derivation.bound": ("实际值为界限“{actual}”：得分在 {band} 之内", "the actual value is the bound {actual!r}: the score lies in {band}"),
    "derivation.open": ("未计分：{reason}", "not scored: {reason}"),
    "why.nothing": ("实际为零", "the actual value is zero"),
    "why.zero-reached": ("目标为零，实际为零", "zero wanted, zero reached"),
    "why.zero-missed": ("目标为零，实际为 {actual}", "zero wanted, {actual} reached"),
    "why.in-range": ("{actual} 在 {target} 之内", "{actual} lies within {target}"),
    "why.equals": ("{actual} 与目标相同", "{actual} equals the target"),
    "why.in-time": ("{actual} 不晚于 {target}", "{actual} is not later than {target}"),
    "why.late": ("{actual} 晚于 {target}", "{actual} is later than {target}"),
    "why.each-met": ("{actual} 各部分均达到目标", "each part of {actual} meets its target"),
    "result.any": ("完成情况不明", "result not stated"),
    "result.or": ("{one}或{other}", "{one} or {other}"),
    "direction.sign": ("目标值的符号“{sign}”", "the target's sign {sign}"),
    "direction.setting": ("指标自身的设定", "the indicator's own setting"),
    "direction.term": ("名称以“{term}”结尾，越低越好", "the name ends in {term}, lower is better"),
    "direction.default": ("未印符号，按正向处理", "no sign is printed: positive"),
    "convention.sum-of-unrounded": ("先汇总未取整的得分，再取整", "the unrounded scores are added, then rounded"),
    "convention.total-places": ("总分按其印出的位数取整", "the total is rounded to the places that it prints"),
    "convention.lines": ("{lines} 按其成立的惯例计分", "{lines} scored under the convention that it follows"),
    "convention.rate-truncated": ("执行率截去多余小数", "the rate is truncated instead of rounded"),
    "convention.rate-half-even": ("执行率按四舍六入五成双取整", "the rate is rounded half to even"),
    "convention.band-edges": ("档次分界分属上下两档", "the edge of two bands belongs to both"),
    "reason.weights-impossible": ("同级各行的分值无法同时成立", "no weights explain the scores of its level"),
    "reason.cut-off": ("原件将此表截断", "the document cuts the table off"),
    "reason.illegible": ("单元格无法辨认", "a cell is illegible"),
    "reason.row-shifted": ("该行单元格错位", "the row is shifted by a cell"),
    "reason.annual-exceeds": ("年度目标已超过长期目标", "the annual target already exceeds the long-term one"),
    "reason.units-at-odds": ("两者单位不同", "their units differ"),
    "reason.basis-is-target": ("它是另一指标的目标值", "it is the target of another indicator"),
    "reason.no-history": ("前两年均没有数值", "neither of the two years before has a value"),
    "label.points": ("{gap} 个百分点", "{gap} percentage points"),
    "label.share": ("{text}（占分值 {share}）", "{text} ({share} of the weight)"),
    "label.pair": ("{name} {text}", "{name} {text}"),
    "what.indicators": ("指标个数", "number of indicators"),
    "what.reached": ("已达成的指标个数", "number of indicators reached"),
    "diagnosis.chance": ("（随机得分中 {share} 也能这样解释）", " (would explain {share} of random claims)"),
    "diagnosis.repairs": ("可改的最少单元格：", "smallest sets of cells to change:"),
    "diagnosis.bounded": ("（未穷尽）", "(not all were looked for)"),
    "report.rests-on": (
        "{engine} {version}，规则 {rules}（{rules_sha}…），输入 {input_sha}…",
        "{engine} {version}, rules {rules} ({rules_sha}…), input {input_sha}…",
    ),
    "report.total-holds": (
        "{table}：自评总分 {claimed}，规则允许 {admitted}，各数一致",
        "{table}: claimed total {claimed}, admitted {admitted}; no figure is inconsistent",
    ),
    "report.total-fails": (
        "{table}：自评总分 {claimed}，规则允许 {admitted}，有不一致之处",
        "{table}: claimed total {claimed}, admitted {admitted}; inconsistent",
    ),
    "report.findings": ("发现 {count} 条：{split}", "{count} findings: {split}"),
    "report.diagnosis": ("{table} 可能的原因：", "{table}, possible causes:"),
    "report.not-checked": ("未能核对 {count} 处：", "not checked, {count} figures:"),
    "comparison.computed": ("印为 {claimed}，由各项目可得 {computed}", "{claimed}, the projects give {computed}"),
    "convention.mean-budget": ("按预算数加权平均", "the mean is weighted by budget"),
    "convention.mean-executed": ("按执行数加权平均", "the mean is weighted by executed"),
    "convention.mean-plain": ("简单平均", "the mean is not weighted"),
    "convention.mean-budget-here": ("仅本级按预算数加权平均", "the mean is weighted by budget at this level alone"),
    "convention.mean-executed-here": (
        "仅本级按执行数加权平均",
        "the mean is weighted by executed at this level alone",
    ),
    "convention.mean-plain-here": ("仅本级简单平均", "the mean is not weighted at this level alone"),
    "convention.score-places": ("得分按其他方式取舍位数", "the score is rounded or cut to other places"),
    "what.no-direction": ("无方向", "without direction"),
    "what.weight": ("分值", "weight"),
    "what.score": ("得分", "score"),
    "what.actual": ("实际完成值", "actual value"),
    "what.total": ("总分", "total"),
    "what.lines": ("部分行的得分", "score of every line"),
    "what.budget": ("预算数和执行数", "budget and the executed amount"),
    "what.sources": ("可相加的各资金来源金额", "amount of every source in one unit"),
    "what.weights": ("全部分值", "weights of all parts"),
}  # fmt: skip
"""Every other sentence by its key."""


@runtime_checkable
class Labelled(Protocol):
    """An argument that reads differently in Chinese and in English."""

    def label(self, language: str) -> str:
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

    def label(self, language: str) -> str:
        """Return the items in ``"zh"`` or ``"en"``, with the comma of that language."""
        shown = [item.label(language) if isinstance(item, Labelled) else str(item) for item in self.items]
        return ("、" if language == "zh" else ", ").join(shown)


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

    def label(self, language: str) -> str:
        """Return the sentence in ``"zh"`` or ``"en"``.

        Examples
        --------
        >>> Message.of("direction.term", term="失业率").label("zh")
        '名称以“失业率”结尾，越低越好'
        """
        kind = CATALOGUE.get(self.key)
        if kind is not None:
            template = kind.template(language)
        else:
            template = MESSAGES[self.key][0 if language == "zh" else 1]
        shown = {
            name: value.label(language) if isinstance(value, Labelled) else _shown(value)
            for name, value in self.args
        }
        return template.format(**shown)

    def to_record(self) -> dict[str, object]:
        """Return key and arguments as plain data; an argument that is a term stands by its label.

        Examples
        --------
        >>> Message.of("Q003", claimed="-1").to_record()
        {'key': 'Q003', 'args': {'claimed': '-1'}}
        """
        return {"key": self.key, "args": {name: _plain(value) for name, value in self.args}}


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) else value


def _plain(value: object) -> object:
    if isinstance(value, Message):
        return value.to_record()
    return value.label("en") if isinstance(value, Labelled) else str(value)
