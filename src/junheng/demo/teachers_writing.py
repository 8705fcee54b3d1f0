"""Writes the teachers of the synthetic city beside its workbooks: a folder of CSV files for each county."""

from pathlib import Path

from junheng.demo.city import City
from junheng.demo.profiles import profiles
from junheng.demo.teachers import city_teachers
from junheng.facts.codes import code_list

FOLDER = "teachers"


def write_teachers(city: City, root: Path) -> Path:
    """Write ``teachers.csv`` and ``schools.csv`` of every county, as ``junheng rotate`` reads them.

    Returns:
        The folder with a folder for each county, named as those of its workbooks.
    """
    found = city_teachers(city)
    for county in profiles():
        folder = root / FOLDER / code_list("managing_bodies").codes[county].zh
        folder.mkdir(parents=True, exist_ok=True)
        here = found.of_county(county)
        here.teachers.write_csv(folder / "teachers.csv", include_bom=True)
        here.schools.write_csv(folder / "schools.csv", include_bom=True)
    return root / FOLDER
