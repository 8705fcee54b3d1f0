"""What every page's frame needs: the language switch, the text size, the published years."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from junheng.web.portal.queries import editions
from junheng.web.portal.words import language


def frame(request: HttpRequest) -> dict[str, Any]:
    return {
        "lang": language(),
        "other_language": other_language(request.get_full_path()),
        "large": request.COOKIES.get("text") == "large",
        "editions": SimpleLazyObject(editions),
    }


def other_language(path: str) -> str:
    """The same page in the other language: English lives under ``/en/``."""
    if path == "/en" or path.startswith("/en/"):
        return path.removeprefix("/en") or "/"
    return f"/en{path}"
