"""What the report says."""

from dataclasses import replace

import polars as pl

from junheng.publish.plan import Source, plan_report
from junheng.publish.plan.content import findings, worst, zones_said
from junheng.publish.report.blocks import Bullets, Figure, Heading, Paragraph, TableBlock
from junheng.seats.plan import HorizonPlan


def test_the_chapters_tables_and_figures_are_numbered_in_order(source: Source) -> None:
    blocks = plan_report(source).blocks
    chapters = [one.text[0] for one in blocks if isinstance(one, Heading)]
    assert chapters == list("一二三四五六")
    assert [one.number for one in blocks if isinstance(one, TableBlock)] == list(
        range(1, 1 + sum(isinstance(one, TableBlock) for one in blocks))
    )
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


def test_townships_without_a_boarding_school_are_named_or_it_is_said_that_none_lacks_one(source: Source) -> None:
    def said(plan: HorizonPlan) -> str:
        return "".join(one.text for one in plan_report(replace(source, plan=plan)).blocks if isinstance(one, Paragraph))

    assert "均达到《实施意见》第十七条" in said(source.plan)
    row = {"county_code": "A", "township": "甲乡", "boarding": 0, "needed": 1}
    lacking = pl.DataFrame([{**row, "school_code": None, "school_name": None, "pupils": None}])
    assert "1个乡镇不足" in said(replace(source.plan, boarding=lacking))


def test_a_merger_is_counted_apart(source: Source) -> None:
    closing = source.plan.projects.head(1).with_columns(kind=pl.lit("close"), seats=pl.lit(-540, pl.Int64))
    plan = replace(source.plan, projects=pl.concat([source.plan.projects, closing]))
    assert "撤并1所" in findings(plan)[-1]


def test_those_above_the_norm_in_2026_are_held_against_article_3(source: Source) -> None:
    crowded = source.plan.zone_plans.with_columns(above=pl.lit(7))
    assert any("第三条" in one for one in findings(replace(source.plan, zone_plans=crowded)))
    none = source.plan.zone_plans.with_columns(above=pl.lit(0))
    assert not any("第三条" in one for one in findings(replace(source.plan, zone_plans=none)))


def test_the_zones_are_summed_up(source: Source) -> None:
    assert "与下界的差距平均" in zones_said(source.plan)
    packed = source.plan.loads.with_columns(children=pl.col("classes") * 60)
    assert "达到大班额的学校" in zones_said(replace(source.plan, loads=packed))
