"""Ways in words: what one unit costs and counts for, how far it goes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from junheng.balance.remedy import quantities
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.publish.rounding import shown
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy.lever_form import CAPS, SECTIONS
from junheng.web.workbench.remedy.levers import KINDS, PRICED, ROOMS, title_of
from junheng.web.workbench.remedy.prices import UNITS, plain
from junheng.web.workbench.remedy.reported import REPORTED

OF_KIND = {"hire": UNITS["人"], "build": Text("元/处", "yuan each built")}
SECTION_WORDS = {code: word for word, code in SECTIONS.items() if word != code}


@dataclass(frozen=True, slots=True)
class Told:
    """One way as pages show it; ``row`` is the row it stands in, None where a study keeps it."""

    title: Text
    per: Text | None
    counts: Text | None
    limits: tuple[Text, ...]
    said: Mapping[str, Any]
    row: Lever | None = None

    @property
    def needs_limit(self) -> bool:
        """Whether a plan needs to know how far it goes; posts limit kinds of teachers, nothing limits buildings."""
        return self.counts is None


def told(means: str, name: str, said: Mapping[str, Any], law: Standard, row: Lever | None = None) -> Told:
    """A way in words."""
    limits = tuple(_limits(said.get("limits") or {}))
    counts = _counts(said, law) if means in KINDS else None
    return Told(title_of(means, name, law), _per(means, name, law), counts, limits, said, row)


def told_rows(rows: Iterable[Lever], law: Standard) -> list[Told]:
    return [told(one.means, one.name, one.said, law, one) for one in rows]


def _per(means: str, name: str, law: Standard) -> Text | None:
    if means not in PRICED:
        return None
    if means in KINDS:
        return OF_KIND[means]
    return next(UNITS[one.unit] for one in quantities(law) if one.indicator == name)


def _counts(said: Mapping[str, Any], law: Standard) -> Text:
    """What one unit adds of each indicator."""
    parts = [(law.indicator(id_).short, _number(amount)) for id_, amount in said.get("counts", {}).items()]
    zh = "、".join(f"{short.zh} {amount}" for short, amount in parts)
    en = ", ".join(f"{short.en} {amount}" for short, amount in parts)
    if rooms := ROOMS.get(said.get("rooms", "")):
        return Text(f"{zh}；按班级数建够{rooms.zh}", f"{en}; enough {rooms.en.lower()} for the classes")
    return Text(zh, en)


def _limits(caps: Mapping[str, Any]) -> Iterable[Text]:
    for name, title in CAPS.items():
        if name in caps:
            amount = _number(caps[name])
            yield Text(f"{title.zh} {amount}", f"{title.en} {amount}")
    if column := REPORTED.get(caps.get("column", "")):
        share = caps.get("share")
        zh, en = ("", "") if share is None else (f"的 {_number(100 * share)}%", f", {_number(100 * share)} % of it")
        yield Text(f"每校不超过上报的“{column.zh}”{zh}", f"at most what a school reported as “{column.en}”{en}")
    if schools := caps.get("schools"):
        yield Text(f"{len(schools)} 所学校另有上限", f"{len(schools)} schools have limits of their own")


def _number(amount: float) -> str:
    return shown(amount, 0 if amount == int(amount) else 2, thousands=True)


def fields_of(said: Mapping[str, Any]) -> dict[str, str]:
    """The fields of the form of a way that says this."""
    caps = said.get("limits") or {}
    fields: dict[str, Any] = {
        **{part: said.get(part, "") for part in ("yuan", "low", "high", "source", "lead", "rooms")},
        **{f"counts_{id_}": amount for id_, amount in said.get("counts", {}).items()},
        **{name: caps.get(name, "") for name in (*CAPS, "column")},
        "share": 100 * caps["share"] if "share" in caps else "",
        "schools": "\n".join(_lines(caps.get("schools") or {})),
    }
    return {name: plain(one) if isinstance(one, int | float) else one for name, one in fields.items()}


def _lines(schools: Mapping[str, Any]) -> Iterable[str]:
    for code, held in schools.items():
        if isinstance(held, dict):
            words = {section: SECTION_WORDS.get(str(section), str(section)) for section in held}
            yield from (f"{code} {words[section]} {plain(amount)}" for section, amount in held.items())
        else:
            yield f"{code} {plain(held)}"


def told_of(prices: Iterable[Mapping[str, Any]], law: Standard) -> list[Told]:
    """The ways a study was answered with; where counties have their own, that of the last."""
    held = {(one["means"], one["name"]): one for each in prices for one in each.get("levers", ())}
    return [told(means, name, one, law) for (means, name), one in held.items()]


def leads_of(prices: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], int]:
    """Years until a way works, by action and indicator or kind, of all ways a study was answered with."""
    return {
        (one["means"], one["name"]): one["lead"] for held in prices for one in held.get("levers", ()) if "lead" in one
    }
