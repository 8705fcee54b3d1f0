"""Up to four counties or schools beside each other as one table: a row per number, a column per place."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from junheng.balance.model import State, state_of
from junheng.policy.standard import Item, Standard
from junheng.policy.text import Text
from junheng.policy.years import statistics_day
from junheng.publish.rounding import AVERAGE, DISPERSION, shown
from junheng.publish.table import SUPPRESSED, About, Column, Table
from junheng.publish.words import DOMAIN_TITLES, section_title
from junheng.web.portal.models import County, Edition, School

Row = tuple[Any, ...]
ASPECT = Column("aspect", Text("方面", "Aspect"))
WHAT = Column("what", Text("项目", "What"))
WANTED = Column("wanted", Text("要求", "Required"))


def counties_beside(edition: Edition, standard: Standard, chosen: Sequence[County]) -> Table:
    """Verdicts, schools passing, means and dispersions, domains and items of counties."""
    rows: list[tuple[Any, ...]] = [
        (Text("结论", "Verdict"), Text("结论", "Verdict"), None, *(State(one.state) for one in chosen))
    ]
    for section in standard.sections:
        title = section_title(section)
        counts = [one.summary["sections"].get(section, {}) for one in chosen]
        said = [f"{one.get('met', 0)} / {one.get('of', 0)}" for one in counts]
        rows.append((title, Text("达标学校 / 学校", "Passing / schools"), None, *said))
        for indicator in standard.indicators:
            held = [_result(one, section, indicator.id) for one in chosen]
            limit = next((one["limit"] for one in held if one and one["limit"] is not None), None)
            unit = Text(f"{indicator.short.zh} 平均值（{indicator.unit}）", f"{indicator.short.en}: mean")
            rows.append((title, unit, None, *(_cell(one, "mean", AVERAGE) for one in held)))
            spread = Text(f"{indicator.short.zh} 差异系数", f"{indicator.short.en}: dispersion")
            wanted = None if limit is None else f"≤ {limit:g}"
            rows.append((title, spread, wanted, *(_cell(one, "dispersion", DISPERSION) for one in held)))
    for domain in chosen[0].summary["domains"] if chosen else ():
        states = [State(one.summary["domains"][domain]["state"]) for one in chosen]
        rows.append((DOMAIN_TITLES[domain], Text("结论", "Verdict"), None, *states))
        rows += [
            (DOMAIN_TITLES[domain], _numbered(item), None, *(_item(one, item.id) for one in chosen))
            for item in standard.items
            if item.domain == domain
        ]
    columns = [Column(one.code, Text(one.name["zh"], one.name["en"])) for one in chosen]
    made = _table(edition, standard, columns, rows)
    return replace(made, id="compare_counties", title=Text("区县对比", "Counties compared"))


def schools_beside(edition: Edition, standard: Standard, chosen: Sequence[School]) -> Table:
    """Verdict, pupils and the values of school sections."""
    rows: list[tuple[Any, ...]] = [
        (Text("结论", "Verdict"), Text("结论", "Verdict"), None, *(state_of(one.passes) for one in chosen)),
        (
            Text("规模", "Size"),
            Text("学生数", "Pupils"),
            None,
            *(SUPPRESSED if one.suppressed else _number(one.pupils, 0) for one in chosen),
        ),
    ]
    rules = standard.rules(statistics_day(edition.year))
    for indicator in standard.indicators:
        bounds = {section: rules.number(name) for section, name in indicator.threshold.items()}
        sections = dict.fromkeys(one.section for one in chosen)
        wanted = Text(
            "；".join(f"{section_title(one).zh} {bounds[one]:g}" for one in sections if bounds.get(one) is not None),
            "; ".join(f"{section_title(one).en} {bounds[one]:g}" for one in sections if bounds.get(one) is not None),
        )
        title = Text(f"{indicator.short.zh}（{indicator.unit}）", indicator.short.en)
        values = [SUPPRESSED if one.suppressed else _number(one.values.get(indicator.id), AVERAGE) for one in chosen]
        rows.append((Text("指标", "Indicators"), title, wanted, *values))
    columns = [
        Column(
            f"{one.code}_{one.section}",
            Text(f"{one.name} {section_title(one.section).zh}", f"{one.name} {section_title(one.section).en}"),
        )
        for one in chosen
    ]
    made = _table(edition, standard, columns, rows)
    return replace(made, id="compare_schools", title=Text("学校对比", "Schools compared"))


def differs(row: Sequence[Any]) -> bool:
    """Whether the places of a row do not all say the same."""
    return len({str(one) for one in row[3:]}) > 1


def _table(edition: Edition, standard: Standard, columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    year = f"{edition.year}—{edition.year + 1}"
    source = f"{standard.number} · {year} · v{edition.version} · snapshot {edition.snapshot[:12]}"
    about = About(edition.year, "city", standard.id, edition.snapshot)
    return Table("compare", Text("对比", "Compared"), (ASPECT, WHAT, WANTED, *columns), tuple(rows), (), source, about)


def _result(county: County, section: str, indicator: str) -> dict[str, Any] | None:
    return next((one for one in county.indicators if (one["section"], one["indicator"]) == (section, indicator)), None)


def _cell(result: dict[str, Any] | None, part: str, decimals: int) -> Any:
    if result is not None and result.get("suppressed"):
        return SUPPRESSED
    return _number(result[part] if result else None, decimals)


def _number(value: float | None, decimals: int) -> str | None:
    return None if value is None else shown(value, decimals)


def _numbered(item: Item) -> Text:
    return Text(f"{item.id} {item.title.zh}", f"{item.id} {item.title.en}")


def _item(county: County, id_: str) -> State | None:
    found = next((one for one in county.detail["items"] if one["item"]["id"] == id_), None)
    return None if found is None else state_of(found["ok"])
