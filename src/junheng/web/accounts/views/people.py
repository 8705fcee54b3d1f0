"""Pages of all accounts: the list, and making one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from junheng.web.accounts import queries
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.actions.create_account import create_account
from junheng.web.accounts.forms.people import NewPerson
from junheng.web.accounts.forms.refused import doing
from junheng.web.accounts.paging import page_of

UNFIT = 422


@needs("account.see")
@never_cache
@require_GET
def people(request: HttpRequest) -> HttpResponse:
    actor, search, state = actor_of(request), request.GET.get("q", "").strip(), request.GET.get("state", "")
    page = page_of(request, queries.people(actor, search=search, state=state))
    given = {"page": page, "search": search, "state": state, "personal": actor.may("account.manage")}
    return render(request, "accounts/people.html", given)


@needs("account.manage")
@never_cache
@require_http_methods(["GET", "POST"])
def new_person(request: HttpRequest) -> HttpResponse:
    """The answer to a POST shows the initial password: it is on no other page, so there is no redirect to lose it."""
    form = NewPerson(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with doing(form):
            user, password = create_account(actor_of(request), **form.cleaned_data)
            return render(request, "accounts/initial_password.html", {"one": user, "password": password}, status=201)
    return render(request, "accounts/person_new.html", {"form": form}, status=UNFIT if form.is_bound else 200)
