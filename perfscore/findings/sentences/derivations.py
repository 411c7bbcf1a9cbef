"""How a score came about: the derivation, why a line has full marks or none, results and directions."""

from __future__ import annotations

ROWS = (
    # Each key with its Chinese and its English sentence.
    (
        "derivation.band",
        "“{wording}”：{result}，{shares} × {weight} = {band}",
        "{wording!r}: {result}, {shares} × {weight} = {band}",
    ),
    (
        "derivation.bound",
        "实际值为界限“{actual}”：得分在 {band} 之内",
        "the actual value is the bound {actual!r}: the score lies in {band}",
    ),
    (
        "derivation.capped",
        "{formula} = {uncapped}，以{bound}为限 → {printed}",
        "{formula} = {uncapped}, limited to {bound} → {printed}",
    ),
    ("derivation.computed", "{formula} = {exact} → {printed}", "{formula} = {exact} → {printed}"),
    ("derivation.decided", "{band}，自评取 {claimed}", "{band}; the assessor took {claimed}"),
    ("derivation.exact", "{formula} = {printed}", "{formula} = {printed}"),
    ("derivation.full", "{why}，得满分 {printed}", "{why}: full weight {printed}"),
    ("derivation.none", "{why}，得 {printed} 分", "{why}: {printed}"),
    ("derivation.open", "未计分：{reason}", "not scored: {reason}"),
    ("direction.default", "未印符号，按正向处理", "no sign is printed: positive"),
    ("direction.setting", "指标自身的设定", "the indicator's own setting"),
    ("direction.sign", "目标值的符号“{sign}”", "the target's sign {sign}"),
    ("direction.term", "名称以“{term}”结尾，越低越好", "the name ends in {term}, lower is better"),
    ("result.or", "{one}或{other}", "{one} or {other}"),
    ("why.each-met", "{actual} 各部分均达到目标", "each part of {actual} meets its target"),
    ("why.equals", "{actual} 与目标相同", "{actual} equals the target"),
    ("why.in-range", "{actual} 在 {target} 之内", "{actual} lies within {target}"),
    ("why.in-time", "{actual} 不晚于 {target}", "{actual} is not later than {target}"),
    ("why.late", "{actual} 晚于 {target}", "{actual} is later than {target}"),
    ("why.nothing", "实际为零", "the actual value is zero"),
    ("why.zero-missed", "目标为零，实际为 {actual}", "zero wanted, {actual} reached"),
    ("why.zero-reached", "目标为零，实际为零", "zero wanted, zero reached"),
)
