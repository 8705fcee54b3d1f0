"""Explanations as the public may see them: nothing about a hidden school, and no addends beside a hidden one."""

from collections.abc import Collection
from dataclasses import replace

from junheng.balance.model import Explanation
from junheng.policy.text import Text
from junheng.publish.disclosure import WITHHELD

APART = Text(
    "构成中有人数过少的学校，逐项数值不公开", "A school with very few pupils is among the parts; parts are not shown"
)


def mask(tree: Explanation, codes: Collection[str]) -> Explanation:
    """The tree without the numbers of the schools with these codes.

    A node about such a school keeps title and state and comes last among its like, so that its place says nothing of
    its size; a node with a fact of one of them loses all its facts, because the others and the sum would give it away.
    """
    if tree.school in codes:
        return Explanation(tree.title, "*", "", tree.state, notes=(WITHHELD,), school=tree.school)
    children = sorted(tree.children, key=lambda one: one.school in codes)
    masked = tuple(mask(one, codes) for one in children)
    if any(one.code in codes for one in tree.facts):
        return replace(tree, children=masked, facts=(), notes=(*tree.notes, APART))
    return replace(tree, children=masked)
