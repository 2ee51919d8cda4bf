"""The look on its own: addresses of its own, and static files under plain names, so that nothing is collected first."""

import pytest


@pytest.fixture(autouse=True)
def look_alone(settings):
    settings.ROOT_URLCONF = "tests.govuk.style"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
