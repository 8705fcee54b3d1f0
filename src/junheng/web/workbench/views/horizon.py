"""The plan to the horizon: started as a job, read as a page, taken away as a report, opened as drafts of zones."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from junheng.policy.text import Text
from junheng.publish.plan.columns import named
from junheng.seats.plan import MILESTONES
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import NotAllowed
from junheng.web.kit.store import read
from junheng.web.portal.tables import files_response, offer
from junheng.web.workbench import gaps, queries
from junheng.web.workbench.actions.adopt_zones import adopt_zones
from junheng.web.workbench.actions.start_study import start_study
from junheng.web.workbench.asked import whole
from junheng.web.workbench.asking import Asking
from junheng.web.workbench.choropleth import GAP, Shape, gap_legend, look, named_on, sheet_of
from junheng.web.workbench.models import Study, StudyKind
from junheng.web.workbench.planning import county_names, planning
from junheng.web.workbench.studied import result_of, result_tables
from junheng.web.workbench.tradeoff import placed

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
RICHEST = 1_000_000_000_000
LATEST = 2060
MOST_YEARS = 6
FARTHEST, LONGEST = 50_000, 60
MOST_MERGED = 2_000


@needs("plan.see")
@require_http_methods(["GET", "HEAD", "POST"])
def horizons(request: HttpRequest) -> HttpResponse:
    """The plans made, and a form for whoever may make one."""
    actor = actor_of(request)
    asking = Asking(request.POST)
    base = next(iter(queries.bases()), None)
    if request.method == "POST":
        if not actor.may("plan.study"):
            raise NotAllowed("您没有开展规划测算的权限。", "You may not run planning studies.")
        given, county = _given(asking, actor, 0 if base is None else base.year)
        if base is not None and not asking.faults:
            name = request.POST.get("name", "")
            study = start_study(actor, base, StudyKind.HORIZON, county=county, parameters=given, name=name)
            return redirect("horizon-study", study.pk)
    context = {
        "studies": queries.studies(actor, StudyKind.HORIZON),
        "base": base,
        "counties": queries.counties(actor, "plan.study"),
        "typed": request.POST,
        "milestones": ",".join(map(str, MILESTONES)),
        "studies_may": actor.may("plan.study"),
        "faults": asking.faults,
    }
    return render(request, "workbench/horizons.html", context, status=422 if asking.faults else 200)


def _given(asking: Asking, actor: Actor, last: int) -> tuple[dict[str, Any], str]:
    codes = tuple(one.code for one in queries.counties(actor, "plan.study"))
    given = {
        "years": _years(asking, last),
        "births_percent": asking.number(
            "births", Text("出生数逐年增减", "Births"), gaps.LOWEST_BIRTHS, gaps.HIGHEST_BIRTHS, 0.0
        ),
        "children_per_dwelling": asking.number(
            "dwelling", Text("每套儿童数", "Children per dwelling"), 0, gaps.MOST_CHILDREN, None
        ),
        "budget_per_year": asking.whole("budget", Text("年度预算", "Budget a year"), 0, RICHEST, None),
        "cap_metres": asking.number("cap", Text("最远路程", "Farthest way"), 100, FARTHEST, None),
        "needed_years": asking.whole("needed", Text("至少需要年数", "Years needed"), 1, 10, 3),
        "least_classes": asking.whole("least", Text("新校最少班数", "Least classes"), 1, 36, 12),
        "keep_metres": asking.number("keep", Text("换校折合路程", "Metres for a change"), 0, 10_000, 500.0),
        "seconds": asking.number("seconds", Text("求解时间", "Seconds"), 0.2, LONGEST, 2.0),
        "own_norms": _mergers(asking),
    }
    return given, asking.choice("county", Text("区县", "County"), ("", *codes), "")


def _mergers(asking: Asking) -> dict[str, float]:
    """When schools may merge; nothing merges unless both numbers are given, for no law names them."""
    given = {
        "merge.below": asking.number("below", Text("撤并人数", "Pupils for a merger"), 1, MOST_MERGED, None),
        "merge.metres": asking.number("farthest", Text("撤并后最远路程", "Farthest way after"), 100, FARTHEST, None),
    }
    return {name: value for name, value in given.items() if value is not None}


def _years(asking: Asking, last: int) -> list[int]:
    said = asking.given.get("years", "").replace("，", ",").strip() or ",".join(map(str, MILESTONES))
    parts = [one.strip() for one in said.split(",")]
    years = sorted({int(one) for one in parts if one.isascii() and one.isdecimal() and len(one) == 4})  # noqa: PLR2004
    if len(years) != len(parts) or not 1 <= len(years) <= MOST_YEARS or not last < years[0] <= years[-1] <= LATEST:
        asking.faults.append(
            Text(
                f"“规划年份”应为 1 至 {MOST_YEARS} 个不同年份，晚于 {last} 年，用逗号隔开",
                f"“Milestones” must be 1 to {MOST_YEARS} different years after {last}, separated by commas",
            )
        )
    return years


@needs("plan.see")
@require_safe
def horizon_study(request: HttpRequest, study_id: int) -> HttpResponse:
    """One plan: ``?year=`` and ``?section=`` choose the map."""
    study = queries.study_of(actor_of(request), study_id, StudyKind.HORIZON)
    if study.result is None:
        return render(request, "workbench/horizon_study.html", {"study": study})
    tables = result_tables(study)
    if (file := files_response(request, tables, study.name or str(study))) is not None:
        return file
    years = result_of(study)["parameters"]["years"]
    year = next((one for one in years if str(one) == request.GET.get("year")), years[0])
    section = next((one for one in gaps.sections() if one == request.GET.get("section")), gaps.sections()[0])
    sheet = sheet_of(study.base, study.county_code, "township")
    names = county_names()
    costs = [one["cost"] for one in result_of(study)["projects"]]
    context: dict[str, Any] = {
        "study": study,
        "offers": [offer(request, one) for one in tables],
        "years": years,
        "year": year,
        "sections": gaps.sections(),
        "section": section,
        "sheet": sheet,
        "shapes": _shapes(study, year, section),
        "legend": gap_legend(),
        "legend_title": _("颜色：规划后的学位缺口（个）"),
        "names": named_on(sheet, names),
        "marks": _marks(study, year, section),
        "key": result_of(study)["key_figures"],
        "cost": None if None in costs else sum(costs),
        "projects": result_of(study)["projects"],
        "asked": [
            Text(*(named(one[language], names) for language in ("zh", "en"))) for one in result_of(study)["asked"]
        ],
        "zones": _drafts(study),
        "draws": actor_of(request).may("plan.draw"),
        "files": [name for name in study.files if not name.endswith("parquet")],
    }
    return render(request, "workbench/horizon_study.html", context)


def _shapes(study: Study, year: int, section: str) -> list[Shape]:
    """Townships by the gap that the plan leaves."""
    sheet = sheet_of(study.base, study.county_code, "township")
    found = []
    for row in result_of(study)["gap"]:
        if row["year"] == year and row["section"] == section:
            said = _("%(place)s：儿童%(children)s，规划后学位%(seats)s，缺口%(gap)s") % {
                "place": row["township"],
                "children": f"{row['children']:,.0f}",
                "seats": f"{row['seats']:,.0f}",
                "gap": f"{row['gap']:+,.0f}",
            }
            key = f"{row['county_code']}/{row['township']}"
            found.append(Shape(sheet.paths[key], look(row["gap"], GAP, "g"), said))
    return found


def _marks(study: Study, year: int, section: str) -> list[dict[str, Any]]:
    sheet = sheet_of(study.base, study.county_code, "township")
    built = [one for one in reversed(result_of(study)["projects"]) if one["year"] <= year and one[section] > 0]
    kinds = {one["place"]: one["kind"] for one in built}
    return [
        {"x": x, "y": y, "name": name, "new": kinds[code] == "new"}
        for code, name, lon, lat in placed(planning(study.base, study.county_code), list(kinds))
        for x, y in [sheet.at(lon, lat)]
    ]


def _drafts(study: Study) -> list[dict[str, Any]]:
    names, plans = county_names(), result_of(study)["zone_plans"]
    return [{**one, "county": names.get(one["county_code"], one["county_code"])} for one in plans]


@needs("plan.see")
@require_safe
def horizon_file(request: HttpRequest, study_id: int, name: str) -> HttpResponse:
    """Report and tables as they were written when the plan was made."""
    study = queries.study_of(actor_of(request), study_id, StudyKind.HORIZON)
    if name not in study.files:
        raise Http404
    answer = HttpResponse(read(study.files[name]), content_type=TYPES[name.rpartition(".")[2]])
    answer["Content-Disposition"] = content_disposition_header(True, f"{study.name or study.pk}-{name}") or "attachment"
    return answer


@needs("plan.draw")
@require_POST
def horizon_zones(request: HttpRequest, study_id: int) -> HttpResponse:
    """A zone plan of the study as a draft in the editor."""
    given = request.POST
    held = adopt_zones(
        actor_of(request), study_id, given.get("county", ""), given.get("section", ""), whole(request, "year")
    )
    return redirect("zone-plan", held.pk)
