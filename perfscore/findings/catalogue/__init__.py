"""The kinds of finding, one file for each family; a new kind is one more record in its family's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perfscore.findings._once import once
from perfscore.findings.catalogue import (
    aggregation,
    execution,
    figures,
    grades,
    prose,
    qualitative,
    quantitative,
    reading,
    reasons,
    rules,
    targets,
    totals,
    weights,
)
from perfscore.findings.catalogue._family import Family, catalogue_of

if TYPE_CHECKING:
    from perfscore.findings._kinds import FindingKind

FAMILIES: dict[str, Family] = once(
    (
        (file.FAMILY.letter, file.FAMILY)
        for file in (
            reading,
            weights,
            quantitative,
            qualitative,
            execution,
            totals,
            grades,
            figures,
            targets,
            reasons,
            prose,
            aggregation,
            rules,
        )
    ),
    what="letter",
)
"""Each family by the letter that its codes begin with."""

CATALOGUE: dict[str, FindingKind] = catalogue_of(FAMILIES.values())
"""Every kind of finding by its code."""

__all__ = ["CATALOGUE", "FAMILIES", "Family", "catalogue_of"]
