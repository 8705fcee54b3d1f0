"""What was found on an item, in words with the official rounding."""

from junheng.balance.model import ItemResult, Measured
from junheng.balance.reasons import number
from junheng.policy.text import Text
from junheng.publish.rounding import RATIO, rounded, shown

FULL = 6
"""The decimals of a finding before rounding."""


def finding(result: ItemResult) -> Text:
    """The summary with its measured numbers rounded as on the forms."""
    zh, en = result.summary.zh, result.summary.en
    for one in result.measured:
        if one.value is not None:
            exact, short = number(one.value), telling(one)
            zh, en = zh.replace(f"{exact}{one.unit}", f"{short}{one.unit}"), en.replace(f" {exact} ", f" {short} ")
    return Text(zh, en)


def telling(one: Measured) -> str:
    """A measured number with the official decimals, or as many more as it takes to tell it from its threshold."""
    decimals = RATIO if one.unit == "%" else 0
    bound = one.threshold.value if one.threshold else None
    while one.met is False and decimals < FULL and rounded(one.value, decimals) == rounded(bound, decimals):
        decimals += 1
    return shown(one.value, decimals)
