"""Two drafts of a round side by side: what each reaches, what its objective is made of, who is placed differently."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from junheng.policy.rotation_rules import rotation_parameters
from junheng.policy.text import Text
from junheng.publish.table import Column, Table
from junheng.teachers.columns import vocabulary
from junheng.web.personnel.document import Document
from junheng.web.personnel.listed import CODE, FLAGS, NAME, TERMS, Names
from junheng.web.personnel.models import RotationDraft
from junheng.web.personnel.showing import dispersion_words, gap_words

LINE = Column("line", Text("项目", "Item"))
STAYS = Text("留在原校", "stays")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two drafts with its document."""

    draft: RotationDraft
    found: Document

    @property
    def county(self) -> Mapping[str, Any]:
        county: Mapping[str, Any] = self.found["counties"][0]
        return county

    @property
    def title(self) -> Text:
        return Text(f"草案 {self.draft.number}", f"Draft {self.draft.number}")


def reached_table(one: Side, other: Side) -> Table:
    """What the drafts reach, in units of their own; points are under the weights of each."""
    rows = [(title, words(one), words(other)) for title, words in _FIGURES]
    for at, held in enumerate(one.county["dispersion"]):
        section, flag = vocabulary("section")[held["section"]], FLAGS[held["of"]]
        title = Text(f"{flag.zh}差异系数 · {section.zh}", f"Dispersion: {flag.en}, {section.en}")
        ours, theirs = (dispersion_words(side.county["dispersion"][at]["after"]) for side in (one, other))
        rows.append((title, ours, theirs))
    return Table("reached", Text("两份草案达到的", "What the drafts reach"), _columns(one, other, "text"), tuple(rows))


def _columns(one: Side, other: Side, kind: Any, decimals: int | None = None) -> tuple[Column, ...]:
    sides = (Column(id_, side.title, kind, None, decimals) for id_, side in (("one", one), ("other", other)))
    return (LINE, *sides)


def _share(side: Side) -> str:
    return f"{side.county['movers']:,} / {side.county['eligible']:,}"


def _km(side: Side) -> str:
    return "—" if side.county["mean_km"] is None else f"{side.county['mean_km']:.1f}"


def _wished(side: Side) -> str:
    return f"{sum(one['wish_rank'] is not None for one in side.found['placements']):,}"


_FIGURES: tuple[tuple[Text, Callable[[Side], str]], ...] = (
    (
        Text("目标值（各按自己的权重）", "Objective, each by its own weights"),
        lambda at: f"{at.county['objective']:,.2f}",
    ),
    (Text("下界", "Bound"), lambda at: f"{at.county['bound']:,.2f}"),
    (Text("差距不超过", "Gap at most"), lambda at: gap_words(at.county["gap"])),
    (Text("交流教师 / 符合条件", "Teachers who move / eligible"), _share),
    (Text("其中骨干", "Backbone teachers of them"), lambda at: f"{at.county['backbone_movers']:,}"),
    (Text("校长对调", "Heads who change places"), lambda at: f"{at.county['heads']:,}"),
    (Text("学科缺员", "Missing subject teachers"), lambda at: f"{at.county['after']['missing']:,}"),
    (Text("平均路程（公里）", "Mean way, km"), _km),
    (Text("满足志愿的交流（人）", "Moves that were wished for"), _wished),
    (Text("志愿以外的安排（人）", "Moves nobody asked for"), lambda at: f"{at.county['after']['unasked_moves']:,}"),
)


def points_table(one: Side, other: Side) -> Table:
    """The objective term by term, each by its own weights."""
    rows = [(title, one.county["after"][name], other.county["after"][name]) for name, title in TERMS.items()]
    return Table(
        "points",
        Text("目标值的组成（分）", "What the objectives are made of"),
        _columns(one, other, "number", 2),
        tuple(rows),
    )


def weights_table(one: Side, other: Side) -> Table:
    """The weights of each."""
    rows = [
        (rotation_parameters()[f"weight.{name}"].title, one.found["weights"][name], other.found["weights"][name])
        for name in TERMS
    ]
    return Table("weights", Text("权重", "Weights"), _columns(one, other, "number", 2), tuple(rows))


def differing(one: RotationDraft, other: RotationDraft) -> list[str]:
    """The codes of whom the drafts place differently."""
    codes = one.places.keys() | other.places.keys()
    return sorted(code for code in codes if one.places.get(code) != other.places.get(code))


def differing_table(one: Side, other: Side, codes: list[str], faces: Names, names: Names) -> Table:
    """Where each of some teachers is placed by either draft."""

    def place(side: Side, code: str) -> str | Text:
        school = side.draft.places.get(code)
        return STAYS if school is None else names.get(school, school)

    columns = (CODE, NAME, Column("one", one.title), Column("other", other.title))
    rows = tuple((code, faces.get(code) or None, place(one, code), place(other, code)) for code in codes)
    return Table("differing", Text("安排不同的教师", "Teachers placed differently"), columns, rows)
