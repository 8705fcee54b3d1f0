"""Downloads of a county: the official forms, the report, the tables; made when asked for, not kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from junheng.web.accounts.access import public
from junheng.web.portal import queries
from junheng.web.portal.downloads import DOWNLOADS, make
from junheng.web.portal.models import Edition
from junheng.web.portal.papers import Papers
from junheng.web.portal.readers import proof_for
from junheng.web.portal.slugs import Which
from junheng.web.portal.words import language, say


@public
@require_safe
def download(request: HttpRequest, which: Which, code: str, what: str) -> HttpResponse:
    wanted = next((one for one in DOWNLOADS if one.file == what), None)
    if wanted is None:
        raise Http404
    published = queries.editions()
    edition = queries.edition_of(published, which)
    county = queries.county(edition, code)
    proof = proof_for(request, edition, code)
    if proof is None:
        context = {"editions": published, "edition": edition, "county": county, "wanted": wanted}
        return render(request, "portal/no_snapshot.html", context, status=503)
    name = f"{say(county.name)} {edition.slug} {say(wanted.title)}{wanted.suffix}"
    content = make(wanted, Papers(proof, code, tuple(published)), language())
    _given_out(edition, code, name, content)
    answer = HttpResponse(content, content_type=wanted.type)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def _given_out(edition: Edition, code: str, name: str, content: bytes) -> None:
    """Let whoever holds the file ask later whether it is ours."""
    from junheng.web.verdicts.papers import given_out  # that part stands on this one

    given_out(edition, code, name, content)
