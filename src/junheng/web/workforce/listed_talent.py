"""Tables of talent programmes: the city beside the targets, each county, rural training with its allotment."""

from collections.abc import Mapping
from typing import Any

from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.web.workforce.listed import named

Row = Mapping[str, Any]
Names = Mapping[str, str]
YEAR = Column("year", Text("年份", "Year"), "code")
COUNTY = Column("county", Text("区县（开发区）", "County"))
PROGRAMME = Column("programme", Text("项目", "Programme"))
STATES = {
    "met": Text("已完成", "met"),
    "under_way": Text("未到期", "under way"),
    "missed": Text("到期未完成", "not met in time"),
    "unreported": Text("有区县未上报，不评定", "not judged, counties did not report"),
    "no_target": Text("当时没有目标", "no target in force"),
}
TRAINING = Text("农村教师培训", "Rural training")


def _progress(unit: str | None) -> tuple[Column, ...]:
    return (
        Column("count", Text("已有", "So far"), "number", unit, 0),
        Column("target", Text("目标", "Target"), "number", unit, 0),
        Column("share", Text("完成", "Done"), "percent", "%", 1),
        Column("missing", Text("还差", "Missing"), "number", unit, 0),
        Column("by", Text("期限", "By"), "code"),
        Column("state", Text("结果", "Result")),
        Column("unreported", Text("未上报的区县", "Counties that did not report")),
    )


def _row(one: Row, names: Names, *, judged: bool = True) -> tuple[Any, ...]:
    """``judged``: whether the target is held against this year; a year on the way is not."""
    silent = [names.get(code, code) for code in one["unreported"]]
    return (
        one["count"],
        one["target"],
        None if one["share"] is None else 100 * one["share"],
        one["missing"],
        one["by"].isoformat(),
        STATES[one["state"]] if judged else None,
        Text("、".join(silent), ", ".join(silent)) if silent else None,
    )


def programmes_table(found: Row, names: Names) -> Table:
    """The sum of the counties, year by year, beside the target of each programme."""
    last = {one["programme"]: one["year"] for one in found["programmes"]}
    rows = tuple(
        (Text(**one["title"]), str(one["year"]), *_row(one, names, judged=one["year"] == last[one["programme"]]))
        for one in found["programmes"]
    )
    return Table(
        "programmes", Text("各项目进度", "Progress of each programme"), (PROGRAMME, YEAR, *_progress(None)), rows
    )


def trainings_table(found: Row, names: Names) -> Table:
    """Rural training of each year beside its target."""
    rows = tuple((str(one["year"]), *_row(one, names)) for one in found["trainings"])
    return Table("trainings", Text("农村教师培训进度", "Progress of rural training"), (YEAR, *_progress("人次")), rows)


def counties_table(found: Row, names: Names) -> Table:
    """The latest year of each county: every programme a column."""
    year = max((one["year"] for one in found["counties"]), default=0)
    rows = [one for one in found["counties"] if one["year"] == year]
    titles = {one["programme"]: Text(**one["title"]) for one in rows}
    counts = {(one["county_code"], one["programme"]): one["count"] for one in rows}
    counties = sorted({one["county_code"] for one in rows})
    columns = (COUNTY, *(Column(name, title, "number", None, 0) for name, title in titles.items()))
    body = [(named(code, names), *(counts.get((code, name)) for name in titles)) for code in counties]
    sums = (Text("合计", "Total"), *(sum(counts.get((code, name)) or 0 for code in counties) for name in titles))
    title = Text(f"各区县累计数（{year} 年底）", f"Each county so far (end of {year})")
    return Table("counties", title, columns, tuple([*body, sums] if body else body))


def allotments_table(found: Row, names: Names) -> Table:
    """Person-times of training: what is allotted to each county in proportion, and what each did, year by year."""
    years = sorted({one["year"] for one in found["training_counties"]})
    done = {(one["county_code"], one["year"]): one["person_times"] for one in found["training_counties"]}
    shares = {one["county_code"]: one["person_times"] for one in found["allotments"]}
    counties = sorted({*shares, *(county for county, _year in done)})
    columns = (
        COUNTY,
        Column("allotted", Text("每年应培训", "To be trained a year"), "number", "人次", 0),
        *(Column(f"y{year}", Text(f"{year} 年", str(year)), "number", "人次", 0) for year in years),
    )
    rows = tuple(
        (named(code, names), shares.get(code), *(done.get((code, year)) for year in years)) for code in counties
    )
    sums = (
        Text("合计", "Total"),
        sum(shares.values()) if shares else None,
        *(sum(done.get((code, year)) or 0 for code in counties) for year in years),
    )
    title = Text("农村教师培训：按比例分配与完成", "Rural training: allotted in proportion, and done")
    return Table("allotments", title, columns, (*rows, sums) if rows else rows)
