"""The report of one county, block by block."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from junheng.balance.model import CityVerdict
from junheng.policy.text import Text
from junheng.policy.years import year_label
from junheng.publish import charts, tables
from junheng.publish.report import sentences
from junheng.publish.report.blocks import Block, Bullets, Figure, Heading, Paragraph, Report, TableBlock
from junheng.publish.table import Table
from junheng.publish.tables.common import county_title, threshold
from junheng.publish.words import DOMAIN_TITLES, section_title

NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
ITEM_COLUMNS = ("item", "title", "state", "summary", "failing", "judged_by", "judged_on")
FAILING_COLUMNS = (
    "school_name", "section", "indicator", "indicator_title", "unit", "value", "threshold", "short_by", "reached",
)  # fmt: skip
STATISTICS_COLUMNS = (
    "section", "indicator_title", "unit", "threshold", "schools", "lowest", "median", "highest", "meeting",
    "meeting_share",
)  # fmt: skip
DISPERSION_COLUMNS = (
    "section", "indicator", "indicator_title", "unit", "mean", "dispersion", "limit", "margin", "met",
)  # fmt: skip
METHOD = (
    "校际差异系数为按学生数加权的总体标准差除以全县平均值，全县平均值为资源总量除以学生总数；比较时使用未修约的数值。",
    "一贯制学校和完全中学先按学段拆分：校舍、场地、设备和教室按规定权重分摊，教师按实际任教学段计。",
    "未上报的数据不按0处理：缺少数据的学校为“未评定”，不计为未达标，也不进入平均值；平均值为0时差异系数不可计算。",
    "显示数值按申报表规定修约：平均值两位小数，差异系数三位小数，比例一位小数，其余取整数。",
)


@dataclass(frozen=True, slots=True)
class Material:
    """What a report is made from beside the verdict: earlier years, and the same year by the 2012 standard."""

    city: CityVerdict
    earlier: tuple[CityVerdict, ...] = ()
    other_standard: CityVerdict | None = None
    notice: Text | None = None


class _Numbers:
    """Running numbers of headings, tables and figures."""

    def __init__(self) -> None:
        self.headings = self.tables = self.figures = 0

    def heading(self, text: str) -> Heading:
        self.headings += 1
        return Heading(1, f"{NUMERALS[self.headings - 1]}、{text}")

    def table(self, table: Table) -> TableBlock:
        self.tables += 1
        return TableBlock(table, self.tables)

    def figure(self, chart: charts.Chart) -> Figure:
        self.figures += 1
        return Figure(chart, self.figures)


def county_report(material: Material, county_code: str) -> Report:
    """The whole report of a county in Chinese; ``material.notice`` stands on every page."""
    city, numbers = material.city, _Numbers()
    parts: Sequence[Callable[[Material, str, _Numbers], Iterator[Block]]] = (
        _conclusion, _resources, _items, _failing, _trend, _comparison, _missing, _method,
    )  # fmt: skip
    return Report(
        title=f"{city.county(county_code).county.zh}义务教育优质均衡发展自评报告",
        subtitle=year_label(city.year),
        notice=material.notice.zh if material.notice else "",
        year=city.year,
        blocks=tuple(block for part in parts for block in part(material, county_code, numbers)),
    )


def _conclusion(material: Material, code: str, numbers: _Numbers) -> Iterator[Block]:
    county = material.city.county(code)
    yield numbers.heading("评估结论")
    yield Paragraph(sentences.conclusion(material.city, county))
    yield Paragraph(sentences.domains(county))
    if county.reasons:
        yield Paragraph("主要理由：")
        yield Bullets(sentences.texts(county.reasons))
    overview = tables.city_overview(_only(material.city, code)).keeping(_overview_columns(material.city, code))
    yield numbers.table(replace(overview, title=county_title(material.city, code, "评估结论", "verdict")))


def _only(city: CityVerdict, code: str) -> CityVerdict:
    return CityVerdict(city.standard, city.year, city.snapshot, (city.county(code),))


def _overview_columns(city: CityVerdict, code: str) -> tuple[str, ...]:
    domains = (f"domain_{name}" for name in DOMAIN_TITLES if name in city.county(code).domains)
    schools = ("schools", "schools_passing", "schools_failing", "schools_not_judged")
    return ("county", "state", *domains, *schools, "dispersions_met")


def _resources(material: Material, code: str, numbers: _Numbers) -> Iterator[Block]:
    city = material.city
    county = city.county(code)
    yield numbers.heading("资源配置")
    yield Heading(2, "（一）学校达标情况")
    yield Paragraph(sentences.schools(county, city.standard.sections))
    yield numbers.table(tables.indicator_statistics(city, code).keeping(STATISTICS_COLUMNS))
    yield Heading(2, "（二）校际差异系数")
    yield Paragraph(sentences.dispersions(county))
    table = tables.dispersions(city, code)
    yield numbers.figure(charts.dispersion_chart(table))
    yield numbers.table(table.keeping(DISPERSION_COLUMNS))
    yield Heading(2, "（三）各校数值")
    values = tables.school_values(city, code)
    for indicator in city.standard.indicators:
        wanted = {section_title(one).zh: threshold(city, indicator, one) for one in city.standard.sections}
        yield numbers.figure(charts.school_chart(values, indicator.id, wanted))
    ids = (indicator.id for indicator in city.standard.indicators)
    yield numbers.table(values.keeping(("school_name", "section", "pupils", *ids, "met_count", "passes")))


def _items(material: Material, code: str, numbers: _Numbers) -> Iterator[Block]:
    county = material.city.county(code)
    for domain in (one for one in DOMAIN_TITLES if any(result.item.domain == one for result in county.items)):
        yield numbers.heading(DOMAIN_TITLES[domain].zh)
        yield Paragraph(sentences.items(county, domain))
        if found := sentences.failures(county, domain):
            yield Bullets(found)
        yield numbers.table(tables.items(material.city, code, domain).keeping(ITEM_COLUMNS))


def _failing(material: Material, code: str, numbers: _Numbers) -> Iterator[Block]:
    city = material.city
    yield numbers.heading("未达标清单")
    yield Heading(2, "（一）资源配置未达标学校")
    schools = tables.failing_schools(city, code)
    if schools.rows:
        rule = sentences.school_rule(city)
        yield Paragraph(f"下列学校（学段）未达到“{rule}”的要求，逐项列出差距。")
        yield numbers.table(schools.keeping(FAILING_COLUMNS))
    else:
        yield Paragraph("没有未达标的学校。")
    yield Heading(2, "（二）其他领域未达标单位")
    others = tables.item_failures(city, code)
    if others.rows:
        yield numbers.table(others)
    else:
        yield Paragraph("没有未达标的单位。")


def _trend(material: Material, code: str, numbers: _Numbers) -> Iterator[Block]:
    yield numbers.heading("历年变化")
    if not material.earlier:
        yield Paragraph("没有以往学年的数据。")
        return
    table = tables.trend((*material.earlier, material.city), code)
    yield numbers.figure(charts.trend_chart(table))
    yield numbers.table(table)


def _comparison(material: Material, code: str, numbers: _Numbers) -> Iterator[Block]:
    yield numbers.heading("与2012年基本均衡标准对照")
    if material.other_standard is None:
        yield Paragraph("未按2012年标准评估。")
        return
    yield numbers.table(tables.comparison((material.city, material.other_standard), code))


def _missing(material: Material, code: str, numbers: _Numbers) -> Iterator[Block]:
    yield numbers.heading("缺项与不计入的学校")
    table = tables.missing(material.city, code)
    if not table.rows:
        yield Paragraph("没有缺项，也没有不计入的学校。")
        return
    yield numbers.table(table)


def _method(material: Material, _code: str, numbers: _Numbers) -> Iterator[Block]:
    yield numbers.heading("方法、依据与数据来源")
    yield Bullets(METHOD)
    yield Paragraph(f"数据快照：{material.city.snapshot or '未锁定'}。同一快照、同一标准得到同一结果。")
    yield numbers.table(tables.parameters(material.city))
