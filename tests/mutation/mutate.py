"""Break the core on purpose, one place at a time, and see the tests go red.

Run ``python tests/mutation/mutate.py`` in a checkout with the group ``test`` installed; ``--every N`` tries
every Nth place only. Each mutant is one changed operator or constant of the modules below; it is killed if the
tests named beside its module fail. A survivor is a place to look: either a test is missing, or the change
changes nothing.
"""

from __future__ import annotations

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
TARGETS = {
    "intervals/_interval.py": ["tests/intervals"],
    "intervals/_rounding.py": ["tests/intervals"],
    "intervals/_printed.py": ["tests/intervals/test_printed.py"],
    "intervals/_union.py": ["tests/intervals/test_union.py"],
    "rules/_formula.py": ["tests/rules"],
    "rules/_pieces_and_caps.py": ["tests/rules"],
    "rules/_rate_rounding.py": ["tests/rules"],
    "rules/_checking.py": ["tests/rules"],
    "rules/_explaining.py": ["tests/rules", "tests/checks/lines"],
    "scoring/_score_and_share.py": ["tests/scoring"],
    "scoring/_derivation.py": ["tests/scoring", "tests/documents"],
    "scoring/_basis_of.py": ["tests/scoring", "tests/documents"],
    "scoring/_basis.py": ["tests/scoring", "tests/checks"],
    "scoring/_score.py": ["tests/scoring", "tests/documents"],
    "checks/lines/_explain.py": [
        "tests/checks",
        "tests/documents",
        "tests/properties/test_verification_laws.py",
    ],
    "checks/lines/_claimed_score.py": ["tests/checks", "tests/documents"],
    "checks/table/_totals.py": ["tests/checks", "tests/documents"],
    "checks/table/_weights.py": ["tests/checks", "tests/documents"],
    "checks/table/_execution.py": ["tests/checks"],
    "checks/lines/_possible_weights.py": [
        "tests/checks/lines/test_possible_weights.py",
        "tests/checks/lines/test_unprinted_weights.py",
        "tests/properties/test_inference_laws.py",
    ],
    "checks/lines/_unprinted_weights.py": [
        "tests/checks/lines/test_unprinted_weights.py",
        "tests/checks/lines/test_judge_lines.py",
        "tests/documents",
    ],
    "checks/lines/_judge_lines.py": [
        "tests/checks/lines/test_unprinted_weights.py",
        "tests/checks/lines/test_judge_lines.py",
        "tests/documents",
    ],
    "checks/table/_reasons.py": ["tests/checks/table/test_reasons.py"],
    "checks/table/_impossible_figures.py": ["tests/checks/table/test_impossible_figures.py"],
    "checks/table/_targets.py": ["tests/checks/table/test_targets.py"],
    "checks/table/_told_once.py": ["tests/checks/table/test_told_once.py"],
    "checks/table/_grade.py": ["tests/checks/table/test_grade.py"],
    "verdicts/_hold.py": ["tests/verdicts", "tests/checks"],
    "verdicts/_hold_sum.py": ["tests/verdicts", "tests/checks"],
    "verdicts/_printed_rates.py": [
        "tests/verdicts/test_printed_rates.py",
        "tests/checks/table/test_execution.py",
    ],
    "checks/disclosure/_statements.py": ["tests/checks/disclosure/test_statements.py"],
    "checks/disclosure/_narratives.py": ["tests/checks/disclosure/test_narratives.py"],
    "checks/disclosure/_target_tables.py": ["tests/checks/disclosure/test_target_tables.py"],
    "checks/disclosure/_stated_results.py": ["tests/checks/disclosure/test_stated_results.py"],
    "checks/diagnosis/_variants.py": ["tests/checks/diagnosis"],
    "checks/diagnosis/_hypotheses.py": ["tests/checks/diagnosis"],
    "checks/diagnosis/_of_lines.py": ["tests/checks/diagnosis"],
    "checks/diagnosis/_of_execution.py": ["tests/checks/diagnosis"],
    "checks/diagnosis/_of_sums.py": ["tests/checks/diagnosis"],
    "checks/diagnosis/_tree.py": ["tests/checks/diagnosis"],
    "checks/diagnosis/_repairs.py": ["tests/checks/diagnosis"],
    **{
        f"aggregation/{name}.py": ["tests/aggregation", "tests/documents/test_wuhan_2023_department.py"]
        for name in (
            "_aggregate",
            "_combining",
            "_compare",
            "_shares",
            "_printing",
            "_matching",
            "_mean",
            "_tables_in",
            "_rows",
            "_weights",
        )
    },
    "columns/_kernel.py": ["tests/columns/test_score.py", "tests/columns/test_fast.py"],
    "columns/_fallback.py": ["tests/columns/test_score.py", "tests/columns/test_verify.py"],
    "columns/_integers.py": ["tests/columns/test_integers.py", "tests/columns/test_score.py"],
    "columns/_claims.py": ["tests/columns/test_verify.py", "tests/frames/test_verify_cells.py"],
    "frames/_verify_cells.py": ["tests/frames/test_verify_cells.py", "tests/frames/test_frames.py"],
    "frames/_score_cells.py": [
        "tests/frames/test_score_cells.py",
        "tests/frames/test_frames.py",
        "tests/frames/test_verify_cells.py",
    ],
    "columns/_groups.py": ["tests/columns/test_groups.py"],
    "frames/_read_cells.py": ["tests/frames/test_read_cells.py", "tests/frames/test_score_cells.py"],
    "columns/_verify.py": ["tests/columns/test_verify.py"],
}
SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
}

SETTINGS = ("kw_only", "weakref_slot", "repr", "eq", "maxsize")


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Yield every node that can be changed, with the field to change.

    Assertions and the settings of attrs classes are left alone: they change nothing that is computed.
    """
    skipped = {
        id(node)
        for part in ast.walk(tree)
        if isinstance(part, ast.Assert) or (isinstance(part, ast.keyword) and part.arg in SETTINGS)
        for node in ast.walk(part)
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
            yield node, "ops"
        elif isinstance(node, (ast.BoolOp, ast.BinOp)) and type(node.op) in SWAPS and not _is_type(node):
            yield node, "op"
        elif isinstance(node, ast.Constant) and isinstance(node.value, (bool, int)):
            yield node, "value"


def _is_type(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def mutate(node: ast.AST, field: str) -> str:
    """Change *node* in place and return what was done to it."""
    before = ast.unparse(node)
    if field == "ops" and isinstance(node, ast.Compare):
        node.ops[0] = SWAPS[type(node.ops[0])]()  # type: ignore[call-overload]
    elif field == "op" and isinstance(node, (ast.BoolOp, ast.BinOp)):
        node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]
    elif isinstance(node, ast.Constant):
        node.value = (not node.value) if isinstance(node.value, bool) else int(str(node.value)) + 1
    return f"line {getattr(node, 'lineno', 0)}: {before}  ->  {ast.unparse(node)}"


def survives(checkout: Path, tests: list[str]) -> bool:
    """Whether the tests still pass in *checkout*."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, cwd=checkout, capture_output=True, check=False, timeout=120)  # noqa: S603  # our own words
    except subprocess.TimeoutExpired:
        # A change that runs forever does not go unnoticed.
        return False
    return done.returncode == 0


def main() -> None:
    """Try the mutants, print those that survive and a closing line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="try every Nth place only")
    parser.add_argument("modules", nargs="*", default=list(TARGETS), help="modules to change")
    arguments = parser.parse_args()
    tried = killed = 0
    with tempfile.TemporaryDirectory() as folder:
        checkout = Path(folder) / "checkout"
        for part in ("perfscore", "tests", "examples"):
            shutil.copytree(ROOT / part, checkout / part)
        shutil.copy(ROOT / "pyproject.toml", checkout)
        for module in arguments.modules:
            file = checkout / "perfscore" / module
            source = file.read_text(encoding="utf-8")
            for index in range(0, len(list(places(ast.parse(source)))), arguments.every):
                tree = ast.parse(source)
                what = mutate(*list(places(tree))[index])
                file.write_text(ast.unparse(tree), encoding="utf-8")
                tried += 1
                if survives(checkout, TARGETS[module]):
                    print(f"survived  {module}, {what}", flush=True)
                else:
                    killed += 1
            file.write_text(source, encoding="utf-8")
    print(f"{killed} of {tried} mutants killed")


if __name__ == "__main__":
    main()
