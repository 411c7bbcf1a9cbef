"""Figures that a document states in its prose, and what it says of how they hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore.model import _fields as fields

if TYPE_CHECKING:
    from perfscore.figures import Actual, Figure


@attrs.frozen(kw_only=True, weakref_slot=False)
class StatedFigure:
    """A figure that the prose gives for a thing; the same thing may be told again elsewhere.

    Parameters
    ----------
    name
        What it is the figure of; two figures are compared only if their names are the same.
    value
        The figure as printed.
    place
        Where it stands in the document.

    Examples
    --------
    >>> StatedFigure(name="创业带动就业人数", value="5207人", place="1、执行率情况").value.quantity.value
    Fraction(5207, 1)
    """

    name: str = attrs.field(validator=fields.is_text)
    value: Actual | None = attrs.field(converter=fields.to_quantity)
    place: str = attrs.field(default="", validator=fields.is_text)


@attrs.frozen(kw_only=True, weakref_slot=False)
class StatedSum:
    """A whole and the parts that the document says it consists of.

    Parameters
    ----------
    name
        What the whole is.
    whole, parts
        As printed.
    complete
        Whether the parts are said to be all; otherwise they may only not exceed the whole.
    place
        Where it stands in the document.

    Examples
    --------
    >>> stated = StatedSum(name="编外聘用人员", whole="4619人", parts=["4001人", "500人", "121人"])
    >>> len(stated.parts), stated.complete
    (3, True)
    """

    name: str = attrs.field(validator=fields.is_text)
    whole: Actual | None = attrs.field(converter=fields.to_quantity)
    parts: tuple[Actual, ...] = attrs.field(converter=fields.to_quantities)
    complete: bool = attrs.field(default=True, validator=fields.is_flag)
    place: str = attrs.field(default="", validator=fields.is_text)


@attrs.frozen(kw_only=True, weakref_slot=False)
class StatedShare:
    """A part, its whole, and the share that the document states: 占, 完成…的, 率.

    Parameters
    ----------
    name
        What the share is of.
    part, whole, rate
        As printed.
    place
        Where it stands in the document.

    Examples
    --------
    >>> StatedShare(name="项目支出占比", part="11347.87万元", whole="12937.8万元", rate="87.3%").rate.text
    '87.3%'
    """

    name: str = attrs.field(validator=fields.is_text)
    part: Actual | None = attrs.field(converter=fields.to_quantity)
    whole: Actual | None = attrs.field(converter=fields.to_quantity)
    rate: Figure | None = attrs.field(converter=fields.to_rate)
    place: str = attrs.field(default="", validator=fields.is_text)


@attrs.frozen(kw_only=True, weakref_slot=False)
class StatedChange:
    """A change against an earlier figure: 比上年增加, 减少, 增长, 下降.

    Parameters
    ----------
    name
        What changed.
    before, after, change, rate
        The figures that are printed; a change and its rate without a sign.
    fell
        Whether it is said to have fallen.
    place
        Where it stands in the document.

    Examples
    --------
    >>> StatedChange(name="项目支出", after="6347.87万元", change="1368.38万元", rate="17.8%", fell=True).fell
    True
    """

    name: str = attrs.field(validator=fields.is_text)
    before: Actual | None = attrs.field(default=None, converter=fields.to_quantity)
    after: Actual | None = attrs.field(default=None, converter=fields.to_quantity)
    change: Actual | None = attrs.field(default=None, converter=fields.to_quantity)
    rate: Figure | None = attrs.field(default=None, converter=fields.to_rate)
    fell: bool = attrs.field(default=False, validator=fields.is_flag)
    place: str = attrs.field(default="", validator=fields.is_text)


@attrs.frozen(kw_only=True, weakref_slot=False)
class StatedResult:
    """What the prose says of one table: its money, its total, how many indicators it set and reached.

    Parameters
    ----------
    name
        The project or department as the prose calls it.
    table
        The id of its table; empty where the disclosure has none.
    budget, executed, rate, total, indicators, reached
        The figures that the prose gives; None for those that it does not.
    place
        Where it stands in the document.

    Examples
    --------
    >>> StatedResult(name="就业补助资金", table="000-03", budget="15,301.56", executed="7,931.02").budget.text
    '15,301.56'
    """

    name: str = attrs.field(validator=fields.is_text)
    table: str = attrs.field(default="", validator=fields.is_text)
    budget: Figure | None = attrs.field(default=None, converter=fields.to_budget)
    executed: Figure | None = attrs.field(default=None, converter=fields.to_executed)
    rate: Figure | None = attrs.field(default=None, converter=fields.to_rate)
    total: Figure | None = attrs.field(default=None, converter=fields.to_total)
    indicators: Figure | None = attrs.field(default=None, converter=fields.to_count)
    reached: Figure | None = attrs.field(default=None, converter=fields.to_count)
    place: str = attrs.field(default="", validator=fields.is_text)


Statement = StatedFigure | StatedSum | StatedShare | StatedChange | StatedResult
"""Anything that a document states in prose and that can be checked."""
