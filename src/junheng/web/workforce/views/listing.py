"""The list of the studies of one kind, with a form for whoever may begin one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.asked import day_in
from junheng.web.workforce import queries
from junheng.web.workforce.actions.open_study import open_study
from junheng.web.workforce.models import StudyKind
from junheng.web.workforce.steps import TITLES, state_of

LEDES = {
    StudyKind.ITINERANT: Text(
        "小学校缺的不到一名整教师，几所学校合用一名：谁、星期几、到哪所学校上几节课，路程最短，有下界，独立核对。",
        "Small schools that lack less than a whole teacher share one: who goes where on which day, the shortest ways, "
        "with a bound and an independent check.",
    ),
    StudyKind.PAY: Text(
        "每所学校的绩效工资总量按比例分到人、分到分；说明每项比例改变多少钱的去向，逐年核对是否不低于公务员、同幅度提高。",
        "Each school's pool is shared out to the fen, with what every share moves; year by year whether pay is no less "
        "than civil servants' and rises in step.",
    ),
    StudyKind.TALENT: Text(
        "工作室、名师、骨干教师和农村教师培训，逐区县、逐年与第七条的目标对照。",
        "Studios, leading and backbone teachers and rural training, county by county and year by year beside the "
        "targets of article 7.",
    ),
}


def listing(request: HttpRequest, kind: StudyKind) -> HttpResponse:
    """The page, or the new study of its form."""
    if request.method != "POST":
        return _listed(request, kind)
    try:
        day = day_in(request, "day")
        if day is None:
            raise Refusal("请填写日期。", "Give the day.", status=422)
        made = open_study(actor_of(request), kind, request.POST.get("place", ""), day)
    except Refusal as fault:
        return _listed(request, kind, fault)
    return redirect("workforce-tables", made.pk)


def _listed(request: HttpRequest, kind: StudyKind, fault: Refusal | None = None) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "title": TITLES[kind],
        "lede": LEDES[kind],
        "studies": [(one, *state_of(one)) for one in queries.studies(actor, kind)],
        "places": queries.places(actor, kind),
        "today": timezone.localdate(),
        "typed": request.POST,
        "fault": fault and fault.why,
    }
    return render(request, "workforce/listing.html", context, status=fault.status if fault else 200)
