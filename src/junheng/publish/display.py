"""How a value of a table reads: the same words and digits in every format."""

from typing import Any

from junheng.balance.model import STATE_TITLES, State
from junheng.policy.text import Language, Text
from junheng.publish.rounding import MISSING, shown
from junheng.publish.table import Column, Suppressed, Table

SYNTHETIC = Text("合成演示数据，不反映任何真实区县或学校", "Synthetic demonstration data; no real county or school")
"""The note every table and page of the demo city carries."""

CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32)))
"""Control characters that no office format holds."""

NOTES = Text("注", "Note")
SOURCE = Text("来源", "Source")
YES = Text("是", "Yes")
NO = Text("否", "No")


COUNTERS = frozenset({"人", "个", "所", "处", "份", "项", "条"})
"""Units that only count: English names the thing in the title and says the number alone."""
ENGLISH = {"米": "m", "公里": "km", "班": "classes", "万元": "10,000 yuan", "元": "yuan", "亿元": "100 million yuan"}
"""Chinese units whose English is a unit too."""


def cell_text(column: Column, value: Any, language: Language) -> str:
    """The value as a reader sees it: rounded by the column, thousands apart, ``—`` when not reported, ``*`` when
    suppressed."""
    if isinstance(value, Suppressed):
        return str(value.value)
    if value is None:
        return MISSING
    if column.numeric and column.decimals is not None:
        return shown(value, column.decimals, thousands=True)
    return plain_text(value, language)


def plain_text(value: Any, language: Language) -> str:
    """Words for a value that needs no rounding."""
    if isinstance(value, State):
        return STATE_TITLES[value].in_(language)
    if isinstance(value, Text):
        return value.in_(language).translate(CONTROL)
    if isinstance(value, bool):
        return (YES if value else NO).in_(language)
    return str(value).translate(CONTROL)


def heading(column: Column, language: Language) -> str:
    """The column's title with its unit, in the reader's language: ``生均用房面积（㎡/生）``, ``Mean way (m)``."""
    title = column.title.in_(language)
    if column.unit is None:
        return title
    if language == "zh":
        return f"{title}（{column.unit}）"
    unit = ENGLISH.get(column.unit, column.unit)
    return title if column.unit in COUNTERS or unit in title.lower().split() else f"{title} ({unit})"


def grid(table: Table, language: Language) -> list[list[str]]:
    """All rows as texts."""
    return [
        [cell_text(column, value, language) for column, value in zip(table.columns, row, strict=True)]
        for row in table.rows
    ]


def footnotes(table: Table, language: Language) -> list[str]:
    """The lines under a table: its notes, then its source."""
    lines = [f"{NOTES.in_(language)}：{note.in_(language)}" for note in table.notes]
    if table.source:
        lines.append(f"{SOURCE.in_(language)}：{table.source}")
    return lines if language == "zh" else [line.replace("：", ": ", 1) for line in lines]


def joined(texts: tuple[Text, ...] | list[Text]) -> Text | None:
    """Several texts as one, or None when there is none."""
    if not texts:
        return None
    return Text("；".join(text.zh for text in texts), "; ".join(text.en for text in texts))
