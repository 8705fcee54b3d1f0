"""Problems of a table, told in both languages."""

from junheng.balance.inputs import InputError, InputFault
from junheng.policy.text import Text

FAULT = InputFault(
    "text_in_number",
    Text("列 pupils", "column pupils"),
    Text("是文本", "text"),
    Text("数字", "numbers"),
    Text("改", "mend"),
)


def test_a_fault_says_where_what_rule_and_remedy() -> None:
    assert FAULT.in_("zh") == "列 pupils：是文本。要求：数字。处理：改。"
    assert FAULT.in_("en") == "column pupils: text. Rule: numbers. Remedy: mend."


def test_an_error_holds_all_faults_in_both_languages() -> None:
    error = InputError([FAULT, FAULT])
    assert str(error).count("\n") == 3
    assert [one["code"] for one in error.to_dict()["faults"]] == ["text_in_number"] * 2
    assert error.to_dict()["faults"][0]["fix"] == {"zh": "改", "en": "mend"}
