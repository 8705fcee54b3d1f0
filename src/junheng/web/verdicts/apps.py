"""The application as Django knows it."""

from django.apps import AppConfig


class VerdictsConfig(AppConfig):
    name = "junheng.web.verdicts"
    label = "verdicts"
