"""How long each table is kept and what happens then: read from ``retention.yaml`` and the site's own terms.

The law names few terms. Where none is known the line stays empty, and nothing is deleted until the city decides: its
terms (table: days) stand in ``retention.yaml`` of the site's folder.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from junheng.policy.own_yaml import own_yaml
from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Term:
    """One table: why it is there, whether it is personal, for how many days after ``since`` it is kept, what then."""

    table: str
    purpose: Text
    personal: bool
    since: str
    keep: int | None
    then: str
    columns: tuple[str, ...]
    at_least: int
    cite: str


def terms() -> Mapping[str, Term]:
    """The terms in force.

    Raises:
        Refusal: the site's own file names an unknown table, no number of days, fewer than the law asks for, or a
            table of which nothing is ever deleted.
    """
    held = dict(_built_in())
    for table, days in _of_the_site().items():
        held[table] = _decided(held.get(table), str(table), days)
    return held


@cache
def _built_in() -> Mapping[str, Term]:
    raw = own_yaml(__package__, "retention.yaml")
    return {table: _term(table, one, raw["terms"]) for table, one in raw["tables"].items()}


def _term(table: str, one: Mapping[str, Any], known: Mapping[str, Any]) -> Term:
    law = known[one["term"]] if "term" in one else {}
    return Term(
        table=table,
        purpose=Text(one["purpose"]["zh"], one["purpose"]["en"]),
        personal=one["personal"],
        since=one.get("since", ""),
        keep=one.get("keep"),
        then=one.get("then", ""),
        columns=tuple(one.get("columns", ())),
        at_least=law.get("at_least", 0),
        cite=law.get("cite", ""),
    )


def _of_the_site() -> Mapping[str, Any]:
    path = Path(settings.VAR) / "retention.yaml"
    if not path.is_file():
        return {}
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    except yaml.YAMLError as fault:
        raise Refusal("retention.yaml 写法有误。", "retention.yaml is not understood.", status=422) from fault
    if not isinstance(raw, dict):
        raise Refusal("retention.yaml 应写成“表: 天数”。", "retention.yaml has lines of 'table: days'.", status=422)
    return raw


def _decided(term: Term | None, table: str, days: object) -> Term:
    if term is None or not term.then or not term.since:
        raise Refusal(f"{table} 不能设保存期限。", f"{table} takes no term.", status=422)
    if not isinstance(days, int) or isinstance(days, bool) or days < max(term.at_least, 0):
        raise Refusal(
            f"{table} 的保存期限应为不少于 {term.at_least} 的天数。{term.cite}",
            f"{table} is kept for a number of days, {term.at_least} or more.",
            status=422,
        )
    return Term(table, term.purpose, term.personal, term.since, days, term.then, term.columns, term.at_least, term.cite)


def page(held: Iterable[Term]) -> str:
    """The documentation of the terms, as Markdown."""
    ends = {"delete": "删除 *delete*", "anonymise": "匿名化 *anonymise*", "": "—"}
    rows = [
        f"| `{one.table}` | {one.purpose.zh}<br>*{one.purpose.en}* | {'是 *yes*' if one.personal else '否 *no*'} | "
        f"{'未定 *not decided*' if one.keep is None else one.keep} | {ends[one.then]} | {_law(one)} |"
        for one in held
    ]
    return HEAD + "\n".join(rows) + "\n"


def _law(one: Term) -> str:
    return f"{f'≥ {one.at_least}；' if one.at_least else ''}{one.cite}" or "—"


HEAD = """# 保存期限 Retention

每张表为何而设、是否含个人信息、保存多少天、到期怎样处理。法规没有写明的期限保持空白，什么也不删；由市里在站点文件夹的
`retention.yaml` 里逐表写“表: 天数”决定，写得比法定下限短会被拒绝。`junheng retain` 执行，并记入审计日志。

*Why each table is there, whether it holds personal information, for how many days it is kept, and what happens then. A
term the law does not name stays empty and nothing is deleted; the city decides in `retention.yaml` in the site folder.
`junheng retain` carries it out, on the record.*

| 表 Table | 用途 Purpose | 个人信息 Personal | 天数 Days | 到期 Then | 依据 Basis |
| --- | --- | --- | --- | --- | --- |
"""
