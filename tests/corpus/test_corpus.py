"""The corpus of injected errors, a small part of it: found, explained, and nobody accused."""

from __future__ import annotations

import perfscore as ps
from tests.corpus.injected import INJECTIONS, corpus
from tests.corpus.measure import measure

EACH = 4


def test_the_corpus() -> None:
    """Every detectable error is found, most are explained, and no clean table is accused."""
    counts = measure(seed=7, each=EACH)
    assert {slip for slip, _ in counts} == {None, *INJECTIONS}
    assert {places for _, places in counts} == {2, 1, 0}
    clean = [item for (slip, _), item in counts.items() if slip is None]
    spoiled = [item for (slip, _), item in counts.items() if slip is not None]
    assert sum(item.accused for item in clean) == 0
    detectable = sum(item.detectable for item in spoiled)
    assert detectable > len(spoiled) * EACH // 2
    assert sum(item.found for item in spoiled) == detectable
    assert sum(item.first for item in spoiled) > detectable * 3 // 4
    assert sum(item.among_three for item in spoiled) > detectable * 17 // 20


def test_the_corpus_is_reproducible() -> None:
    """The same seed gives the same tables, another one others."""
    one, same, other = ([ps.to_json(case.table) for case in corpus(seed, 1)] for seed in (1, 1, 2))
    assert one == same
    assert one != other
