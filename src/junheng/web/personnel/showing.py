"""Words of a rotation for people: schools by name, states, what is missing to go on."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from junheng.policy.text import Text
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


def in_names(words: Mapping[str, Any] | Text, names: Mapping[str, str]) -> Text:
    """The words with every code of a school replaced by its name."""
    said = words if isinstance(words, Text) else Text(words["zh"], words["en"])
    if not names:
        return said
    codes = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in names))
    zh, en = (codes.sub(lambda found: names[found[0]], one) for one in (said.zh, said.en))
    return Text(zh, en)


def share_words(value: float | None) -> str:
    """A share as a percentage."""
    return "—" if value is None else f"{value:.1%}"


def gap_words(value: float | None) -> str:
    return "—" if value is None else f"{value:.3%}"
