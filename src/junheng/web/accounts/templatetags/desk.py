"""Template words of the signed-in site."""

from typing import Any

from django import template
from django.http import HttpRequest

from junheng.web.accounts.access import actor_of
from junheng.web.accounts.menu import menu_of

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_menu(context: dict[str, Any]) -> list[dict[str, object]]:
    """The menu of whoever is asking."""
    request: HttpRequest = context["request"]
    return menu_of(request)


@register.simple_tag(takes_context=True)
def may(context: dict[str, Any], verb: str, path: str | None = None) -> bool:
    """Whether whoever is asking may use a verb (on the organisation with this path)."""
    request: HttpRequest = context["request"]
    return actor_of(request).may(verb, path)
