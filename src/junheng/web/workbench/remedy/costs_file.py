"""A file of unit costs and ways as the command line reads it, taken apart into the forms of the price list."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from junheng.balance import InputError
from junheng.balance.remedy import costs_from, quantities
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.portal.law import standard_of
from junheng.web.workbench.remedy.lever_form import LONGEST_NAME, lever_in
from junheng.web.workbench.remedy.levers import CLASSES, KINDS, PRICED, ROOMS, in_titles, title_of
from junheng.web.workbench.remedy.levers_told import fields_of
from junheng.web.workbench.remedy.prices import VERBS, plain, said_in
from junheng.web.workbench.remedy.reported import REPORTED

LARGEST = 200_000
"""Bytes of a file."""
Form = Mapping[str, str]
OF_STUDIES = ("per_school", "schools", "per_section", "budget", "pinned", "forbidden", "years")
"""Limits that belong to one study and its form."""
UNKNOWN = "cost_missing"
"""The engine's fault for a price that nobody has said: here it is only not known yet."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file says.

    Attributes:
        lists: forms of ``set_prices``, one for each day.
        levers: forms of ``set_lever``.
        faults: everything wrong; nothing is kept then.
        ignored: what the file says and the price list does not take.
    """

    lists: tuple[Form, ...]
    levers: tuple[Form, ...]
    faults: tuple[Text, ...]
    ignored: tuple[Text, ...]


def costs_file(content: bytes, given: Mapping[str, str], standard: str) -> ReadFile:
    """The forms of a file.

    Args:
        content: YAML as ``junheng remedy --costs`` takes it.
        given: ``valid_from`` and ``source`` for prices that do not name their own.
        standard: its indicators are priced.
    """
    law = standard_of(standard)
    raw, fault = _parsed(content)
    if fault is not None:
        return ReadFile((), (), (fault,), ())
    faults = _refused(raw, law)
    if faults:
        return ReadFile((), (), tuple(faults), ())
    own = {"valid_from": given.get("valid_from", "").strip(), "source": given.get("source", "").strip()}
    lists, levers = tuple(_lists(raw, own)), tuple(_levers(raw, own, law, faults))
    told = [fault for form in lists for fault in said_in(form, standard).faults]
    for form in levers:
        title = title_of(form["means"], form.get("name", ""), law)
        told += [_at(title, one) for one in lever_in(form, standard).faults]
    if not lists and not levers and not faults:
        told.append(Text("文件里一项单价、一种办法也没有", "The file has no price and no way"))
    return ReadFile(lists, levers, tuple(dict.fromkeys([*faults, *told])), tuple(_ignored(raw)))


def _parsed(content: bytes) -> tuple[Any, Text | None]:
    if len(content) > LARGEST:
        return None, Text(f"文件大于 {LARGEST:,} 字节", f"The file is larger than {LARGEST:,} bytes")
    try:
        return yaml.safe_load(content.decode("utf-8-sig")), None
    except UnicodeDecodeError:
        return None, Text("文件不是 UTF-8 编码的文本，请另存为 UTF-8", "The file is no UTF-8 text: save it as UTF-8")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        zh, en = (f"第{mark.line + 1}行", f" in line {mark.line + 1}") if mark else ("", "")
        return None, Text(
            f"文件{zh}不是 YAML，请照说明的例子改写", f"The file is no YAML{en}: see the documented example"
        )


def _refused(raw: Any, law: Standard) -> list[Text]:
    """What the engine finds wrong, apart from prices nobody knows yet."""
    columns: dict[str, dict[tuple[str, str], float]] = {name: {} for name in (*REPORTED, CLASSES, *ROOMS)}
    try:
        costs_from(raw, quantities(law), columns=columns)
    except InputError as error:
        return [in_titles(one, law) for one in error.faults if one.code != UNKNOWN]
    return []


def _money(raw: Any, own: Mapping[str, str]) -> dict[str, str]:
    """Price, range, day and source of one entry: a number, or one with all of them."""
    held = raw if isinstance(raw, dict) else {"value": raw}
    day = held.get("from")
    return {
        "yuan": _said(held.get("value")),
        **{end: _said(held.get(end)) for end in ("low", "high")},
        "valid_from": day.isoformat() if isinstance(day, date) else str(day or own["valid_from"]),
        "source": str(held.get("cite") or own["source"]),
    }


def _said(value: Any) -> str:
    return plain(value) if isinstance(value, int | float) else ""


def _lists(raw: Mapping[str, Any], own: Mapping[str, str]) -> Iterator[Form]:
    """One form of prices for each day."""
    by_day: dict[str, dict[str, str]] = defaultdict(dict)
    for verb in VERBS:
        for indicator, said in (raw.get(verb) or {}).items():
            money = _money(said, own)
            if not money["yuan"]:
                continue
            parts = {"": "yuan", "_low": "low", "_high": "high", "_source": "source"}
            by_day[money["valid_from"]] |= {f"{verb}_{indicator}{end}": money[part] for end, part in parts.items()}
    for day, form in by_day.items():
        yield {**form, "valid_from": day}


def _levers(raw: Mapping[str, Any], own: Mapping[str, str], law: Standard, faults: list[Text]) -> Iterator[Form]:
    """One form for each way, for free posts, and for each limit on moves."""
    limits = raw.get("limits") or {}
    for means in PRICED:
        for name, said in (raw.get(means) or {}).items():
            kind = said if means in KINDS else {"cost": said}
            caps = (limits.get(means) or {}).get(name) or {}
            rooms = _rooms(kind, title_of(means, str(name), law), faults)
            if means in KINDS and len(str(name)) > LONGEST_NAME:
                faults.append(_at(Text(str(name), str(name)), Text("名称太长", "the name is too long")))
            fields = fields_of({"counts": _counts(kind), "limits": caps, "rooms": rooms})
            yield {**fields, **_money(kind.get("cost"), own), "means": means, "name": str(name)}
    if limits.get("posts") is not None:
        yield {**fields_of({"limits": limits["posts"]}), **own, "means": "posts"}
    for name, caps in (limits.get("move") or {}).items():
        yield {**fields_of({"limits": caps}), **own, "means": "move", "name": str(name)}


def _counts(kind: Mapping[str, Any]) -> dict[str, float]:
    raw = kind.get("counts") or {}
    return {str(id_): 1 for id_ in raw} if isinstance(raw, list) else {str(id_): each for id_, each in raw.items()}


def _rooms(kind: Mapping[str, Any], title: Text, faults: list[Text]) -> str:
    """The rooms of which there must be enough for the classes; empty where they are not asked for."""
    classes, have = kind.get("classes"), str(kind.get("have") or "")
    if classes is None and not have:
        return ""
    if classes != CLASSES or have not in ROOMS:
        names = "、".join(ROOMS), " or ".join(ROOMS)
        faults.append(
            _at(
                title,
                Text(
                    f"网站上 classes 只能写 {CLASSES}，have 只能写 {names[0]}",
                    f"on the site classes is {CLASSES} and have is {names[1]}",
                ),
            )
        )
    return have


def _at(title: Text, fault: Text) -> Text:
    """A fault with the way it is about."""
    if fault.zh.startswith(title.zh):
        return fault
    return Text(f"{title.zh}：{fault.zh}", f"{title.en}: {fault.en}")


def _ignored(raw: Mapping[str, Any]) -> Iterator[Text]:
    limits = raw.get("limits") or {}
    held = [f"limits › {name}" for name in OF_STUDIES if name in limits]
    held += ["max_move_km"] if "max_move_km" in raw else []
    for name in held:
        yield Text(f"{name} 属于一次测算，没有保存，请在测算时填写", f"{name} belongs to one study and was not kept")
