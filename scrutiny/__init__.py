"""How the service is put together: settings, urls, celery, beat timetable, checks; pages/ for what spans rooms."""
