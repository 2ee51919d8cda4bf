"""How often somebody may try to sign in: ten failures as one user from one address, then a pause."""

from django.http import HttpRequest

from council.limits import Limit, address_of

MOST_FAILURES = 10
PAUSE_MINUTES = 15
FAILURES = Limit("sign-in-failures", MOST_FAILURES, PAUSE_MINUTES)


def is_paused(request: HttpRequest, username: str) -> bool:
    """Whether this user may not be tried from this address for now."""
    return FAILURES.is_reached(_tried(request, username))


def count_failure(request: HttpRequest, username: str) -> None:
    """Count one failure; the pause runs from the last one that counted."""
    FAILURES.count(_tried(request, username))


def forget_failures(request: HttpRequest, username: str) -> None:
    """Start anew after somebody signed in."""
    FAILURES.forget(_tried(request, username))


def _tried(request: HttpRequest, username: str) -> str:
    return f"{username.strip().casefold()} {address_of(request)}"
