"""The fields of a held form by the labels they have on their own page, as far as those are known here."""

from dataclasses import dataclass
from functools import cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from junheng.facts.codes import code_list
from junheng.facts.contracts import contracts
from junheng.policy.text import Language
from junheng.web.accounts.held import Held
from junheng.web.portal.words import language

CARRIED = frozenset({"revision", "token", "purpose", "do", "then", "next", "back"})
"""Fields of the page and not of the person: sent again, not shown."""
LABELS = {
    "answer": gettext_noop("答复"),
    "checked": gettext_noop("已核对"),
    "code": gettext_noop("代码"),
    "comment": gettext_noop("说明或意见"),
    "deadline": gettext_noop("截止时间"),
    "kind": gettext_noop("类型"),
    "label": gettext_noop("名称"),
    "met": gettext_noop("认定"),
    "name": gettext_noop("名称"),
    "name_en": gettext_noop("英文名称"),
    "opens": gettext_noop("开始时间"),
    "outcome": gettext_noop("处理结果"),
    "parent": gettext_noop("上级"),
    "reason": gettext_noop("理由"),
    "reply_by": gettext_noop("答复期限"),
    "school_type": gettext_noop("办学类型"),
    "text": gettext_noop("内容"),
    "title": gettext_noop("标题"),
    "year": gettext_noop("学年"),
}
NOTE, NONE = "note|", ".none"


@dataclass(frozen=True, slots=True)
class Row:
    """A field to be sent again; ``label`` is None when it is not shown."""

    name: str
    value: str
    label: str | None


def rows_of(held: Held) -> list[Row]:
    """What was typed, in its order. Fields of a report that are empty are sent again but not listed."""
    return [Row(name, value, _label(name, value)) for name, value in held.fields]


def _label(name: str, value: str) -> str | None:
    if name in CARRIED:
        return None
    reported = _reported(name)
    if reported is not None:
        return reported if value.strip() else None
    return _(LABELS[name]) if name in LABELS else name


def _reported(name: str) -> str | None:
    """The title of a field of a report (``sections.primary.pupils``), or of the remark beside it."""
    note, none = name.startswith(NOTE), name.endswith(NONE)
    parts = tuple(name.removeprefix(NOTE).split("|")) if note else tuple(name.removesuffix(NONE).split("."))
    title = _titles(language()).get((parts[0], parts[-1]))
    if title is None or len(parts) < 2:  # noqa: PLR2004 - a table and a field
        return None
    sections = code_list("sections_or_all").codes
    where = [sections[one].in_(language()) if one in sections else one for one in parts[1:-1] if one]
    brackets = " ({})" if language() == "en" else "（{}）"
    said = title + "".join(brackets.format(one) for one in where)
    if note:
        return _("%(field)s的退回理由") % {"field": said}
    return _("%(field)s：不适用") % {"field": said} if none else said


@cache
def _titles(tongue: Language) -> dict[tuple[str, str], str]:
    return {
        (table, one.id): f"{rules.title.in_(tongue)} · {one.title.in_(tongue)}"
        for table, rules in contracts().items()
        for one in rules.fields
    }
