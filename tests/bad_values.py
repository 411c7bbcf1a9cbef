"""Values of every kind that no call should fall over."""

from __future__ import annotations

from typing import Any

import numpy as np

import perfscore as ps

_ROW = ps.Indicator("津贴发放人数", weight=20, target="45人", actual="41人", claimed="18.22")
_TABLE = ps.SelfAssessment(table_id="T", goals=[ps.Goal(children=[_ROW])])


def _nested(depth: int) -> list[Any]:
    inner: list[Any] = []
    for _ in range(depth):
        inner = [inner]
    return inner


BAD: dict[str, Any] = {
    "None": None,
    "true": True,
    "empty text": "",
    "text": "x",
    "rule set by name": "wuhan-2023",
    "bytes": b"x",
    "zero": 0,
    "negative": -1,
    "float": 1.5,
    "negative zero": -0.0,
    "nan": float("nan"),
    "infinity": float("inf"),
    "long integer": 10**5000,
    "negative long integer": -(10**5000),
    "list": [],
    "tuple of None": (None,),
    "list of long integers": [10**5000],
    "dictionary": {},
    "dictionary of a long integer": {"T": 10**5000},
    "dictionary by None": {None: None},
    "dictionary by a long integer": {10**5000: 1},
    "set": {1},
    "object": object(),
    "list of objects": [object()],
    "class": int,
    "function": lambda: None,
    "nested list": _nested(1_100),
    "long text": "9" * 200_001,
    "lone surrogate": "\ud800",
    "list of lone surrogates": ["\ud800"],
    "dictionary by a lone surrogate": {"\ud800": "\ud800"},
    "array": np.array([1.5, np.inf]),
    "array of two dimensions": np.zeros((2, 2)),
    "table": _TABLE,
    "disclosure": ps.Disclosure(tables=[_TABLE]),
    "indicator": _ROW,
    "rules": ps.load_rules("wuhan-2023"),
}
