"""A small made-up county in which everything holds, some of it only by relief or by the floor; tests then spoil it."""

from collections.abc import Mapping
from datetime import date
from math import ceil
from typing import Any

import polars as pl

from junheng.facts.contracts import contract
from junheng.facts.tables import Facts

COUNTY = "410105"
YEAR = 2024

Row = dict[str, Any]
Tables = dict[str, list[Row]]

PRIMARY, JUNIOR, NINE, COMPLETE, TWELVE = "2141000001", "3141000002", "3141000003", "3441000004", "3441000005"
POINT, SPECIAL, SMALL, BIG, MIGRANT, BIG_NINE = (
    "2141000006",
    "5141000007",
    "2141000008",
    "2141000009",
    "2141000010",
    "3141000011",
)
OLD, TINY_JUNIOR, DENSE = "2141000012", "3141000013", "2141000014"


def sound() -> Tables:
    """The rows of every table, to be changed before ``facts_of`` makes facts of them."""
    tables: Tables = {
        name: [] for name in ("schools", "sections", "class_sizes", "teachers", "staff", "rooms", "money")
    }
    add_school(tables, PRIMARY, "211", {"primary": 600})
    add_school(tables, JUNIOR, "311", {"junior": 400})
    add_school(tables, NINE, "312", {"primary": 600, "junior": 400})
    add_school(tables, COMPLETE, "341", {"junior": 500, "senior": 800})
    add_school(tables, TWELVE, "345", {"primary": 600, "junior": 400, "senior": 300})
    add_school(tables, POINT, "218", {"primary": 40}, urban_rural="220")
    add_school(tables, SPECIAL, "511", {"primary": 30})
    add_school(tables, SMALL, "211", {"primary": 80}, urban_rural="220", small_rural=True, max_class_below_30=True)
    add_school(tables, BIG, "211", {"primary": 2200}, built_by_2010=True)
    add_school(tables, MIGRANT, "211", {"primary": 2300}, migrant_children=1400)
    add_school(tables, BIG_NINE, "312", {"primary": 1600, "junior": 1200}, built_by_2010=True)
    add_school(tables, OLD, "211", {"primary": 500}, built_by_2016=True)
    add_school(tables, TINY_JUNIOR, "311", {"junior": 150}, urban_rural="220", max_class_below_30=True)
    add_school(tables, DENSE, "211", {"primary": 900}, dense_centre=True)
    _reliefs(tables)
    _floors(tables)
    tables["counties"] = [county_row()]
    tables["surveys"] = [_survey("all", 1000), _survey("parents", 600)]
    tables["assessments"] = [
        {"county_code": COUNTY, "subject": subject, "level": 3, "difference": 0.12} for subject in ("chinese", "pe")
    ]
    tables["evidence"] = [evidence_row(item) for item in EVIDENCE]
    return tables


EVIDENCE = ("G1", "G2", "G8", "G10", "G14", "G15", "Q3", "Q5", "Q6", "Q7", "Q8", "V1", "V2", "V3", "V4", "V5", "V6")


def facts_of(tables: Mapping[str, list[Row]], cells: pl.DataFrame | None = None, year: int = YEAR) -> Facts:
    frames = {
        name: pl.DataFrame(
            [{**dict.fromkeys(contract(name).schema), **row} for row in rows], schema=contract(name).schema
        )
        for name, rows in tables.items()
    }
    return Facts.of(year, frames, cells)


def row_of(tables: Tables, table: str, code: str, section: str | None = None) -> Row:
    return next(
        row
        for row in tables[table]
        if row.get("school_code", row.get("county_code")) == code and (section is None or row["section"] == section)
    )


def add_school(tables: Tables, code: str, school_type: str, pupils: Mapping[str, int], **flags: Any) -> None:
    """A public day school in the city that reaches everything, with some to spare."""
    whole = sum(pupils.values())
    head: Row = {
        "school_code": code,
        "school_name": f"学校{code[-2:]}",
        "county_code": COUNTY,
        "school_type": school_type,
        "organiser": "7",
        "urban_rural": "111",
        "counted": True,
        "built_by_2010": False,
        "built_by_2016": False,
        "dense_centre": False,
        "small_rural": False,
        "max_class_below_30": False,
        "boarding": False,
        "migrant_children": 0,
    }
    tables["schools"].append({**head, **flags})
    classes = {section: ceil(count / 40) for section, count in pupils.items()}
    for section, count in pupils.items():
        tables["sections"].append(_section(code, section, count, classes[section]))
        tables["class_sizes"].append(_bands(code, section, classes[section]))
        tables["teachers"].append(_teachers(code, section, count))
    rooms = ceil(sum(classes.values()) / 12)
    tables["staff"].append(
        {"school_code": code, "teachers_total": whole // 10, "certified": whole // 10, "trained_360": whole // 10}
    )
    tables["rooms"].append(_rooms(code, whole, rooms))
    tables["money"].append(
        {
            "school_code": code,
            "equipment_value_yuan": 3000.0 * whole,
            "public_funds_budget_yuan": 1000.0 * max(whole, 100),
            "public_funds_final_yuan": 1000.0 * max(whole, 100),
            "training_budget_yuan": 60.0 * max(whole, 100),
            "training_final_yuan": 60.0 * max(whole, 100),
        }
    )


def county_row() -> Row:
    return {
        "county_code": COUNTY,
        "county_name": "金水区",
        "population_10k": 80.0,
        "public_funds_standard_primary_yuan": 800.0,
        "public_funds_standard_junior_yuan": 1000.0,
        "special_funds_yuan": 270_000.0,
        "special_pupils": 30,
        "teacher_pay_yuan": 102_000.0,
        "civil_servant_pay_yuan": 100_000.0,
        "rotation_eligible": 1000,
        "rotation_actual": 120,
        "rotation_backbone": 30,
        "good_senior_plan": 1000,
        "good_senior_allotted": 600,
        "good_senior_rural": 250,
        "migrant_eligible": 1000,
        "migrant_public": 800,
        "migrant_purchased": 100,
        "disabled_children": 100,
        "disabled_enrolled": 98,
        "disabled_in_special_schools": 30,
    }


def evidence_row(item: str, school: str = "", *, met: bool = True) -> Row:
    return {
        "county_code": COUNTY,
        "item": item,
        "school_code": school,
        "met": met,
        "judged_by": "县督导室",
        "judged_on": date(2024, 11, 1),
        "document": "台账",
    }


def _section(code: str, section: str, pupils: int, classes: int) -> Row:
    row: Row = {
        "school_code": code,
        "section": section,
        "pupils": pupils,
        "classes": classes,
        "nearby_pupils": pupils,
        "grades": 6,
    }
    if section == "junior":
        row |= {"graduates": 98, "entrants": 101, "transferred_in": 2, "transferred_out": 3, "died": 1}
    return row


def _bands(code: str, section: str, classes: int) -> Row:
    bands = [one.id for one in contract("class_sizes").measures]
    return {"school_code": code, "section": section, **dict.fromkeys(bands, 0), "classes_36_40": classes}


def _teachers(code: str, section: str, pupils: int) -> Row:
    return {
        "school_code": code,
        "section": section,
        "teachers": ceil(pupils * 0.08),
        "degree_doctor": 0,
        "degree_master": ceil(pupils * 0.01),
        "degree_bachelor": ceil(pupils * 0.05),
        "degree_college": ceil(pupils * 0.01),
        "backbone_teachers": ceil(pupils * 0.013),
        "pe_teachers": ceil(pupils * 0.004),
        "music_teachers": ceil(pupils * 0.004),
        "fine_art_teachers": ceil(pupils * 0.004),
        "arts_teachers": 0,
        "visiting_pe": 0,
        "visiting_music": 0,
        "visiting_fine_art": 0,
        "visiting_arts": 0,
        "middle_title_teachers": ceil(pupils * 0.04),
    }


def _rooms(code: str, pupils: int, rooms: int) -> Row:
    bands = [one.id for one in contract("rooms").measures if one.id.startswith(("music_rooms", "art_rooms"))]
    return {
        "school_code": code,
        **dict.fromkeys(bands, 0),
        "teaching_area": 9.0 * pupils,
        "indoor_sports_area": 1.0 * pupils,
        "sports_ground_area": 12.0 * pupils,
        "leased_sports_area": 0.0,
        "other_sports_area": 0.0,
        "multimedia_classrooms": ceil(0.03 * pupils),
        "music_rooms": rooms,
        "music_rooms_96": rooms,
        "art_rooms": rooms,
        "art_rooms_90": rooms,
        "books": 30 * pupils,
        "computers": ceil(0.2 * pupils),
    }


def _reliefs(tables: Tables) -> None:
    """Schools that hold only by a special case."""
    row_of(tables, "teachers", SMALL).update(pe_teachers=0, music_teachers=0, fine_art_teachers=0, visiting_pe=1)
    row_of(tables, "teachers", SMALL).update(degree_bachelor=8, backbone_teachers=1)
    row_of(tables, "rooms", SMALL).update(music_rooms_96=0, music_rooms_54=1, art_rooms_90=0, art_rooms_54=1)
    row_of(tables, "rooms", TINY_JUNIOR).update(music_rooms_96=0, music_rooms_61=1, art_rooms_90=0, art_rooms_61=1)
    row_of(tables, "rooms", OLD).update(music_rooms_96=0, music_rooms_73=2, art_rooms_90=0, art_rooms_67=2)
    row_of(tables, "rooms", DENSE).update(
        sports_ground_area=3000.0, leased_sports_area=3000.0, other_sports_area=2000.0
    )


def _floors(tables: Tables) -> None:
    """A school that meets six indicators and holds the seventh by the floor."""
    row_of(tables, "money", PRIMARY)["equipment_value_yuan"] = 1800.0 * 600


def _survey(group: str, sent: int) -> Row:
    return {
        "county_code": COUNTY,
        "group": group,
        "questionnaires": sent,
        "valid": sent,
        "satisfied": sent * 9 // 10,
        "visits": 50,
        "visits_satisfied": 48,
    }
