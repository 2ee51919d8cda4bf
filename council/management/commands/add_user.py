"""``add_user``: somebody who can sign in, and what they may do."""

from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from council.directory import body_at, find_body
from council.domain.setting_up import create_post, grant_role, hold_post, register_person
from council.enums import Role
from council.models import Body, User


class Command(BaseCommand):
    """Add a user with the person they are and a role; the password is asked for, never given on the command line."""

    help = "Add somebody who can sign in: a manager, an officer of a committee, an administrator, or a post's holder."

    def add_arguments(self, parser) -> None:
        """The sign-in name, who it is, and what they may do."""
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="as papers print it")
        parser.add_argument("--email", default="", help="where reminders go")
        parser.add_argument("--role", choices=Role.values, help="what they may do")
        parser.add_argument("--committee", help="an officer's committee: its name or slug")
        parser.add_argument("--post", help="the post they hold")

    @transaction.atomic
    def handle(self, *args, **options) -> None:
        """Add the user, or say what is missing and change nothing."""
        if User.objects.filter(username=options["username"]).exists():
            raise CommandError(f"There is a user called {options['username']} already.", returncode=2)
        if options["role"] == Role.OFFICER and not options["committee"]:
            raise CommandError("Say which committee: --committee NAME.", returncode=2)
        person = register_person(name=options["name"], email=options["email"])
        if hasattr(person, "user"):
            raise CommandError(f"{person} signs in as {person.user.username} already.", returncode=2)
        user = User.objects.create_user(options["username"], password=self._password(), person=person)
        if options["role"]:
            grant_role(user=user, role=options["role"], body=self._committee(options["committee"]))
        if options["post"]:
            hold_post(person=person, post=create_post(title=options["post"]))
        self.stdout.write(f"{user.username} can sign in as {person}.")

    def _committee(self, named: str | None) -> Body | None:
        if not named:
            return None
        body = body_at(named) or find_body(named)
        if body is None:
            raise CommandError(f"There is no committee called {named}.", returncode=2)
        return body

    def _password(self) -> str:
        password = getpass("Password: ")
        try:
            validate_password(password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), returncode=2) from error
        return password
