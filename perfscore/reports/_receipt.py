"""What a report rests on: enough to make it again, byte for byte."""

from __future__ import annotations

import datetime
import enum
import hashlib
import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from perfscore._version import VERSION
from perfscore.model import to_json
from perfscore.rules import Formula

if TYPE_CHECKING:
    from perfscore.model import Disclosure
    from perfscore.rules import RuleSet


@attrs.frozen(kw_only=True)
class Receipt:
    """What a report rests on.

    Parameters
    ----------
    engine, version
        The program and its version.
    rules
        The rule set's id.
    rules_sha256
        The hash of everything that the rule set says: a variant has another one.
    input_sha256
        The hash of the disclosure as JSON without indentation.
    options
        The options of the call, as names and values.

    Examples
    --------
    >>> import perfscore as ps
    >>> receipt = Receipt.of(ps.Disclosure(year=2023), rules=ps.load_rules("wuhan-2023"), options={})
    >>> receipt.engine, receipt.rules, len(receipt.input_sha256)
    ('perfscore', 'wuhan-2023', 64)
    >>> receipt.to_dict()["rules"]["id"]
    'wuhan-2023'
    """

    engine: str
    version: str
    rules: str
    rules_sha256: str
    input_sha256: str
    options: tuple[tuple[str, object], ...]

    @classmethod
    def of(cls, disclosure: Disclosure, *, rules: RuleSet, options: dict[str, object]) -> Receipt:
        """Make the receipt of a report."""
        return cls(
            engine="perfscore",
            version=VERSION,
            rules=rules.id,
            rules_sha256=_sha256(json.dumps(_plain(rules), ensure_ascii=False, sort_keys=True)),
            input_sha256=_sha256(to_json(disclosure, indent=None)),
            options=tuple((name, _fixed(value)) for name, value in options.items()),
        )

    def to_dict(self) -> dict[str, object]:
        """Return the receipt as plain data."""
        return {
            "engine": self.engine,
            "version": self.version,
            "rules": {"id": self.rules, "sha256": self.rules_sha256},
            "input": {"sha256": self.input_sha256},
            "options": {
                name: list(value) if isinstance(value, tuple) else value for name, value in self.options
            },
        }


def _fixed(value: object) -> object:
    """A receipt does not change, nor does what it holds."""
    return tuple(value) if isinstance(value, list) else value


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    """Return everything that a rule set says as data that JSON can hold."""
    if isinstance(value, Formula):
        # What it pays, not what it is called: a variant may keep the name.
        return {"quotient": _plain(value.quotient), "pieces": _plain(value.pieces)}
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, (Fraction, datetime.date)):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if attrs.has(type(value)):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    return value
