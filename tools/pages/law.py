"""A page per article and per sentence on the housing fund, and the overview of them all."""

from collections.abc import Mapping

from junheng.policy import Text
from junheng.policy.articles import Article, Commitment, articles
from pages.markdown import code, page, section, table, twice
from pages.standards import shown

STATUS = {
    "planned": Text("计划中", "Planned"),
    "partial": Text("部分实现", "Partial"),
    "complete": Text("已实现", "Complete"),
}
RELATIONS = {
    "exactly": "",
    "at_least": "≥ ",
    "more_than": "> ",
    "about": "约 about ",
    "rises": "逐步提高 rises",
    "never_falls": "只增不减 never falls",
    "falls": "逐年下降 falls",
    "in_step": "同幅度 in step",
    "deliver": "",
}


def pages() -> Mapping[str, str]:
    return {"articles/index.md": _index(), **{f"articles/{row.id}.md": _article(row) for row in articles()}}


def name(row: Article) -> str:
    number = int(row.id.split("-")[1])
    return f"第{number}条" if row.document.id == "education" else f"公积金 {number}"


def _index() -> str:
    parts = []
    for document in dict.fromkeys(row.document for row in articles()):
        rows = [
            (f"[{name(row)}]({row.id}.md)", row.title, STATUS[row.status], len(row.commitments))
            for row in articles()
            if row.document == document
        ]
        headers = ("条 Article", "内容 Title", "本软件 Software", "承诺数 Commitments")
        parts.append(section(f"{document.number} {document.title}".strip(), document.title.en, table(headers, rows)))
    counts = "，".join(f"{STATUS[one].zh} {sum(row.status == one for row in articles())}" for one in STATUS)
    return page(
        "政策条款覆盖 Articles and what the software does",
        f"本软件的实现状态（不是市里的落实情况）：{counts}。",
        *parts,
    )


def _article(row: Article) -> str:
    lines = [
        ("文件 Document", row.document.title),
        ("文号 Number", row.document.number or None),
        ("施行 In force", row.document.since),
        ("本软件 Software", STATUS[row.status]),
    ]
    return page(
        f"{name(row)} {row.title}",
        f"*{row.title.en}*",
        table(("项 Item", "内容 Content"), [line for line in lines if line[1] is not None]),
        section("现在能做 Today", twice(row.today)) if row.today else "",
        section("计划 Planned", twice(row.planned)) if row.planned else "",
        _commitments(row),
        _links(
            "相关指标与条目 Indicators and items", [f"[{one}](../reference/indicators/{one}.md)" for one in row.related]
        ),
        _links("代码 Code", [code(one) for one in row.code]),
        _links("测试 Tests", [code(one) for one in row.tests]),
    )


def _links(title: str, links: list[str]) -> str:
    return section(title, "、".join(links)) if links else ""


def _commitments(row: Article) -> str:
    headers = ("承诺 Commitment", "数量 Quantity", "期限 By", "范围 Scope")
    rows = [(one.title, _quantity(one), _by(one), one.scope) for one in row.commitments]
    return section("承诺 Commitments", table(headers, rows)) if rows else ""


def _quantity(one: Commitment) -> str:
    amount = "" if one.amount is None else f"{shown(one.amount)} {one.unit}".strip()
    return f"{RELATIONS[one.relation]}{amount}".strip() or "未给出数量 no number given"


def _by(one: Commitment) -> str:
    yearly = "每年 yearly" if one.yearly else ""
    return " ".join(str(part) for part in (one.by or "", yearly) if part) or "未定 not given"
