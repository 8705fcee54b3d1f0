"""The kinds of school in the synthetic city: type code, sections, prefix of the school code, words of the name."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """``sections`` maps a section to the size of its intake beside a plain school's; ``types`` are 办学类型 codes."""

    id: str
    type: str
    prefix: str
    words: str
    sections: Mapping[str, float]
    private: float = 0.0
    boarding: float = 0.0

    @property
    def combined(self) -> bool:
        return len(self.sections) > 1


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("primary", "211", "21", "小学", {"primary": 1.0}, private=0.07, boarding=0.02),
        Kind("small_point", "218", "21", "教学点", {"primary": 0.0}),
        Kind("point", "218", "21", "教学点", {"primary": 0.0}),
        Kind("uncounted", "211", "21", "小学附设部", {"primary": 0.2}),
        Kind("junior", "311", "31", "初级中学", {"junior": 1.0}, private=0.12, boarding=0.2),
        Kind("nine_year", "312", "31", "九年一贯制学校", {"primary": 0.72, "junior": 0.55}, private=0.35, boarding=0.2),
        Kind("complete", "341", "34", "完全中学", {"junior": 0.95, "senior": 1.2}, private=0.2, boarding=0.5),
        Kind(
            "twelve_year",
            "345",
            "34",
            "十二年一贯制学校",
            {"primary": 0.5, "junior": 0.5, "senior": 0.6},
            private=0.85,
            boarding=0.6,
        ),
        Kind("special", "514", "51", "特殊教育学校", {"primary": 0.0, "junior": 0.0}),
    )
}

GRADES: Mapping[str, int] = {"primary": 6, "junior": 3, "senior": 3}
"""Years of study in each section (六三学制)."""
