"""The verification page: a number, a digest or a file in; whose it is and whether it stands out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from junheng.web.accounts.access import public
from junheng.web.verdicts.uploads import Hashed, Hashing
from junheng.web.verdicts.verifying import Answer, by_hash, by_text


@public
@csrf_exempt  # the token is checked below, once the upload is known to be hashed and not kept
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    request.upload_handlers = [Hashing(request)]
    answer: HttpResponse = _verify(request)
    return answer


@csrf_protect
def _verify(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "").strip()
    file = request.FILES.get("file") if request.method == "POST" else None
    answer: Answer | None = by_text(asked) if asked else None
    if isinstance(file, Hashed):
        answer = by_hash(file.sha256)
    context = {
        "asked": asked,
        "answer": answer,
        "next": getattr(answer.record, "superseded_by", None) if answer else None,
        "file": file,
        "nothing": request.method == "POST" and file is None,
    }
    return render(request, "verdicts/verify.html", context, status=422 if context["nothing"] else 200)
