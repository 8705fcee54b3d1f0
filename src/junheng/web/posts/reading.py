"""Authorised posts in a file or in the schools of a rotation, school by school."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from junheng.facts.grid import Cell, Grid, Unreadable, open_workbook
from junheng.policy.messages import catalogue
from junheng.policy.text import Text
from junheng.teachers import read, tables
from junheng.teachers.columns import plain
from junheng.web.personnel.frozen import held
from junheng.web.personnel.models import RotationRound
from junheng.web.posts.ledger import POOL

LOOKED = 12
"""Rows in which the header is looked for: a table given out by this site has its title above it."""
MOST = 100_000
COLUMNS = ("school_code", "posts", "staff")
POOL_NAMES = frozenset({"县统筹", "county pool"})


@dataclass(slots=True)
class Given:
    """``lines`` of a ledger, and every fault."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Text] = field(default_factory=list)


def authorised_in(name: str, content: bytes, schools: Mapping[str, str]) -> Given:
    """The posts in a workbook or CSV file with school code, posts and, if known, staff on them.

    Args:
        name: of the file.
        content: of the file.
        schools: names by code of the schools of the county.
    """
    made = Given()
    try:
        grids = open_workbook(content, name)
    except Unreadable as fault:
        said = catalogue("junheng.facts")[fault.finding.code]
        zh, en = (said.parts(one, fault.finding.values)[0] for one in ("zh", "en"))
        made.faults.append(Text(f"{name}：{zh}", f"{name}: {en}"))
        return made
    for grid in grids:
        if (top := _header(grid)) is not None:
            _take(grid, *top, schools, made)
            break
    else:
        made.faults.append(
            Text(
                f"{name}：没有“学校（机构）标识码”和“核定编制”两列",
                f"{name}: no columns “School code” and “Posts allotted”",
            )
        )
    if not made.lines and not made.faults:
        made.faults.append(Text(f"{name}：一行学校也没有", f"{name}: no school is in it"))
    return made


def authorised_of(of: RotationRound) -> list[dict[str, Any]]:
    """The posts in the schools table of a rotation, its sections added up; schools that say none are left out."""
    table = read(held(of.tables["schools"]["sha256"]), tables()["schools"])
    found: dict[str, dict[str, Any]] = {}
    rows = zip(table.frame["school_code"], table.column("posts"), table.column("staff"), strict=True)
    for school, posts, staff in rows:
        one = found.setdefault(school, {"school": school, "posts": 0, "staff": 0})
        for column, value in (("posts", posts), ("staff", staff)):
            one[column] = None if value is None or one[column] is None else one[column] + value
    return [one for one in found.values() if one["posts"] is not None]


def _names(column: str) -> Sequence[str]:
    held = next(one for one in tables()["schools"].columns if one.id == column)
    return held.names


def _header(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """The row of the header and where the columns are; units in brackets do not count."""
    for at, row in enumerate(grid.rows[:LOOKED]):
        said = [plain(str(cell).split("（个")[0].split("（人")[0].split(" (")[0]) for cell in row]
        found = {one: said.index(name) for one in COLUMNS for name in _names(one) if name in said}
        if {"school_code", "posts"} <= found.keys():
            return at, found
    return None


def _take(grid: Grid, top: int, at: Mapping[str, int], schools: Mapping[str, str], made: Given) -> None:
    seen: set[str] = set()
    for line, row in enumerate(grid.rows[top + 1 :], top + 2):
        cells = {one: _cell(row, place) for one, place in at.items()}
        code = cells["school_code"]
        if not any(cells.values()) or not (cells["posts"] or code in schools):
            continue
        school = POOL if plain(code) in POOL_NAMES else code
        made.faults += _wrong(line, code, school, schools, seen)
        seen.add(school)
        posts, staff = (_number(cells.get(one, ""), line, one, made) for one in ("posts", "staff"))
        if posts is None:
            made.faults.append(_at(line, f"{code} 没有核定编制", f"{code} has no posts"))
        else:
            made.lines.append({"school": school, "posts": posts, "staff": 0 if school == POOL else staff})


def _wrong(line: int, code: str, school: str, schools: Mapping[str, str], seen: Iterable[str]) -> Iterator[Text]:
    if school != POOL and school not in schools:
        yield _at(line, f"本区县没有学校“{code}”", f"“{code}” is no school of the county")
    if school in seen:
        yield _at(line, f"“{code}”写了两行", f"“{code}” is there twice")


def _cell(row: Sequence[Cell], at: int) -> str:
    said = str(row[at]).strip() if at < len(row) else ""
    return said.removesuffix(".0")


def _number(said: str, line: int, column: str, made: Given) -> int | None:
    if said in {"", "—", "-"}:
        return None
    text = said.replace(",", "")
    if text.isdecimal() and int(text) <= MOST:
        return int(text)
    title = next(one.title for one in tables()["schools"].columns if one.id == column)
    made.faults.append(
        _at(line, f"{title.zh}“{said}”应为不小于 0 的整数", f"{title.en} “{said}” must be a whole number from 0 on")
    )
    return None


def _at(line: int, zh: str, en: str) -> Text:
    return Text(f"第 {line} 行：{zh}", f"row {line}: {en}")
