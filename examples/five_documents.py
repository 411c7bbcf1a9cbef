"""Report on five public disclosures: tables, prose and target tables of four departments.

Run ``python examples/five_documents.py`` for a summary of each, with a document's number (``000`` to
``004``) for its whole report, with ``--zh`` in Chinese; with ``--json`` or ``--sarif`` for the report of
that document in either format.
"""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

import perfscore as ps
from perfscore.reports import Report, report

HERE = Path(__file__).parent
DOCUMENTS = ("000", "001", "002", "003", "004")
NAMES = {"002": ("武汉市人力资源和社会保障局", "2023")}
"""A document of which there are tables and nothing else."""


def disclosure(number: str) -> ps.Disclosure:
    """Return what is transcribed of a document: its tables, and what its prose states."""
    file = HERE / "disclosures" / f"{number}.json"
    if file.exists():
        told = ps.disclosure_from_json(file.read_text(encoding="utf-8"))
    else:
        department, year = NAMES[number]
        told = ps.Disclosure(department=department, year=year)
    files = sorted((HERE / "tables").glob(f"{number}-*.json"))
    tables = [ps.from_json(table.read_text(encoding="utf-8")) for table in files]
    return attrs.evolve(told, tables=tables)


def reports(numbers: tuple[str, ...]) -> list[Report]:
    """Report on the documents of these numbers."""
    rules = ps.load_rules("wuhan-2023")
    return [report(disclosure(number), rules=rules) for number in numbers]


def main(arguments: list[str]) -> None:
    """Print what was asked for."""
    # Chinese text needs UTF-8 also where the console has another encoding.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    language: ps.Language = "zh" if "--zh" in arguments else "en"
    chosen = tuple(number for number in DOCUMENTS if number in arguments)
    for result in reports(chosen or DOCUMENTS):
        if "--json" in arguments:
            print(result.to_json())
        elif "--sarif" in arguments:
            print(result.to_sarif(language=language))
        elif chosen:
            print(result.text(language))
        else:
            print(result)


if __name__ == "__main__":
    main(sys.argv[1:])
