"""The import columns, code lists and messages."""

from collections.abc import Mapping

from junheng.facts.codes import code_lists
from junheng.facts.contracts import Field, TableContract, contracts
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy import Text
from junheng.policy.messages import catalogue
from junheng.teachers import Column, Table
from junheng.teachers import tables as teacher_tables
from pages.markdown import code, page, section, table

LEVELS = {"school": "每校一行", "section": "每校每学段一行", "county": "每县一行"}
CATALOGUES = {
    "junheng.policy": Text("标准文件", "Files of a standard"),
    "junheng.facts": Text("上报与导入", "Reporting and import"),
    "junheng.seats": Text("学位规划", "Planning of seats"),
    "junheng.teachers": Text("教师", "Teachers"),
    "junheng.web.reporting": Text("网上填报", "Reporting on the site"),
    "junheng.web.review": Text("审核", "Review"),
}


def pages() -> Mapping[str, str]:
    return {
        "reference/columns.md": _columns(),
        "reference/codes.md": _codes(),
        "reference/messages.md": _messages(),
    }


def _columns() -> str:
    flat = [(code(one.id), one.title, one.type, one.unit, "是 yes" if one.required else None) for one in UNIT_COLUMNS]
    return page(
        "导入列 Import columns",
        "空白表示*未上报*，不等于 0。列名可写编号、中文或英文名称。\n\n"
        "Blank is *not reported*, never 0. A column may be headed by its id, its Chinese or its English title.",
        section(
            "评定平表 Flat table for `junheng evaluate` {#units}",
            "每校每学段一行，一贯制学校已拆分；可有其他列。 One row per school and section, already split.",
            table(("列 Column", "名称 Title", "类型 Type", "单位 Unit", "必填 Required"), flat),
        ),
        *(_contract(one) for one in contracts().values()),
        *(_of_teachers(one) for one in teacher_tables().values()),
    )


def _of_teachers(one: Table) -> str:
    """A table of the commands on teachers."""
    headers = ("列 Column", "名称 Title", "类型 Type", "单位 Unit", "范围 Limits", "必填 Required", "说明 Note")
    rows = [
        (
            code(f"{column.id}_…" if column.many else column.id),
            column.title,
            column.type,
            column.unit,
            _limits(column),
            "是 yes" if column.required else None,
            column.note,
        )
        for column in one.columns
    ]
    title = f"{one.title.zh} {one.title.en} {{#rotation-{one.id}}}"
    return section(title, f"教师各命令的 {code(one.file)}。 Of the commands on teachers.", table(headers, rows))


def _limits(column: Column) -> str | None:
    if column.low is None and column.high is None:
        return None
    return f"{'' if column.low is None else f'{column.low:g}'}—{'' if column.high is None else f'{column.high:g}'}"


def _contract(one: TableContract) -> str:
    headers = (
        "列 Column",
        "名称 Title",
        "类型 Type",
        "单位 Unit",
        "范围 Limits",
        "代码表 Codes",
        "表号 Form line",
        "必填 Required",
    )
    key = "、".join(code(name) for name in one.key)
    rows = [_field(field) for field in one.fields]
    return section(
        f"{one.title.zh} {one.title.en} {{#{one.id}}}",
        f"表 Table {code(one.id)}，{LEVELS[one.level]}，主键 key {key}",
        table(headers, rows),
    )


def _field(field: Field) -> tuple[object, ...]:
    unit = f"{field.unit}（填报用 reported in {field.reported_in}）" if field.reported_in else field.unit
    bounds = [f"{sign} {limit:g}" for sign, limit in (("≥", field.min), ("≤", field.max)) if limit is not None]
    limits = "，".join([*bounds, *([code(field.pattern)] if field.pattern else [])])
    lines = "，".join(f"{part} {line}".strip() for part, line in field.form_lines.items())
    codes = f"[{field.codes}](codes.md#{field.codes})" if field.codes else None
    return code(field.id), field.title, field.type, unit, limits, codes, lines, "是 yes" if field.required else None


def _codes() -> str:
    parts = []
    for one in code_lists().values():
        rows = [(code(id_), text, _attributes(one.attributes[id_])) for id_, text in one.codes.items()]
        body = table(("代码 Code", "名称 Title", "属性 Attributes"), rows)
        parts.append(section(f"{one.title.zh} {one.title.en} {{#{one.id}}}", one.cite, body))
    return page("代码表 Code lists", *parts)


def _attributes(attributes: Mapping[str, object]) -> str:
    return "，".join(f"{key} = {value}" for key, value in attributes.items())


def _messages() -> str:
    parts = []
    for package, title in CATALOGUES.items():
        rows = [(code(one.code), one.what, one.rule, one.fix) for one in catalogue(package).values()]
        headers = ("编号 Code", "问题 What", "规定 Rule", "处理 Remedy")
        parts.append(section(f"{title.zh} {title.en}", table(headers, rows)))
    return page(
        "提示信息 Messages",
        "每条提示都说明位置、问题、规定和处理办法；`{…}` 处填入实际内容。\n\n"
        "Every message names the place, what is wrong, the rule and the remedy.",
        *parts,
    )
