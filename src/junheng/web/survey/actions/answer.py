"""Answer with a one-time code. Nothing is recorded of who, from where or when: this action leaves no event."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from junheng.policy.survey import Questionnaire
from junheng.web.kit.refusal import Refusal
from junheng.web.survey.models import Answer, Code
from junheng.web.survey.queries.surveys import open_code, questionnaire_of


class Incomplete(Exception):  # noqa: N818 - what the answer is
    """Questions without an answer, in their order."""

    def __init__(self, questions: Sequence[str]) -> None:
        self.questions = tuple(questions)
        super().__init__(", ".join(questions))


def answer(code: str, said: Mapping[str, str]) -> None:
    """Spend the code and keep the answer, both or neither.

    Raises:
        Refusal: the code opens nothing: wrong, spent, void, or its survey is not open; which of these is not told.
        Incomplete: questions are not answered; the code is still good.
    """
    held = open_code(code)
    if held is None:
        raise no_such_code()
    survey, group = held.batch.survey, held.batch.group
    chosen = complete(questionnaire_of(survey), group, said)
    with transaction.atomic():
        unspent = Code.objects.everything("the code itself is the right").filter(pk=held.pk, spent=False)
        if unspent.update(spent=True) != 1:
            raise no_such_code()
        Answer(survey=survey, group=group, said=chosen).save(force_insert=True)


def complete(asked: Questionnaire, group: str, said: Mapping[str, str]) -> dict[str, str]:
    """One known option for every question of the group, and nothing else."""
    options = {one.id for one in asked.scale}
    chosen = {one.id: said.get(one.id, "") for one in asked.asked(group)}
    missing = [question for question, option in chosen.items() if option not in options]
    if missing:
        raise Incomplete(missing)
    return chosen


def no_such_code() -> Refusal:
    return Refusal(
        "代码无效或已用过，或调查不在进行中。请核对后再输。",
        "This code is not valid or has been used, or the survey is not open. Check it and try again.",
        status=422,
    )
