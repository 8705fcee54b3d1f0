"""Charts of a plan: children against seats over the years, and the map of gaps and projects."""

import json
from collections.abc import Mapping
from typing import Any

import polars as pl

from junheng.policy.text import Language, Text
from junheng.publish.charts import Chart
from junheng.publish.charts.chart import chart_of
from junheng.publish.charts.parts import layer, zero_axis
from junheng.publish.plan.columns import SECTION
from junheng.publish.table import Table
from junheng.seats.plan import Base, HorizonPlan

BREAKS = (-2000, -500, -100, 100, 500, 2000)
"""Seats at which the colour of the map changes."""
COLOURS = ("#2166ac", "#67a9cf", "#d1e5f0", "#f7f7f7", "#fddbc7", "#ef8a62", "#b2182b")
"""Diverging scheme RdBu (C. Brewer), safe for colour-blind readers: blue is spare, red is missing."""
KINDS = {"new": Text("新建", "New"), "extend": Text("扩班", "Extension"), "close": Text("撤并", "Closing")}
SHAPES = {"new": "square", "extend": "triangle-up", "close": "cross"}
SIMPLE = 0.001
"""Degrees by which township borders are simplified."""


def course_chart(plan: HorizonPlan, language: Language = "zh") -> Chart:
    """Children of every year with the seats of every milestone, a panel per section."""
    names = {"children": Text("儿童", "Children"), "seats": Text("学位（含规划）", "Seats, planned ones too")}
    yearly = plan.children.group_by("year", "section").agg(value=pl.col("children").sum()).sort("year")
    seats = plan.key_figures().select("year", "section", value="seats")
    rows = [
        {"year": str(row["year"]), "section": SECTION[row["section"]].in_(language), "what": names[what].in_(language)}
        | {"value": round(row["value"]), "label": f"{row['value']:,.0f}" if what == "seats" else ""}
        for what, frame in (("children", yearly), ("seats", seats))
        for row in frame.iter_rows(named=True)
    ]
    panels = [SECTION[section].in_(language) for section in SECTION]
    place = {
        "x": {"field": "year", "type": "ordinal", "title": None, "axis": {"labelAngle": -45}},
        "y": {
            "field": "value",
            **zero_axis([row["value"] for row in rows], Text("人／个", "Children, seats").in_(language)),
        },
    }
    what = {"field": "what", "type": "nominal", "title": None, "scale": {"range": ["#2b6ca3", "#c2410c"]}}
    seats_only = [{"filter": f"datum.what == {json.dumps(names['seats'].in_(language), ensure_ascii=False)}"}]
    spec = {
        "data": {"values": rows},
        "facet": {"field": "section", "type": "nominal", "title": None, "sort": panels},
        "columns": 2,
        "spec": {
            "width": 270,
            "height": 200,
            "layer": [
                layer({"type": "line", "point": True}, {**place, "color": what}),
                {
                    **layer({"type": "text", "dy": -10, "fontSize": 10}, {**place, "text": {"field": "label"}}),
                    "transform": seats_only,
                },
            ],
        },
    }
    words = "；".join(f"{row['year']} {row['section']} {row['what']} {row['value']:,}" for row in rows if row["label"])
    title = Table("course", Text("学龄人口与学位", "Children and seats"), (), ())
    return chart_of("course", title, language, spec, words)


def gap_map(plan: HorizonPlan, base: Base, year: int, section: str, language: Language = "zh") -> Chart:
    """Townships coloured by their gap as things stand, with the projects up to that year."""
    shapes = townships(base)
    gaps = plan.gap.filter((pl.col("year") == year) & (pl.col("section") == section))
    features = [
        {**json.loads(shapes[county, town]), "gap": value}
        for county, town, value in gaps.select("county_code", "township", "gap_today").iter_rows()
        if (county, town) in shapes
    ]
    legend = Text("缺口（个，红缺蓝余）", "Gap (red missing, blue spare)").in_(language)
    scale = {"type": "threshold", "domain": list(BREAKS), "range": list(COLOURS)}
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": features},
            "mark": {"type": "geoshape", "stroke": "#ffffff", "strokeWidth": 0.6},
            "encoding": {"color": {"field": "gap", "type": "quantitative", "title": legend, "scale": scale}},
        }
    ]
    points = _points(plan, base, year, section, language)
    if points:
        layers.append(_marks(points, language))
    spec = {"width": 560, "height": 420, "projection": {"type": "mercator"}, "layer": layers, "data": {"values": []}}
    missing = gaps.filter(pl.col("gap_today") > 0).sort("gap_today", descending=True).head(5)
    words = "；".join(f"{town} {value:,.0f}" for town, value in missing.select("township", "gap_today").iter_rows())
    title = Table(
        "gap_map", Text(f"{year}年{SECTION[section].zh}学位缺口与项目", f"{year} {SECTION[section].en} gap"), (), ()
    )
    return chart_of(f"gap_map_{year}_{section}", title, language, spec, words or "—")


def _marks(points: list[dict[str, Any]], language: Language) -> dict[str, Any]:
    there = {one["kind"] for one in points}
    kinds = [said for one in KINDS if (said := KINDS[one].in_(language)) in there]
    return {
        "data": {"values": points},
        "mark": {"type": "point", "filled": True, "size": 46, "stroke": "#ffffff", "strokeWidth": 0.8, "opacity": 1},
        "encoding": {
            "longitude": {"field": "lon", "type": "quantitative"},
            "latitude": {"field": "lat", "type": "quantitative"},
            "shape": {
                "field": "kind",
                "type": "nominal",
                "title": None,
                "scale": {
                    "domain": kinds,
                    "range": [SHAPES[one] for one in KINDS if KINDS[one].in_(language) in there],
                },
            },
            "fill": {"value": "#14262b"},
        },
    }


def _points(plan: HorizonPlan, base: Base, year: int, section: str, language: Language) -> list[dict[str, Any]]:
    at = {
        **{
            code: (lon, lat)
            for code, lon, lat in base.schools.select("school_code", "longitude", "latitude").iter_rows()
        },
        **{code: (lon, lat) for code, lon, lat in base.sites.select("site", "longitude", "latitude").iter_rows()},
    }
    held = plan.projects.filter((pl.col("year") <= year) & (pl.col(section) != 0))
    return [
        {"lon": at[place][0], "lat": at[place][1], "kind": KINDS[kind].in_(language)}
        for place, kind in held.select("place", "kind").iter_rows()
    ]


def townships(base: Base) -> Mapping[tuple[str, str], str]:
    """(County, township) -> its shape as GeoJSON, made of its areas and a little simplified."""
    import shapely

    found = {}
    for (county, town), part in base.areas.group_by("county_code", "township"):
        whole = shapely.coverage_union_all(shapely.from_wkb(part["polygon"].to_list()))
        simple = shapely.orient_polygons(shapely.simplify(whole, SIMPLE), exterior_cw=True)
        found[str(county), str(town)] = shapely.to_geojson(simple)
    return found
