"""What the report says."""

from dataclasses import replace

import polars as pl

from junheng.publish.plan import Source, plan_report
from junheng.publish.plan.content import findings, worst
from junheng.publish.report.blocks import Bullets, Figure, Heading, Paragraph, TableBlock


def test_the_chapters_tables_and_figures_are_numbered_in_order(source: Source) -> None:
    blocks = plan_report(source).blocks
    chapters = [one.text[0] for one in blocks if isinstance(one, Heading)]
    assert chapters == list("一二三四五")
    assert [one.number for one in blocks if isinstance(one, TableBlock)] == list(range(1, 7))
    assert [one.number for one in blocks if isinstance(one, Figure)] == [1, 2, 3]


def test_it_says_what_was_asked_for_and_that_the_data_are_made_up(source: Source) -> None:
    report = plan_report(source)
    assert report.notice == "合成数据"
    bullets = next(one for one in report.blocks if isinstance(one, Bullets))
    assert any("年度预算" in one for one in bullets.items)


def test_the_findings_carry_the_numbers_of_the_plan(source: Source) -> None:
    said = "\n".join(findings(source.plan))
    key = source.plan.key_figures()
    for row in key.iter_rows(named=True):
        assert f"{row['children']:,}人" in said
    assert f"新增学位{source.plan.projects['seats'].sum():,}个" in said


def test_without_prices_no_money_is_named(source: Source) -> None:
    unknown = source.plan.projects.with_columns(cost=pl.lit(None, pl.Int64))
    assert "单价未填，投资未计" in findings(replace(source.plan, projects=unknown))[-1]


def test_the_maps_show_the_worst_year_of_each_section(source: Source) -> None:
    assert [section for _, section in worst(source.plan)] == ["primary", "junior"]


def test_the_share_of_straight_ways_is_told(source: Source) -> None:
    assert any("直线" in one.text for one in plan_report(source).blocks if isinstance(one, Paragraph))
