"""An outlook in tables and pictures: subjects that the policy names first stand first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.teachers.columns import vocabulary
from junheng.web.portal.words import say
from junheng.web.posts.arriving import contract
from junheng.web.posts.models import ArrivalList, Outlook
from junheng.web.posts.outlooking import FIRST
from junheng.web.workbench.curve import Tick, round_up, ticks_of

SECTION = Column("section", Text("学段", "Section"))
SUBJECT = Column("subject", Text("学科", "Subject"))
SYNTHETIC = Text("演示用的合成数据，不是任何真实教师。", "Synthetic demonstration data; no real teacher.")
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 340, 190, 48, 22, 20, 26
BAND = (
    ("stock_low", Text("现有（最少到岗）", "There, fewest arrivals")),
    ("stock_high", Text("现有（最多到岗）", "There, most arrivals")),
)
PLANNED = Text(
    "到岗按填写的计划计算，不是预测；没有填写的学科按没有人到岗",
    "Arrivals are those that were planned, no forecast; a subject without a plan has none",
)
SURPLUS = Text("缺员为负数的是富余", "A negative number of missing teachers is a surplus")
INSET = 26
"""Between the axis and the first year, so that its labels stand clear of the ticks."""
OVER, UNDER = -8, 17
"""Of a label, in pixels of the picture."""
Row = Mapping[str, Any]


def ordered(rows: Sequence[Row]) -> list[Row]:
    """By section, the subjects named first before the others in the order of the words."""
    sections, subjects = list(vocabulary("section")), list(vocabulary("subject"))
    return sorted(
        rows,
        key=lambda one: (
            one["subject"] not in FIRST,
            FIRST.index(one["subject"]) if one["subject"] in FIRST else subjects.index(one["subject"]),
            sections.index(one["section"]),
            one.get("year", 0),
        ),
    )


def subjects_table(of: Outlook) -> Table:
    """Each subject: who is there, retires, when it is short, how many must be found."""
    last = of.result["year"] + of.result["years"]
    columns = (
        SUBJECT,
        SECTION,
        Column("stock", Text("现有教师", "Teachers today"), "number", "人", 0),
        Column("need", Text("按课时需要", "Needed by lessons"), "number", "人", 1),
        Column("gap", Text("现缺", "Missing today"), "number", "人", 1),
        Column("retire", Text(f"到 {last} 年退休", f"Retire until {last}"), "number", "人", 0),
        Column("first_short", Text("开始缺员", "Short from"), "code"),
        Column("last_gap", Text(f"{last} 年缺", f"Missing in {last}"), "number", "人", 1),
        *(
            Column(
                f"last_{end}", Text(f"{last} 年缺（{zh}到岗）", f"Missing in {last}, {en} arrivals"), "number", "人", 1
            )
            for end, zh, en in (("high", "最多", "most"), ("low", "最少", "fewest"))
            if has_band(of)
        ),
        Column("hire", Text("十年合计须补充", "To be found in ten years"), "number", "人", 1),
    )
    ends = {(one["section"], one["subject"]): one for one in of.result["rows"] if one["year"] == last}
    today = {(one["section"], one["subject"]): one for one in of.result["rows"] if one["year"] == of.result["year"]}
    rows = tuple(
        (
            vocabulary("subject")[one["subject"]],
            vocabulary("section")[one["section"]],
            one["stock"],
            today[one["section"], one["subject"]]["need"],
            today[one["section"], one["subject"]]["gap"],
            one["retire"],
            _when(one),
            one["last_gap"],
            *(_gap_at(ends[one["section"], one["subject"]], end) for end in ("high", "low") if has_band(of)),
            one["hire"] if one["judged"] else None,
        )
        for one in ordered(of.result["subjects"])
    )
    return Table("subjects", Text("学科缺员", "Shortage by subject"), columns, rows, tuple(_notes(of)))


def has_band(of: Outlook) -> bool:
    """Whether the planner gave the least or the most of any subject."""
    return any(one.get("stock_low") is not None for one in of.result["rows"])


def _gap_at(row: Row, end: str) -> float | None:
    """Need less those who are there at one end of the band; None where one of them is not known."""
    stock = row.get(f"stock_{end}")
    return None if row["need"] is None or stock is None else row["need"] - stock


def _when(one: Row) -> Text:
    if not one["judged"]:
        return Text("课时未知，未评定", "lessons not known, not judged")
    if one["first_short"] is None:
        return Text("不缺", "never")
    return Text(f"{one['first_short']} 年", f"{one['first_short']}")


def years_of(of: Outlook) -> range:
    """The years ahead of an outlook."""
    first = of.result["year"]
    return range(first + 1, first + of.result["years"] + 1)


def retiring_table(of: Outlook) -> Table:
    """Who retires of each subject, year by year."""
    years = years_of(of)
    held = {(one["section"], one["subject"], one["year"]): one["retire"] for one in of.result["rows"]}
    columns = (SUBJECT, SECTION, *(Column(f"y{year}", Text(str(year), str(year)), "number", None, 0) for year in years))
    rows = tuple(
        (
            vocabulary("subject")[one["subject"]],
            vocabulary("section")[one["section"]],
            *(held[one["section"], one["subject"], year] for year in years),
        )
        for one in ordered(of.result["subjects"])
    )
    title = Text("逐年退休人数（到当年 9 月 1 日）", "Retiring, until 1 September of each year")
    return Table("retiring", title, columns, rows, tuple(_notes(of)))


def years_table(of: Outlook) -> Table:
    """Every subject and year with stock, flows, need and what is missing."""
    names = (
        ("stock", Text("现有", "There")),
        ("retire", Text("退休", "Retire")),
        ("leave", Text("流失", "Leave")),
        ("arrive", Text("到岗", "Arrive")),
        ("need", Text("需要", "Needed")),
        ("gap", Text("缺员", "Missing")),
        ("hire", Text("须另补充", "To be found")),
        *(BAND if has_band(of) else ()),
    )
    columns = (
        SUBJECT,
        SECTION,
        Column("year", Text("年份", "Year"), "code"),
        *(Column(name, title, "number", "人", 1) for name, title in names),
    )
    rows = tuple(
        (
            vocabulary("subject")[one["subject"]],
            vocabulary("section")[one["section"]],
            str(one["year"]),
            *(one[name] for name, _title in names),
        )
        for one in ordered(of.result["rows"])
    )
    return Table("years", Text("逐学科逐年", "By subject and year"), columns, rows, tuple(_notes(of)))


def _notes(of: Outlook) -> list[Text]:
    planned = (PLANNED,) if of.arrivals_id else ()
    said = [SURPLUS, *planned, *(Text(one["zh"], one["en"]) for one in of.result["notes"])]
    return [SYNTHETIC, *said] if of.synthetic else said


def arrivals_table(of: ArrivalList | None) -> Table:
    """Who is expected to begin, line by line, with the source; the file can be handed in again."""
    columns = (
        Column("section", contract_title("section")),
        Column("subject", contract_title("subject")),
        Column("year", contract_title("year"), "code"),
        *(Column(one, contract_title(one), "number", "人", 1) for one in ("low", "arrive", "high")),
        Column("source", contract_title("source")),
        Column("on", Text("日期", "Day"), "code"),
    )
    rows = tuple(
        (
            vocabulary("section")[one["section"]],
            vocabulary("subject")[one["subject"]],
            str(one["year"]),
            *(one[name] for name in ("low", "arrive", "high", "source", "on")),
        )
        for one in (ordered(of.lines) if of else ())
    )
    notes = (SYNTHETIC,) if of is not None and of.synthetic else ()
    return Table("arrivals", Text("到岗计划", "Planned arrivals"), columns, rows, notes)


def contract_title(column: str) -> Text:
    """The title under which a column is read again."""
    return next(one.title for one in contract().columns if one.id == column)


@dataclass(frozen=True, slots=True)
class End:
    """First or last point of a line with its number, ``dy`` above or below it."""

    look: str
    x: str
    y: str
    words: str
    dy: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One subject as a picture: ``lines`` are (class, points), ``band`` the points around those who may be there;
    ``words`` tell every year.
    """

    title: str
    words: str
    band: str
    lines: tuple[tuple[str, str], ...]
    ends: tuple["End", ...]
    ticks: tuple[Tick, ...]
    years: tuple[tuple[str, int], ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    base: int = HEIGHT - BOTTOM


def panels(of: Outlook, names: Sequence[tuple[str, str]]) -> list[Panel]:
    """A picture for each (section, subject) of the names that the outlook has."""
    held: dict[tuple[str, str], list[Row]] = {}
    for one in of.result["rows"]:
        held.setdefault((one["section"], one["subject"]), []).append(one)
    return [_panel(name, sorted(held[name], key=lambda one: one["year"])) for name in names if name in held]


def _panel(name: tuple[str, str], rows: Sequence[Row]) -> Panel:
    known = ("stock", "need", "stock_low", "stock_high")
    values = [one[what] for one in rows for what in known if one.get(what) is not None]
    top = round_up(max(values, default=1.0) * 1.05)
    first, last = rows[0]["year"], rows[-1]["year"]

    def x(year: int) -> str:
        return f"{LEFT + INSET + (WIDTH - LEFT - INSET - RIGHT) * (year - first) / max(last - first, 1):.1f}"

    def y(value: float) -> str:
        return f"{TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top):.1f}"

    lines, ends = [], []
    for what, other, look in (("need", "stock", "planned"), ("stock", "need", "counted")):
        told = [one for one in rows if one[what] is not None]
        if told:
            lines.append((look, " ".join(f"{x(one['year'])},{y(one[what])}" for one in told)))
            ends += [
                End(look, x(one["year"]), y(one[what]), f"{one[what]:,.0f}", _beside(one[what], one[other], what))
                for one in (told[0], told[-1])
            ]
    around = [(one, "stock_high") for one in rows] + [(one, "stock_low") for one in reversed(rows)]
    band = " ".join(f"{x(one['year'])},{y(one[what])}" for one, what in around if one.get(what) is not None)
    section, subject = name
    title = f"{say(vocabulary('subject')[subject])} · {say(vocabulary('section')[section])}"
    words = "; ".join(f"{one['year']}: {_there(one)} / {_whole(one['need'])}" for one in rows)
    marked = tuple((x(year), year) for year in (first, last))
    return Panel(title, words, band, tuple(lines), tuple(ends), ticks_of(top, y), marked)


def _there(row: Row) -> str:
    """Those who are there, with the ends of the band where there is one."""
    if row.get("stock_low") is None:
        return _whole(row["stock"])
    return f"{_whole(row['stock'])} ({_whole(row['stock_low'])}–{_whole(row['stock_high'])})"


def _whole(value: float | None) -> str:
    return "—" if value is None else f"{value:,.0f}"


def _beside(value: float, other: float | None, what: str) -> int:
    """Above the upper of two points, below the lower; of two on one place the need stands below."""
    below = other is not None and (value < other or (value == other and what == "need"))
    return UNDER if below else OVER
