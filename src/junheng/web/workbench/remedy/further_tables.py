"""The tables of the further answers, for pages and files alike."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.publish.plan.columns import SECTION
from junheng.publish.table import Column, Table
from junheng.web.workbench.remedy.levers import title_of
from junheng.web.workbench.remedy.lists import CODE, COST, COUNTY, INDICATOR, SCHOOL, STAGE, WAN, Lists

Answer = Mapping[str, Any]
PUPILS = Column("pupils", Text("学生", "Pupils"), "number", "人", 0)
SCHOOLS = Column("schools", Text("达标学校（学段）", "Sections of schools that pass"), "number", None, 0)
BUDGET_NOTE = Text(
    "逐校计算：不计差异系数，不调动教师；现在就达标的也计入",
    "School by school: dispersions do not count, nobody is moved; those that pass today are counted",
)
FAST_NOTE = Text(
    "快速算法：只增加，不调动教师；省多少给出一定不少于和一定不多于",
    "Fast method: only additions, nobody is moved; what is saved lies between least and most",
)
WAYS_NOTE = Text(
    "各种办法一起算，不调动教师；连在一起的学段一起计价，共有的只花一次钱",
    "All ways together, nobody is moved; sections that are linked are priced together, what they share paid once",
)
VARIED_NOTE = Text("快速算法：只增加，不调动教师", "Fast method: only additions, nobody is moved")
APART_NOTE = Text(
    "各学段分别计算：多学段学校共有的东西，每个学段只按自己所得计价；整校要花得更多，不能与方案的造价直接相比",
    "Section by section: of what a school of several sections shares, each section pays for what it gets itself; whole "
    "schools cost more, so do not set this beside the cost of the plan",
)
LINKED_NOTE = Text(
    "多学段学校的两个学段连在一起算，共有的只花一次钱；下界是费用较高的那个学段的，偏低",
    "Schools of several sections link both sections and what they share is paid once; the bound is that of the dearer "
    "section alone, which is low",
)
WHOLE_ORDER_NOTE = Text(
    "一所学校的全部措施在同一年付款；最慢的一项建成，学校才算改好；当年结余留到下一年",
    "A school is paid for in one year and mended when its slowest change stands; what is left is carried on",
)


def _wan(yuan: float | None) -> float | None:
    return None if yuan is None else yuan / WAN


WHOLE_SCHOOLS_NOTE = Text("按整校计算，共有的只花一次钱", "By whole schools: what sections share is paid once")
SCOPE: Mapping[str, Text] = {
    "budget": APART_NOTE,
    "demands": APART_NOTE,
    "sensitivity": LINKED_NOTE,
    "years": WHOLE_SCHOOLS_NOTE,
}
"""How a question counts what sections share, where there is any."""


class Further:
    """Tables of one study.

    Args:
        lists: of the counties of the study, with its names and notes.
        ways: whether the study uses ways other than adding.
    """

    def __init__(self, lists: Lists, *, ways: bool = False) -> None:
        self.lists, self.names, self.titles, self.ways = lists, lists.names, lists.titles, ways
        self.linked = any(one["together"] for one in lists.counties)

    def made(self, what: str, held: Mapping[str, Any]) -> list[Table]:
        """The tables of an answered question."""
        answer, asked = held["answer"], held["asked"]
        scope = self.scope(what)
        return [one.with_notes([scope] if scope else []) for one in self._made(what, answer, asked)]

    def scope(self, what: str) -> Text | None:
        """How the question counts what sections share; None where nothing is shared or every table says so."""
        return SCOPE[what] if self.linked and not (self.ways and what != "years") else None

    def _made(self, what: str, answer: Answer, asked: Answer) -> list[Table]:
        match what:
            case "budget":
                return [self.points(answer), self.bought_schools(answer), self.bought(answer)]
            case "demands":
                return [self.demands(answer), self.priced_schools(answer), self.drivers(answer)]
            case "sensitivity":
                return [self.varied(answer, asked["by"])]
            case _:
                return self.years(answer, asked) if answer["order"] else []

    def _table(
        self, id_: str, title: Text, columns: Sequence[Column], rows: Iterable[tuple[Any, ...]], *notes: Text
    ) -> Table:
        """The column of counties only where there are several."""
        held = Table(id_, title, tuple(columns), tuple(rows), (*self.lists.notes, *notes))
        return held.keeping([one.id for one in columns if one is not COUNTY or len(self.lists.counties) > 1])

    def points(self, answer: Answer) -> Table:
        """The curve in numbers."""
        columns = (
            Column("budget", Text("预算", "Budget"), "number", "万元", 2),
            Column("cost", Text("花费", "Spent"), "number", "万元", 2),
            SCHOOLS,
            PUPILS,
            Column("bound", Text("再好也不超过", "At best"), "number", None, 0),
        )
        rows = [
            (one["budget"] / WAN, one["cost"] / WAN, one["schools"], one["pupils"], one["bound"])
            for one in answer["points"]
        ]
        return self._table("curve", Text("预算与达标", "Budget and schools that pass"), columns, rows, BUDGET_NOTE)

    def bought_schools(self, answer: Answer) -> Table:
        """The schools that the budget brings to pass, dearest first."""
        held: dict[tuple[str, str, str, str], float] = defaultdict(float)
        for one in answer["actions"]:
            held[one["school_name"], one["school_code"], one["county"], one["section"]] += one["cost"]
        dearest = sorted(held.items(), key=lambda item: (-item[1], item[0]))
        rows = [
            (name, code, self.names[county], SECTION[part], cost / WAN) for (name, code, county, part), cost in dearest
        ]
        title = Text("这笔预算使哪些学校达标", "Schools that the budget brings to pass")
        return self._table("schools", title, (SCHOOL, CODE, COUNTY, STAGE, COST), rows, BUDGET_NOTE)

    def bought(self, answer: Answer) -> Table:
        """What the budget is spent on."""
        held = self.lists.actions([(one["county"], one) for one in answer["actions"]])
        unused = {"other"}
        kept = held.keeping([one.id for one in held.columns if one.id not in unused])
        return Table(
            "bought",
            Text("这笔预算的措施", "What the budget is spent on"),
            kept.columns,
            kept.rows,
            (*kept.notes, BUDGET_NOTE),
        )

    def demands(self, answer: Answer) -> Table:
        """Thresholds, dispersions, totals and the count, dearest first."""
        rows = [
            (self.demand_title(one), self.names[code], sections_title(section), *self._saved(one))
            for code, section, one in ordered(answer, schools=False)
        ]
        columns = (Column("demand", Text("去掉哪一条要求", "Without the demand")), COUNTY, STAGE, *SAVED)
        return self._table(
            "demands", Text("要求的价格", "The price of demands"), columns, rows, self._method(FAST_NOTE)
        )

    def _method(self, fast: Text) -> Text:
        """How the answer was worked out."""
        return WAYS_NOTE if self.ways else fast

    def priced_schools(self, answer: Answer) -> Table:
        """Schools without which the others cost less, dearest first."""
        rows = [
            (one["school_name"], one["school_code"], self.names[code], sections_title(section), *self._saved(one))
            for code, section, one in ordered(answer, schools=True)
        ]
        title = Text("不算某校能省多少", "What leaving a school out saves")
        return self._table(
            "priced_schools", title, (SCHOOL, CODE, COUNTY, STAGE, *SAVED), rows, self._method(FAST_NOTE)
        )

    def demand_title(self, one: Answer) -> Text:
        """A demand in words."""
        if one["kind"] == "count":
            return Text("每校至少达标项数（少一项）", "Indicators a school must meet (one fewer)")
        if one["kind"] in {"way", "posts"}:
            title = way_title(one.get("way") or "posts", self.lists.law)
            return Text(f"{title.zh}的上限", f"{title.en}, limits")
        title, words = self.titles[one["indicator"]], DEMANDS[one["kind"]]
        return Text(f"{title.zh}：{words.zh}", f"{title.en}: {words.en}")

    def _saved(self, one: Answer) -> tuple[float | None, ...]:
        return _wan(one["saved_least"]), _wan(one["saved_most"]), _wan(one["without"])

    def drivers(self, answer: Answer) -> Table:
        """Who drives each dispersion that the plan had to bring down."""
        columns = (
            INDICATOR,
            SCHOOL,
            CODE,
            COUNTY,
            STAGE,
            Column("share", Text("占差异的", "Share of the spread"), "percent", None, 0),
            Column("level", Text("是全县均值的几倍", "Times the mean"), "number", None, 2),
        )
        rows = [
            (
                self.titles[one["indicator"]],
                one["school_name"],
                one["school_code"],
                self.names[part["county_code"]],
                sections_title(part["section"]),
                one["share"],
                one["level"],
            )
            for part in answer["sections"]
            for one in part["drivers"]
        ]
        title = Text("差异系数由哪些学校拉开", "Who drives the dispersions")
        return self._table("drivers", title, columns, rows, DRIVERS_NOTE)

    def varied(self, answer: Answer, share: float) -> Table:
        """Cost and bound with less and with more of each."""
        sides = Text(f"少 {share:g}%", f"{share:g}% less"), Text(f"多 {share:g}%", f"{share:g}% more")
        columns = (
            Column("what", Text("什么变了", "What changes")),
            *(
                Column(f"{name}_{at}", title, "number", "万元", 2, side)
                for at, side in enumerate(sides)
                for name, title in (
                    ("cost", Text("造价", "Cost")),
                    ("bound", Text("下界", "Bound")),
                    ("more", Text("比现在多", "More than now")),
                )
            ),
        )
        now = plain_cost(answer)
        rows = []
        for what, less, more in pairs(answer):
            cells = [
                (_wan(cost), _wan(bound), None if cost is None or now is None else (cost - now) / WAN)
                for cost, bound in (less, more)
            ]
            rows.append((self.varied_title(what), *cells[0], *cells[1]))
        return self._table(
            "varied", Text("造价怎样随之变化", "How the cost follows"), columns, rows, self._method(VARIED_NOTE)
        )

    def varied_title(self, what: str) -> Text:
        """The number of pupils, or the unit cost of an indicator."""
        if what == "pupils":
            return Text("学生数", "Pupils")
        title = self.titles[what] if what in self.titles else way_title(what, self.lists.law)
        return Text(f"{title.zh}单价", f"{title.en}: price")

    def years(self, answer: Answer, asked: Answer) -> list[Table]:
        """Year by year in short, the schools, and the works of each year."""
        order = answer["order"]
        paid = {one["school_code"]: one for one in order["schools"]}
        costs: dict[str, float] = defaultdict(float)
        names: dict[str, tuple[str, str]] = {}
        for county, one in self.lists.works:
            costs[one["school_code"]] += one["cost"]
            names[one["school_code"]] = one["school_name"], county
        return [
            self._by_year(answer, asked),
            self._order(order, names, costs, answer["pupils"]),
            *(self._works(one["year"], paid) for one in order["years"]),
        ]

    def _works(self, year: int, paid: Mapping[str, Any]) -> Table:
        """What is paid for in a year."""
        title = Text(f"{year}年的措施", f"Works of {year}")
        return self.lists.carried_out(f"year_{year}", title, lambda one: _paid_in(one, paid, year))

    def _by_year(self, answer: Answer, asked: Answer) -> Table:
        order = answer["order"]
        columns = (
            Column("year", Text("年份", "Year"), "code"),
            Column("budget", Text("预算", "Budget"), "number", "万元", 2),
            Column("spent", Text("付款", "Paid"), "number", "万元", 2),
            Column("left", Text("年末结余", "Left at the end"), "number", "万元", 2),
            Column("schools", Text("付款学校", "Schools paid for"), "number", "所", 0),
            Column("ready", Text("改好学校", "Schools mended"), "number", "所", 0),
            Column("pupils", Text("受益学生", "Pupils who gain"), "number", "人", 0),
        )
        rows, left = [], 0.0
        for one, money in zip(order["years"], asked["money"], strict=True):
            left += money - one["spent"]
            paid = [each for each in order["schools"] if each["paid"] == one["year"]]
            ready = [each for each in order["schools"] if each["ready"] == one["year"]]
            gain = sum(answer["pupils"].get(each["school_code"], 0.0) for each in ready)
            rows.append((str(one["year"]), money / WAN, one["spent"] / WAN, left / WAN, len(paid), len(ready), gain))
        return self._table("by_year", Text("各年", "Year by year"), columns, rows, WHOLE_ORDER_NOTE)

    def _order(
        self,
        order: Answer,
        names: Mapping[str, tuple[str, str]],
        costs: Mapping[str, float],
        pupils: Mapping[str, float],
    ) -> Table:
        columns = (
            Column("paid", Text("付款年份", "Paid in"), "code"),
            Column("ready", Text("改好年份", "Mended in"), "code"),
            SCHOOL,
            CODE,
            COUNTY,
            PUPILS,
            COST,
        )
        rows = [
            (
                str(one["paid"]),
                str(one["ready"]),
                names[one["school_code"]][0],
                one["school_code"],
                self.names[names[one["school_code"]][1]],
                pupils.get(one["school_code"]),
                costs[one["school_code"]] / WAN,
            )
            for one in order["schools"]
        ]
        return self._table("order", Text("学校的先后", "The order of schools"), columns, rows, WHOLE_ORDER_NOTE)


SAVED = (
    Column("least", Text("至少省", "Saves at least"), "number", "万元", 2),
    Column("most", Text("至多省", "Saves at most"), "number", "万元", 2),
    Column("without", Text("去掉以后的造价", "Cost without"), "number", "万元", 2),
)
DEMANDS = {
    "threshold": Text("各校的要求", "threshold at every school"),
    "dispersion": Text("差异系数的上限", "limit of its dispersion"),
    "total": Text("每个学段最多增加", "most added in a section"),
}
DRIVERS_NOTE = Text(
    "方案实施以后；占按学生加权的离均差平方和的比例，每项列出最大的三所",
    "With the plan carried out; share of the pupil-weighted squared distances from the mean, the largest three of each",
)


def way_title(said: str, law: Standard) -> Text:
    """A way by the engine's words for it: means, and indicator or kind."""
    means, _, name = said.partition(" ")
    return title_of(means, name, law)


def sections_title(section: str) -> Text:
    """A section, or those that were priced together."""
    held = [SECTION[one] for one in section.split("+")]
    return Text("、".join(one.zh for one in held), ", ".join(one.en for one in held))


def ordered(answer: Answer, *, schools: bool) -> list[tuple[str, str, Answer]]:
    """County, section and price of every demand, or of every school, the dearest first."""
    held = [
        (part["county_code"], one.get("section") or part["section"], one)
        for part in answer["sections"]
        for one in part["demands"]
        if (one["kind"] == "school") == schools
    ]
    return sorted(held, key=lambda item: -item[2]["saved_most"])


def added_up(answer: Answer) -> list[Answer]:
    """The counties that have a plan in every section as things are; only they are added up."""
    return [one for one in answer["counties"].values() if one["cost"] is not None]


def not_added_up(answer: Answer) -> list[str]:
    """Codes of the other counties."""
    return [code for code, one in answer["counties"].items() if one["cost"] is None]


def plain_cost(answer: Answer) -> float | None:
    """Yuan of the counties that are added up, as things are; None when there are none."""
    held = added_up(answer)
    return _total([one["cost"] for one in held]) if held else None


Side = tuple[float | None, float | None]
"""Cost and bound in yuan."""


def pairs(answer: Answer) -> list[tuple[str, Side, Side]]:
    """What is changed, with cost and bound of the counties added up with less and with more of it."""
    held: dict[str, dict[bool, dict[str, list[float | None]]]] = {}
    for county in added_up(answer):
        for one in county["variants"]:
            sides = held.setdefault(one["what"], {})
            side = sides.setdefault(one["factor"] > 1, {"cost": [], "bound": []})
            side["cost"].append(one["cost"])
            side["bound"].append(one["bound"])
    return [(what, _side(sides[False]), _side(sides[True])) for what, sides in held.items()]


def _side(amounts: Mapping[str, list[float | None]]) -> Side:
    return _total(amounts["cost"]), _total(amounts["bound"])


def _total(amounts: Sequence[float | None]) -> float | None:
    known = [one for one in amounts if one is not None]
    return round(sum(known), 2) if len(known) == len(amounts) else None


def _paid_in(work: Answer, paid: Mapping[str, Any], year: int) -> bool:
    held = paid.get(work["school_code"])
    return held is not None and held["paid"] == year and work["action"] != "move_out"
