"""Lines of the official school form that give one number for the whole school where the indicators need sections.

A school with a single section gets its section. A school with several gets section ``all``, and a finding that says
which indicators cannot be judged until the numbers are given by section.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from junheng.facts.codes import code_list
from junheng.facts.collect import Collector
from junheng.facts.contracts import Field, contract
from junheng.facts.findings import Outcome, Place
from junheng.facts.templates.forms import wording
from junheng.facts.templates.row_reader import Entry
from junheng.facts.templates.slots import WHOLE, Slot
from junheng.facts.values import Parsed


@dataclass(frozen=True, slots=True)
class Undivided:
    """What is known of the school: its sections, and the entries it gave by section."""

    code: str
    sections: tuple[str, ...]
    place: Place
    entries: tuple[Entry, ...]

    def by_section(self, slot: Slot) -> dict[str, Parsed]:
        return {
            one.part: parsed
            for one, parsed, _ in self.entries
            if (one.table, one.field.id) == (slot.table, slot.field.id) and one.part
        }


def place_undivided(entries: Sequence[Entry], school: Undivided, collector: Collector) -> Iterator[Entry]:
    """The entries with the section they belong to; those that only repeat the sum of the sections are left out."""
    unjudged: dict[str, None] = {}
    left: list[str] = []
    for slot, parsed, place in entries:
        given = school.by_section(slot)
        if given and _covered(given, school.sections):
            _compare(parsed, slot.field, given, place, collector)
        elif len(school.sections) == 1:
            yield replace(slot, part=school.sections[0]), parsed, place
        elif not parsed.reported:
            collector.say(parsed, place, slot.field)
        else:
            left.append(slot.field.title.zh)
            unjudged |= dict.fromkeys(wording()["needed_by_section"].get(slot.field.id, ()))
            if WHOLE in _sections(slot):
                yield replace(slot, part=WHOLE), parsed, place
    if left:
        collector.note(
            "form_not_by_section",
            Outcome.WARNED,
            school.place,
            school=school.code,
            fields="、".join(left),
            indicators="、".join(unjudged),
            sections="、".join(code_list("sections").codes[one].zh for one in school.sections) or "学段不明",
            sections_en=", ".join(code_list("sections").codes[one].en for one in school.sections) or "unknown",
        )


def _covered(given: dict[str, Parsed], sections: tuple[str, ...]) -> bool:
    return set(sections) <= set(given) if sections else True


def _sections(slot: Slot) -> frozenset[str]:
    return frozenset(code_list(contract(slot.table).field("section").codes or "").codes)


def _compare(whole: Parsed, field: Field, given: dict[str, Parsed], place: Place, collector: Collector) -> None:
    if whole.problem:
        collector.say(whole, place, field)
    total = sum(one.value for one in given.values() if isinstance(one.value, int | float))
    if whole.reported and whole.value != total:
        collector.note(
            "form_total_differs", Outcome.IGNORED, place, header=place.header, whole=whole.value, total=total
        )
