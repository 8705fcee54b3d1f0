"""Tables of talent programmes: the city beside the targets, each county, rural training with its allotment."""

from collections.abc import Mapping
from typing import Any

from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.web.workforce.listed import named
from junheng.web.workforce.programmes import Allotment

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


def own_programmes_table(found: Row, county: str) -> Table:
    """Year by year what a county has of each programme, beside the city and its target; blank where it is silent."""
    own = {(one["programme"], one["year"]): one["count"] for one in found["counties"] if one["county_code"] == county}
    last = {one["programme"]: one["year"] for one in found["programmes"]}
    columns = (
        PROGRAMME,
        YEAR,
        Column("own", Text("本区县累计", "The county so far"), "number", None, 0),
        Column("city", Text("全市累计", "The city so far"), "number", None, 0),
        Column("part", Text("本区县占全市", "Part of the city"), "percent", "%", 1),
        Column("target", Text("全市目标", "Target of the city"), "number", None, 0),
        Column("by", Text("期限", "By"), "code"),
        Column("state", Text("全市结果", "Result of the city")),
    )
    rows = tuple(
        (
            Text(**one["title"]),
            str(one["year"]),
            mine,
            one["count"],
            None if mine is None or not one["count"] else 100 * mine / one["count"],
            one["target"],
            one["by"].isoformat(),
            STATES[one["state"]] if one["year"] == last[one["programme"]] else None,
        )
        for one in found["programmes"]
        for mine in (own.get((one["programme"], one["year"])),)
    )
    note = Text(
        "第七条的目标只定到全市，没有分到区县；本区县占比只作参考",
        "Article 7 sets these targets for the city alone; the county's part is for reference",
    )
    return Table(
        "programmes", Text("各项目：本区县与全市", "Programmes, the county beside the city"), columns, rows, (note,)
    )


def own_training_table(found: Row, county: str) -> Table:
    """Year by year what is allotted to a county, what it did and what is missing, beside the city."""
    city = {one["year"]: one for one in found["trainings"]}
    columns = (
        YEAR,
        Column("allotted", Text("本区县应培训", "To be trained by the county"), "number", "人次", 0),
        Column("done", Text("本区县已培训", "Trained by the county"), "number", "人次", 0),
        Column("missing", Text("本区县还差", "Missing in the county"), "number", "人次", 0),
        Column("city", Text("全市已培训", "Trained in the city"), "number", "人次", 0),
        Column("target", Text("全市目标", "Target of the city"), "number", "人次", 0),
    )
    rows = tuple(
        (
            str(one["year"]),
            one["allotted"],
            one["person_times"],
            one["missing"],
            city[one["year"]]["count"],
            city[one["year"]]["target"],
        )
        for one in found["training_counties"]
        if one["county_code"] == county
    )
    return Table("training", Text("农村教师培训：本区县", "Rural training of the county"), columns, rows)


def arithmetic_table(made: Allotment) -> Table:
    """How the person-times of a year come to a county."""
    columns = (
        Column("target", Text("每年全市目标", "Target of the city a year"), "number", "人次", 0),
        Column("own", Text("本区县农村教师", "Rural teachers of the county"), "number", "人", 0),
        Column("city", Text("全市农村教师", "Rural teachers of the city"), "number", "人", 0),
        Column("quota", Text("按比例", "In proportion"), "number", "人次", 2),
        Column("allotted", Text("分配给本区县", "Allotted to the county"), "number", "人次", 0),
    )
    row = (made.target, made.own, made.city, made.quota, made.allotted)
    title = Text("农村教师培训：怎样分配到本区县", "Rural training: how it is allotted")
    return Table("arithmetic", title, columns, (row,), (made.words,))
