"""Problems of the caller's table, found in a few passes and reported together."""

from typing import Any

import narwhals as nw

from junheng.balance.columns import CODES, section_codes, title_of
from junheng.balance.inputs import InputFault
from junheng.balance.kinds import YEAR, Frame, Kind
from junheng.policy.standard import Standard
from junheng.policy.text import Text

SHOWN = 5
"""How many offending rows a message names."""

YEARS = range(1000, 10_000)
"""Years of four digits."""

COUNT = Text("人数、面积和金额都是不小于零的有限数", "counts, areas and amounts are finite and not negative")


def number_faults(frame: Frame, names: list[str]) -> tuple[list[InputFault], list[str]]:
    """Columns that hold text where numbers belong; and the columns that are numbers and can be checked further.

    A text column without any text (all blank) is a column of numbers nobody reported.
    """
    schema = frame.collect_schema()
    texts = [name for name in names if not schema[name].is_numeric() and schema[name] != nw.Unknown]
    if not texts:
        return [], names
    held = frame.select(*(nw.col(name).count() for name in texts)).collect(backend="polars").to_native().row(0)
    full = [name for name, count in zip(texts, held, strict=True) if count]
    faults = [_text_fault(frame, name) for name in full]
    return faults, [name for name in names if name not in full]


def value_faults(frame: Frame, names: list[str], kept: list[str]) -> list[InputFault]:
    """Negative and infinite numbers column by column, and blank codes and years."""
    keys = [name for name in (*CODES, YEAR) if name in kept and (name != YEAR or name in names)]
    parts = {
        **{f"least {name}": nw.col(name).min() for name in names},
        **{f"most {name}": nw.col(name).max() for name in names},
        **{f"blank {name}": _blank(name).cast(nw.Int64).sum() for name in keys},
    }
    if not parts:
        return []
    seen = frame.select(**parts).collect(backend="polars").to_native().row(0, named=True)
    wrong = [
        _range_fault(frame, name)
        for name in names
        if name != YEAR
        and seen[f"least {name}"] is not None
        and (seen[f"least {name}"] < 0 or seen[f"most {name}"] == float("inf"))
    ]
    if YEAR in names and seen[f"least {YEAR}"] is not None:
        wrong += _year_faults(seen[f"least {YEAR}"], seen[f"most {YEAR}"])
    return wrong + [_blank_fault(name, count) for name in keys if (count := seen[f"blank {name}"])]


def _year_faults(least: int, most: int) -> list[InputFault]:
    wrong = [str(year) for year in dict.fromkeys((least, most)) if year not in YEARS]
    if not wrong:
        return []
    title = title_of(YEAR)
    return [
        InputFault(
            "not_a_year",
            Text(f"列 {YEAR}（{title.zh}）", f"column {YEAR} ({title.en})"),
            Text(f"{'、'.join(wrong)} 不是年份", f"{', '.join(wrong)} is no year"),
            Text("学年写开始的年份，如 2023", "a school year is the year it begins in, such as 2023"),
            Text("请改成四位年份", "write a year of four digits"),
        )
    ]


def _blank(name: str) -> nw.Expr:
    missing = nw.col(name).is_null()
    return missing if name == YEAR else missing | (nw.col(name) == "").fill_null(value=False)


def sections_of(frame: Frame, kept: list[str]) -> list[str]:
    """The sections of the table, as written."""
    if "section" not in kept:
        return []
    seen = frame.select("section").unique().collect(backend="polars").to_native()["section"]
    return sorted(one for one in seen.to_list() if one)


def section_faults(seen: list[str], standard: Standard) -> list[InputFault]:
    return [_section_fault(one) for one in seen if one not in section_codes() and one not in standard.sections]


def duplicates(frame: Frame, kept: list[str], kind: Kind) -> list[InputFault]:
    """The same school section twice in a year."""
    keys = [name for name in ("school_code", "section", YEAR) if name in kept]
    if not {"school_code", "section"} <= set(keys) or kind.unrepeated(frame, keys):
        return []
    counted = frame.select(*keys).group_by(*keys).agg(nw.len().alias("rows")).filter(nw.col("rows") > 1)
    found = counted.collect(backend="polars").to_native().sort(keys)
    if found.is_empty():
        return []
    listed = "; ".join(" ".join(str(part) for part in row[:-1]) for row in found.head(SHOWN).iter_rows())
    return [
        InputFault(
            "duplicate_school",
            Text(f"学校、学段、学年 {listed}", f"school, section, year {listed}"),
            Text(f"{found.height} 个学校学段出现多行", f"{found.height} school sections have several rows"),
            Text("每校每学段每学年一行", "one row per school, section and year"),
            Text(
                "请删除重复行，或改正学校代码、学段、学年",
                "delete the repeated rows or correct the code, section or year",
            ),
        )
    ]


def _examples(frame: Frame, test: nw.Expr, name: str) -> tuple[str, int]:
    """The first offending schools with their values, and how many rows offend."""
    shown = ["school_code", name] if "school_code" in frame.collect_schema().names() else [name]
    rows: Any = frame.filter(test).select(*shown).collect(backend="polars").to_native()
    return "; ".join(" ".join(str(part) for part in row) for row in rows.head(SHOWN).iter_rows()), rows.height


def _text_fault(frame: Frame, name: str) -> InputFault:
    examples, count = _examples(frame, ~nw.col(name).is_null(), name)
    title = title_of(name)
    return InputFault(
        "text_in_number",
        Text(f"列 {name}（{title.zh}），如 {examples}", f"column {name} ({title.en}), such as {examples}"),
        Text(f"数字列里有 {count} 个单元格是文本", f"{count} cells of a number column hold text"),
        Text("数字列只放数字，没有数就留空", "a number column holds numbers, and blanks where nothing was reported"),
        Text("请改成数字；未上报、不适用的留空", "turn them into numbers; leave what was not reported blank"),
    )


def _range_fault(frame: Frame, name: str) -> InputFault:
    test = (nw.col(name) < 0) | (nw.col(name) == float("inf"))
    examples, count = _examples(frame, test, name)
    title = title_of(name)
    return InputFault(
        "negative_number",
        Text(f"列 {name}（{title.zh}），如 {examples}", f"column {name} ({title.en}), such as {examples}"),
        Text(f"{count} 个数为负或无穷大", f"{count} numbers are negative or infinite"),
        COUNT,
        Text("请核对原表后改正；不知道的留空", "correct them from the source; leave what is not known blank"),
    )


def _blank_fault(name: str, count: int) -> InputFault:
    title = title_of(name)
    return InputFault(
        "blank_key",
        Text(f"列 {name}（{title.zh}）", f"column {name} ({title.en})"),
        Text(f"{count} 行没有填", f"{count} rows are blank"),
        Text(
            "每行都要有学校、区县、学段（有学年列的还要有学年）",
            "every row names its school, county, section and, if given, year",
        ),
        Text("请补填", "fill them in"),
    )


def _section_fault(name: str) -> InputFault:
    return InputFault(
        "unknown_section",
        Text("列 section（学段）", "column section"),
        Text(f"不认识的学段「{name}」", f'section "{name}" is not known'),
        Text("学段为 primary（小学）、junior（初中）或 senior（高中）", "a section is primary, junior or senior"),
        Text(
            "请改成其中之一；一贯制学校按学段分行填写", "use one of these; give a combined school one row per section"
        ),
    )
