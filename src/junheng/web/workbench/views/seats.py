"""The gap map: where seats are missing, by year and under a what-if."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from junheng.policy.text import Text
from junheng.publish.table import Table
from junheng.web.accounts.access import actor_of, needs
from junheng.web.portal.tables import files_response, offer
from junheng.web.workbench import gaps, queries
from junheng.web.workbench.asking import Asking
from junheng.web.workbench.choropleth import gap_legend, named_on, sheet_of, way_legend
from junheng.web.workbench.expected import Expected, error_table, expected_of, part_table, year_table
from junheng.web.workbench.expecting import sentences
from junheng.web.workbench.fan import fan_of
from junheng.web.workbench.gaps import Question
from junheng.web.workbench.models import PlanningBase
from junheng.web.workbench.planning import county_names, covers

VIEWS = ("gap", "free")


@needs("plan.see")
@require_safe
def seats(request: HttpRequest) -> HttpResponse:
    """The map, its table and files; the form only looks, it stores nothing."""
    base = next(iter(queries.bases()), None)
    if base is None:
        return render(request, "workbench/seats.html", {"base": None})
    asking = Asking(request.GET)
    question, view = _question(request, asking, base)
    answer = gaps.answer_of(base, question)
    expected = expected_of(base, question, township := _township(asking, question, answer))
    tables = _tables(base, question, answer, expected)
    place = next((one.name for one in _counties(request, base) if one.code == question.county), _("全市"))
    if (file := files_response(request, tables.values(), f"{place} {question.year}")) is not None:
        return file
    by = "area" if view == "free" else "township"
    context: dict[str, Any] = {
        "base": base,
        "question": question,
        "place": place,
        "view": view,
        "counties": _counties(request, base),
        "sections": gaps.sections(),
        "years": [_step(request.GET, year, question.year) for year in range(base.year, gaps.UNTIL + 1)],
        "sheet": (sheet := sheet_of(base, question.county, by)),
        "names": named_on(sheet, county_names()),
        "shapes": (gaps.way_shapes if view == "free" else gaps.gap_shapes)(base, question, answer),
        "legend": way_legend() if view == "free" else gap_legend(),
        "legend_title": _("颜色：到最近空余学位的路程") if view == "free" else _("颜色：学位缺口（个）"),
        "tiles": _tiles(question, answer, expected_of(base, question) if township else expected),
        "expected": expected,
        "said": sentences(expected, question, _seats(answer, township)),
        "fan": fan_of(expected.rows),
        "townships": sorted(answer.townships["township"].to_list()) if question.county else [],
        "township": township,
        "kept": _kept(request.GET),
        "norm": round(answer.norms.class_norm[question.section]),
        "by_road": answer.by_road,
        "offers": {name: offer(request, one) for name, one in tables.items()},
        "faults": asking.faults,
    }
    return render(request, "workbench/seats.html", context, status=422 if asking.faults else 200)


def _tables(base: PlanningBase, question: Question, answer: gaps.Answer, expected: Expected) -> dict[str, Table]:
    """The tables of the page by where they stand; those that there are."""
    found = {
        "gap": gaps.gap_table(base, question, answer),
        "years": year_table(base, question, expected),
        "parts": part_table(
            base, question, expected, question.year if question.year > expected.around.last else gaps.UNTIL
        ),
        "errors": error_table(base, expected),
    }
    return {name: one for name, one in found.items() if one is not None}


def _township(asking: Asking, question: Question, answer: gaps.Answer) -> str:
    """The township whose course is looked at; empty for the whole."""
    among = tuple(answer.townships["township"].to_list()) if question.county else ()
    return asking.choice("place", Text("乡镇街道", "Township"), ("", *among), "") if question.county else ""


def _seats(answer: gaps.Answer, township: str) -> float:
    held = answer.townships
    return float(held.filter(held["township"] == township)["seats"].sum() if township else held["seats"].sum())


def _kept(query: QueryDict) -> list[tuple[str, str]]:
    """What the page was asked for, but for the township and a file."""
    return [(name, str(value)) for name, value in query.items() if name not in {"place", "format", "table"}]


def _question(request: HttpRequest, asking: Asking, base: PlanningBase) -> tuple[Question, str]:
    counties = ("", *(one.code for one in _counties(request, base)))
    default = "" if len(counties) != 2 else counties[1]  # noqa: PLR2004 - the city, and the one county in reach
    question = Question(
        county=asking.choice("county", Text("区县", "County"), counties, default),
        section=asking.choice("section", Text("学段", "Section"), gaps.sections(), gaps.sections()[0]),
        year=asking.whole("year", Text("年份", "Year"), base.year, gaps.UNTIL, base.year + 1) or base.year,
        births=asking.number("births", Text("出生数逐年增减", "Births"), gaps.LOWEST_BIRTHS, gaps.HIGHEST_BIRTHS, 0.0)
        or 0.0,
        per_dwelling=asking.number(
            "dwelling", Text("每套儿童数", "Children per dwelling"), 0, gaps.MOST_CHILDREN, None
        ),
        delivered=_or(asking.number("delivered", Text("交付比例", "Delivered"), 0, gaps.MOST_DELIVERED, 100.0), 100.0),
        norm=asking.whole("norm", Text("班额标准", "Class norm"), gaps.LEAST_CLASS, gaps.MOST_CLASS, None),
    )
    view = asking.choice("view", Text("图", "Map"), VIEWS, VIEWS[0])
    return (question, view) if question.county else (question, VIEWS[0])


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _counties(request: HttpRequest, base: PlanningBase) -> list[Any]:
    return [one for one in queries.counties(actor_of(request), "plan.see") if covers(base, one.code)]


def _step(query: QueryDict, year: int, now: int) -> dict[str, Any]:
    held = query.copy()
    held["year"] = str(year)
    held.pop("format", None)
    return {"year": year, "here": year == now, "href": f"?{held.urlencode()}"}


def _tiles(question: Question, answer: gaps.Answer, expected: Expected) -> list[dict[str, str]]:
    """The sums of the page."""
    sums = answer.townships.select("children", "seats", "classes").sum().row(0, named=True)
    short = answer.townships.filter(answer.townships["gap"] > 0)["gap"].sum()
    tiles = [
        {"title": _("儿童"), "value": f"{sums['children']:,.0f}", "note": _("%(year)s年") % {"year": question.year}},
        {"title": _("学位"), "value": f"{sums['seats']:,.0f}", "note": _("按班额标准")},
        {"title": _("余缺"), "value": f"{sums['seats'] - sums['children']:+,.0f}", "note": _("全域合计，正数为余")},
        {"title": _("缺学位乡镇街道合计"), "value": f"{short:,.0f}", "note": _("不以余缺相抵")},
        {"title": _("平均班额"), "value": f"{sums['children'] / max(sums['classes'], 1):.1f}", "note": _("现有班级")},
    ]
    if (band := expected.band(question.year)) is not None:
        title = _("儿童的%(level)s区间") % {"level": f"{expected.around.level:.0%}"}
        tiles.insert(1, {"title": title, "value": f"{band[0]:,.0f}–{band[1]:,.0f}", "note": _("出生数不变，见下图")})
    if question.county:
        inside = answer.areas.filter(answer.areas["within_radius"].fill_null(value=False))["children"].sum()
        share = f"{100 * inside / max(sums['children'], 1):.1f}%"
        radius = f"{answer.norms.radius[question.section]:g}"
        tiles.append(
            {"title": _("服务半径覆盖"), "value": share, "note": _("%(metres)s米内有学校") % {"metres": radius}}
        )
    return tiles
