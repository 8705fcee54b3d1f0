"""Pages of the tree of organisations, for the system administrator."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from junheng.web.accounts import queries
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.actions.add_organisation import add_organisation
from junheng.web.accounts.actions.close_organisation import close_organisation
from junheng.web.accounts.actions.move_organisation import move_organisation
from junheng.web.accounts.actions.rename_organisation import rename_organisation
from junheng.web.accounts.actions.reopen_organisation import reopen_organisation
from junheng.web.accounts.forms.organisations import Add, Move, Reason, Rename
from junheng.web.accounts.forms.refused import doing
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.paging import page_of

UNFIT = 422


@needs("account.manage")
@require_GET
def organisations(request: HttpRequest) -> HttpResponse:
    actor, search, county = actor_of(request), request.GET.get("q", "").strip(), request.GET.get("county", "")
    closed = "closed" in request.GET
    rows = queries.organisations(actor, search=search, county=county, closed=closed)
    given = {
        "page": page_of(request, rows),
        "counties": queries.counties(actor),
        "search": search,
        "county": county,
        "closed": closed,
    }
    return render(request, "accounts/organisations.html", given)


@needs("account.manage")
@require_http_methods(["GET", "POST"])
def new_organisation(request: HttpRequest) -> HttpResponse:
    form = Add(request.POST or None, initial={"parent": request.GET.get("below", "")})
    if request.method == "POST" and form.is_valid():
        with doing(form):
            made = add_organisation(actor_of(request), **form.cleaned_data)
            messages.success(request, _("已添加机构。"))
            return redirect("organisation", made.code)
    status = UNFIT if form.is_bound else 200
    return render(request, "accounts/organisation_new.html", {"form": form}, status=status)


@needs("account.manage")
@require_GET
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    return _page(request, queries.organisation_of(actor_of(request), code))


@needs("account.manage")
@require_POST
def rename(request: HttpRequest, code: str) -> HttpResponse:
    held, form = queries.organisation_of(actor_of(request), code), Rename(request.POST)
    if form.is_valid():
        with doing(form):
            rename_organisation(actor_of(request), code, **form.cleaned_data)
            return _done(request, code)
    return _page(request, held, rename=form)


@needs("account.manage")
@require_POST
def move(request: HttpRequest, code: str) -> HttpResponse:
    held, form = queries.organisation_of(actor_of(request), code), Move(request.POST)
    if form.is_valid():
        with doing(form):
            move_organisation(actor_of(request), code, **form.cleaned_data)
            return _done(request, code)
    return _page(request, held, move=form)


@needs("account.manage")
@require_POST
def close(request: HttpRequest, code: str) -> HttpResponse:
    held, form = queries.organisation_of(actor_of(request), code), Reason(request.POST)
    if form.is_valid():
        with doing(form):
            close_organisation(actor_of(request), code, **form.cleaned_data)
            return _done(request, code)
    return _page(request, held, close=form)


@needs("account.manage")
@require_POST
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    reopen_organisation(actor_of(request), code)
    return _done(request, code)


def _done(request: HttpRequest, code: str) -> HttpResponse:
    messages.success(request, _("已保存。"))
    return redirect("organisation", code)


def _page(request: HttpRequest, held: Organisation, **forms: Form) -> HttpResponse:
    """The page of one organisation; ``forms`` are those that were just refused."""
    said = {"name": held.name, "name_en": held.name_en, "school_type": held.school_type, "was": held.name}
    given = {
        "one": held,
        "below": queries.below(actor_of(request), held),
        "rename": Rename(initial=said),
        "move": Move(initial={"was": held.parent.code if held.parent else ""}),
        "close": Reason(),
        **forms,
    }
    return render(request, "accounts/organisation.html", given, status=UNFIT if forms else 200)
