"""The lines of a table with their verdicts, from which verification and diagnosis both start."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import perfscore as ps
from perfscore.checks.diagnosis import diagnose
from perfscore.checks.table import judged_table, verified
from perfscore.findings import VerdictKind

if TYPE_CHECKING:
    import pytest

RULES = ps.load_rules("wuhan-2023")


def _table() -> ps.SelfAssessment:
    # 12 × 41/45 = 10.93; 8 is all that is left of the level's 20, and 8 × 90/90 = 8.
    rows = [
        ps.Indicator("甲", weight=12, target="45人", actual="41人", claimed="10.93"),
        ps.Indicator("乙", target="≥90%", actual="95%", claimed="7.00"),
    ]
    goal = ps.Goal(children=[ps.Level("产出指标", rows, weight=20)])
    execution = ps.BudgetExecution(weight=20, budget="100", executed="90", claimed="18.00")
    return ps.SelfAssessment(table_id="T", execution=execution, goals=[goal], total="35.93")


def test_lines_have_their_verdicts_and_the_card_its_inferred_weights() -> None:
    """Execution stands first; the weight that only the level tells is on the card, too."""
    judged = judged_table(_table(), RULES)
    assert [(item.line.score.location.row, item.verdict.kind) for item in judged.lines] == [
        (None, VerdictKind.CONSISTENT),
        (1, VerdictKind.CONSISTENT),
        (2, VerdictKind.INCONSISTENT),
    ]
    assert [line.weight for line in judged.context.card.lines] == [Fraction(12), Fraction(8)]
    assert judged.context.places == 2


def test_a_judged_table_is_verified_as_the_table_is() -> None:
    """Verification in two halves says what it says in one."""
    table = _table()
    assert verified(judged_table(table, RULES)).to_dict() == ps.verify(table, rules=RULES).to_dict()


def test_a_diagnosis_judges_each_line_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The diagnosis of a table verifies from the lines that it has judged."""
    seen = []
    table = _table()

    def counted(printed: ps.SelfAssessment, rules: ps.RuleSet) -> object:
        seen.append(printed)
        return judged_table(printed, rules)

    monkeypatch.setattr("perfscore.checks.diagnosis._diagnose.judged_table", counted)
    monkeypatch.setattr("perfscore.checks.table._verify.judged_table", counted)
    diagnose(table, rules=RULES)
    assert seen == [table]
