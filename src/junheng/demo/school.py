"""A synthetic school as it stays over the years."""

from dataclasses import dataclass

from junheng.demo.kinds import Kind

RURAL = ("210", "220")


@dataclass(frozen=True, slots=True)
class School:
    """``zone`` is the 城乡分类 code, ``opened`` its first school year in the tables, ``weight`` its size beside others.

    ``parent`` is the code of the school a 不计校数 school is merged into; ``campuses`` counts its 校区.
    """

    code: str
    name: str
    county: str
    kind: Kind
    zone: str
    weight: float
    private: bool
    boarding: bool
    founded: int
    opened: int
    parent: str | None = None
    campuses: int = 1

    @property
    def rural(self) -> bool:
        return self.zone in RURAL

    @property
    def judged(self) -> bool:
        """Whether the school by itself counts for the indicators."""
        return self.kind.id not in {"special", "small_point", "uncounted"}
