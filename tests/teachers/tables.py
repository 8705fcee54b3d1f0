"""A small city of two counties as the text tables of a folder."""

from pathlib import Path

import numpy as np

from junheng.facts.csvfile import rows
from junheng.policy.rotation_rules import RotationRules
from junheng.teachers import Read, read, tables
from junheng.teachers.rotation import City, city_of
from tests.teachers.rotation.tiny import DAY, rules

TEACHERS = """teacher_id,school_code,section,subject,backbone,years_at_school,degree,birth,gender,exclusion,principal,\
partner_id,child_school,wish_1,wish_2
t1,s1,primary,语文,1,8,本科,1980-05,女,,0,,,s2,s3
t2,s1,primary,语文,1,7,本科,1982-01,男,,0,,,,
t3,s1,primary,数学,0,9,专科,1985-02,女,怀孕,0,,,s2,
t4,s2,primary,语文,0,10,中师,1975-03,男,,0,t5,,s1,
t5,s3,primary,语文,0,2,本科,1995-07,女,,0,t4,s1,,
t6,s3,primary,数学,0,12,本科,1978-09,男,,0,,,,
h1,s1,primary,,1,7,本科,1970-01,男,,1,,,,
h2,s2,primary,,0,7,本科,1971-01,女,,1,,,,
t7,s4,初中,英语,1,6,硕士,1983-01,女,,0,,,s5,
t8,s5,初中,英语,0,6,本科,1984-01,男,,0,,,,
"""
SCHOOLS = """school_code,school_name,county_code,section,pupils,urban_rural,small_rural,lon,lat
s1,一小,410101,小学,300,城区,0,113.60,34.75
s2,二小,410101,小学,200,城区,0,113.62,34.75
s3,三小,410101,小学,90,乡村,1,113.66,34.75
s4,四中,410102,初中,400,城区,0,113.70,34.70
s5,五中,410102,初中,200,乡村,0,113.72,34.70
"""
DISTANCES = """from,to,km
s1,s2,2
s1,s3,6
s2,s3,4
s4,s5,2
"""


def held(*named: str) -> str:
    """The table of teachers with one, named first, held at the school named next, and so on in pairs."""
    at = dict(zip(named[::2], named[1::2], strict=True))
    header, *lines = TEACHERS.splitlines()
    return "".join([f"{header},held_at\n", *(f"{one},{at.get(one.split(',')[0], '')}\n" for one in lines)])


def folder(at: Path, **changed: str) -> Path:
    """The tables as files; ``changed`` replaces one by its name."""
    for name, text in {"teachers": TEACHERS, "schools": SCHOOLS, "distances": DISTANCES, **changed}.items():
        if text:
            (at / f"{name}.csv").write_text(text, encoding="utf-8")
    return at


def table(name: str, text: str) -> Read:
    """One table read from CSV."""
    import polars as pl

    read_rows, _ = rows(text.encode())
    header, *body = read_rows
    frame = pl.DataFrame(
        [[str(cell) for cell in row] for row in body], schema=[str(one) for one in header], orient="row"
    )
    return read(frame, tables()[name])


def city(law: RotationRules | None = None, teachers: str = TEACHERS, schools: str = SCHOOLS) -> City:
    """The city on a map where everything is a kilometre apart."""
    held = table("schools", schools)
    many = held.frame["school_code"].n_unique()
    return city_of(table("teachers", teachers), held, np.ones((many, many)) - np.eye(many), law or rules(), DAY)
