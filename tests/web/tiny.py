"""Five schools of one county as frozen facts with their workbook cells: the shortest way to a whole page."""

from pathlib import Path
from typing import Any

import polars as pl

from junheng.facts import Facts, Receipt, Snapshot, SourceFile, freeze
from junheng.facts.tables import CELLS_SCHEMA

COUNTY = "410105"
CODES = tuple(f"214100000{at}" for at in range(1, 7))
VALUES: dict[str, dict[str, Any]] = {
    "rooms": {
        "teaching_area": 3000.0,
        "indoor_sports_area": 200.0,
        "sports_ground_area": 4000.0,
        "multimedia_classrooms": 15,
    },
    "money": {"equipment_value_yuan": 1_250_000.0},
    "teachers": {
        "teachers": 30,
        "degree_doctor": 0,
        "degree_master": 2,
        "degree_bachelor": 25,
        "degree_college": 1,
        "backbone_teachers": 6,
        "pe_teachers": 3,
        "music_teachers": 1,
        "fine_art_teachers": 1,
        "arts_teachers": 0,
    },
}


def facts(year: int = 2025) -> Facts:
    """Each school reports the same, but each has 20 pupils more than the one before."""
    schools = [
        {"school_code": code, "school_name": f"样例第{at}小学", "county_code": COUNTY, "school_type": "211"}
        for at, code in enumerate(CODES, 1)
    ]
    sections = [
        {"school_code": code, "section": "primary", "pupils": 480 + 20 * at, "classes": 12}
        for at, code in enumerate(CODES, 1)
    ]
    tables = {
        "schools": pl.DataFrame(schools),
        "sections": pl.DataFrame(sections),
        "counties": pl.DataFrame([{"county_code": COUNTY, "county_name": "金水区"}]),
        "rooms": pl.DataFrame([{"school_code": code, **VALUES["rooms"]} for code in CODES]),
        "money": pl.DataFrame([{"school_code": code, **VALUES["money"]} for code in CODES]),
        "teachers": pl.DataFrame([{"school_code": code, "section": "primary", **VALUES["teachers"]} for code in CODES]),
    }
    cells = [cell for row in sections for cell in _cells(str(row["school_code"]), int(str(row["pupils"])))]
    return Facts.of(year, tables, pl.DataFrame(cells, schema=dict(CELLS_SCHEMA)))


def _cells(code: str, pupils: int) -> list[dict[str, str]]:
    held = [("sections", "primary", "pupils", pupils)]
    for table, part in (("rooms", ""), ("money", ""), ("teachers", "primary")):
        held += [(table, part, name, value) for name, value in VALUES[table].items()]
    return [
        {
            "table": table,
            "code": code,
            "part": part,
            "field": name,
            "state": "reported",
            "file": f"{code}.xlsx",
            "sheet": f"教基_{table}",
            "cell": f"C{at}",
            "raw": str(value),
        }
        for at, (table, part, name, value) in enumerate(held, 5)
    ]


def snapshot(root: Path, year: int = 2025) -> Snapshot:
    receipt = Receipt((SourceFile("tiny.xlsx", "0" * 64, 1, "jiaoji"),), {}, 0, ())
    return freeze(facts(year), receipt, root)
