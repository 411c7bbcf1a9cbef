"""Recompute and verify the ten self-assessment tables of Wuhan's human-resources bureau, 2023.

Run ``python examples/ten_tables.py`` for a summary, with ``--zh`` in Chinese, with ``--json`` for
everything as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import perfscore as ps

TABLES = Path(__file__).parent / "tables"


def tables() -> list[ps.SelfAssessment]:
    """Return the ten tables as transcribed from the document."""
    files = sorted(TABLES.glob("002-*.json"))
    return [ps.from_json(file.read_text(encoding="utf-8")) for file in files]


def summary(results: list[ps.Verification], language: ps.Language) -> str:
    """Return a line for each table, then its findings."""
    lines = []
    for result in results:
        lines.append(result.summary(language))
        lines.extend(f"    {finding.text(language)}" for finding in result.findings)
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print the summary, or JSON on request."""
    # Chinese text needs UTF-8 also where the console has another encoding.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    rules = ps.load_rules("wuhan-2023")
    results = [ps.verify(table, rules=rules) for table in tables()]
    if "--json" in arguments:
        print(json.dumps([result.to_dict() for result in results], ensure_ascii=False, indent=1))
        return
    language: ps.Language = "zh" if "--zh" in arguments else "en"
    print(summary(results, language))
    found = sum(len(result.findings) for result in results)
    checked = sum(len(result.verdicts) for result in results)
    print(f"\n{len(results)} tables, {checked} verdicts, {found} findings under {rules.id}.")


if __name__ == "__main__":
    main(sys.argv[1:])
