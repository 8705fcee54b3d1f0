"""Fill in the numbers of a county from a day on; earlier lists stay."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.kit.refusal import refused_for
from junheng.web.personnel.given import said_of
from junheng.web.posts.given import norms_of, own_of, parameters, retirement_of
from junheng.web.posts.models import NumberList
from junheng.web.posts.queries import county


def set_numbers(
    actor: Actor, code: str, form: Mapping[str, str], day: date | None, *, synthetic: bool = False
) -> NumberList:
    """The new list; ``day`` is the first on which it holds.

    Raises:
        Http404: the county is out of reach.
        Refusal: (422) with everything wrong in the form.
    """
    place = county(actor, code, "staff.edit")
    found, told = said_of(parameters().values(), form)
    faults = [*told, *_unusable(own_of(found), day)]
    if day is None:
        faults.append(Text("请填写生效日期。", "Give the day from which the numbers hold."))
    if faults or day is None:
        raise refused_for(faults)
    with transaction.atomic():
        made = NumberList.objects.create(
            organisation=place, valid_from=day, given=found, synthetic=synthetic, made_by_id=actor.user_id
        )
        after = {"valid_from": str(day), "given": found}
        record(actor, "posts.numbers", f"post_numbers:{made.pk}", path=place.path, after=after)
    return made


def _unusable(own: Mapping[str, float], day: date | None) -> list[Text]:
    """What the engine does not take, such as a ratio of 0."""
    if day is None:
        return []
    faults = []
    for of in (norms_of, retirement_of):
        try:
            of(own, day)
        except ValueError as fault:
            faults.append(Text(_titled(str(fault), "zh"), _titled(str(fault), "en")))
    return faults


def _titled(said: str, language: str) -> str:
    """A fault of the engine under the title of its number."""
    name, _colon, what = said.partition(":")
    held = parameters().get(name)
    title = held.title.zh if held and language == "zh" else held.title.en if held else name
    return f"{title}：{what.strip()}" if language == "zh" else f"{title}: {what.strip()}"
