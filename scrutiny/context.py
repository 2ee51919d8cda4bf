"""What every page is surrounded by."""

from django.http import HttpRequest
from django.urls import reverse

from council.profile import profile
from council.rules import has_standing, is_officer
from intake.rules import may_give_papers
from reminders.rules import mail_goes_to_files, may_see_reminders
from workprogramme.rules import writes_reports

FOR_THE_RECORD = {
    "committees": "Committees",
    "actions": "Actions",
    "recommendations": "Recommendations",
    "forward_plan": "Forward plan",
    "requests": "Requests",
}
FOR_AUTHORS = {"my_reports": "My reports"}
WHERE_MAIL_GOES_TO_FILES = {"mail_files": "Mail"}


def surroundings(request: HttpRequest) -> dict:
    """The council's name, the demonstration banner, and the ways to what the user may see."""
    council = profile()
    return {
        "council": council,
        "demonstration": {"held_on": council.held_on},
        "navigation": [_way(request, name, text) for name, text in _ways(request).items()],
        "frame": "partials/dialog.html" if getattr(request, "htmx", False) else "base.html",
    }


def _ways(request: HttpRequest) -> dict[str, str]:
    # A page can be drawn before anybody was asked who they are, when a request fails early.
    user = getattr(request, "user", None)
    if user is None or not has_standing(user):
        return {}
    ways = {"home": "My work"} | (FOR_AUTHORS if writes_reports(user) else {}) | FOR_THE_RECORD
    if may_give_papers(user):
        ways |= {"intake": "Papers"}
    if is_officer(user):
        ways |= {"reports": "Print"}
    if may_see_reminders(user):
        ways |= {"reminders": "Reminders"} | (WHERE_MAIL_GOES_TO_FILES if mail_goes_to_files() else {})
    return ways


def _way(request: HttpRequest, name: str, text: str) -> dict:
    href = reverse(name)
    active = request.path == href if name == "home" else request.path.startswith(href)
    return {"text": text, "href": href, "active": active}
