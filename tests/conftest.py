"""What every test may use."""

from datetime import date

import pytest
from django.test import override_settings


@pytest.fixture(scope="session", autouse=True)
def quick_passwords():
    """Hash passwords with little work: tests sign many people in, and none of their passwords is worth guarding."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def quick_and_plain(settings):
    """Static files under plain names, so that nothing is collected first; passwords and a cache that cost no time."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture(scope="session")
def wake_ups_in_memory():
    """Keep wake-ups in memory, where no worker hears them, instead of in the data folder."""
    from scrutiny.celery import app

    app.conf.update(broker_url="memory://", broker_transport_options={})
    return app


@pytest.fixture
def hold_date(settings):
    """Hold the date: ``hold_date(date(2023, 9, 19))``."""

    def hold(day: date) -> date:
        settings.HELD_DATE = day
        return day

    return hold


@pytest.fixture
def held(hold_date):
    """Hold the date at 19 September 2023: the agenda for the 26th is out, and the committee meets in a week."""
    return hold_date(date(2023, 9, 19))
