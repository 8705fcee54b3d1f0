"""The caller's costs and limits from a parsed document, with everything that is wrong in it at once.

add: {L1: 120000, L2: 20000, L3: 120000, L4: 3000, L5: 500, L6: 1, L7: 30000}
move: {L1: 8000}
max_move_km: 20
limits:
  per_school: {L4: 2000}
  schools: {"2141000001": {L1: 3}}
  per_section: {L1: 40}
  budget: 50000000
  pinned: [{school_code: "2141000002", indicator: L7, amount: 2}]
  forbidden: [{school_code: "2141000003", indicator: L4}]

The extended form has further ways to raise a quantity (``ways.reading``).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from math import isfinite
from typing import Any

from junheng.balance.inputs import InputError, InputFault
from junheng.balance.remedy.costs import Costs, Limits
from junheng.balance.remedy.quantities import Quantity
from junheng.balance.remedy.ways.reading import WAY_LIMITS, Columns, WaysReader
from junheng.balance.remedy.ways.way import NAMED, SINGLE
from junheng.policy.text import Text

KEYS = ("add", "move", "max_move_km", "limits", *SINGLE, *NAMED)
PRICE_KEYS = ("value", "low", "high", "from", "cite")
LIMIT_KEYS = ("per_school", "schools", "per_section", "budget", "pinned", "forbidden", *WAY_LIMITS)


def costs_from(
    raw: Any, quantities: tuple[Quantity, ...], schools: Collection[str] = (), columns: Columns | None = None
) -> Costs:
    """Costs and limits of a document.

    Args:
        raw: what the YAML file holds.
        quantities: of the standard.
        schools: codes of the table; limits may name no others. Empty: not looked at.
        columns: numbers school by school that limits may name.

    Raises:
        InputError: with every fault of the document.
    """
    reader = Reader(quantities, frozenset(schools))
    costs = reader.costs(raw, columns or {})
    if reader.faults:
        raise InputError(reader.faults)
    return costs


class Reader:
    """Walks the document and keeps what is wrong."""

    def __init__(self, quantities: tuple[Quantity, ...], schools: frozenset[str]) -> None:
        self.held = {one.indicator: one for one in quantities}
        self.schools = schools
        self.faults: list[InputFault] = []
        self.ranges: dict[tuple[str, str], tuple[float, float]] = {}

    def costs(self, raw: Any, columns: Columns) -> Costs:
        document = self.mapping(raw, "COSTS", KEYS)
        add = self.prices(document.get("add"), "add")
        caps = self.mapping(document.get("limits") or {}, "limits", LIMIT_KEYS)
        further = WaysReader(self, columns, caps)
        ways = further.ways(document)
        reached = {id_ for one in ways for id_ in one.counts}
        for one in self.held.values():
            if one.indicator not in {*add, *reached} and not self.said(f"add › {one.indicator}"):
                self.fault(f"add › {one.indicator}", "cost_missing", *_missing(one))
        move = self.prices(document.get("move"), "move")
        for id_ in move:
            if not self.held[id_].movable:
                self.fault(f"move › {id_}", "cost_not_movable", *_not_movable(id_))
        far = document.get("max_move_km")
        limits = replace(self.limits(caps), posts=further.posts(), moves=further.moves())
        return Costs(add, move, None if far is None else self.number(far, "max_move_km"), limits, ways, self.ranges)

    def limits(self, held: Mapping[str, Any]) -> Limits:
        """The limits on what is added."""
        budget = held.get("budget")
        own = self.mapping(held.get("schools") or {}, "limits › schools")
        pinned = list(self.places(held.get("pinned"), "limits › pinned", amount=True))
        forbidden = list(self.places(held.get("forbidden"), "limits › forbidden", amount=False))
        for school, id_, _ in forbidden:
            if any((school, id_) == one[:2] and one[2] > 0 for one in pinned):
                self.fault(f"limits › pinned › {school} {id_}", "cost_contradiction", *CONTRADICTION)
        return Limits(
            per_school=self.amounts(held.get("per_school"), "limits › per_school"),
            schools={
                self.school(code, "limits › schools"): self.amounts(amounts, f"limits › schools › {code}")
                for code, amounts in own.items()
            },
            per_section=self.amounts(held.get("per_section"), "limits › per_section"),
            budget=None if budget is None else self.number(budget, "limits › budget"),
            pinned={(school, id_): amount for school, id_, amount in pinned},
            forbidden=frozenset((school, id_) for school, id_, _ in forbidden),
        )

    def amounts(self, raw: Any, where: str) -> dict[str, float]:
        """Indicator -> number."""
        held = self.mapping({} if raw is None else raw, where, tuple(self.held))
        return {id_: self.number(value, f"{where} › {id_}") for id_, value in held.items()}

    def prices(self, raw: Any, where: str) -> dict[str, float]:
        """Indicator -> yuan; what is left empty is asked for."""
        held = self.mapping({} if raw is None else raw, where, tuple(self.held))
        read = {id_: self.price(value, f"{where} › {id_}", (where, id_)) for id_, value in held.items()}
        return {id_: price for id_, price in read.items() if price is not None}

    def price(self, raw: Any, where: str, what: tuple[str, str]) -> float | None:
        """Yuan: a number, or one with its range, day and source; None where nothing is stated."""
        if not isinstance(raw, dict):
            return self.known(raw, where)
        held = self.mapping(raw, where, PRICE_KEYS)
        price = self.known(held.get("value"), where)
        low, high = (
            self.number(held[name], f"{where} › {name}") if name in held else price for name in ("low", "high")
        )
        if price is not None and low is not None and high is not None:
            self.ranges[what] = low, high
            if not low <= price <= high:
                self.fault(where, "cost_range", *_out_of_range(low, price, high))
        return price

    def known(self, raw: Any, where: str) -> float | None:
        """The number; nothing is asked for."""
        if raw is None:
            self.fault(where, "cost_missing", *UNSTATED)
            return None
        return self.number(raw, where)

    def places(self, raw: Any, where: str, *, amount: bool) -> Iterator[tuple[str, str, float]]:
        """School, indicator and amount of every line of a list."""
        if raw is None:
            return
        if not isinstance(raw, list):
            self.fault(where, "cost_not_list", *NOT_LIST)
            return
        wanted = ("school_code", "indicator", "amount") if amount else ("school_code", "indicator")
        for at, line in enumerate(raw, 1):
            here = f"{where} › {at}"
            held = self.mapping(line, here, wanted)
            lacking = [name for name in wanted if name not in held]
            if lacking:
                self.fault(here, "cost_line_incomplete", *_incomplete(lacking))
                continue
            id_ = str(held["indicator"])
            if id_ not in self.held:
                self.fault(here, "cost_unknown_key", *_unknown(id_, tuple(self.held)))
                continue
            number = self.number(held["amount"], f"{here} › amount") if amount else 0.0
            if self.held[id_].whole and number != round(number):
                self.fault(f"{here} › amount", "cost_not_whole", *_not_whole(id_))
            yield self.school(held["school_code"], here), id_, number

    def school(self, code: Any, where: str) -> str:
        text = str(code)
        if self.schools and text not in self.schools:
            self.fault(f"{where} › {text}", "cost_unknown_school", *_unknown_school(text))
        return text

    def mapping(self, raw: Any, where: str, known: tuple[str, ...] | None = None) -> Mapping[str, Any]:
        """Names and values; names that are not known are faults and are left out."""
        if not isinstance(raw, dict):
            self.fault(where, "cost_not_mapping", *NOT_MAPPING)
            return {}
        held = {str(name): value for name, value in raw.items()}
        for name in held:
            if known is not None and name not in known:
                self.fault(f"{where} › {name}", "cost_unknown_key", *_unknown(name, known))
        return {name: value for name, value in held.items() if known is None or name in known}

    def number(self, raw: Any, where: str) -> float:
        if isinstance(raw, bool) or not isinstance(raw, int | float) or not isfinite(raw):
            self.fault(where, "cost_not_number", *_not_number(raw))
            return 0.0
        if raw < 0:
            self.fault(where, "cost_negative", *_negative(raw))
            return 0.0
        return float(raw)

    def said(self, where: str) -> bool:
        return any(fault.where.zh == where for fault in self.faults)

    def fault(self, where: str, code: str, what: Text, rule: Text, fix: Text) -> None:
        self.faults.append(InputFault(code, Text(where, where), what, rule, fix))


Said = tuple[Text, Text, Text]
"""What, rule, remedy."""

ZERO_OR_MORE = Text("单价、上限和数量都是不小于零的数", "costs, limits and amounts are numbers of zero or more")
NOT_MAPPING: Said = (
    Text("不是“名称: 值”的形式", "it is not lines of 'name: value'"),
    Text("这里应写名称和值", "names with values belong here"),
    Text("请照说明的例子改写", "write it as in the documented example"),
)
NOT_LIST: Said = (
    Text("不是列表", "it is not a list"),
    Text("每行一校一指标", "one line for each school and indicator"),
    Text("请每行以“- ”开头", "begin every line with '- '"),
)
CONTRADICTION: Said = (
    Text("同一学校的同一指标既指定数量又禁止增加", "the same is pinned and forbidden"),
    Text("指定与禁止只能取一", "either pinned or forbidden"),
    Text("请删去其中一条", "delete one of them"),
)


def _missing(one: Quantity) -> Said:
    return (
        Text(f"没有 {one.indicator} 的单价", f"there is no unit cost of {one.indicator}"),
        Text("每个指标都要给出单价，程序从不假定", "every indicator has a unit cost; none is ever assumed"),
        Text(
            f"请写上增加一{one.unit or '个单位'}要多少元",
            f"write how many yuan one unit ({one.unit or one.column}) costs",
        ),
    )


UNSTATED: Said = (
    Text("没有写单价", "no unit cost is stated"),
    Text("每项单价都由使用者给出，程序从不假定", "every unit cost is given by its user; none is ever assumed"),
    Text("请写上一个要多少元，或删去这一项", "write how many yuan one costs, or delete the line"),
)


def _out_of_range(low: float, price: float, high: float) -> Said:
    return (
        Text(f"{price:g} 不在 {low:g} 和 {high:g} 之间", f"{price:g} does not lie between {low:g} and {high:g}"),
        Text("low、value、high 从小到大", "low, value and high rise"),
        Text("请改正", "correct it"),
    )


def _unknown(name: str, known: tuple[str, ...]) -> Said:
    return (
        Text(f"不认识「{name}」", f'"{name}" is not known'),
        Text(f"这里可以写：{'、'.join(known)}", f"known here: {', '.join(known)}"),
        Text("请改成其中之一，或删去", "use one of these or delete it"),
    )


def _not_number(raw: Any) -> Said:
    return (
        Text(f"「{raw}」不是数", f'"{raw}" is no number'),
        ZERO_OR_MORE,
        Text("请写数字，不加引号和单位", "write a number without quotes or unit"),
    )


def _negative(raw: float) -> Said:
    return (
        Text(f"{raw} 小于零", f"{raw} is below zero"),
        ZERO_OR_MORE,
        Text("请改正", "correct it"),
    )


def _not_whole(id_: str) -> Said:
    return (
        Text(f"{id_} 的数量不是整数", f"the amount of {id_} is not whole"),
        Text("教师和教室按整数增加", "teachers and rooms are added in whole ones"),
        Text("请改成整数", "write a whole number"),
    )


def _not_movable(id_: str) -> Said:
    return (
        Text(f"{id_} 不能调动", f"{id_} cannot be moved"),
        Text("只有教师可以在校际调动", "only teachers move between schools"),
        Text("请删去这一行", "delete the line"),
    )


def _incomplete(lacking: list[str]) -> Said:
    return (
        Text(f"缺少 {'、'.join(lacking)}", f"{', '.join(lacking)} missing"),
        Text(
            "每行写明学校和指标，指定数量的还要写数量",
            "every line names school and indicator, and the amount if pinned",
        ),
        Text("请补上", "add what is missing"),
    )


def _unknown_school(code: str) -> Said:
    return (
        Text(f"表中没有学校 {code}", f"the table has no school {code}"),
        Text("限制只能针对表中的学校", "limits name schools of the table"),
        Text("请核对代码；以 0 开头的代码要加引号", "check the code; quote codes that begin with 0"),
    )
