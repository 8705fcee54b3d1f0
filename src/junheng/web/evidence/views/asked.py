"""What a form sent, as the types the actions take; what cannot be read is refused in words."""

from datetime import date

from django.http import HttpRequest

from junheng.web.kit.refusal import Refusal


def whole(request: HttpRequest, name: str) -> int:
    """A whole number of at most nine digits; a missing or broken one is 0, which no revision is."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= DIGITS else 0


def day(request: HttpRequest, name: str) -> date:
    """A date as browsers send it.

    Raises:
        Refusal: (422) it is none.
    """
    try:
        return date.fromisoformat(request.POST.get(name, ""))
    except ValueError as fault:
        raise Refusal("请填写日期，如2026-03-01。", "Enter a date such as 2026-03-01.", status=422) from fault


DIGITS = 9
