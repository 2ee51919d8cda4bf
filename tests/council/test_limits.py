"""How often something may be tried: so many times, then a pause."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from council.limits import Limit, address_of

LIMIT = Limit("tries", 2, 15)


@pytest.fixture(autouse=True)
def nothing_counted():
    cache.clear()


def test_limit_is_reached_after_so_many_times_for_one_and_not_for_others():
    told = []
    for _ in range(3):
        told.append(LIMIT.is_reached("here"))
        LIMIT.count("here")
    assert (told, LIMIT.is_reached("there"), Limit("others", 2, 15).is_reached("here")) == (
        [False, False, True], False, False,
    )  # fmt: skip


def test_limit_starts_anew_when_forgotten():
    LIMIT.count("here")
    LIMIT.count("here")
    LIMIT.forget("here")
    assert LIMIT.is_reached("here") is False


@pytest.mark.parametrize(
    ("header", "address"), [(None, "192.0.2.1"), (("HTTP_X_FORWARDED_PROTO", "https"), "198.51.100.7")]
)
def test_address_is_the_one_the_proxy_saw_where_there_is_one(settings, header, address):
    settings.SECURE_PROXY_SSL_HEADER = header
    seen = {"REMOTE_ADDR": "192.0.2.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.7"}
    assert address_of(RequestFactory().get("/", **seen)) == address
