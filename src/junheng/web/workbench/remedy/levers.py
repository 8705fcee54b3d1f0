"""The ways to raise indicators besides adding: what they are called, which are in force, and how the engine reads
them."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from junheng.balance import InputError
from junheng.balance.inputs import InputFault
from junheng.balance.remedy import Costs, costs_from, quantities
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.portal.law import standard_of
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy.prices import VERBS

Means = Literal["train", "recognise", "convert", "hire", "build", "posts", "move"]
TITLES: Mapping[str, Text] = {
    "train": Text("培训", "Train"),
    "recognise": Text("认定", "Recognise"),
    "convert": Text("改建", "Convert"),
    "hire": Text("招聘", "Hire"),
    "build": Text("新建", "Build"),
    "posts": Text("空编", "Free posts"),
    "move": Text("调动人数", "Who may move"),
}
TOLD: Mapping[str, Text] = {
    "train": Text(
        "在校教师提高学历、转教体育艺术等，不增加人", "Teachers already there reach a degree or subject; nobody comes"
    ),
    "recognise": Text("把在校教师认定为骨干教师等", "Teachers already there are recognised, as backbone teachers say"),
    "convert": Text("其他用房、场地改作教学、运动之用", "Other rooms and grounds become teaching rooms and grounds"),
    "hire": Text(
        "招聘一类教师，可同时计入几项指标；每人用一个空编", "A kind of teacher who may count in several; takes a post"
    ),
    "build": Text("新建一类房间或场地，可同时计入几项指标", "A kind of room or ground that may count in several"),
    "posts": Text("每校还有几个空编，招聘一人用一个", "How many posts are free at a school; hiring takes one"),
    "move": Text("调动教师时，每校、每学段最多几人", "How many teachers may leave a school, or move in all"),
}
PRICED = ("train", "recognise", "convert", "hire", "build")
"""Means that raise indicators and have a price; the others limit."""
KINDS = ("hire", "build")
"""Means whose ways the user names."""
OF_TEACHERS = ("train", "recognise", "hire", "move")
ROOMS: Mapping[str, Text] = {
    "music_rooms": Text("音乐教室", "Music rooms"),
    "art_rooms": Text("美术教室", "Art rooms"),
}
"""Rooms of which there must be one for so many classes; also the columns that count those there are."""
CLASSES = "classes"


@dataclass(frozen=True, slots=True)
class Held:
    """A way in force, with its row and title."""

    row: Lever
    title: Text

    @property
    def limited(self) -> bool:
        """Whether something is said of how far it goes."""
        return bool(self.row.said.get("limits"))


@cache
def fitting(means: str, standard: str) -> tuple[str, ...]:
    """The indicators a means raises: those of teachers, or all others.

    Raises:
        InputError: no plan can be made for the standard.
    """
    return tuple(one.indicator for one in quantities(standard_of(standard)) if one.movable == (means in OF_TEACHERS))


def title_of(means: str, name: str, law: Standard, *, limited: bool = True) -> Text:
    """What a way is called: the means, then the indicator's title or the name its user gave it.

    ``limited`` tells a limit on moves from a move.
    """
    head = TITLES[means] if limited and means in TITLES else {**TITLES, **VERBS}[means]
    if not name:
        return head
    short = next((one.short for one in law.indicators if one.id == name and means not in KINDS), Text(name, name))
    return Text(f"{head.zh}：{short.zh}", f"{head.en}: {short.en}")


def levers_in_force(rows: Iterable[Lever], day: date) -> list[Lever]:
    """The latest row of every way, a county's own before the city's, without those that are ended.

    Args:
        rows: those of a county and of the city above it.
        day: rows that begin later are not in force yet.
    """
    begun = [one for one in rows if one.valid_from <= day]
    city_first = sorted(begun, key=lambda one: (len(one.organisation.path), one.valid_from, one.made_at, one.pk))
    found = {(one.means, one.name): one for one in city_first}
    order = tuple(TITLES)
    held = [one for one in found.values() if not one.ended]
    return sorted(held, key=lambda one: (order.index(one.means), one.name))


def named(rows: Iterable[Lever], law: Standard) -> list[Held]:
    return [Held(one, title_of(one.means, one.name, law)) for one in rows]


def reached_by(rows: Iterable[Lever]) -> frozenset[str]:
    """The indicators that some way raises."""
    return frozenset(id_ for one in rows for id_ in one.said.get("counts", ()))


def document_of(rows: Iterable[Lever]) -> dict[str, Any]:
    """The ways and their limits as the engine's document has them; a price that nobody knows is empty."""
    found: dict[str, Any] = {}
    limits: dict[str, Any] = {}
    for one in rows:
        caps = one.said.get("limits")
        if one.means == "posts":
            limits["posts"] = caps or {}
            continue
        if one.means in PRICED:
            found.setdefault(one.means, {})[one.name] = _priced(one)
        if caps:
            limits.setdefault(one.means, {})[one.name] = caps
    return {**found, **({"limits": limits} if limits else {})}


def _priced(row: Lever) -> dict[str, Any]:
    said = row.said
    price = {"value": said.get("yuan"), **{end: said[end] for end in ("low", "high") if end in said}}
    if row.means not in KINDS:
        return price
    rooms = {"classes": CLASSES, "have": said["rooms"]} if said.get("rooms") else {}
    return {"cost": price, "counts": said["counts"], **rooms}


def kept(rows: Sequence[Lever]) -> dict[str, Any]:
    """What a study keeps of the ways it was answered with: the engine's document, and every way as it stood."""
    return {
        "ways": document_of(rows),
        "levers": [
            {"means": one.means, "name": one.name, "row": one.pk, "from": one.valid_from.isoformat(), **one.said}
            for one in rows
        ],
    }


def digest_of(prices: Mapping[str, Any]) -> str:
    """SHA-256 of the unit costs and ways a study is answered with, the same for the same numbers."""
    parts = {name: prices.get(name) or {} for name in ("add", "move", "low", "high", "ways")}
    said = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def per_year(prices: Mapping[str, Any]) -> bool:
    """Whether some way is limited by year, so that a study must say over how many."""
    caps = [one.get("limits") or {} for one in prices.get("levers", ())]
    return any("per_year" in one for one in caps)


def costs_with(
    prices: Mapping[str, Any],
    limits: Mapping[str, Any],
    law: Standard,
    columns: Mapping[str, Mapping[tuple[str, str], float]],
) -> Costs:
    """Unit costs, ways and limits in the engine's terms.

    Args:
        prices: as a study keeps them.
        limits: on what is added, and ``years`` over which limits by year are spread.
        law: the standard.
        columns: what schools reported, for limits that name it.

    Raises:
        InputError: with everything that does not fit.
    """
    ways = prices.get("ways") or {}
    document = {"add": prices["add"], "move": prices["move"], **ways, "limits": {**ways.get("limits", {}), **limits}}
    return costs_from(document, quantities(law), columns=columns)


FIXES: Mapping[str, Text] = {
    "cost_limit_missing": Text(
        "请在单价表里写每校最多、按上报数，或逐校写",
        "state it in the price list: a school, of what was reported, or by school",
    ),
    "cost_rooms_missing": Text(
        "请让学校补报，或在单价表里去掉“按班级数建够”",
        "have it reported, or do not ask for rooms for classes in the price list",
    ),
    "cost_section_needed": Text(
        "逐校上限请写明学段：学校代码 小学 数量", "name the section: school code, primary, amount"
    ),
    "cost_unknown_column": Text(
        "请改写每校最多或逐校上限，或换一列", "state a limit for every school or school by school, or another column"
    ),
    "cost_years_missing": Text("请在测算时填“分几年完成”", "fill in “Carried out over how many years” in the study"),
}
"""What mends a fault on the site, where files and options of the command line do not."""


def in_titles(fault: InputFault, law: Standard) -> Text:
    """A fault of the engine's document, its place by the titles of the site."""
    zh, en = fault.where.zh, fault.where.en
    limited = zh.startswith("limits › ")
    means, *rest = zh.removeprefix("limits › ").split(" › ")
    if means in TITLES or means in VERBS:
        title = title_of(means, rest[0] if rest else "", law, limited=limited)
        zh, en = (f"{title.zh}的上限", f"{title.en}, limits") if limited else (title.zh, title.en)
    rule = None if fault.code == "cost_unknown_column" else fault.rule
    parts = [one for one in (fault.what, rule, FIXES.get(fault.code, fault.fix)) if one is not None]
    return Text(f"{zh}：{'。'.join(one.zh for one in parts)}。", f"{en}: {'; '.join(one.en for one in parts)}.")


def faults_in(error: InputError, law: Standard) -> list[Text]:
    """Everything the engine finds wrong, by the titles of the site."""
    return [in_titles(one, law) for one in error.faults]
