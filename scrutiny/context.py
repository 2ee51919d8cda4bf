"""What every page is surrounded by."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from council.profile import profile
from council.rules import has_standing, is_officer

FILE_MAIL = "django.core.mail.backends.filebased.EmailBackend"
FOR_THE_RECORD = {
    "home": "My work",
    "committees": "Committees",
    "actions": "Actions",
    "recommendations": "Recommendations",
    "forward_plan": "Forward plan",
}
FOR_OFFICERS = {"reminders": "Reminders"}
FOR_OFFICERS_WITH_FILE_MAIL = {"mail": "Mail"}


def surroundings(request: HttpRequest) -> dict:
    """The council's name, the demonstration banner, and the ways to what the user may see."""
    council = profile()
    return {
        "council": council,
        "demonstration": {"held_on": council.held_on},
        "navigation": list(filter(None, (_way(request, name, text) for name, text in _ways(request).items()))),
    }


def _ways(request: HttpRequest) -> dict[str, str]:
    # A page can be drawn before anybody was asked who they are, when a request fails early.
    user = getattr(request, "user", None)
    if user is None or not has_standing(user):
        return {}
    if not is_officer(user):
        return FOR_THE_RECORD
    return FOR_THE_RECORD | FOR_OFFICERS | (FOR_OFFICERS_WITH_FILE_MAIL if mail_goes_to_files() else {})


def mail_goes_to_files() -> bool:
    """Whether mail is written to files that an officer can look at, rather than sent."""
    return settings.EMAIL_BACKEND == FILE_MAIL


def _way(request: HttpRequest, name: str, text: str) -> dict | None:
    try:
        href = reverse(name)
    except NoReverseMatch:
        return None
    active = request.path == href if name == "home" else request.path.startswith(href)
    return {"text": text, "href": href, "active": active}
