"""The one address that is asked, and which others count as the same."""

from __future__ import annotations

import httpx

from intake.moderngov.refusals import BadAddress

SERVICE = "mgWebService.asmx"
_PORTS = {"http": 80, "https": 443}


def service_url(base: str) -> httpx.URL:
    """The address of the web service under the address of a ModernGov site, with or without the service's own name.

    Raises BadAddress for anything but a plain http or https address of a host.
    """
    try:
        url = httpx.URL(base.strip())
    except httpx.InvalidURL:
        raise BadAddress("The address of ModernGov in the settings is no address.") from None
    if url.scheme not in _PORTS or not url.host:
        raise BadAddress(
            "The address of ModernGov in the settings must begin with https:// or http:// and name a host."
        )
    if url.userinfo or url.query or url.fragment:
        raise BadAddress("The address of ModernGov in the settings must hold no user name, question mark or #.")
    path = url.path.rstrip("/")
    if path.lower().endswith(f"/{SERVICE.lower()}"):
        path = path[: -len(SERVICE) - 1]
    return url.copy_with(path=f"{path}/{SERVICE}")


def is_ours(url: httpx.URL, ours: httpx.URL) -> bool:
    """Whether an address is on the host that was configured: the same port, or from http up to https, never down."""
    if url.host != ours.host or url.scheme not in _PORTS or url.userinfo:
        return False
    if url.scheme == ours.scheme:
        return _port(url) == _port(ours)
    return (ours.scheme, url.scheme) == ("http", "https") and (_port(ours), _port(url)) == (80, 443)


def _port(url: httpx.URL) -> int:
    return url.port or _PORTS[url.scheme]
