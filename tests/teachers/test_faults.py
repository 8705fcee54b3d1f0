"""Faults say file, row, column, what, the rule and the remedy in both languages."""

from string import Formatter

from junheng.facts.findings import Place
from junheng.policy.messages import catalogue
from junheng.teachers.faults import Fault, UnfitTablesError, no_file

NEGATIVE = Fault(
    "negative", Place("teachers.csv", row=3, column=5, header="年限"), {"name": "年限", "name_en": "Years", "value": -1}
)


def test_a_fault_says_everything_in_both_languages() -> None:
    told = NEGATIVE.to_dict()
    assert (told["file"], told["row"], told["column"]) == ("teachers.csv", 3, "年限")
    assert "E3" in told["where"]["zh"]
    assert all(told[part]["zh"] and told[part]["en"] for part in ("what", "rule", "fix"))
    assert NEGATIVE.where.en != NEGATIVE.where.zh


def test_all_faults_are_told_together() -> None:
    refused = UnfitTablesError([NEGATIVE, no_file("schools.csv")])
    assert len(refused.faults) == 2
    assert "schools.csv" in str(refused)
    assert "negative" in str(refused)


def test_both_languages_fill_in_the_same_names() -> None:
    for code, one in catalogue("junheng.teachers").items():
        for text in (one.what, one.rule, one.fix):
            names = [
                {name.removesuffix("_en") for _, name, *_ in Formatter().parse(words) if name}
                for words in (text.zh, text.en)
            ]
            assert names[0] == names[1], code
