"""Numbers school by school for ``junheng remedy``: limits of its ways, and pupils after seats or zones are changed."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from junheng.cli.csv_table import text_table
from junheng.cli.output import refuse
from junheng.policy import Language

if TYPE_CHECKING:
    import polars as pl

    from junheng.balance import Evaluation

Place = tuple[str, str]
"""School code and section; an empty section where the file has none."""
PUPILS, CLASSES = "pupils", "classes"


def columns_named(raw: Any) -> frozenset[str]:
    """The columns that a document of costs names."""
    found: set[str] = set()
    if isinstance(raw, dict):
        for name, value in raw.items():
            found |= {str(value)} if name in {"column", CLASSES, "have"} else columns_named(value)
    return frozenset(found)


def limits_by_school(path: Path | None, wanted: Collection[str]) -> dict[str, dict[Place, float]]:
    """The wanted columns of a file that has them; blank cells stay unknown."""
    if path is None or not wanted:
        return {}
    table = text_table(path)
    held = [name for name in sorted(wanted) if name in table.columns]
    return dict(zip(held, _numbers(path, table, held), strict=True))


def pupils_after(path: Path, evaluation: "Evaluation") -> dict[Place, float]:
    """Pupils of schools after the change; leaves when the file does not fit the table."""
    table = text_table(path)
    (found,) = _numbers(path, table, [PUPILS])
    places: dict[str, set[str]] = {}
    for code, section in evaluation.schools.select("school_code", "section").iter_rows():
        places.setdefault(code, set()).add(section)
    wrong = []
    for code, section in found:
        if code not in places or (section and section not in places[code]):
            wrong.append(f"表中没有学校 {code} {section} / the table has no school {code} {section}")
        elif not section and len(places[code]) > 1:
            wrong.append(f"学校 {code} 有几个学段，请加 section 列 / {code} has several sections: add a column section")
    if wrong:
        refuse("\n".join(f"{path}: {one}" for one in wrong))
    return found


def _numbers(path: Path, table: "pl.DataFrame", columns: list[str]) -> list[dict[Place, float]]:
    """Place -> number of each column; leaves with everything that is no number."""
    from junheng.balance.columns import id_of, section_codes

    known = {id_of(name): name for name in reversed(table.columns)}
    code, section = known.get("school_code"), known.get("section")
    names = [name if name in table.columns else known.get(name) for name in columns]
    if code is None or None in names:
        listed = ", ".join(("school_code", *columns))
        refuse(f"{path}: 要有这些列 / these columns are needed: {listed}")
    sections = table[section].to_list() if section else [""] * table.height
    places = [(one, section_codes().get(two, two)) for one, two in zip(table[code].to_list(), sections, strict=True)]
    wrong = [f"{one} {two} 有两行 / is there twice" for one, two in _twice(places)]
    found: list[dict[Place, float]] = []
    for name in (one for one in names if one is not None):
        held: dict[Place, float] = {}
        for place, line, cell in zip(places, table["line"].to_list(), table[name].to_list(), strict=True):
            if not cell.strip():
                continue
            number = _number(cell)
            if number is None:
                wrong.append(f"第 {line} 行 {name} 应是不小于零的数 / line {line}: {name} is no number of zero or more")
            else:
                held[place] = number
        found.append(held)
    if wrong:
        refuse("\n".join(f"{path}: {one}" for one in wrong))
    return found


def _number(cell: str) -> float | None:
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _twice(places: list[Place]) -> Iterator[Place]:
    seen: set[Place] = set()
    for one in places:
        if one in seen:
            yield one
        seen.add(one)


def rezoning_lines(told: list[Mapping[str, Any]], *, en: bool) -> Iterator[str]:
    """What other pupils change before anything is built or bought."""
    from junheng.balance.model import STATE_TITLES, state_of
    from junheng.publish.words import section_title

    language: Language = "en" if en else "zh"
    for one in told:
        was, now = (STATE_TITLES[state_of(one[name])].in_(language) for name in ("passes_before", "passes_after"))
        head = f"{one['county_code']} {section_title(one['section']).in_(language)}"
        counts = f"{one['pupils_before']:g} → {one['pupils_after']:g}"
        if en:
            yield f"{head}: pupils {counts}, {one['schools_changed']} schools changed, {was} → {now}"
        else:
            yield f"{head}：学生 {counts}，{one['schools_changed']} 所学校有变，{was} → {now}"
