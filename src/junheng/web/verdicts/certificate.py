"""A verdict on one sheet of A4 (PDF/A-2b), to print and to file. It says that it is no official document by itself."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from junheng.balance.model import STATE_TITLES, State
from junheng.policy.standard import Standard
from junheng.policy.text import Language, Text
from junheng.policy.years import year_label
from junheng.publish import SYNTHETIC, Column, Table
from junheng.publish.typeset import table_block, typeset
from junheng.publish.words import DOMAIN_TITLES, section_title
from junheng.web.portal.law import standard_of
from junheng.web.verdicts.models import Record

TITLE = Text("义务教育优质均衡评定结论", "Verdict on the high-quality balance of compulsory education")
OWN_NUMBER = Text(
    "本件由监测系统按所列数据和标准形成。编号为系统自用编号，不是公文文号。是否有效，以核验页查询为准。",
    "Made by the monitoring system from the data and the standard named here. The number is the system's own, not an "
    "official document number. Whether it stands is told by the verification page.",
)


def certificate(one: Record, verify_at: str, language: Language) -> bytes:
    """The sheet as PDF bytes; ``verify_at`` is the address of the verification page.

    Raises:
        MissingGlyphError: no font has a glyph for a character of it.
    """
    held, standard = one.verdict, standard_of(one.standard)
    blocks = [
        _block(_facts(one, held, standard, verify_at), language),
        _block(_dispersions(held, standard), language),
        {"kind": "table", "title": "", "widths": [1.0], "small": False, "numeric": [False], "notes": [],
         "head": [Text("说明", "Note").in_(language)], "rows": [[OWN_NUMBER.in_(language)]]},
    ]  # fmt: skip
    document = {
        "title": TITLE.in_(language),
        "subtitle": one.number,
        "notice": SYNTHETIC.in_(language) if held["synthetic"] else "",
        "blocks": blocks,
        "cover": True,
        "lang": language,
    }
    with TemporaryDirectory(prefix="junheng-") as folder:
        return typeset(document, {}, Path(folder) / "verdict.pdf", one.year).read_bytes()


def _block(table: Table, language: Language) -> dict[str, Any]:
    return {"kind": "table", "title": table.title.in_(language), **table_block(table, language)}


def _facts(one: Record, held: Mapping[str, Any], standard: Standard, verify_at: str) -> Table:
    county = Text(**held["county"])
    label = year_label(one.year)
    code, signed_on = held["county_code"], held["signed_on"]
    number, title = standard.number, standard.title
    rows: list[tuple[Text, Any]] = [
        (Text("区县（开发区）", "County"), Text(f"{county.zh}（{code}）", f"{county.en} ({code})")),
        (Text("学年", "School year"), Text(label, f"{one.year}–{(one.year + 1) % 100:02d}")),
        (Text("结论", "Verdict"), STATE_TITLES[State(one.state)]),
        *((DOMAIN_TITLES[id_], STATE_TITLES[State(state)]) for id_, state in _domains(held)),
        (Text("理由", "Reasons"), _joined(held["reasons"], State(one.state))),
        (Text("标准", "Standard"), Text(f"{number} {title.zh}", f"{number} {title.en}")),
        (Text("政策版本", "Policy version"), one.policy_version),
        (Text("数据快照", "Data snapshot"), one.snapshot),
        (Text("签发", "Signed"), Text(f"{one.signatory}　{signed_on}", f"{one.signatory}, {signed_on}")),
        (Text("取代", "Supersedes"), held["supersedes"] or Text("无（首次结论）", "none (first verdict)")),
        (Text("结论摘要值", "Digest (SHA-256)"), one.digest),
        (Text("核验", "Verify"), verify_at),
    ]  # fmt: skip
    columns = (Column("name", Text("项目", "Item")), Column("value", Text("内容", "Content")))
    return Table("verdict", Text("结论", "Verdict"), columns, tuple(rows))


def _domains(held: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return [("resources", held["resources"]), *held["domains"].items()]


def _joined(reasons: Iterable[Mapping[str, str]], state: State) -> Text:
    held = list(reasons)
    if not held and state is State.MET:
        return Text("各项均达标", "Everything is met")
    if not held:
        return Text("已评定的项目都达标，但还有项目未评定", "What was judged is met, but some items are not judged")
    return Text("；".join(one["zh"] for one in held), "; ".join(one["en"] for one in held))


def _dispersions(held: Mapping[str, Any], standard: Standard) -> Table:
    titles = {one.id: one for one in standard.indicators}
    rows = tuple(
        (
            section_title(one["section"]),
            titles[one["indicator"]].title if one["indicator"] in titles else one["indicator"],
            *(None if one[name] is None else float(one[name]) for name in ("mean", "dispersion", "limit")),
            STATE_TITLES[State({True: "met", False: "not_met", None: "not_judged"}[one["met"]])],
        )
        for one in held["indicators"]
    )
    columns = (
        Column("section", Text("学段", "Section")),
        Column("indicator", Text("指标", "Indicator")),
        Column("mean", Text("平均值", "Mean"), "number", decimals=2),
        Column("dispersion", Text("差异系数", "Dispersion"), "number", decimals=3),
        Column("limit", Text("上限", "Limit"), "number", decimals=2),
        Column("met", Text("结论", "Result")),
    )
    return Table("dispersions", Text("差异系数", "Dispersions"), columns, rows)
