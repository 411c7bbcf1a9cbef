"""Clean tables, and the same tables with one error of a known kind put in.

Everything is drawn from a seeded generator: the same seed gives the same corpus. An error counts as
detectable if an oracle that shares no code with the package finds no way in which the claim could
follow: it looks at the corners of the printed cells under each listed way of rounding.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

import perfscore as ps
from perfscore.checks.diagnosis import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = 12
EXECUTION = 20


def half_up(value: Fraction, places: int) -> Fraction:
    """Round half up; the oracle's own."""
    unit = Fraction(1, 10**places)
    return (value / unit + Fraction(1, 2)).__floor__() * unit


def cut(value: Fraction, places: int) -> Fraction:
    """Cut off; the oracle's own."""
    unit = Fraction(1, 10**places)
    return (value / unit).__floor__() * unit


def decimals(value: Fraction, places: int) -> str:
    """Write with so many decimals, without zeros at the end."""
    shown = f"{int(value * 10**places):0{places + 1}d}"
    if not places:
        return shown
    return f"{shown[:-places]}.{shown[-places:]}".rstrip("0").rstrip(".")


@attrs.frozen(kw_only=True)
class Row:
    """A line before it is printed: exact figures, and how its cells print them."""

    name: str
    weight: Fraction
    target: Fraction
    actual: Fraction
    unit: str
    positive: bool
    sign: bool
    shown: int
    claim: Fraction = Fraction(0)
    target_text: str = ""
    actual_text: str = ""
    weight_text: str = ""
    claim_text: str = ""

    @property
    def share(self) -> Fraction:
        """The share that the exact figures earn."""
        ratio = self.actual / self.target
        if self.positive:
            return min(Fraction(1), ratio)
        return min(Fraction(1), 1 / ratio) if ratio else Fraction(1)


@attrs.frozen(kw_only=True)
class Case:
    """A table of the corpus.

    Parameters
    ----------
    table
        The table.
    places
        Decimals of its scores.
    slip
        The error that was put in; None for a clean table.
    row
        The row that it touches; None for the total.
    detectable
        Whether the oracle finds the claim impossible.
    """

    table: ps.SelfAssessment
    places: int
    slip: Slip | None = None
    row: int | None = None
    detectable: bool = False


@attrs.frozen(kw_only=True)
class Draft:
    """A table in the making."""

    rows: tuple[Row, ...]
    budget: Fraction
    executed: Fraction
    places: int
    total: Fraction | None = None
    total_text: str = ""

    @property
    def execution_score(self) -> Fraction:
        """The score of budget execution."""
        return half_up(EXECUTION * min(Fraction(1), self.executed / self.budget), self.places)

    @property
    def added(self) -> Fraction:
        """The sum of the claims."""
        return self.execution_score + sum((row.claim for row in self.rows), Fraction(0))

    def table(self) -> ps.SelfAssessment:
        """Print the table."""
        rate = decimals(half_up(self.executed / self.budget * 100, 2), 2)
        total = self.added if self.total is None else self.total
        return ps.SelfAssessment(
            table_id="corpus",
            execution=ps.BudgetExecution(
                weight=EXECUTION,
                budget=decimals(self.budget, 2),
                executed=decimals(self.executed, 2),
                rate=f"{rate}%",
                claimed=decimals(self.execution_score, self.places),
            ),
            goals=[ps.Goal(weight=80, children=[_indicator(row) for row in self.rows])],
            total=self.total_text or decimals(total, self.places),
        )


def _indicator(row: Row) -> ps.Indicator:
    return ps.Indicator(
        row.name,
        weight=row.weight_text,
        target=row.target_text,
        actual=row.actual_text,
        claimed=row.claim_text,
    )


def printed(row: Row, places: int) -> Row:
    """Print the cells of a row, its score half up."""
    sign = ("≥" if row.positive else "≤") if row.sign else ""
    claim = half_up(row.share * row.weight, places)
    return attrs.evolve(
        row,
        claim=claim,
        target_text=f"{sign}{decimals(row.target, 0)}{row.unit}",
        actual_text=f"{decimals(row.actual, row.shown)}{row.unit}",
        weight_text=decimals(row.weight, 1),
        claim_text=decimals(claim, places),
    )


def draft(rng: random.Random, places: int) -> Draft:
    """Draw a clean table: twelve lines worth 80, half of which miss their target or exceed it."""
    weights = _weights(rng, places)
    rows = []
    for number, weight in enumerate(weights, 1):
        unit = rng.choice(["%", "人", "家", "万元"])
        target = Fraction(rng.randint(60, 99) if unit == "%" else rng.randint(20, 900))
        shown = {"%": 1, "万元": 2}.get(unit, 0)
        factor = rng.choice(
            [Fraction(1), Fraction(rng.randint(55, 99), 100), Fraction(rng.randint(101, 160), 100)]
        )
        actual = max(Fraction(1), half_up(target * factor, shown))
        if unit == "%":
            actual = min(actual, Fraction(100))
        positive = rng.random() < 0.8  # most indicators are positive
        rows.append(
            printed(
                Row(
                    name=f"完成情况{'甲乙丙丁戊己庚辛壬癸子丑'[number - 1]}",
                    weight=weight,
                    target=target,
                    actual=actual,
                    unit=unit,
                    positive=positive,
                    sign=not positive or rng.random() < 0.5,  # half print a sign
                    shown=shown,
                ),
                places,
            )
        )
    budget = Fraction(rng.randint(10_000, 900_000), 100)
    executed = half_up(budget * Fraction(rng.randint(60, 100), 100), 2)
    return Draft(rows=tuple(rows), budget=budget, executed=executed, places=places)


def _weights(rng: random.Random, places: int) -> list[Fraction]:
    """Draw twelve weights that add to 80, in halves where the table prints decimals."""
    step = Fraction(1, 2) if places else Fraction(1)
    weights = [Fraction(rng.randint(4, 9)) for _ in range(LINES - 1)]
    weights = [weight + (step if rng.random() < 0.3 else 0) for weight in weights]  # a third
    rest = 80 - sum(weights)
    while rest < 3:  # the last line has a weight too
        index = weights.index(max(weights))
        weights[index] -= 1
        rest += 1
    return [*weights, Fraction(rest)]


# One function for each kind: a draft with the error in it, and the row it touches, or None if the
# drawn table gives no place for it.
Injection = Callable[[Draft, random.Random], tuple[Draft, int | None] | None]


def _pick(base: Draft, rng: random.Random, wanted: Callable[[Row], bool]) -> int | None:
    rows = [index for index, row in enumerate(base.rows) if wanted(row)]
    return rng.choice(rows) if rows else None


def _with_row(base: Draft, index: int, row: Row, *, follows: bool = True) -> tuple[Draft, int]:
    """Put a row in; the total follows its claim, or was made before it changed."""
    rows = (*base.rows[:index], row, *base.rows[index + 1 :])
    total = None if follows else base.added
    return attrs.evolve(base, rows=rows, total=total), index + 1


def _claiming(row: Row, claim: Fraction, places: int) -> Row:
    return attrs.evolve(row, claim=claim, claim_text=decimals(claim, places))


def _missed(row: Row) -> bool:
    return row.share < 1


def columns_swapped(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """Target and actual value stand in each other's column."""
    index = _pick(base, rng, lambda row: row.actual != row.target)
    if index is None:
        return None
    row = base.rows[index]
    return _with_row(base, index, attrs.evolve(row, target_text=row.actual_text, actual_text=row.target_text))


def direction_reversed(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """A/B was taken for B/A."""
    index = _pick(base, rng, lambda row: row.actual != row.target)
    if index is None:
        return None
    row = base.rows[index]
    turned = attrs.evolve(row, positive=not row.positive)
    return _with_row(
        base, index, _claiming(row, half_up(turned.share * row.weight, base.places), base.places)
    )


def unit_of_ten_thousand(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """万 was lost in the actual value of money."""
    index = _pick(base, rng, lambda row: row.unit == "万元")
    if index is None:
        return None
    row = base.rows[index]
    return _with_row(base, index, attrs.evolve(row, actual_text=row.actual_text.replace("万元", "元")))


def percent_hundredfold(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """A rate was written as a fraction of one with its sign: 95% as 0.95%."""
    index = _pick(base, rng, lambda row: row.unit == "%")
    if index is None:
        return None
    row = base.rows[index]
    return _with_row(base, index, attrs.evolve(row, actual_text=f"{decimals(row.actual / 100, 3)}%"))


def cap_forgotten(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """What exceeds the target was scored too."""
    index = _pick(base, rng, lambda row: row.positive and row.actual > row.target)
    if index is None:
        return None
    row = base.rows[index]
    claim = half_up(row.actual / row.target * row.weight, base.places)
    return _with_row(base, index, _claiming(row, claim, base.places))


def rate_rounded_first(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """The rate was rounded to whole per cent before it was multiplied."""
    return _differently(base, rng, lambda row: half_up(half_up(row.share, 2) * row.weight, base.places))


def truncated(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """The score was cut off instead of rounded."""
    return _differently(base, rng, lambda row: cut(row.share * row.weight, base.places))


def _differently(
    base: Draft, rng: random.Random, score: Callable[[Row], Fraction]
) -> tuple[Draft, int | None] | None:
    """Score a line in another way, where that makes a difference."""
    index = _pick(base, rng, lambda row: score(row) != row.claim)
    if index is None:
        return None
    row = base.rows[index]
    return _with_row(base, index, _claiming(row, score(row), base.places))


def all_or_nothing(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """A line that missed its target scored nothing."""
    index = _pick(base, rng, _missed)
    return (
        None
        if index is None
        else _with_row(base, index, _claiming(base.rows[index], Fraction(0), base.places))
    )


def full_marks(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """A line that missed its target scored in full."""
    index = _pick(base, rng, _missed)
    if index is None:
        return None
    row = base.rows[index]
    return _with_row(base, index, _claiming(row, row.weight, base.places))


def wrong_weight(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """The weight of the next row was used."""
    options = [
        index
        for index, (row, after) in enumerate(zip(base.rows, base.rows[1:], strict=False))
        if row.weight != after.weight
    ]
    if not options:
        return None
    index = rng.choice(options)
    row, after = base.rows[index], base.rows[index + 1]
    return _with_row(base, index, _claiming(row, half_up(row.share * after.weight, base.places), base.places))


def digits_transposed(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """Two neighbouring digits of the actual value were exchanged."""
    index = _pick(base, rng, lambda row: _transposable(row.actual_text) is not None)
    if index is None:
        return None
    row = base.rows[index]
    text = _transposable(row.actual_text)
    assert text is not None
    return _with_row(base, index, attrs.evolve(row, actual_text=text))


def _transposable(text: str) -> str | None:
    """Exchange the first two digits if they differ and none is a leading zero."""
    if len(text) > 1 and text[0].isdigit() and text[1].isdigit() and text[0] != text[1] and text[1] != "0":
        return f"{text[1]}{text[0]}{text[2:]}"
    return None


def decimal_moved(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """The point of the actual value moved by one place."""
    index = _pick(base, rng, lambda row: row.actual >= 10)  # has a digit to lose
    if index is None:
        return None
    row = base.rows[index]
    text = f"{decimals(row.actual / 10, row.shown + 1)}{row.unit}"
    return _with_row(base, index, attrs.evolve(row, actual_text=text))


def row_shifted(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """The actual value of the next row stands in this one."""
    options = [
        index
        for index, (row, after) in enumerate(zip(base.rows, base.rows[1:], strict=False))
        if row.unit == after.unit and row.actual_text != after.actual_text
    ]
    if not options:
        return None
    index = rng.choice(options)
    rows = list(base.rows)
    one, other = rows[index], rows[index + 1]
    rows[index] = attrs.evolve(one, actual_text=other.actual_text)
    rows[index + 1] = attrs.evolve(other, actual_text=one.actual_text)
    return attrs.evolve(base, rows=tuple(rows)), index + 1


def sum_not_updated(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """A line was given full marks after the total had been made."""
    index = _pick(base, rng, _missed)
    if index is None:
        return None
    changed, _ = _with_row(
        base, index, _claiming(base.rows[index], base.rows[index].weight, base.places), follows=False
    )
    return changed, None


def line_left_out(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """The total leaves a line out."""
    index = _pick(base, rng, lambda row: row.claim > 0)
    if index is None:
        return None
    return attrs.evolve(base, total=base.added - base.rows[index].claim), None


def line_counted_twice(base: Draft, rng: random.Random) -> tuple[Draft, int | None] | None:
    """The total counts a line twice."""
    index = _pick(base, rng, lambda row: row.claim > 0)
    if index is None:
        return None
    return attrs.evolve(base, total=base.added + base.rows[index].claim), None


INJECTIONS: dict[Slip, Injection] = {
    Slip.COLUMNS_SWAPPED: columns_swapped,
    Slip.DIRECTION_REVERSED: direction_reversed,
    Slip.UNIT_OF_TEN_THOUSAND: unit_of_ten_thousand,
    Slip.PERCENT_HUNDREDFOLD: percent_hundredfold,
    Slip.CAP_FORGOTTEN: cap_forgotten,
    Slip.RATE_ROUNDED_FIRST: rate_rounded_first,
    Slip.TRUNCATED: truncated,
    Slip.ALL_OR_NOTHING: all_or_nothing,
    Slip.FULL_MARKS: full_marks,
    Slip.WRONG_WEIGHT: wrong_weight,
    Slip.DIGITS_TRANSPOSED: digits_transposed,
    Slip.DECIMAL_MOVED: decimal_moved,
    Slip.ROW_SHIFTED: row_shifted,
    Slip.SUM_NOT_UPDATED: sum_not_updated,
    Slip.LINE_LEFT_OUT: line_left_out,
    Slip.LINE_COUNTED_TWICE: line_counted_twice,
}


def corpus(seed: int, each: int) -> Iterator[Case]:
    """Yield *each* clean tables, and as many of each kind of error, for 2, 1 and 0 decimals."""
    for places in (2, 1, 0):
        rng = random.Random(f"{seed}/{places}")  # noqa: S311  # reproducible, not secret
        for _ in range(each):
            yield Case(table=draft(rng, places).table(), places=places)
        for slip, injection in INJECTIONS.items():
            made = 0
            while made < each:
                base = draft(rng, places)
                injected = injection(base, rng)
                if injected is None:
                    continue
                made += 1
                changed, row = injected
                yield Case(
                    table=changed.table(),
                    places=places,
                    slip=slip,
                    row=row,
                    detectable=_is_detectable(changed, row),
                )


def _is_detectable(made: Draft, row: int | None) -> bool:
    if row is None:
        assert made.total is not None
        # A total without decimals may be the sum, rounded once more.
        shown = len(decimals(made.total, made.places).partition(".")[2])
        return made.total not in (made.added, half_up(made.added, shown))
    claims = [made.execution_score, *(item.claim for item in made.rows)]
    # What counts is how the table writes its scores: one that happens to print no decimals shows none.
    places = max(len(decimals(claim, made.places).partition(".")[2]) for claim in claims)
    return any(not _could_follow(item, places) for item in made.rows)


def _could_follow(row: Row, places: int) -> bool:
    """Whether the claim lies between the scores at the corners of the cells under any way of rounding."""
    ends = _corners(row)
    if ends is None:
        return False
    low, high = ends
    shares = [(low, high)]
    shares += [(half_up(low, digits), half_up(high, digits)) for digits in (4, 3, 2)]
    for least, most in shares:
        for score_places in {2, places}:
            for way in (half_up, cut):
                if way(least * row.weight, score_places) <= row.claim <= way(most * row.weight, score_places):
                    return True
    return False


def _corners(row: Row) -> tuple[Fraction, Fraction] | None:
    """Read the two cells afresh and return the least and the greatest share; None if units differ."""
    target, actual = (_read(text) for text in (row.target_text.lstrip("≥≤"), row.actual_text.lstrip("≥≤")))
    (wanted, _, unit), (reached, step, other) = target, actual
    if row.actual_text[0] in "≥≤":
        return (Fraction(0), Fraction(1)) if row.target_text[0].isdigit() else None
    if {unit, other} == {"元", "万元"}:
        factor = Fraction(10**4) if unit == "万元" else Fraction(1, 10**4)
        wanted *= factor
    elif unit != other:
        return None
    positive = not row.target_text.startswith("≤")
    shares = []
    for value in (max(Fraction(0), reached - step / 2), reached + step / 2):
        ratio = value / wanted
        shares.append(min(Fraction(1), ratio if positive else (1 / ratio if ratio else Fraction(1))))
    return min(shares), max(shares)


def _read(text: str) -> tuple[Fraction, Fraction, str]:
    digits = "".join(character for character in text if character.isdigit() or character == ".")
    unit = text[len(digits) :]
    places = len(digits.partition(".")[2])
    exact = unit in ("人", "家") and not places
    return Fraction(digits), Fraction(0) if exact else Fraction(1, 10**places), unit
