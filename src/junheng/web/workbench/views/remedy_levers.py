"""One way to raise indicators besides adding: its form, its rows from day to day, its end; all of a file at once."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.models import Organisation
from junheng.web.kit.refusal import refused_for
from junheng.web.portal.law import DEFAULT, standard_of
from junheng.web.portal.words import say
from junheng.web.workbench.actions.end_lever import end_lever
from junheng.web.workbench.actions.load_costs import load_costs
from junheng.web.workbench.actions.set_lever import set_lever
from junheng.web.workbench.models import Lever
from junheng.web.workbench.remedy import queries
from junheng.web.workbench.remedy.costs_file import LARGEST, costs_file
from junheng.web.workbench.remedy.lever_form import CAPS, lever_in
from junheng.web.workbench.remedy.levers import KINDS, PRICED, ROOMS, TITLES, TOLD, fitting, levers_in_force, title_of
from junheng.web.workbench.remedy.levers_told import fields_of, told_rows
from junheng.web.workbench.remedy.prices import day_in
from junheng.web.workbench.remedy.reported import REPORTED


@needs("plan.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def lever(request: HttpRequest) -> HttpResponse:
    """The form of one way of ``?place=``: ``?means=`` says which kind, ``?name=`` begins with what is in force."""
    actor = actor_of(request)
    if request.method != "POST":
        return _asked(request, queries.chosen_place(queries.priced_places(actor, "plan.edit"), request.GET))
    place = queries.priced_place(actor, request.POST.get("place", ""))
    said = lever_in(request.POST, DEFAULT)
    if said.faults:
        return _asked(request, place, said.faults)
    held = set_lever(actor, place.code, request.POST)
    title = title_of(held.means, held.name, standard_of(DEFAULT))
    messages.success(request, _("已保存：%(title)s。以前的仍可查看。") % {"title": say(title)})
    return redirect(f"{reverse('remedy-prices')}?place={place.code}#levers")


def _asked(request: HttpRequest, place: Organisation, faults: tuple[Text, ...] = ()) -> HttpResponse:
    sent = request.method == "POST"
    given = request.POST if sent else request.GET
    means = given.get("means", "")
    law = standard_of(DEFAULT)
    rows = queries.levers_of(place)
    today = timezone.localdate()
    found = [one for one in levers_in_force(rows, today) if (one.means, one.name) == (means, given.get("name", ""))]
    history = [one for one in rows if (one.means, one.name) == (means, given.get("name", ""))]
    context: dict[str, Any] = {
        "place": place,
        "means": means if means in TITLES else "",
        "kinds": {name: (title, TOLD[name]) for name, title in TITLES.items()},
        "faults": faults,
        "typed": request.POST if sent else {"name": found[0].name, **fields_of(found[0].said)} if found else {},
        "today": given.get("valid_from", "") if sent else today.isoformat(),
        "history": told_rows((one for one in history if not one.ended), law),
        "caps": CAPS,
        "columns": REPORTED,
        "rooms": ROOMS,
        "synthetic": any(one.synthetic for one in found),
    }
    if context["means"]:
        context |= {
            "title": TITLES[means],
            "told": TOLD[means],
            "indicators": [law.indicator(one) for one in fitting(means, DEFAULT)],
            "named": means in KINDS,
            "priced": means in PRICED,
        }
    return render(request, "workbench/remedy_lever.html", context, status=422 if faults else 200)


@needs("plan.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def costs(request: HttpRequest) -> HttpResponse:
    """Unit costs and ways of ``?place=`` from a file as the command line takes it; every fault at once."""
    actor = actor_of(request)
    if request.method != "POST":
        return _uploading(request, queries.chosen_place(queries.priced_places(actor, "plan.edit"), request.GET))
    place = queries.priced_place(actor, request.POST.get("place", ""))
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return _uploading(request, place, (Text("请选择一个文件。", "Choose a file."),))
    content = file.read(LARGEST + 1)
    read = costs_file(content, request.POST, DEFAULT)
    if read.faults:
        return _uploading(request, place, read.faults)
    loaded = load_costs(actor, place.code, content, request.POST)
    messages.success(
        request,
        _("已保存：单价表 %(lists)s 份，办法 %(levers)s 条。") % {"lists": loaded.lists, "levers": loaded.levers},
    )
    for one in loaded.ignored:
        messages.warning(request, say(one))
    return redirect(f"{reverse('remedy-prices')}?place={place.code}")


def _uploading(request: HttpRequest, place: Organisation, faults: tuple[Text, ...] = ()) -> HttpResponse:
    context = {
        "place": place,
        "faults": faults,
        "today": request.POST.get("valid_from", "") or timezone.localdate().isoformat(),
        "typed": request.POST,
    }
    return render(request, "workbench/remedy_costs.html", context, status=422 if faults else 200)


@needs("plan.edit")
@require_http_methods(["POST"])
def lever_end(request: HttpRequest) -> HttpResponse:
    """End a way from a day on."""
    faults: list[Text] = []
    day = day_in(request.POST.get("valid_from", "") or timezone.localdate().isoformat(), faults)
    if day is None:
        raise refused_for(faults)
    place, means, name = (request.POST.get(field, "") for field in ("place", "means", "name"))
    held: Lever = end_lever(actor_of(request), place, means, name, day)
    messages.success(request, _("已停用，以前的测算不变。"))
    return redirect(f"{reverse('remedy-prices')}?place={held.organisation.code}#levers")
