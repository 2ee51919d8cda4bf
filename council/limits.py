"""How often something may be tried from one place: counted in the cache, under a hash, and forgotten after a while."""

from dataclasses import dataclass
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True)
class Limit:
    """So many times, then a pause of so many minutes that runs from the last time that counted."""

    name: str
    most: int
    minutes: int

    def is_reached(self, whose: str) -> bool:
        """Whether it has to wait now."""
        return cache.get(self._key(whose), 0) >= self.most

    def count(self, whose: str) -> None:
        """Count one time."""
        key, seconds = self._key(whose), self.minutes * 60
        if not cache.add(key, 1, seconds):
            cache.incr(key)
            cache.touch(key, seconds)

    def forget(self, whose: str) -> None:
        """Start anew."""
        cache.delete(self._key(whose))

    def _key(self, whose: str) -> str:
        return f"{self.name}-{sha256(whose.encode()).hexdigest()}"


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: behind a proxy, the address that the proxy itself saw."""
    if settings.SECURE_PROXY_SSL_HEADER:
        seen = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
        return seen or request.META.get("REMOTE_ADDR", "")
    return request.META.get("REMOTE_ADDR", "")
