"""The pages of the public room. They see ``public.visible`` and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from council.calendar import today
from public.visible import next_meetings


def front_page(request: HttpRequest) -> HttpResponse:
    """The next formal meetings and what is on them, for anybody."""
    return render(request, "public/front_page.html", {"meetings": next_meetings(on=today()), "today": today()})
