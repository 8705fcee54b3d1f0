"""Pages for what went wrong, in both languages at once: the reader's may not be known.

Django passes ``exception`` by that name; no page tells it to a stranger.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def not_found(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _page(
        404,
        "没有这一页",
        "There is no such page",
        "地址可能有误，或该学年、区县、学校未发布。",
        "The address may be wrong, or this year, county or school is not published.",
    )


def bad_request(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _page(
        400, "请求无法理解", "The request cannot be understood", "请返回上一页重试。", "Go back and try again."
    )


def refused(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _page(403, "请求被拒绝", "The request was refused", "请返回上一页重试。", "Go back and try again.")


def broken(_request: HttpRequest) -> HttpResponse:
    return _page(
        500,
        "系统出错",
        "Something broke",
        "没有数据因此改变。请重试；仍然出错请告知管理员。",
        "No data was changed. Try again; if it happens again, tell the administrator.",
    )


def _page(status: int, zh: str, en: str, zh_more: str, en_more: str) -> HttpResponse:
    words = {"status": status, "zh": zh, "en": en, "zh_more": zh_more, "en_more": en_more}
    return HttpResponse(render_to_string("portal/error.html", words), status=status)
