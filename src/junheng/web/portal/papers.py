"""What the papers of a county are made from: its proof, the years before it, the same facts by the 2012 standard."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from junheng.balance.model import CityVerdict
from junheng.policy.text import Text
from junheng.publish import SYNTHETIC, Material, Table, tables
from junheng.web.portal.models import Edition
from junheng.web.portal.proof import Proof, proof_of


@dataclass(frozen=True)
class Papers:
    """One county of one proof; ``published`` are the editions the years before are looked for in."""

    proof: Proof
    county: str
    published: tuple[Edition, ...] = ()

    @property
    def notice(self) -> Text | None:
        return SYNTHETIC if self.proof.synthetic else None

    @cached_property
    def material(self) -> Material:
        """What the report is written from."""
        verdict = self.proof.verdict
        before = earlier(self.published, verdict.year, public=self.proof.whole is not None)
        return Material(verdict, before, self._other_standard(), self.notice)

    def tables(self) -> tuple[Table, ...]:
        """Every table of the county, with the trend when there are years before and the 2012 standard beside."""
        material, notes = self.material, (self.notice,) if self.notice else ()
        made = list(tables.county_tables(material.city, self.county, notes=notes))
        if material.earlier:
            made.append(tables.trend((*material.earlier, material.city), self.county, notes=notes))
        if material.other_standard is not None:
            made.append(tables.comparison((material.city, material.other_standard), self.county, notes=notes))
        return tuple(made)

    def _other_standard(self) -> CityVerdict | None:
        other = self.proof.by_2012
        judged = {one.county_code for one in other.counties}
        return other if self.county in judged and other.standard.id != self.proof.verdict.standard.id else None


def earlier(published: Iterable[Edition], year: int, *, public: bool = True) -> tuple[CityVerdict, ...]:
    """The verdicts on the years before, oldest first; a year whose snapshot is not on this machine is left out.

    As the public sees them, unless all is to be shown.
    """
    before = sorted((one for one in published if one.year < year), key=lambda one: one.year)
    held = (proof for one in before if (proof := proof_of(one)) is not None)
    return tuple(one.public.verdict if public else one.verdict for one in held)
