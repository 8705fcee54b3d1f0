"""Which columns the flat table needs, under which names they are known, and how they are typed."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

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


VARIANTS: Mapping[str, str] = {
    "学校代码": "school_code",
    "机构标识码": "school_code",
    "学校名": "school_name",
    "学校": "school_name",
    "管理主体代码": "county_code",
    "县区代码": "county_code",
    "管理主体": "county",
    "管理主体名称": "county",
    "区县名称": "county",
    "县区": "county",
    "县区名称": "county",
    "学年度": "year",
    "学生数": "pupils",
    "在校生数": "pupils",
    "在校学生人数": "pupils",
    "骨干教师数": "backbone_teachers",
    "县级以上骨干教师人数": "backbone_teachers",
    "体育艺术教师数": "pe_art_teachers",
    "体育艺术专任教师人数": "pe_art_teachers",
    "高于规定学历教师人数": "teachers_above_qualification",
    "体育运动场馆面积": "sports_ground_area",
    "教学仪器设备总值": "equipment_value_yuan",
    "多媒体教室数": "multimedia_classrooms",
}
"""Names of columns that offices use besides the titles."""

ASIDES = frozenset(
    {"机构", "音乐美术", "美术音乐", "人", "名", "元", "间", "个", "所", "台", "册", "套", "平方米", "m2"}
)
"""What may stand in brackets behind a name without changing what is meant; not so 万元."""

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


@cache
def known_labels() -> Mapping[str, str]:
    """Every id and title, in Chinese and English, of the flat table's columns and of the facts a standard may use.

    The titles of facts reported in another unit than they are kept in are left out: under them stand other numbers.
    """
    found: dict[str, str] = {}
    for table in ("sections", "teachers", "rooms", "money", "staff"):
        for field in contracts()[table].measures:
            for title in (field.title.zh, field.title.en) if field.scale == 1 else ():
                found.setdefault(title, field.id)
    for column in UNIT_COLUMNS:
        found |= {column.id: column.id, column.title.zh: column.id, column.title.en: column.id}
    return found


@cache
def bare_labels() -> Mapping[str, str]:
    """The known labels and their variants without brackets, spaces and marks."""
    found = {bare(name): id_ for name, id_ in VARIANTS.items()}
    for name, id_ in known_labels().items():
        found.setdefault(bare(name), id_)
    return found


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """A name without spaces, marks, and brackets that hold a unit or an explanation."""
    text = re.sub(r"[\s、，,:：*_]+", "", unicodedata.normalize("NFKC", name)).casefold()
    return _BRACKETS.sub(lambda found: "" if found[1].removeprefix("单位") in ASIDES else found[0], text)


def id_of(name: str) -> str:
    """The column a header names; the name itself when it names none."""
    return known_labels().get(name.strip()) or bare_labels().get(bare(name), name.strip())


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
        id_ = name if name in wanted else id_of(name)
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
