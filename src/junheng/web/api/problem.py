"""How the API says no: ``application/problem+json`` (RFC 9457) for every fault, in the reader's language.

Nothing of the program's inside is told: an unexpected fault is logged and answered with 500 and no detail.
"""

import logging
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.utils.cache import patch_vary_headers
from ninja import Field, Schema
from ninja.errors import HttpError, ValidationError

from junheng.policy.text import Language, Text
from junheng.teachers import Fault as TableFault
from junheng.teachers import UnfitTablesError
from junheng.web.api.language import asked_in
from junheng.web.kit.refusal import Refusal

log = logging.getLogger("junheng.api")

BROKEN = 500
SHOWN = 200
"""Faults of tables told at once."""
MEDIA_TYPE = "application/problem+json"
TITLES = {
    400: Text("请求无法理解", "The request cannot be understood"),
    401: Text("需要有效的令牌", "A valid token is needed"),
    403: Text("无权办理", "Not allowed"),
    404: Text("没有这一项", "There is no such thing"),
    405: Text("不支持这种方法", "Method not allowed"),
    409: Text("与现状冲突", "In conflict with how things stand"),
    410: Text("已失效", "It is gone"),
    413: Text("请求过大", "The request is too large"),
    422: Text("参数有误", "Wrong input"),
    429: Text("请求过于频繁", "Too many requests"),
    500: Text("系统出错", "Something broke"),
    503: Text("暂时无法提供", "Not available now"),
}
DETAILS = {
    400: Text("请求体不是规定的格式。", "The body is not in the form that is declared."),
    401: Text(
        "请在 Authorization 头中给出未过期、未撤销的令牌：Bearer jh_…",
        "Give a token that has neither expired nor been revoked: Authorization: Bearer jh_…",
    ),
    403: Text("此令牌的权限范围不含这件事。", "The scope of this token does not hold this."),
    404: Text(
        "地址可能有误，或没有公布，或不在您的权限范围内。",
        "The address may be wrong, or it is not published, or it is out of your reach.",
    ),
    405: Text("允许的方法见 Allow 头。", "The header Allow names the methods there are."),
    410: Text("请重新预览。", "Preview it again."),
    413: Text("请分开提交。", "Hand it in in parts."),
    422: Text("errors 中列出了每一处错误。", "The member errors names every fault."),
    429: Text("请在 Retry-After 秒后重试。", "Try again after as many seconds as Retry-After says."),
    500: Text(
        "没有数据因此改变。请重试；仍然出错请告知管理员。",
        "No data was changed. Try again; if it happens again, tell the administrator.",
    ),
    503: Text("数据快照不在这台服务器上。", "The snapshot is not on this server."),
}


class Fault(Schema):
    """One wrong place of the input: ``where`` as a JSON pointer without its slash, ``what`` in words."""

    where: str
    what: str


class Problem(Schema):
    """RFC 9457: ``type`` is a stable address of the kind of fault, ``detail`` says what to do."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault] = Field(default_factory=list)


class TooMany(Exception):  # noqa: N818 - what it was
    """More requests than are allowed; ``wait`` in seconds."""

    def __init__(self, wait: int) -> None:
        self.wait = wait
        super().__init__(wait)


def problem(
    request: HttpRequest, status: int, detail: Text | None = None, errors: list[dict[str, str]] | None = None
) -> HttpResponse:
    """The answer for a fault."""
    language = asked_in(request)
    said = Problem(
        type=f"/api/docs/#problem-{status}",
        title=TITLES.get(status, TITLES[400]).in_(language),
        status=status,
        detail=(detail or DETAILS.get(status, TITLES.get(status, TITLES[400]))).in_(language),
        errors=[Fault(**one) for one in errors or []],
    )
    answer = JsonResponse(
        said.model_dump(exclude={"errors"} if not errors else None),
        status=status,
        content_type=MEDIA_TYPE,
        json_dumps_params={"ensure_ascii": False},
    )
    answer["Content-Language"] = {"zh": "zh-Hans", "en": "en"}[language]
    answer["Cache-Control"] = "no-store"
    patch_vary_headers(answer, ["Accept-Language"])
    if status == 401:  # noqa: PLR2004
        answer["WWW-Authenticate"] = 'Bearer realm="junheng"'
    return answer


def of_exception(request: HttpRequest, fault: Exception) -> HttpResponse:
    """The answer for anything raised while an operation ran."""
    if isinstance(fault, Refusal):
        return problem(request, fault.status, fault.why)
    if isinstance(fault, UnfitTablesError):
        return problem(request, 422, errors=[_told(one, asked_in(request)) for one in fault.faults[:SHOWN]])
    if isinstance(fault, ValidationError):
        return problem(request, 422, errors=[_place(one) for one in fault.errors])
    answer = problem(request, _status(fault))
    if isinstance(fault, TooMany):
        answer["Retry-After"] = str(fault.wait)
    elif answer.status_code == BROKEN:
        log.error("unexpected fault at %s", request.path, exc_info=fault)
    return answer


def _told(fault: TableFault, language: Language) -> dict[str, str]:
    """What is wrong in a table that was handed in: the place, and what, the rule and how to mend it."""
    return {"where": fault.where.in_(language), "what": " ".join(fault.message.parts(language, fault.values))}


def _status(fault: Exception) -> int:
    """HttpError says its own status, which for a token that is missing is 401."""
    if isinstance(fault, HttpError):
        return fault.status_code
    kinds = {Http404: 404, TooMany: 429, RequestDataTooBig: 413, TooManyFieldsSent: 413, TooManyFilesSent: 413}
    found = next((status for kind, status in kinds.items() if isinstance(fault, kind)), BROKEN)
    return 400 if found == BROKEN and isinstance(fault, SuspiciousOperation | UnreadablePostError) else found


def _place(error: dict[str, Any]) -> dict[str, str]:
    return {"where": "/".join(str(part) for part in error["loc"]), "what": str(error["msg"])}
