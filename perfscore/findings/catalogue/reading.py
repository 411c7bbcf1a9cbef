"""R: what is printed and can be read, and what is not."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="R",
    zh="读取与印刷精度",
    en="reading and printed precision",
    kinds=(
        FindingKind(
            code="R001",
            slug="unreadable-figure",
            severity=Severity.WARNING,
            zh="数字无法识别",
            en="Unreadable figure",
            zh_message="应为数字的单元格写作“{text}”，无法识别，凡用到它的核对均未进行",
            en_message="the cell should hold a number and says {text!r}; nothing that needs it was checked",
        ),
        FindingKind(
            code="R002",
            slug="precision-assumed",
            severity=Severity.NOTE,
            zh="精度系推定",
            en="Precision assumed",
            zh_message="数值 {text} 以浮点数给出，其小数位数系推定，相关结论以此为前提",
            en_message=(
                "the figure {text} came as a float; its places are assumed, and what rests on it with them"
            ),
            cause="",
        ),
        FindingKind(
            code="R003",
            slug="not-printed",
            severity=Severity.NOTE,
            zh="未印出，未核对",
            en="Not printed, not checked",
            zh_message="表中未印出{what}，无法核对",
            en_message="the table does not print the {what}; this was not checked",
            cause="what",
        ),
        FindingKind(
            code="R004",
            slug="table-cut-off",
            severity=Severity.NOTE,
            zh="表格被截断",
            en="Table cut off",
            zh_message="原件将此表截断，已印出 {rows} 行；其后内容及总分未核对",
            en_message=(
                "the document cuts the table off after row {rows}; what follows, and the total, were not "
                "checked"
            ),
        ),
        FindingKind(
            code="R005",
            slug="cell-illegible",
            severity=Severity.NOTE,
            zh="单元格无法辨认",
            en="Cell illegible",
            zh_message="单元格“{text}”在原件中无法辨认，凡用到它的核对均未进行",
            en_message="the cell {text!r} is illegible in the document; nothing that needs it was checked",
        ),
        FindingKind(
            code="R006",
            slug="table-not-given",
            severity=Severity.NOTE,
            zh="所指的表未给出",
            en="Table not given",
            zh_message="文字所指的表“{table}”不在所给材料之中，未核对",
            en_message="the table {table!r} that the prose speaks of was not given; this was not checked",
        ),
    ),
)
