"""``manage.py sweep``: one real pass by hand."""

from django.core.management.base import BaseCommand

from reminders.domain.sweep import sweep


class Command(BaseCommand):
    """Find what is owed, write it down, make mails of it and send them, once."""

    help = "Send the reminders that are owed now, as the worker does every quarter of an hour."

    def add_arguments(self, parser) -> None:
        """``--now``: whatever the hour."""
        parser.add_argument(
            "--now", action="store_true", help="outside sending hours too; never on a weekend or bank holiday"
        )

    def handle(self, *args, **options) -> None:
        """Sweep, and say what came of it."""
        self.stdout.write(f"sweep: {sweep(any_hour=options['now'])}")
