"""The demo's posts: two persons, an outlook, a proposal that waits; a second time changes nothing."""

from junheng.web.accounts.reach import Actor
from junheng.web.personnel.actions.import_tables import import_tables
from junheng.web.personnel.models import RotationRound
from junheng.web.portal.models import Edition
from junheng.web.posts.demo import furnish_posts
from junheng.web.posts.models import NumberList, Outlook, PostsDecision
from tests.web.people import COUNTY
from tests.web.personnel.conftest import opened_round  # noqa: F401 - a fixture
from tests.web.personnel.ground import SCHOOL_TABLE, files


def test_the_demo_is_furnished_once(
    officer: Actor,
    second: Actor,
    edition: Edition,
    opened_round: RotationRound,  # noqa: F811
) -> None:
    held = [*SCHOOL_TABLE.splitlines()]
    posts = [f"{held[0]},posts,staff", *(f"{one},{40},{30 + at}" for at, one in enumerate(held[1:]))]
    assert list(furnish_posts(officer, second, COUNTY, opened_round.day)) == []
    import_tables(officer, opened_round.pk, files(schools="\n".join(posts)), revision=1)
    (told,) = furnish_posts(officer, second, COUNTY, opened_round.day)
    assert "金水区" in told
    made = PostsDecision.objects.everything("test").order_by("number")
    assert [(one.kind, one.state) for one in made] == [("authorised", "approved"), ("competition", "approved")]
    assert all(one.proposed_by_id != one.decided_by_id for one in made)
    assert (Outlook.objects.everything("test").count(), NumberList.objects.everything("test").get().synthetic) == (
        1,
        True,
    )
    assert list(furnish_posts(officer, second, COUNTY, opened_round.day)) == []
    assert edition.synthetic
