"""Writes pay and talent programmes of the synthetic city beside its workbooks."""

from pathlib import Path

from junheng.demo.city import City
from junheng.demo.teachers import DemoTeachers
from junheng.demo.workforce import pay_tables, talent_tables, workforce_told

FOLDER = "workforce"


def write_workforce(city: City, found: DemoTeachers, root: Path) -> Path:
    """Write the tables ``junheng teachers pay`` reads of one county, and those of ``junheng teachers talent``.

    Args:
        city: it gives the seed.
        found: all its teachers.
        root: the folder of the workbooks.

    Returns:
        The folder with a folder ``pay`` and a folder ``talent``.
    """
    county = found.of_county(workforce_told()["pay"]["county"])
    for name, tables in (("pay", pay_tables(city.seed, county)), ("talent", talent_tables(city.seed, found))):
        folder = root / FOLDER / name
        folder.mkdir(parents=True, exist_ok=True)
        for table, frame in tables.items():
            frame.write_csv(folder / f"{table}.csv", include_bom=True)
    return root / FOLDER
