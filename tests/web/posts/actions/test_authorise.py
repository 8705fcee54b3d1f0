"""Authorised posts come from a file or from a rotation, never from nowhere."""

import pytest

from junheng.web.accounts.reach import Actor
from junheng.web.kit.refusal import Refusal
from junheng.web.personnel.models import RotationRound
from junheng.web.posts.actions.authorise import authorise
from junheng.web.posts.models import PostsDecision
from tests.web.people import COUNTY, SCHOOLS
from tests.web.personnel.conftest import collected, opened_round  # noqa: F401 - fixtures


def _file(*lines: str) -> tuple[str, bytes]:
    return "编制.csv", "\n".join(("school_code,posts,staff", *lines)).encode()


def test_a_file_is_read_whole_or_refused_whole(officer: Actor) -> None:
    made = authorise(officer, COUNTY, "编办〔2026〕1号", _file(f"{SCHOOLS[0]},30,25", "县统筹,2,"))
    assert [(one["school"], one["posts"]) for one in made.lines] == [(SCHOOLS[0], 30), ("", 2)]
    with pytest.raises(Refusal, match=r"没有学校“x”.*没有核定编制"):
        authorise(officer, COUNTY, "文", _file("x,3,", f"{SCHOOLS[0]},,25"))
    assert PostsDecision.objects.everything("test").count() == 1


def test_without_a_file_the_rotation_has_to_be_there(officer: Actor) -> None:
    for rotation in (False, True):
        with pytest.raises(Refusal, match="选择文件"):
            authorise(officer, COUNTY, "文", rotation=rotation)


def test_a_rotation_that_says_no_posts_gives_none(officer: Actor, collected: RotationRound) -> None:  # noqa: F811
    with pytest.raises(Refusal, match="没有任何变化"):
        authorise(officer, COUNTY, "文", rotation=True)
    assert collected.imported
