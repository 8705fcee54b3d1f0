"""For everybody: type a code, answer, thank you. No sign-in, no script, no address kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from junheng.policy.text import Text
from junheng.web.accounts.access import public
from junheng.web.kit.refusal import Refusal
from junheng.web.survey import codes, guesses
from junheng.web.survey.actions.answer import Incomplete, answer, no_such_code
from junheng.web.survey.models import Code
from junheng.web.survey.queries.surveys import open_code, questionnaire_of, released

TOO_MANY = Text("输错次数过多，请一小时后再试。", "Too many wrong codes. Please try again in an hour.")


@public
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The code; with a good one, the questions. The code travels in the form, never in an address or a session."""
    if request.method != "POST":
        return _entrance(request)
    address = request.META.get("REMOTE_ADDR", "")
    if not guesses.allowed(address):
        return _entrance(request, TOO_MANY, 429)
    code = codes.read(request.POST.get("code", ""))
    held = open_code(code)
    if held is None:
        guesses.missed(address)
        return _entrance(request, no_such_code().why, 422)
    return _answered(request, held, code) if "answer" in request.POST else _form(request, held, code)


def _answered(request: HttpRequest, held: Code, code: str) -> HttpResponse:
    said = {name.removeprefix("q-"): str(value) for name, value in request.POST.items() if name.startswith("q-")}
    try:
        answer(code, said)
    except Incomplete as fault:
        return _form(request, held, code, missing=fault.questions, status=422)
    except Refusal as fault:
        return _entrance(request, fault.why, fault.status)
    return redirect("survey-thanks")


@public
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "survey/thanks.html")


def _entrance(request: HttpRequest, fault: Text | None = None, status: int = 200) -> HttpResponse:
    context = {"fault": fault, "typed": request.POST.get("code", ""), "released": released().exists()}
    return render(request, "survey/entrance.html", context, status=status)


def _form(
    request: HttpRequest, held: Code, code: str, missing: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    survey, group = held.batch.survey, held.batch.group
    asked = questionnaire_of(survey)
    context: dict[str, Any] = {
        "survey": survey,
        "code": codes.printed(code),
        "group": asked.group(group),
        "asked": asked,
        "questions": [(one, request.POST.get(f"q-{one.id}", ""), one.id in missing) for one in asked.asked(group)],
        "missing": [one for one in asked.asked(group) if one.id in missing],
    }
    return render(request, "survey/form.html", context, status=status)
