"""The words of verdicts on pages, in the language of the page."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from junheng.facts.codes import code_list
from junheng.policy.text import Language, Text


def language() -> Language:
    """The project's name of the language this page is written in."""
    return "en" if (get_language() or "").startswith("en") else "zh"


def say(text: Text | Mapping[str, str] | str | None) -> str:
    """A text of a verdict, stored or not, in the language of the page."""
    if isinstance(text, Text):
        return text.in_(language())
    if isinstance(text, Mapping):
        return text[language()]
    return text or ""


def in_names(text: Text, names: Mapping[str, str], *, shortest: int = 1) -> Text:
    """The words of an engine, which knows codes, with the names that people know.

    What is no code stays, and so does what has fewer than ``shortest`` characters: it is rather a number.
    """
    code = re.compile(rf"[0-9A-Za-z-]{{{shortest},}}")
    zh, en = (code.sub(lambda found: names.get(found[0], found[0]), said) for said in (text.zh, text.en))
    return Text(zh, en)


def listed(names: Iterable[str]) -> str:
    """Several names as one: with 、 in Chinese, with commas in English."""
    return ("、" if language() == "zh" else ", ").join(names)


def own_name(place: object) -> str:
    """The name of an organisation in the language of the page; Chinese where it has no other."""
    name = str(getattr(place, "name", ""))
    return (getattr(place, "name_en", "") or name) if language() == "en" else name


def section_name(section: str) -> str:
    names = code_list("sections_or_all").codes
    return say(names[section]) if section in names else section


def state_name(state: str) -> str:
    return {
        "met": _("达标"),
        "not_met": _("未达标"),
        "not_judged": _("未评定"),
        "by_evidence": _("佐证认定"),
    }[state]


def veto_name(look: str) -> str:
    """How a veto item stands: it is met when the thing was not found."""
    return {"met": _("未发现"), "not_met": _("存在"), "not_judged": _("未评定")}[look]


def domain_name(domain: str) -> str:
    return {
        "resources": _("资源配置"),
        "government": _("政府保障程度"),
        "quality": _("教育质量"),
        "social": _("社会认可度"),
        "veto": _("一票否决"),
    }.get(domain, domain)


def year_name(year: int) -> str:
    """``2025—2026学年`` or ``2025–26``."""
    return _("%(first)d—%(last)d学年") % {"first": year, "last": year + 1}


SYMBOLS: Mapping[str, str] = {"met": "✓", "not_met": "✗", "not_judged": "?", "by_evidence": "◆"}
"""A sign beside each colour, so that no state is told by colour alone."""

LOOKS: Mapping[bool | None, str] = {True: "met", False: "not_met", None: "not_judged"}


def item_look(item: Mapping[str, Any]) -> str:
    """The colour class of an item: by how it stands, whoever judged it."""
    return LOOKS[item["ok"]]


def confidence_name(confidence: str) -> str:
    return {
        "sourced": _("有出处"),
        "high": _("较有把握，待核"),
        "medium": _("中等把握，待核"),
        "low": _("把握不大，待核"),
        "unknown": _("未知"),
        "user": _("用户填写"),
    }.get(str(confidence), str(confidence))


def kind_name(kind: str) -> str:
    return {"computed": _("由数据计算"), "evidence": _("凭佐证认定"), "mixed": _("数据计算并凭佐证认定")}[kind]


def outcome_name(outcome: str) -> str:
    return {
        "changed": _("已改"),
        "rejected": _("退回"),
        "ignored": _("忽略"),
        "warned": _("请确认"),
    }[str(outcome)]


def file_kind_name(kind: str) -> str:
    """How an uploaded file was understood."""
    return {
        "jiaoji": _("教基工作簿"),
        "flat": _("一校一行的导出表"),
        "template": _("填报模板"),
        "table": _("数据表"),
        "csv": _("CSV数据表"),
        "mapping": _("按对照表读取"),
        "unreadable": _("未能识别"),
    }.get(kind, kind)


def coverage_name(status: str) -> str:
    return {"complete": _("已完成"), "partial": _("部分"), "planned": _("计划中")}[status]


def relation_name(relation: str) -> str:
    """How an amount of a commitment is meant; ``%(amount)s`` stands for the number with its unit."""
    return {
        "exactly": "%(amount)s",
        "at_least": _("不少于 %(amount)s"),
        "more_than": _("多于 %(amount)s"),
        "about": _("约 %(amount)s"),
        "rises": _("逐步提高"),
        "never_falls": _("只增不减"),
        "falls": _("逐年下降"),
        "in_step": _("同幅度联动"),
        "deliver": _("完成"),
    }[relation]


UNITS = (
    gettext_noop("人"),
    gettext_noop("人/班"),
    gettext_noop("人/百生"),
    gettext_noop("人/生"),
    gettext_noop("间"),
    gettext_noop("间/百生"),
    gettext_noop("㎡"),
    gettext_noop("㎡/生"),
    gettext_noop("元"),
    gettext_noop("元/生"),
    gettext_noop("万元"),
    gettext_noop("万人"),
    gettext_noop("个"),
    gettext_noop("台"),
    gettext_noop("册"),
    gettext_noop("册/生"),
    gettext_noop("台/百生"),
    gettext_noop("项"),
    gettext_noop("班"),
    gettext_noop("级"),
    gettext_noop("分"),
    gettext_noop("份"),
    gettext_noop("年"),
    gettext_noop("所"),
    gettext_noop("所/乡镇"),
    gettext_noop("名"),
    gettext_noop("人次"),
    gettext_noop("方"),
    gettext_noop("元/月"),
    gettext_noop("系数"),
    gettext_noop("权重"),
    gettext_noop("比例"),
    gettext_noop("比率"),
    gettext_noop("日期"),
    gettext_noop("是/否"),
)
"""Units of the law and of the reports that English writes otherwise."""


COUNTERS = frozenset({"个", "项", "条"})
"""Units that only count: English says the number alone."""


def unit_name(unit: str | None) -> str:
    return _(unit) if unit else ""


YEAR = "年"
"""The unit of a reported year, which is a name and not an amount."""


def cell_unit(unit: str) -> str:
    """The unit behind a reported value; English says a year by its number alone."""
    return "" if language() == "en" and unit == YEAR else unit_name(unit)


def amount_unit(unit: str) -> str:
    """The unit behind an amount whose thing is named beside it."""
    return "" if language() == "en" and unit in COUNTERS else unit_name(unit)
