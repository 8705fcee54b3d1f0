"""What every page's frame needs: the language switch, the text size, the published years."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from junheng.web.portal.queries import editions
from junheng.web.portal.words import language


def frame(request: HttpRequest) -> dict[str, Any]:
    return {
        "lang": language(),
        "other_language": other_language(request.get_full_path()),
        "large": request.COOKIES.get("text") == "large",
        "editions": SimpleLazyObject(editions),
        "public_links": SimpleLazyObject(public_links),
    }


def public_links() -> list[tuple[str, str]]:
    """The public pages of the other parts that this site has, by their names."""
    named = (
        ("verdicts", _("结论公告")),
        ("verify", _("核验")),
        ("ranking", _("年度进步排名")),
        ("catalogue", _("政务公开目录")),
        ("zonings", _("学区方案")),
        ("public-rotations", _("教师交流轮岗")),
        ("survey", _("满意度调查")),
        ("survey-results", _("调查结果")),
    )
    found = ((title, _address(name)) for name, title in named)
    return [(title, at) for title, at in found if at]


def desk_links(article: str) -> list[tuple[str, str]]:
    """The pages of the desk on which an article is carried out, by their names."""
    named = {
        "art-06": (("itinerants", _("走教")),),
        "art-07": (("talents", _("人才培养")),),
        "art-08": (("pays", _("绩效工资")),),
    }
    found = ((title, _address(name)) for name, title in named.get(article, ()))
    return [(title, at) for title, at in found if at]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def other_language(path: str) -> str:
    """The same page in the other language: English lives under ``/en/``."""
    if path == "/en" or path.startswith("/en/"):
        return path.removeprefix("/en") or "/"
    return f"/en{path}"
