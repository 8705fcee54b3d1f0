"""Words of records: the states of appeals, and what changed between two verdicts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.portal.words import domain_name, say, section_name

APPEAL = {
    "filed": Text("已受理，办理中", "Filed, under review"),
    "upheld": Text("申诉成立", "Upheld"),
    "dismissed": Text("维持原结论", "Dismissed"),
    "withdrawn": Text("已撤回", "Withdrawn"),
}
LOOKS = {"filed": "submitted", "upheld": "approved", "dismissed": "ended", "withdrawn": "cancelled"}
"""The look of an appeal's state on the desk."""


def changed(differences: Iterable[Mapping[str, Any]], standard: Standard) -> list[dict[str, str]]:
    """Each difference with the name of what it is about; the states keep their words for the page's badges."""
    return [
        {"name": _name(one, standard), "before": one["before"] or "not_judged", "after": one["after"]}
        for one in differences
    ]


def _name(one: Mapping[str, Any], standard: Standard) -> str:
    what, id_ = one["what"], one["id"]
    if what == "state":
        return _("总结论")
    if what == "resources":
        return _("资源配置")
    if what == "domain":
        return domain_name(id_)
    if what == "indicator":
        titles = {held.id: held.short for held in standard.indicators}
        return f"{section_name(one['section'])} {say(titles[id_]) if id_ in titles else id_}"
    items = {held.id: held for held in standard.items}
    return f"{items[id_].number}. {say(items[id_].title)}" if id_ in items else id_
