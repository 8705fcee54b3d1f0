"""Columns that the tables of a plan share, and how rows of a frame become rows of a table."""

from collections.abc import Mapping, Sequence

import polars as pl

from junheng.policy.text import Text
from junheng.publish.table import Column, Table

SECTION = {"primary": Text("小学", "Primary"), "junior": Text("初中", "Junior secondary")}
KIND = {"new": Text("新建", "New"), "extend": Text("扩班", "Extension"), "close": Text("撤并", "Closing")}

METHODS = {
    "last_value": Text("与去年相同", "Same as last year"),
    "linear_trend": Text("直线趋势", "Straight line"),
    "grade_progression": Text("三年升级率", "Three-year progression"),
    "level": Text("同级人数不变", "Same by grade"),
    "progression": Text("收缩升级率", "Shrunken progression"),
    "combined": Text("组合", "Combined"),
}
"""Methods of a forecast."""
METHODS_GROUP = Text("过去误差（误差合计÷人数合计）", "Past error (errors over truths)")

COLUMNS: Mapping[str, Column] = {
    one.id: one
    for one in (
        Column("year", Text("年份", "Year"), "code"),
        Column("county_code", Text("区县", "County"), "code"),
        Column("township", Text("乡镇街道", "Township")),
        Column("section", Text("学段", "Section")),
        Column("children", Text("儿童", "Children"), "number", "人", 0),
        Column("seats_today", Text("现有学位", "Seats today"), "number", "个", 0),
        Column("missing_today", Text("按现状缺学位", "Short today"), "number", "个", 0),
        Column("gap_today", Text("按现状缺口", "Gap as things stand"), "number", "个", 0),
        Column("seats", Text("规划后学位", "Seats planned"), "number", "个", 0),
        Column("missing", Text("规划后缺学位", "Still short"), "number", "个", 0),
        Column("gap", Text("规划后缺口", "Gap planned"), "number", "个", 0),
        Column("oversized", Text("大班额（不建时）", "Oversized classes, nothing built"), "number", "个", 0),
        Column("changed_children", Text("换校学生", "Change school"), "number", "人", 0),
        Column("changed_areas", Text("换校片区", "Areas changed"), "number", "个", 0),
        Column("covered_today", Text("现状半径覆盖", "Covered today"), "percent", "%", 1),
        Column("covered", Text("规划后半径覆盖", "Covered planned"), "percent", "%", 1),
        Column("mean_metres", Text("平均路程", "Mean way"), "number", "米", 0),
        Column("above", Text("超班额标准学生", "Children above the class norm"), "number", "人", 0),
        Column("fullest", Text("最满学校平均班额", "Mean class of the fullest school"), "number", "人", 1),
        Column("project", Text("项目编号", "Project"), "code"),
        Column("place_name", Text("学校或用地", "School or site")),
        Column("kind", Text("类别", "Kind")),
        Column("primary", Text("小学班", "Primary classes"), "number", "班", 0),
        Column("junior", Text("初中班", "Junior classes"), "number", "班", 0),
        Column("new_seats", Text("新增学位", "Seats added"), "number", "个", 0),
        Column("cost", Text("投资", "Cost"), "number", "万元", 0),
        Column("why", Text("理由", "Why")),
        Column("unserved", Text("没有标准学位", "Without a seat by the norm"), "number", "人", 0),
        Column("unserved_bound", Text("无学位下界", "Bound of it"), "number", "人", 0),
        Column("allowed", Text("容许超班额", "Tolerated"), "number", "人", 0),
        Column("cost_bound", Text("投资下界", "Bound of cost"), "number", "万元", 0),
        Column("cost_gap", Text("投资最优性差距", "Gap of cost"), "percent", "%", 2),
        Column("zoned", Text("划片学生", "Zoned"), "number", "人", 0),
        Column("zone_seats", Text("学区学位", "Seats of zones"), "number", "个", 0),
        Column("elsewhere", Text("未划片学校学生", "In schools without a zone"), "number", "人", 0),
        Column("objective", Text("目标值（千人·公里）", "Objective (1000 pupil-km)"), "number", None, 2),
        Column("bound", Text("下界（千人·公里）", "Bound (1000 pupil-km)"), "number", None, 2),
        Column("zone_gap", Text("最优性差距", "Gap to the best"), "percent", "%", 2),
        Column("within_radius", Text("半径内就读", "Within the radius"), "percent", "%", 1),
        Column("code", Text("学校", "School"), "code"),
        Column("classes", Text("班数", "Classes"), "number", "班", 0),
        Column("schools", Text("学校", "Schools"), "number", "所", 0),
        Column("seats_now", Text("学位", "Seats"), "number", "个", 0),
        Column("gap_now", Text("缺口", "Gap"), "number", "个", 0),
        Column("class_size", Text("平均班额", "Mean class"), "number", "人", 1),
        Column("covered_share", Text("半径覆盖", "Covered"), "percent", "%", 1),
        Column("free_metres", Text("最近空余学位", "Nearest free seat"), "number", "米", 0),
        Column("reserved_classes", Text("规划用地可建", "Reserved land"), "number", "班", 0),
        Column("new_schools", Text("新建", "New schools"), "number", "所", 0),
        Column("extended", Text("扩班", "Extensions"), "number", "处", 0),
        Column("boarding", Text("现有寄宿制学校", "Boarding schools today"), "number", "所", 0),
        Column("needed", Text("应有", "Asked for"), "number", "所", 0),
        Column("school_name", Text("可先考察的学校", "School to look at first")),
        Column("pupils", Text("在校生", "Pupils"), "number", "人", 0),
        Column("place", Text("地方", "Place")),
        Column("counted", Text("实有", "Counted"), "number", "人", 0),
        Column("low", Text("区间下端", "Low end of the band"), "number", "人", 0),
        Column("point", Text("预测", "Forecast"), "number", "人", 0),
        Column("high", Text("区间上端", "High end of the band"), "number", "人", 0),
        Column("planned", Text("规划所用", "Planned with"), "number", "人", 0),
        Column("steady", Text("出生数不变", "Births held"), "number", "人", 0),
        Column("method", Text("所选方法", "Method chosen")),
        Column("error", Text("过去误差", "Past error"), "percent", "%", 1),
        Column("ahead", Text("提前年数", "Years ahead"), "code"),
        Column("compared", Text("对照数", "Forecasts compared"), "number", "个", 0),
        *(Column(one, title, "percent", "%", 1, METHODS_GROUP) for one, title in METHODS.items()),
        Column("chosen", Text("实际会选的", "As chosen then"), "percent", "%", 1, METHODS_GROUP),
        Column("held", Text("落在区间内", "Inside the band"), "percent", "%", 1),
        Column("parameter", Text("参数", "Parameter")),
        Column("value", Text("取值", "Value")),
    )
}


def named(said: str, names: Mapping[str, str]) -> str:
    """A sentence that begins with a county's code, with its name instead."""
    return next((name + said[len(code) :] for code, name in names.items() if said.startswith(code)), said)


def table_of(id_: str, title: Text, frame: pl.DataFrame, ids: Sequence[str], notes: Sequence[Text] = ()) -> Table:
    """A table of some columns of a frame; sections and kinds become words, cells without a value stay empty."""
    rows = tuple(
        tuple(_words(name, value) for name, value in zip(ids, row, strict=True)) for row in frame.select(ids).rows()
    )
    return Table(id_, title, tuple(COLUMNS[one] for one in ids), rows, tuple(notes))


def _words(name: str, value: object) -> object:
    if name == "section":
        return SECTION[str(value)]
    if name == "kind":
        return KIND[str(value)]
    if name == "method":
        return METHODS[str(value)]
    return str(value) if name in {"year", "ahead"} else value
