"""From YAML to a standard: the built-in ones and a user's own.

A user may write numbers where the built-in files name a parameter; they become dated parameters of the user's.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import yaml

from junheng.policy.errors import PolicyError, PolicyFault
from junheng.policy.node import Node
from junheng.policy.own_yaml import read_yaml
from junheng.policy.parameters import Confidence, Dated, Parameter, Value
from junheng.policy.standard import (
    Better,
    Comparison,
    CountyRule,
    Domain,
    Indicator,
    Item,
    Kind,
    Linear,
    Ratio,
    SchoolRule,
    SpecialCase,
    Standard,
)
from junheng.policy.text import Text

COMPARISONS = ("at_least", "at_most", "below", "above")
DOMAINS = ("resources", "government", "quality", "social", "veto")


class _Loader:
    """Reads one document; ``parameters`` grows as numbers are met."""

    def __init__(self, document: Any, name: str) -> None:
        self.root = Node(document, name)
        self.cite = ""
        self.since = date.min
        self.parameters: dict[str, Parameter] = {}

    def load(self) -> Standard:
        root = self.root
        self.since = root.get("since").day()
        self.cite = root.get("cite").string("用户自定")
        self.parameters = {id_: self.parameter(id_, node) for id_, node in root.get("parameters").entries()}
        sections = tuple(node.string() for node in root.get("sections").items())
        if not sections:
            root.get("sections").fault("no_sections")
        indicators = tuple(self.indicator(node, sections) for node in root.get("indicators").items())
        if not indicators:
            root.get("indicators").fault("no_indicators")
        self.unique("indicators", [one.id for one in indicators])
        standard = Standard(
            id=root.get("id").string(),
            title=root.get("title").text(),
            number=root.get("number").string(""),
            since=self.since,
            cite=self.cite,
            sections=sections,
            indicators=indicators,
            school_rule=self.school_rule(root.get("school_rule"), indicators),
            county_rule=self.county_rule(root.get("county_rule")),
            split={key: self.references(node, f"split.{key}") for key, node in root.get("split").entries()},
            scope=self.references(root.get("scope"), "scope"),
            excluded_types=tuple(node.string() for node in root.get("excluded_types").items()),
            special_cases=tuple(self.special_case(node) for node in root.get("special_cases").items()),
            items=tuple(self.item(node) for node in root.get("items").items()),
            parameters=self.parameters,
        )
        if root.faults:
            raise PolicyError(root.faults)
        return standard

    def unique(self, where: str, ids: list[str]) -> None:
        twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
        if twice:
            self.root.get(where).fault("id_twice", ids=", ".join(twice))

    def parameter(self, id_: str, node: Node) -> Parameter:
        values = tuple(
            sorted(
                (Dated(self.date_key(day, value), self.value(value)) for day, value in self.dated(node.get("values"))),
                key=lambda dated: dated.since,
            )
        )
        if not values:
            node.get("values").fault("no_values")
        return Parameter(
            id=id_,
            title=node.get("title").text(),
            unit=node.get("unit").string(),
            cite=node.get("cite").string(),
            confidence=Confidence(node.get("confidence").choice(tuple(Confidence), "user")),
            values=values,
            inert=node.get("inert").optional(),
        )

    def dated(self, node: Node) -> list[tuple[Any, Node]]:
        if not isinstance(node.value, dict):
            return []
        return [(day, node.child(str(day), value)) for day, value in node.value.items()]

    def date_key(self, day: Any, node: Node) -> date:
        return Node(day, node.where, node.faults).day()

    def value(self, node: Node) -> Value:
        if node.value is None or isinstance(node.value, bool):
            return node.value
        if isinstance(node.value, (date, str)):
            return str(node.value)
        return node.decimal()

    def reference(self, node: Node, id_: str, title: Text, unit: str) -> str:
        """The id of the parameter a node names, or of a new one when it holds a number."""
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            exact = Decimal(str(node.value))
            self.parameters[id_] = Parameter(id_, title, unit, self.cite, Confidence.USER, (Dated(self.since, exact),))
            return id_
        name = node.string()
        if name and name not in self.parameters:
            node.fault("no_such_parameter", name=name)
        return name

    def references(self, node: Node, prefix: str, title: Text | None = None, unit: str = "") -> Mapping[str, str]:
        return {
            key: self.reference(child, f"{prefix}.{key}", title or Text(f"{prefix}.{key}", f"{prefix}.{key}"), unit)
            for key, child in node.entries()
        }

    def linear(self, node: Node) -> Linear:
        """``pupils``, ``[a, b]`` or ``{a: 1, b: -1}``."""
        if isinstance(node.value, str):
            return {node.value: 1.0}
        if isinstance(node.value, list):
            return {child.string(): 1.0 for child in node.items()}
        return {key: child.number() for key, child in node.entries()}

    def indicator(self, node: Node, sections: tuple[str, ...]) -> Indicator:
        id_ = node.get("id").string()
        title = node.get("title").text()
        unit = node.get("unit").string("")
        numerator = self.linear(node.get("numerator"))
        if not numerator:
            node.get("numerator").fault("no_numerator")
        threshold = self.references(node.get("threshold"), id_, title, unit)
        limit = self.references(node.get("limit"), f"{id_}.limit", title, "系数")
        for name in sorted((set(threshold) | set(limit)) - set(sections)):
            node.fault("unknown_section", name=name, allowed=", ".join(sections))
        return Indicator(
            id=id_,
            title=title,
            short=node.get("short").text(title),
            numerator=numerator,
            denominator=self.linear(node.get("denominator")) or {"pupils": 1.0},
            weight=node.get("weight").optional(),
            per=node.get("per").number(1),
            unit=unit,
            decimals=node.get("decimals").whole(2),
            better=cast("Better", node.get("better").choice(("higher", "lower"), "higher")),
            threshold=threshold,
            limit=limit,
            split=node.get("split").value is True,
        )

    def school_rule(self, node: Node, indicators: tuple[Indicator, ...]) -> SchoolRule | None:
        if node.value is None:
            return None
        rule = self.references(node, "school", Text("学校规则", "School rule"), "")
        missing = {"min_met", "floor"} - set(rule)
        if missing:
            node.fault("school_rule_incomplete", names=", ".join(sorted(missing)))
            return None
        if not any(one.threshold for one in indicators):
            node.fault("no_thresholds")
        return SchoolRule(rule["min_met"], rule["floor"])

    def county_rule(self, node: Node) -> CountyRule:
        return CountyRule(
            dispersion=cast("Any", node.get("dispersion").choice(("each", "mean"), "each")),
            mean_limit=self.references(
                node.get("mean_limit"), "mean_limit", Text("综合差异系数上限", "Limit of the mean dispersion"), "系数"
            ),
            weighting=cast("Any", node.get("weighting").choice(("weighted", "unweighted"), "weighted")),
            form=cast("Any", node.get("form").choice(("population", "sample"), "population")),
        )

    def special_case(self, node: Node) -> SpecialCase:
        id_ = node.get("id").string()
        title = node.get("title").text()
        return SpecialCase(
            id=id_,
            title=title,
            indicator=node.get("indicator").string(),
            flag=node.get("flag").string(),
            adds=tuple(child.string() for child in node.get("adds").items()),
            enabled=self.reference(node.get("enabled"), f"special.{id_}", title, ""),
            until=self.reference(node.get("until"), f"special.{id_}.until", title, ""),
            cite=node.get("cite").string(self.cite),
            pupils=self.references(node.get("pupils"), f"special.{id_}", title, "人"),
        )

    def item(self, node: Node) -> Item:
        id_ = node.get("id").string()
        return Item(
            id=id_,
            number=node.get("number").whole(),
            domain=cast("Domain", node.get("domain").choice(DOMAINS)),
            title=node.get("title").text(),
            level=cast("Any", node.get("level").choice(("county", "school", "class", "teacher"))),
            kind=cast("Kind", node.get("kind").choice(("computed", "evidence", "mixed"))),
            cite=node.get("cite").string(self.cite),
            measure=node.get("measure").optional(),
            uses=self.references(node.get("uses"), id_),
            ratios=tuple(self.ratio(child, id_) for child in node.get("ratios").items()),
            note=node.get("note").text() if node.get("note").value is not None else None,
        )

    def ratio(self, node: Node, item: str) -> Ratio:
        id_ = node.get("id").string()
        title = node.get("title").text()
        unit = node.get("unit").string("")
        return Ratio(
            id=id_,
            title=title,
            table=node.get("table").string(),
            numerator=self.linear(node.get("numerator")),
            denominator=self.linear(node.get("denominator")),
            comparison=cast("Comparison", node.get("comparison").choice(COMPARISONS)),
            parameter=self.reference(node.get("parameter"), f"{item}.{id_}", title, unit),
            unit=unit,
            per=node.get("per").number(1),
            section=node.get("section").optional(),
            where=node.get("where").optional(),
            level=cast("Any", node.get("level").choice(("county", "school"), "county")),
        )


def read_standard(text: str, name: str) -> Standard:
    """A standard from YAML text.

    Raises:
        PolicyError: with every fault of the document.
    """
    try:
        document = read_yaml(text)
    except yaml.YAMLError as error:
        raise PolicyError([PolicyFault("not_yaml", name, {"error": error})]) from error
    return _Loader(document, name).load()


def standards() -> tuple[str, ...]:
    """The ids of the built-in standards."""
    folder = files("junheng.policy") / "data" / "standards"
    return tuple(sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir()))


@cache
def _built_in(id_: str) -> Standard:
    path = files("junheng.policy") / "data" / "standards" / f"{id_}.yaml"
    return read_standard(path.read_text(encoding="utf-8"), f"{id_}.yaml")


def load_standard(source: str | Path) -> Standard:
    """A built-in standard by id, or a user's own by the path of its YAML file.

    Raises:
        PolicyError: when there is no such standard, or the file has faults (all of them are listed).
    """
    if str(source) in standards():
        return _built_in(str(source))
    path = Path(source)
    if not path.is_file():
        known = ", ".join(standards())
        raise PolicyError([PolicyFault("no_such_standard", str(source), {"known": known})])
    try:
        return read_standard(path.read_text(encoding="utf-8-sig"), path.name)
    except UnicodeDecodeError as error:
        raise PolicyError([PolicyFault("not_yaml", path.name, {"error": error})]) from error
