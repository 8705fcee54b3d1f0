"""Finding schools, counties, indicators and articles by name, pinyin, initials or code: the best first."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from junheng.policy.articles import articles
from junheng.policy.standard import Standard
from junheng.policy.text import Text
from junheng.web.portal.models import County, Edition
from junheng.web.portal.queries import Found
from junheng.web.portal.readings import EDGE, readings
from junheng.web.portal.words import say, section_name

LONGEST = 60
"""Characters of a question that are read."""
EXACT, BEGINS, HOLDS = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: how well it fits, what it is, its name, what helps to tell it apart, where it is."""

    rank: int
    kind: str
    title: str
    note: str
    href: str


def asked(text: str) -> str:
    """The question as it is compared: full-width letters narrowed, small letters, no blanks around or control signs."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in plain if char.isprintable()).strip().lower()[:LONGEST]


def fits(question: str, names: Iterable[str]) -> int | None:
    """How well the best of the names, their pinyin or their initials answer; None when none does."""
    best: int | None = None
    for name in names:
        pinyin, initials = readings(name)
        said = f"{EDGE}{name.lower()}{EDGE}{pinyin}{initials}"
        here = EXACT if f"{EDGE}{question}{EDGE}" in said else BEGINS if f"{EDGE}{question}" in said else None
        if here is None and question in name.lower():
            here = HOLDS
        if here is not None and (best is None or here < best):
            best = here
    return best


def hits(
    question: str, schools: Iterable[Found], counties: Iterable[County], edition: Edition | None, law: Standard
) -> list[Hit]:
    """Everything that answers the question: exact, then beginning with it, then holding it; counties before schools."""
    found = [*_counties(question, counties, edition), *_law(question, law), *_articles(question), *_schools(schools)]
    order = {kind: at for at, kind in enumerate((_("区县"), _("学校"), _("指标"), _("条文")))}
    return sorted(found, key=lambda one: (one.rank, order[one.kind], one.title))


def _counties(question: str, counties: Iterable[County], edition: Edition | None) -> Iterator[Hit]:
    for one in counties:
        rank = fits(question, (one.name["zh"], one.name["en"], one.code))
        if rank is not None and edition is not None:
            yield Hit(rank, _("区县"), say(one.name), one.code, reverse("county", args=[edition.slug, one.code]))


def _schools(schools: Iterable[Found]) -> Iterator[Hit]:
    for one in schools:
        sections = "、".join(section_name(each) for each in one.sections if each)
        note = " · ".join(part for part in (say(one.county), sections, one.code) if part)
        yield Hit(one.rank, _("学校"), one.name, note, reverse("school", args=[one.code]))


def _law(question: str, law: Standard) -> Iterator[Hit]:
    named: list[tuple[str, Text]] = [(one.id, one.title) for one in law.indicators]
    named += [(one.id, one.title) for one in law.items]
    for id_, title in named:
        rank = fits(question, (title.zh, title.en, id_))
        if rank is not None:
            yield Hit(rank, _("指标"), say(title), id_, reverse("indicator", args=[id_]))


def _articles(question: str) -> Iterator[Hit]:
    for one in articles():
        rank = fits(question, (one.title.zh, one.title.en, one.id))
        if rank is not None:
            yield Hit(rank, _("条文"), say(one.title), one.id, reverse("article", args=[one.id]))
