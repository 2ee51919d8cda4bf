"""Plain rows for the tests of reminders: each maker takes what the test is about and fills in the rest."""

from datetime import date
from itertools import count

from actions.enums import ActionState
from actions.models import Action, ImplementationUpdate, Recommendation, WrittenAnswer
from committees.enums import SeatRole
from committees.models import Meeting, Publication, Seat
from council.enums import BodyKind, Role
from council.models import Body, Holding, MunicipalYear, Person, Post, RoleGrant, User
from workprogramme.enums import ItemState
from workprogramme.models import Item, ItemAuthor, Programme, ReportStage

_numbers = count(1)


def person(name: str, email: str | None = None) -> Person:
    """Somebody with an address of their own; an empty address is kept."""
    address = f"{name.split()[0].lower()}@council.example" if email is None else email
    return Person.objects.create(name=name, email=address)


def user(name: str, email: str | None = None) -> User:
    """Somebody who signs in."""
    return User.objects.create_user(username=name.split()[0].lower(), person=person(name, email))


def committee(name: str = "Children's Services", officer: str = "Olive Officer") -> Body:
    """A committee with one officer; none where the name is empty."""
    number = next(_numbers)
    body = Body.objects.create(name=f"{name} {number}", short_name=name, slug=f"body-{number}", kind=BodyKind.SCRUTINY)
    if officer:
        RoleGrant.objects.create(user=user(officer), role=Role.OFFICER, body=body)
    return body


def manager(name: str) -> User:
    """A scrutiny manager."""
    found = user(name)
    RoleGrant.objects.create(user=found, role=Role.MANAGER)
    return found


def chair(body: Body, name: str) -> Person:
    """Somebody who chairs a committee."""
    found = person(name)
    Seat.objects.create(body=body, person=found, role=SeatRole.CHAIR)
    return found


def post(title: str, holder: Person | None = None, **more) -> Post:
    """A post and who holds it."""
    found = Post.objects.create(title=title, **more)
    if holder:
        Holding.objects.create(post=found, person=holder)
    return found


def year() -> MunicipalYear:
    """2023/24."""
    dates = {"starts_on": date(2023, 5, 18), "ends_on": date(2024, 5, 15)}
    return MunicipalYear.objects.get_or_create(label="2023/24", defaults=dates)[0]


def meeting(body: Body, on: date, **more) -> Meeting:
    """A formal meeting."""
    return Meeting.objects.create(body=body, on=on, year=year(), **more)


def item(on: Meeting, title: str, authors: tuple[Person, ...] = (), **more) -> Item:
    """An item scheduled on a meeting."""
    programme, _ = Programme.objects.get_or_create(body=on.body, year=on.year)
    values = {"state": ItemState.SCHEDULED, "meeting": on, **more}
    found = Item.objects.create(programme=programme, title=title, **values)
    for author in authors:
        ItemAuthor.objects.create(item=found, person=author)
    return found


def stage(of: Item, due_on: date, stage: str = "draft", **more) -> ReportStage:
    """A report stage of an item."""
    return ReportStage.objects.create(item=of, stage=stage, due_on=due_on, first_due_on=due_on, **more)


def publication(of: Meeting, due_on: date, **more) -> Publication:
    """The duty to publish a meeting's agenda."""
    return Publication.objects.create(meeting=of, due_on=due_on, first_due_on=due_on, **more)


def action(body: Body, task: str, due_on: date | None = None, **more) -> Action:
    """An open action."""
    values = {"state": ActionState.OPEN, "asked_on": date(2023, 6, 6), "first_due_on": due_on, **more}
    return Action.objects.create(body=body, task=task, due_on=due_on, **values)


def update(of: Recommendation, due_on: date, number: int = 1, **more) -> ImplementationUpdate:
    """An implementation update owed on a recommendation."""
    return ImplementationUpdate.objects.create(
        recommendation=of, number=number, due_on=due_on, first_due_on=due_on, **more
    )


def written_answer(at: Meeting, due_on: date, question: str = "How many?", **more) -> WrittenAnswer:
    """A question asked at a meeting, to be answered in writing."""
    values = {"body": at.body, "asked_on": at.on, "first_due_on": due_on, **more}
    return WrittenAnswer.objects.create(meeting=at, question=question, due_on=due_on, **values)


def recommendation(body: Body, text: str, lead: Post | None = None, **more) -> Recommendation:
    """A recommendation with its lead post."""
    return Recommendation.objects.create(body=body, text=text, lead_post=lead, made_on=date(2023, 9, 26), **more)
