"""The sheets that explain: how to fill in, how the indicators are computed, which cases are special."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from junheng.facts.contracts import contracts
from junheng.facts.templates.book import Book, put
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy import Rules, load_standard, statistics_day, year_label
from junheng.policy.standard import Indicator, Linear, Ratio, Standard

STANDARD = "jiaodu-2017-6"
_SIGNS = {"at_least": "≥", "at_most": "≤", "below": "<", "above": ">"}
_SECTIONS = {"primary": "小学", "junior": "初中"}


def write_guide(book: Book, title: str, *, synthetic: bool, example: Sequence[tuple[str, str]] = ()) -> None:
    """The sheet 说明."""
    sheet = book.sheet("说明")
    sheet.set_column(0, 0, 110)
    put(sheet, 0, 0, title, book.heading)
    for row, line in enumerate(_guide(book, synthetic=synthetic), 2):
        put(sheet, row, 0, line, book.prose)
    for row, (name, text) in enumerate(example, 17):
        put(sheet, row, 0, f"填写示例　{name}：{text}", book.prose)
    sheet.protect()


def _guide(book: Book, *, synthetic: bool) -> tuple[str, ...]:
    year = book.identity.year
    return (
        f"学年：{year_label(year)}（学年初在籍在校数）。模板类型 {book.identity.kind}，版本 {book.identity.version}。",
        "数据性质：合成数据，仅用于演示，与真实学校无关。" if synthetic else "数据性质：真实上报数据，由填报单位负责。",
        "一、只在白色单元格填写；表头已锁定，列可以隐藏或调整宽度，请勿改动列名。黄底红字并带 * 的为必填。",
        "二、留空表示“未填报”，系统判为“无法评判”，不会当作0。确实为零请填 0。",
        "三、不适用的项目请填 /，例如小学没有“本届毕业学生人数”。",
        "　　学校没有的学段，该学段各列填 / 或留空；学校有的学段，必须填写该学段的在校学生人数。",
        "四、单位写在表头〔〕内；金额按表头单位填写（万元的填万元），不要写单位文字。",
        "五、下拉列表请从中选择；学校标识码10位、区划代码6位，按文本填写，不要省略前面的0。",
        "六、括号内（小学）（初中）（高中）为分学段数；（全校）仅在确实无法分学段时填写，此时部分指标无法按学段评判。",
        "七、填完直接上传本文件。系统会给出回执，指出每一处问题所在的单元格、规则和改法。",
        "How to fill in: type in white cells only; keep the headers; columns marked * are required.",
        "A section the school does not have: leave its columns empty or write /. Pupils are required of each it has.",
        "Empty means not reported and is never taken for zero; / means not applicable; units stand in the header.",
    )


def write_formulas(book: Book, level: Literal["school", "county"]) -> None:
    """The sheet 指标计算说明, made from the standard."""
    standard = load_standard(STANDARD)
    rules = standard.rules(statistics_day(book.identity.year))
    rows = _indicator_rows(standard, rules) if level == "school" else []
    rows += [_ratio_row(ratio, rules) for item in standard.items for ratio in item.ratios if _fits(ratio, level)]
    sheet = book.sheet("指标计算说明")
    for column, (header, width) in enumerate((("指标名称", 50), ("计算公式", 70), ("达标标准", 28))):
        put(sheet, 0, column, header, book.header)
        sheet.set_column(column, column, width)
    for row, cells in enumerate(rows, 1):
        for column, text in enumerate(cells):
            put(sheet, row, column, text, book.fixed)
    sheet.freeze_panes(1, 0)
    sheet.protect()


def write_special_cases(book: Book) -> None:
    """The sheet 特殊情况说明, made from the standard's splitting weights and special cases."""
    standard = load_standard(STANDARD)
    rules = standard.rules(statistics_day(book.identity.year))
    sheet = book.sheet("特殊情况说明")
    sheet.set_column(0, 0, 110)
    put(sheet, 0, 0, "特殊情况处理说明", book.heading)
    lines = [
        "有多个学段的学校，教学及辅助用房、体育运动场馆、教学仪器设备、网络多媒体教室按学生数加权拆分到各学段：",
        *(_split_line(sections, weights, rules) for sections, weights in standard.split.items()),
        *(f"{case.title.zh}（{case.cite}）。" for case in standard.special_cases),
        *_relief_lines(standard, rules),
    ]
    for row, line in enumerate(lines, 2):
        put(sheet, row, 0, line, book.prose)
    sheet.protect()


def write_evidence_list(book: Book) -> None:
    """The sheet 需上传材料说明: the items that are judged by evidence."""
    sheet = book.sheet("需上传材料说明")
    for column, (header, width) in enumerate((("指标编号", 10), ("指标内容", 80), ("依据", 24))):
        put(sheet, 0, column, header, book.header)
        sheet.set_column(column, column, width)
    items = [item for item in load_standard(STANDARD).items if item.kind != "computed"]
    for row, item in enumerate(items, 1):
        for column, text in enumerate((item.id, item.title.zh, item.cite)):
            put(sheet, row, column, text, book.fixed)
    sheet.protect()


def _indicator_rows(standard: Standard, rules: Rules) -> list[tuple[str, str, str]]:
    return [(one.title.zh, _formula(one), _thresholds(one, rules)) for one in standard.indicators]


def _formula(indicator: Indicator) -> str:
    quotient = f"（{_sum(indicator.numerator)}）÷{_sum(indicator.denominator)}"
    return quotient if indicator.per == 1 else f"{quotient}×{indicator.per:g}"


def _thresholds(indicator: Indicator, rules: Rules) -> str:
    sign = "≥" if indicator.better == "higher" else "≤"
    return "\n".join(
        f"{_SECTIONS.get(section, section)}{sign}{_shown(rules, name)}{indicator.unit}"
        for section, name in indicator.threshold.items()
    )


def _shown(rules: Rules, name: str) -> str:
    number = rules.number(name)
    return "（待定）" if number is None else f"{number:g}"


_TITLES: Mapping[str, str] = {column.id: column.title.zh for column in UNIT_COLUMNS}


def _sum(linear: Linear) -> str:
    text = ""
    for name, factor in linear.items():
        text += ("－" if factor < 0 else "＋" if text else "") + _title_of(name)
    return text


def _title_of(name: str) -> str:
    if name in _TITLES:
        return _TITLES[name]
    return next((one.title.zh for table in contracts().values() for one in table.fields if one.id == name), name)


def _ratio_row(ratio: Ratio, rules: Rules) -> tuple[str, str, str]:
    formula = _sum(ratio.numerator)
    if ratio.denominator:
        formula = f"（{formula}）÷（{_sum(ratio.denominator)}）" + ("×100%" if ratio.unit == "%" else "")
    return ratio.title.zh, formula, f"{_SIGNS[ratio.comparison]}{_shown(rules, ratio.parameter)}{ratio.unit}"


def _fits(ratio: Ratio, level: str) -> bool:
    return (ratio.table == "counties") == (level == "county")


def _split_line(sections: str, weights: Mapping[str, str], rules: Rules) -> str:
    names = {"primary": "小学生", "junior": "初中生", "senior": "高中生"}
    members = sections.split("+")
    shares = "：".join(_shown(rules, weights[one]) for one in members)
    return f"　{'：'.join(names[one] for one in members)}＝{shares}"


def _relief_lines(standard: Standard, rules: Rules) -> Iterable[str]:
    for item in standard.items:
        for name in (item.uses or {}).values():
            parameter = standard.parameters[name]
            if parameter.cite.startswith("规程") and parameter.unit not in {"是/否", "日期"}:
                yield f"{item.cite}：{parameter.title.zh} {_shown(rules, name)}{parameter.unit}（{parameter.cite}）。"
