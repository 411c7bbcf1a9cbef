"""Explanations: ordered by cost, worded by how far the first stands out."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

import perfscore as ps
from perfscore.checks.diagnosis import Change, Confidence, Diagnosed, Diagnosis, Explanation, Repair, Slip
from perfscore.findings import Column, Location
from perfscore.verdicts import Subject

PLACE = Location(table="T", row=1, name="数", column=Column.SCORE)
VERDICT = ps.Verdict(subject=Subject.LINE, kind=ps.VerdictKind.INCONSISTENT, location=PLACE, claimed="9")


def _explanation(slip: Slip, coincidence: str, favour: str = "1") -> Explanation:
    return Explanation(slip=slip, coincidence=Fraction(coincidence), favour=Fraction(favour))


@pytest.mark.parametrize(
    ("explanations", "confidence"),
    [
        ([], Confidence.UNDECIDED),
        # Odds 1: the alternative is a claim at random, which costs 1.
        ([_explanation(Slip.CAP_FORGOTTEN, "1/64")], Confidence.LIKELY),
        ([_explanation(Slip.CAP_FORGOTTEN, "1/63")], Confidence.POSSIBLE),
        ([_explanation(Slip.CAP_FORGOTTEN, "1/4")], Confidence.POSSIBLE),
        ([_explanation(Slip.CAP_FORGOTTEN, "1/3")], Confidence.UNDECIDED),
        # 1/1000 against 4/1000: just possible; against 3.9/1000 no longer.
        (
            [_explanation(Slip.CAP_FORGOTTEN, "1/1000"), _explanation(Slip.ALL_OR_NOTHING, "1/1000")],
            Confidence.POSSIBLE,
        ),
        (
            [
                _explanation(Slip.CAP_FORGOTTEN, "1/1000"),
                _explanation(Slip.CAP_FORGOTTEN, "1/1000", favour="39/10"),
            ],
            Confidence.UNDECIDED,
        ),
        # Cheap for its favour, but a kind that explains one claim in fifty is never likely.
        ([_explanation(Slip.CAP_FORGOTTEN, "1/50", favour="1/64")], Confidence.POSSIBLE),
    ],
)
def test_confidence(explanations: list[Explanation], confidence: Confidence) -> None:
    """The first stands out by a factor of 64 or 4 from the next, and from a claim at random."""
    assert Diagnosed(verdict=VERDICT, explanations=tuple(explanations)).confidence is confidence


def test_texts() -> None:
    """An explanation names its slip, what it changes and its coincidence, in either language."""
    change = Change(PLACE, "9", "90")
    explanation = Explanation(
        slip=Slip.DECIMAL_MOVED, changes=(change,), about="乙", coincidence=Fraction(1, 200)
    )
    assert explanation.text() == (
        "decimal point moved: 乙; T · 1 数 · score 9 → 90 (would explain 0.5% of random claims)"
    )
    assert explanation.text("zh") == "小数点错位：乙; T · 1 数 · 得分 9 → 90（随机得分中 0.5% 也能这样解释）"
    figure = Diagnosed(verdict=VERDICT, explanations=(explanation,))
    assert figure.text().splitlines()[0] == "T · 1 数 · score: possible"


def _diagnosis(*, repairs: int, complete: bool) -> Diagnosis:
    rules = ps.load_rules("wuhan-2023")
    return Diagnosis(
        verification=ps.verify(ps.SelfAssessment(table_id="T"), rules=rules),
        diagnosed=(Diagnosed(verdict=VERDICT, explanations=()),),
        repairs=(Repair((PLACE,)),) * repairs,
        complete=complete,
        tried=7,
    )


def test_the_text_of_a_diagnosis() -> None:
    """It has a line for each figure and repair, says how many it leaves out, and if the search was bounded."""
    lines = _diagnosis(repairs=14, complete=False).text().splitlines()
    assert lines[:2] == ["T · 1 数 · score: cannot be told", "smallest sets of cells to change:"]
    assert lines[2:14] == ["  T · 1 数 · score"] * 12
    assert lines[14:] == ["  … 2", "  (not all were looked for)"]
    assert _diagnosis(repairs=0, complete=True).text("zh") == "T · 1 数 · 得分: 无法判断原因"
    assert "…" not in _diagnosis(repairs=1, complete=True).text()


def test_records_are_plain() -> None:
    """Everything can be written as JSON."""
    explanation = Explanation(
        slip=Slip.DECIMAL_MOVED, changes=(Change(PLACE, "9", "90"),), coincidence=Fraction(1, 200)
    )
    figure = Diagnosed(verdict=VERDICT, explanations=(explanation,))
    record = json.loads(json.dumps(figure.to_record()))
    assert record["confidence"] == "possible"
    assert record["explanations"][0]["coincidence"] == "1/200"
    assert record["explanations"][0]["changes"][0]["instead"] == "90"
    data = _diagnosis(repairs=1, complete=True).to_dict()
    assert data["tried"] == 7
    assert data["repairs"] == [[PLACE.to_record()]]
