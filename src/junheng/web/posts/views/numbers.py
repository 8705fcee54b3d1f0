"""The numbers of a county with their sources; a form for whoever may fill them in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.policy.years import statistics_day
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Organisation
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.asked import day_in
from junheng.web.personnel.given import lines
from junheng.web.posts import queries
from junheng.web.posts.actions.set_numbers import set_numbers
from junheng.web.posts.given import in_force
from junheng.web.posts.given import numbers as all_numbers


@needs("staff.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def numbers(request: HttpRequest, code: str) -> HttpResponse:
    """The numbers in force, and the lists they come from."""
    actor = actor_of(request)
    place = queries.county(actor, code, "staff.edit" if request.method == "POST" else "staff.see")
    if request.method != "POST":
        return _page(request, place)
    try:
        set_numbers(actor, code, request.POST, day_in(request, "day"))
    except Refusal as fault:
        return _page(request, place, fault.why, fault.status)
    messages.success(request, _("数值已保存；以前的数值仍可查看。"))
    return redirect("posts-county", code)


def _page(request: HttpRequest, place: Organisation, fault: Text | None = None, status: int = 200) -> HttpResponse:
    lists, edition = queries.number_lists(place), queries.edition()
    day = statistics_day(edition.year) if edition else timezone.localdate()
    context = {
        "place": place,
        "lines": lines(all_numbers(in_force(lists, day), day), request.POST),
        "lists": lists,
        "day": request.POST.get("day", day.isoformat()),
        "edits": actor_of(request).may("staff.edit", place.path),
        "fault": fault,
    }
    return render(request, "posts/numbers.html", context, status=status)
