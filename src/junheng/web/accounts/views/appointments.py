"""Granting and ending roles, by the security administrator."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from junheng.web.accounts import queries
from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.actions.end_role import end_role
from junheng.web.accounts.actions.grant_role import grant_role
from junheng.web.accounts.forms.organisations import Reason
from junheng.web.accounts.forms.people import Grant
from junheng.web.accounts.forms.refused import doing

UNFIT = 422


@needs("role.grant")
@require_http_methods(["GET", "POST"])
def grant(request: HttpRequest, user_id: int) -> HttpResponse:
    user, form = queries.person_of(actor_of(request), user_id), Grant(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with doing(form):
            try:
                grant_role(actor_of(request), user_id, **form.wanted())
            except Http404:
                form.add_error("organisation", _("没有这个代码的机构，或机构已关闭。"))
            else:
                messages.success(request, _("已授予角色。"))
                return redirect("person", user_id)
    return render(
        request, "accounts/role_grant.html", {"one": user, "form": form}, status=UNFIT if form.is_bound else 200
    )


@needs("role.grant")
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, user_id: int, appointment_id: int) -> HttpResponse:
    user = queries.person_of(actor_of(request), user_id)
    held = queries.appointments_of(user_id).filter(pk=appointment_id).first()
    if held is None:
        raise Http404
    form = Reason(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with doing(form):
            end_role(actor_of(request), appointment_id, **form.cleaned_data)
            messages.success(request, _("角色已撤销。"))
            return redirect("person", user_id)
    given = {"one": user, "appointment": held, "form": form}
    return render(request, "accounts/role_end.html", given, status=UNFIT if form.is_bound else 200)
