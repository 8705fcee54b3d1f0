"""Posts of the tiny county: the first school has too many, the last too few, two stay in the pool."""

from typing import Any

from tests.web.tiny import CODES

NEEDS = (27, 28, 29, 30, 31, 32)
"""⌈pupils ÷ 19⌉ of 500, 520 … 600 pupils."""
AUTHORISED: list[dict[str, Any]] = [
    {"school": "", "posts": 2, "staff": 0},
    *(
        {"school": code, "posts": posts, "staff": staff}
        for code, posts, staff in zip(CODES, (40, 28, 29, 30, 31, 20), (30, 27, 29, 31, 30, 20), strict=True)
    ),
]


def line(school: str, posts: int = 0, staff: int = 0) -> dict[str, Any]:
    return {"school": school, "posts": posts, "staff": staff}
