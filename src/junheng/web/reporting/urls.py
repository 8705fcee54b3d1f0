"""Addresses of this part."""

from django.urls import path

from junheng.web.reporting.views import board, importing, preview, rounds, submission, typing, upload, versions
from junheng.web.reporting.views.desk import desk

urlpatterns = [
    path("desk/", desk, name="desk"),
    path("desk/rounds/", rounds.rounds, name="rounds"),
    path("desk/rounds/new/", rounds.round_new, name="round-new"),
    path("desk/rounds/<int:round_id>/", rounds.round_page, name="round"),
    path("desk/rounds/<int:round_id>/change/", rounds.round_change, name="round-change"),
    path("desk/rounds/<int:round_id>/board/", board.board, name="board"),
    path("desk/rounds/<int:round_id>/board.<str:suffix>", board.board_file, name="board-file"),
    path("desk/rounds/<int:round_id>/remind/", board.board_remind, name="board-remind"),
    path("desk/rounds/<int:round_id>/import/", importing.import_page, name="import"),
    path("desk/rounds/<int:round_id>/import/<int:job_id>/", importing.import_result, name="import-result"),
    path("desk/submission/<int:submission_id>/", submission.submission, name="submission"),
    path("desk/submission/<int:submission_id>/submit/", submission.submission_submit, name="submission-submit"),
    path("desk/submission/<int:submission_id>/withdraw/", submission.submission_withdraw, name="submission-withdraw"),
    path("desk/submission/<int:submission_id>/upload/", upload.upload, name="upload"),
    path("desk/submission/<int:submission_id>/template/<str:filling>.xlsx", upload.template, name="template"),
    path("desk/submission/<int:submission_id>/preview/<str:token>/", preview.preview_page, name="preview"),
    path(
        "desk/submission/<int:submission_id>/preview/<str:token>/marked-<int:number>.xlsx",
        preview.preview_marked,
        name="preview-marked",
    ),
    path("desk/submission/<int:submission_id>/type/preview/", typing.typing_preview, name="typing-preview"),
    path("desk/submission/<int:submission_id>/type/discard/", typing.typing_discard, name="typing-discard"),
    path("desk/submission/<int:submission_id>/type/<str:table>/", typing.typing, name="typing"),
    path("desk/submission/<int:submission_id>/v<int:number>/", versions.receipt, name="receipt"),
    path("desk/submission/<int:submission_id>/v<int:number>/receipt.pdf", versions.receipt_pdf, name="receipt-pdf"),
    path("desk/submission/<int:submission_id>/v<int:number>/file-<int:at>/", versions.original, name="original"),
    path("desk/submission/<int:submission_id>/v<int:number>/marked-<int:at>.xlsx", versions.marked, name="marked"),
]
