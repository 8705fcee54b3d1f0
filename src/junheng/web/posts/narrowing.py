"""Which schools of a county a page shows, and in which order."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_noop

from junheng.web.posts.standing import School

SORTS: Mapping[str, str] = {
    "": gettext_noop("学校代码"),
    "lacking": gettext_noop("缺口从大到小"),
    "over": gettext_noop("超出从多到少"),
    "vacant": gettext_noop("空编从多到少"),
    "pupils": gettext_noop("在校生从多到少"),
    "name": gettext_noop("学校名称"),
}
KINDS: Mapping[str, str] = {
    "": gettext_noop("全部"),
    "short": gettext_noop("编制不足"),
    "over": gettext_noop("超过标准"),
    "overfull": gettext_noop("在编多于编制"),
    "small": gettext_noop("乡村小规模"),
    "unknown": gettext_noop("编制未知"),
}
_KEPT: Mapping[str, Callable[[School], bool]] = {
    "short": lambda one: (one.lacking or 0) > 0,
    "over": lambda one: (one.lacking or 0) < 0,
    "overfull": lambda one: (one.vacant or 0) < 0,
    "small": lambda one: one.small,
    "unknown": lambda one: one.posts is None,
}
_ORDER: Mapping[str, Callable[[School], Any]] = {
    "lacking": lambda one: -(one.lacking or 0),
    "over": lambda one: one.lacking or 0,
    "vacant": lambda one: -(one.vacant or 0),
    "pupils": lambda one: -one.pupils,
    "name": lambda one: one.name,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a form asks for; empty means all."""

    q: str = ""
    section: str = ""
    kind: str = ""
    sort: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str]) -> "Choice":
        """What an address says; what there is not counts as empty."""
        given = {name: said.get(name, "").strip() for name in cls.__dataclass_fields__}
        return cls(
            given["q"],
            given["section"],
            given["kind"] if given["kind"] in KINDS else "",
            given["sort"] if given["sort"] in SORTS else "",
        )


def chosen(schools: Iterable[School], asked: Choice) -> list[School]:
    """The schools asked for, in order."""
    kept = [
        one
        for one in schools
        if (not asked.q or asked.q in one.name or asked.q == one.code)
        and (not asked.section or asked.section in one.sections)
        and (asked.kind not in _KEPT or _KEPT[asked.kind](one))
    ]
    order = _ORDER.get(asked.sort)
    return sorted(kept, key=order) if order else kept
