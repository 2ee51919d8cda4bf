"""Plain addresses of static files: the tests of the look need no collectstatic."""

import pytest


@pytest.fixture(autouse=True)
def plain_static_addresses(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
