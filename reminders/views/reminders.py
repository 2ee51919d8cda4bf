"""Reminders: the timetable, what would go out on a day, what went and its fate."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from council.access import find_only_if
from council.calendar import today
from council.models import User
from council.refusal import Refusal
from council.rules import may_change_calendar
from reminders.domain.preview import Preview, preview
from reminders.domain.sight import preview_for
from reminders.domain.sweep import last_sweep
from reminders.enums import ReminderState
from reminders.forms import PreviewForm
from reminders.rules import mail_goes_to_files, may_see_reminders, visible_mails, visible_reminders
from reminders.timetable import in_force
from reminders.views.rows import kept_back_row, mail_row, preview_rows, timetable_rows

PAGE = 25
MOST_KEPT_BACK = 50
WENT_IN_A_MAIL = (ReminderState.MAILED, ReminderState.SUPERSEDED)


@login_required
@require_safe
def reminders(request: HttpRequest) -> HttpResponse:
    """What would go out on a day, what went with its fate, what did not go and why, and the timetable."""
    find_only_if(may_see_reminders(request.user))
    asked = request.GET if any(name.startswith("on") for name in request.GET) else {"on": today().isoformat()}
    form = PreviewForm(asked)
    looked_at = _look(form, request.user)
    page = Paginator(visible_mails(request.user).select_related("recipient"), PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "preview_columns": ["To", "What and why"],
        "mail_columns": ["Subject", "To", "For the day", "What became of it"],
        "kept_back_columns": ["About", "For", "Planned on", "Why"],
        "timetable_columns": ["Kind", "Who is told", "When", "Source"],
        "preview": looked_at,
        "would_go": preview_rows(looked_at.mails) if looked_at else [],
        "undeliverable": preview_rows(looked_at.undeliverable) if looked_at else [],
        "page": page,
        "mails": [mail_row(mail) for mail in page],
        "kept_back": [kept_back_row(one) for one in _kept_back(request.user)],
        "timetable": timetable_rows(in_force()),
        "last_sweep": last_sweep(),
        "files": mail_goes_to_files(),
        "may_change_calendar": may_change_calendar(request.user),
    }
    return render(request, "reminders/reminders.html", context)


def _look(form: PreviewForm, user: User) -> Preview | None:
    if not form.is_valid():
        return None
    try:
        return preview_for(user, preview(form.cleaned_data["on"]))
    except Refusal as refusal:
        form.add_error("on", str(refusal))
        return None


def _kept_back(user: User):
    found = visible_reminders(user).exclude(state__in=WENT_IN_A_MAIL).select_related("recipient")
    return found[:MOST_KEPT_BACK]
