"""Small plain makers of records for tests. Each takes what the test is about and fills in the rest by the verbs."""

from datetime import date
from itertools import count

from actions.domain.actions import ask
from actions.domain.recommendations import make_recommendation
from actions.models import Recommendation
from committees.domain.meetings import arrange_meeting
from committees.domain.minutes import record_clause, record_minute
from committees.domain.seats import take_seat
from committees.models import Clause, Meeting
from council.domain.setting_up import create_post, establish_body, grant_role, hold_post, register_person
from council.enums import BodyKind, Role
from council.models import Body, Person, Post, User
from intake.domain.receive import receive_paper
from intake.models import Reading
from workprogramme.domain.items import accept_item, open_programme, schedule_item, suggest_item
from workprogramme.domain.pre_scrutiny import enter_decision
from workprogramme.models import ForwardEntry, Item

_numbers = count(1)


def make_person(name: str = "", **more) -> Person:
    """A person with an address of their own."""
    number = next(_numbers)
    name = name or f"Person {number}"
    return register_person(name=name, **{"email": f"person.{number}@council.example", **more})


def make_user(name: str = "", *, person: Person | None = None) -> User:
    """A user who signs in as a person."""
    person = person or make_person(name)
    return User.objects.create_user(username=f"user{next(_numbers)}", password="a long pass phrase", person=person)


def make_body(name: str = "", kind: str = BodyKind.SCRUTINY, **more) -> Body:
    """A committee."""
    return establish_body(name=name or f"Committee {next(_numbers)}", kind=kind, **more)


def make_officer(body: Body, name: str = "") -> User:
    """A committee officer of a body."""
    user = make_user(name)
    grant_role(user=user, role=Role.OFFICER, body=body)
    return user


def make_manager(name: str = "") -> User:
    """A scrutiny manager."""
    user = make_user(name)
    grant_role(user=user, role=Role.MANAGER)
    return user


def make_member(body: Body, name: str = "", role: str = "member") -> User:
    """A member of a body."""
    user = make_user(name)
    take_seat(body=body, person=user.person, role=role, by=user)
    return user


def make_post(title: str = "", holder: Person | None = None, **more) -> Post:
    """A post, held by somebody where a holder is given."""
    post = create_post(title=title or f"Director {next(_numbers)}", **more)
    if holder:
        hold_post(person=holder, post=post)
    return post


def make_meeting(body: Body, on: date, *, by: User, **more) -> Meeting:
    """A formal meeting of a body."""
    return arrange_meeting(body=body, on=on, by=by, **more)


def make_item(meeting: Meeting, title: str = "", *, by: User, authors: tuple[Person, ...] = (), **more) -> Item:
    """An item scheduled on a meeting, with its report stages."""
    programme = open_programme(body=meeting.body, year=meeting.year)
    item = suggest_item(programme=programme, title=title or f"Report {next(_numbers)}", by=by, authors=authors, **more)
    return schedule_item(accept_item(item, by=by), meeting=meeting, by=by)


def make_clause(meeting: Meeting, text: str = "that a report be brought back", path: str = "", **more) -> Clause:
    """A clause of a resolution of a meeting."""
    number = str(next(_numbers))
    minute = record_minute(meeting=meeting, number=number, title=f"Minute {number}")
    return record_clause(minute=minute, path=path or f"{number}/1", text=text, **more)


def make_action(meeting: Meeting, task: str = "", *, by: User, owner=None, **more):
    """An open action asked for by a clause of a meeting."""
    clause = more.pop("clause", None) or make_clause(meeting)
    return ask(clause=clause, task=task or f"Task {next(_numbers)}", owner=owner, by=by, **more)


def make_suggestion(body: Body, year, title: str = "", *, by: User, **more) -> Item:
    """An item suggested for a body's programme, on no meeting."""
    programme = open_programme(body=body, year=year)
    return suggest_item(programme=programme, title=title or f"Report {next(_numbers)}", by=by, **more)


def make_entry(decision_on: date | None, title: str = "", *, by: User, **more) -> ForwardEntry:
    """A decision of the forward plan, for Cabinet to take on a day."""
    cabinet = make_body("Cabinet", kind=BodyKind.CABINET)
    title = title or f"Decision {next(_numbers)}"
    return enter_decision(
        title=title, decision_maker=cabinet, decision_on=decision_on, published_on=date(2023, 9, 1), by=by, **more
    )


def make_recommended(body: Body, made_on: date, text: str = "", *, by: User, **more) -> Recommendation:
    """A recommendation a committee made on a day."""
    return make_recommendation(
        body=body, text=text or f"Recommendation {next(_numbers)}", made_on=made_on, by=by, **more
    )


MINUTES = """HARBOURS SCRUTINY COMMITTEE

MINUTES OF THE MEETING HELD ON TUESDAY 5 SEPTEMBER 2023

PRESENT: Councillor Ann Lee (in the Chair)

1. APOLOGIES FOR ABSENCE

There were none.

2. DREDGING

RESOLVED:

That the Director of Ports be requested to report on dredging in November 2023.
"""


def make_reading(*, by: User, text: str = "", **more) -> Reading:
    """A paper waiting to be read; minutes of a committee unless a text is given."""
    number = next(_numbers)
    content = (text or f"{MINUTES}\n{number}").encode()
    return receive_paper(content=content, by=by, **{"name": f"minutes {number}.txt", **more}).reading
