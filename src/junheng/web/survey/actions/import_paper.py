"""Take in a workbook of counted paper questionnaires."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile

from junheng.web.accounts.reach import Actor
from junheng.web.audit.actions.record import record
from junheng.web.evidence.actions.give import clean
from junheng.web.evidence.actions.move import person
from junheng.web.evidence.sniff import examine
from junheng.web.kit.refusal import Refusal
from junheng.web.kit.store import put
from junheng.web.survey.actions.changing import changing
from junheng.web.survey.models import Paper
from junheng.web.survey.paper_form import read_counts
from junheng.web.survey.queries.surveys import papers, questionnaire_of


def import_paper(actor: Actor, pk: int, *, label: str, file: UploadedFile[Any] | None) -> Paper:
    """One workbook for one ``label`` (a school, a street); a later one for the same label takes its place.

    Raises:
        Refusal: (422) no workbook, or its faults; then nothing is kept.
    """
    if file is None or not label.strip():
        raise Refusal("请填写来源并选择工作簿。", "Name the source and choose the workbook.", status=422)
    name, content = clean(file.name or ""), b"".join(file.chunks())
    if examine(name, content).id != "xlsx":
        raise Refusal("请提交XLSX工作簿。", "Hand in an XLSX workbook.", status=422)
    with changing(actor, pk) as held:
        counts = read_counts(questionnaire_of(held), content)
        sha256, _size = put([content])
        same = papers(held).filter(label=label.strip()[:100], replaced=False)
        before = list(same.values_list("sha256", flat=True))
        same.update(replaced=True)
        paper = Paper(
            survey=held, label=label.strip()[:100], name=name, sha256=sha256, counts=counts, by_id=person(actor)
        )
        paper.save()
        record(
            actor,
            "survey.paper",
            f"paper:{paper.pk}",
            path=held.organisation.path,
            before={"sha256": before},
            after={"sha256": sha256},
        )
    return paper
