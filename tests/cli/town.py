"""A synthetic street of four areas, two schools and two candidate sites, with ways between them."""

from pathlib import Path

AREAS = "id,lon,lat,children\na,113.600,34.70,60\nb,113.605,34.70,30\nc,113.610,34.70,20\nd,113.640,34.70,15\n"
SCHOOLS = "学校,经度,纬度,学位\ns,113.601,34.70,50\nt,113.609,34.70,40\n"
SITES = "site,lon,lat,seats,cost\nm,113.606,34.70,30,5\nn,113.639,34.70,30,8\n"
PLACES = {"s": 113.601, "t": 113.609, "m": 113.606, "n": 113.639}
HOMES = {"a": 113.600, "b": 113.605, "c": 113.610, "d": 113.640}
METRES = 91_400.0
"""Metres of a degree of longitude there, about."""


def ways(reach: float = 2_000.0) -> str:
    """All ways up to so many metres."""
    rows = [
        f"{home},{place},{abs(at - there) * METRES:.1f},road"
        for home, at in HOMES.items()
        for place, there in PLACES.items()
        if abs(at - there) * METRES <= reach
    ]
    return "\n".join(["area,school,metres,way", *rows]) + "\n"


def to_schools(text: str) -> str:
    """Only the ways to schools."""
    kept = [line for line in text.splitlines() if line.split(",")[1] in {"school", "s", "t"}]
    return "\n".join(kept) + "\n"


def written(folder: Path) -> Path:
    """The files of the street in a folder."""
    for name, text in (("areas", AREAS), ("schools", SCHOOLS), ("sites", SITES), ("ways", ways())):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "gap-ways.csv").write_text(to_schools(ways()), encoding="utf-8")
    return folder
