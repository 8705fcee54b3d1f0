"""Where to build: a question to the solver, the curve of its answers, the points on a map."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import NotAllowed
from junheng.web.portal.tables import files_response, offer
from junheng.web.workbench import gaps, queries
from junheng.web.workbench.actions.start_study import start_study
from junheng.web.workbench.asking import Asking
from junheng.web.workbench.choropleth import gap_legend, named_on, sheet_of
from junheng.web.workbench.curve import curve_of
from junheng.web.workbench.gaps import Question
from junheng.web.workbench.models import StudyKind
from junheng.web.workbench.planning import county_names, planning
from junheng.web.workbench.studied import point_table, result_of, siting_name, title_of
from junheng.web.workbench.tradeoff import OBJECTIVES, Wanted, placed

MOST_SCHOOLS, LONGEST = 30, 60
RICHEST = 100_000_000_000
FARTHEST = 50_000


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def sitings(request: HttpRequest) -> HttpResponse:
    """The studies made, and a form for whoever may make one."""
    actor = actor_of(request)
    asking = Asking(request.POST)
    if request.method == "POST":
        if not actor.may("plan.study"):
            raise NotAllowed("您没有开展规划测算的权限。", "You may not run planning studies.")
        wanted, county = _wanted(asking, actor)
        if not asking.faults:
            base = queries.bases()[0]
            name = siting_name(county, wanted)
            study = start_study(actor, base, StudyKind.SITING, county=county, parameters=asdict(wanted), name=name)
            return redirect("siting-study", study.pk)
    context = {
        "studies": queries.studies(actor, StudyKind.SITING),
        "base": next(iter(queries.bases()), None),
        "counties": queries.counties(actor, "plan.study"),
        "sections": gaps.sections(),
        "objectives": OBJECTIVES,
        "years": range(2026, gaps.UNTIL + 1),
        "typed": request.POST,
        "studies_may": actor.may("plan.study"),
        "faults": asking.faults,
    }
    return render(request, "workbench/sitings.html", context, status=422 if asking.faults else 200)


def _wanted(asking: Asking, actor: Actor) -> tuple[Wanted, str]:
    codes = tuple(one.code for one in queries.counties(actor, "plan.study"))
    wanted = Wanted(
        section=asking.choice("section", Text("学段", "Section"), gaps.sections(), gaps.sections()[0]),
        year=asking.whole("year", Text("年份", "Year"), 2026, gaps.UNTIL, 2030) or 2030,
        objective=asking.choice("objective", Text("目标", "Objective"), OBJECTIVES, OBJECTIVES[0]),
        most=asking.whole("most", Text("新建学校数", "New schools"), 0, MOST_SCHOOLS, 5) or 0,
        budget=asking.whole("budget", Text("预算", "Budget"), 0, RICHEST, None),
        cap=asking.number("cap", Text("最远路程", "Farthest way"), 100, FARTHEST, None),
        births=asking.number("births", Text("出生数逐年增减", "Births"), gaps.LOWEST_BIRTHS, gaps.HIGHEST_BIRTHS, 0.0)
        or 0.0,
        seconds=asking.number("seconds", Text("求解时间", "Seconds"), 0.2, LONGEST, 3.0) or 3.0,
    )
    return wanted, asking.choice("county", Text("区县", "County"), codes, codes[0] if codes else "")


@needs("plan.see")
@require_safe
def siting_study(request: HttpRequest, study_id: int) -> HttpResponse:
    """One study: ``?point=`` is the number of new schools looked at."""
    study = queries.study_of(actor_of(request), study_id, StudyKind.SITING)
    context: dict[str, Any] = {"study": study, "title": title_of(study)}
    if study.result is None:
        return render(request, "workbench/siting_study.html", context)
    points = result_of(study)["points"]
    chosen = _chosen(request, points)
    table = point_table(study)
    if (file := files_response(request, [table], title_of(study))) is not None:
        return file
    point = points[chosen]
    base = planning(study.base, study.county_code)
    sheet = sheet_of(study.base, study.county_code, "township")
    wanted = Wanted(**study.parameters)
    question = Question(study.county_code, wanted.section, wanted.year, wanted.births)
    answer = gaps.answer_of(study.base, question)
    new, grown = set(point["opened"]), set(point["extended"])
    context |= {
        "wanted": wanted,
        "point": point,
        "curve": curve_of(points, point["schools"]),
        "offer": offer(request, table),
        "sheet": sheet,
        "shapes": gaps.gap_shapes(study.base, question, answer),
        "legend": gap_legend(),
        "legend_title": _("颜色：现状学位缺口（个）"),
        "names": named_on(sheet, county_names()),
        "marks": [
            {"x": x, "y": y, "name": name, "new": code in new}
            for code, name, lon, lat in placed(base, [*new, *grown])
            for x, y in [sheet.at(lon, lat)]
        ],
        "classes": point["extended"],
    }
    return render(request, "workbench/siting_study.html", context)


def _chosen(request: HttpRequest, points: list[dict[str, Any]]) -> int:
    said = request.GET.get("point", "")
    at = int(said) if said.isascii() and said.isdecimal() and len(said) < 4 else len(points) - 1  # noqa: PLR2004
    return min(at, len(points) - 1)
