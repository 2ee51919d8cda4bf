"""How the service is put together: settings, urls, celery, beat timetable, checks; pages/ for what spans rooms."""

from scrutiny.celery import app as celery_app

__all__ = ["celery_app"]
