"""Every page route of the site, read from Django's own resolver."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

PLACE = re.compile(r"<(?:[^>:]+:)?(\w+)>")
GROUP = re.compile(r"\(\?P<(\w+)>[^)]*\)")
API = "api/v1/"


@dataclass(frozen=True)
class Route:
    """One pattern: its text, its name, its view. ``english`` says that it is there below ``/en/`` too."""

    pattern: str
    name: str
    view: Callable[..., Any]
    english: bool

    @property
    def access(self) -> str | None:
        held: str | None = getattr(self.view, "access", None)
        return held

    @property
    def kwargs(self) -> tuple[str, ...]:
        return tuple(PLACE.findall(self.pattern) or GROUP.findall(self.pattern))

    def path(self, values: Mapping[str, str]) -> str:
        """The address with these values."""
        if self.pattern.startswith("^"):
            bare = GROUP.sub(lambda found: values[found[1]], self.pattern)
            return "/" + bare.lstrip("^").rstrip("$").replace("\\", "")
        return "/" + PLACE.sub(lambda found: values[found[1]], self.pattern)

    @property
    def id(self) -> str:
        return f"{self.name} /{self.pattern}"


def routes() -> list[Route]:
    """All of them but the operations of the API, whose list is its own description."""
    return [one for one in _walk(get_resolver(), "", english=False) if not one.pattern.startswith(API)]


def _walk(resolver: URLResolver, before: str, *, english: bool) -> Iterator[Route]:
    for one in resolver.url_patterns:
        own = "" if isinstance(one.pattern, LocalePrefixPattern) else str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one, before + own, english=english or isinstance(one.pattern, LocalePrefixPattern))
        elif isinstance(one, URLPattern):
            pattern = f"^{before}{own.lstrip('^')}" if own.startswith("^") else before + own
            yield Route(pattern, one.name or "", one.callback, english)
