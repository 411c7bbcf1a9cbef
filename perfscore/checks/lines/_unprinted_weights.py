"""Weights that a table does not print, as far as its other figures fix them.

A level or a goal prints its weight, its lines print none. Each line's score and result admit some
weights; those of all lines must add to the printed one. What follows is said to be inferred.

Codes Q009, W004, W005.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from perfscore._text import decimal_text
from perfscore.checks.lines._possible_weights import Runs, WeightSums, joined, possible_weights
from perfscore.findings import Column, Location, Message, VerdictKind, finding
from perfscore.intervals import Interval, exact_sum, unit_of
from perfscore.model import Row
from perfscore.scoring import Method, places_of, points
from perfscore.verdicts import Admitted, Outcome, Subject, Verdict, distance, hold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from perfscore.checks._context import Context
    from perfscore.checks.lines._line import Line
    from perfscore.figures import Figure
    from perfscore.findings import Finding
    from perfscore.model import Section

_MOST_STEPS = 100_000
_MOST_LINES = 60


@attrs.frozen(kw_only=True)
class WeightGroup:
    """A printed weight and the parts below it, of which some print none.

    Parameters
    ----------
    location
        Where the printed weight stands.
    cell
        The printed weight.
    fixed
        The sum of the weights that are printed below it.
    rows
        The numbers of the rows that print no weight.
    """

    location: Location
    cell: Figure
    fixed: Fraction
    rows: tuple[int, ...]


@attrs.frozen(kw_only=True)
class Inferred:
    """What is known of the weight of a line that prints none.

    Parameters
    ----------
    weights
        The possible weights, in steps; empty where none explains the score.
    step
        One step, in points.
    consistent
        Whether the lines of its group have weights that add to the printed one.
    """

    weights: Runs
    step: Fraction
    consistent: bool = True

    @property
    def weight(self) -> Fraction | None:
        """The weight, if it is the only one that is possible."""
        if len(self.weights) == 1 and self.weights[0][0] == self.weights[0][1]:
            return self.weights[0][0] * self.step
        return None

    def samples(self, claim: Fraction | None) -> tuple[Fraction, ...]:
        """The ends of the runs of possible weights, and the weight that equals the claim, if it is one."""
        ends = {end * self.step for run in self.weights for end in run}
        if claim is not None and any(
            first * self.step <= claim <= last * self.step for first, last in self.weights
        ):
            ends.add(claim)
        return tuple(sorted(ends))


@attrs.frozen(kw_only=True)
class Inference:
    """The inferred weights by the number of the row, and what is said of them."""

    weights: Mapping[int, Inferred]
    outcomes: tuple[Outcome, ...]


def infer_weights(context: Context, lines: Mapping[int, Line]) -> Inference:
    """Infer the weights that *context* does not print.

    Parameters
    ----------
    context
        The table.
    lines
        Its indicator lines by the number of the row.
    """
    weights: dict[int, Inferred] = {}
    outcomes = []
    for group in _groups(context):
        members = {row: lines[row] for row in group.rows}
        if any(line.claim is None for line in members.values()):
            continue
        inferred, outcome = _of_group(group, members, context)
        weights.update(inferred)
        outcomes.append(outcome)
    unique = {
        row: found.weight for row, found in weights.items() if found.consistent and found.weight is not None
    }
    if unique:
        outcomes.append(_told(context, lines, unique))
    return Inference(weights=weights, outcomes=tuple(outcomes))


def _groups(context: Context) -> Iterator[WeightGroup]:
    """Yield the printed weights with lines below them that print none; what is cut off is left out."""
    for section in context.sections:
        cell = section.part.weight
        if cell is None or section.is_cut:
            continue
        atoms = list(_atoms(section))
        rows = tuple(atom for atom in atoms if isinstance(atom, int))
        known = [points(atom) for atom in atoms if not isinstance(atom, int)]
        if rows and points(cell) is not None and None not in known:
            yield WeightGroup(
                location=Location(table=context.table.name, labels=section.labels, column=Column.WEIGHT),
                cell=cell,
                fixed=exact_sum([weight for weight in known if weight is not None]),
                rows=rows,
            )


def _atoms(section: Section) -> Iterator[Figure | int]:
    """Yield what adds up to a weight: the printed weights nearest below, the numbers of rows without one."""
    for item in section.inside:
        if isinstance(item, Row):
            yield item.number if item.indicator.weight is None else item.indicator.weight
        elif item.part.weight is None:
            yield from _atoms(item)
        else:
            yield item.part.weight


def _of_group(
    group: WeightGroup, members: Mapping[int, Line], context: Context
) -> tuple[dict[int, Inferred], Outcome]:
    whole = points(group.cell)
    assert whole is not None  # a group has a readable weight
    places = max(context.places, places_of(group.cell))
    step = unit_of(places)
    most = (whole - group.fixed) / step
    if most.denominator != 1 or not 0 < most <= _MOST_STEPS or len(members) > _MOST_LINES:
        return {}, Outcome()
    wanted = int(most)
    if len(members) == 1:
        # One line alone has all that is left, whatever it claims.
        return {row: Inferred(weights=((wanted, wanted),), step=step) for row in members}, Outcome()
    sets = {row: possible_weights(line, places=places, most=wanted) for row, line in members.items()}
    contradictory = {row: Inferred(weights=runs, step=step, consistent=False) for row, runs in sets.items()}
    empty = [row for row, runs in sets.items() if not runs]
    if empty:
        found = tuple(_without_weight(members[row], whole - group.fixed) for row in empty)
        return contradictory, Outcome((), found)
    sums = WeightSums.of(tuple(sets.values()), most=2 * wanted)
    if wanted not in sums:
        return contradictory, _impossible(group, members, sums, wanted, step)
    inferred = {row: Inferred(weights=_kept(row, sets, wanted), step=step) for row in sets}
    return inferred, Outcome((_consistent(group, whole),))


def _kept(row: int, sets: Mapping[int, Runs], wanted: int) -> Runs:
    """Return the weights of *row* which the other lines can complete to the printed weight."""
    others = WeightSums.of(tuple(runs for other, runs in sets.items() if other != row), most=wanted)
    return joined(
        (steps, steps)
        for first, last in sets[row]
        for steps in range(first, last + 1)
        if wanted - steps in others
    )


def _without_weight(line: Line, most: Fraction) -> Finding:
    target, actual = line.score.cells
    message = Message.of(
        "Q009", target=target, actual=actual, claimed=line.claimed_text, most=decimal_text(most)
    )
    return finding(line.score.location, message, clause=line.score.clause)


def _impossible(
    group: WeightGroup, members: Mapping[int, Line], sums: WeightSums, wanted: int, step: Fraction
) -> Outcome:
    nearest = sums.nearest(wanted)
    assert nearest is not None  # no set is empty
    assert sums.least is not None
    assert sums.largest is not None
    low, high = (decimal_text(end * step) for end in (sums.least, sums.largest))
    missed = [_shown(line) for line in members.values() if _is_missed(line)]
    whole = wanted * step + group.fixed
    way = Admitted(
        claim=whole,
        values=(Interval.point(nearest * step + group.fixed),),
        stands_for=Interval.point(whole),
        places=places_of(group.cell),
        mode=None,
    )
    verdict = attrs.evolve(hold(_verdict(group), (way,)), claimed_set=None)
    message = Message.of(
        "W004",
        weight=group.cell.text,
        admitted=low if low == high else f"{low}–{high}",
        distance=distance(verdict, decimal_text),
        missed="、".join(missed) or "—",
    )
    return Outcome((verdict,), (finding(group.location, message, clause=""),))


def _is_missed(line: Line) -> bool:
    basis = line.score.basis
    share = basis.face_share
    return basis.method in (Method.RATIO, Method.FACT) and share is not None and share < 1


def _shown(line: Line) -> str:
    target, actual = line.score.cells
    return f"{line.score.location.name} ({actual} / {target}: {line.claimed_text})"


def _consistent(group: WeightGroup, whole: Fraction) -> Verdict:
    verdict = _verdict(group)
    return attrs.evolve(verdict, kind=VerdictKind.CONSISTENT, computed=Interval.point(whole))


def _verdict(group: WeightGroup) -> Verdict:
    return Verdict(
        subject=Subject.WEIGHTS,
        kind=VerdictKind.OPEN,
        location=group.location,
        claimed=group.cell.text,
        inferred=True,
    )


def _told(context: Context, lines: Mapping[int, Line], unique: Mapping[int, Fraction]) -> Outcome:
    shown = "、".join(
        f"{row} {lines[row].score.location.name} {decimal_text(weight)}" for row, weight in unique.items()
    )
    place = Location(table=context.table.name, column=Column.WEIGHT)
    message = Message.of("W005", count=len(unique), weights=shown)
    return Outcome((), (finding(place, message),))
