"""What a form says, read strictly."""

from django.http import HttpRequest

from junheng.web.kit.refusal import Refusal

DIGITS = 9
"""More than any number here has."""


def whole(request: HttpRequest, name: str) -> int:
    """A whole number of a form.

    Raises:
        Refusal: (422) it is none.
    """
    said = request.POST.get(name, "")
    if not (said.isascii() and said.isdecimal() and len(said) <= DIGITS):
        raise Refusal(f"“{name}”不是整数。", f"“{name}” is not a whole number.", status=422)
    return int(said)


def within(request: HttpRequest, name: str, least: int, most: int) -> int:
    """A whole number of a form between two others.

    Raises:
        Refusal: (422) it is not.
    """
    found = whole(request, name)
    if not least <= found <= most:
        raise Refusal(
            f"“{name}”须在{least}与{most}之间。", f"“{name}” must lie between {least} and {most}.", status=422
        )
    return found
