"""Every verb that is recorded anywhere has a title, and no title stands for nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import junheng
from junheng.web.accounts.roles import roles
from junheng.web.audit.verbs import titles, verbs_like
from junheng.web.evidence.lifecycle import ALLOWED
from junheng.web.operations.retention import terms
from junheng.web.reporting.moves import table
from junheng.web.review.deciding import DEEDS

RECORDS = {"record", "audit", "keep", "_change"}
"""What writes an event, or hands its verb on to what does."""
DOTTED = re.compile(r"[a-z_]+(\.[a-z_]+)+")


def written() -> Iterator[str]:
    """The verbs as they stand in the source."""
    for path in sorted(Path(junheng.__file__).parent.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "audit.actions.record import" in source or "decide_appeal import keep" in source:
            yield from _of_module(ast.parse(source))


def _of_module(tree: ast.Module) -> Iterator[str]:
    for call in (one for one in ast.walk(tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)):
        if call.func.id not in RECORDS:  # type: ignore[attr-defined]
            continue
        said = [one.value for one in call.args[1:3] if isinstance(one, ast.Constant)]
        yield from (one for one in said[:1] if isinstance(one, str))
        if not said and any(isinstance(one, ast.Name) for one in call.args[1:2]):
            yield from _chosen(tree)


def _chosen(tree: ast.Module) -> Iterator[str]:
    """Where the verb is one of several: every word of the module that looks like one and is no right of a role."""
    rights = {verb for role in roles().values() for verb in role.verbs} - titles().keys()
    said = (one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str))
    yield from (one for one in said if DOTTED.fullmatch(one) and one not in rights)


def made_up() -> set[str]:
    """The verbs that are put together of two words."""
    return {
        *(f"submission.{verb}" for verb in table().moves),
        *(f"correction.{verb}" for verb in DEEDS),
        *(f"evidence.{action}" for action in ALLOWED),
        *(f"retain.{one.then}" for one in terms().values() if one.then),
    }


def test_every_verb_has_a_title() -> None:
    found = {*written(), *made_up()}
    assert len(found) > 80
    assert found - titles().keys() == set()


def test_no_title_is_left_over() -> None:
    assert titles().keys() - {*written(), *made_up()} == set()


def test_titles_differ_in_both_languages() -> None:
    for language in ("zh", "en"):
        said = [one.in_(language) for one in titles().values()]
        assert len(said) == len(set(said))


def test_verbs_are_found_by_words_of_their_title() -> None:
    assert verbs_like("更正申请") == ["correction.withdraw"]
    assert verbs_like("Backup") == []
    assert verbs_like("Back Up") == ["backup.make"]
