"""My account: who I am here, what I may do and how far, my second factor, my last sign-ins."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from junheng.web.accounts import oidc, queries
from junheng.web.accounts.access import actor_of, signed_in
from junheng.web.accounts.roles import roles, verbs


@signed_in
@never_cache
@require_GET
def me(request: HttpRequest) -> HttpResponse:
    user_id = actor_of(request).user_id or 0
    held = [one for one in queries.appointments_of(user_id) if queries.is_current(one)]
    given = {
        "held": [(one, [verbs()[verb] for verb in sorted(roles()[one.role].verbs)]) for one in held],
        "second_factor": queries.has_second_factor(user_id),
        "asked": settings.JUNHENG_SECOND_FACTOR,
        "provider": oidc.button(),
        "subject": queries.identity_of(user_id),
        "sign_ins": queries.sign_ins(user_id),
        "minutes": settings.SESSION_COOKIE_AGE // 60,
    }
    return render(request, "accounts/me.html", given)
