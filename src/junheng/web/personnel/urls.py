"""Addresses of this part: the rounds of rotation on the desk, and the published counts for everybody."""

from django.urls import URLPattern, path

from junheng.web.personnel.views import editor

urlpatterns: list[URLPattern] = [
    path("desk/rotation/drafts/<int:draft_id>/edit/", editor.editor, name="rotation-draft-edit"),
]
