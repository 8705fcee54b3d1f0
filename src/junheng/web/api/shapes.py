"""The small shapes that many answers share."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from ninja import Field, Path
from pydantic import BaseModel, ConfigDict

from junheng.policy.text import Text
from junheng.web.portal.models import Edition
from junheng.web.portal.slugs import Which

Code = Annotated[str, Field(pattern=r"^[0-9A-Za-z]{1,20}$", description="代码 / code")]
Name = Annotated[str, Field(pattern=r"^[0-9A-Za-z._-]{1,60}$", description="标识 / id")]
Slug = Annotated[
    str,
    Field(
        pattern=r"^(latest|[0-9]{4}(-v[1-9][0-9]{0,3})?)$",
        description="latest，学年（现行版），或学年加版本 / latest, a school year (its current version), or year-vN",
        examples=["latest", "2025", "2025-v1"],
    ),
]
Id = Annotated[int, Field(ge=1, le=2**31 - 1, description="编号 / number")]

CodePath = Annotated[str, Path(pattern=r"^[0-9A-Za-z]{1,20}$", description="代码 / code")]
NamePath = Annotated[str, Path(pattern=r"^[0-9A-Za-z._-]{1,60}$", description="标识 / id")]
SlugPath = Annotated[
    str,
    Path(
        pattern=r"^(latest|[0-9]{4}(-v[1-9][0-9]{0,3})?)$",
        description="latest，学年（现行版），或学年加版本 / latest, a school year (its current version), or year-vN",
        examples=["latest", "2025", "2025-v1"],
    ),
]
IdPath = Annotated[int, Path(ge=1, le=2**31 - 1, description="编号 / number")]

Stand = Literal["met", "not_met", "not_judged", "by_evidence"]
Presence = Literal["value", "not_reported", "not_applicable", "suppressed"]


class Shape(BaseModel):
    """A piece of an answer, made of plain values. Ninja's own base looks through every value for a model of Django,
    which costs more than everything else about a long list."""

    model_config = ConfigDict(from_attributes=True)


class Words(Shape):
    """The same words in Chinese and English."""

    zh: str
    en: str


class Value(Shape):
    """A number and why there is none: ``value`` is null in every state but ``value``. A blank is never 0."""

    value: float | None
    state: Presence


def words(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}


def value(number: float | None, *, suppressed: bool, applies: bool = True) -> dict[str, Any]:
    """A number with its state; what is suppressed is told as such even where a number slipped through."""
    if suppressed:
        return {"value": None, "state": "suppressed"}
    if number is not None:
        return {"value": number, "state": "value"}
    return {"value": None, "state": "not_reported" if applies else "not_applicable"}


def stand(passes: bool | None) -> Stand:
    return "not_judged" if passes is None else "met" if passes else "not_met"


def which(slug: str) -> Which | None:
    """What an edition's slug asks for; None is the newest."""
    if slug == "latest":
        return None
    year, _, version = slug.partition("-v")
    return Which(int(year), int(version) if version else None)


def edition_head(edition: Edition) -> dict[str, Any]:
    """The edition an answer belongs to: enough to cite it and to find it again for good."""
    return {
        "edition": edition.slug,
        "permanent": edition.permanent,
        "year": edition.year,
        "version": edition.version,
        "current": edition.current,
        "standard": edition.standard,
        "snapshot": edition.snapshot,
        "synthetic": edition.synthetic,
    }


class EditionHead(Shape):
    """The edition an answer belongs to; ``permanent`` names it for good."""

    edition: str
    permanent: str
    year: int
    version: int
    current: bool
    standard: str
    snapshot: str
    synthetic: bool


def bilingual(held: Mapping[str, Any]) -> dict[str, str]:
    """Stored words as they are published."""
    return {"zh": str(held.get("zh", "")), "en": str(held.get("en", ""))}
