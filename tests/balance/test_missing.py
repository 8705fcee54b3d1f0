"""Why a value is missing."""

from junheng.balance.missing import missing_texts, unreported, whole_school_rows
from junheng.balance.units import units_of
from junheng.policy import load_standard
from tests.balance.city import NINE, PRIMARY, facts_of, row_of, sound

STANDARD = load_standard("jiaodu-2017-6")


def texts(code: str, tables: object, section: str = "primary") -> dict[str, str]:
    units = units_of(facts_of(tables), STANDARD)  # type: ignore[arg-type]
    row = units.frame.filter(school_code=code, section=section).row(0, named=True)
    return {id_: text.zh for id_, text in missing_texts(STANDARD, row, whole_school_rows(units.facts)).items()}


def test_nothing_is_said_when_nothing_is_missing() -> None:
    assert texts(PRIMARY, sound()) == {}


def test_every_missing_part_is_named() -> None:
    tables = sound()
    row_of(tables, "teachers", PRIMARY).update(pe_teachers=None, arts_teachers=None)
    assert texts(PRIMARY, tables) == {
        "L3": "每百名学生拥有体育、艺术（美术、音乐）专任教师数：体育专任教师人数、艺术专任教师人数未上报，未评定"
    }


def test_one_missing_area_is_missing_in_both_indicators_that_use_it() -> None:
    tables = sound()
    row_of(tables, "rooms", PRIMARY).update(indoor_sports_area=None)
    assert set(texts(PRIMARY, tables)) == {"L4", "L5"}


def test_what_cannot_be_shared_out_says_why() -> None:
    tables = sound()
    row_of(tables, "schools", NINE).update(school_type="312")
    tables["sections"].append({"school_code": PRIMARY, "section": "senior", "pupils": 100})
    assert "无法拆分" in texts(PRIMARY, tables)["L6"]


def test_nobody_is_missing_when_nobody_was_expected() -> None:
    assert unreported(facts_of(sound()), None, None) == ({}, {})
