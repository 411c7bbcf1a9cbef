"""A witness: values inside the printed cells that print exactly a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from fractions import Fraction


@attrs.frozen(kw_only=True, weakref_slot=False)
class Witness:
    """Values inside the printed cells that print exactly the claim.

    Parameters
    ----------
    target, actual
        A* and B*, in units of the target; None for a figure that has no such cells.
    share
        The share of the weight that they earn, rounded first where the convention says so.
    exact
        The score before it is printed.
    printed
        The claim.

    Examples
    --------
    2 × 41/45, from values inside the cells 45人 and 41人, prints 1.82:

    >>> from fractions import Fraction
    >>> witness = Witness(
    ...     target=Fraction(45), actual=Fraction(41), share=Fraction(41, 45),
    ...     exact=Fraction(82, 45), printed=Fraction("1.82"),
    ... )
    >>> witness.to_record()["exact"]
    '82/45'
    """

    target: Fraction | None = None
    actual: Fraction | None = None
    share: Fraction | None = None
    exact: Fraction
    printed: Fraction

    def to_record(self) -> dict[str, str | None]:
        """Return the values as exact text, fractions as ``82/45``."""
        return {
            field.name: None if (value := getattr(self, field.name)) is None else str(value)
            for field in attrs.fields(Witness)
        }
