"""Reveal the seed: the result follows from it and is stored as visits."""

from django.db import transaction
from django.utils import timezone

from junheng.policy.draw import commitment, list_hash
from junheng.web.accounts.models import Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.evidence.actions.commit_draw import locked
from junheng.web.evidence.models import Draw, DrawState, Visit
from junheng.web.evidence.queries.draws import draw_of, result
from junheng.web.kit.refusal import Refusal


def reveal_draw(actor: Actor, pk: int, *, revision: int, public: str = "") -> Draw:
    """``public`` is the public word announced with the commitment; it is asked for when one was announced.

    Raises:
        Refusal: (422) the word is missing, or there is one nobody announced; (409) what is stored was tampered with.
    """
    draw_of(actor, pk)
    with transaction.atomic():
        held = locked(pk, revision, DrawState.COMMITTED)
        word = _word(held, public)
        if commitment(held.secret, list_hash(held.listed)) != held.commitment:
            raise Refusal("名单或种子与承诺不符，不能揭示。", "List or seed differ from the commitment: not revealed.")
        held.seed, held.public, held.state = held.secret, word, DrawState.REVEALED
        held.revealed_at, held.revision = timezone.now(), held.revision + 1
        held.save()
        drawn = result(held)
        _store(held, drawn)
        said = {"seed": held.seed, "public": held.public, "schools": [code for code, _sent in drawn]}
        record(actor, "draw.reveal", f"draw:{held.pk}", path=held.organisation.path, after=said)
    return held


def _word(held: Draw, public: str) -> str:
    word = public.strip()[:200]
    if held.source and not word:
        raise Refusal(f"请填写公开数字（{held.source}）。", f"Enter the public word ({held.source}).", status=422)
    if word and not held.source:
        raise Refusal("承诺时没有约定公开数字。", "No public word was announced with the commitment.", status=422)
    return word


def _store(held: Draw, drawn: list[tuple[str, list[str]]]) -> None:
    every = Organisation.objects.everything("the list was made from the planner's reach")
    places = {one.code: one for one in every.filter(code__in=[code for code, _sent in drawn])}
    Visit.objects.everything("they are only added to").bulk_create(
        Visit(draw=held, organisation=places[code], place=at, visitors=sent) for at, (code, sent) in enumerate(drawn, 1)
    )
