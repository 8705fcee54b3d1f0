"""Words of zone plans for templates."""

from django import template
from django.utils.translation import gettext as _

from junheng.publish.table import Suppressed
from junheng.web.workbench.models import PlanState
from junheng.web.workbench.showing import metres, percent

register = template.Library()

LOOKS = {
    PlanState.DRAFT: "draft",
    PlanState.HEARING: "open",
    PlanState.ADOPTED: "done",
    PlanState.WITHDRAWN: "ended",
}
"""State -> its class in the stylesheet of the desk."""


@register.filter
def plan_state(state: str) -> str:
    """The state of a plan in words."""
    return {
        PlanState.DRAFT: _("草案"),
        PlanState.HEARING: _("听证中"),
        PlanState.ADOPTED: _("已采用"),
        PlanState.WITHDRAWN: _("已撤回"),
    }[PlanState(state)]


@register.filter
def plan_look(state: str) -> str:
    return LOOKS[PlanState(state)]


@register.filter
def share(value: float | None) -> str:
    """A share as a percentage."""
    return percent(value)


@register.filter
def plain(value: float) -> str:
    """A coordinate, in every language with a point."""
    return f"{value:.1f}"


@register.filter
def places(value: float) -> str:
    """A factor with four places and a point."""
    return f"{value:.4f}"


@register.filter
def hidden(value: object) -> str:
    """A public count; a hidden one as a star."""
    return "*" if isinstance(value, Suppressed) else f"{value:,}"


register.filter("metres", metres)
