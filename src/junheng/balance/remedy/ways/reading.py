"""The extended form of the costs: further ways to raise quantities, and how far each of them goes.

train: {L1: 6000}                                   # teachers already there reach the degree
recognise: {L2: {value: 3000, low: 2000, high: 5000, from: 2026-01-01, cite: county price list}}
convert: {L4: 900, L7: 12000}                       # other rooms become teaching rooms, multimedia rooms
hire:
  art_teacher: {cost: 120000, counts: [L1, L3]}     # one teacher counts in both
build:
  music_room: {cost: 350000, counts: {L4: 96}, classes: classes, have: music_rooms}   # one for every 12 classes
limits:
  train: {L1: {column: teachers_without_degree}}    # a column of numbers school by school
  recognise: {L2: {column: eligible, share: 0.1, per_year: 20}}
  convert: {L4: {per_school: 300}, L7: {schools: {"2141000001": 3}}}
  hire: {art_teacher: {per_section: 10}}
  posts: {column: free_posts, per_county: 40}       # one for everyone hired
  move: {L1: {per_school: 2, per_section: 30}}      # who leaves a school, who moves in all
  years: 3                                          # with per_year
"""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from junheng.balance.remedy.quantities import Quantity
from junheng.balance.remedy.ways.way import NAMED, SINGLE, Cap, Means, Place, Way
from junheng.policy.text import Text

WAY_LIMITS = (*SINGLE, *NAMED, "move", "posts", "years")
CAP_KEYS = ("per_school", "schools", "column", "share", "per_section", "per_county", "per_year")
KIND_KEYS = ("cost", "counts", "classes", "have")
TEACHERS: frozenset[Means] = frozenset({"train", "recognise", "hire"})
"""Ways that raise numbers of teachers; the others raise rooms, areas and equipment."""

Columns = Mapping[str, Mapping[Place, float]]
"""Column -> number by school and section; an empty section stands for every one."""
Said = tuple[Text, Text, Text]


class Reading(Protocol):
    """The reader of the whole document."""

    @property
    def held(self) -> Mapping[str, Quantity]: ...
    def mapping(self, raw: Any, where: str, known: tuple[str, ...] | None = None) -> Mapping[str, Any]: ...
    def number(self, raw: Any, where: str) -> float: ...
    def price(self, raw: Any, where: str, what: tuple[str, str]) -> float | None: ...
    def school(self, code: Any, where: str) -> str: ...
    def fault(self, where: str, code: str, what: Text, rule: Text, fix: Text) -> None: ...


class WaysReader:
    """Reads the ways of a document and their limits."""

    def __init__(self, reader: Reading, columns: Columns, limits: Mapping[str, Any]) -> None:
        self.reader, self.columns, self.limits = reader, columns, limits
        years = limits.get("years")
        self.years = None if years is None else reader.number(years, "limits › years")

    def ways(self, document: Mapping[str, Any]) -> tuple[Way, ...]:
        """Every way of the document."""
        return (*self._single(document), *self._named(document))

    def posts(self) -> Cap | None:
        """Free establishment posts; None where nobody stated them."""
        raw = self.limits.get("posts")
        return None if raw is None else self._cap(raw, "limits › posts")

    def moves(self) -> dict[str, Cap]:
        """Indicator -> who may leave a school, and how many may move."""
        held = self.reader.mapping(self.limits.get("move") or {}, "limits › move", tuple(self.reader.held))
        return {id_: self._cap(raw, f"limits › move › {id_}") for id_, raw in held.items()}

    def _single(self, document: Mapping[str, Any]) -> Iterator[Way]:
        reader = self.reader
        for means in SINGLE:
            held = reader.mapping(document.get(means) or {}, means, tuple(reader.held))
            caps = self._caps(means, tuple(held))
            for id_, raw in held.items():
                price = reader.price(raw, f"{means} › {id_}", (means, id_))
                self._fits(means, id_, f"{means} › {id_}")
                if price is not None:
                    yield Way(means, id_, {id_: 1.0}, price, caps.get(id_, Cap()))

    def _named(self, document: Mapping[str, Any]) -> Iterator[Way]:
        reader = self.reader
        for means in NAMED:
            held = reader.mapping(document.get(means) or {}, means)
            caps = self._caps(means, tuple(held))
            for name, raw in held.items():
                where = f"{means} › {name}"
                kind = reader.mapping(raw, where, KIND_KEYS)
                price = reader.price(kind.get("cost"), f"{where} › cost", (means, name))
                counts = self._counts(kind.get("counts"), f"{where} › counts", means)
                rooms = self._rooms(kind, where, means)
                if price is not None and counts:
                    yield Way(means, name, counts, price, caps.get(name, Cap()), rooms)

    def _counts(self, raw: Any, where: str, means: Means) -> dict[str, float]:
        """Indicator -> how much one unit adds; a list counts one each."""
        reader = self.reader
        given = {str(one): 1 for one in raw} if isinstance(raw, list) else raw
        if not given:
            reader.fault(where, "cost_line_incomplete", *NO_COUNTS)
            return {}
        held = reader.mapping(given, where, tuple(reader.held))
        found = {}
        for id_, value in held.items():
            amount = reader.number(value, f"{where} › {id_}")
            self._fits(means, id_, f"{where} › {id_}")
            if amount <= 0:
                reader.fault(f"{where} › {id_}", "cost_counts_nothing", *COUNTS_NOTHING)
            elif reader.held[id_].whole and amount != round(amount):
                reader.fault(f"{where} › {id_}", "cost_not_whole", *_parts(id_))
            else:
                found[id_] = amount
        return found

    def _rooms(
        self, kind: Mapping[str, Any], where: str, means: Means
    ) -> tuple[Mapping[Place, float], Mapping[Place, float]] | None:
        """The columns of classes and rooms; None where rooms for classes are not asked."""
        names = [kind.get(name) for name in ("classes", "have")]
        if names == [None, None]:
            return None
        if means != "build" or None in names:
            self.reader.fault(where, "cost_line_incomplete", *ROOMS_INCOMPLETE)
            return None
        parts = [dict(self._column(name, None, where)) for name in names]
        return parts[0], parts[1]

    def _fits(self, means: Means, id_: str, where: str) -> None:
        """Teachers are trained, recognised and hired; everything else is converted and built."""
        if self.reader.held[id_].movable != (means in TEACHERS):
            self.reader.fault(where, "cost_way_unfit", *_unfit(means, id_))

    def _caps(self, means: Means, names: tuple[str, ...]) -> dict[str, Cap]:
        where = f"limits › {means}"
        held = self.reader.mapping(self.limits.get(means) or {}, where, names)
        return {name: self._cap(raw, f"{where} › {name}") for name, raw in held.items()}

    def _cap(self, raw: Any, where: str) -> Cap:
        reader = self.reader
        held = reader.mapping(raw, where, CAP_KEYS)

        def number(name: str) -> float | None:
            return None if held.get(name) is None else reader.number(held[name], f"{where} › {name}")

        section, county, yearly = (number(name) for name in ("per_section", "per_county", "per_year"))
        if yearly is not None and self.years is None:
            reader.fault("limits › years", "cost_years_missing", *NO_YEARS)
        spread = float("inf") if yearly is None or self.years is None else yearly * self.years
        named = dict(self._column(held.get("column"), number("share"), where))
        return Cap(
            per_school=number("per_school"),
            schools=named | dict(self._schools(held.get("schools") or {}, f"{where} › schools")),
            per_section=min(spread, float("inf") if section is None else section),
            per_county=float("inf") if county is None else county,
        )

    def _column(self, name: Any, share: float | None, where: str) -> Iterator[tuple[Place, float]]:
        """The numbers of a column, or a share of them rounded down."""
        if name is None:
            return
        if str(name) not in self.columns:
            self.reader.fault(f"{where} › column", "cost_unknown_column", *_no_column(str(name), tuple(self.columns)))
            return
        for place, amount in self.columns[str(name)].items():
            yield place, amount if share is None else float(int(amount * share + 1e-9))

    def _schools(self, raw: Any, where: str) -> Iterator[tuple[Place, float]]:
        """Limits of single schools: a number, or one for each section."""
        reader = self.reader
        for name, value in reader.mapping(raw, where).items():
            code = reader.school(name, where)
            parts = value if isinstance(value, dict) else {"": value}
            for section, amount in parts.items():
                yield (code, str(section)), reader.number(amount, f"{where} › {code}")


NO_COUNTS: Said = (
    Text("没有写计入哪些指标", "it is not said in which indicators it counts"),
    Text("每一类人员或工程都要写明计入哪些指标", "every kind names the indicators it counts in"),
    Text("请写成 counts: [L1, L3] 或 counts: {L4: 96}", "write counts: [L1, L3] or counts: {L4: 96}"),
)
ROOMS_INCOMPLETE: Said = (
    Text("classes 和 have 没有一起写，或不在 build 里", "classes and have do not stand together under build"),
    Text("按班级数要求专用教室，要有班级数和已有间数两列", "rooms for classes need both columns"),
    Text("请写全两个列名，或都删去", "name both columns, or neither"),
)
COUNTS_NOTHING: Said = (
    Text("计入的数量不大于零", "it counts for nothing"),
    Text("每个单位计入的数量大于零", "what one unit counts for is above zero"),
    Text("请改正或删去", "correct or delete it"),
)
NO_YEARS: Said = (
    Text("写了 per_year，却没有写分几年完成", "per_year is stated, but not over how many years"),
    Text("每年的上限乘以年数是总的上限", "a yearly limit times the years is the limit of the plan"),
    Text("请写 limits › years", "write limits › years"),
)


def _parts(id_: str) -> Said:
    return (
        Text(f"{id_} 的数量不是整数", f"the amount of {id_} is not whole"),
        Text("教师和教室按整数计入", "teachers and rooms count in whole ones"),
        Text("请改成整数", "write a whole number"),
    )


def _unfit(means: Means, id_: str) -> Said:
    return (
        Text(f"{means} 不能提高 {id_}", f"{means} does not raise {id_}"),
        Text(
            "train、recognise、hire 用于教师的指标，convert、build 用于校舍、场地和设备的指标",
            "train, recognise and hire raise indicators of teachers, convert and build those of rooms and grounds",
        ),
        Text("请改用别的办法，或删去这一项", "use another way or delete the line"),
    )


def _no_column(name: str, known: tuple[str, ...]) -> Said:
    listed = "、".join(known) or "没有", ", ".join(known) or "none"
    return (
        Text(f"没有「{name}」这一列", f'there is no column "{name}"'),
        Text(f"逐校文件里的列：{listed[0]}", f"columns of the file: {listed[1]}"),
        Text("请核对列名，或用 --per-school 给出逐校文件", "check the name, or give the file with --per-school"),
    )
