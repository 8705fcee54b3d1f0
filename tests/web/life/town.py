"""A small town that reports: two counties, five schools, one person for every part of the way, and their workbooks."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import polars as pl

from junheng.facts import Facts, read_files, write_template
from junheng.facts.writers import write_jiaoji

YEAR = 2025
CITY, COUNTY, OTHER_COUNTY = "410100", "410105", "410122"
COUNTIES = {COUNTY: "金水区", OTHER_COUNTY: "中牟县"}
PASSWORD = "walk-the-whole-way-2026"  # noqa: S105


@dataclass(frozen=True, slots=True)
class School:
    code: str
    name: str
    county: str
    pupils: int
    ground: float
    """Square metres of sports ground."""


MENDED, TYPED, LATE, FOURTH, AWAY = SCHOOLS = (
    School("2141000001", "金水区文化路第一样例小学", COUNTY, 520, 4600.0),
    School("2141000002", "金水区黄河路样例小学", COUNTY, 780, 6100.0),
    School("2141000003", "金水区东风渠外国语样例实验小学（北校区）", COUNTY, 1240, 9700.0),
    School("2141000004", "金水区纬五路样例小学", COUNTY, 905, 7300.0),
    School("2141000005", "中牟县青年路样例小学", OTHER_COUNTY, 640, 5400.0),
)
PEOPLE: Mapping[str, tuple[str, str]] = {
    "li-mended": ("school_reporter", MENDED.code),
    "wang-typed": ("school_reporter", TYPED.code),
    "zhao-late": ("school_reporter", LATE.code),
    "county": ("county_reviewer", COUNTY),
    "zhongmu": ("county_reviewer", OTHER_COUNTY),
    "statistician": ("city_statistician", CITY),
    "second-statistician": ("city_statistician", CITY),
    "inspector": ("inspector", CITY),
    "publisher": ("publisher", CITY),
    "system": ("system_admin", CITY),
    "security": ("security_admin", CITY),
    "auditor": ("audit_admin", CITY),
}
"""Who walks the way: user name, role, where."""


def plant() -> None:
    """Make the organisations and the people; Django is set up already."""
    from junheng.web.accounts.models import Appointment, Kind, Organisation, User
    from junheng.web.accounts.roles import roles
    from tests.web.people import hashed

    city = Organisation.objects.create(kind=Kind.CITY, code=CITY, name="样例市", name_en="Sample City")
    places = {CITY: city}
    for code, name in COUNTIES.items():
        places[code] = Organisation.objects.create(kind=Kind.COUNTY, code=code, name=name, parent=city)
    for one in SCHOOLS:
        places[one.code] = Organisation.objects.create(
            kind=Kind.SCHOOL, code=one.code, name=one.name, school_type="211", parent=places[one.county]
        )
    for username, (role, code) in PEOPLE.items():
        user = User.objects.create(username=username, password=hashed(PASSWORD), name=username)
        Appointment.objects.create(user=user, role=role, organisation=places[code], extent=roles()[role].extent)


def facts(*schools: School, **changed: Any) -> Facts:
    """What some schools report; ``changed`` replaces values by ``table__field``."""
    tables = {name: pl.DataFrame([_row(name, one) for one in schools]) for name in ("schools", "sections", *_REST)}
    for name, value in changed.items():
        table, _, field = name.partition("__")
        tables[table] = tables[table].with_columns(pl.lit(value).cast(tables[table].schema[field]).alias(field))
    return Facts.of(YEAR, tables)


_REST = ("rooms", "money", "teachers")


def _row(table: str, one: School) -> dict[str, Any]:
    key = {"school_code": one.code}
    staff = round(one.pupils / 16)
    rows: dict[str, dict[str, Any]] = {
        "schools": {"school_name": one.name, "county_code": one.county, "school_type": "211"},
        "sections": {"section": "primary", "pupils": one.pupils, "classes": -(-one.pupils // 43)},
        "rooms": {
            "teaching_area": one.pupils * 5.2,
            "indoor_sports_area": one.pupils * 0.4,
            "sports_ground_area": one.ground,
            "multimedia_classrooms": one.pupils // 36,
        },
        "money": {"equipment_value_yuan": one.pupils * 2375.5},
        "teachers": {
            "section": "primary",
            "teachers": staff,
            "degree_doctor": 0,
            "degree_master": staff // 10,
            "degree_bachelor": staff - staff // 10 - 1,
            "degree_college": 1,
            "backbone_teachers": -(-one.pupils // 80),
            "pe_teachers": one.pupils // 200,
            "music_teachers": one.pupils // 250,
            "fine_art_teachers": one.pupils // 250,
            "arts_teachers": 0,
        },
    }
    return {**key, **rows[table]}


def jiaoji(one: School, **changed: Any) -> bytes:
    """The school's official workbook."""
    return _written(lambda path: write_jiaoji(facts(one, **changed), one.code, path))


def template(*schools: School, **changed: Any) -> bytes:
    return _written(lambda path: write_template("school", path, year=YEAR, rows=facts(*schools, **changed)))


def county_book(code: str) -> bytes:
    """The county's own workbook: who it is, and nothing else reported."""
    row = {"county_code": code, "county_name": COUNTIES[code]}
    held = Facts.of(YEAR, {"counties": pl.DataFrame([row])})
    return _written(lambda path: write_template("county", path, year=YEAR, rows=held))


def spoiled(content: bytes, table: str, field: str, value: object) -> tuple[bytes, str, str]:
    """The workbook with one value overwritten, and the sheet and cell where that was."""
    from openpyxl import load_workbook

    with TemporaryDirectory() as folder:
        path = Path(folder) / "good.xlsx"
        path.write_bytes(content)
        cells = read_files([path], year=YEAR).facts.cells.filter(
            (pl.col("table") == table) & (pl.col("field") == field)
        )
        sheet, cell = cells.select("sheet", "cell").row(0)
        book = load_workbook(path)
        book[sheet][cell].value = value
        book.save(path)
        return path.read_bytes(), sheet, cell


def zipped(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def _written(write: Any) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        write(path)
        return path.read_bytes()
