"""Words of a rotation for people: schools by name, states, what is missing to go on."""

from django.utils.translation import gettext as _

from junheng.web.personnel.models import RoundState

LOOKS = {
    RoundState.COLLECTING: "draft",
    RoundState.WISHES: "open",
    RoundState.DRAFT: "open",
    RoundState.PUBLISHED: "done",
}
"""State -> its class in the stylesheet of the desk."""


def state_words(state: str) -> str:
    return {
        RoundState.COLLECTING: _("收集数据"),
        RoundState.WISHES: _("填报志愿"),
        RoundState.DRAFT: _("拟定方案"),
        RoundState.PUBLISHED: _("已公示"),
    }[RoundState(state)]


def share_words(value: float | None) -> str:
    """A share as a percentage."""
    return "—" if value is None else f"{value:.1%}"


def gap_words(value: float | None) -> str:
    return "—" if value is None else f"{value:.3%}"


def dispersion_words(value: float | None) -> str:
    """A coefficient of variation as the standard gives its limits, with two decimals more."""
    return "—" if value is None else f"{value:.4f}"
