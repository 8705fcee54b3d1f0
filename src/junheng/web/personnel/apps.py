"""The application as Django knows it."""

from django.apps import AppConfig


class PersonnelConfig(AppConfig):
    name = "junheng.web.personnel"
    label = "personnel"
