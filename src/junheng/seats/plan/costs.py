"""What building costs, as far as anyone has said; what nobody has said is asked for, never made up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from junheng.policy.text import Text
from junheng.seats.faults import Fault
from junheng.seats.plan.choices import Choices
from junheng.seats.plan.tables import Base

KEYS = ("new_school_yuan", "new_class_yuan", "added_class_yuan", "closing_yuan")
SCHOOL_WEIGHT = 1000.0
"""Without prices: as few new schools as possible first, then as few classes."""


@dataclass(frozen=True, slots=True)
class Prices:
    """Of a school, of a class in it, of a class added to an existing school; in yuan, or weights where ``known`` is
    False."""

    school: float
    new_class: float
    added_class: float
    known: bool

    def opening(self, own: float | None) -> float:
        """What a school costs without its classes on a site with a cost of its own, or None of its own."""
        return self.school if own is None or not self.known else own

    def cost(self, openings: float, new_classes: int, added: int) -> int | None:
        """Yuan, ``openings`` for all schools together, or None where prices are not known."""
        if not self.known:
            return None
        return round(openings + new_classes * self.new_class + added * self.added_class)


def prices(costs: Mapping[str, int]) -> Prices:
    """The prices told, all or none."""
    told = [costs.get(key) for key in KEYS[:3]]
    school, new_class, added = told
    if school is None or new_class is None or added is None:
        return Prices(SCHOOL_WEIGHT, 1.0, 1.0, known=False)
    return Prices(float(school), float(new_class), float(added), known=True)


@dataclass(frozen=True, slots=True)
class Asked:
    """Something the plan would need and does not know."""

    code: str
    what: Text


def asked(base: Base, choices: Choices, price: Prices, building: pl.DataFrame) -> tuple[Asked, ...]:
    """Everything the plan went without; ``building`` of the plan names the counties that are short of land."""
    norms = choices.norms()
    found = []
    if not price.known:
        found.append(
            Asked(
                "prices",
                Text(
                    "建校、新建班、扩班的单价没有填：方案以新建校数、新增班数最少为目标，不计金额",
                    "Prices are not given: the plan builds the fewest schools, then the fewest classes, without money",
                ),
            )
        )
    if choices.budget_per_year is not None and not price.known:
        found.append(
            Asked("budget", Text("没有单价，年度预算无法使用", "Without prices the yearly budget cannot be used"))
        )
    if choices.budget_per_year is None:
        found.append(
            Asked(
                "budget_per_year", Text("年度预算没有填：不限金额", "No yearly budget is given: money is not limited")
            )
        )
    if choices.children_per_dwelling is None and not base.dwellings.is_empty():
        found.append(
            Asked(
                "children_per_dwelling",
                Text(
                    f"每套新建住房的儿童数没有填：{base.dwellings['dwellings'].sum():,}套规划住房未计入预测",
                    f"Children per new dwelling are not given: {base.dwellings['dwellings'].sum():,} planned dwellings "
                    "are left out of the forecast",
                ),
            )
        )
    if norms.merge_below is None or norms.merge_metres is None:
        found.append(
            Asked(
                "merging",
                Text(
                    "撤并线和撤并后最远路程没有公布的数值，没有填：方案不撤并学校",
                    "No number was published for mergers and none is given: no school closes",
                ),
            )
        )
    if base.children["year"].n_unique() == 1:
        found.append(
            Asked(
                "years",
                Text(
                    "儿童数据只有一年，没有变化率：各岁儿童原样递进一岁，不计迁移",
                    "One year of children only: cohorts grow older unchanged, without migration",
                ),
            )
        )
    if base.edges.is_empty():
        found.append(Asked("streets", Text("没有路网：距离按直线计算", "No streets: distances are straight lines")))
    surely = pl.col("unserved_bound").round().cast(pl.Int64)
    short = building.filter(surely > 0).group_by("county_code").agg(surely.max())
    for county, children in short.sort("county_code").iter_rows():
        found.append(
            Asked(
                "land",
                Text(
                    f"{county}：用地、可扩班数或预算不够，最多时有{children:,}名儿童没有按班额标准的学位",
                    f"{county}: land, room for classes or money do not suffice; up to {children:,} children lack "
                    "a seat by the class norm",
                ),
            )
        )
    return tuple(found)


SAID = "seats_below_children"
"""The plan itself says where seats are short, year by year."""
NAMED = 3
"""Places named of one kind of note."""


def noted(notes: Iterable[Fault]) -> tuple[Asked, ...]:
    """What is odd about the base without stopping the plan: one line for each kind, with the first places."""
    kinds: dict[str, list[Fault]] = {}
    for one in notes:
        if one.code != SAID:
            kinds.setdefault(one.code, []).append(one)
    found = []
    for code, faults in kinds.items():
        first, more = faults[:NAMED], len(faults) > NAMED
        said = {language: faults[0].message.parts(language, faults[0].values)[0] for language in ("zh", "en")}
        zh, en = "、".join(one.where.zh for one in first), ", ".join(one.where.en for one in first)
        zh, en = (f"{zh}等{len(faults)}处", f"{en} and {len(faults) - NAMED} more") if more else (zh, en)
        found.append(Asked(code, Text(f"{zh}：{said['zh']}", f"{en}: {said['en']}")))
    return tuple(found)
