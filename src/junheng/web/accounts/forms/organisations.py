"""The forms of the organisations' pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from junheng.facts import code_list
from junheng.web.accounts.models import Kind


def _types() -> list[tuple[str, str]]:
    listed = code_list("school_types").codes
    return [("", "—"), *((code, f"{title.zh} {title.en}") for code, title in listed.items())]


class Rename(forms.Form):
    name = forms.CharField(label=_("名称"), max_length=200)
    name_en = forms.CharField(label=_("英文名称"), max_length=200, required=False)
    school_type = forms.ChoiceField(label=_("办学类型"), choices=_types, required=False)
    was = forms.CharField(widget=forms.HiddenInput, max_length=200)


class Add(forms.Form):
    kind = forms.ChoiceField(
        label=_("级别"),
        choices=[(Kind.SCHOOL, _("学校")), (Kind.CAMPUS, _("校区、教学点")), (Kind.COUNTY, _("区县（开发区）"))],
    )
    code = forms.CharField(
        label=_("代码"),
        max_length=20,
        help_text=_("学校用10位学校（机构）标识码；没有标识码的校区用“学校标识码-01”；区县用管理主体代码。"),
    )
    name = forms.CharField(label=_("名称"), max_length=200)
    name_en = forms.CharField(label=_("英文名称"), max_length=200, required=False)
    school_type = forms.ChoiceField(label=_("办学类型"), choices=_types, required=False)
    parent = forms.CharField(label=_("上级机构的代码"), max_length=20)


class Move(forms.Form):
    to = forms.CharField(label=_("新的上级机构的代码"), max_length=20, help_text=_("它下面的校区、教学点一同移动。"))
    was = forms.CharField(widget=forms.HiddenInput, max_length=20)


class Reason(forms.Form):
    reason = forms.CharField(label=_("原因"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
