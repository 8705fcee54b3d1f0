"""What a verdict lacks, and whom it leaves out."""

from collections.abc import Iterator, Sequence

from junheng.balance.model import CityVerdict, CountyVerdict
from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import about, county_title, source

KINDS = {
    "missing": Text("缺少数据", "Missing"),
    "unreported": Text("未上报", "Not reported"),
    "left_out": Text("不计入资源配置", "Left out of the indicators"),
}


def missing(city: CityVerdict, county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per gap: facts that are missing, schools that did not report, schools that do not count and why."""
    return Table(
        id="missing",
        title=county_title(city, county_code, "缺项与不计入清单", "what is missing or left out"),
        columns=(
            Column("kind", Text("类别", "Kind")),
            Column("code", Text("编号", "Code"), "code"),
            Column("name", Text("名称", "Name")),
            Column("why", Text("说明", "Explanation")),
        ),
        rows=tuple(_gaps(city.county(county_code))),
        notes=tuple(notes),
        source=source(city),
        about=about(city, "county", county_code),
    )


def _gaps(county: CountyVerdict) -> Iterator[tuple[object, ...]]:
    named = [(result.item, text) for result in county.items for text in result.missing]
    for item, text in named:
        yield (KINDS["missing"], item.id, item.title, text)
    known = {text for _, text in named}
    for text in county.missing:
        if text not in known:
            yield (KINDS["missing"], None, county.county, text)
    for kind, schools in (("unreported", county.unreported), ("left_out", county.left_out)):
        for one in schools:
            yield (KINDS[kind], one.code, Text(one.name, one.name), one.why)
