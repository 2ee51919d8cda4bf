"""Mails as they would have been sent, where mail goes to files."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from council.access import find_only_if
from govuk.words import short_date
from reminders.domain.mailbox import KeptMail, kept_mail, kept_mails
from reminders.domain.sight import kept_for
from reminders.rules import mail_goes_to_files, may_see_reminders

FRAMED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"


@login_required
@require_safe
def mail_files(request: HttpRequest) -> HttpResponse:
    """The latest mails, newest first."""
    _find_only_files(request)
    rows = [_row(mail) for mail in kept_for(request.user, kept_mails(Path(settings.EMAIL_FILE_PATH)))]
    return render(request, "reminders/mail_files.html", {"rows": rows, "columns": ["Subject", "To", "Sent"]})


@login_required
@require_safe
def mail_file(request: HttpRequest, stem: str, place: int) -> HttpResponse:
    """One mail: its headings, how it looks, and its plain words."""
    mail = _find(request, stem, place)
    facts = [
        {"key": "From", "value": mail.sender},
        {"key": "To", "value": mail.to},
        {"key": "Sent", "value": f"{mail.at:%-d %B %Y, %H:%M}" if mail.at else "Not said"},
    ]
    return render(request, "reminders/mail_file.html", {"mail": mail, "facts": facts})


@login_required
@require_safe
@xframe_options_sameorigin
def mail_file_html(request: HttpRequest, stem: str, place: int) -> HttpResponse:
    """The HTML part of a mail, to be shown in a frame where nothing runs and nothing is fetched."""
    return HttpResponse(_find(request, stem, place).html, headers={"Content-Security-Policy": FRAMED})


def _find_only_files(request: HttpRequest) -> None:
    find_only_if(may_see_reminders(request.user) and mail_goes_to_files())


def _find(request: HttpRequest, stem: str, place: int) -> KeptMail:
    _find_only_files(request)
    found = kept_mail(Path(settings.EMAIL_FILE_PATH), stem, place)
    if found is None or not kept_for(request.user, [found]):
        raise Http404
    return found


def _row(mail: KeptMail) -> list:
    link = format_html(
        '<a class="govuk-link" href="{}">{}</a>', reverse("mail_file", args=[mail.stem, mail.place]), mail.subject
    )
    return [link, mail.to, short_date(mail.at.date()) if mail.at else ""]
