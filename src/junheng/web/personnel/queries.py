"""Every query of the rotation. Rounds, teachers and drafts go by reach; published counts are everybody's."""

from collections.abc import Sequence

from django.db.models import Count, F, Q, QuerySet
from django.http import Http404

from junheng.web.accounts.models import Kind, Organisation
from junheng.web.accounts.reach import Actor
from junheng.web.kit.crypto import keyed
from junheng.web.personnel.models import (
    IDENTITY,
    NAME,
    Exclusion,
    Publication,
    RotationDraft,
    RotationEdit,
    RotationRound,
    RoundState,
    Teacher,
    Transfer,
    Wish,
)
from junheng.web.personnel.pseudonymous import in_force

SHOWN = 30
"""Edits shown of a draft's history."""


def rounds(actor: Actor) -> list[RotationRound]:
    """The rounds in the actor's reach, newest first."""
    return list(RotationRound.objects.seen_by(actor, "staff.see").select_related("organisation"))


def round_of(actor: Actor, pk: int, verb: str = "staff.see") -> RotationRound:
    found: RotationRound | None = (
        RotationRound.objects.seen_by(actor, verb).select_related("organisation", "made_by").filter(pk=pk).first()
    )
    if found is None:
        raise Http404
    return found


def counties(actor: Actor, verb: str = "staff.edit") -> list[Organisation]:
    """The counties on which the actor may use the verb."""
    rows = Organisation.objects.seen_by(actor, verb).filter(kind=Kind.COUNTY, active=True)
    return list(rows.order_by("path"))


def schools_of(county: Organisation) -> dict[str, Organisation]:
    """Code -> school of a county."""
    rows = Organisation.objects.everything("names of schools are public").filter(
        path__startswith=county.path, kind=Kind.SCHOOL
    )
    return {one.code: one for one in rows}


def teachers(actor: Actor, of: RotationRound, verb: str = "staff.see") -> "QuerySet[Teacher]":
    """The teachers of a round in reach, with how many wishes each has."""
    rows = Teacher.objects.seen_by(actor, verb).filter(round=of).select_related("organisation")
    return rows.annotate(wished=Count("wishes")).order_by("number")


def named(rows: "QuerySet[Teacher]", words: str) -> "QuerySet[Teacher]":
    """Those whose code, whole name or whole identity number the words are; school codes count too."""
    said = words.strip()
    found = Q(code=said) | Q(organisation__code=said) | Q(organisation__name=said)
    return rows.filter(found | Q(name_lookup=keyed(NAME, said)) | Q(identity_lookup=keyed(IDENTITY, said.upper())))


def teacher_of(actor: Actor, pk: int, verb: str = "staff.see") -> Teacher:
    rows = Teacher.objects.seen_by(actor, verb).select_related("round__organisation", "organisation")
    found: Teacher | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def exclusions(of: Teacher) -> list[Exclusion]:
    """Every exclusion of a teacher, the withdrawn ones too, newest first."""
    rows = Exclusion.objects.everything("of a teacher in reach").filter(teacher=of)
    return list(rows.select_related("by", "withdrawn_by").order_by("-pk"))


def reasons(of: RotationRound, codes: Sequence[str] | None = None) -> dict[str, Exclusion]:
    """Code -> the exclusion in force, of some or of all; only for pages of people who see all teachers of the round."""
    rows = in_force().filter(teacher__round=of)
    if codes is not None:
        rows = rows.filter(teacher__code__in=codes)
    return {one.teacher.code: one for one in rows.select_related("teacher", "by").defer("teacher__name")}


def wishes(of: Teacher) -> list[Wish]:
    return list(Wish.objects.everything("of a teacher in reach").filter(teacher=of).order_by("rank"))


def drafts(of: RotationRound) -> list[RotationDraft]:
    """The drafts of a round in reach, newest first, without their documents."""
    rows = RotationDraft.objects.everything("of a round in reach").filter(round=of)
    return list(rows.select_related("made_by", "job", "base").defer("result", "places", "base__result", "base__places"))


def draft_of(actor: Actor, pk: int, verb: str = "staff.see", *, without: Sequence[str] = ()) -> RotationDraft:
    """A draft in reach; ``without`` names long columns that are not read."""
    rows = RotationDraft.objects.seen_by(actor, verb).select_related("round__organisation", "job", "made_by", "base")
    found: RotationDraft | None = rows.defer("base__result", "base__places", *without).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def asked_draft(pk: int) -> RotationDraft:
    """The draft of a job; whoever asked for it was let in then."""
    rows = RotationDraft.objects.everything("the job's own draft").select_related("round__organisation")
    return rows.get(pk=pk)


def edits(draft: RotationDraft) -> list[RotationEdit]:
    """The last edits of a draft in reach, newest first."""
    rows = _edits(draft).select_related("by")
    return list(rows.order_by("-number")[:SHOWN])


def last_done(draft: RotationDraft) -> RotationEdit | None:
    """The edit that undo would take back."""
    return _edits(draft).filter(undone=False).order_by("-number").first()


def next_undone(draft: RotationDraft) -> RotationEdit | None:
    """The edit that redo would make again."""
    return _edits(draft).filter(undone=True, dropped=False).order_by("number").first()


def edited_codes(draft: RotationDraft) -> set[str]:
    """The teachers whom the edits that stand of a draft in reach have placed."""
    rows = _edits(draft).filter(undone=False).values_list("teacher", "other")
    return {code for both in rows for code in both if code}


def _edits(draft: RotationDraft) -> "QuerySet[RotationEdit]":
    return RotationEdit.objects.everything("of a draft in reach").filter(draft=draft)


def faces(draft: RotationDraft, codes: Sequence[str]) -> dict[str, str]:
    """Code -> name of some teachers of a draft in reach; a name that is not known is empty."""
    rows = Teacher.objects.everything("of a draft in reach").filter(round_id=draft.round_id, code__in=codes)
    return {one.code: one.name for one in rows.only("code", "name")}


def codes_named(actor: Actor, draft: RotationDraft, words: str, verb: str = "staff.edit") -> frozenset[str]:
    """The teachers of a draft's round whose code, name, number or school the words are."""
    rows = named(Teacher.objects.seen_by(actor, verb).filter(round_id=draft.round_id), words)
    return frozenset(rows.values_list("code", flat=True))


def publication(of: RotationRound) -> Publication | None:
    """What is published of a round and not withdrawn."""
    rows = Publication.objects.everything("published").filter(draft__round=of, withdrawn_at=None)
    return rows.select_related("draft", "by").first()


def publications(of: RotationRound) -> list[Publication]:
    """All of a round in reach, the withdrawn ones too."""
    rows = Publication.objects.everything("of a round in reach").filter(draft__round=of)
    return list(rows.select_related("draft", "by", "withdrawn_by"))


def transfers(actor: Actor, of: Publication, verb: str = "staff.see") -> list[Transfer]:
    """The transfers in reach: of schools that are left, and of those that are gone to."""
    leaving = Transfer.objects.seen_by(actor, verb).filter(publication=of).values("pk")
    arriving = Transfer.arriving.seen_by(actor, verb).filter(publication=of).values("pk")
    rows = Transfer.objects.everything("narrowed to what either school may see").filter(
        Q(pk__in=leaving) | Q(pk__in=arriving)
    )
    return list(rows.select_related("teacher", "from_school", "to_school"))


def wishing(actor: Actor) -> list[RotationRound]:
    """The rounds in which the actor may record wishes of somebody, newest first."""
    mine = Teacher.objects.seen_by(actor, "staff.wish").values("round")
    rows = RotationRound.objects.everything("rounds of teachers in reach").filter(pk__in=mine)
    return list(rows.select_related("organisation"))


def wish_round(actor: Actor, pk: int) -> RotationRound:
    """A round in which the actor may record wishes of somebody."""
    found = next((one for one in wishing(actor) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


def public_publications() -> list[Publication]:
    """What is published and not withdrawn, newest first."""
    rows = Publication.objects.everything("put before the public").filter(
        withdrawn_at=None, draft__round__state=RoundState.PUBLISHED
    )
    return list(rows.select_related("draft__round__organisation"))


def public_publication(pk: int) -> Publication:
    found = next((one for one in public_publications() if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


def put_forward(actor: Actor) -> list[RotationDraft]:
    """The drafts the actor may publish as they are now."""
    rows = RotationDraft.objects.seen_by(actor, "staff.publish").filter(
        proposed=F("revision"), round__state=RoundState.DRAFT
    )
    return list(rows.select_related("round__organisation", "made_by").defer("result", "places"))


def published(actor: Actor) -> list[Publication]:
    """Every publication in the reach of whoever publishes, the withdrawn ones too."""
    rows = Publication.objects.seen_by(actor, "staff.publish")
    return list(rows.select_related("draft__round__organisation", "by", "withdrawn_by"))
