"""Addresses of this part."""

from django.urls import path

from junheng.web.review.views import corrections, files, history, lists, locks, submission

urlpatterns = [
    path("desk/review/", lists.waiting, name="review-list"),
    path("desk/review/approve/", lists.approve_chosen, name="review-approve-many"),
    path("desk/review/<int:pk>/", submission.page, name="review"),
    path("desk/review/<int:pk>/decide/", submission.decide, name="review-decide"),
    path("desk/history/<int:pk>/", history.page, name="history"),
    path("desk/history/<int:pk>/<int:number>/marked/<int:at>/", files.marked, name="version-marked"),
    path("desk/lock/", locks.index, name="locks"),
    path("desk/lock/<int:year>/", locks.page, name="lock"),
    path("desk/lock/<int:year>/lock/", locks.do_lock, name="lock-do"),
    path("desk/lock/<int:year>/<int:number>/", locks.made, name="lock-made"),
    path("desk/corrections/", corrections.index, name="corrections"),
    path("desk/corrections/ask/", corrections.ask, name="correction-ask"),
    path("desk/corrections/<int:pk>/", corrections.page, name="correction"),
    path("desk/corrections/<int:pk>/decide/", corrections.decide, name="correction-decide"),
]
