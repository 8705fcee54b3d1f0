"""The form of a study: which county and year, limits, seconds; everything wrong in it is told at once."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from junheng.balance import InputError
from junheng.balance.inputs import InputFault
from junheng.balance.remedy import costs_from, quantities
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.workbench.asking import Asking

RICHEST = 1_000_000_000_000
MOST = 10_000_000
LONGEST = 120
LONGEST_SPAN = 15
"""Seconds, and years."""
USUAL_SECONDS = 10.0


TITLES = {
    "per_school": Text("每校最多增加", "Added at any one school"),
    "per_section": Text("每个学段最多增加", "Added in a whole section"),
    "pinned": Text("正好增加", "Exactly added"),
    "forbidden": Text("不得增加", "Nothing added"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a study is asked: limits as the engine's document has them, whether teachers may move, seconds a county
    section, whether ways other than adding are used."""

    limits: Mapping[str, Any]
    moving: bool
    seconds: float
    ways: bool = False

    def stored(self) -> dict[str, Any]:
        return {"limits": dict(self.limits), "moving": self.moving, "seconds": self.seconds, "ways": self.ways}


def asked_in(given: Mapping[str, str], law: Standard, schools: Collection[str]) -> tuple[Asked, list[Text]]:
    """The question of a form, and what is wrong in it.

    Args:
        given: ``budget``, ``seconds``, ``moving``, ``ways``, ``years`` (that limits by year span),
            ``school_<indicator>`` and ``section_<indicator>`` for the most that is added, ``pinned`` and ``forbidden``
            with one line each.
        law: the standard of the year.
        schools: codes that lines may name.
    """
    asking = Asking(given)
    limits: dict[str, Any] = {
        "per_school": _most(asking, law, "school", TITLES["per_school"]),
        "per_section": _most(asking, law, "section", TITLES["per_section"]),
        "budget": asking.number("budget", Text("预算", "Budget"), 0, RICHEST, None),
        "pinned": list(_lines(asking, "pinned", TITLES["pinned"], amount=True)),
        "forbidden": list(_lines(asking, "forbidden", TITLES["forbidden"], amount=False)),
    }
    limits["years"] = years_in(asking)
    seconds = asking.number("seconds", Text("求解时间", "Seconds"), 1, LONGEST, USUAL_SECONDS) or USUAL_SECONDS
    held = {name: value for name, value in limits.items() if value not in ({}, [], None)}
    asked = Asked(held, given.get("moving") == "1", seconds, given.get("ways") == "1")
    return asked, [*asking.faults, *_refused(held, law, schools)]


def years_in(asking: Asking) -> int | None:
    """Over how many years the plan is carried out, which limits by year are multiplied by; None: not said."""
    return asking.whole("years", Text("分几年完成", "Carried out over how many years"), 1, LONGEST_SPAN, None)


def _most(asking: Asking, law: Standard, name: str, words: Text) -> dict[str, float]:
    found = {}
    for one in law.indicators:
        title = Text(f"{words.zh}：{one.short.zh}", f"{one.short.en}, {words.en}")
        most = asking.number(f"{name}_{one.id}", title, 0, MOST, None)
        if most is not None:
            found[one.id] = most
    return found


def _lines(asking: Asking, name: str, title: Text, *, amount: bool) -> Iterator[dict[str, Any]]:
    """School, indicator (and amount) of every line."""
    wanted = ("school_code", "indicator", "amount") if amount else ("school_code", "indicator")
    for number, line in enumerate(asking.given.get(name, "").splitlines(), 1):
        parts = line.replace(",", " ").replace("，", " ").split()
        if not parts:
            continue
        held: dict[str, Any] = dict(zip(wanted, parts, strict=False))
        if len(parts) != len(wanted) or (amount and not _number(held)):
            asking.faults.append(_line_fault(title, number, line, amount=amount))
            continue
        yield held


def _number(held: dict[str, Any]) -> bool:
    try:
        held["amount"] = float(held["amount"])
    except ValueError:
        return False
    return True


def _line_fault(title: Text, number: int, line: str, *, amount: bool) -> Text:
    zh = "学校代码 指标 数量" if amount else "学校代码 指标"
    en = "school code, indicator, amount" if amount else "school code, indicator"
    return Text(
        f"“{title.zh}”第{number}行“{line.strip()}”应写成：{zh}",
        f"“{title.en}”, line {number} “{line.strip()}” must be: {en}",
    )


def _refused(limits: Mapping[str, Any], law: Standard, schools: Collection[str]) -> list[Text]:
    """What the engine finds wrong in the limits."""
    held = quantities(law)
    prices = {one.indicator: 0 for one in held}
    try:
        costs_from({"add": prices, "limits": dict(limits)}, held, schools)
    except InputError as error:
        return [_told(one) for one in error.faults]
    return []


def _told(fault: InputFault) -> Text:
    """A fault of the engine's document by the titles of the form."""
    zh, en = fault.where.zh, fault.where.en
    for name, title in TITLES.items():
        zh, en = zh.replace(f"limits › {name}", title.zh), en.replace(f"limits › {name}", title.en)
    return Text(f"{zh}：{fault.what.zh}。{fault.rule.zh}。", f"{en}: {fault.what.en}. {fault.rule.en}.")
