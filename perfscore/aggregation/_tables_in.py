"""The tables that go in, each with its money, its budget execution and its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from perfscore._arguments import is_one_of
from perfscore.aggregation._result import Aggregate
from perfscore.aggregation._rows import Contribution, LineKind, Number, read_row
from perfscore.errors import InputError, shorten
from perfscore.figures import Figure, Role, parse_figure, yuan_in_one
from perfscore.findings import Message
from perfscore.model import SelfAssessment
from perfscore.scoring import printed_places, score

if TYPE_CHECKING:
    from fractions import Fraction

    from perfscore.aggregation._result import AggregateLine
    from perfscore.model import Indicator
    from perfscore.rules import RuleSet

COLUMNS = ("budget", "executed")
"""The columns of money that can weigh."""


@attrs.frozen(kw_only=True)
class Part:
    """A table that goes in.

    *amounts* holds budget and executed in 元, or the reason why there is none; *money* the one of
    them, or the stated amount, that weighs.
    """

    table: SelfAssessment
    amounts: Mapping[str, Number | Message]
    money: Number | Message
    execution_weight: Fraction | None
    execution_share: Fraction | None
    contributions: tuple[Contribution, ...]

    @property
    def name(self) -> str:
        """The table's name, under which everything is keyed."""
        return self.table.name


def parts_of(
    tables: Iterable[SelfAssessment | Aggregate], *, money: str | Mapping[str, object], rules: RuleSet
) -> tuple[Part, ...]:
    """Return the parts in the order of their names: what comes out depends on no order.

    Raises
    ------
    InputError
        If there is no table, something else than a table, a name that stands twice, or an aggregate
        under other rules or weighted otherwise; if *money* names no column, or a table that is not there.
    """
    items = _items(tables)
    for name, item in items.items():
        if isinstance(item, Aggregate) and item.rules != rules.id:
            raise InputError(f"tables[{shorten(name)}]", item.rules, f"an aggregate under {rules.id}")
    if isinstance(money, Mapping):
        for key in money:
            if key not in items:
                raise InputError(f"money[{shorten(key)}]", key, f"one of the tables {', '.join(items)}")
    elif not is_one_of(money, COLUMNS):
        raise InputError("money", money, "'budget', 'executed' or amounts by the name of the table")
    else:
        for name, item in items.items():
            if isinstance(item, Aggregate) and item.money not in (money, "stated"):
                raise InputError(f"tables[{shorten(name)}]", item.money, f"an aggregate weighted by {money}")
    return tuple(_part(items[name], money=money, rules=rules) for name in sorted(items))


def _items(tables: Iterable[SelfAssessment | Aggregate]) -> dict[str, SelfAssessment | Aggregate]:
    items: dict[str, SelfAssessment | Aggregate] = {}
    if isinstance(tables, (str, bytes, SelfAssessment, Aggregate)):
        raise InputError("tables", tables, "a list of tables", "put it in brackets")
    if not isinstance(tables, Iterable):
        raise InputError("tables", tables, "a list of tables")
    for index, item in enumerate(tables):
        if not isinstance(item, (SelfAssessment, Aggregate)):
            raise InputError(f"tables[{index}]", item, "a SelfAssessment or an Aggregate")
        name = item.name
        if name in items:
            hint = "give each table its own table_id: everything is keyed by it"
            raise InputError(f"tables[{index}]", name, "a name that no other table has", hint)
        items[name] = item
    if not items:
        raise InputError("tables", (), "at least one table")
    return items


def _part(item: SelfAssessment | Aggregate, *, money: str | Mapping[str, object], rules: RuleSet) -> Part:
    part = _part_of_aggregate(item) if isinstance(item, Aggregate) else _part_of_table(item, rules)
    if isinstance(money, str):
        return attrs.evolve(part, money=part.amounts[money])
    if part.name not in money:
        return attrs.evolve(part, money=Message.of("reason.no-amount"))
    cell = _stated(part.name, money[part.name])
    return attrs.evolve(part, money=amount(cell, part.table.money_unit))


def _stated(name: str, value: object) -> Figure:
    if isinstance(value, Figure):
        return value
    try:
        return parse_figure(value, role=Role.MONEY)  # type: ignore[arg-type]
    except InputError as error:
        raise InputError(f"money[{shorten(name)}]", error.found, error.expected, error.hint) from error


def _part_of_table(table: SelfAssessment, rules: RuleSet) -> Part:
    card = score(table, rules=rules)
    execution = table.execution
    cells: dict[str, Figure | None] = {"budget": None, "executed": None}
    if execution is not None:
        cells = {"budget": execution.budget, "executed": execution.executed}
    line = card.execution
    places = printed_places(table)
    return Part(
        table=table,
        amounts={column: amount(cell, table.money_unit) for column, cell in cells.items()},
        money=_NOTHING,
        execution_weight=None if line is None else line.weight,
        execution_share=None if line is None else line.basis.face_share,
        contributions=tuple(
            read_row(row, scored, rules, places=places)
            for row, scored in zip(table.rows, card.lines, strict=True)
        ),
    )


_NOTHING = Message.of("reason.no-budget")


def amount(cell: Figure | None, money_unit: str) -> Number | Message:
    """Return an amount in 元, or why there is none.

    Parameters
    ----------
    cell
        The cell; its own unit goes before that of the table.
    money_unit
        The unit in the header of the table.

    Examples
    --------
    >>> amount(parse_figure("1,438.09", role=Role.MONEY), "万元").face
    Fraction(14380900, 1)
    >>> amount(parse_figure("12", role=Role.MONEY), "户").label("en")
    'the unit is none of money'
    """
    if cell is None:
        return Message.of("reason.no-amount")
    quantity = cell.quantity
    if quantity is None:
        return Message.of("reason.unreadable")
    factor = yuan_in_one(quantity, money_unit)
    if factor is None:
        return Message.of("reason.unit-not-money")
    if quantity.value < 0:
        return Message.of("reason.negative-amount")
    return Number(
        face=quantity.value * factor,
        possible=quantity.possible.scaled(factor),
        places=quantity.places,
    )


def _part_of_aggregate(item: Aggregate) -> Part:
    execution = item.execution
    amounts: dict[str, Number | Message] = {
        "budget": execution.target or execution.reason or _NOTHING,
        "executed": execution.value or execution.reason or _NOTHING,
    }
    return Part(
        table=item.table,
        amounts=amounts,
        money=_NOTHING,
        execution_weight=execution.weight,
        execution_share=execution.share_earned,
        contributions=tuple(
            _contribution_of_line(line, indicator)
            for line, indicator in zip(item.lines, item.table.indicators, strict=True)
        ),
    )


def _contribution_of_line(line: AggregateLine, indicator: Indicator) -> Contribution:
    qualitative = line.kind is LineKind.QUALITATIVE
    return Contribution(
        location=line.location,
        levels=line.levels,
        indicator=indicator,
        kind=line.kind or LineKind.OTHER,
        unit=line.unit,
        direction=line.direction,
        target=line.target,
        actual=None if qualitative else line.value,
        share=line.value if qualitative else None,
        weight=line.weight,
        earned=line.share_earned,
        lacking=line.reason,
        cut_off=line.cut_off,
        others=line.others,
        behind=line.behind,
    )
