"""B: budget execution, its rate, and where the money came from and went."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="B",
    zh="预算执行与资金",
    en="budget execution and money",
    kinds=(
        FindingKind(
            code="B001",
            slug="execution-score-mismatch",
            severity=Severity.ERROR,
            zh="预算执行得分与规则不符",
            en="Execution score does not follow from the rule",
            zh_message=("预算执行得分 {claimed}，按规则应为 {computed}（{derivation}），{distance}"),
            en_message=(
                "claimed {claimed} for budget execution, the rule gives {computed} ({derivation}): {distance}"
            ),
            of_swap=True,
        ),
        FindingKind(
            code="B002",
            slug="execution-rate-mismatch",
            severity=Severity.ERROR,
            zh="执行率与预算数、执行数不符",
            en="Execution rate differs from executed by budget",
            zh_message="执行率印为 {claimed}，执行数/预算数 = {computed}，{distance}",
            en_message=("the printed rate is {claimed}, executed by budget gives {computed}: {distance}"),
            of_swap=True,
        ),
        FindingKind(
            code="B003",
            slug="execution-rate-by-convention",
            severity=Severity.NOTE,
            zh="执行率按其他惯例成立",
            en="Execution rate holds under another convention",
            zh_message="执行率印为 {claimed}，执行数/预算数 = {computed}，按“{convention}”成立",
            en_message="the printed rate {claimed} is not {computed} rounded; it follows under: {convention}",
        ),
        FindingKind(
            code="B004",
            slug="executed-above-budget",
            severity=Severity.WARNING,
            zh="执行数超过预算数",
            en="Executed above the budget",
            zh_message="执行数 {executed} 超过预算数 {budget}，至少多出 {gap}",
            en_message="executed {executed} exceeds the budget {budget} by at least {gap}",
            of_swap=True,
        ),
        FindingKind(
            code="B005",
            slug="funds-do-not-add-up",
            severity=Severity.ERROR,
            zh="各资金来源合计不符",
            en="Sources of funds do not add up",
            zh_message="{column}印为 {claimed}，各资金来源合计 {computed}，{distance}",
            en_message=("the {column} is printed as {claimed}, its sources add to {computed}: {distance}"),
        ),
        FindingKind(
            code="B006",
            slug="budget-columns-swapped",
            severity=Severity.ERROR,
            zh="预算数与执行数填反",
            en="Budget and executed swapped",
            zh_message=(
                "预算数 {budget}、执行数 {executed} 与执行率 {rate} 矛盾，两者对调则相符；"
                "对调后预算执行得分为 {computed}，自评 {claimed}"
            ),
            en_message=(
                "budget {budget} and executed {executed} contradict the printed rate {rate}, which they give "
                "read the other way round; budget execution then scores {computed}, claimed {claimed}"
            ),
        ),
        FindingKind(
            code="B007",
            slug="nothing-spent",
            severity=Severity.WARNING,
            zh="资金分文未用而指标得分",
            en="Points without spending",
            zh_message="预算数 {budget}，执行数 {executed}，分文未用，各指标却得 {points} 分",
            en_message=(
                "budget {budget}, executed {executed}: nothing was spent, and the indicators claim {points} "
                "points"
            ),
        ),
        FindingKind(
            code="B008",
            slug="spending-does-not-add-up",
            severity=Severity.ERROR,
            zh="支出明细合计不符",
            en="Spending detail does not add up",
            zh_message="“{name}”印为 {claimed}，其明细合计 {computed}，{distance}",
            en_message="{name!r} is printed as {claimed}, its detail adds to {computed}: {distance}",
        ),
    ),
)
