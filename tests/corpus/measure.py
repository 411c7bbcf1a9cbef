"""How well injected errors are found and explained: prints a table of the corpus.

Run ``python -m tests.corpus.measure [--each N] [--seed N]`` in the project's folder. For each kind of error and for 2, 1 and 0
decimals: how many tables, how many of the detectable errors were found, how often the first and the
first three explanations name the kind, and how many clean tables were accused. The exit status is 1 if
a clean table is accused or a detectable error is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict

import attrs

import perfscore as ps
from perfscore.checks.diagnosis import Diagnosed, Diagnosis, Slip, diagnose
from perfscore.findings import VerdictKind
from perfscore.verdicts import Subject
from tests.corpus.injected import Case, corpus

RULES = ps.load_rules("wuhan-2023")
# These are ways of rounding that a rule set lists: found means that the line is said to follow one.
_CONVENTIONS = {Slip.RATE_ROUNDED_FIRST: "rate", Slip.TRUNCATED: "trunc"}


@attrs.define
class Count:
    """What was counted of one kind."""

    tables: int = 0
    detectable: int = 0
    found: int = 0
    first: int = 0
    among_three: int = 0
    accused: int = 0


def detected(diagnosis: Diagnosis, case: Case) -> list[Diagnosed]:
    """Return the inconsistent figures that the error led to."""
    subject = Subject.TOTAL if case.row is None else Subject.LINE
    return [item for item in diagnosis.diagnosed if item.verdict.subject is subject]


def by_convention(diagnosis: Diagnosis, case: Case) -> str | None:
    """Return the convention that the touched line is said to follow; it is told, and no fault."""
    for verdict in diagnosis.verification.verdicts:
        if verdict.subject is Subject.LINE and verdict.location.row == case.row:
            return getattr(verdict.convention, "id", None)
    return None


def count(case: Case, counts: Count) -> None:
    """Diagnose one table and count."""
    diagnosis = diagnose(case.table, rules=RULES)
    counts.tables += 1
    if case.slip is None:
        counts.accused += not diagnosis.verification.is_consistent
        return
    convention = by_convention(diagnosis, case)
    if case.slip in _CONVENTIONS and convention is not None:
        counts.detectable += 1
        counts.found += 1
        counts.first += _CONVENTIONS[case.slip] in convention
        counts.among_three += _CONVENTIONS[case.slip] in convention
        return
    if not case.detectable:
        return
    counts.detectable += 1
    wrong = detected(diagnosis, case)
    if not wrong and not opened(diagnosis, case):
        return
    counts.found += 1
    named = [list(dict.fromkeys(item.slip for item in figure.explanations)) for figure in wrong]
    counts.first += any(case.slip in slips[:1] for slips in named)
    counts.among_three += any(case.slip in slips[:3] for slips in named)


def opened(diagnosis: Diagnosis, case: Case) -> bool:
    """Whether the line is told to be one that cannot be compared as it stands."""
    return any(
        verdict.kind is VerdictKind.OPEN and verdict.location.row == case.row
        for verdict in diagnosis.verification.verdicts
        if verdict.subject is Subject.LINE
    )


def measure(seed: int, each: int) -> dict[tuple[Slip | None, int], Count]:
    """Count the whole corpus by kind and decimals."""
    counts: dict[tuple[Slip | None, int], Count] = defaultdict(Count)
    for case in corpus(seed, each):
        count(case, counts[case.slip, case.places])
    return counts


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--each", type=int, default=100, help="tables of each kind and number of decimals")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts = measure(options.seed, options.each)
    print(
        f"{'kind':24} {'decimals':>8} {'tables':>7} {'detectable':>10} {'found':>6} {'top 1':>6} {'top 3':>6}"
    )
    for (slip, places), item in counts.items():
        if slip is None:
            print(f"{'clean':24} {places:8} {item.tables:7} {'accused':>10} {item.accused:6}")
            continue
        print(
            f"{slip.slug:24} {places:8} {item.tables:7} {item.detectable:10} {item.found:6} "
            f"{item.first:6} {item.among_three:6}"
        )
    injected = [item for (slip, _), item in counts.items() if slip is not None]
    totals = [
        sum(getattr(item, name) for item in injected)
        for name in ("detectable", "found", "first", "among_three")
    ]
    accused = sum(item.accused for item in counts.values())
    print(
        f"found {totals[1]} of {totals[0]}; first {totals[2]}, among three {totals[3]}; clean accused {accused}"
    )
    return int(accused > 0 or totals[1] < totals[0])


if __name__ == "__main__":
    sys.exit(main())
