"""The addresses of the intake room."""

from django.urls import path

from intake.views import decisions, edits, files, merges, papers, progress, reading, recording, review, sync

urlpatterns = [
    path("intake/", papers.papers, name="intake"),
    path("intake/new/", papers.paper_new, name="intake_new"),
    path("intake/moderngov/", sync.runs, name="sync_runs"),
    path("intake/moderngov/<int:pk>/", sync.run, name="sync_run"),
    path("intake/<int:pk>/", reading.reading, name="intake_reading"),
    path("intake/<int:pk>/progress/", progress.paper_progress, name="intake_progress"),
    path("intake/<int:pk>/again/", papers.paper_again, name="intake_again"),
    path("intake/<int:pk>/forget/", papers.paper_forget, name="intake_forget"),
    path("intake/<int:pk>/file/", files.paper_file, name="intake_file"),
    path("intake/<int:pk>/text/", review.review_text, name="review_text"),
    path("intake/<int:pk>/news/", review.review_news, name="review_news"),
    path("intake/<int:pk>/keys/", review.review_keys, name="review_keys"),
    path("intake/<int:pk>/committee/", decisions.review_committee, name="review_committee"),
    path("intake/<int:pk>/certain/", decisions.review_certain, name="review_certain"),
    path("intake/<int:pk>/undo/", decisions.review_undo, name="review_undo"),
    path("intake/<int:pk>/record/", recording.review_record, name="review_record"),
    path("intake/<int:pk>/recorded/", recording.review_recorded, name="review_recorded"),
    path("intake/<int:pk>/<int:number>/", edits.review_card, name="review_card"),
    path("intake/<int:pk>/<int:number>/decide/", decisions.review_decide, name="review_decide"),
    path("intake/<int:pk>/<int:number>/edit/", edits.review_edit, name="review_edit"),
    path("intake/<int:pk>/<int:number>/merge/", merges.review_merge, name="review_merge"),
]
