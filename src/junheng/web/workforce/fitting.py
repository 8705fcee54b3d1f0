"""Whether the tables of a study fit together, as its engine sees them."""

from collections.abc import Iterator, Mapping

from junheng.policy.pay_rules import pay_rules
from junheng.seats.places import haversine
from junheng.teachers import Fault, Read, UnfitTablesError, no_file
from junheng.teachers.checks import check_schools, check_teachers, refuse_unfit, sections_of
from junheng.teachers.pay import report as pay_report
from junheng.teachers.rotation import ways_of
from junheng.teachers.talent import report as talent_report
from junheng.web.workforce.laws import talent_law
from junheng.web.workforce.models import StudyKind, WorkforceStudy

Reads = Mapping[str, Read]


def fit(of: WorkforceStudy, reads: Reads) -> None:
    """Go on only if the tables can be worked with.

    Raises:
        UnfitTablesError: with every fault of all of them.
    """
    absent = [no_file(f"{one}.csv") for one in _needed(of.kind, reads) if one not in reads]
    if absent:
        raise UnfitTablesError([*absent, *(fault for one in reads.values() for fault in one.faults)])
    if of.kind == StudyKind.ITINERANT:
        _sharing(reads)
    elif of.kind == StudyKind.PAY:
        pay_report(pay_rules(of.day), **reads)
    else:
        talent_report(talent_law(of), of.day, **reads)


def _needed(kind: str, reads: Reads) -> tuple[str, ...]:
    """Tables that have to be there, by what else there is."""
    if kind == StudyKind.ITINERANT:
        return ("schools", "teachers")
    if kind == StudyKind.PAY:
        return ("wages",) if set(reads) == {"wages"} else ("pools", "pay")
    return () if reads else ("programmes", "trainings", "rural")


def _sharing(reads: Reads) -> None:
    schools, teachers = reads["schools"], reads["teachers"]

    def between() -> Iterator[Fault]:
        yield from check_schools(schools)
        yield from check_teachers(teachers, sections_of(schools))
        yield from ways_of({name: one for name, one in reads.items() if name != "teachers"}, haversine)[1]

    refuse_unfit([schools, teachers], between)
