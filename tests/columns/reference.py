"""The exact path for one row of columns: what the kernel must agree with."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import numpy as np

import perfscore as ps
from perfscore.columns import KINDS, NO_SCORE, Printed, score_columns
from perfscore.rules import FORMULAS, Piece, Quotient
from tests.rules.formulas import FALLING_STEPS, STEPS, TURNING, between, formula

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from perfscore.intervals import Rounding
    from perfscore.rules import RuleSet

Cells = tuple[Printed, Printed, Printed]
"""Weight, target and actual value."""

WUHAN = ps.load_rules("wuhan-2023")


def rounding(mode: Rounding, rules: RuleSet = WUHAN) -> RuleSet:
    """Return the rules with another way to round, which the first convention shares."""
    rule, *others = rules.conventions
    return attrs.evolve(rules, rounding=mode, conventions=(attrs.evolve(rule, score_rounding=mode), *others))


_FINE = Fraction(1, 10**25 + 1)
FINE = formula(
    "fine",
    Quotient.ACTUAL_BY_TARGET,
    Piece(between("0", "1"), _FINE, 1 - 2 * _FINE),
    Piece(between("1", None), 1 - _FINE),
)
"""A formula whose terms 64 bits do not hold."""
SHAPES = tuple(
    attrs.evolve(WUHAN, positive=positive, negative=negative)
    for positive, negative in (
        (FORMULAS["gated"], FORMULAS["linear-decline"]),
        (STEPS, FALLING_STEPS),
        (TURNING, FORMULAS["inverse"]),
        (FINE, FORMULAS["linear-decline"]),
    )
)
"""Rules with formulas of every shape."""
DIRECTIONS = (ps.Direction.POSITIVE, ps.Direction.NEGATIVE, None)


def printed(units: int, places: int) -> str:
    """Write units of the last place as a table prints them.

    Examples
    --------
    >>> printed(-1950, 2), printed(5, 0)
    ('-19.50', '5')
    """
    digits = str(abs(units)).rjust(places + 1, "0")
    sign = "-" if units < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def cell(column: Printed, row: int) -> str | float:
    """Return what a row of a column prints; a float as itself."""
    value = column.values[row].item()
    return value if column.is_float else printed(value, column.places)


def table(cells: list[str | float | None], direction: int) -> ps.SelfAssessment:
    """Return a table of one row: weight, target, actual and claimed."""
    weight, target, actual, claimed = cells
    row = ps.Indicator(
        "完成数",
        weight=weight,
        target=target,
        actual=actual,
        claimed=claimed,
        direction=DIRECTIONS[direction],
    )
    return ps.SelfAssessment(goals=[ps.Goal(children=[row])])


def exact_units(
    columns: Sequence[Printed], directions: NDArray[np.int8], rows: list[int], rules: RuleSet
) -> list[int]:
    """Return the printed scores of some rows in units of the last place, from score()."""
    found = []
    for row in rows:
        cells = [cell(column, row) for column in columns]
        (line,) = ps.score(table([*cells, None], int(directions[row])), rules=rules).lines
        found.append(NO_SCORE if line.printed is None else int(line.printed * 10**rules.score_places))
    return found


def exact_kind(cells: list[str | float | None], direction: int, rules: RuleSet) -> tuple[int, int]:
    """Return the kind of verify()'s verdict on the claim of a single row, and the convention's position."""
    result = ps.verify(table(cells, direction), rules=rules)
    (verdict,) = [item for item in result.verdicts if item.line is not None]
    index = next((i for i, item in enumerate(rules.conventions) if item is verdict.convention), None)
    if index is None:
        explained = verdict.kind in {ps.VerdictKind.CONSISTENT, ps.VerdictKind.BY_ROUNDING}
        index = 0 if explained else -1
    return KINDS.index(verdict.kind), index


def random_rows(rows: int, seed: int) -> tuple[Cells, NDArray[np.int8]]:
    """Return ordinary rows: weights and rates of two places, most targets nearly met."""
    draw = np.random.default_rng(seed)
    weight = draw.integers(0, 2001, rows)
    target = draw.integers(1, 10**7, rows)
    actual = (target * draw.uniform(0.3, 1.2, rows)).astype(np.int64)
    columns = Printed(weight, 2), Printed(target, 2), Printed(actual, 2)
    return columns, draw.integers(0, 2, rows).astype(np.int8)


def adversarial(rows: int, seed: int) -> tuple[Cells, NDArray[np.int8]]:
    """Return rows made to fail: ties, one unit beside a tie, zero, huge and tiny figures, negative ones.

    The score is a tie where weight × lower = (2k + 1) × higher / 2: with higher = 2 × weight × m and
    lower = (2k + 1) × m it is, for every k below the weight.
    """
    draw = np.random.default_rng(seed)
    weight = draw.integers(1, 5001, rows)
    scale = 10 ** draw.integers(0, 8, rows)
    higher = 2 * weight * scale
    lower = (2 * draw.integers(0, weight) + 1) * scale + draw.choice([0, 0, 1, -1], rows)
    directions = draw.integers(0, 2, rows).astype(np.int8)
    target = np.where(directions == 0, higher, lower)
    actual = np.where(directions == 0, lower, higher)
    odd = draw.integers(0, 8, rows)
    target[odd == 0] = draw.choice([0, 1, 10**17, -1, 2**53 + 1], int((odd == 0).sum()))
    actual[odd == 1] = draw.choice([0, 1, 10**17, -1, 2**53 + 1], int((odd == 1).sum()))
    weight[odd == 2] = draw.choice([0, 1, 10**12, -1], int((odd == 2).sum()))
    return (Printed(weight, 2), Printed(target), Printed(actual)), directions


def claimed_rows(rows: int, seed: int, rules: RuleSet) -> tuple[list[Printed], NDArray[np.int8]]:
    """Return claims, weights, targets and actual values of random places; the claims on or beside the score."""
    draw = np.random.default_rng(seed)
    places = draw.integers(0, 4, 4)
    claim_at, weight_at, target_at, actual_at = (int(at) for at in places)
    weight = draw.choice([0, 1, 2, 3, 5, 7, 10, 20, -1], rows) * 10**weight_at
    weight += draw.integers(0, 2, rows) * draw.integers(0, 10**weight_at, rows)
    target = draw.integers(-1, 200, rows) * draw.choice([1, 1, 10**target_at], rows)
    reached = draw.choice([0, 0.3, 0.5, 0.9, 0.99, 0.995, 1, 1.01, 2], rows)
    actual = (target * reached * 10.0 ** (actual_at - target_at)).astype(np.int64)
    actual = np.maximum(actual + draw.integers(-2, 3, rows), -2)
    if seed % 3 == 2:  # products beyond 64 bits
        target, actual = target * 10**13, actual * 10**13
    directions = draw.integers(0, 2, rows).astype(np.int8)
    columns = Printed(weight, weight_at), Printed(target, target_at), Printed(actual, actual_at)
    scores = score_columns(*columns, directions, rules=rules)
    near = np.where(scores.scored, scores.units, 500) * 10.0 ** (claim_at - 2)
    claim = np.round(near + draw.choice([0, 0, 0, 1, -1, 2, -3, 10], rows)).astype(np.int64)
    whole = np.round(weight * 10.0 ** (claim_at - weight_at)).astype(np.int64)
    claim = np.where(draw.random(rows) < 0.1, whole, claim)
    return [Printed(claim, claim_at), *columns], directions
