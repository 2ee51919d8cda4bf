"""``manage.py remind --on DATE``: what would go out on a day, to whom and why. Sends and writes nothing."""

import json

from django.core.management.base import BaseCommand, CommandError

from council.refusal import Refusal
from deadlines.lines import read_day
from deadlines.words import in_words
from reminders.domain.preview import Preview, Told, WouldGo, preview


class Command(BaseCommand):
    """Show the reminders of a day, as if every sweep from today until then had run."""

    help = "Show what would go out on a date, to whom and why. Sends nothing."

    def add_arguments(self, parser) -> None:
        """The date, and whether to print JSON."""
        parser.add_argument("--on", required=True, metavar="DATE", help="2023-10-17 or 17/10/2023")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args, **options) -> None:
        """Print the preview, or one line that says what is wrong with the date."""
        try:
            found = preview(read_day(options["on"]))
        except (Refusal, ValueError) as error:
            raise CommandError(str(error), returncode=2) from None
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(found), indent=2, ensure_ascii=False))
        else:
            self.stdout.writelines(f"{line}\n" for line in _as_text(found))


def _as_json(found: Preview) -> dict:
    return {
        "on": found.on.isoformat(),
        "mails": [_mail(mail) for mail in found.mails],
        "undeliverable": [_mail(mail) for mail in found.undeliverable],
        "nobody_to_tell": [{"subject": duty.ref, "title": duty.title} for duty in found.nobody],
        "note": found.note,
    }


def _mail(mail: WouldGo) -> dict:
    return {
        "to": str(mail.recipient),
        "urgent": mail.urgent,
        "subject": mail.subject,
        "reminders": [_reminder(told) for told in mail.reminders],
    }


def _reminder(told: Told) -> dict:
    return {
        "kind": told.kind.value,
        "step": told.step,
        "subject": told.ref,
        "title": told.line.title,
        "due_on": told.due_on.isoformat() if told.due_on else None,
        "why": told.why,
        "group": told.line.group.value,
    }


def _as_text(found: Preview) -> list[str]:
    lines = [f"Reminders on {in_words(found.on)}"]
    if found.note:
        return [*lines, found.note]
    for mail in found.mails:
        lines += ["", f"To {mail.recipient} <{mail.recipient.email}>: {mail.subject}", *_lines(mail)]
    for mail in found.undeliverable:
        lines += ["", f"No address for {mail.recipient}:", *_lines(mail)]
    lines += [f"Nobody to tell of {duty.ref}: {duty.title}" for duty in found.nobody]
    count = len(found.mails)
    return [*lines, "", f"{count} mail{'' if count == 1 else 's'} would go."]


def _lines(mail: WouldGo) -> list[str]:
    return [f"  {told.ref} {told.line.title}\n    {told.step}: {told.why}" for told in mail.reminders]
