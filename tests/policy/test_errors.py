from junheng.policy import PolicyError, PolicyFault


def test_a_fault_says_where_what_rule_and_remedy_in_both_languages() -> None:
    fault = PolicyFault("not_a_number", "mine.yaml › per", {"value": "two"})
    assert fault.in_("zh") == "mine.yaml › per：two 不是数字。规定：应为数字。处理：只写数字，单位写在 unit。"
    assert fault.in_("en").startswith("mine.yaml › per: two is not a number. Rule: ")
    assert " To mend: " in fault.in_("en")


def test_an_error_lists_every_fault() -> None:
    faults = [PolicyFault("no_sections", "a"), PolicyFault("no_indicators", "b")]
    error = PolicyError(faults)
    assert error.faults == tuple(faults)
    assert [line.partition("：")[0].partition(":")[0] for line in str(error).splitlines()] == ["a", "a", "b", "b"]
