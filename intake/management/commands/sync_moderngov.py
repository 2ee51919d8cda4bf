"""``sync_moderngov``: take a council's meetings from its ModernGov web service into the review."""

from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from council.models import User
from council.refusal import Refusal
from intake.domain.sync import ask_for_sync, sync_waiting
from intake.moderngov.client import Client
from jobs.work import WorkState
from papers.moderngov.faults import Fault


class Command(BaseCommand):
    """Ask for every meeting of a span of days, at most one question a second; what failed is listed with the reason."""

    help = "Take meetings from a council's ModernGov web service into the review. Nothing goes on record by it."

    def add_arguments(self, parser) -> None:
        """Whose review, which service, which days and committees."""
        parser.add_argument("--by", required=True, metavar="USERNAME", help="who asks for it")
        parser.add_argument("--address", default="", help="the ModernGov site; MODERNGOV_URL where it is left out")
        parser.add_argument("--since", type=date.fromisoformat, help="first day, such as 2023-05-01; a year ago")
        parser.add_argument("--until", type=date.fromisoformat, help="last day; in a year")
        parser.add_argument(
            "--committee", action="append", default=[], metavar="NUMBER",
            help="a committee's number in the service, as often as needed; else those on record and all scrutiny ones",
        )  # fmt: skip

    def handle(self, *args, **options) -> None:
        """Run it here and say what came of it."""
        by = User.objects.filter(username=options["by"]).first()
        if by is None:
            raise CommandError(f"There is no user called {options['by']}.", returncode=2)
        wanted = {name: options[name] for name in ("since", "until", "address")}
        try:
            run = ask_for_sync(by=by, committees=tuple(options["committee"]), **wanted)
            sync_waiting(self.client)
        except (Refusal, Fault) as error:
            raise CommandError(str(error), returncode=2) from error
        run.refresh_from_db()
        self.stdout.write(f"{run.address}, {run.since} to {run.until}: {run}")
        for failure in run.failures.all():
            self.stdout.write(f"  {failure}")
        if run.state == WorkState.FAILED or run.failures.filter(stopped=True).exists():
            raise CommandError(run.outcome or "The run ended early.", returncode=1)

    def client(self, address: str) -> Client:
        """The client that asks; tests give it a clock of their own."""
        return Client(address, site_url=settings.SITE_URL)
