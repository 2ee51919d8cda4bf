"""Who may see and do what with reminders, and when mail may go."""

from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet

from council.enums import Role
from council.models import User
from council.rules import is_manager, is_officer
from deadlines.calendar import Calendar
from reminders.enums import WENT, MailState
from reminders.models import Mail, Reminder
from reminders.timetable import Timetable

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


def may_see_reminders(user: User) -> bool:
    """Officers see what goes out and what went of their committees, and the timetable; managers see all of it."""
    return is_officer(user)


def visible_mails(user: User) -> QuerySet[Mail]:
    """The mails an officer may see and send again: those that tell of a committee of theirs, and those to them."""
    if not is_officer(user):
        return Mail.objects.none()
    if is_manager(user):
        return Mail.objects.all()
    about = Mail.objects.filter(reminders__body__in=committees_run(user)).values("pk")
    return Mail.objects.filter(Q(pk__in=about) | Q(recipient=user.person_id))


def visible_reminders(user: User) -> QuerySet[Reminder]:
    """The reminders an officer may see: those about a committee of theirs, and those to them."""
    if not is_officer(user):
        return Reminder.objects.none()
    if is_manager(user):
        return Reminder.objects.all()
    return Reminder.objects.filter(Q(body__in=committees_run(user)) | Q(recipient=user.person_id))


def committees_run(user: User) -> QuerySet:
    """The numbers of the committees somebody is officer of by name."""
    return user.grants.filter(role=Role.OFFICER).values_list("body", flat=True)


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
