"""One code, one answer; nothing leads from one to the other; two at once are one."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from junheng.web.audit.models import Event
from junheng.web.kit.refusal import Refusal
from junheng.web.survey import codes
from junheng.web.survey.actions import answer as module
from junheng.web.survey.actions.answer import Incomplete, answer, complete, no_such_code
from junheng.web.survey.actions.void_batch import void_batch
from junheng.web.survey.models import Answer, Batch, Code, Survey
from junheng.web.survey.queries.surveys import questionnaire_of
from tests.web.people import People
from tests.web.survey.conftest import ASKED, Codes, everything


def test_a_code_answers_once(made: Codes) -> None:
    code = made("parents", 1)[0]
    answer(code, everything("parents"))
    with pytest.raises(Refusal, match="无效或已用过"):
        answer(code, everything("parents"))
    held = Answer.objects.everything("test").get()
    assert (held.group, held.said["overall"]) == ("parents", "very")


def test_nothing_joins_code_and_answer(made: Codes) -> None:
    code = made("parents", 1)[0]
    events = Event.objects.count()
    answer(code, everything("parents"))
    assert {one.name for one in Answer._meta.get_fields()} == {"id", "survey", "group", "said"}
    assert {one.name for one in Code._meta.get_fields()} == {"digest", "batch", "spent"}
    assert Event.objects.count() == events
    held = Answer.objects.everything("test").get()
    assert held.id.version == 4
    stored = str(list(Code.objects.everything("test").values())) + str(held.said)
    assert code not in stored
    assert str(held.id) not in str(list(Code.objects.everything("test").values()))


def test_every_refusal_is_the_same(staff: People, survey: Survey, made: Codes) -> None:
    spent, void, late, early = (made("parents", 1)[0] for _ in range(4))
    answer(spent, everything("parents"))
    void_batch(staff.actor("inspector"), survey.pk, Batch.objects.everything("test").all()[1].pk)
    said = set()
    for code in (spent, void, codes.new(), "", "x" * 5000):
        with pytest.raises(Refusal) as held:
            answer(code, everything("parents"))
        said.add(held.value.why)
    today = timezone.localdate()
    every = Survey.objects.everything("test")
    for code, days in ((late, {"closes": today - timedelta(days=1)}), (early, {"opens": today + timedelta(days=1)})):
        every.update(**{"opens": survey.opens, "closes": survey.closes, **days})
        with pytest.raises(Refusal) as held:
            answer(code, everything("parents"))
        said.add(held.value.why)
    assert said == {no_such_code().why}


def test_all_that_is_missing_is_named_and_the_code_stays_good(made: Codes) -> None:
    code = made("parents", 1)[0]
    with pytest.raises(Incomplete) as held:
        answer(code, {"overall": "very", "nearby": "DROP TABLE", "buildings": ""})
    asked = [one.id for one in ASKED.asked("parents")]
    assert held.value.questions == tuple(one for one in asked if one != "overall")
    answer(code, everything("parents"))


def test_only_what_is_asked_is_kept() -> None:
    said = complete(ASKED, "public", {**everything("public"), "after": "very", "name": "张三"})
    assert set(said) == {one.id for one in ASKED.asked("public")}


def test_a_failure_after_spending_gives_the_code_back(made: Codes, monkeypatch: pytest.MonkeyPatch) -> None:
    code = made("parents", 1)[0]

    class Broken:
        def __init__(self, **_fields: object) -> None:
            raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(module, "Answer", Broken)
        with pytest.raises(OSError, match="disk full"):
            answer(code, everything("parents"))
    answer(code, everything("parents"))


def test_somebody_quicker_between_looking_and_spending(made: Codes, monkeypatch: pytest.MonkeyPatch) -> None:
    code = made("parents", 1)[0]
    look = questionnaire_of

    def spent_meanwhile(survey: Survey) -> object:
        with transaction.atomic():
            Code.objects.everything("test").filter(digest=codes.digest(code)).update(spent=True)
        return look(survey)

    monkeypatch.setattr(module, "questionnaire_of", spent_meanwhile)
    with pytest.raises(Refusal):
        answer(code, everything("parents"))
    assert not Answer.objects.everything("test").exists()


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment(made: Codes) -> None:
    """Real threads on a real server; SQLite in memory has one connection, so there they take turns."""
    code = made("parents", 1)[0]

    def try_it(_at: int) -> bool:
        try:
            answer(code, everything("parents"))
        except Refusal:
            return False
        finally:
            if connection.vendor != "sqlite":
                connection.close()
        return True

    if connection.vendor == "sqlite":
        won = [try_it(at) for at in range(4)]
    else:
        with ThreadPoolExecutor(4) as pool:
            won = list(pool.map(try_it, range(4)))
    assert sum(won) == 1
    assert Answer.objects.everything("test").count() == 1
