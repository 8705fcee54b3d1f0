"""One survey: codes, responses, paper, people spoken to, closing, results, release."""

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.web.accounts.access import actor_of, needs
from junheng.web.evidence.views.asked import whole
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.tables import FORMATS, file_response, files_response, offer
from junheng.web.portal.words import say
from junheng.web.survey import codes, paper_form
from junheng.web.survey.actions.close_survey import close_survey
from junheng.web.survey.actions.import_paper import import_paper
from junheng.web.survey.actions.make_codes import MOST, make_codes
from junheng.web.survey.actions.note_talks import note_talks
from junheng.web.survey.actions.release_survey import release_survey
from junheng.web.survey.actions.void_batch import void_batch
from junheng.web.survey.models import Survey
from junheng.web.survey.queries import surveys

UNPROCESSABLE = 422


@needs("survey.see")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def survey(request: HttpRequest, pk: int) -> HttpResponse:
    held = surveys.survey_of(actor_of(request), pk)
    if request.method != "POST":
        tables = surveys.tables(held) if held.state != "open" else []
        return files_response(request, tables, f"{held.organisation.name} {held.year}") or page(request, held)
    try:
        answer = _act(request, pk)
    except Refusal as fault:
        if fault.status != UNPROCESSABLE:
            raise
        return page(request, held, fault.why)
    return answer or redirect("survey-desk", pk=pk)


def _act(request: HttpRequest, pk: int) -> HttpResponse | None:
    actor, revision = actor_of(request), whole(request, "revision")
    match request.POST.get("do"):
        case "codes":
            return _codes(request, pk)
        case "void":
            void_batch(actor, pk, whole(request, "batch"))
            messages.success(request, _("这批代码已作废。"))
        case "paper":
            _paper(request, pk)
        case "talks":
            note_talks(actor, pk, _talks(request), revision=revision)
            messages.success(request, _("走访人数已保存。"))
        case "close":
            close_survey(actor, pk, revision=revision)
            messages.success(request, _("调查已结束并完成统计，代码已全部删除。"))
        case "release":
            release_survey(actor, pk, revision=revision)
            messages.success(request, _("结果已公布。"))
        case _other:
            raise Http404
    return None


def _codes(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet itself is the answer: the codes exist nowhere else."""
    format_ = FORMATS.get(request.POST.get("format", ""))
    if format_ is None or format_.id not in {"xlsx", "pdf"}:
        raise Refusal("请选择Excel或PDF。", "Choose Excel or PDF.", status=UNPROCESSABLE)
    batch, made = make_codes(
        actor_of(request),
        pk,
        group=request.POST.get("group", ""),
        size=whole(request, "size"),
        label=request.POST.get("label", ""),
    )
    group = surveys.questionnaire_of(batch.survey).group(batch.group).title
    address = request.build_absolute_uri(reverse("survey"))
    rows = tuple((at, group, address, codes.printed(one)) for at, one in enumerate(made, 1))
    columns = (
        Column("number", Text("序号", "No."), "number", None, 0),
        Column("group", Text("调查对象", "Group")),
        Column("address", Text("网址", "Address")),
        Column("code", Text("一次性代码", "One-time code"), "code"),
    )
    county = batch.survey.organisation.name
    title = Text(f"{county} 满意度调查代码", f"{county}: survey codes")
    note = Text(
        "每个代码只能用一次，匿名；请裁开分发。", "Each code works once and is anonymous; cut apart and hand out."
    )
    table = Table("codes", title, columns, rows, notes=(note,))
    return file_response(table, format_, f"{county} {say(group)} {batch.label}".strip())


def _paper(request: HttpRequest, pk: int) -> None:
    file = request.FILES.get("file")
    paper = import_paper(
        actor_of(request),
        pk,
        label=request.POST.get("label", ""),
        file=file if isinstance(file, UploadedFile) else None,
    )
    n = sum(one[""]["returned"] for one in paper.counts.values())
    messages.success(request, _("已读入“%(label)s”的纸质问卷%(n)s份。") % {"label": paper.label, "n": n})


def _talks(request: HttpRequest) -> dict[str, tuple[int, int]]:
    names = [name.removeprefix("people-") for name in request.POST if name.startswith("people-")]
    return {
        name: (whole(request, f"people-{name}"), whole(request, f"satisfied-{name}"))
        for name in names
        if request.POST[f"people-{name}"].strip()
    }


def page(request: HttpRequest, held: Survey, fault: Text | None = None) -> HttpResponse:
    actor = actor_of(request)
    asked = surveys.questionnaire_of(held)
    closed = held.state != "open"
    titles = {one.id: one.title for one in asked.groups}
    talks = surveys.talks(held)
    context: dict[str, Any] = {
        "survey": held,
        "asked": asked,
        "manages": actor.may("survey.manage", held.organisation.path),
        "releases": actor.may("publish.release", held.organisation.path),
        "lines": [(titles[one.id], one) for one in surveys.response(held)] if not closed else [],
        "batches": [(one, titles.get(one.group)) for one in surveys.batches(held)],
        "papers": list(surveys.papers(held)),
        "talks": [(one, *talks.get(one.id, ("", ""))) for one in asked.groups],
        "offers": [offer(request, one) for one in surveys.tables(held)] if closed else [],
        "sample": surveys.sample_of(held) if closed else None,
        "small": surveys.small_count(held.year),
        "most": MOST,
        "did": request.POST.get("do", ""),
        "fault": fault,
        "typed": request.POST,
    }
    return render(request, "survey/survey.html", context, status=UNPROCESSABLE if fault else 200)


@needs("survey.manage")
@require_safe
def paper_template(request: HttpRequest, pk: int) -> HttpResponse:
    held = surveys.survey_of(actor_of(request), pk)
    table = paper_form.template(surveys.questionnaire_of(held))
    return file_response(table, FORMATS["xlsx"], f"{held.organisation.name} {say(table.title)}")
