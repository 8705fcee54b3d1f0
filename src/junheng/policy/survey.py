"""The questionnaire of the recognition survey as data: who is asked, what, on which scale, and what counts.

One question counts. A questionnaire is *valid* when that question has an answer that counts, *satisfied* when the
answer is one of those that satisfy; the share is satisfied ÷ valid. The size of the sample is a matter of the standard
(``S1.sample_per_mille``, ``S1.parent_share``) and known with low confidence only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import ceil
from pathlib import Path

import yaml

from junheng.policy.errors import PolicyError, PolicyFault
from junheng.policy.node import Node
from junheng.policy.own_yaml import read_yaml
from junheng.policy.parameters import Confidence, Rules
from junheng.policy.text import Text

PARENTS = "parents"
"""The group that the official form counts by itself."""
BUILT_IN = "recognition"
PERCENT, PER_MILLE = 100, 1000


@dataclass(frozen=True, slots=True)
class Option:
    """An answer; ``satisfied`` is None when it does not make a questionnaire valid."""

    id: str
    title: Text
    satisfied: bool | None


@dataclass(frozen=True, slots=True)
class Group:
    """Who is asked."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Question:
    """``groups`` are those who are asked it; ``counts`` marks the one question the share is taken from."""

    id: str
    title: Text
    groups: tuple[str, ...]
    counts: bool


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Everything an answering page and a count need."""

    id: str
    title: Text
    since: date
    cite: str
    confidence: Confidence
    notice: Text
    scale: tuple[Option, ...]
    groups: tuple[Group, ...]
    questions: tuple[Question, ...]

    def group(self, id_: str) -> Group:
        return next(one for one in self.groups if one.id == id_)

    def asked(self, group: str) -> tuple[Question, ...]:
        """The questions a group is asked."""
        return tuple(one for one in self.questions if group in one.groups)

    @property
    def deciding(self) -> Question:
        return next(one for one in self.questions if one.counts)

    def options(self, satisfied: bool | None) -> tuple[str, ...]:
        return tuple(one.id for one in self.scale if one.satisfied is satisfied)

    def valid(self, answers: Mapping[str, str]) -> bool:
        return answers.get(self.deciding.id) in {one.id for one in self.scale if one.satisfied is not None}

    def satisfied(self, answers: Mapping[str, str]) -> bool:
        return answers.get(self.deciding.id) in self.options(True)


def read_questionnaire(text: str, name: str) -> Questionnaire:
    """A questionnaire from YAML.

    Raises:
        PolicyError: with every fault of the document.
    """
    try:
        root = Node(read_yaml(text), name)
    except yaml.YAMLError as error:
        raise PolicyError([PolicyFault("not_yaml", name, {"error": error})]) from error
    groups = tuple(Group(one.get("id").string(), _words(one)) for one in root.get("groups").items())
    held = Questionnaire(
        id=root.get("id").string(),
        title=root.get("title").text(),
        since=root.get("since").day(),
        cite=root.get("cite").string(),
        confidence=Confidence(root.get("confidence").choice(tuple(Confidence), "user")),
        notice=root.get("notice").text(Text("", "")),
        scale=tuple(_option(one) for one in root.get("scale").items()),
        groups=groups,
        questions=tuple(_question(one, [group.id for group in groups]) for one in root.get("questions").items()),
    )
    _check(root, held)
    if root.faults:
        raise PolicyError(root.faults)
    return held


def _words(node: Node) -> Text:
    return Text(node.get("zh").string(), node.get("en").string())


def _option(node: Node) -> Option:
    satisfied = None if node.get("counts").value is False else node.get("satisfied").value is True
    return Option(node.get("id").string(), _words(node), satisfied)


def _question(node: Node, groups: Sequence[str]) -> Question:
    named = tuple(one.choice(tuple(groups)) for one in node.get("groups").items())
    return Question(node.get("id").string(), _words(node), named or tuple(groups), node.get("counts").value is True)


def _check(root: Node, held: Questionnaire) -> None:
    for where, ids in (
        ("scale", [one.id for one in held.scale]),
        ("groups", [one.id for one in held.groups]),
        ("questions", [one.id for one in held.questions]),
    ):
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            root.get(where).fault("id_twice", ids=", ".join(twice))
        if not ids:
            root.get(where).fault("no_values")
    counting = [one for one in held.questions if one.counts]
    if len(counting) != 1 or set(counting[0].groups) != {one.id for one in held.groups}:
        root.get("questions").fault("one_question_counts")
    if not held.options(True) or not held.options(False):
        root.get("scale").fault("scale_one_sided")


def load_questionnaire(source: str | Path = BUILT_IN) -> Questionnaire:
    """A built-in questionnaire by id, or a city's own by the path of its file.

    Raises:
        PolicyError: there is none, or it has faults.
    """
    folder = files("junheng.policy") / "data" / "survey"
    known = tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir()))
    if str(source) in known:
        return _built_in(str(source))
    path = Path(source)
    if not path.is_file():
        raise PolicyError([PolicyFault("no_such_questionnaire", str(source), {"known": ", ".join(known)})])
    return read_questionnaire(path.read_text(encoding="utf-8-sig"), path.name)


@cache
def _built_in(id_: str) -> Questionnaire:
    path = files("junheng.policy") / "data" / "survey" / f"{id_}.yaml"
    return read_questionnaire(path.read_text(encoding="utf-8"), path.name)


@dataclass(frozen=True, slots=True)
class Sample:
    """How many questionnaires a rule asks for and whether there are as many; None where something is not known."""

    least: int | None
    enough: bool | None
    parent_share: float | None
    parents_enough: bool | None


def sample(rules: Rules, population: int | None, returned: int, parents: int) -> Sample:
    """The rule of the standard on a day, for a number of residents, of returned questionnaires and parents among them.

    ``rules`` are those of a standard that has ``S1.sample_per_mille`` (‰ of residents) and ``S1.parent_share`` (%).
    """
    per_mille = rules.decimal("S1.sample_per_mille") if "S1.sample_per_mille" in rules.parameters else None
    share = rules.decimal("S1.parent_share") if "S1.parent_share" in rules.parameters else None
    least = None if population is None or per_mille is None else ceil(population * per_mille / PER_MILLE)
    return Sample(
        least=least,
        enough=None if least is None else returned >= least,
        parent_share=None if share is None else float(share),
        parents_enough=None if share is None or not returned else parents * PERCENT >= share * returned,
    )
