"""Addresses of this part."""

from django.urls import URLPattern, path, re_path

from junheng.web.audit.views.events import event_list, export_events, verify_events

urlpatterns: list[URLPattern] = [
    path("desk/audit/", event_list, name="audit"),
    re_path(r"^desk/audit/export\.(?P<what>csv|jsonl)$", export_events, name="audit-export"),
    path("desk/audit/verify/", verify_events, name="audit-verify"),
]
