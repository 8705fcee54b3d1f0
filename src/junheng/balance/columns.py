"""Which columns the flat table needs, under which names they are known, and how they are typed."""

from collections.abc import Mapping, Sequence
from functools import cache

import narwhals as nw

from junheng.balance.inputs import InputError, InputFault
from junheng.balance.kinds import YEAR, Frame
from junheng.facts.codes import code_list
from junheng.facts.contracts import contracts
from junheng.facts.units import UNIT_COLUMNS
from junheng.policy.standard import Standard
from junheng.policy.text import Text

CODES = ("school_code", "county_code", "section")
NAMES = ("school_name", "county")


@cache
def known_labels() -> Mapping[str, str]:
    """Every id and title, in Chinese and English, of the flat table's columns and of the facts a standard may use."""
    found: dict[str, str] = {}
    for table in ("sections", "teachers", "rooms", "money", "staff"):
        for field in contracts()[table].measures:
            found.setdefault(field.title.zh, field.id)
            found.setdefault(field.title.en, field.id)
    for column in UNIT_COLUMNS:
        found |= {column.id: column.id, column.title.zh: column.id, column.title.en: column.id}
    return found


@cache
def title_of(column: str) -> Text:
    """The column's title; a user's own column is called by its id."""
    for unit in UNIT_COLUMNS:
        if unit.id == column:
            return unit.title
    for table in ("teachers", "rooms", "money", "sections", "staff"):
        for field in contracts()[table].fields:
            if field.id == column:
                return field.title
    return Text(column, column)


def numbers(standard: Standard) -> tuple[str, ...]:
    """The number columns: pupils and everything the standard's indicators use."""
    return tuple(dict.fromkeys(("pupils", *(name for one in standard.indicators for name in one.columns))))


def matched(names: Sequence[str], standard: Standard) -> dict[str, list[int]]:
    """Positions in a header by canonical id, of the columns that matter; extra columns are left aside."""
    wanted = (*CODES, *NAMES, YEAR, *numbers(standard))
    found: dict[str, list[int]] = {}
    for at, name in enumerate(names):
        id_ = name if name in wanted else known_labels().get(name.strip(), name.strip())
        if id_ in wanted:
            found.setdefault(id_, []).append(at)
    return found


def header_faults(found: Mapping[str, list[int]], names: Sequence[str], standard: Standard) -> list[InputFault]:
    """Columns that are there twice and needed columns that are not there."""
    faults = [_twice(id_, [names[at] for at in held]) for id_, held in found.items() if len(held) > 1]
    return faults + [_absent(id_) for id_ in (*CODES, *numbers(standard)) if id_ not in found]


def renamed(frame: Frame, names: list[str], standard: Standard) -> tuple[Frame, list[str], list[InputFault]]:
    """The frame with canonical ids for the columns that matter; extra columns are left aside.

    Raises:
        InputError: none of the columns is known.
    """
    found = matched(names, standard)
    faults = header_faults(found, names, standard)
    if not found:
        raise InputError(faults)
    kept = [id_ for id_ in (*CODES, *NAMES, YEAR, *numbers(standard)) if id_ in found]
    return frame.select(*(nw.col(names[found[id_][0]]).alias(id_) for id_ in kept)), kept, faults


@cache
def section_codes() -> Mapping[str, str]:
    """Section ids and titles in both languages -> id."""
    return {name: code for code, title in code_list("sections").codes.items() for name in (code, title.zh, title.en)}


def _absent(id_: str) -> InputFault:
    title = title_of(id_)
    return InputFault(
        "missing_column",
        Text("表头", "Header"),
        Text(f"缺少列 {id_}（{title.zh}）", f"column {id_} ({title.en}) is missing"),
        Text("所用标准的每个输入列都要有", "every column the standard computes with is present"),
        Text(
            f"请增加一列，标题写 {id_} 或「{title.zh}」，没有数的单元格留空",
            f"add a column headed {id_} and leave the cells without a number blank",
        ),
    )


def _twice(id_: str, held: list[str]) -> InputFault:
    listed = "、".join(held)
    return InputFault(
        "column_twice",
        Text("表头", "Header"),
        Text(f"多列都表示 {id_}：{listed}", f"several columns mean {id_}: {', '.join(held)}"),
        Text("每个数据只能有一列", "each fact has one column"),
        Text("请只保留其中一列", "keep one of them"),
    )
