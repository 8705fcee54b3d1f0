import numpy as np

from junheng.demo.sites import SCHEMA, Ground, sites

from .geography_case import SEED, the_map, the_schools


def ground(children: int) -> Ground:
    drawn, schools = the_map(), the_schools()
    return Ground(
        cells=drawn.cells,
        area=drawn.area,
        children=np.full(len(drawn.area), children),
        dwellings=np.zeros(len(drawn.area), dtype=np.int64),
        schools=np.array([schools.places[one.code] for one in schools.schools]),
        school_county=np.array([one.county for one in schools.schools]),
    )


def test_land_lies_far_from_schools_and_its_price_is_not_known() -> None:
    table = sites(SEED, ground(100))
    assert dict(table.schema) == SCHEMA
    assert table["site"].n_unique() == table.height >= 16
    assert table["cost_yuan"].null_count() == table.height
    assert table["land_m2"].is_between(18000, 48000).all()


def test_children_draw_the_land_to_them() -> None:
    drawn = ground(1)
    crowded = int(np.flatnonzero(drawn.cells.county == "410105")[3])
    drawn.children[crowded] = 1_000_000
    assert str(drawn.area[crowded]) in sites(SEED, drawn)["area"].to_list()
