"""A county as its pages need it: what was reported, the numbers in force, the ledger, the schools."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from junheng.policy.establishment_norms import EstablishmentNorms
from junheng.policy.text import Text
from junheng.policy.years import statistics_day
from junheng.web.accounts.models import Organisation
from junheng.web.kit.refusal import Refusal
from junheng.web.portal.models import Edition
from junheng.web.posts import queries
from junheng.web.posts.facts import Reported, reported
from junheng.web.posts.given import in_force, norms_of, own_of
from junheng.web.posts.ledger import Ledger
from junheng.web.posts.listed import SYNTHETIC
from junheng.web.posts.models import NumberList
from junheng.web.posts.standing import School, Totals, schools_of, totals_of

REPORTED = Text(
    "没有登记在编人数的学校，列的是上报的教职工总人数，不分在编和编外",
    "Where nobody said how many are on posts, the reported number of all staff is shown",
)


@dataclass(frozen=True, eq=False)
class County:
    """One county in the latest published year."""

    place: Organisation
    held: Reported
    lists: Sequence[NumberList]
    ledger: Ledger | None

    @property
    def day(self) -> date:
        """The day whose rules hold."""
        return statistics_day(self.held.year)

    @cached_property
    def given(self) -> Mapping[str, Mapping[str, Any]]:
        """What the county and its city filled in."""
        return in_force(self.lists, self.day)

    @cached_property
    def norms(self) -> EstablishmentNorms:
        return norms_of(own_of(self.given), self.day)

    @cached_property
    def schools(self) -> list[School]:
        return schools_of(self.held, self.norms, self.ledger)

    @cached_property
    def totals(self) -> Totals:
        return totals_of(self.schools)

    @property
    def source(self) -> str:
        return f"{self.held.year} {self.held.snapshot[:12]}"

    @property
    def made_up(self) -> Text | None:
        """What is said of synthetic data."""
        return SYNTHETIC if self.held.synthetic else None

    def notes(self) -> Iterator[Text]:
        """What everybody who reads a table must know."""
        if self.made_up:
            yield self.made_up
        if self.held.left_out:
            yield Text(
                f"另有民办和特殊教育学校 {self.held.left_out} 所，不在此表",
                f"{self.held.left_out} private and special schools are not in this table",
            )
        if not all(one.counted for one in self.schools):
            yield REPORTED


def opened(place: Organisation) -> County:
    """The county in the latest published year.

    Raises:
        Refusal: no year is published yet, or its snapshot is not on this machine.
    """
    (found,) = opened_all([place], queries.edition())
    return found


def opened_all(places: Sequence[Organisation], edition: Edition | None) -> list[County]:
    """Some counties in a published year; how many there are costs no further query.

    Raises:
        Refusal: no year is published yet, or its snapshot is not on this machine.
    """
    if edition is None:
        raise Refusal("还没有发布过数据，无从计算。", "No year has been published yet: there is nothing to count from.")
    lists, ledgers = queries.lists_of(places), queries.ledgers_of(places)
    return [County(one, reported(edition, one.code), lists[one.pk], ledgers.get(one.pk)) for one in places]
