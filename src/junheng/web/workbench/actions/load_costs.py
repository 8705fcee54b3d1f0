"""Set unit costs and ways of the city or a county from a file, all of them or none."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from junheng.policy.text import Text
from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import refuse_all
from junheng.web.portal.law import DEFAULT
from junheng.web.workbench.actions.set_lever import set_lever
from junheng.web.workbench.actions.set_prices import set_prices
from junheng.web.workbench.remedy.costs_file import ReadFile, costs_file


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many lists of prices and ways were set, and what of the file was left out."""

    lists: int
    levers: int
    ignored: tuple[Text, ...]


def load_costs(actor: Actor, place_code: str, content: bytes, given: Mapping[str, str]) -> Loaded:
    """What was set from a file as ``costs_file`` reads it.

    Raises:
        Http404: no city or county of this code is in reach.
        Refusal: (422) with everything wrong in the file.
    """
    read: ReadFile = costs_file(content, given, DEFAULT)
    refuse_all(read.faults)
    with transaction.atomic():
        for form in read.lists:
            set_prices(actor, place_code, form)
        for form in read.levers:
            set_lever(actor, place_code, form)
    return Loaded(len(read.lists), len(read.levers), read.ignored)
