"""Addresses of posts: counties, one county, its numbers, decisions and outlook."""

from django.urls import URLPattern, path

from junheng.web.posts.views import arrivals, county, decisions, numbers, outlook, proposing

urlpatterns: list[URLPattern] = [
    path("desk/posts/", county.counties, name="posts"),
    path("desk/posts/<str:code>/", county.county, name="posts-county"),
    path("desk/posts/<str:code>/numbers/", numbers.numbers, name="posts-numbers"),
    path("desk/posts/<str:code>/authorise/", proposing.authorise, name="posts-authorise"),
    path("desk/posts/<str:code>/propose/", proposing.allotted, name="posts-propose"),
    path("desk/posts/<str:code>/transfer/", proposing.transferred, name="posts-transfer"),
    path("desk/posts/<str:code>/outlook/", outlook.outlook, name="posts-outlook"),
    path("desk/posts/<str:code>/arrivals/", arrivals.arrivals, name="posts-arrivals"),
    path("desk/posts-decisions/<int:decision_id>/", decisions.decision, name="posts-decision"),
    path("desk/posts-decisions/<int:decision_id>/withdraw/", decisions.withdrawn, name="posts-withdraw"),
    path("desk/posts-decisions/<int:decision_id>/undo/", decisions.undone, name="posts-undo"),
    path("desk/posts-approvals/", decisions.approvals, name="posts-approvals"),
    path("desk/posts-approvals/<int:decision_id>/", decisions.approval, name="posts-approval"),
]
