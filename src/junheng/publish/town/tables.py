"""The tables of a town: the gap by area, what stands and what is opened, who goes where, the trade-off curve."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from junheng.policy.text import Text
from junheng.publish.table import Column, Table

NAME = {
    "area": Column("area", Text("片区", "Area"), "code"),
    "school": Column("school", Text("学校或用地", "School or site"), "code"),
}
GAP = (
    NAME["area"],
    Column("children", Text("儿童", "Children"), "number", "人", 0),
    Column("schools", Text("学校", "Schools"), "number", "所", 0),
    Column("seats", Text("学位", "Seats"), "number", "个", 0),
    Column("gap", Text("缺口", "Gap"), "number", "个", 0),
    Column("nearest", Text("最近学校", "Nearest school"), "number", "米", 0),
    Column("nearest_free", Text("最近空学位", "Nearest free seat"), "number", "米", 0),
    Column("unseated", Text("就近安排后无学位", "Without a seat, all seated nearest"), "number", "人", 0),
)
SITES = (
    NAME["school"],
    Column("kind", Text("种类", "Kind")),
    Column("longitude", Text("经度", "Longitude"), "number"),
    Column("latitude", Text("纬度", "Latitude"), "number"),
    Column("seats", Text("学位", "Seats"), "number", "个", 0),
    Column("pupils", Text("安排学生", "Pupils assigned"), "number", "人", 0),
    Column("areas", Text("片区", "Areas"), "number", "个", 0),
    Column("money", Text("费用", "Money"), "number"),
)
ASSIGNMENT = (
    NAME["area"],
    NAME["school"],
    Column("children", Text("儿童", "Children"), "number", "人", 0),
    Column("metres", Text("路程", "Way"), "number", "米", 0),
)
BOARDING = (
    NAME["area"],
    NAME["school"],
    Column("boarders", Text("寄宿生", "Boarders"), "number", "人", 0),
    Column("metres", Text("回家路程", "Way home"), "number", "米", 0),
)
CURVE = (
    Column("sites", Text("最多新开", "New sites at most"), "number", "处", 0),
    Column("opened", Text("新开", "Opened"), "number", "处", 0),
    Column("money", Text("费用", "Money"), "number"),
    Column("unserved", Text("没有学位", "Without a seat"), "number", "人", 0),
    Column("mean_metres", Text("平均路程", "Mean way"), "number", "米", 0),
    Column("farthest_metres", Text("最远路程", "Farthest way"), "number", "米", 0),
    Column("objective", Text("目标值", "Objective"), "number", None, 0),
    Column("bound", Text("下界", "Bound"), "number", None, 0),
    Column("gap", Text("差距", "Gap"), "percent", "%", 2),
)

Rows = Iterable[Mapping[str, Any]]
Notes = Sequence[Text]


def gap_table(rows: Rows, notes: Notes) -> Table:
    """Children, seats and distances by area; rows hold the columns of ``GAP``, None where not known."""
    return _table("gap", Text("学位缺口", "Seat gap"), GAP, rows, notes)


def sites_table(rows: Rows, notes: Notes) -> Table:
    """Schools that stand and sites that are opened, with their pupils."""
    return _table("sites", Text("学校与新开用地", "Schools and sites opened"), SITES, rows, notes)


def assignment_table(rows: Rows, notes: Notes) -> Table:
    """The school of each area; empty where it has no seat."""
    return _table("assignment", Text("片区去向", "Schools of the areas"), ASSIGNMENT, rows, notes)


def boarding_table(rows: Rows, notes: Notes) -> Table:
    """Who boards where."""
    return _table("boarding", Text("寄宿", "Boarding"), BOARDING, rows, notes)


def curve_table(rows: Rows, notes: Notes) -> Table:
    """What each further site brings."""
    return _table("trade_off", Text("取舍曲线", "Trade-off"), CURVE, rows, notes)


def _table(id_: str, title: Text, columns: tuple[Column, ...], rows: Rows, notes: Notes) -> Table:
    held = tuple(tuple(_cell(one, row.get(one.id)) for one in columns) for row in rows)
    return Table(id_, title, columns, held, tuple(notes))


def _cell(column: Column, value: Any) -> Any:
    """Shares are shown in percent; whatever is no number of the ground is left as it is."""
    return 100 * value if column.kind == "percent" and value is not None else value
