"""A council with one of everything that has an address, and somebody in every role."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from actions.domain.actions import put_on_programme
from actions.domain.assigning import Part
from actions.domain.editions import freeze_edition
from actions.domain.recommendations import approve_by_council, make_recommendation, report_progress
from actions.domain.reorganise import merge_committees
from actions.domain.two_voices import propose_completion
from actions.domain.written_answers import ask_in_writing, give_answer
from actions.enums import View
from committees.models import PaperWarning
from council.domain.setting_up import grant_role
from council.enums import BodyKind, HolidayKind, Role
from council.models import Holiday, User
from intake.domain.sync import ask_for_sync
from intake.domain.waiting import read_at_once
from intake.enums import Sort
from reminders.enums import Kind, MailState, ReminderState, SubjectKind
from reminders.models import Mail, Reminder
from tests.factories import (
    make_action,
    make_body,
    make_clause,
    make_item,
    make_manager,
    make_meeting,
    make_member,
    make_officer,
    make_post,
    make_reading,
    make_user,
)
from workprogramme.domain.asked import accept_asked, ask_for_item, decline_asked, receive_petition
from workprogramme.domain.asking import set_asking_rules
from workprogramme.domain.calls import open_call
from workprogramme.domain.checklist import add_points, tick_point
from workprogramme.domain.comments import record_comments
from workprogramme.domain.hearings import plan_hearing
from workprogramme.domain.invitations import add_guest
from workprogramme.domain.items import accept_item, open_programme, suggest_item
from workprogramme.domain.move_requests import ask_to_move
from workprogramme.domain.notices import give_notice
from workprogramme.domain.pre_scrutiny import enter_decision, request_pre_scrutiny
from workprogramme.domain.prints import print_at_once, print_edition
from workprogramme.domain.returning import leave_out
from workprogramme.domain.series import begin_series
from workprogramme.domain.stages import meet_stage
from workprogramme.domain.topics import propose_topic, set_aside_topic

DAY = date(2023, 9, 19)
SECRET = "Offer of ninety thousand to the landlord"
NAME = "Philippa Crabtree-Stone"
"""A private person, who brought a petition."""

ROLES = ("public", "nobody", "member", "author", "holder", "officer", "stranger", "manager")
"""Not signed in; signed in without standing; sits on the committee; writes the item; holds the post that owes the
action and leads on the recommendation; officer of the committee; officer of another committee; scrutiny manager."""


@dataclass(frozen=True)
class World:
    """Who there is by role, and for each thing that has an address what its address is made of."""

    users: dict[str, User | None]
    places: dict[str, dict]


def make_world() -> World:
    """One committee with a thing of every kind in it, as of 19 September 2023. Mail goes to files."""
    body = make_body("Children's Services Committee")
    users = _users(body)
    rooms = (_committee, _reports, _asked, _decisions, _requests, _papers, _mails, _reorganised)
    return World(users, {"": {}} | {name: place for room in rooms for name, place in room(body, users).items()})


def _users(body) -> dict[str, User | None]:
    nobody = make_user()
    nobody.person = None
    nobody.save()
    return {
        "public": None,
        "nobody": nobody,
        "member": make_member(body),
        "author": make_user(),
        "holder": make_user(),
        "officer": make_officer(body),
        "stranger": make_officer(make_body()),
        "manager": make_manager(),
    }


def _committee(body, users) -> dict[str, dict]:
    by = users["manager"]
    meeting = make_meeting(body, date(2023, 11, 14), by=by)
    item = make_item(meeting, by=by, authors=(users["author"].person,), exempt_paragraph="3", exempt_note=SECRET)
    due, done, *_ = item.stages.all()
    programme = open_programme(body=body, year=meeting.year)
    suggested = suggest_item(programme=programme, title="Suggested", by=by)
    tray = accept_item(suggest_item(programme=programme, title="In the tray", by=by), by=by)
    series = begin_series(body=body, title="Cabinet updates", returns="chosen", by=by)
    left = leave_out(series, meeting=meeting, because="No figures", by=by)
    guest = add_guest(meeting=meeting, person="Ann Guest", because="Expert", by=by)
    elsewhere = make_meeting(users["stranger"].grants.get().body, date(2023, 11, 21), by=by)
    hearing = plan_hearing(item, meeting=elsewhere, by=by)
    edition = freeze_edition(programme, by=by, for_meeting=meeting)
    made = print_edition(edition, paper="appendix-a", form="html", by=by)
    print_at_once(made)
    holiday = Holiday.objects.create(on=date(2023, 12, 27), name="Day of the pier", kind=HolidayKind.CLOSURE)
    return {
        "committee": {"slug": body.slug},
        "year": {"slug": body.slug, "year": meeting.year.slug},
        "edition": {"slug": body.slug, "year": meeting.year.slug, "number": edition.number},
        "print": {"pk": made.pk},
        "paragraph": {"key": "purpose"},
        "paper kind": {"paper": "tracker"},
        "meeting": {"pk": meeting.pk},
        "series": {"pk": series.pk},
        "left out": {"pk": left.pk},
        "invited": {"pk": meeting.pk, "who": f"person-{guest.person_id}"},
        "invitation": {"pk": guest.pk},
        "hearing": {"pk": hearing.pk},
        "item": {"pk": item.pk},
        "suggested": {"pk": suggested.pk},
        "tray": {"pk": tray.pk},
        "stage": {"pk": due.pk},
        "stage done": {"pk": meet_stage(done, by=by).pk},
        "holiday": {"pk": holiday.pk},
    }


def _reports(body, users) -> dict[str, dict]:
    by, author = users["manager"], users["author"]
    exempt = {"authors": (author.person,), "exempt_paragraph": "3", "exempt_note": SECRET}
    item = make_item(make_meeting(body, date(2023, 10, 10), by=by), "Placements", by=by, **exempt)
    to = make_meeting(body, date(2024, 1, 30), by=by)
    ask_to_move(item, to=to, why="Figures come late", by=author)
    meeting = make_meeting(body, date(2023, 6, 6), by=by)
    asked = make_action(meeting, by=by, sort="request_information", exempt_note=SECRET)
    put_on_programme(asked, item=item, by=by)
    points = add_points(clause=make_clause(meeting), item=item, texts=["Costs", "A map"], subject="Placements", by=by)
    tick = tick_point(points[1], item=item, where="page 2", by=author)
    (comments,) = record_comments(item, fd="FD.7343/23", by=author)
    return {
        "stage late": {"pk": item.stages.get(stage="title").pk},
        "comments": {"pk": comments.pk},
        "point": {"pk": item.pk, "point": points[0].pk},
        "point end": {"pk": points[0].pk},
        "tick": {"pk": tick.pk},
        "offered": {"pk": item.pk, "action": asked.pk},
        "asked to move": {"pk": item.pk},
    }


def _asked(body, users) -> dict[str, dict]:
    by, post = users["manager"], make_post(holder=users["holder"].person)
    meeting = make_meeting(body, date(2023, 9, 5), by=by)
    words = {"by": by, "owner": post, "exempt_note": SECRET}
    proposed = make_action(meeting, **words)
    propose_completion(proposed, text="Done", by=users["holder"])
    made, led, told = (
        make_recommendation(body=body, text="Extend the scheme", made_on=DAY, by=by, lead_post=post) for _ in range(3)
    )
    approve_by_council(led, on=DAY, by=by)
    report_progress(approve_by_council(told, on=DAY, by=by), view=View.ON_TRACK, text="Begun", by=users["holder"])
    question = {"meeting": meeting, "question": "How many?", "owner": post, "by": by}
    answered = give_answer(ask_in_writing(**question), answer="Twelve", by=by)
    return {
        "written": {"pk": ask_in_writing(**question).pk},
        "answered": {"pk": answered.pk},
        "was held": {"pk": meeting.pk},
        "action": {"pk": make_action(meeting, **words).pk},
        "draft": {"pk": make_action(meeting, draft=True, **words).pk},
        "proposed": {"pk": proposed.pk},
        "made": {"pk": made.pk},
        "led": {"pk": led.pk},
        "update": {"pk": told.pk, "number": 1},
    }


def _decisions(body, users) -> dict[str, dict]:
    words = {"decision_maker": make_body("Cabinet", BodyKind.CABINET), "published_on": DAY, "by": users["manager"]}
    entry = enter_decision(title="School places", in_remit_of=body, **words)
    asked = enter_decision(title="Fostering fees", in_remit_of=body, **words)
    request = request_pre_scrutiny(entry=asked, body=body, why="Many parents ask", by=users["member"])
    return {"entry": {"pk": entry.pk}, "request": {"pk": request.pk}}


def _requests(body, users) -> dict[str, dict]:
    by, member = users["manager"], users["member"]
    words = {"body": body, "by": by, "title": "Buses"}
    set_asking_rules(body=body, by=by, takes_public_suggestions=True)
    asked = ask_for_item(person=member.person, **words)
    notice = give_notice(person=member.person, **words)
    petition = receive_petition(petitioner=NAME, signatures=35, **words)
    decline_asked(petition, answer="For Council", by=by)
    exempt = ask_for_item(person=member.person, **words)
    accept_asked(exempt, by=by, exempt_paragraph="3", exempt_note=SECRET)
    year = notice.item.programme.year
    call = open_call(body=body, year=year, posts=[make_post(holder=users["holder"].person)], answer_by=DAY, by=by)
    topic, aside = (propose_topic(year=year, **words) for _ in range(2))
    set_aside_topic(aside, why="Too wide", by=by)
    return {
        "asked": {"pk": asked.pk},
        "notice": {"pk": notice.pk},
        "petition": {"pk": petition.pk},
        "asked exempt": {"pk": exempt.pk},
        "call answer": {"pk": call.answers.get().pk},
        "topic": {"pk": topic.pk},
        "topic aside": {"pk": aside.pk},
    }


def _papers(body, users) -> dict[str, dict]:
    paper, waiting = (make_reading(by=users["manager"], body=body) for _ in range(2))
    read_at_once(paper)
    run = ask_for_sync(by=users["manager"], address="http://127.0.0.1:9/")
    asked = paper.proposals.filter(sort=Sort.ACTION).first()
    warning = PaperWarning.objects.create(paper=paper.paper, code="venue_conflict", text="Two places are printed.")
    return {
        "paper": {"pk": paper.pk},
        "paper waiting": {"pk": waiting.pk},
        "run": {"pk": run.pk},
        "warning": {"pk": warning.pk},
        "proposal": {"pk": paper.pk, "number": asked.pk},
    }


def _reorganised(body, users) -> dict[str, dict]:
    by, housing = users["manager"], make_body("Housing Committee")
    grant_role(user=users["officer"], role=Role.OFFICER, body=housing)
    meeting = make_meeting(housing, date(2023, 9, 7), by=by)
    make_action(meeting, by=by, exempt_note=SECRET)
    make_item(make_meeting(housing, date(2023, 12, 5), by=by), by=by, exempt_paragraph="3", exempt_note=SECRET)
    decided = {"from_on": DAY, "why": "One portfolio", "decided_in": "Council, 14 September 2023, minute 41", "by": by}
    into = Part(name="Places Committee", short_name="Places")
    made = merge_committees([housing, make_body("Leisure Committee")], into=into, **decided)
    make_action(meeting, by=by, exempt_note=SECRET)
    return {"reorganisation": {"pk": made.pk}, "ended": {"slug": housing.slug}}


def _mails(body, users) -> dict[str, dict]:
    mail = Mail.objects.create(
        recipient=users["holder"].person, on=DAY, state=MailState.SENT, message_id="<1@council.example>",
        address="holder@council.example", subject="Two things are due", text="Two things", html="<p>Two things</p>",
    )  # fmt: skip
    mail.reminders.add(_reminder(mail, body))
    words = {"to": [mail.address], "headers": {"Message-ID": mail.message_id}}
    letter = EmailMultiAlternatives(mail.subject, mail.text, **words)
    letter.attach_alternative(mail.html, "text/html")
    letter.send()
    file = next(Path(settings.EMAIL_FILE_PATH).glob("*.log"))
    return {"mail": {"pk": mail.pk}, "mail file": {"stem": file.stem, "place": 1}}


def _reminder(mail, body) -> Reminder:
    return Reminder.objects.create(
        kind=Kind.ACTION, subject_kind=SubjectKind.ACTION, subject_id=1, step="before-5", recipient=mail.recipient,
        state=ReminderState.MAILED, body=body, title="Report on staff", path="/actions/A1/", planned_on=DAY,
    )  # fmt: skip
