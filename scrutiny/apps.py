"""The app that puts the service together; it owns no tables."""

from django.apps import AppConfig


class ScrutinyConfig(AppConfig):
    """The service as a whole."""

    name = "scrutiny"
    verbose_name = "Scrutiny"

    def ready(self) -> None:
        """Register the checks of a deployment."""
        from scrutiny import checks  # noqa: F401
