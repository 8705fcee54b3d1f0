"""The items of the government, quality, social and veto domains."""

from collections.abc import Sequence

from junheng.balance.model import CityVerdict, ItemResult
from junheng.policy.text import Text
from junheng.publish.display import joined
from junheng.publish.findings import finding
from junheng.publish.table import Column, Table
from junheng.publish.tables.common import about, county_title, source
from junheng.publish.words import DOMAIN_TITLES

VETO = Text("一票否决项“达标”表示未发现所列情形", "A veto item is met when the situation it names was not found")


def items(city: CityVerdict, county_code: str, domain: str | None = None, notes: Sequence[Text] = ()) -> Table:
    """One row per item (of one domain or of all): its state, the finding, what is missing, who judged it and when."""
    title = DOMAIN_TITLES[domain] if domain else Text("分项评估", "items")
    results = [one for one in city.county(county_code).items if domain in {None, one.item.domain}]
    return Table(
        id=f"items_{domain}" if domain else "items",
        title=county_title(city, county_code, title.zh, title.en),
        columns=(
            Column("item", Text("指标编号", "Item"), "code"),
            Column("domain", Text("领域", "Domain")),
            Column("title", Text("指标", "Title")),
            Column("state", Text("结论", "State"), "state"),
            Column("summary", Text("指标值或简要结论", "Finding")),
            Column("failing", Text("未达标单位数", "Units failing"), "number", None, 0),
            Column("missing", Text("缺少的数据", "Missing")),
            Column("judged_by", Text("认定人（单位）", "Judged by")),
            Column("judged_on", Text("认定日期", "Judged on")),
            Column("document", Text("佐证材料", "Document")),
            Column("cite", Text("依据", "Article")),
        ),
        rows=tuple(_row(one) for one in results),
        notes=(*notes, VETO) if domain in {None, "veto"} else tuple(notes),
        source=source(city),
        about=about(city, "item", county_code),
    )


def _row(result: ItemResult) -> tuple[object, ...]:
    judged = result.conclusion
    return (
        result.item.id,
        DOMAIN_TITLES[result.item.domain],
        result.item.title,
        result.state,
        finding(result),
        len(result.failing),
        joined(result.missing),
        judged.judged_by if judged else None,
        judged.judged_on.isoformat() if judged else None,
        judged.document if judged else None,
        result.item.cite,
    )


def item_failures(city: CityVerdict, county_code: str, notes: Sequence[Text] = ()) -> Table:
    """One row per school, class group or county that fails an item, and why."""
    results = city.county(county_code).items
    return Table(
        id="item_failures",
        title=county_title(city, county_code, "分项未达标清单", "units that fail an item"),
        columns=(
            Column("item", Text("指标编号", "Item"), "code"),
            Column("code", Text("编号", "Code"), "code"),
            Column("name", Text("名称", "Name")),
            Column("why", Text("说明", "Why")),
        ),
        rows=tuple((result.item.id, one.code, one.name, one.why) for result in results for one in result.failing),
        notes=tuple(notes),
        source=source(city),
        about=about(city, "item", county_code),
    )
