"""The editor of a draft: who goes where, changed one by one, each change checked at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import actor_of, needs
from junheng.web.personnel import queries


@needs("staff.edit")
@require_safe
def editor(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The page of one draft's edits."""
    draft = queries.draft_of(actor_of(request), draft_id, "staff.edit")
    return redirect("rotation-draft", draft.pk)
