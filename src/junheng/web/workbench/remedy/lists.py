"""The tables of a study: before and after, money by indicator and school, and the lists for those who carry it out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from junheng.balance.remedy import quantities
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.publish.plan.columns import SECTION
from junheng.publish.table import Column, Table
from junheng.web.workbench.remedy.figures import above, shared
from junheng.web.workbench.remedy.levers import KINDS, PRICED, TITLES
from junheng.web.workbench.remedy.works import what

Row = Mapping[str, Any]
Counties = Sequence[Mapping[str, Any]]
Names = Mapping[str, Text]
Cells = tuple[Any, ...]
WAN = 10_000
WHOLE = Text("整校", "Whole school")
YES, NO, OPEN = Text("达标", "Met"), Text("未达标", "Not met"), Text("未评定", "Not judged")
VERBS = {
    "add": Text("增加", "Add"),
    **{means: TITLES[means] for means in PRICED},
    "move_in": Text("调入", "Moves in"),
    "move_out": Text("调出", "Moves out"),
}
STATUS = {
    "optimal": Text("已证明", "Proven"),
    "gap": Text("有差距", "Gap open"),
    "infeasible": Text("无方案", "No plan"),
    "refused": Text("不能评定", "Not judgeable"),
}
UNITS = {
    "人": Text("人", "teachers"),
    "㎡": Text("㎡", "m²"),
    "间": Text("间", "rooms"),
    "元": Text("元", "yuan"),
}
WHOLE_NOTE = Text(
    "多学段学校的校舍、场地、设备是全校共有的：列为整校的数量，只计一次",
    "Rooms, ground and equipment of a school of several sections are one school's: amounts are those of the whole "
    "school, counted once",
)
TOGETHER_NOTE = Text(
    "多学段学校把两个学段连在一起求解：造价和下界对整个区县成立，各学段的数是按所得分摊的",
    "Schools of several sections link both sections, which are solved together: cost and bound hold for the whole "
    "county, those of a section are its share of what is got",
)
SYNTHETIC_NOTE = Text("单价为演示用的合成数据", "Unit costs are synthetic, for the demonstration")

COUNTY = Column("county", Text("区县", "County"))
SCHOOL = Column("school", Text("学校", "School"))
CODE = Column("code", Text("学校代码", "School code"), "code")
STAGE = Column("section", Text("学段", "Section"))
INDICATOR = Column("indicator", Text("指标", "Indicator"))
VERB = Column("action", Text("措施", "Action"))
UNIT = Column("unit", Text("单位", "Unit"))
LEAD = Column("lead", Text("几年见效", "Years until it works"), "number", None, 0)
OTHER = Column("other", Text("对方学校", "Other school"))
COST = Column("cost", Text("造价", "Cost"), "number", "万元", 2)
BOUND = Column("bound", Text("下界", "Bound"), "number", "万元", 2)


COUNT = Column("count", Text("数量（人、间）", "Number"), "number", None, 0)
MEASURE = Column("measure", Text("数量（㎡、元）", "Amount"), "number", None, 2)


OF_KIND = {"hire": UNITS["人"], "build": Text("处", "built")}
"""What units of a kind are counted in."""


def done(work: Row) -> Text:
    """What is done, in words; who or what it is where it has a kind."""
    verb, kind = VERBS[work["action"]], work.get("kind")
    return Text(f"{verb.zh}：{kind}", f"{verb.en}: {kind}") if kind else verb


def amounts(amount: float, *, whole: bool) -> tuple[float | None, float | None]:
    """The cells of ``COUNT`` and ``MEASURE``; nothing is no cell."""
    return (amount or None, None) if whole else (None, amount or None)


class Lists:
    """The tables of some counties of a study.

    Args:
        counties: entries of the answer.
        law: the standard, which names the indicators.
        names: county code -> its name.
        notes: what stands under every table.
        leads: years until it works, by action and indicator or kind.
    """

    def __init__(
        self,
        counties: Counties,
        law: Standard,
        names: Names,
        notes: Iterable[Text] = (),
        leads: Mapping[tuple[str, str], int] | None = None,
    ) -> None:
        self.law = law
        self.counties, self.names, self.notes, self.leads = counties, names, tuple(notes), leads or {}
        self.titles = {one.id: Text(f"{one.id} {one.short.zh}", f"{one.id} {one.short.en}") for one in law.indicators}
        self.split = {one.id for one in law.indicators if one.split}
        held = quantities(law)
        self.units = {one.indicator: one.unit for one in held}
        self.whole = {one.indicator: one.whole for one in held}
        self.said = {id_: UNITS[unit] for id_, unit in self.units.items()}
        self.works = [(county["code"], one) for county in counties for one in county["works"]]

    def all(self, actions: Sequence[tuple[str, Row]]) -> list[Table]:
        """Every table of the page; ``actions`` are those chosen to be looked at, with their county."""
        return [
            self.sections(),
            self.dispersions(),
            self.by_indicator(),
            self.by_school(),
            self.actions(actions),
            self.projects(),
            self.purchases(),
            self.hiring(),
            *(one for one in (self.training(), self.recognition(), self.conversions()) if one.rows),
            self.moves(),
        ]

    def sections(self) -> Table:
        """Cost, bound and schools that pass, by county and section."""
        columns = (
            COUNTY,
            STAGE,
            Column("schools", Text("学校", "Schools"), "number", "所", 0),
            Column("passing", Text("现在达标", "Pass now"), "number", "所", 0),
            Column("passing_after", Text("方案后达标", "Pass after"), "number", "所", 0),
            COST,
            BOUND,
            Column("above", Text("与最省相比", "Against the cheapest")),
            Column("status", Text("求解", "Solved")),
        )
        rows = [
            (
                self.names[code],
                SECTION[one["section"]],
                one["schools"],
                one["passing"],
                one["passing_after"],
                _wan(one["cost"]),
                _wan(one["bound"]),
                above(one["cost"], one["bound"]),
                STATUS[one["status"]],
            )
            for code, one in self._sections()
        ]
        made = self._table("sections", Text("各学段", "By section"), columns, rows)
        notes = [TOGETHER_NOTE] if any(one["together"] for one in self.counties) else []
        return made.with_notes(notes)

    def dispersions(self) -> Table:
        """The seven dispersions of every section against their limit, before and after."""
        columns = (
            COUNTY,
            STAGE,
            INDICATOR,
            Column("before", Text("现在", "Now"), "number", None, 3),
            Column("met", Text("现在结论", "Now is")),
            Column("after", Text("方案后", "After"), "number", None, 3),
            Column("limit", Text("不超过", "At most"), "number", None, 2),
        )
        rows = [
            (
                self.names[code],
                SECTION[section["section"]],
                self.titles[one["id"]],
                one["before"],
                {True: YES, False: NO, None: OPEN}[one["met"]],
                one["after"],
                one["limit"],
            )
            for code, section in self._sections()
            for one in section["dispersions"]
        ]
        return self._table("dispersions", Text("差异系数", "Dispersions"), columns, rows)

    def by_indicator(self) -> Table:
        """Amount and money of each indicator, by whole schools."""
        added: dict[str, float] = defaultdict(float)
        moved: dict[str, float] = defaultdict(float)
        money: dict[str, float] = defaultdict(float)
        schools: dict[str, set[str]] = defaultdict(set)
        for _code, one in self.works:
            id_ = one["indicator"]
            schools[id_].add(one["school_code"])
            money[id_] += one["cost"]
            if one["action"] != "move_out":
                (moved if one["action"] == "move_in" else added)[id_] += one["amount"]
        columns = (
            INDICATOR,
            Column("schools", Text("学校", "Schools"), "number", "所", 0),
            COUNT,
            MEASURE,
            Column("moved", Text("调动（人）", "Moved"), "number", None, 0),
            UNIT,
            COST,
        )
        rows = [
            (
                title,
                len(schools[id_]),
                *amounts(added[id_], whole=self.whole[id_]),
                moved[id_] or None,
                self.said[id_],
                money[id_] / WAN,
            )
            for id_, title in self.titles.items()
        ]
        return self._table("by_indicator", Text("按指标", "By indicator"), columns, rows, whole=True)

    def by_school(self) -> Table:
        """Money of each school, dearest first, with its indicators."""
        held: dict[tuple[str, str], dict[str, Any]] = {}
        for county, one in self.works:
            nothing = {"name": one["school_name"], "cost": 0.0, **dict.fromkeys(self.titles, 0.0)}
            row = held.setdefault((county, one["school_code"]), nothing)
            row["cost"] += one["cost"]
            row[one["indicator"]] += one["cost"]
        columns = (
            SCHOOL,
            CODE,
            COUNTY,
            COST,
            *(Column(id_, title, "number", "万元", 2) for id_, title in self.titles.items()),
        )
        dearest = sorted(held.items(), key=lambda item: (-item[1]["cost"], item[0]))
        rows = [
            (row["name"], code, self.names[county], row["cost"] / WAN, *(row[id_] / WAN or None for id_ in self.titles))
            for (county, code), row in dearest
            if row["cost"] > 0
        ]
        return self._table("by_school", Text("按学校", "By school"), columns, rows, whole=True)

    def actions(self, chosen: Sequence[tuple[str, Row]]) -> Table:
        """What the plan does, section by section."""
        columns = (SCHOOL, CODE, COUNTY, STAGE, INDICATOR, VERB, COUNT, MEASURE, UNIT, OTHER, COST)
        rows = [
            (
                one["school_name"],
                one["school_code"],
                self.names[county],
                SECTION[one["section"]],
                self.titles[one["indicator"]],
                done(one),
                *amounts(one["amount"], whole=self.whole[one["indicator"]]),
                self.said[one["indicator"]],
                one.get("other_name"),
                one["cost"] / WAN,
            )
            for county, one in chosen
        ]
        return self._table("actions", Text("措施（按学段）", "Actions by section"), columns, rows)

    def projects(self) -> Table:
        """Rooms and ground to be built."""
        return self.carried_out(
            "projects",
            Text("项目清单：校舍和场地", "Projects: rooms and ground"),
            lambda one: one["action"] == "build" or (one["action"] == "add" and self.built(one["indicator"])),
        )

    def purchases(self) -> Table:
        """Equipment to be bought."""
        return self.carried_out(
            "purchases",
            Text("采购清单：仪器设备", "Purchases: equipment"),
            lambda one: one["action"] == "add" and self.units[one["indicator"]] == "元",
        )

    def built(self, indicator: str) -> bool:
        """Whether more of it is a matter of building."""
        return indicator in self.split and self.units[indicator] in {"㎡", "间"}

    def training(self) -> Table:
        """Teachers who are there already and reach a degree or subject."""
        return self.carried_out("training", Text("培训清单", "Teachers to train"), lambda one: one["action"] == "train")

    def recognition(self) -> Table:
        """Teachers who are there already and are recognised."""
        return self.carried_out(
            "recognition", Text("认定清单", "Teachers to recognise"), lambda one: one["action"] == "recognise"
        )

    def conversions(self) -> Table:
        """Rooms and grounds there are that get another use."""
        return self.carried_out(
            "conversions", Text("改建清单", "Rooms and grounds to convert"), lambda one: one["action"] == "convert"
        )

    def hiring(self) -> Table:
        """Teachers to be hired or trained."""
        return self.carried_out(
            "hiring",
            Text("教师补充清单", "Teachers to hire or train"),
            lambda one: one["action"] == "hire" or (one["action"] == "add" and self.units[one["indicator"]] == "人"),
        )

    def carried_out(self, id_: str, title: Text, wanted: Callable[[Row], bool]) -> Table:
        """The works that are wanted, by whole schools; who or what counts in several indicators is one row."""
        columns = (SCHOOL, CODE, COUNTY, STAGE, VERB, INDICATOR, COUNT, MEASURE, UNIT, LEAD, COST)
        held = [(county, one) for county, one in self.works if wanted(one)]
        grouped: dict[tuple[str, ...], list[tuple[str, Row]]] = defaultdict(list)
        for at, (county, one) in enumerate(held):
            alone = "" if one["action"] in KINDS else str(at)
            grouped[one["school_code"], one["section"], *what(one), alone].append((county, one))
        rows = [self._carried_out(several) for several in grouped.values()]
        made = self._table(id_, title, columns, rows, whole=any(shared(one) for _, one in held))
        unused = {one.id for one in (COUNT, MEASURE) if not any(made.column(one.id))}
        unused |= {LEAD.id} if all(one is None for one in made.column(LEAD.id)) else set()
        unused |= set() if any("kind" in one for _, one in held) else {VERB.id}
        return made.keeping([one.id for one in made.columns if one.id not in unused])

    def _carried_out(self, several: Sequence[tuple[str, Row]]) -> Cells:
        """The row of one work, or of what counts in several indicators."""
        county, first = several[0]
        titles = [self.titles[one["indicator"]] for _, one in several]
        kind = first.get("kind")
        return (
            first["school_name"],
            first["school_code"],
            self.names[county],
            SECTION[first["section"]] if first["section"] else WHOLE,
            done(first),
            Text("、".join(one.zh for one in titles), ", ".join(one.en for one in titles)),
            *amounts(first["units"] if kind else first["amount"], whole=bool(kind) or self.whole[first["indicator"]]),
            OF_KIND[first["action"]] if kind else self.said[first["indicator"]],
            self.leads.get((first["action"], kind or first["indicator"])),
            sum(one["cost"] for _, one in several) / WAN,
        )

    def moves(self) -> Table:
        """Teachers who move between schools."""
        columns = (
            Column("from", Text("调出学校", "From")),
            Column("to", Text("调入学校", "To")),
            COUNTY,
            STAGE,
            INDICATOR,
            Column("count", Text("人数", "Teachers"), "number", "人", 0),
            COST,
        )
        rows = [
            (
                one["other_name"],
                one["school_name"],
                self.names[county],
                SECTION[one["section"]],
                self.titles[one["indicator"]],
                one["amount"],
                one["cost"] / WAN,
            )
            for county, one in self.works
            if one["action"] == "move_in"
        ]
        return self._table("moves", Text("调动清单", "Moves between schools"), columns, rows)

    def _sections(self) -> Iterable[tuple[str, Row]]:
        return [(county["code"], one) for county in self.counties for one in county["sections"]]

    def _table(
        self,
        id_: str,
        title: Text,
        columns: tuple[Column, ...],
        rows: Sequence[tuple[Any, ...]],
        *,
        whole: bool = False,
    ) -> Table:
        """The table; the column of counties only where there are several."""
        notes = (*self.notes, *((WHOLE_NOTE,) if whole else ()))
        held = Table(id_, title, columns, tuple(rows), notes)
        return held.keeping([one.id for one in columns if one is not COUNTY or len(self.counties) > 1])


def _wan(yuan: float | None) -> float | None:
    return None if yuan is None else yuan / WAN
