"""Numbers that nobody published, as programs read them and fill them in."""

from collections.abc import Collection, Iterable
from typing import Annotated, Any

from ninja import Field, Schema

from junheng.web.api.shapes import Words, words
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.given import Number

Document = Annotated[
    str, Field(max_length=200, pattern=r"^[^\x00]*$", description="依据：文件名称、文号或会议决定 / what it rests on")
]


class NumberRow(Schema):
    """``value`` in force, null where nobody knows it; ``own`` and ``source`` if it was filled in."""

    id: str
    title: Words
    unit: str
    value: float | None
    own: float | None
    source: str
    cite: str


class NumberSaid(Schema):
    """One number as it is filled in, with its source."""

    id: Annotated[str, Field(pattern=r"^[0-9A-Za-z._-]{1,80}$")]
    value: Annotated[float, Field(ge=0, le=1_000_000)]
    source: Document


def number_row(one: Number) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in ("id", "value", "own", "source")}
    held = one.parameter
    return {**plain, "title": words(held.title), "unit": held.unit, "cite": held.cite}


def form_of(said: Iterable[NumberSaid], known: Collection[str]) -> dict[str, str]:
    """The numbers as the form of the page says them.

    Raises:
        Refusal: (422) there is no number of that name, or it is said twice.
    """
    form: dict[str, str] = {}
    for one in said:
        if one.id not in known:
            raise Refusal(f"没有数值“{one.id}”。", f"There is no number “{one.id}”.", status=422)
        if one.id in form:
            raise Refusal(f"数值“{one.id}”写了两次。", f"The number “{one.id}” is said twice.", status=422)
        form |= {one.id: repr(one.value), f"{one.id}.source": one.source}
    return form
