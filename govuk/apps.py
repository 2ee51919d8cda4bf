"""The app that holds the look of the pages; it owns no tables."""

from django.apps import AppConfig


class GovukConfig(AppConfig):
    """The look of the pages."""

    name = "govuk"
    verbose_name = "Look of the pages"
