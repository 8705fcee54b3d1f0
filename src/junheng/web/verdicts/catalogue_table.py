"""The catalogue of disclosure as a table: the columns of the local catalogues, and where each line stands."""

from collections.abc import Sequence
from typing import Any

from junheng.policy.text import Text
from junheng.policy.years import year_label
from junheng.publish import Column, Table
from junheng.web.verdicts.clock import Line

TERM = Text("形成或变更之日起20个工作日内", "Within 20 workdays of making or change")
LASTING = Text("长期公开", "Always public")
ESTIMATE = Text(
    "标“约”的应公开日期经过工作日历尚未公布的年份，仅按周末估算。",
    "A due day marked “about” runs through a year whose work calendar is not issued; it is estimated by weekends.",
)
EMPTY = Text(
    "公开主体、公开层级由发布机关填写，未填写的留空。",
    "Publishing body and level are for the city to fill in; empty where it has not.",
)
COLUMNS = (
    Column("no", Text("序号", "No."), "number", decimals=0),
    Column("first", Text("一级事项", "First-level item")),
    Column("second", Text("二级事项", "Second-level item")),
    Column("year", Text("学年", "School year")),
    Column("status", Text("情况", "Status")),
    Column("formed", Text("形成（变更）日期", "Made or changed"), "code"),
    Column("due", Text("应公开日期", "Due")),
    Column("published", Text("公开日期", "Published"), "code"),
    Column("content", Text("公开内容（要素）", "Content")),
    Column("basis", Text("公开依据", "Basis")),
    Column("term", Text("公开时限", "Term")),
    Column("body", Text("公开主体", "Publishing body")),
    Column("channel", Text("公开渠道和载体", "Channel")),
    Column("audience", Text("公开对象", "Audience")),
    Column("way", Text("公开方式", "Way")),
    Column("level", Text("公开层级", "Level")),
)


def catalogue_table(lines: Sequence[Line]) -> Table:
    estimated = any(one.due is not None and one.due.estimated for one in lines)
    rows = tuple(_row(at, one) for at, one in enumerate(lines, 1))
    return Table(
        id="catalogue",
        title=Text("主动公开事项目录", "Catalogue of proactive disclosure"),
        columns=COLUMNS,
        rows=rows,
        notes=(EMPTY, *((ESTIMATE,) if estimated else ())),
    )


def _row(at: int, one: Line) -> tuple[Any, ...]:
    entry = one.entry
    year = Text(year_label(one.year), f"{one.year}–{(one.year + 1) % 100:02d}") if one.year else None
    return (
        at,
        entry.first,
        entry.second,
        year,
        one.title,
        one.formed.isoformat() if one.formed else None,
        due_words(one),
        one.published.isoformat() if one.published else None,
        entry.content,
        entry.basis,
        LASTING if entry.formed == "lasting" else TERM,
        entry.body,
        entry.channel,
        entry.audience,
        entry.way,
        entry.level,
    )


def due_words(one: Line) -> Text | None:
    """The due day; an estimate says that it is one."""
    if one.due is None:
        return None
    day = one.due.day.isoformat()
    return Text(f"约 {day}", f"about {day}") if one.due.estimated else Text(day, day)
