"""Aggregate the nine projects of a department, Wuhan 2023, and hold its own table against them.

Run ``python examples/department.py``, with ``--zh`` in Chinese, with ``--json`` for everything as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import perfscore as ps
from perfscore.aggregation import Aggregate, Comparison, aggregate, compare

TABLES = Path(__file__).parent / "tables"

# Lines of the projects that the department names otherwise. Which rows mean the same is for a person to say.
SAME: dict[int | str, int | str] = {
    "全年城镇新增就业人数": "城镇新增就业人数",
    "扶持劳动者创业人数": "扶持创业人数",
    "建设大学生实习实训和就业见习基地数量": "建立大学生就业见习基地家数",
    "“春风行动”等招聘活动举办及时率": "春风行动招聘活动举办及时性",
    "全年社会保险扩面人次": "新增参保扩面征缴人次",
    "培育高级工及以上的高技能人才人数": "选拔培养高技能人才数量",
    "劳动人事争议仲裁结案率": "全市劳动人事争议仲裁结案率",
    "劳动人事争议调解成功率": "劳动人事争议调解成功率",
    "劳动保障监察举报投诉案件法定期限内结案率": "劳动监察投诉举报案件结案率",
}


def results(rules: ps.RuleSet) -> tuple[Aggregate, Comparison]:
    """Return the projects as one table, and the department's table held against it."""
    files = sorted(TABLES.glob("002-*.json"))
    department, *projects = (ps.from_json(file.read_text(encoding="utf-8")) for file in files)
    made = aggregate(projects, rules=rules, table_id="九个项目")
    return made, compare(made, department, rules=rules, rows=SAME)


def main(arguments: list[str]) -> None:
    """Print both results, or JSON on request."""
    # Chinese text needs UTF-8 also where the console has another encoding.
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    made, held = results(ps.load_rules("wuhan-2023"))
    if "--json" in arguments:
        print(json.dumps([made.to_dict(), held.to_dict()], ensure_ascii=False, indent=1))
        return
    language: ps.Language = "zh" if "--zh" in arguments else "en"
    print(made.text(language))
    print()
    for line in held.lines:
        if line.verdict.kind is not ps.VerdictKind.OPEN:
            print(line.text(language))
    opened = sum(line.verdict.kind is ps.VerdictKind.OPEN for line in held.lines)
    silent = (
        f"其余 {opened} 处各项目没有可对照的数"
        if language == "zh"
        else f"Of {opened} figures the projects say nothing"
    )
    print(f"{held!r}\n{silent}{'。' if language == 'zh' else '.'}")


if __name__ == "__main__":
    main(sys.argv[1:])
