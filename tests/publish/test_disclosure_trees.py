"""A tree without the numbers of hidden schools: their nodes, their facts, and the facts beside theirs."""

from junheng.balance.model import Explanation, FactRef, State
from junheng.policy import Text
from junheng.publish.disclosure_trees import mask


def _fact(code: str, value: float) -> FactRef:
    return FactRef("sections", code, "primary", "pupils", Text("在校生", "pupils"), value)


def _node(title: str, school: str | None, *facts: FactRef, children: tuple[Explanation, ...] = ()) -> Explanation:
    note = Text("权重987", "weight 987")
    return Explanation(
        Text(title, title), 987.0, "", State.MET, facts=facts, children=children, notes=(note,), school=school
    )


def test_a_node_about_a_hidden_school_keeps_only_title_and_state() -> None:
    held = mask(_node("小", "1", _fact("1", 12.0), children=(_node("子", None),)), {"1"})
    assert (held.title.zh, held.value, held.state, held.facts, held.children) == ("小", "*", State.MET, (), ())
    assert "987" not in str(held)
    assert "12" not in str(held)


def test_facts_beside_a_hidden_one_go_too() -> None:
    held = mask(_node("合计", None, _fact("1", 12.0), _fact("2", 500.0)), {"1"})
    assert held.facts == ()
    assert held.notes[-1].en.startswith("A school with very few pupils")
    assert mask(_node("合计", None, _fact("2", 500.0)), {"1"}).facts != ()


def test_the_place_of_a_hidden_school_says_nothing_of_its_size() -> None:
    children = tuple(_node(code, code) for code in ("1", "2", "3"))
    assert [one.school for one in mask(_node("县", None, children=children), {"1", "2"}).children] == ["3", "1", "2"]


def test_without_hidden_schools_the_tree_stays() -> None:
    tree = _node("县", None, _fact("2", 1.0), children=(_node("甲", "2"),))
    assert mask(tree, frozenset()) == tree
