"""How often somebody may try to sign in: ten failures as one user from one address, then a pause."""

from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

MOST_FAILURES = 10
PAUSE_MINUTES = 15


def is_paused(request: HttpRequest, username: str) -> bool:
    """Whether this user may not be tried from this address for now."""
    return cache.get(_key(request, username), 0) >= MOST_FAILURES


def count_failure(request: HttpRequest, username: str) -> None:
    """Count one failure; the pause runs from the last one that counted."""
    key, seconds = _key(request, username), PAUSE_MINUTES * 60
    if not cache.add(key, 1, seconds):
        cache.incr(key)
        cache.touch(key, seconds)


def forget_failures(request: HttpRequest, username: str) -> None:
    """Start anew after somebody signed in."""
    cache.delete(_key(request, username))


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: behind a proxy, the address that the proxy itself saw."""
    if settings.SECURE_PROXY_SSL_HEADER:
        seen = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
        return seen or request.META.get("REMOTE_ADDR", "")
    return request.META.get("REMOTE_ADDR", "")


def _key(request: HttpRequest, username: str) -> str:
    tried = f"{username.strip().casefold()} {address_of(request)}"
    return f"sign-in-failures-{sha256(tried.encode()).hexdigest()}"
