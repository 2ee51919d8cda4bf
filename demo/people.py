"""Who can sign in to the demonstration, and as whom. The password is for the demonstration alone."""

from django.db import transaction

from council.directory import find_body, find_post
from council.domain.setting_up import grant_role, hold_post, register_person
from council.models import User
from demo import facts

PASSWORD = "demonstration-2023"

# username, who they are, what they show
SIGN_INS = (
    ("manager", "Scrutiny manager (demonstration)", "every committee, reminders and mail"),
    ("officer", "Debbie Campbell", "committee officer: schedules, moves, chases and closes"),
    ("author", "Joe Banham", "report author: deadlines and what was asked"),
    ("director", "Post holder (demonstration)", "holds the post that owes most of what was asked"),
    ("member", "Hardman", "chair of the committee: what became of what was asked"),
)


@transaction.atomic
def let_people_in() -> User:
    """Make the sign-ins of the demonstration; returns the officer, in whose name the year is put on record."""
    users = {name: _user(name, person) for name, person, _ in SIGN_INS}
    grant_role(user=users["manager"], role="manager")
    return users["officer"]


def _user(username: str, name: str) -> User:
    address = f"{name.lower().replace(' (demonstration)', '').replace(' ', '.')}@sefton.example"
    title = "Councillor" if username == "member" else ""
    user, _ = User.objects.get_or_create(
        username=username, defaults={"person": register_person(name=name, email=address, title=title)}
    )
    user.set_password(PASSWORD)
    user.save()
    return user


@transaction.atomic
def give_duties() -> None:
    """Roles and posts, once the committee and its posts are on record."""
    committee = find_body(facts.COMMITTEE)
    by_username = {user.username: user for user in User.objects.filter(username__in=[name for name, *_ in SIGN_INS])}
    grant_role(user=by_username["officer"], role="officer", body=committee)
    held = (
        (by_username["officer"].person, facts.DSM),
        (by_username["director"].person, facts.ED),
        (register_person(name="Laura Bootland", email="laura.bootland@sefton.example"),
         "Senior Democratic Services Officer"),
        (register_person(name="Margaret Jones", email="margaret.jones@sefton.example"), facts.DPH),
    )  # fmt: skip
    for person, title in held:
        hold_post(person=person, post=find_post(title), from_on=facts.IN_OFFICE_FROM)
