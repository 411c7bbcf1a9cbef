"""Mutated rule sets: refused with a place, or the same as the file that says the same.

Run ``python tests/fuzz/rule_sets.py``; ``--count 500`` for fewer of each kind, ``--seed`` for others. Half
of them are made by ``attrs.evolve``, half from the text of a mutated file. The exit status is 1 if one of
them raises anything but an error with a place, scores otherwise than its file, or takes long.
"""

from __future__ import annotations

import argparse
import datetime
import faulthandler
import random
import sys
import time
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

sys.path.insert(0, str(Path(__file__).parents[2]))

import perfscore as ps
from perfscore._text import decimal_text
from perfscore.errors import InputError, RuleSetError
from perfscore.intervals import Interval, Rounding
from perfscore.rules import FORMAT, FORMULAS, RuleSet, available, load, loads
from perfscore.terms import Grade, Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAME = "mine.toml"
SLOW = 5.0
"""Seconds that no rule set may take."""
HANG = 60
"""Seconds in one rule set after which the script ends and shows where it is."""
TABLE = ps.SelfAssessment(
    goals=[
        ps.Goal(
            children=[
                ps.Indicator("完成数", weight="10", target="≥45人", actual="41人", claimed="9.11"),
                ps.Indicator("失业率", weight="10", target="≤4.5%", actual="5%", claimed="9"),
                ps.Indicator("事故数", weight="5", target="0起", actual="0起", claimed="5"),
                ps.Indicator("保障能力", weight="15", target="提升", actual="提升", claimed="15"),
            ]
        )
    ],
    execution=ps.BudgetExecution(budget="100", executed="97.31", claimed="19.46"),
)
TEXTS = {
    name: (resources.files("perfscore.rules") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    for name in available()
}
HOSTILE: tuple[Any, ...] = (
    None, True, 0, 1, -1, 2, 10, 11, 10**6, 10**9, 10**5000, 0.5, float("nan"), float("inf"),
    Decimal("0.8"), Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 3), Fraction(-1), Fraction(100),
    Fraction(10**5000), Fraction(1, 10**5000), "", "half-up", "率", "open", "zero", "table", "rule", "\ud800", "a\0b",
    "primary", "recalled", "proportional", b"x", [], {}, (), ("率",), ("",), (("a", "b"),), (None,), ["率"],
    datetime.date(1, 1, 1), datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 1),  # noqa: DTZ001  # as a slip
    *Rounding, *Result, *Grade, *FORMULAS.values(), Interval.point(Fraction(1)), Interval.at_least(Fraction(0)),
    Interval(0.8, 1.0),  # type: ignore[arg-type]
    Interval(Fraction("0.8"), Fraction(1), lower_closed=False), object(), RuleSet,
)  # fmt: skip
LITERALS = (
    "true", "0", "-1", "2", "11", "1000000", "1e9", "1e999999999", "-1e-999999999", "1e99999999999999999999999",
    "nan", "inf", "9" * 5000, "0x10", "0.8", "0.1", "1.0", "100", '""', '"half-up"', '"half-even"', '"truncate"',
    '"open"', '"zero"', '"full"', '"table"', '"recalled"', '"primary"', '"gated"', '"linear-decline"', '"inverse"',
    "[]", "[[]]", "[" * 3000, "{}", "2020-02-30", "2024-02-29", "2024-02-29T10:00:00", "10:00:00", '"\\ud800"', "'",
)  # fmt: skip
KEYS = (
    "total",
    "rounding",
    "bonus",
    "lower_closed",
    "upper_closed",
    "rate_places",
    "printed_rate",
    "valid_to",
)


def as_toml(rules: RuleSet) -> str | None:
    """Return the file that says what a rule set says; None where none can.

    A file has the formulas that have a name, and numbers whose decimals end.

    Examples
    --------
    >>> loads(as_toml(load("wuhan-2023"))) == load("wuhan-2023")
    True
    """
    formulas = {name: getattr(rules, name) for name in ("execution", "positive", "negative")}
    numbers = [rules.total, rules.execution_weight, *(step.lowest for step in rules.grades)]
    for band in rules.bands:
        numbers += [end for end in (band.shares.lower, band.shares.upper) if end is not None]
    if any(FORMULAS.get(formula.id) != formula for formula in formulas.values()):
        return None
    if any("…" in decimal_text(number) for number in numbers):
        return None
    choices = attrs.asdict(rules.choices)
    notes = choices.pop("notes")
    lines = [
        *_pairs(
            format=FORMAT,
            **{name: getattr(rules, name) for name in ("id", "title", "number", "issuer", "certainty")},
            **{
                name: getattr(rules, name) for name in ("valid_from", "valid_to", "total", "execution_weight")
            },
            score_places=rules.score_places,
            rounding=rules.rounding,
        ),
        *(
            f"{name} = []"
            for name in ("bands", "grades", "clauses", "conventions", "gaps")
            if not getattr(rules, name)
        ),
        *_table("formulas", **{name: formula.id for name, formula in formulas.items()}),
        *_table("choices", **choices),
        *_table("choices.notes", **dict(notes)),
        *_table("negative_names", lower_is_better=list(rules.lower_is_better)),
        *_table("cited", **dict(rules.cited)),
    ]
    for band in rules.bands:
        ends = {f"{end}_closed": getattr(band.shares, f"{end}_closed") for end in ("lower", "upper")}
        lines += _table(
            "[bands]", result=band.result, lower=band.shares.lower, upper=band.shares.upper, **ends
        )
    for part in ("grades", "clauses", "conventions"):
        for item in getattr(rules, part):
            lines += _table(f"[{part}]", **attrs.asdict(item, recurse=False))
    for zh, en in rules.gaps:
        lines += _table("[gaps]", zh=zh, en=en)
    return "\n".join(lines) + "\n"


def _table(head: str, **values: Any) -> list[str]:
    return [f"[{head}]", *_pairs(**values)]


def _pairs(**values: Any) -> list[str]:
    return [f"{_literal(key)} = {_literal(value)}" for key, value in values.items() if value is not None]


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (Rounding, Result, Grade)):
        return _literal(value.value)
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, (int, datetime.date)):
        return str(value)
    signs = (f"\\u{ord(sign):04x}" if sign < " " or sign in '"\\\x7f' else sign for sign in value)
    return f'"{"".join(signs)}"'


def evolved(draw: random.Random) -> RuleSet:
    """Make a variant of a shipped rule set by ``attrs.evolve``, as a slip or an experiment would."""
    rules = load(draw.choice(available()))
    for _ in range(draw.choice((1, 1, 2, 3))):
        rules = _evolved(draw, rules)
    return rules


def _evolved(draw: random.Random, rules: RuleSet) -> RuleSet:
    part = draw.choice(("", "", "choices", "bands", "conventions", "grades", "clauses", "agreed"))
    if part == "agreed":
        # Another way to round, told in both places.
        mode = draw.choice(list(Rounding))
        first = attrs.evolve(rules.conventions[0], score_rounding=mode)
        return attrs.evolve(rules, rounding=mode, conventions=(first, *rules.conventions[1:]))
    if part == "choices":
        return attrs.evolve(rules, choices=_one_field(draw, rules.choices))
    items = getattr(rules, part) if part else ()
    if not items:
        variant: RuleSet = _one_field(draw, rules)
        return variant
    at = draw.randrange(len(items))
    changes: dict[str, Any] = {part: (*items[:at], _one_field(draw, items[at]), *items[at + 1 :])}
    return attrs.evolve(rules, **changes)


def _one_field(draw: random.Random, item: Any) -> Any:
    name = draw.choice([field.name for field in attrs.fields(type(item)) if field.init])
    value = getattr(item, name)
    return attrs.evolve(item, **{name: draw.choice((_near, _hostile))(draw, value)})


def _hostile(draw: random.Random, _: Any) -> Any:
    return draw.choice(HOSTILE)


def _near(draw: random.Random, value: Any) -> Any:
    """Return a value of the same type."""
    if isinstance(value, tuple):
        items = list(value)
        draw.choice((draw.shuffle, list.reverse, lambda some: some[:-1], lambda some: some.append(some[:1])))(
            items
        )
        return tuple(items[: draw.randint(0, len(items))]) if draw.random() < 0.3 else tuple(items)
    if isinstance(value, (Rounding, Result, Grade)):
        return draw.choice(list(type(value)))
    if isinstance(value, bool) or value is None:
        return draw.choice((True, False, 1, None))
    if isinstance(value, (int, Fraction)):
        return type(value)(value + draw.choice((-1, 1, 2, 9)))
    if isinstance(value, str):
        return draw.choice((f"{value}x", value[:-1], value.upper(), f'{value}"\n\\', "zero", "full", "table"))
    if isinstance(value, Interval):
        return attrs.evolve(value, lower=Fraction(draw.randint(0, 4), 10))
    if isinstance(value, datetime.date):
        return value + datetime.timedelta(days=draw.choice((-1000, 1, 1000)))
    return draw.choice(list(FORMULAS.values()))


def mutated(draw: random.Random) -> str:
    """Return the text of a shipped file with one to three slips."""
    text = TEXTS[draw.choice(sorted(TEXTS))]
    for _ in range(draw.choice((1, 1, 2, 3))):
        text = draw.choice((_lines, _lines, _value, _value, _value, _sign))(draw, text)
    return text


def _lines(draw: random.Random, text: str) -> str:
    lines = text.split("\n")
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    kind = draw.choice(("drop", "twice", "swap", "cut", "key"))
    if kind == "drop":
        del lines[one]
    elif kind == "twice":
        lines.insert(other, lines[one])
    elif kind == "swap":
        lines[one], lines[other] = lines[other], lines[one]
    elif kind == "cut":
        del lines[max(one, 20) :]
    else:
        lines.insert(one, f"{draw.choice(KEYS)} = {draw.choice(LITERALS)}")
    return "\n".join(lines)


def _value(draw: random.Random, text: str) -> str:
    lines = text.split("\n")
    at = draw.choice([index for index, line in enumerate(lines) if " = " in line])
    lines[at] = f"{lines[at].partition(' = ')[0]} = {draw.choice(LITERALS)}"
    return "\n".join(lines)


def _sign(draw: random.Random, text: str) -> str:
    at = draw.randrange(len(text))
    return text[:at] + draw.choice(('"', "[", "\n", "=", "\0", "\ud800", "9", "。", "")) + text[at + 1 :]


def outcome(make: Callable[[], Any], *, of_a_file: bool) -> str:
    """Return how a rule set comes out: ``refused``, ``same as its file``, ``no file says it``, or a fault."""
    try:
        rules: RuleSet = make()
    except InputError as error:
        placed = error.place.startswith(NAME) if of_a_file else bool(error.place)
        told = str(error)
        right = placed and isinstance(error, RuleSetError) >= of_a_file and len(told) < 1000
        return "refused" if right else f"FAULT: refused without a place: {told}"
    except Exception as error:  # noqa: BLE001  # any other is what is looked for
        return f"FAULT: {type(error).__name__}: {error}"
    text = as_toml(rules)
    if text is None:
        return "no file says it"
    try:
        again = loads(text)
    except InputError as error:
        return f"FAULT: its file is refused: {error}"
    if again != rules or attrs.evolve(rules) != rules:
        return "FAULT: its file says something else"
    if _scores(again) != _scores(rules):
        return "FAULT: its file scores otherwise"
    return "same as its file"


def _scores(rules: RuleSet) -> list[object]:
    card = ps.score(TABLE, rules=rules)
    return [card.total, card.grade, *(line.to_record() for line in card.lines)]


def outcomes(count: int, seed: int) -> Iterator[tuple[str, str, float]]:
    """Yield the kind of each case, how it comes out, and the seconds that it takes."""
    draw = random.Random(seed)  # a seed, no secret
    for _ in range(count):
        started = time.perf_counter()
        found = outcome(lambda: evolved(draw), of_a_file=False)
        yield "attrs.evolve", found, time.perf_counter() - started
    for _ in range(count):
        text = mutated(draw)
        started = time.perf_counter()
        found = outcome(lambda text=text: loads(text, name=NAME), of_a_file=True)  # type: ignore[misc]
        yield "files", found, time.perf_counter() - started


def main() -> int:
    """Print how many came out how, and the slowest."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2023)
    options = parser.parse_args()
    found: Counter[tuple[str, str]] = Counter()
    slowest = 0.0
    for kind, how, seconds in outcomes(options.count, options.seed):
        faulthandler.dump_traceback_later(HANG, exit=True)
        found[kind, how] += 1
        slowest = max(slowest, seconds)
    faulthandler.cancel_dump_traceback_later()
    for (kind, how), times in sorted(found.items()):
        print(f"{kind:14} {times:6} {how[:300]}")
    faults = sum(times for (_, how), times in found.items() if how.startswith("FAULT"))
    print(f"{sum(found.values())} rule sets, {faults} faults, the slowest in {slowest * 1000:.0f} ms")
    return int(faults > 0 or slowest > SLOW)


if __name__ == "__main__":
    sys.exit(main())
