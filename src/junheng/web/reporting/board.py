"""The response board as a table: exactly what is seen, for the page and its files."""

from collections.abc import Iterable, Mapping

from django.utils import timezone

from junheng.policy import year_label
from junheng.policy.text import Text
from junheng.publish import SYNTHETIC, About, Column, Table
from junheng.web.accounts.models import Organisation
from junheng.web.reporting.models import Round, State, Submission

STATES: Mapping[str, Text] = {
    State.MISSING: Text("未报", "Missing"),
    State.DRAFT: Text("草稿", "Draft"),
    State.RETURNED: Text("已退回", "Returned"),
    State.SUBMITTED: Text("待审核", "Submitted"),
    State.APPROVED: Text("区县已审核", "Approved"),
    State.LOCKED: Text("市级已锁定", "Locked"),
}
"""States in the order of urgency for whoever waits for reports."""

COLUMNS = (
    Column("county", Text("区县", "County")),
    Column("code", Text("代码", "Code"), "code"),
    Column("name", Text("单位", "Organisation")),
    Column("state", Text("状态", "State")),
    Column("version", Text("版本", "Version"), "number", decimals=0),
    Column("changed", Text("最近变动", "Last change")),
    Column("given", Text("已填项", "Lines filled in"), "number", decimals=0),
    Column("asked", Text("应填项", "Lines asked for"), "number", decimals=0),
    Column("reminded", Text("最近催报", "Reminded")),
)


def board_table(held: Round, rows: Iterable[Submission], *, english: bool) -> Table:
    """The rows as given, in their order."""
    title = Text(f"{year_label(held.year)}填报进度", f"Response board {held.year}–{held.year + 1}")
    notes = (SYNTHETIC,) if held.synthetic else ()
    cells = tuple(_row(one, english) for one in rows)
    return Table("board", title, COLUMNS, cells, notes, about=About(held.year, "school", held.standard))


def _row(one: Submission, english: bool) -> tuple[object, ...]:
    own, version, reminded = one.organisation, one.current, getattr(one, "reminded", None)
    return (
        county_name(own, english=english),
        own.code,
        own.name_en if english and own.name_en else own.name,
        STATES[one.state].en if english else STATES[one.state].zh,
        version.number if version else None,
        f"{timezone.localtime(one.changed):%Y-%m-%d %H:%M}" if version else None,
        version.given if version and version.asked else None,
        version.asked if version and version.asked else None,
        reminded.isoformat() if reminded else None,
    )


def county_name(own: Organisation, *, english: bool) -> str:
    county = own
    while county.kind != "county" and county.parent is not None:
        county = county.parent
    return county.name_en if english and county.name_en else county.name
