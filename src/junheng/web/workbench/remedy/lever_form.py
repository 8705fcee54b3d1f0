"""The form of one way: price, what it counts for, limits; everything wrong in it is told at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from junheng.balance import InputError
from junheng.balance.remedy import quantities
from junheng.policy.text import Text
from junheng.web.portal.law import standard_of
from junheng.web.workbench.asking import Asking
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy.levers import (
    CLASSES,
    KINDS,
    PRICED,
    ROOMS,
    TITLES,
    costs_with,
    document_of,
    fitting,
    in_titles,
)
from junheng.web.workbench.remedy.prices import LONGEST, RICHEST, day_in
from junheng.web.workbench.remedy.reported import REPORTED

LONGEST_NAME, LONGEST_LEAD, MOST = 40, 10, 10_000_000
CAPS: Mapping[str, Text] = {
    "per_school": Text("每校最多", "At most a school"),
    "per_section": Text("每个区县学段最多", "At most a county section"),
    "per_county": Text("全区县最多", "At most a county"),
    "per_year": Text("每个区县学段每年最多", "At most a year in a county section"),
}
SECTIONS = {"小学": "primary", "初中": "junior", "primary": "primary", "junior": "junior"}


@dataclass(frozen=True, slots=True)
class SaidLever:
    """What a form says of one way, and what is wrong in it."""

    means: str
    name: str
    valid_from: date | None
    said: Mapping[str, Any]
    faults: tuple[Text, ...]


def lever_in(given: Mapping[str, str], standard: str) -> SaidLever:
    """The way of a form: ``means``, ``name``, ``valid_from``, ``yuan``, ``low``, ``high``, ``source``, ``lead``,
    ``rooms``, ``counts_<indicator>``, the names of ``CAPS``, ``column``, ``share``, and ``schools``.

    A price or limit that is left empty is not known yet and asked for when a plan is made.
    """
    asking = Asking(given)
    means = asking.choice("means", Text("办法", "Way"), tuple(TITLES), "")
    if not means:
        return SaidLever("", "", None, {}, tuple(asking.faults))
    begins = day_in(given.get("valid_from", ""), asking.faults)
    name = _name(asking, means, standard)
    said = {**_money(asking, means), **_counts(asking, means, name, standard), **_limits(asking)}
    if not asking.faults:
        asking.faults.extend(refused(means, name, said, standard))
    return SaidLever(means, name, begins, said, tuple(asking.faults))


def _name(asking: Asking, means: str, standard: str) -> str:
    if means == "posts":
        return ""
    if means not in KINDS:
        return asking.choice("name", Text("指标", "Indicator"), fitting(means, standard), "")
    name = " ".join(asking.given.get("name", "").split())
    if not name or len(name) > LONGEST_NAME or "›" in name:
        asking.faults.append(
            Text(
                f"“名称”必填，不超过 {LONGEST_NAME} 个字，如“体育艺术教师”",
                f"“Name” is needed, at most {LONGEST_NAME} characters, such as “art teacher”",
            )
        )
    return name


def _money(asking: Asking, means: str) -> dict[str, Any]:
    source = asking.given.get("source", "").strip()[:LONGEST]
    if not source:
        asking.faults.append(
            Text("没有写依据，请写明数从何而来", "No source: say where the numbers come from"),
        )
    if means not in PRICED:
        return {"source": source}
    named = {
        "yuan": Text("单价", "Price"),
        "low": Text("最低", "Lowest"),
        "high": Text("最高", "Highest"),
    }
    money = {part: asking.number(part, title, 0, RICHEST, None) for part, title in named.items()}
    lead = asking.whole("lead", Text("几年见效", "Years until it works"), 0, LONGEST_LEAD, None)
    given = {part: one for part, one in money.items() if one is not None}
    if given and "yuan" not in given and not asking.faults:
        asking.faults.append(Text("填了最低或最高，没有填单价", "Lowest or highest is given, but no price"))
    return {**given, "source": source, **({} if lead is None else {"lead": lead})}


def _counts(asking: Asking, means: str, name: str, standard: str) -> dict[str, Any]:
    """Indicator -> what one unit adds; one of its own where the way is an indicator's."""
    if means not in KINDS:
        return {"counts": {name: 1}} if means in PRICED else {}
    law = standard_of(standard)
    found = {}
    for id_ in fitting(means, standard):
        short = law.indicator(id_).short
        title = Text(f"计入 {id_} {short.zh}", f"Counts in {id_} {short.en}")
        if amount := asking.number(f"counts_{id_}", title, 0, MOST, None):
            found[id_] = amount
    rooms = asking.choice("rooms", Text("专用教室", "Specialist rooms"), ("", *ROOMS), "") if means == "build" else ""
    return {"counts": found, **({"rooms": rooms} if rooms else {})}


def _limits(asking: Asking) -> dict[str, Any]:
    caps: dict[str, Any] = {name: asking.number(name, title, 0, MOST, None) for name, title in CAPS.items()}
    column = asking.choice("column", Text("按上报数", "Of what was reported"), ("", *REPORTED), "")
    percent = asking.number("share", Text("占上报数的百分比", "Percent of what was reported"), 0, 100, None)
    caps |= {"column": column or None, "share": percent / 100 if column and percent is not None else None}
    held = {name: value for name, value in caps.items() if value is not None}
    if schools := _schools(asking):
        held["schools"] = schools
    return {"limits": held} if held else {}


def _schools(asking: Asking) -> dict[str, Any]:
    """School -> its limit, or its limits by section; a line of the form is code, (section,) amount."""
    found: dict[str, Any] = {}
    for number, line in enumerate(asking.given.get("schools", "").splitlines(), 1):
        parts = line.replace(",", " ").replace("，", " ").split()
        if not parts:
            continue
        amount, section = _amount(parts[-1]), SECTIONS.get(parts[1], "") if len(parts) == 3 else ""  # noqa: PLR2004 - code, section, amount
        if amount is None or len(parts) not in {2, 3} or (len(parts) == 3 and not section):  # noqa: PLR2004
            asking.faults.append(
                Text(
                    f"“逐校上限”第{number}行“{line.strip()}”应写成：学校代码 数量，或 学校代码 小学 数量",
                    f"“Limits of single schools”, line {number} “{line.strip()}” must be: school code, amount; or "
                    "school code, primary, amount",
                )
            )
            continue
        held = found.get(parts[0])
        if section:
            found[parts[0]] = {**(held if isinstance(held, dict) else {}), section: amount}
        else:
            found[parts[0]] = amount
    return found


def _amount(said: str) -> float | None:
    try:
        amount = float(said)
    except ValueError:
        return None
    return amount if 0 <= amount <= MOST else None


def refused(means: str, name: str, said: Mapping[str, Any], standard: str) -> list[Text]:
    """What the engine finds wrong in one way, apart from a price nobody knows yet."""
    law = standard_of(standard)
    row = Lever(means=means, name=name, said={**said, **({"yuan": 0} if "yuan" not in said else {})})
    prices = {"add": {one.indicator: 0 for one in quantities(law)}, "move": {}, "ways": document_of([row])}
    columns: dict[str, dict[tuple[str, str], float]] = {column: {} for column in (*REPORTED, CLASSES, *ROOMS)}
    try:
        costs_with(prices, {"years": 1}, law, columns)
    except InputError as error:
        return [in_titles(one, law) for one in error.faults]
    return []
