"""One mail that was made: its words, its reminders, its fate, and sending it again."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from council.refusal import Refusal
from govuk.words import long_date
from reminders.domain.send_again import send_again
from reminders.models import Mail
from reminders.rules import can_go_again, visible_mails
from reminders.views.rows import fate, reminder_row


@login_required
@require_safe
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """What was sent to somebody, and what became of it."""
    found = get_object_or_404(visible_mails(request.user).select_related("recipient", "asked_by__person"), pk=pk)
    context = {
        "mail": found,
        "facts": _facts(found),
        "columns": ["About", "Why", "What became of it"],
        "reminders": [reminder_row(one) for one in found.reminders.order_by("pk")],
        "can_go_again": can_go_again(found),
    }
    return render(request, "reminders/mail.html", context)


@login_required
@require_POST
def mail_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a mail sent again."""
    found = get_object_or_404(visible_mails(request.user), pk=pk)
    try:
        again = send_again(mail=found, by=request.user)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("reminder_mail", pk=pk)
    messages.success(request, "It goes again with the next sweep.")
    return redirect("reminder_mail", pk=again.pk)


def _facts(found: Mail) -> list[dict]:
    facts = [
        {"key": "To", "value": f"{found.recipient} <{found.address}>"},
        {"key": "For the day", "value": long_date(found.on)},
        {"key": "What became of it", "value": fate(found)},
        {"key": "Attempts", "value": str(found.attempts)},
        {"key": "Message-ID", "value": found.message_id},
    ]
    if found.asked_by:
        facts.append({"key": "Sent again by", "value": str(found.asked_by)})
    return facts
