import numpy as np
import pytest

from junheng.policy.text import Text
from junheng.seats.faults import UnfitInputError
from junheng.seats.places import to_degrees

WHERE = Text("路网", "network")
ZHENGZHOU = np.array([[113.62, 34.75]])


@pytest.mark.parametrize("crs", ["EPSG:4490", "EPSG:4326", "WGS84"])
def test_degrees_stay(crs: str) -> None:
    assert to_degrees(ZHENGZHOU, crs, WHERE).tolist() == ZHENGZHOU.tolist()


@pytest.mark.parametrize("crs", ["EPSG:4547", "EPSG:4508", "EPSG:32649", "EPSG:3857"])
def test_metres_of_a_known_datum_become_degrees(crs: str) -> None:
    from pyproj import Transformer

    east, north = Transformer.from_crs("EPSG:4490", crs, always_xy=True).transform(*ZHENGZHOU[0])
    assert to_degrees(np.array([[east, north]]), crs, WHERE) == pytest.approx(ZHENGZHOU, abs=1e-6)


@pytest.mark.parametrize(
    ("crs", "code"),
    [
        (None, "crs_unknown"),
        (" ", "crs_unknown"),
        ("city grid", "crs_unknown"),
        ("EPSG:2434", "crs_unfit"),
        ("EPSG:4610", "crs_unfit"),
    ],
)
def test_a_system_nobody_knows_or_may_open_is_refused(crs: str | None, code: str) -> None:
    with pytest.raises(UnfitInputError) as refused:
        to_degrees(ZHENGZHOU, crs, WHERE)
    assert [one.code for one in refused.value.faults] == [code]


def test_a_local_system_without_a_datum_is_refused() -> None:
    local = 'LOCAL_CS["site",LOCAL_DATUM["peg",0],UNIT["metre",1],AXIS["E",EAST],AXIS["N",NORTH]]'
    with pytest.raises(UnfitInputError):
        to_degrees(ZHENGZHOU, local, WHERE)
