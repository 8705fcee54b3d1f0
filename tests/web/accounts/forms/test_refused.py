"""A refusal becomes a fault of the form; what concerns the person or the moment does not."""

import pytest
from django import forms
from django.utils.translation import override

from junheng.web.accounts.forms.refused import doing
from junheng.web.kit.refusal import NotAllowed, Refusal, Stale


class Empty(forms.Form):
    pass


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "不行"), ("en", "No")])
def test_the_reason_is_told_in_the_readers_language(language: str, words: str) -> None:
    form = Empty({})
    with override(language), doing(form):
        raise Refusal("不行", "No")
    assert form.non_field_errors() == [words]


@pytest.mark.parametrize("fault", [NotAllowed("不行", "No"), Stale(), ValueError("x")])
def test_others_pass(fault: Exception) -> None:
    with pytest.raises(type(fault)), doing(Empty({})):
        raise fault
