"""From a locked round to public records: in order, once, by two people, and never what was not signed."""

import pytest

from junheng.web.accounts.reach import SYSTEM
from junheng.web.audit.models import Event
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale
from junheng.web.operations.models import Job, JobState
from junheng.web.portal.models import Edition
from junheng.web.reporting.models import Round, RoundState
from junheng.web.verdicts.actions import publish_round as module
from junheng.web.verdicts.actions.draft_round import draft_round
from junheng.web.verdicts.actions.publish_round import publish_round
from junheng.web.verdicts.judging import judge_round
from junheng.web.verdicts.models import Draft, Record
from tests.web.people import COUNTY
from tests.web.verdicts.conftest import SIGNATORY, City


def records() -> list[Record]:
    return list(Record.objects.everything("a test").order_by("pk"))


def test_a_signed_round_becomes_an_edition_and_its_records(city: City) -> None:
    made = city.publish()
    edition = Edition.objects.get()
    assert [one.number for one in records()] == ["JH-2025-410105-01"]
    assert (made.edition, made.snapshot, made.signatory) == (edition, city.round.snapshot, SIGNATORY)
    assert edition.snapshot == city.round.snapshot
    assert made.signed_by == city.people.users["inspector"]
    assert made.released_by == city.people.users["publisher"]
    assert made.organisation == city.people.places[COUNTY]
    assert Event.objects.filter(verb="verdict.release", target="verdict:JH-2025-410105-01").count() == 1


def test_the_same_snapshot_again_gives_the_same_records(city: City) -> None:
    made = city.publish()
    again = publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)
    assert again == [made]
    assert Edition.objects.count() == 1


def test_a_correction_supersedes_with_reason_and_changes(chain: tuple[Record, Record]) -> None:
    first, second = chain
    assert second.supersedes == first
    assert (second.nth, second.number) == (2, "JH-2025-410105-02")
    assert second.reason == "体育场地面积更正"
    assert second.changes
    assert {one["what"] for one in second.changes} <= {"state", "resources", "domain", "indicator", "item"}
    assert first.number in second.verdict["supersedes"]
    assert [one.current for one in Edition.objects.order_by("pk")] == [False, True]


@pytest.mark.parametrize("state", [RoundState.PLANNED, RoundState.OPEN, RoundState.FROZEN])
def test_a_round_that_is_not_locked_is_refused(city: City, state: str) -> None:
    Round.objects.update(state=state)
    with pytest.raises(Refusal, match="尚未锁定"):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)
    assert records() == []


def test_what_nobody_signed_is_not_released(city: City) -> None:
    with pytest.raises(Refusal, match="没有签发"):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)
    draft_round(city.actor("inspector"), city.round.pk)
    with pytest.raises(Refusal, match="没有签发"):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)
    assert Edition.objects.count() == 0


@pytest.mark.parametrize(
    "role", ["inspector", "city_statistician", "county_reviewer", "school_reporter", "audit_admin"]
)
def test_only_publishers_release(city: City, role: str) -> None:
    city.sign()
    with pytest.raises(NotAllowed):
        publish_round(city.actor(role), city.round.pk, signatory=SIGNATORY)
    assert records() == []


def test_who_signed_does_not_release(city: City) -> None:
    city.sign()
    Draft.objects.everything("a test").update(signed_by=city.people.users["publisher"])
    with pytest.raises(NotAllowed, match="签发人"):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)
    assert Edition.objects.count() == 0


def test_a_judgement_that_is_no_longer_what_was_signed_is_not_released(city: City) -> None:
    city.sign()
    Draft.objects.everything("a test").update(digest="0" * 64)
    with pytest.raises(Refusal, match="与签发时不同"):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)
    assert Edition.objects.count() == 0


def test_signatures_are_of_one_snapshot(city: City) -> None:
    city.sign()
    city.lock(100)
    with pytest.raises(Refusal, match="没有签发"):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)


def test_a_round_locked_anew_meanwhile_is_stale(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    city.sign()
    judge = judge_round

    def slow(held: Round) -> object:
        found = judge(held)
        city.lock(100)
        return found

    monkeypatch.setattr(module, "judge_round", slow)
    with pytest.raises(Stale):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)
    assert Edition.objects.count() == 0


def test_a_snapshot_that_is_gone_or_another_is_refused(city: City) -> None:
    city.sign()
    Round.objects.update(snapshot_path="/nowhere")
    with pytest.raises(Refusal, match="快照"):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)


def test_the_program_itself_needs_no_signature_of_a_person(city: City) -> None:
    made = publish_round(SYSTEM, city.round.pk, signatory="演示")
    assert [(one.signatory, one.signed_by) for one in made] == [("演示", None)]


def test_a_failure_midway_leaves_nothing(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    city.sign()

    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(module, "record_edition", broken)
    with pytest.raises(RuntimeError):
        publish_round(city.actor("publisher"), city.round.pk, signatory=SIGNATORY)
    assert Edition.objects.count() == 0


def test_the_job_publishes(city: City) -> None:
    city.sign()
    city.people.client("publisher").post(f"/desk/verdicts/{city.round.pk}/publish/", {"reason": ""})
    held = Job.objects.everything("a test").get(kind=module.KIND)
    assert (held.state, held.fault) == (JobState.DONE, None)
    assert held.result == {"records": 1, "href": f"/desk/verdicts/{city.round.pk}/"}
