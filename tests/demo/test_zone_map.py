from dataclasses import replace

import numpy as np

from junheng.demo.zone_map import home_areas, zone_table, zoned, zones

from .geography_case import the_map, the_schools


def test_public_schools_have_zones_and_private_ones_where_there_is_no_other() -> None:
    schools = [one for one in the_schools().schools if one.county == "410102"]
    able = zoned(schools, "primary")
    assert able
    assert all("primary" in one.kind.sections and not one.private for one in able)
    all_private = [replace(one, private=True) for one in schools]
    assert {one.code for one in zoned(all_private, "primary")} == {
        one.code for one in schools if "primary" in one.kind.sections
    }


def test_larger_schools_have_larger_zones() -> None:
    found = zones(the_map(), the_schools(), "primary")
    sizes = np.bincount(found.of, minlength=len(found.schools))
    assert sizes.min() >= 1
    assert np.corrcoef(sizes, found.pupils)[0, 1] > 0.3


def test_a_school_on_the_line_lies_in_its_own_county() -> None:
    schools = the_schools().schools
    homes = home_areas(
        the_map().cells, [the_schools().places[one.code] for one in schools], [one.county for one in schools]
    )
    assert [the_map().cells.county[at] for at in homes] == [one.county for one in schools]


def test_the_table_has_every_area_once_a_section() -> None:
    found = {section: zones(the_map(), the_schools(), section) for section in ("primary", "junior")}
    table = zone_table(the_map(), found)
    assert table.unique(["section", "area"]).height == table.height == 2 * len(the_map().area)
