"""The counties of an uploaded table in one list, and what one of them does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.publish.plan.columns import SECTION
from junheng.publish.table import Column, Table
from junheng.web.workbench.models import TableCounty
from junheng.web.workbench.remedy.figures import above
from junheng.web.workbench.remedy.lists import BOUND, COST, STATUS, WAN, Lists
from junheng.web.workbench.remedy.tables import ORDER


def _gap(county: TableCounty) -> float:
    """Share of the cost that is open; all of it without a plan."""
    if county.cost is None or county.bound is None:
        return 1.0
    return (county.cost - county.bound) / county.cost if county.cost else 0.0


SORTS: Mapping[str, tuple[Text, Callable[[TableCounty], Any]]] = {
    "": (Text("代码", "Code"), lambda one: one.code),
    "name": (Text("名称", "Name"), lambda one: (one.name, one.code)),
    "cost": (Text("造价从高到低", "Dearest first"), lambda one: (-(one.cost or 0.0), one.code)),
    "gap": (Text("差距从大到小", "Largest gap first"), lambda one: (-_gap(one), one.code)),
    "status": (Text("没有方案的在前", "Without a plan first"), lambda one: (ORDER.index(one.status), one.code)),
    "passing": (
        Text("未达标学校从多到少", "Most failing schools first"),
        lambda one: (one.passing - one.schools, one.code),
    ),
}
"""Orders of the list: their title and what they go by."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Of the counties answered: how many ``proven`` cheapest, with a gap and without a plan; yuan of those that have
    one, and the bound on them."""

    answered: int
    proven: int
    open: int
    without: int
    cost: float
    bound: float

    @property
    def above(self) -> Text:
        return above(self.cost, self.bound)


def summed(counties: Sequence[TableCounty]) -> Sums:
    planned = [one for one in counties if one.cost is not None]
    proven = sum(one.status == "optimal" for one in planned)
    return Sums(
        answered=len(counties),
        proven=proven,
        open=len(planned) - proven,
        without=len(counties) - len(planned),
        cost=round(sum(one.cost or 0.0 for one in planned), 2),
        bound=round(sum(one.bound or 0.0 for one in planned), 2),
    )


def counties_table(counties: Iterable[TableCounty], digest: str, sort: str, notes: Iterable[Text] = ()) -> Table:
    """One row a county, in one of the orders of ``SORTS``."""
    columns = (
        Column("county", Text("区县", "County")),
        Column("code", Text("区县代码", "County code"), "code"),
        Column("schools", Text("学校（学段）", "Sections of schools"), "number", None, 0),
        Column("passing", Text("现在达标", "Pass now"), "number", None, 0),
        Column("status", Text("求解", "Solved")),
        COST,
        BOUND,
        Column("above", Text("与最省相比", "Against the cheapest")),
        Column("why", Text("没有方案的原因", "Why there is no plan")),
    )
    rows = [
        (
            one.name,
            one.code,
            one.schools,
            one.passing,
            STATUS[one.status],
            None if one.cost is None else one.cost / WAN,
            None if one.cost is None or one.bound is None else one.bound / WAN,
            above(one.cost, one.bound) if one.cost is not None else None,
            _why(one),
        )
        for one in sorted(counties, key=SORTS[sort][1])
    ]
    told = (*notes, Text(f"数据表 SHA-256：{digest}", f"SHA-256 of the table: {digest}"))
    return Table("counties", Text("各区县", "By county"), columns, tuple(rows), told)


def _why(county: TableCounty) -> Text | None:
    said = [(SECTION[one["section"]], one["words"]) for one in county.sections if one["words"]]
    if not said:
        return None
    zh = "；".join(f"{section.zh}：{words['zh']}" for section, words in said)
    return Text(zh, "; ".join(f"{section.en}: {words['en']}" for section, words in said))


def action_table(county: TableCounty, law: Standard, notes: Iterable[Text] = ()) -> Table:
    """What the plan of one county does, section by section."""
    lists = Lists([], law, {county.code: Text(county.name, county.name)}, notes)
    held = lists.actions([(county.code, one) for one in county.actions])
    return replace(held, title=Text(f"{county.name}的措施", f"Actions of {county.name}"))
