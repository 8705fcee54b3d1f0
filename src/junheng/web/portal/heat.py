"""The heat table of a county: schools × indicators, narrowed and sorted as the address asks.

A county has some two thousand cells, so the rows are written here and not by a template loop: every value is rounded
as the official form rounds it and links to its explanation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from junheng.publish.rounding import AVERAGE, shown
from junheng.publish.table import SUPPRESSED
from junheng.web.portal.models import Edition, School
from junheng.web.portal.words import LOOKS, SYMBOLS, section_name, state_name

STAR = str(SUPPRESSED.value)
MARKS: Mapping[str, str] = {"met": "", "near": "△", "below": "✗", "none": "?", "free": "", "secret": ""}
"""The sign beside a value: only what is not met needs one."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What the reader asked of the table; empty means everything, in the order of the register."""

    section: str = ""
    failing: bool = False
    name: str = ""
    sort: str = ""

    @classmethod
    def of(cls, query: QueryDict, indicators: Iterable[str]) -> "Ask":
        """The question in an address; what it does not know it passes over."""
        sort = query.get("sort", "")
        known = {"pupils", "name", "met", *indicators}
        return cls(
            section=query.get("section", ""),
            failing=query.get("show") == "failing",
            name=query.get("name", "").strip(),
            sort=sort if sort.removeprefix("-") in known else "",
        )


def narrowed(schools: Iterable[School], ask: Ask) -> list[School]:
    """The schools asked for, sorted; a school without a value comes last either way."""
    chosen = [
        one
        for one in schools
        if ask.section in ("", one.section)
        and not (ask.failing and one.passes is True)
        and ask.name in f"{one.name} {one.code}"
    ]
    return _sorted(chosen, ask.sort) if ask.sort else chosen


def _sorted(schools: list[School], sort: str) -> list[School]:
    by = sort.removeprefix("-")
    if by == "name":
        return sorted(schools, key=lambda one: one.name, reverse=sort.startswith("-"))

    def key(one: School) -> float | None:
        if by == "met":
            return float(one.met)
        return one.pupils if by == "pupils" else one.values.get(by)

    with_value = [(value, one) for one in schools if (value := key(one)) is not None]
    with_value.sort(key=lambda pair: pair[0], reverse=sort.startswith("-"))
    return [one for _value, one in with_value] + [one for one in schools if key(one) is None]


def rows(schools: Iterable[School], indicators: Iterable[str], edition: Edition) -> SafeString:
    """The table's rows as HTML; every name from a workbook is escaped."""
    ids = tuple(indicators)
    root = reverse("city")
    place = root if edition.current else f"{root}{edition.slug}/"
    verdicts = {passes: _verdict(passes) for passes in (True, False, None)}
    sections: dict[str, str] = {}
    written = []
    for one in schools:
        section = sections.setdefault(one.section, escape(section_name(one.section)))
        page = f"{place}school/{escape(one.code)}/"
        at = f"{root}{edition.slug}/school/{escape(one.code)}/{one.section}/"
        written.append(
            f'<tr><th scope="row"><a href="{page}">{escape(one.name)}</a></th>'
            f'<td>{section}</td><td class="n">{STAR if one.suppressed else shown(one.pupils, 0, thousands=True)}</td>'
            f"{''.join(_cell(one, id_, at) for id_ in ids)}"
            f'<td class="n">{one.met}</td><td>{verdicts[one.passes]}</td></tr>'
        )
    return mark_safe("".join(written))  # noqa: S308 - names and codes are escaped above, the rest is ours


@lru_cache(maxsize=1 << 16)
def _written(value: float | None) -> str:
    return shown(value, AVERAGE, thousands=True)


def _cell(school: School, indicator: str, at: str) -> str:
    mark = school.marks.get(indicator, "none")
    value = STAR if mark == "secret" else _written(school.values.get(indicator))
    sign = MARKS[mark]
    sign = f"<i>{sign}</i>" if sign else ""
    return f'<td class="n {mark}"><a href="{at}{indicator}/">{value}</a>{sign}</td>'


def _verdict(passes: bool | None) -> str:
    look = LOOKS[passes]
    return (
        f'<span class="badge {look}"><span aria-hidden="true">{SYMBOLS[look]}</span> {escape(state_name(look))}</span>'
    )
