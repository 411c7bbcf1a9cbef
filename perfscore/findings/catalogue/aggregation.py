"""A: tables combined one level up, and what cannot be."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="A",
    zh="汇总",
    en="aggregation",
    kinds=(
        FindingKind(
            code="A001",
            slug="money-missing",
            severity=Severity.WARNING,
            zh="汇总所需资金缺失",
            en="Money missing",
            zh_message="该表没有可用于加权的资金额（{reason}）；凡须按资金加权的行，有此表数据的均不能汇总",
            en_message=(
                "the table has no money to weigh with ({reason}); lines that it feeds and that are averaged "
                "by money stay open"
            ),
        ),
        FindingKind(
            code="A002",
            slug="money-zero",
            severity=Severity.WARNING,
            zh="汇总所需资金为零",
            en="Money is zero",
            zh_message="“{project}”的资金额为零，其相对值和定性得分在加权平均中不起作用",
            en_message=(
                "the money of {project!r} is zero: its relative values and qualitative scores count nothing "
                "in the means"
            ),
        ),
        FindingKind(
            code="A003",
            slug="no-partner",
            severity=Severity.NOTE,
            zh="其他项目没有对应指标",
            en="No partner",
            zh_message="{count} 张表中，其他表没有与“{name}”对应的指标，汇总行即为该行",
            en_message=(
                "of {count} tables no other has a row that is matched with {name!r}; the line is this row "
                "alone"
            ),
        ),
        FindingKind(
            code="A004",
            slug="units-not-combinable",
            severity=Severity.WARNING,
            zh="单位不能换算",
            en="Units cannot be converted",
            zh_message="单位“{unit}”不能换算为“{table}”的单位“{other}”，该行未汇总",
            en_message=(
                "the unit {unit!r} cannot be converted to {other!r} of {table}; the line was not combined"
            ),
        ),
        FindingKind(
            code="A005",
            slug="kinds-not-combinable",
            severity=Severity.WARNING,
            zh="指标类型或方向不同",
            en="Kinds or directions differ",
            zh_message="该行为{kind}，“{table}”的对应行为{other}，不能汇总",
            en_message="this row is {kind}, its partner in {table} {other}; the line was not combined",
        ),
        FindingKind(
            code="A006",
            slug="value-missing",
            severity=Severity.WARNING,
            zh="汇总所需数值缺失",
            en="Value missing",
            zh_message="该行没有可用于汇总的数值（{reason}），汇总行待定",
            en_message="the row gives no value to combine ({reason}); the line stays open",
        ),
        FindingKind(
            code="A007",
            slug="no-rule-to-combine",
            severity=Severity.NOTE,
            zh="规则未规定如何汇总",
            en="No rule to combine by",
            zh_message="目标值“{target}”、实际值“{actual}”一类内容，规则未规定如何汇总，汇总行待定",
            en_message=(
                "target {target!r}, actual {actual!r}: the rules do not say how such values are combined; "
                "the line stays open"
            ),
        ),
        FindingKind(
            code="A008",
            slug="match-ambiguous",
            severity=Severity.WARNING,
            zh="同表同级同名，无法对应",
            en="Match ambiguous",
            zh_message="有表中同级指标“{name}”出现不止一次，无法确定对应哪一行；各行单独列出",
            en_message=(
                "a table has {name!r} more than once at one level: which row is meant is not known, and each "
                "stays a line of its own"
            ),
        ),
        FindingKind(
            code="A009",
            slug="line-weight-unknown",
            severity=Severity.NOTE,
            zh="汇总行分值不明",
            en="Weight of the line not known",
            zh_message="汇总行的分值不能确定（{reason}），该行未计分",
            en_message="the weight of the line is not known ({reason}); it was not scored",
        ),
        FindingKind(
            code="A010",
            slug="aggregate-mismatch",
            severity=Severity.ERROR,
            zh="与各项目汇总结果不符",
            en="Differs from the aggregate of the projects",
            zh_message=("印为 {claimed}，由各项目汇总应为 {computed}，{distance}"),
            en_message=("printed {claimed}, the projects give {computed}: {distance}"),
        ),
        FindingKind(
            code="A011",
            slug="project-cut-off",
            severity=Severity.WARNING,
            zh="汇总所用的表被截断",
            en="Project cut off",
            zh_message="原件将该表截断，可能缺少若干行；该表未列入的汇总行可能不完整",
            en_message=(
                "the document cuts the table off and rows may be missing: lines that it does not feed may "
                "lack its part"
            ),
        ),
    ),
)
