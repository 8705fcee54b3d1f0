"""The application as Django knows it."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "junheng.web.evidence"
    label = "evidence"
