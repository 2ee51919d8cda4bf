"""What would be wrong with a deployment: `manage.py check --deploy` says so before anybody relies on it."""

from pathlib import Path

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register
from django.utils import timezone

from deadlines.bank_holidays import HORIZON, warns
from deadlines.london import london_today
from deadlines.words import in_words
from papers.writing.pdf import why_not
from reminders.rules import mail_goes_to_files

NO_SENDER = "@council.example"


@register(Tags.compatibility)
def check_bank_holidays(app_configs, **kwargs) -> list[CheckMessage]:
    """The kept list of bank holidays ends within a year."""
    return _warn(
        warns(london_today(timezone.now())),
        "W001",
        f"Bank holidays are known to {in_words(HORIZON)} only.",
        "Bring the service up to date: a newer release has a newer list.",
    )


@register(Tags.security, deploy=True)
def check_date_is_not_held(app_configs, **kwargs) -> list[CheckMessage]:
    """Every deadline is wrong while the date is held."""
    return _warn(
        settings.HELD_DATE is not None and not settings.DEBUG,
        "W002",
        f"HELD_DATE holds the date at {settings.HELD_DATE}, so nothing falls due.",
        "Unset HELD_DATE. It is for demonstrations.",
    )


@register(Tags.security, deploy=True)
def check_site_url(app_configs, **kwargs) -> list[CheckMessage]:
    """Links in mails lead to the address given here."""
    return _warn(
        not settings.SITE_URL.startswith("https://"),
        "W003",
        f"SITE_URL is {settings.SITE_URL}: links in mails are not safe, or lead nowhere.",
        "Set SITE_URL to the https:// address people use.",
    )


@register(Tags.security, deploy=True)
def check_sender(app_configs, **kwargs) -> list[CheckMessage]:
    """Mail from an address that does not exist is refused or lost."""
    return _warn(
        settings.DEFAULT_FROM_EMAIL.rstrip(">").endswith(NO_SENDER),
        "W004",
        f"Mail would be sent from {settings.DEFAULT_FROM_EMAIL}, which does not exist.",
        "Set MAIL_FROM to an address of the council.",
    )


@register(Tags.security, deploy=True)
def check_mail_leaves_the_house(app_configs, **kwargs) -> list[CheckMessage]:
    """Nobody is reminded while mail goes to files."""
    return _warn(
        mail_goes_to_files(),
        "W005",
        "Mail is written to files, so nobody is reminded of anything.",
        "Set EMAIL_URL to the council's mail server, such as smtp+tls://mail.council.example:587.",
    )


@register(Tags.database, deploy=True)
def check_one_machine(app_configs, **kwargs) -> list[CheckMessage]:
    """SQLite is one file on one machine; Redis is there for several."""
    return _warn(
        bool(settings.REDIS_URL) and settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
        "W006",
        "REDIS_URL is set, but the database is a file that only one machine can use.",
        "Set DATABASE_URL to a PostgreSQL database, or leave REDIS_URL out as well.",
    )


@register(Tags.security, deploy=True)
def check_secret_is_given(app_configs, **kwargs) -> list[CheckMessage]:
    """A key beside the data is copied wherever the data is copied."""
    kept = Path(settings.DATA_DIR) / "secret_key"
    return _warn(
        kept.exists() and kept.read_text().strip() == settings.SECRET_KEY,
        "W007",
        "The signing key is the one kept beside the data, so it is in every copy of them.",
        "Set SECRET_KEY to a long random text of its own.",
    )


@register(Tags.compatibility, deploy=True)
def check_pdf_is_possible(app_configs, **kwargs) -> list[CheckMessage]:
    """Papers are printed as PDF only where Pango and a font are installed."""
    return _warn(bool(why_not()), "W008", "No paper can be made as PDF on this computer.", why_not())


def _warn(wrong: bool, number: str, said: str, hint: str) -> list[CheckMessage]:
    return [Warning(said, hint=hint, id=f"scrutiny.{number}")] if wrong else []
