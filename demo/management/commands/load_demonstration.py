"""``load_demonstration``: the demonstration year, into an empty database."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from council.models import Body, Council
from demo.build import build_year, hold_the_date, keep_edition
from demo.facts import HELD_ON
from demo.people import PASSWORD, SIGN_INS, give_duties, let_people_in


class Command(BaseCommand):
    """Put the demonstration year on record, with the date held; where it stands already, only say who can sign in."""

    help = "Load the demonstration year into an empty database and print who can sign in."

    def add_arguments(self, parser) -> None:
        """Whether a database that is in use already is a fault."""
        parser.add_argument("--if-empty", action="store_true", help="leave a council's records alone, and do not mind")

    def handle(self, *args, **options) -> None:
        """Load what is missing. A database with records of a real council is never touched."""
        if Council.load().held_on:
            self.stdout.write("The demonstration year is on record.")
        elif Body.objects.exists() and options["if_empty"]:
            self.stdout.write("This database holds a council's records, so the demonstration was left out.")
            return
        elif Body.objects.exists():
            raise CommandError("This database holds a council's records. The demonstration needs an empty one.")
        else:
            self._load()
        self._say_who_can_sign_in()

    @transaction.atomic
    def _load(self) -> None:
        hold_the_date()
        officer = let_people_in()
        build_year(by=officer)
        give_duties()
        keep_edition(by=officer)
        self.stdout.write(f"The demonstration year is loaded, its date held at {HELD_ON.day} {HELD_ON:%B %Y}.")

    def _say_who_can_sign_in(self) -> None:
        self.stdout.write(f"Sign in with any of these names and the password {PASSWORD}")
        for username, name, shows in SIGN_INS:
            self.stdout.write(f"  {username:<9} {name}: {shows}")
