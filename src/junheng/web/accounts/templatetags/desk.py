"""Template words of the signed-in site."""

from datetime import datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from junheng.policy.text import Text
from junheng.web.accounts.access import actor_of
from junheng.web.accounts.menu import menu_of
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.roles import roles
from junheng.web.portal import words

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


@register.filter
def role_title(role: str) -> Text:
    """The words of a role."""
    return roles()[role].title


@register.filter
def org_name(one: Organisation) -> str:
    """An organisation's name in the reader's language, as far as it has one."""
    return one.name_en if one.name_en and words.language() == "en" else one.name


@register.filter
def kind_title(kind: str) -> str:
    """The words of a level of the tree."""
    return {"city": _("市"), "county": _("区县（开发区）"), "school": _("学校"), "campus": _("校区、教学点")}[kind]


@register.filter
def extent_title(extent: str) -> str:
    """The words of how far a role reaches."""
    return {"own": _("本级"), "below": _("本级及下级"), "all": _("全部"), "custom": _("自定义")}[extent]


@register.filter
def when(at: str | datetime | None) -> str:
    """A moment to the minute, in the site's time."""
    if not at:
        return ""
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M")


@register.filter
def sign_in_title(verb: str) -> str:
    """The words of what happened at the door."""
    said = {"sign_in": _("登录"), "sign_in.failed": _("登录失败"), "sign_in.locked": _("登录锁定")}
    return said.get(verb, verb)


@register.simple_tag(takes_context=True)
def my_roles(context: dict[str, Any]) -> list[Text]:
    """The roles of whoever is asking, each once."""
    request: HttpRequest = context["request"]
    return [roles()[one].title for one in dict.fromkeys(grant.role for grant in actor_of(request).grants)]
