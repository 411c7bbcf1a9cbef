"""Rule files: what is unknown, missing or of the wrong kind is refused with file and key."""

from __future__ import annotations

import re
from fractions import Fraction
from importlib import resources

import pytest

from perfscore.errors import InputError, RuleSetError, UnknownRuleSetError
from perfscore.rules import _loading as loading
from perfscore.rules import available, load, loads

TEXT = (resources.files("perfscore.rules") / "data" / "mof-2020-10.toml").read_text(encoding="utf-8")


def _broken(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new, 1)


@pytest.mark.parametrize("rule_set_id", available())
def test_shipped_rule_sets_load_under_their_id(rule_set_id: str) -> None:
    """Every shipped file loads, and its id is its name."""
    assert load(rule_set_id).id == rule_set_id


def test_unknown_rule_sets() -> None:
    """An id that is not shipped is refused with those that are; it is never a path."""
    for rule_set_id in ("wuhan", "../wuhan-2023", ""):
        with pytest.raises(UnknownRuleSetError, match="wuhan-2023"):
            load(rule_set_id)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("total = 100", "total = 100\nbonus = 5", "bonus"),
        ("total = 100\n", "", "total"),
        ("total = 100", "total = true", "total"),
        ("total = 100", "total = nan", "total"),
        ("score_places = 2", 'score_places = "2"', "score_places"),
        ("score_places = 2", "score_places = true", "score_places"),
        ("valid_from = 2020-02-25", "valid_from = 2020-02-25T00:00:00", "valid_from"),
        ('rounding = "half-up"', 'rounding = "up"', "rounding"),
        ('certainty = "recalled"', 'certainty = "sure"', "certainty"),
        ('execution = "proportional"', 'execution = "magic"', "formulas.execution"),
        ('execution = "proportional"', 'execution = "proportional"\nbonus = "x"', "formulas.bonus"),
        ("[formulas]", "[formula]", "formulas"),
        ('result = "partly-reached"', 'result = "so-so"', "bands[1].result"),
        ("upper_closed = true", 'upper_closed = "yes"', "bands[0].upper_closed"),
        ("lower = 0.6\nupper = 0.8", "lower = 0.8\nupper = 0.6", "bands[1].upper"),
        ("[[bands]]", "[[bonds]]", "bonds"),
        ('grade = "good"', 'grade = "good"\ncolour = "blue"', "grades[1].colour"),
        ('source = "recalled; the bands', 'sauce = "recalled; the bands', "clauses[2].source"),
        ('late = "open"', 'late = "maybe"', "choices.late"),
        ('late = "open"', 'late = "open"\nearly = "open"', "choices.early"),
        ('late = "What', 'lates = "What', "choices.notes.late"),
        ("lower_is_better = [", "lower_is_better = [3, ", "negative_names.lower_is_better[0]"),
        ("[negative_names]", "[negative_names]\nother = 1", "negative_names.other"),
        ('zh = "超额完成', 'cn = "超额完成', "gaps[0].zh"),
    ],
)  # fmt: skip
def test_faults_name_file_and_key(old: str, new: str, place: str) -> None:
    """A fault of a rule file is an error whose place is the file and the key."""
    with pytest.raises(RuleSetError) as caught:
        loads(_broken(old, new), name="mine.toml")
    assert caught.value.place == f"mine.toml: {place}"


def test_what_is_no_list_of_tables() -> None:
    """A list of tables cannot be anything else."""
    text = "bands = 3\n" + TEXT.split("[[bands]]", 1)[0]
    with pytest.raises(RuleSetError, match="mine.toml: bands: found 3, expected a list of tables"):
        loads(text + "\n[choices]\n[choices.notes]\n", name="mine.toml")
    with pytest.raises(RuleSetError, match=r"bands\[0\]: found 3, expected a table"):
        loads(text.replace("bands = 3", "bands = [3]"), name="mine.toml")


def test_what_is_no_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not TOML, or endless, is refused by its name."""
    with pytest.raises(RuleSetError, match="mine.toml: found .* expected a TOML file"):
        loads("= = =", name="mine.toml")
    monkeypatch.setattr(loading, "MAX_TOML", 10)
    with pytest.raises(RuleSetError, match="at most 10 characters"):
        loads(TEXT, name="mine.toml")


@pytest.mark.parametrize(
    "value",
    ["9" * 5_000, "0x" + "f" * 5_000, "[" * 3_000 + "]" * 3_000, "1e999999999999999999999999", '"\ud800"'],
    ids=["long integer", "long hexadecimal integer", "nesting", "large exponent", "half a character"],
)
@pytest.mark.parametrize("key", ["total", "score_places", "title"])
def test_what_is_endless_is_refused(key: str, value: str) -> None:
    """Numbers and nesting without end, and half of a character, are refused like anything that is no TOML."""
    text = re.sub(rf"(?m)^{key} = .*$", lambda _: f"{key} = {value}", TEXT)
    with pytest.raises(RuleSetError, match=r"^mine\.toml") as caught:
        loads(text, name="mine.toml")
    str(caught.value).encode()


@pytest.mark.parametrize("value", ["1e999999999", "1e-999999999", "1e31", "1" + "0" * 31])
def test_numbers_that_no_rule_has_are_refused_before_they_take_all_memory(value: str) -> None:
    """A number of a rule has at most thirty digits."""
    text = re.sub(r"(?m)^total = .*$", lambda _: f"total = {value}", TEXT)
    with pytest.raises(RuleSetError, match="mine.toml: total: found .* at most 30 digits"):
        loads(text, name="mine.toml")


def test_what_is_no_text_is_refused() -> None:
    """Bytes are no text of a rule file, a number no name of one, and a list no id of one."""
    with pytest.raises(RuleSetError, match="mine.toml: found b'', expected text"):
        loads(b"", name="mine.toml")  # type: ignore[arg-type]
    with pytest.raises(InputError, match="name: found 3, expected text"):
        loads(TEXT, name=3)  # type: ignore[arg-type]
    with pytest.raises(UnknownRuleSetError):
        load(["wuhan-2023"])  # type: ignore[arg-type]


def test_bands_whose_lower_end_belongs_below() -> None:
    """Either end of a band may belong to it: 80 % to the middle one if the upper one begins above."""
    text = _broken("lower = 0.8\nupper = 1", "lower = 0.8\nlower_closed = false\nupper = 1")
    rules = loads(text.replace("upper = 0.8", "upper = 0.8\nupper_closed = true"))
    assert Fraction("0.8") in rules.bands[1].shares
    assert Fraction("0.8") not in rules.bands[0].shares


def test_a_fault_of_a_convention_names_its_place() -> None:
    """What the convention itself refuses is told with file, list and key."""
    with pytest.raises(RuleSetError) as caught:
        loads(_broken("rate_places = 1", "rate_places = -1"), name="mine.toml")
    assert caught.value.place == "mine.toml: conventions[4].rate_places"


def test_optional_parts() -> None:
    """Dates without an end, and rules without grades or gaps, are as good."""
    assert load("wuhan-2023").grades == ()
    assert load("wuhan-2023").gaps == ()
    bounded = loads(_broken("valid_from = 2020-02-25", "valid_from = 2020-02-25\nvalid_to = 2021-12-31"))
    assert (bounded.covers(2021), bounded.covers(2022)) == (True, False)
    assert "to 2021-12-31" in repr(bounded)
