"""The answer of a study in tables, the same for pages, files and programs."""

from typing import Any

from junheng.publish.table import Table
from junheng.web.personnel.queries import schools_of
from junheng.web.workforce import queries
from junheng.web.workforce.laws import numbers
from junheng.web.workforce.listed import (
    beside_table,
    groups_table,
    marked,
    used_table,
    week_table,
    whole_table,
)
from junheng.web.workforce.listed_pay import counties_table as years_table
from junheng.web.workforce.listed_pay import rules_table, schools_table
from junheng.web.workforce.listed_talent import (
    allotments_table,
    arithmetic_table,
    counties_table,
    own_programmes_table,
    own_training_table,
    programmes_table,
    trainings_table,
)
from junheng.web.workforce.models import WorkforceStudy
from junheng.web.workforce.programmes import allotment


def sharing_tables(of: WorkforceStudy, found: Any) -> list[Table]:
    """Of shared teachers, from the study's document."""
    names = names_of(of)
    tables = (
        week_table(found, names),
        groups_table(found),
        beside_table(found),
        whole_table(found, names),
        used_table(of, found["used"]),
    )
    return [marked(of, one) for one in tables]


def pay_tables(of: WorkforceStudy, found: Any) -> list[Table]:
    """Of performance pay, from the study's document: sums, no person."""
    tables = (
        schools_table(found, names_of(of)),
        rules_table(found),
        years_table(found),
        used_table(of, found["used"]),
    )
    return [marked(of, one) for one in tables]


def talent_tables(of: WorkforceStudy, found: Any) -> list[Table]:
    """Of talent programmes, as counted."""
    names = {code: one.name for code, one in queries.counties_of(of.organisation).items()}
    tables = (
        programmes_table(found, names),
        counties_table(found, names),
        trainings_table(found, names),
        allotments_table(found, names),
        used_table(of, {one.id: one.value for one in numbers(of)}),
    )
    return [marked(of, one) for one in tables]


def share_tables(of: WorkforceStudy, found: Any, county: str) -> list[Table]:
    """One county's part of the programmes; that of the arithmetic only where something is allotted."""
    made = allotment(of, found, county)
    arithmetic = [arithmetic_table(made)] if made else []
    tables = [own_programmes_table(found, county), own_training_table(found, county), *arithmetic]
    return [marked(of, one) for one in tables]


def names_of(of: WorkforceStudy) -> dict[str, str]:
    """Code -> name of the schools of a study."""
    return {code: one.name for code, one in schools_of(of.organisation).items()}
