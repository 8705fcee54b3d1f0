from junheng.demo.kinds import GRADES, KINDS
from junheng.facts.codes import code_list


def test_every_kind_has_a_type_on_the_code_list_and_sections_on_theirs() -> None:
    for kind in KINDS.values():
        assert kind.type in code_list("school_types").codes
        assert set(kind.sections) <= set(code_list("sections").codes)


def test_kinds_are_known_by_their_own_id() -> None:
    assert all(name == kind.id for name, kind in KINDS.items())


def test_sections_stand_in_order_of_age() -> None:
    order = list(GRADES)
    assert all(sorted(kind.sections, key=order.index) == list(kind.sections) for kind in KINDS.values())
