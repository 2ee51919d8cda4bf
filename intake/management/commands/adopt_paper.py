"""``adopt_paper``: put what a paper says on record."""

import hashlib
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime

from council.models import User
from council.refusal import Refusal
from intake.domain.adopt import Adopted, adopt_paper
from papers.reading.document import read
from papers.reading.errors import NotAPaper
from papers.reading.files import text_of_file


class Command(BaseCommand):
    """Read a council paper and put everything it says on record in one transaction; twice changes nothing."""

    help = "Read a council paper and put what it says on record. Run twice, it changes nothing the second time."

    def add_arguments(self, parser) -> None:
        """FILE and who adopts it."""
        parser.add_argument("file", type=Path, help="the paper: .docx, .pdf, .html, .md, .csv or .txt")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="who adopts it")
        parser.add_argument("--kind", default="auto", help="what to read it as")

    def handle(self, *args, **options) -> None:
        """Adopt the paper and say what was put on record."""
        by = self._user(options["by"])
        try:
            text = text_of_file(options["file"])
            sha256 = hashlib.sha256(options["file"].read_bytes()).hexdigest()
            reading = read(text, kind=options["kind"])
            adopted = adopt_paper(reading, name=options["file"].name, sha256=sha256, by=by, text=text)
        except (NotAPaper, Refusal, OSError) as error:
            raise CommandError(f"Nothing was changed. {error}", returncode=2) from error
        self.stdout.write(_say(adopted))
        for warning in adopted.paper.warnings.all():
            self.stdout.write(f"  look at line {warning.line}: {warning.text}")

    def _user(self, username: str) -> User:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"Nothing was changed. There is no user called {username}.", returncode=2)
        return user


def _say(adopted: Adopted) -> str:
    if adopted.before:
        when = localtime(adopted.paper.kept_at)
        return f"{adopted.paper.name} is already on record since {when.day} {when:%B %Y}. Nothing was changed."
    counts = ", ".join(f"{count} {what}" for what, count in adopted.new.items() if count)
    return f"{adopted.paper.name} is on record: {counts or 'nothing that was not there already'}."
