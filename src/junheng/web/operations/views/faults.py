"""When a page breaks: a database that is locked or away is said to be so, everything else is a plain fault.

Django asks this for the answer while the fault is being handled. Actions write in one transaction, so that nothing is
half written.
"""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from junheng.web.portal.views.errors import broken as broken_page

AGAIN = 30
"""Seconds after which trying again makes sense."""


def broken(request: HttpRequest) -> HttpResponse:
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return without_database()
    return broken_page(request)


def without_database() -> HttpResponse:
    words = {
        "status": 503,
        "zh": "数据库暂时不可用",
        "en": "The database is not available just now",
        "zh_more": "您刚才的操作没有生效，也没有留下写了一半的数据。请稍后重试；仍然如此请告知系统管理员。",
        "en_more": "What you just did was not carried out, and nothing is half written. Try again in a moment; if it "
        "goes on, tell the system administrator.",
    }
    answer = HttpResponse(render_to_string("portal/error.html", words), status=503)
    answer["Retry-After"] = str(AGAIN)
    return answer
