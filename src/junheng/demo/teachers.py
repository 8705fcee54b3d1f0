"""The teachers of the synthetic city: the numbers that its workbooks report, one invented person for each."""

from dataclasses import dataclass

import polars as pl

from junheng.demo.city import City


@dataclass(frozen=True, slots=True, eq=False)
class DemoTeachers:
    """Tables of text as a personnel office exports them, for all counties together; ``note`` stands in every row.

    teachers: teacher_id (pseudonym), teacher_name (invented), school_code, section, subject, backbone,
        years_at_school, eligible, degree, birth, gender, exclusion, principal, partner_id, child_school, title_rank,
        wish_1 to wish_3, note.
    schools: school_code, school_name, county_code, section, pupils, urban_rural, small_rural, classes, posts, staff,
        lon, lat, need_ and each subject, note. A row for each section.
    """

    teachers: pl.DataFrame
    schools: pl.DataFrame

    def of_county(self, county: str) -> "DemoTeachers":
        """The tables of one county."""
        here = self.schools.filter(pl.col("county_code") == county)
        return DemoTeachers(self.teachers.filter(pl.col("school_code").is_in(here["school_code"].implode())), here)


def city_teachers(city: City) -> DemoTeachers:
    """The teachers of the public schools that reported in the last year, in their primary and junior sections.

    Per school and section their number, degrees, backbone teachers, teachers of physical education, music and fine art
    and those of a middle rank or above are the reported ones, and so is each county's number of the eligible as far as
    its public schools have teachers enough. Schools of special education are left out, and those that count as parts
    of others. The same city gives the same tables.
    """
    from junheng.demo.teachers_people import people
    from junheng.demo.teachers_posts import posts, schools_table

    held = posts(city)
    found = people(city, held)
    return DemoTeachers(found, schools_table(city.seed, held))
