"""The demo's posts: authorised, shared out anew by a proposal that waits, people of one round of competition moved,
and the teachers of the years ahead. All of it is made up."""

from collections.abc import Iterator
from datetime import date

from junheng.demo.staffing import staffing_arrivals, staffing_numbers
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.posts.actions.decide import approve
from junheng.web.posts.actions.look_ahead import look_ahead
from junheng.web.posts.actions.propose import propose
from junheng.web.posts.actions.set_arrivals import set_arrivals
from junheng.web.posts.actions.set_numbers import set_numbers
from junheng.web.posts.arriving import of_rows
from junheng.web.posts.models import DecisionKind, PostsDecision
from junheng.web.posts.opened import opened
from junheng.web.posts.proposing import proposal
from junheng.web.posts.queries import county, latest_round
from junheng.web.posts.reading import authorised_of

DOCUMENT = "合成演示，不是任何文件 synthetic, no document"
COMPETED = 2
"""People of the demo's competition."""


def furnish_posts(officer: Actor, second: Actor, code: str, day: date) -> Iterator[str]:
    """Carry the posts of one county as far as a proposal that waits for a second person; tells when it is done.

    Its rotation has teachers already. Harmless to repeat: what is there stays.
    """
    if PostsDecision.objects.everything("whether the demo has any").exists():
        return
    place = county(officer, code)
    origin = latest_round(place)
    if origin is None:
        return
    set_numbers(officer, code, staffing_numbers(), day, synthetic=True)
    for kind, lines in ((DecisionKind.AUTHORISED, authorised_of(origin)), (DecisionKind.COMPETITION, None)):
        said = {"round": 1} if lines is None else {}
        made = propose(officer, code, kind, lines or _competed(place), DOCUMENT, **said)
        approve(second, made.pk)
    held = opened(place)
    if held.totals.posts is not None and (lines := proposal(held, keep=True).lines):
        propose(officer, code, DecisionKind.ALLOTMENT, lines, DOCUMENT)
    plan = of_rows(staffing_arrivals(origin.year + 1))
    set_arrivals(officer, code, plan, day, synthetic=True)
    look_ahead(officer, code)
    yield f"教师编制：{place.name} 已核定，重新分配待批准 / posts of staff: authorised, a new allotment waits"


def _competed(place: Organisation) -> list[dict[str, object]]:
    """Some people from the school with most on posts to the one with most vacant posts, without their posts."""
    known = [one for one in opened(place).schools if one.counted and one.vacant is not None]
    full = max(known, key=lambda one: one.staff or 0)
    empty = max((one for one in known if one.code != full.code), key=lambda one: one.vacant or 0)
    return [
        {"school": full.code, "posts": 0, "staff": -COMPETED},
        {"school": empty.code, "posts": 0, "staff": COMPETED},
    ]
