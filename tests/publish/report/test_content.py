"""What the report says, block by block."""

import pytest

from junheng.balance.model import CityVerdict
from junheng.publish.report import Material, county_report
from junheng.publish.report.blocks import Bullets, Figure, Heading, Paragraph, TableBlock
from tests.publish.conftest import COUNTY


def test_the_chapters_are_numbered_in_order(material: Material) -> None:
    report = county_report(material, COUNTY)
    assert [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1] == [
        "一、评估结论", "二、资源配置", "三、政府保障程度", "四、教育质量", "五、社会认可度", "六、一票否决",
        "七、未达标清单", "八、历年变化", "九、与2012年基本均衡标准对照", "十、缺项与不计入的学校",
        "十一、方法、依据与数据来源",
    ]  # fmt: skip


def test_tables_and_figures_are_numbered_without_a_gap(material: Material) -> None:
    blocks = county_report(material, COUNTY).blocks
    for kind in (TableBlock, Figure):
        numbers = [block.number for block in blocks if isinstance(block, kind)]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_indicator_has_a_figure_with_words(material: Material) -> None:
    figures = [block.chart for block in county_report(material, COUNTY).blocks if isinstance(block, Figure)]
    assert [chart.id for chart in figures] == [
        "dispersion_chart", *(f"school_chart_L{number}" for number in range(1, 8)), "trend_chart",
    ]  # fmt: skip
    assert all(chart.alt for chart in figures)


def test_without_other_years_or_standards_it_says_so(city: CityVerdict) -> None:
    report = county_report(Material(city), COUNTY)
    texts = [block.text for block in report.blocks if isinstance(block, Paragraph)]
    assert "没有以往学年的数据。" in texts
    assert "未按2012年标准评估。" in texts
    assert report.notice == ""


def test_the_method_says_that_nothing_is_not_zero(material: Material) -> None:
    lists = [block.items for block in county_report(material, COUNTY).blocks if isinstance(block, Bullets)]
    assert any("不按0处理" in line for items in lists for line in items)


def test_an_unknown_county_is_refused(material: Material) -> None:
    with pytest.raises(LookupError, match="999999"):
        county_report(material, "999999")
