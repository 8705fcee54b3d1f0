"""The language a program asks for: Chinese unless ``Accept-Language`` puts English before it."""

from typing import Literal

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

Language = Literal["zh", "en"]


def asked_in(request: HttpRequest) -> Language:
    """The first language of the header that we speak; Chinese without one."""
    for code, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if code.startswith("zh"):
            return "zh"
        if code.startswith("en"):
            return "en"
    return "zh"
