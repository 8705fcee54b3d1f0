"""Tables of performance pay: sums by school, what every share moves, counties beside civil servants, persons."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from junheng.policy.pay_rules import PARTS
from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.web.workforce.laws import parameters_of
from junheng.web.workforce.listed import named
from junheng.web.workforce.models import PaidPerson, StudyKind

Row = Mapping[str, Any]
FEN = 100
SCHOOL = Column("school", Text("学校", "School"))
TITLES = {
    "post": Text("岗位", "Post"),
    "load": Text("工作量", "Load"),
    "score": Text("工作绩效", "Performance"),
    "head": Text("班主任倾斜", "Class heads"),
    "special": Text("特教倾斜", "Special education"),
}
KEPT = {
    "kept": Text("做到", "kept"),
    "short": Text("有差额", "short"),
    "unknown": Text("数据不全，不评定", "not judged"),
}


def money(id_: str, title: Text) -> Column:
    return Column(id_, title, "number", "元", 2)


def yuan(fen: int | None) -> float | None:
    """Fen as yuan with two decimals."""
    return None if fen is None else fen / FEN


def schools_table(found: Row, names: Mapping[str, str]) -> Table:
    """Every school's pool and what each part came to; the last row adds up."""
    columns = (
        SCHOOL,
        Column("persons", Text("人数", "Persons"), "number", "人", 0),
        money("pool", Text("绩效工资总量", "Pool of performance pay")),
        *(money(part, TITLES[part]) for part in PARTS),
    )
    rows = [
        (
            named(one["school_code"], names),
            one["persons"],
            yuan(one["pool"]),
            *(yuan(one["parts"][part]) for part in PARTS),
        )
        for one in found["schools"]
    ]
    sums = (
        Text("合计", "Total"),
        sum(one["persons"] for one in found["schools"]),
        yuan(sum(one["pool"] for one in found["schools"])),
        *(yuan(sum(one["parts"][part] for one in found["schools"])) for part in PARTS),
    )
    return Table("schools", Text("逐校分配", "School by school"), columns, tuple([*rows, sums] if rows else rows))


def rules_table(found: Row) -> Table:
    """What each share costs: the same pools without it."""
    columns = (
        Column("rule", Text("规则", "Rule")),
        Column("share", Text("比例", "Share"), "percent", "%", 1),
        Column("persons", Text("涉及人数", "Persons named"), "number", "人", 0),
        money("moved", Text("改变去向的钱", "Money that goes elsewhere")),
        money("gain", Text("点名的人合计多得", "Those named gain")),
    )
    held = parameters_of(StudyKind.PAY)
    rows = tuple(
        (
            held[f"share.{one['part']}"].title,
            100 * one["share"],
            one["persons"],
            yuan(one["moved"]),
            yuan(one["gain"]),
        )
        for one in found["rules"]
    )
    note = Text(
        "与去掉这一项、其余各项按比例放大相比。", "Beside the same pools without the share, the others enlarged alike."
    )
    return Table("rules", Text("每条规则的代价", "What each rule moves"), columns, rows, (note,))


def counties_table(found: Row) -> Table:
    """Year by year whether pay is no less than civil servants' and rose in step, with the shortfalls."""
    columns = (
        Column("year", Text("年份", "Year"), "code"),
        Column("parity", Text("不低于公务员", "No less than civil servants")),
        money("parity_shortfall", Text("不低于所差", "Short of parity")),
        Column("servants_rise", Text("公务员工资涨幅", "Rise of civil servants' pay"), "percent", "%", 2),
        Column("performance_rise", Text("绩效工资涨幅", "Rise of performance pay"), "percent", "%", 2),
        Column("link", Text("同幅度提高", "Rose in step")),
        money("link_shortfall", Text("同幅度调整所需", "Needed for the same rise")),
    )
    rows = tuple(
        (
            str(one["year"]),
            KEPT[one["parity"]],
            yuan(one["parity_shortfall"]),
            _percent(one["servants_rise"]),
            _percent(one["performance_rise"]),
            KEPT[one["link"]],
            yuan(one["link_shortfall"]),
        )
        for one in found["counties"]
    )
    return Table("years", Text("与公务员工资逐年比较", "Beside civil servants year by year"), columns, rows)


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def persons_table(people: Iterable[PaidPerson]) -> Table:
    """Persons with what they get; for those entitled only."""
    columns = (
        SCHOOL,
        Column("code", Text("教师编号", "Teacher id"), "code"),
        Column("name", Text("姓名", "Name")),
        *(money(part, TITLES[part]) for part in PARTS),
        money("pay", Text("绩效工资", "Performance pay")),
    )
    rows = []
    for one in people:
        fen = json.loads(one.amounts) if one.amounts else {}
        parts = (yuan(fen.get(part)) for part in (*PARTS, "pay"))
        rows.append((one.organisation.name, one.code, one.name or None, *parts))
    return Table("persons", Text("个人分配", "Person by person"), columns, tuple(rows))
