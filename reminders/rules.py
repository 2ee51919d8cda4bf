"""Who may see and do what with reminders, and when mail may go."""

from datetime import datetime

from django.conf import settings

from council.models import User
from council.rules import is_officer
from deadlines.calendar import Calendar
from reminders.enums import WENT, MailState
from reminders.models import Mail
from reminders.timetable import Timetable

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


def may_see_reminders(user: User) -> bool:
    """Officers see what goes out and what went."""
    return is_officer(user)


def may_send_again(user: User) -> bool:
    """Officers may have a mail sent again."""
    return is_officer(user)


def can_go_again(mail: Mail) -> bool:
    """A mail that went, or that could not be delivered; not one that is still on its way, and once only."""
    return mail.state in (*WENT, MailState.FAILED) and not mail.sent_again_as.all()


def mail_goes_to_files() -> bool:
    """Whether mails are written to files, for the page of mails to show, instead of being sent."""
    return settings.EMAIL_BACKEND == FILE_BACKEND


def why_not_now(now: datetime, calendar: Calendar, timetable: Timetable, *, any_hour: bool = False) -> str:
    """Why no mail goes at this moment in London, in words; nothing where it may. Never on a day off."""
    day_off = calendar.why_not(now.date())
    if day_off:
        return f"Nothing goes on a day off ({day_off})."
    if not any_hour and not timetable.from_hour <= now.hour < timetable.until_hour:
        return f"Mail goes between {timetable.from_hour:02}:00 and {timetable.until_hour:02}:00."
    return ""
