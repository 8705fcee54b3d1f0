"""The page of one account and what can be done with it, each by the administrator whose power it is."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from junheng.web.accounts import lockout, oidc, queries
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.actions.activate_account import activate_account
from junheng.web.accounts.actions.connect_identity import connect_identity
from junheng.web.accounts.actions.deactivate_account import deactivate_account
from junheng.web.accounts.actions.reset_password import reset_password as reset
from junheng.web.accounts.actions.reset_second_factor import reset_second_factor as reset_second
from junheng.web.accounts.actions.unlock_account import unlock_account
from junheng.web.accounts.forms.organisations import Reason
from junheng.web.accounts.forms.people import Identity
from junheng.web.accounts.forms.refused import doing

UNFIT = 422


@needs("account.see")
@never_cache
@require_GET
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    return _page(request, user_id)


@needs("account.manage")
@require_POST
def deactivate(request: HttpRequest, user_id: int) -> HttpResponse:
    form = Reason(request.POST)
    if form.is_valid():
        with doing(form):
            deactivate_account(actor_of(request), user_id, **form.cleaned_data)
            return _done(request, user_id, _("账号已停用，此人的会话已全部结束。"))
    return _page(request, user_id, off=form)


@needs("account.manage")
@require_POST
def activate(request: HttpRequest, user_id: int) -> HttpResponse:
    activate_account(actor_of(request), user_id)
    return _done(request, user_id, _("账号已启用。"))


@needs("account.manage")
@never_cache
@require_POST
def reset_password(request: HttpRequest, user_id: int) -> HttpResponse:
    user, password = reset(actor_of(request), user_id)
    return render(request, "accounts/initial_password.html", {"one": user, "password": password})


@needs("account.manage")
@require_POST
def connect(request: HttpRequest, user_id: int) -> HttpResponse:
    form = Identity(request.POST)
    if form.is_valid():
        with doing(form):
            connect_identity(actor_of(request), user_id, **form.cleaned_data)
            return _done(request, user_id, _("已保存。"))
    return _page(request, user_id, identity=form)


@needs("account.unlock")
@require_POST
def unlock(request: HttpRequest, user_id: int) -> HttpResponse:
    unlock_account(actor_of(request), user_id)
    return _done(request, user_id, _("账号已解锁。"))


@needs("account.unlock")
@require_POST
def reset_second_factor(request: HttpRequest, user_id: int) -> HttpResponse:
    form = Reason(request.POST)
    if form.is_valid():
        with doing(form):
            reset_second(actor_of(request), user_id, **form.cleaned_data)
            return _done(request, user_id, _("动态口令已重置，下次登录时重新绑定。"))
    return _page(request, user_id, second=form)


def _done(request: HttpRequest, user_id: int, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("person", user_id)


def _page(request: HttpRequest, user_id: int, **forms: Form) -> HttpResponse:
    """The page of an account; ``forms`` are those that were just refused."""
    actor = actor_of(request)
    user = queries.person_of(actor, user_id)
    given = {
        "one": user,
        "own": user.pk == actor.user_id,
        "personal": actor.may("account.manage"),
        "held": [(one, queries.is_current(one)) for one in queries.appointments_of(user_id)],
        "locked": lockout.locked_addresses(user.username),
        "provider": oidc.button(),
        "subject": queries.identity_of(user_id),
        "off": Reason(auto_id="off_%s"),
        "second": Reason(auto_id="second_%s"),
        "identity": Identity(initial={"subject": queries.identity_of(user_id)}),
        **forms,
    }
    return render(request, "accounts/person.html", given, status=UNFIT if forms else 200)
