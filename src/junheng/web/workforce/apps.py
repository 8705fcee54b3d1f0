"""The application as Django knows it."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "junheng.web.workforce"
    label = "workforce"
