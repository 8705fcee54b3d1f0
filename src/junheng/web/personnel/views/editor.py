"""The editor of a draft: school by school who leaves, comes and is missing; teachers moved one by one.

Every change is a plain form. With its script the page stays, and the answer brings the parts that look different now.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from junheng.teachers.columns import vocabulary
from junheng.teachers.rotation.swap import others
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel import queries
from junheng.web.personnel.actions.edit_draft import place_teacher, redo_edit, swap_heads, undo_edit
from junheng.web.personnel.actions.lock_teacher import lock_teacher
from junheng.web.personnel.board import Board, board_of, reasons
from junheng.web.personnel.editing import costs, edit, standing
from junheng.web.personnel.headline import evenness, tiles
from junheng.web.personnel.models import RotationDraft, RoundState
from junheng.web.personnel.narrowing import KINDS, Narrowing, posts_of, teachers
from junheng.web.personnel.weighing import facts, places, signed, spread_now
from junheng.web.portal.words import say
from junheng.web.workbench.asked import whole
from junheng.web.workbench.views.editor import JSON, own_script

PARTS = ("head", "teacher", "people", "schools", "history")
"""What a change may make look different, each a template ``edit_…`` and an element of the page."""
PEOPLE, SCHOOLS, PLACES = 25, 12, 15
"""Teachers and schools on a page; schools shown at first for one teacher."""


@needs("staff.edit")
@own_script
@never_cache
@require_safe
def editor(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The page; the script asks for its parts as JSON."""
    actor = actor_of(request)
    draft = _held(actor, draft_id)
    if not draft.solved:
        return render(request, "personnel/edit_none.html", {"draft": draft, "round": draft.round}, status=409)
    shown = _shown(actor, draft, request.GET)
    if request.headers.get("accept") == JSON:
        return JsonResponse({"parts": _parts(request, shown)})
    return render(request, "personnel/edit.html", shown)


@needs("staff.edit")
@require_POST
def change(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One change: ``do`` is place, swap, undo, redo, lock or unlock; ``revision`` what the page showed.

    The script gets the parts anew, with a refusal too: after somebody else's change it shows that change at once.
    """
    actor, fault = actor_of(request), None
    try:
        _done(request, actor, draft_id)
    except Refusal as refusal:
        fault = refusal
    if request.headers.get("accept") == JSON:
        shown = _shown(actor, _held(actor, draft_id), request.GET)
        said = {"why": say(fault.why)} if fault else {}
        return JsonResponse({"parts": _parts(request, shown), **said}, status=fault.status if fault else 200)
    if fault:
        messages.error(request, say(fault.why))
    address = reverse("rotation-draft-edit", args=[draft_id])
    return redirect(f"{address}?{request.GET.urlencode()}")


def _held(actor: Actor, pk: int) -> RotationDraft:
    """The draft to be edited, without its long document."""
    return queries.draft_of(actor, pk, "staff.edit", without=("result",))


def _done(request: HttpRequest, actor: Actor, pk: int) -> RotationDraft:
    do, revision = request.POST.get("do", ""), whole(request, "revision")
    teacher = request.POST.get("teacher", "")
    if do == "place":
        return place_teacher(actor, pk, teacher, request.POST.get("school", ""), revision=revision)
    if do == "swap":
        return swap_heads(actor, pk, teacher, request.POST.get("other", ""), revision=revision)
    if do in {"undo", "redo"}:
        return (undo_edit if do == "undo" else redo_edit)(actor, pk, revision=revision)
    if do in {"lock", "unlock"}:
        return lock_teacher(actor, pk, teacher, locked=do == "lock", revision=revision)
    raise Refusal("没有这样的操作。", "There is no such operation.", status=422)


def _parts(request: HttpRequest, shown: Mapping[str, Any]) -> dict[str, str]:
    return {one: render_to_string(f"personnel/edit_{one}.html", dict(shown), request) for one in PARTS}


def _shown(actor: Actor, draft: RotationDraft, said: Mapping[str, str]) -> dict[str, Any]:
    asked, editing = Narrowing.of(said), edit(draft)
    county = draft.round.organisation
    names = {code: one.name.removeprefix(county.name) or one.name for code, one in queries.schools_of(county).items()}
    board = board_of(draft, editing, names)
    found = queries.codes_named(actor, draft, asked.q) if asked.q else None
    people = Paginator(teachers(draft, editing, asked, found).tolist(), PEOPLE).get_page(asked.page)
    posts = Paginator(posts_of(editing, asked).nonzero()[0].tolist(), SCHOOLS).get_page(asked.schools)
    going = board.going(list(posts))
    chosen = editing.ground.teacher.get(asked.teacher)
    named = [*people, *(one for both in going.values() for side in both for one in side)]
    if chosen is not None:
        heads = editing.ground.county.staff.principal[chosen]
        named += [chosen, *(others(editing.plan, chosen) if heads else ())]
    faces = queries.faces(draft, [board.codes[one] for one in named])
    return {
        "draft": draft,
        "round": draft.round,
        "asked": asked,
        "edits": draft.round.state == RoundState.DRAFT,
        "tiles": tiles(board),
        "evenness": evenness(board),
        "broken": [one.words for one in standing(editing)],
        "undo": queries.last_done(draft) is not None,
        "redo": queries.next_undone(draft) is not None,
        "page": people,
        "people": board.people(list(people), faces),
        "posts": posts,
        "schools": board.schools(going, faces),
        "history": queries.edits(draft),
        "edited": len(queries.edited_codes(draft)),
        "names": board.names,
        **_choices(board),
        **({} if chosen is None else _chosen(board, chosen, asked, faces)),
    }


def _choices(board: Board) -> dict[str, Any]:
    """What the form offers."""
    ground = board.editing.ground
    words = {
        "moving": _("交流的"),
        "wished": _("交流的：满足志愿"),
        "unasked": _("交流的：按需安排"),
        "staying": _("符合条件、不动的"),
        "barred": _("不能交流的"),
        "locked": _("已锁定的"),
        "all": _("全部教师"),
    }
    sections = ground.city.schools.frame["section"].unique(maintain_order=True).to_list()
    held = ground.city.schools.frame["school_code"].unique(maintain_order=True).to_list()
    return {
        "kinds": [(one, words[one]) for one in KINDS],
        "sections": [(one, say(vocabulary("section")[one])) for one in sections],
        "subjects": [(one, say(vocabulary("subject")[one])) for one in ground.city.subjects],
        "all_schools": [(code, board.names.get(code, code)) for code in held],
        "reasons": reasons(board.editing),
    }


def _chosen(board: Board, teacher: int, asked: Narrowing, faces: Mapping[str, str]) -> dict[str, Any]:
    """One teacher and the schools to go to."""
    found = places(board, teacher, faces)
    allowed = sum(not one.barred for one in found)
    (person,) = board.people([teacher], faces)
    return {
        "chosen": person,
        "head": bool(board.editing.ground.county.staff.principal[teacher]),
        "facts": facts(board, teacher),
        "now": spread_now(board, teacher),
        "places": found if asked.to == "*" else found[:PLACES],
        "more": max(0, len(found) - PLACES) if asked.to != "*" else 0,
        "allowed": allowed,
        "cost": _cost(board, teacher, asked.to),
    }


def _cost(board: Board, teacher: int, school: str) -> dict[str, Any] | None:
    """What the best plan costs more with the teacher at a school, when it is asked for."""
    try:
        post = board.editing.post(teacher, school)
    except KeyError:
        return None
    points = costs(board.draft, teacher, post)
    return {"school": board.names.get(school, school), "points": None if points is None else signed(points)}
