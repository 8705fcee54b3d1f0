"""From a column of the unit table back to the facts that were reported for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from junheng.balance.model import FactRef
from junheng.balance.staffing import FIELDS, parts_of
from junheng.balance.units import Units
from junheng.facts.contracts import contract
from junheng.facts.tables import Facts

TABLES = ("sections", "rooms", "money", "staff")
REFERRED = (*TABLES, "teachers", "campuses", "class_sizes", "schools")

Row = Mapping[str, Any]


def table_of(column: str) -> str | None:
    """The school table a column of the unit table is reported in; None for a derived one."""
    if column in FIELDS:
        return "teachers"
    return next((name for name in TABLES if column in contract(name).schema), None)


def reference(table: str, code: str, part: str, field: str, value: Any) -> FactRef:
    held = contract(table).field(field)
    return FactRef(table, code, part, field, held.title, value, held.unit)


class References:
    """Looks facts up as they were reported: school by school, before merging and sharing out."""

    def __init__(self, facts: Facts, units: Units) -> None:
        self.members = units.members
        self.rows: dict[str, dict[tuple[str, str], Row]] = {}
        for table in REFERRED:
            rest = [name for name in contract(table).key if name != "school_code"]
            self.rows[table] = {
                (row["school_code"], "/".join(str(row[name]) for name in rest)): row
                for row in facts[table].iter_rows(named=True)
            }

    def codes(self, school: str) -> Sequence[str]:
        """The school and those that were merged into it."""
        return self.members.get(school, (school,))

    def of(self, table: str, school: str, part: str, field: str) -> list[FactRef]:
        """One reference per school the number was put together from; a row nobody reported gives a blank one."""
        found = []
        for code in self.codes(school):
            row = self.rows[table].get((code, part))
            if row is not None or code == school:
                found.append(reference(table, code, part, field, None if row is None else row[field]))
        return found

    def parts(self, table: str, school: str) -> list[str]:
        """The parts (sections, campuses) of a school that a table has rows for; "" where it has none."""
        found = dict.fromkeys(part for code, part in self.rows[table] if code in self.codes(school))
        return list(found) or [""]

    def of_teachers(self, school: str, section: str, field: str) -> list[FactRef]:
        """The section's number, or the whole school's where only that was given."""
        found = []
        for code in self.codes(school):
            own = self.rows["teachers"].get((code, section), {}).get(field)
            whole = self.rows["teachers"].get((code, "all"), {}).get(field)
            part, value = ("all", whole) if own is None and whole is not None else (section, own)
            if value is not None or code == school:
                found.append(reference("teachers", code, part, field, value))
        return found

    def of_column(self, school: str, section: str, column: str) -> list[FactRef]:
        """Everything reported that a column of the unit table is made of, apart from how it is shared out."""
        parts = parts_of(column, section)
        table = table_of(parts[0])
        if table == "teachers":
            return [one for part in parts for one in self.of_teachers(school, section, part)]
        if table is None:
            return []
        return self.of(table, school, section if table == "sections" else "", column)

    def of_campuses(self, school: str, column: str) -> list[FactRef]:
        """A column campus by campus."""
        rows = sorted((key, row) for key, row in self.rows["campuses"].items() if key[0] == school)
        return [reference("campuses", school, part, column, row[column]) for (_, part), row in rows]

    def of_pupils(self, school: str) -> list[FactRef]:
        """The pupils of every section, by which facilities are shared out."""
        sections = [part for code, part in self.rows["sections"] if code in self.codes(school)]
        return [one for part in dict.fromkeys(sections) for one in self.of("sections", school, part, "pupils")]
