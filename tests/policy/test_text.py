from junheng.policy import Text


def test_chinese_is_what_a_text_prints() -> None:
    text = Text("班额", "Class size")
    assert str(text) == "班额"
    assert (text.in_("zh"), text.in_("en")) == ("班额", "Class size")
