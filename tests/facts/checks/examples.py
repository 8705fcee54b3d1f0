"""One failing and one passing example of every check, as small changes to a year in which everything agrees."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import xlsxwriter

from junheng.facts.checks.model import keyed
from junheng.facts.contracts import contract, contracts
from junheng.facts.tables import CELLS_SCHEMA, Facts

FOLDER = Path(__file__).parents[2] / "fixtures" / "failing" / "checks"
A, B = "2141000001", "3141000002"
"""A primary school and a nine-year school."""

Rows = dict[str, list[dict[str, Any]]]
Change = Mapping[str, Any]
"""``table.row.field`` -> value; ``table.row`` -> None removes a row, -> a dictionary adds one to the end."""


def year() -> Rows:
    """Two schools and their county, all in agreement with each other."""
    bands = {
        f"classes_{one}": 0
        for one in ("le25", "26_30", "31_35", "36_40", "41_45", "46_50", "51_55", "56_60", "61_65", "ge66")
    }
    school = {
        "county_code": "410105",
        "urban_rural": "111",
        "counted": True,
        "built_by_2010": True,
        "built_by_2016": True,
    }
    return {
        "schools": [
            {
                **school,
                "school_code": A,
                "school_name": "甲小学",
                "school_type": "211",
                "founded_year": 1998,
                "small_rural": False,
                "max_class_below_30": False,
                "migrant_children": 40,
                "parent_code": None,
            },
            {
                **school,
                "school_code": B,
                "school_name": "乙学校",
                "school_type": "312",
                "founded_year": 2005,
                "small_rural": False,
                "max_class_below_30": False,
                "migrant_children": 100,
                "parent_code": None,
            },
        ],
        "sections": [
            {"school_code": A, "section": "primary", "pupils": 400, "classes": 10, "nearby_pupils": 400},
            {"school_code": B, "section": "primary", "pupils": 300, "classes": 8, "nearby_pupils": 290},
            {
                "school_code": B,
                "section": "junior",
                "pupils": 200,
                "classes": 5,
                "nearby_pupils": 190,
                "graduates": 60,
                "entrants": 62,
                "transferred_in": 2,
                "transferred_out": 4,
                "died": 0,
            },
        ],
        "campuses": [
            {"school_code": B, "campus_code": "01", "pupils_primary": 300, "pupils_junior": 50},
            {"school_code": B, "campus_code": "02", "pupils_primary": 0, "pupils_junior": 150},
        ],
        "class_sizes": [{"school_code": A, "section": "primary", **bands, "classes_36_40": 10}],
        "teachers": [
            {
                "school_code": A,
                "section": "primary",
                "teachers": 24,
                "degree_doctor": 0,
                "degree_master": 2,
                "degree_bachelor": 18,
                "degree_college": 4,
                "degree_secondary": 0,
                "backbone_teachers": 5,
                "pe_teachers": 2,
                "music_teachers": 1,
                "fine_art_teachers": 1,
                "arts_teachers": 0,
                "middle_title_teachers": 12,
            },
            {"school_code": B, "section": "primary", "teachers": 20, "backbone_teachers": 4, "pe_teachers": 2},
            {"school_code": B, "section": "junior", "teachers": 16, "backbone_teachers": 4, "pe_teachers": 1},
        ],
        "staff": [
            {"school_code": A, "staff_total": 26, "teachers_total": 24, "certified": 24, "trained_360": 23},
            {"school_code": B, "staff_total": 40, "teachers_total": 36, "certified": 36, "trained_360": 36},
        ],
        "rooms": [
            {
                "school_code": A,
                "teaching_area": 2400.0,
                "indoor_sports_area": 300.0,
                "gym_area": 300.0,
                "sports_ground_area": 3200.0,
                "building_area": 4000.0,
                "land_area": 9000.0,
                "green_area": 2000.0,
                "multimedia_classrooms": 12,
                "music_rooms": 2,
                "music_rooms_96": 1,
                "music_rooms_73": 1,
                "art_rooms": 2,
                "art_rooms_90": 1,
                "art_rooms_67": 1,
            },
        ],
        "money": [
            {
                "school_code": A,
                "equipment_value_yuan": 900000.0,
                "public_funds_budget_yuan": 300000.0,
                "public_funds_final_yuan": 310000.0,
                "training_budget_yuan": 16000.0,
                "training_final_yuan": 15600.0,
            },
        ],
        "counties": [
            {
                "county_code": "410105",
                "county_name": "金水区",
                "population_10k": 160.0,
                "agricultural_population_10k": 3.0,
                "rotation_eligible": 900,
                "rotation_actual": 120,
                "rotation_backbone": 30,
                "good_senior_plan": 5000,
                "good_senior_allotted": 3000,
                "good_senior_rural": 600,
                "migrant_eligible": 800,
                "migrant_public": 700,
                "migrant_purchased": 60,
                "disabled_children": 90,
                "disabled_enrolled": 88,
                "disabled_in_special_schools": 30,
                "teacher_pay_yuan": 98000.0,
            },
        ],
        "surveys": [
            {
                "county_code": "410105",
                "group": "all",
                "questionnaires": 1000,
                "valid": 980,
                "satisfied": 900,
                "visits": 60,
                "visits_satisfied": 55,
            },
            {"county_code": "410105", "group": "parents", "questionnaires": 600, "valid": 590, "satisfied": 560},
        ],
    }


@dataclass(frozen=True)
class Example:
    """``wrong`` makes the check speak, ``right`` (the nearest case that is in order) leaves it silent.

    ``at`` is the cell the finding must point to, as sheet and field; None when nothing was written that it could name.
    """

    wrong: Change
    right: Change
    at: str | None
    before: Change | None = None
    expected: list[dict[str, Any]] = field(default_factory=list)


def _part(table: str, row: int, name: str, limit: float, *, more: float = 1, at: str = "") -> Example:
    spot = f"{table}.{row}.{name}"
    return Example({spot: limit + more}, {spot: limit}, f"{table}.{at or name}")


def _listed(*codes: str) -> list[dict[str, Any]]:
    return [{"school_code": code, "school_name": "名单上的学校", "county_code": "410105"} for code in codes]


_HOMONYM = {"school_code": "2141000009", "school_name": "甲小学", "county_code": "410105", "school_type": None}
_SMALL = {"schools.0.small_rural": True, "schools.0.urban_rural": "220", "class_sizes.0": None, "sections.0.classes": 3}

EXAMPLES: Mapping[str, Example] = {
    "contract_required": Example({"sections.0.pupils": None}, {"sections.0.nearby_pupils": None}, None),
    "contract_pattern": Example({"schools.0.parent_code": "41-1"}, {"schools.0.parent_code": B}, "schools.parent_code"),
    "contract_codes": Example({"schools.0.organiser": "11"}, {"schools.0.organiser": "10"}, "schools.organiser"),
    "contract_section": Example({"sections.0.graduates": 60}, {"sections.2.graduates": 60}, "sections.graduates"),
    "contract_min": _part("rooms", 0, "books", 0, more=-1),
    "contract_max": _part("schools", 0, "latitude", 54.0),
    "contract_finite": Example({"rooms.0.land_area": float("inf")}, {"rooms.0.land_area": 1e9}, "rooms.land_area"),
    "contract_unique": Example(
        {"staff.2": {"school_code": A, "staff_total": 99}}, {"staff.2": year()["staff"][0]}, None
    ),
    "contract_school": Example({"rooms.1": {"school_code": "2141000099", "books": 5}}, {}, "rooms.books"),
    "degrees_exceed_teachers": _part("teachers", 0, "degree_bachelor", 18, at="degree_doctor"),
    "backbone_exceeds_teachers": _part("teachers", 0, "backbone_teachers", 24),
    "pe_art_exceeds_teachers": _part("teachers", 0, "music_teachers", 21, at="pe_teachers"),
    "titles_exceed_teachers": _part("teachers", 0, "middle_title_teachers", 24),
    "section_teachers_exceed_school": _part("teachers", 2, "teachers", 16),
    "degrees_exceed_school_teachers": _part("teachers", 2, "degree_bachelor", 36),
    "backbone_exceeds_school_teachers": _part("teachers", 2, "backbone_teachers", 32),
    "pe_art_exceeds_school_teachers": _part("teachers", 2, "pe_teachers", 34),
    "teachers_exceed_staff": _part("staff", 1, "teachers_total", 40),
    "certified_exceeds_teachers": _part("staff", 0, "certified", 24),
    "trained_exceeds_teachers": _part("staff", 0, "trained_360", 24),
    "bands_differ_from_classes": Example(
        {"class_sizes.0.classes_41_45": 1}, {"class_sizes.0.classes_41_45": 0}, "class_sizes.classes_le25"
    ),
    "indoor_sports_exceeds_teaching": _part("rooms", 0, "indoor_sports_area", 2400),
    "gym_exceeds_indoor_sports": _part("rooms", 0, "gym_area", 300, more=0.5),
    "teaching_exceeds_building": _part("rooms", 0, "teaching_area", 4000),
    "green_exceeds_land": _part("rooms", 0, "green_area", 9000),
    "sports_ground_exceeds_land": _part("rooms", 0, "sports_ground_area", 9000),
    "music_bands_exceed_rooms": _part("rooms", 0, "music_rooms_96", 1),
    "art_bands_exceed_rooms": _part("rooms", 0, "art_rooms_90", 1),
    "nearby_exceeds_pupils": _part("sections", 0, "nearby_pupils", 400),
    "migrants_exceed_pupils": _part("schools", 1, "migrant_children", 500),
    "graduates_exceed_cohort": _part("sections", 2, "graduates", 64),
    "leavers_exceed_cohort": _part("sections", 2, "died", 60, at="transferred_out"),
    "training_exceeds_budget": _part("money", 0, "training_budget_yuan", 300000),
    "training_exceeds_accounts": _part("money", 0, "training_final_yuan", 310000),
    "agricultural_exceeds_population": _part("counties", 0, "agricultural_population_10k", 160),
    "rotation_exceeds_eligible": _part("counties", 0, "rotation_actual", 900),
    "rotation_backbone_exceeds_rotation": _part("counties", 0, "rotation_backbone", 120),
    "allotted_exceeds_plan": _part("counties", 0, "good_senior_allotted", 5000),
    "rural_exceeds_allotted": _part("counties", 0, "good_senior_rural", 3000),
    "migrants_served_exceed_eligible": _part("counties", 0, "migrant_purchased", 100, at="migrant_public"),
    "disabled_enrolled_exceed_children": _part("counties", 0, "disabled_enrolled", 90),
    "disabled_special_exceed_enrolled": _part("counties", 0, "disabled_in_special_schools", 88),
    "valid_exceeds_questionnaires": _part("surveys", 0, "valid", 1000),
    "satisfied_exceeds_valid": _part("surveys", 0, "satisfied", 980),
    "visits_satisfied_exceed_visits": _part("surveys", 0, "visits_satisfied", 60),
    "pupils_outside_class_bands": _part("sections", 0, "pupils", 400),
    "class_mean_implausible": Example({"sections.1.pupils": 601}, {"sections.1.pupils": 600}, "sections.pupils"),
    "equipment_per_pupil_implausible": Example(
        {"money.0.equipment_value_yuan": 12e9},
        {"money.0.equipment_value_yuan": 4e7},
        "money.equipment_value_yuan",
    ),
    "pupils_without_classes": Example({"sections.1.classes": 0}, {"sections.1.classes": None}, "sections.classes"),
    "max_class_flag_contradicts_bands": Example(
        {"schools.0.max_class_below_30": True},
        {"schools.0.max_class_below_30": True, "class_sizes.0.classes_36_40": 0, "class_sizes.0.classes_26_30": 10},
        "schools.max_class_below_30",
    ),
    "code_prefix": Example(
        {"schools.2": {**_HOMONYM, "school_code": "2111000009", "school_name": "丙", "school_type": "511"}},
        {"schools.2": {**_HOMONYM, "school_code": "5141000009", "school_name": "丙", "school_type": "511"}},
        None,
    ),
    "section_not_of_type": Example(
        {"sections.3": {"school_code": A, "section": "junior", "pupils": 1}},
        {"sections.3": {"school_code": A, "section": "junior", "pupils": 0}},
        "sections.pupils",
    ),
    "built_flag_contradicts_year": Example(
        {"schools.0.founded_year": 2011}, {"schools.0.founded_year": 2010}, "schools.built_by_2010"
    ),
    "built_flags_contradict": Example(
        {"schools.0.built_by_2016": False}, {"schools.0.built_by_2016": None}, "schools.built_by_2016"
    ),
    "founded_in_future": Example(
        {"schools.0.founded_year": 2027}, {"schools.0.founded_year": 2026}, "schools.founded_year"
    ),
    "small_rural_flag_contradicts": Example(
        {**_SMALL, "sections.0.pupils": 100}, {**_SMALL, "sections.0.pupils": 99}, "schools.small_rural"
    ),
    "uncounted_without_parent": Example(
        {"schools.0.counted": False}, {"schools.0.counted": False, "schools.0.parent_code": B}, None
    ),
    "campus_pupils_differ": _part("campuses", 1, "pupils_junior", 150),
    "parents_exceed_everyone": _part("surveys", 1, "satisfied", 900),
    "jump_from_last_year": Example(
        {"sections.0.pupils": 400}, {"sections.0.pupils": 399}, "sections.pupils", before={"sections.0.pupils": 285}
    ),
    "type_changed": Example(
        {}, {"schools.0.school_type": "218"}, "schools.school_type", before={"schools.0.school_type": "218"}
    ),
    "school_missing": Example({"schools.0": None}, {}, None, expected=_listed(A, B)),
    "school_new": Example({}, {"schools.0": None}, "schools.school_name", expected=_listed(B)),
    "section_missing": Example({"sections.2": None}, {"sections.2.pupils": 0}, "schools.school_type"),
    "same_name_other_code": Example(
        {"schools.2": _HOMONYM}, {"schools.2": {**_HOMONYM, "county_code": "410102"}}, "schools.school_name"
    ),
}


def changed(change: Change) -> Rows:
    """The year with some changes; rows of a removed school go with it only where the change says so."""
    rows = year()
    for path, value in change.items():
        table, number, *name = path.split(".")
        if name:
            rows[table][int(number)][name[0]] = value
        elif value is None:
            rows[table][int(number)] = {}
        else:
            rows[table].append(value)
    return {table: [row for row in found if row] for table, found in rows.items()}


def write(path: Path, rows: Rows) -> None:
    """One sheet per table, Chinese titles in the first row."""
    with xlsxwriter.Workbook(str(path), {"nan_inf_to_errors": True}) as book:
        for table, found in ((one, found) for one, found in rows.items() if found):
            sheet = book.add_worksheet(contract(table).title.zh)
            names = [one.id for one in contract(table).fields if any(one.id in row for row in found)]
            sheet.write_row(0, 0, [contract(table).field(name).title.zh for name in names])
            for number, row in enumerate(found, 1):
                for column, name in enumerate(names):
                    if row.get(name) is not None:
                        value = row[name]
                        sheet.write(number, column, str(value) if value == float("inf") else value)


@cache
def load(path: Path, name: str | None = None, year_: int = 2025) -> Facts:
    """The facts of an example with the cells they came from."""
    tables: dict[str, pl.DataFrame] = {}
    cells: list[tuple[str, ...]] = []
    titles = {rules.title.zh: table for table, rules in contracts().items()}
    for sheet in openpyxl.load_workbook(path).worksheets:
        table = titles[sheet.title]
        ids = {one.title.zh: one.id for one in contract(table).fields}
        header, *rest = sheet.iter_rows()
        names = [ids[str(cell.value)] for cell in header]
        rows = [{one: _typed(table, one, cell.value) for one, cell in zip(names, row, strict=True)} for row in rest]
        tables[table] = pl.DataFrame(rows, schema=contract(table).schema)
        for row, key in zip(rest, keyed(table, tables[table]).select("code", "part").iter_rows(), strict=True):
            for one, cell in zip(names, row, strict=True):
                if cell.value is not None and one not in contract(table).key:
                    place = (name or path.name, sheet.title, cell.coordinate)
                    cells.append((table, key[0] or "", key[1], one, "reported", *place, str(cell.value)))
    return Facts.of(year_, tables, pl.DataFrame(cells, schema=dict(CELLS_SCHEMA), orient="row"))


def _typed(table: str, name: str, value: Any) -> Any:
    kind = contract(table).field(name).type
    return float(value) if kind == "float" and value is not None else value


def in_memory(change: Change, year_: int = 2025) -> Facts:
    rows = changed(change)
    return Facts.of(year_, {table: pl.DataFrame(found, schema=contract(table).schema) for table, found in rows.items()})
