"""The page of one's own tokens: make one (its key is shown once), revoke one."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from junheng.web.accounts.access import actor_of, needs
from junheng.web.accounts.reach import Actor
from junheng.web.accounts.roles import verbs
from junheng.web.api import queries
from junheng.web.api.actions.make_token import LONGEST, NAME, make_token
from junheng.web.api.actions.revoke_token import revoke_token
from junheng.web.api.models import Token
from junheng.web.api.scopes import scopes_of
from junheng.web.portal.words import say

DAYS = (30, 90, 180, LONGEST)


class TokenForm(forms.Form):
    """Name, scopes among one's own, days of life."""

    name = forms.CharField(label=gettext_lazy("名称"), max_length=NAME)
    scopes = forms.MultipleChoiceField(label=gettext_lazy("权限范围"), widget=forms.CheckboxSelectMultiple)
    days = forms.TypedChoiceField(label=gettext_lazy("有效期"), coerce=int, choices=[])

    def __init__(self, actor: Actor, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["scopes"].choices = [(verb, say(text)) for verb, text in scopes_of(actor).items()]  # type: ignore[attr-defined]
        self.fields["days"].choices = [(one, _("%(days)s 天") % {"days": one}) for one in DAYS]  # type: ignore[attr-defined]


@needs("token.own")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """The list and the form; after making one, the same page with its key."""
    actor = actor_of(request)
    form = TokenForm(actor, request.POST if request.method == "POST" else None)
    key = ""
    if form.is_bound and form.is_valid():
        held = form.cleaned_data
        _token, key = make_token(actor, name=held["name"], scopes=held["scopes"], days=held["days"])
        form = TokenForm(actor)
    rows = [{"token": one, "scopes": _scopes(one)} for one in queries.tokens(actor)]
    status = 422 if form.errors else 200
    return render(request, "api/tokens.html", {"rows": rows, "form": form, "key": key}, status=status)


@needs("token.own")
@require_POST
def token_revoke(request: HttpRequest, token_id: int) -> HttpResponse:
    revoke_token(actor_of(request), token_id)
    return redirect("tokens")


def _scopes(one: Token) -> list[str]:
    return [say(verbs()[verb]) for verb in one.scopes if verb in verbs()]
