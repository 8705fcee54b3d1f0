"""A page per indicator and item, and a page per standard with every parameter."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from junheng.policy import Indicator, Item, Parameter, SpecialCase, Standard, Text, load_standard, standards
from junheng.policy.articles import articles
from pages.formulas import linear, ratio
from pages.markdown import code, page, section, table, twice

SECTIONS = {"primary": Text("小学", "Primary"), "junior": Text("初中", "Junior secondary")}
DOMAINS = {
    "government": Text("政府保障程度", "Government support"),
    "quality": Text("教育质量", "Quality"),
    "social": Text("社会认可度", "Public recognition"),
    "veto": Text("一票否决", "Veto"),
}
LEVELS = {
    "county": Text("县", "County"),
    "school": Text("学校", "School"),
    "class": Text("班级", "Class"),
    "teacher": Text("教师", "Teacher"),
}
KINDS = {
    "computed": Text("按数据计算", "Computed from the facts"),
    "evidence": Text("由佐证材料认定", "Judged by evidence"),
    "mixed": Text("数据计算并由佐证认定", "Computed, and judged by evidence"),
}
CONFIDENCE = {
    "sourced": Text("有来源", "read in a source"),
    "high": Text("记忆，把握高", "remembered, high"),
    "medium": Text("记忆，把握中", "remembered, medium"),
    "low": Text("记忆，把握低", "remembered, low"),
    "unknown": Text("未知，留空", "not known, left empty"),
    "user": Text("用户填写", "set by the user"),
}
COMPARED = {"at_least": "≥", "at_most": "≤", "below": "<", "above": ">"}


def pages() -> Mapping[str, str]:
    made: dict[str, str] = {"reference/indicators/index.md": _index()}
    for id_ in standards():
        standard = load_standard(id_)
        made[f"reference/standards/{id_}.md"] = _standard(standard)
        made |= {f"reference/indicators/{one.id}.md": _indicator(one, standard) for one in standard.indicators}
        made |= {f"reference/indicators/{one.id}.md": _item(one, standard) for one in standard.items}
    made["reference/parameters.md"] = _unsure()
    return made


def values(parameter: Parameter) -> str:
    """Every value with the day it came in."""
    return "；".join(f"{shown(dated.value)}（{dated.since} 起）" for dated in parameter.values)


def shown(value: object) -> str:
    if value is None:
        return "**未知 unknown**"
    if isinstance(value, bool):
        return "是 yes" if value else "否 no"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _index() -> str:
    parts = []
    for id_ in standards():
        standard = load_standard(id_)
        rows: list[tuple[object, ...]] = [
            (f"[{one.id}]({one.id}.md)", one.title, one.unit) for one in standard.indicators
        ]
        rows += [(f"[{one.id}]({one.id}.md)", one.title, KINDS[one.kind]) for one in standard.items]
        link = f"[{standard.number}](../standards/{id_}.md)"
        parts.append(
            section(f"{standard.title}", link, table(("编号 Id", "名称 Title", "单位或方式 Unit or how"), rows))
        )
    return page("指标与条目 Indicators and items", *parts)


def _standard(standard: Standard) -> str:
    rule = standard.school_rule
    lines = [
        ("文号 Number", standard.number),
        ("施行 In force", standard.since),
        ("学段 Sections", "、".join(code(one) for one in standard.sections)),
        ("学校规则 School rule", f"{code(rule.min_met)}，{code(rule.floor)}" if rule else "无 none"),
        ("差异系数 Dispersion", _dispersion_rule(standard)),
        ("不计入 Left out", "、".join(code(one) for one in standard.excluded_types)),
    ]
    rows = [
        (code(one.id), one.title, values(one), one.unit, one.cite, CONFIDENCE[one.confidence], one.inert)
        for one in standard.parameters.values()
    ]
    headers = (
        "参数 Parameter",
        "名称 Title",
        "取值 Values",
        "单位 Unit",
        "依据 Cite",
        "把握 Confidence",
        "不参与计算 Inert",
    )
    return page(
        f"{standard.number} {standard.title}",
        f"*{standard.title.en}*",
        table(("项 Item", "内容 Content"), lines),
        section("参数 Parameters", table(headers, rows)),
    )


def _dispersion_rule(standard: Standard) -> str:
    rule = standard.county_rule
    tested = {"each": "逐项 each", "mean": "取平均 mean of all"}[rule.dispersion]
    weighted = {"weighted": "按学生数加权 weighted by pupils", "unweighted": "不加权 unweighted"}[rule.weighting]
    return f"{tested}；{weighted}；{'总体 population' if rule.form == 'population' else '样本 sample'}"


def _indicator(one: Indicator, standard: Standard) -> str:
    lines = [
        ("标准 Standard", f"[{standard.number}](../standards/{standard.id}.md)"),
        ("公式 Formula", _formula(one)),
        ("输入列 Columns", "、".join(code(name) for name in one.columns)),
        ("单位 Unit", one.unit),
        ("一贯制学校拆分 Split", "按学段权重拆分 by section weights" if one.split else "按学段实数，不拆分 not split"),
    ]
    return page(
        f"{one.id} {one.title}",
        f"*{one.title.en}*",
        table(("项 Item", "内容 Content"), lines),
        _thresholds(one, standard),
        _special(one, standard),
        _articles(one.id),
    )


def _formula(one: Indicator) -> str:
    per = "" if one.per == 1 else f"{one.per:g} × "
    return f"{per}{linear(one.numerator)} ÷ {linear(one.denominator)}"


def _thresholds(one: Indicator, standard: Standard) -> str:
    rows = []
    for part in standard.sections:
        for label, names in (("每校不低于 Each school", one.threshold), ("差异系数不高于 Dispersion", one.limit)):
            if part in names:
                parameter = standard.parameters[names[part]]
                rows.append(
                    (SECTIONS[part], label, values(parameter), parameter.cite, CONFIDENCE[parameter.confidence])
                )
    if not rows:
        return section(
            "阈值 Thresholds", "本指标没有学校标准，只计算差异系数。 No threshold; only its dispersion is measured."
        )
    headers = ("学段 Section", "要求 Test", "取值 Values", "依据 Cite", "把握 Confidence")
    return section("阈值 Thresholds", table(headers, rows))


def _special(one: Indicator, standard: Standard) -> str:
    cases = [case for case in standard.special_cases if case.indicator == one.id]
    rows = [
        (case.title, code(case.flag), _sizes(case, standard), linear(dict.fromkeys(case.adds, 1.0)), case.cite)
        for case in cases
    ]
    headers = ("情形 Case", "标记 Flag", "在校生 Pupils", "另计 Also counted", "依据 Cite")
    return section("特殊情形 Special cases", table(headers, rows)) if rows else ""


def _sizes(case: SpecialCase, standard: Standard) -> str:
    return "<br>".join(f"{COMPARED[how]} {values(standard.parameters[name])}" for how, name in case.pupils.items())


def _item(item: Item, standard: Standard) -> str:
    lines = [
        ("标准 Standard", f"[{standard.number}](../standards/{standard.id}.md) {item.cite}"),
        ("领域 Domain", DOMAINS[item.domain]),
        ("层级 Level", LEVELS[item.level]),
        ("方式 How", KINDS[item.kind]),
    ]
    evidence = (
        ""
        if item.kind == "computed"
        else section(
            "佐证 Evidence",
            "由认定人填写[佐证与认定](../columns.md#evidence)表：是否达标、认定人、日期和材料。没有记录时为未评定。\n\n"
            "The evidence table holds the conclusion, who judged, when and on which document; without it: not judged.",
        )
    )
    return page(
        f"{item.id} {item.title}",
        f"*{item.title.en}*",
        table(("项 Item", "内容 Content"), lines),
        _ratios(item, standard),
        _uses(item, standard),
        evidence,
        twice(item.note) if item.note else "",
        _articles(item.id),
    )


def _ratios(item: Item, standard: Standard) -> str:
    rows = [
        (
            one.title,
            ratio(one),
            f"{COMPARED[one.comparison]} {values(standard.parameters[one.parameter])}",
            one.unit,
            CONFIDENCE[standard.parameters[one.parameter].confidence],
        )
        for one in item.ratios
    ]
    headers = ("比率 Ratio", "公式 Formula", "要求 Test", "单位 Unit", "把握 Confidence")
    return section("计算 Calculation", table(headers, rows)) if rows else ""


def _uses(item: Item, standard: Standard) -> str:
    used = [standard.parameters[name] for name in (item.uses or {}).values()]
    rows = [(code(one.id), one.title, values(one), one.unit, one.cite, CONFIDENCE[one.confidence]) for one in used]
    headers = ("参数 Parameter", "名称 Title", "取值 Values", "单位 Unit", "依据 Cite", "把握 Confidence")
    return section("参数 Parameters", table(headers, rows)) if rows else ""


def _articles(id_: str) -> str:
    links = [f"- [{row.title}](../../articles/{row.id}.md)" for row in articles() if id_ in row.related]
    return section("相关条款 Articles", "\n".join(links)) if links else ""


def _uncertain() -> Iterator[tuple[Standard, Parameter]]:
    for id_ in standards():
        standard = load_standard(id_)
        yield from ((standard, one) for one in standard.parameters.values() if one.confidence != "sourced")


def _unsure() -> str:
    rows = [
        (
            f"[{standard.id}](standards/{standard.id}.md)",
            code(one.id),
            one.title,
            values(one),
            CONFIDENCE[one.confidence],
            one.cite,
        )
        for standard, one in sorted(_uncertain(), key=lambda pair: list(CONFIDENCE)[::-1].index(pair[1].confidence))
    ]
    headers = ("标准 Standard", "参数 Parameter", "名称 Title", "取值 Values", "把握 Confidence", "依据 Cite")
    return page(
        "待核参数 Parameters to be checked",
        "以下参数不是从正式文本读到的。补填办法见[填写未知参数](../how-to/fill-a-parameter.md)；"
        "没有找到的材料见[未找到清单](not-found.md)。\n\n"
        "These parameters were not read in an official text.",
        table(headers, rows),
    )
