"""Addresses and names of the editor's page."""

from collections.abc import Mapping

from django import template

from junheng.web.personnel.narrowing import Narrowing

register = template.Library()


@register.simple_tag
def narrowed(asked: Narrowing, **changes: str) -> str:
    """The query string of the page with some choices changed."""
    return asked.query(**changes)


@register.simple_tag
def turned(asked: Narrowing, name: str, number: int) -> str:
    """The query string of the page with another page of a list."""
    return asked.query(**{name: str(number)})


@register.filter
def named(names: Mapping[str, str], code: str) -> str:
    """The name of a school, or its code."""
    return names.get(code, code)
