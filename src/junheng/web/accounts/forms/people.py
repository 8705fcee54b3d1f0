"""The forms of the people's pages."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from junheng.web.accounts.models import Extent
from junheng.web.accounts.roles import roles


class NewPerson(forms.Form):
    username = forms.CharField(
        label=_("用户名"),
        max_length=60,
        help_text=_("3至60个小写字母、数字、点、横线；审计日志里看到的就是它，请不要用身份证号或手机号。"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    name = forms.CharField(label=_("姓名"), max_length=100, help_text=_("加密保存。"))
    phone = forms.CharField(label=_("电话"), max_length=30, required=False, help_text=_("加密保存，可按完整号码查找。"))


class Identity(forms.Form):
    subject = forms.CharField(
        label=_("统一身份认证标识（sub）"),
        max_length=191,
        required=False,
        help_text=_("此人登录失败时页面上显示的标识；清空即取消关联。"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


def _roles() -> list[tuple[str, str]]:
    english = (get_language() or "").startswith("en")
    return [(one.id, one.title.en if english else one.title.zh) for one in roles().values()]


class Grant(forms.Form):
    role = forms.ChoiceField(label=_("角色"), choices=_roles)
    organisation = forms.CharField(label=_("机构代码"), max_length=20, help_text=_("担任这个角色的机构。"))
    extent = forms.ChoiceField(
        label=_("数据范围"),
        choices=[
            ("", _("按角色默认")),
            (Extent.OWN, _("本级")),
            (Extent.BELOW, _("本级及下级")),
            (Extent.CUSTOM, _("自定义")),
            (Extent.ALL, _("全部")),
        ],
        required=False,
    )
    custom = forms.CharField(
        label=_("自定义范围的机构代码"),
        required=False,
        help_text=_("用空格或逗号隔开，含各机构的下级；只在“自定义”时填写。"),
    )
    until = forms.DateField(
        label=_("截止日期"), required=False, widget=forms.DateInput(attrs={"type": "date"}), help_text=_("不填为长期。")
    )

    def clean_custom(self) -> list[str]:
        given: str = self.cleaned_data["custom"]
        for sign in "，,、;；":
            given = given.replace(sign, " ")
        return given.split()

    def wanted(self) -> dict[str, Any]:
        return dict(self.cleaned_data)
