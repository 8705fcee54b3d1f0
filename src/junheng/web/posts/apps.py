"""The application as Django knows it."""

from django.apps import AppConfig


class PostsConfig(AppConfig):
    name = "junheng.web.posts"
    label = "posts"
