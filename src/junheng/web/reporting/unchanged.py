"""Which of the cells that were returned say the same in what is to be handed in again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from junheng.facts import Facts
from junheng.policy.text import Text
from junheng.web.kit.refusal import Refusal
from junheng.web.reporting.changes import Values, values_of
from junheng.web.reporting.earlier import facts_of
from junheng.web.reporting.models import Remark, State, Step, Submission

Key = tuple[str, str, str]
"""table, part, field."""
NAMED = 2
"""Dots in the full name of a field: ``table.part.field``."""
WHOLE = Text("整份文件", "the whole file")


@dataclass(frozen=True, slots=True)
class Kept:
    """A remark whose place says what it said: the field there and its value, where it is one field."""

    remark: Remark
    title: Text | None = None
    value: Any = None
    unit: str = ""

    @property
    def place(self) -> Text:
        """Where, in words: ``学校数据 V3 学生数``."""
        said = where(self.remark)
        return Text(f"{said.zh} {self.title.zh}", f"{said.en} {self.title.en}") if self.title else said


class Unchanged(Refusal):
    """Something that was returned is handed in as it was, and nobody has said that it is right."""

    def __init__(self, kept: Collection[Kept]) -> None:
        zh, en = "、".join(one.place.zh for one in kept), ", ".join(one.place.en for one in kept)
        super().__init__(
            f"退回时标注的{len(kept)}处没有改动：{zh}。请修改；如原值无误，请勾选确认后再提交。",
            f"Returned and not changed: {en}. Mend it, or confirm that it is right as it is and hand it in again.",
            status=422,
        )


def where(remark: Remark) -> Text:
    """The place of a remark in words."""
    place = " ".join(part for part in (remark.sheet, remark.cell) if part) or remark.field or remark.file
    return Text(place, place) if place else WHOLE


def unchanged(held: Submission, returned: Step | None) -> list[Kept]:
    """The remarks of the last return, while it stands, whose places say the same now as when they were returned.

    A remark on a sheet or on the whole file stands as long as nothing there has changed.
    """
    remarks = due(held, returned)
    if not remarks or returned is None or returned.version is None or held.current is None:
        return []
    compared = _Compared.of(facts_of(returned.version, held), facts_of(held.current, held))
    return [compared.kept(one) for one in remarks if compared.same(one)]


def due(held: Submission, returned: Step | None) -> list[Remark]:
    """The remarks of the last return, while it is not answered by handing in again."""
    open_ = returned is not None and held.state in {State.RETURNED, State.DRAFT}
    return list(returned.remarks.all()) if open_ and returned else []


@dataclass(frozen=True)
class _Compared:
    """Two versions: what each says, and which values stand in which cell of either."""

    before: Values
    after: Values
    keys: Mapping[tuple[str, str], set[Key]]

    @classmethod
    def of(cls, before: Facts, after: Facts) -> "_Compared":
        keys: dict[tuple[str, str], set[Key]] = defaultdict(set)
        for facts in (before, after):
            for sheet, cell, *key in facts.cells.select("sheet", "cell", "table", "part", "field").iter_rows():
                keys[sheet, cell].add((key[0], key[1], key[2]))
        return cls(values_of(before), values_of(after), keys)

    def same(self, remark: Remark) -> bool:
        return all(self._said(self.before, key) == self._said(self.after, key) for key in self._about(remark))

    def kept(self, remark: Remark) -> Kept:
        keys = list(self._about(remark)) if remark.cell or remark.field else []
        if len(keys) != 1 or keys[0] not in self.after:
            return Kept(remark)
        field, value = self.after[keys[0]]
        return Kept(remark, field.title, value, "" if field.type == "bool" else field.reported_in or field.unit or "")

    def _about(self, remark: Remark) -> Iterable[Key]:
        if remark.field.count(".") >= NAMED:
            table, part, field = remark.field.split(".", NAMED)
            return {(table, part, field)}
        if remark.cell:
            return self.keys.get((remark.sheet, remark.cell), set())
        if remark.sheet:
            return {key for (sheet, _), keys in self.keys.items() if sheet == remark.sheet for key in keys}
        return {**self.before, **self.after}

    def _said(self, values: Values, key: Key) -> Any:
        return values[key][1] if key in values else None
