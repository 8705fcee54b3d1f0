"""The desk: what waits for this person, and who has the rest."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from junheng.web.accounts.access import actor_of, signed_in


@signed_in
def desk(request: HttpRequest) -> HttpResponse:
    return render(request, "reporting/desk.html", {"actor": actor_of(request)})
