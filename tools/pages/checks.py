"""The checks of a year's facts, with the rule and the remedy their messages give, and the limits of plausibility."""

from collections.abc import Mapping
from typing import Any

from junheng.facts.checks import CHECKS
from junheng.facts.checks.settings import settings
from junheng.policy import Text
from junheng.policy.messages import catalogue
from pages.markdown import code, page, section, table

OUTCOMES = {"rejected": Text("退回", "Rejected"), "warned": Text("提醒", "Warned")}


def pages() -> Mapping[str, str]:
    messages = catalogue("junheng.facts")
    rows = [
        (code(one.id), one.title, OUTCOMES[one.outcome], messages[one.id].fix if one.id in messages else None)
        for one in CHECKS.values()
    ]
    return {
        "reference/checks.md": page(
            "核对 Checks",
            "*退回*的值不用：按未上报处理，回执写明位置。*提醒*的值保留：单独看都可能，放在一起矛盾或反常，请填报人核实。\n\n"
            "*Rejected* values count as not reported. *Warned* values are kept and the reporter is asked.",
            table(("核对 Check", "内容 Title", "结果 Outcome", "处理 Remedy"), rows),
            section(
                "合理范围 Limits of plausibility",
                "这些是本软件的设定，不是法规，只用于提醒，从不影响结论。\n\n"
                "Settings of this program, not law: they only warn and never decide a verdict.",
                table(("设定 Setting", "内容 Title", "取值 Value", "依据 Cite"), _settings()),
            ),
        )
    }


def _settings() -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for name, one in settings().items():
        for entry in one if isinstance(one, list) else [one]:
            label = f"{name}: {entry['table']}.{entry['field']}" if "field" in entry else name
            rows.append((code(label), _words(entry), _numbers(entry), entry.get("cite")))
    return rows


def _words(entry: Mapping[str, Any]) -> Text | None:
    words = entry.get("title") or entry.get("why")
    return Text(**words) if isinstance(words, dict) else words


def _numbers(entry: Mapping[str, Any]) -> str:
    words = {"title", "why", "cite", "table", "field"}
    return "，".join(f"{key} = {value}" for key, value in entry.items() if key not in words)
