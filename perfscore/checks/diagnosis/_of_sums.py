"""The slips that would explain a subtotal or a total that is not the sum of its lines."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.checks.diagnosis._coincidence import Grid
from perfscore.checks.diagnosis._explanation import Change, Explanation
from perfscore.checks.diagnosis._slips import Slip
from perfscore.checks.diagnosis._variants import variants
from perfscore.figures import Role, parse_figure
from perfscore.findings import VerdictKind
from perfscore.intervals import exact_sum, rounded
from perfscore.scoring import points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from perfscore.checks.lines import JudgedLine
    from perfscore.figures import Figure
    from perfscore.model import Indicator
    from perfscore.verdicts import Verdict


@attrs.frozen(kw_only=True)
class BrokenSum:
    """A printed sum that is not the sum of its lines.

    Parameters
    ----------
    verdict
        The verdict on it.
    cell
        The printed sum.
    lines
        The lines that it should add up.
    """

    verdict: Verdict
    cell: Figure
    lines: Sequence[JudgedLine]


def explain_sum(broken: BrokenSum, *, places: int) -> tuple[Explanation, ...]:
    """Return the slips that would explain the sum, the likeliest first.

    Parameters
    ----------
    broken
        The sum.
    places
        Decimals that the table prints.
    """
    claim = points(broken.cell)
    claims = [item.line.claim for item in broken.lines]
    known = [value for value in claims if value is not None]
    assert claim is not None  # a sum is compared only if it and all of its lines are printed
    assert len(known) == len(claims)
    added = exact_sum(known)
    weights = [item.line.score.weight for item in broken.lines]
    most = exact_sum([weight for weight in weights if weight is not None]) or Fraction(100)
    grid = Grid(most, places)
    found: list[Explanation] = []
    for slip, options in (
        (Slip.SUM_NOT_UPDATED, list(_not_updated(broken, added, places))),
        (Slip.LINE_LEFT_OUT, [(added - value, item) for value, item in _nonzero(broken)]),
        (Slip.LINE_COUNTED_TWICE, [(added + value, item) for value, item in _nonzero(broken)]),
    ):
        coincidence = grid.share(len({value for value, _ in options}))
        fitting = [_called(item) for value, item in options if value == claim]
        if fitting:
            found.append(Explanation(slip=slip, about="、".join(fitting), coincidence=coincidence))
    found.extend(_of_cell(broken, added, grid))
    found.extend(_of_claims(broken, claim - added, grid))
    return tuple(sorted(found, key=lambda item: item.cost))


def _nonzero(broken: BrokenSum) -> Iterator[tuple[Fraction, JudgedLine]]:
    for item in broken.lines:
        if item.line.claim:
            yield item.line.claim, item


def _not_updated(broken: BrokenSum, added: Fraction, places: int) -> Iterator[tuple[Fraction, JudgedLine]]:
    """The sum was made with the score that the rule gives, and the line was changed afterwards."""
    for item in broken.lines:
        printed, claim = item.line.score.printed, item.line.claim
        if item.verdict.kind is VerdictKind.INCONSISTENT and printed is not None and claim is not None:
            for value in {printed, rounded(printed, places)}:
                yield added - claim + value, item


def _of_cell(broken: BrokenSum, added: Fraction, grid: Grid) -> Iterator[Explanation]:
    """The sum itself reads otherwise."""
    options = list(variants(broken.cell.text))
    for slip, text in options:
        if points(parse_figure(text, role=Role.SCORE)) == added:
            count = len({shown for kind, shown in options if kind is slip})
            change = Change(broken.verdict.location, broken.cell.text, text)
            yield Explanation(slip=slip, changes=(change,), coincidence=grid.share(count))


def _of_claims(broken: BrokenSum, missing: Fraction, grid: Grid) -> Iterator[Explanation]:
    """A line's score reads otherwise, and with it the line and the sum hold."""
    for item in broken.lines:
        indicator: Indicator = item.line.score.printed_in  # type: ignore[assignment]  # both have a claim
        claim, printed = item.line.claim, item.line.score.printed
        if indicator.claimed is None or claim is None or printed != claim + missing:
            continue
        options = list(variants(indicator.claimed.text))
        for slip, text in options:
            if points(parse_figure(text, role=Role.SCORE)) == printed:
                count = len(options) * len(broken.lines)
                change = Change(item.line.score.location, indicator.claimed.text, text)
                yield Explanation(slip=slip, changes=(change,), coincidence=grid.share(count))


def _called(item: JudgedLine) -> str:
    place = item.line.score.location
    name = place.name if place.row is None else f"{place.row} {place.name}"
    return f"{name} {decimal_text(item.line.claim or Fraction(0))}"
