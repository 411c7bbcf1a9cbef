"""L: scores of judged indicators, held against their bands."""

from __future__ import annotations

from perfscore.findings._kinds import FindingKind, Severity
from perfscore.findings.catalogue._family import Family

FAMILY = Family(
    letter="L",
    zh="定性得分",
    en="qualitative scores",
    kinds=(
        FindingKind(
            code="L001",
            slug="score-outside-band",
            severity=Severity.ERROR,
            zh="得分超出档次区间",
            en="Score outside its band",
            zh_message=("实际完成值“{actual}”属“{result}”，得分应在 {band} 之内，自评 {claimed}，{distance}"),
            en_message=(
                "the actual value {actual!r} states {result}: the score lies in {band}; claimed {claimed}, "
                "{distance}"
            ),
        ),
        FindingKind(
            code="L002",
            slug="score-on-band-edge",
            severity=Severity.WARNING,
            zh="得分落在档次分界上",
            en="Score on the edge of its band",
            zh_message=(
                "实际完成值“{actual}”属“{result}”，区间为 {band}，自评 {claimed} 恰为上一档的下限；"
                "仅当该档可得此分时成立"
            ),
            en_message=(
                "the actual value {actual!r} states {result}, {band}; claimed {claimed} is the edge that "
                "belongs to the band above: it holds only if this band may have it too"
            ),
        ),
        FindingKind(
            code="L003",
            slug="result-not-recognised",
            severity=Severity.NOTE,
            zh="完成情况用语无法归档",
            en="Result not recognised",
            zh_message=(
                "目标“{target}”、实际“{actual}”不能归入达成、部分达成、未达成三档，未核对得分 {claimed}"
            ),
            en_message=(
                "target {target!r}, actual {actual!r}: neither reached, partly reached nor not reached can "
                "be told; the claimed {claimed} was not checked"
            ),
        ),
    ),
)
