"""The addresses of the intake room."""

from django.urls import path

from intake.views import files, papers, progress, reading

urlpatterns = [
    path("intake/", papers.papers, name="intake"),
    path("intake/new/", papers.paper_new, name="intake_new"),
    path("intake/<int:pk>/", reading.reading, name="intake_reading"),
    path("intake/<int:pk>/progress/", progress.paper_progress, name="intake_progress"),
    path("intake/<int:pk>/again/", papers.paper_again, name="intake_again"),
    path("intake/<int:pk>/forget/", papers.paper_forget, name="intake_forget"),
    path("intake/<int:pk>/file/", files.paper_file, name="intake_file"),
]
