"""Which rows of which tables make one line: by an explicit match, else by level and name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from perfscore._arguments import check_text, is_one_of, is_whole
from perfscore.aggregation._rows import Contribution, LineKind
from perfscore.errors import InputError, shorten
from perfscore.figures import Figure, Role, parse_figure, plain_name
from perfscore.findings import Finding, Message, finding
from perfscore.scoring import points
from perfscore.terms import Level1, Level2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from perfscore.aggregation._tables_in import Part

Key = tuple[str, ...]

_MOST_ROWS = 1_000_000


def _check_name(_: object, field: attrs.Attribute[str], name: object) -> None:
    check_text(field.name, name)


def _to_rows(rows: Mapping[str, int | str]) -> tuple[tuple[str, int | str], ...]:
    if not isinstance(rows, Mapping):
        raise InputError("rows", rows, "row numbers or names by the name of their table")
    for table, row in rows.items():
        place = f"rows[{shorten(table)}]"
        if not isinstance(table, str):
            raise InputError(place, table, "the name of a table")
        if isinstance(row, str):
            check_text(place, row)
        elif not is_whole(row, 0, _MOST_ROWS):
            raise InputError(place, row, "the number or the name of a row")
    return tuple(rows.items())


def _to_kind(kind: str | LineKind | None) -> LineKind | None:
    for known in (LineKind.ABSOLUTE, LineKind.RELATIVE):
        if kind is known or is_one_of(kind, (known.slug,)):
            return known
    if kind is None:
        return None
    raise InputError("kind", kind, "'absolute' or 'relative'")


def _to_weight(weight: object) -> Fraction | None:
    if weight is None:
        return None
    try:
        given = weight if isinstance(weight, Figure) else parse_figure(weight, role=Role.WEIGHT)  # type: ignore[arg-type]
    except InputError as error:
        raise InputError("weight", error.found, error.expected, error.hint) from error
    value = points(given)
    if value is None or value < 0:
        raise InputError("weight", weight, "a number of points, not negative")
    return value


@attrs.frozen
class Match:
    """What the caller knows of a line.

    Parameters
    ----------
    name
        The line's name in the table that is made.
    rows
        The rows that make it, by the name of their table: a row's number, or its name. Left out:
        the rows of this name are matched as usual, and only what follows is stated.
    kind
        ``absolute`` or ``relative``, where the unit does not say it.
    weight
        Its weight (分值), where it does not come from the rows.

    Raises
    ------
    InputError
        If a field is of a type or a value that it cannot be.

    Examples
    --------
    >>> Match("幼儿园家长满意度", {"002-05": 18, "002-08": "市直机关幼儿园家长满意率"}, weight=10)
    Match(name='幼儿园家长满意度', rows=(('002-05', 18), ('002-08', '市直机关幼儿园家长满意率')), \
kind=None, weight=Fraction(10, 1))
    """

    name: str = attrs.field(validator=_check_name)
    rows: tuple[tuple[str, int | str], ...] = attrs.field(factory=dict, converter=_to_rows)
    kind: LineKind | None = attrs.field(default=None, converter=_to_kind, kw_only=True)
    weight: Fraction | None = attrs.field(default=None, converter=_to_weight, kw_only=True)


@attrs.frozen(kw_only=True)
class Group:
    """The rows that make a line, each with its table, and what the caller stated of it."""

    name: str
    levels: tuple[str, ...]
    members: tuple[tuple[Part, Contribution], ...]
    match: Match | None = None

    @property
    def stated_weight(self) -> Fraction | None:
        """The weight that the caller stated."""
        return None if self.match is None else self.match.weight

    @property
    def stated(self) -> bool:
        """Whether its rows were matched by the caller."""
        return self.match is not None and bool(self.match.rows)


def line_key(levels: Sequence[str], name: str) -> Key:
    """Return what two rows of one line have in common: the levels and the plain name.

    The goal is no part of it: each table counts its goals for itself.

    Examples
    --------
    >>> line_key(["效果指标", "社会效益"], "就业率") == line_key(["效益指标", "社会效益指标"], "就业率 ")
    True
    """
    terms = (Level1, Level2)
    keys = []
    for depth, label in enumerate(levels):
        term = terms[depth].from_label(label) if depth < len(terms) else None
        keys.append(plain_name(label).removesuffix("指标") if term is None else str(term.value))
    return (*keys, plain_name(name))


def groups_of(
    parts: Sequence[Part], matches: Iterable[Match]
) -> tuple[tuple[Group, ...], tuple[Finding, ...]]:
    """Return the groups of rows in the order of the table to be made, and what has no partner.

    Raises
    ------
    InputError
        If a match names a table or a row that is not there, or a row that another match has.
    """
    stated = _checked(matches)
    taken = _taken(parts, stated)
    by_name = {plain_name(match.name): match for match in stated if not match.rows}
    keys = {
        (part.name, contribution.number): line_key(contribution.levels, contribution.indicator.name)
        for part in parts
        for contribution in part.contributions
    }
    ambiguous = _ambiguous({row: key for row, key in keys.items() if row not in taken})
    gathered: dict[object, list[tuple[Part, Contribution]]] = {}
    for part in parts:
        for contribution in part.contributions:
            row = (part.name, contribution.number)
            # Which of two rows is meant is not known: each stays a line of its own.
            owner: object = taken.get(row, row if row in ambiguous else keys[row])
            gathered.setdefault(owner, []).append((part, contribution))
    groups = [_group(owner, members, by_name) for owner, members in gathered.items()]
    _all_used(by_name.values(), groups)
    findings = [
        finding(contribution.location, Message.of("A008", name=contribution.indicator.name))
        for part in parts
        for contribution in part.contributions
        if (part.name, contribution.number) in ambiguous
    ]
    alone = [group for group in groups if len(group.members) == 1 and _row(group) not in ambiguous]
    if len(parts) > 1:
        findings += _without_partner(alone, len(parts))
    return _in_order(groups), tuple(findings)


def _row(group: Group) -> tuple[str, int]:
    part, contribution = group.members[0]
    return part.name, contribution.number


def _without_partner(groups: Sequence[Group], count: int) -> list[Finding]:
    """Return the rows that only one table has: one finding for each table, with all its rows."""
    firsts: dict[str, Finding] = {}
    for group in groups:
        part, contribution = group.members[0]
        first = firsts.get(part.name)
        if first is None:
            message = Message.of("A003", name=contribution.indicator.name, count=str(count))
            firsts[part.name] = finding(contribution.location, message)
        else:
            firsts[part.name] = attrs.evolve(first, also=(*first.also, contribution.location))
    return list(firsts.values())


def _checked(matches: Iterable[Match]) -> tuple[Match, ...]:
    if not isinstance(matches, Iterable):
        raise InputError("matches", matches, "a list of Match", "put it in brackets")
    items = tuple(matches)
    named: set[str] = set()
    for index, item in enumerate(items):
        if not isinstance(item, Match):
            raise InputError(f"matches[{index}]", item, "a Match")
        if not item.rows and plain_name(item.name) in named:
            raise InputError(f"matches[{index}]", item.name, "a name that no other match by name has")
        if not item.rows:
            named.add(plain_name(item.name))
    return items


def _taken(parts: Sequence[Part], matches: Sequence[Match]) -> dict[tuple[str, int], Match]:
    """Return for each row that a match names the match."""
    tables = {part.name: part for part in parts}
    taken: dict[tuple[str, int], Match] = {}
    for index, match in enumerate(matches):
        for table, row in match.rows:
            place = f"matches[{index}].rows[{shorten(table)}]"
            if table not in tables:
                raise InputError(place, table, f"one of the tables {', '.join(tables)}")
            rows = [(item.number, item.indicator.name) for item in tables[table].contributions]
            number = find_row(rows, row, place)
            if (table, number) in taken:
                raise InputError(place, row, "a row that no other match has")
            taken[table, number] = match
    return taken


def find_row(rows: Sequence[tuple[int, str]], row: int | str, place: str) -> int:
    """Return the number of the row that a number or a name means.

    Parameters
    ----------
    rows
        The rows with their numbers, from 1, and names.
    row
        What means one of them.
    place
        Where that was given.

    Raises
    ------
    InputError
        If no row or more than one is meant.

    Examples
    --------
    >>> find_row([(1, "就业率"), (2, "培训“人次”")], "培训人次", "rows")
    2
    """
    if isinstance(row, bool) or not isinstance(row, (int, str)):
        raise InputError(place, row, "the number or the name of a row")
    if isinstance(row, int):
        if not 1 <= row <= len(rows):
            raise InputError(place, row, f"a row from 1 to {len(rows)}")
        return row
    wanted = plain_name(row)
    found = [number for number, name in rows if plain_name(name) == wanted]
    if len(found) != 1:
        hint = "give its number" if found else "names are compared without blanks and quotation marks"
        raise InputError(place, row, "the name of one row", hint)
    return found[0]


def _ambiguous(keys: Mapping[tuple[str, int], Key]) -> set[tuple[str, int]]:
    """Return the rows of which a table has two of the same level and name, in all tables."""
    counts = Counter((table, key) for (table, _), key in keys.items())
    twice = {key for (_, key), count in counts.items() if count > 1}
    return {row for row, key in keys.items() if key in twice}


def _group(
    owner: object, members: Sequence[tuple[Part, Contribution]], by_name: Mapping[str, Match]
) -> Group:
    first = members[0][1]
    name = owner.name if isinstance(owner, Match) else first.indicator.name
    match = owner if isinstance(owner, Match) else by_name.get(plain_name(name))
    return Group(name=name, levels=first.levels, members=tuple(members), match=match)


def _all_used(matches: Iterable[Match], groups: Sequence[Group]) -> None:
    """Refuse a match by name that means no line, or more than one."""
    for match in matches:
        found = [group for group in groups if group.match is match]
        if len(found) != 1:
            expected = f"the name of one line, not of {len(found)}"
            raise InputError("matches", match.name, expected, "name its rows")


def _in_order(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups so that those of one level stand together, each level where it first comes."""
    first: dict[Key, int] = {}
    ranks = []
    for position, group in enumerate(groups):
        prefixes = [level_key(group.levels[: depth + 1]) for depth in range(len(group.levels))]
        orders = [first.setdefault(prefix, position) for prefix in prefixes]
        # Lines that stand beside levels come before them.
        ranks.append((*orders, -1, position))
    return tuple(group for _, group in sorted(zip(ranks, groups, strict=True), key=lambda pair: pair[0]))


def level_key(levels: Sequence[str]) -> Key:
    """Return what labels of the same levels have in common.

    Examples
    --------
    >>> level_key(["效果指标"]) == level_key(["效益指标"])
    True
    """
    return line_key(levels, "")
