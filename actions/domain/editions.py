"""Freezing an edition of a programme with all that is printed of it, when its agenda goes out or when asked."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from actions.domain.tracker import recommendation_lines, tracker_lines
from committees.enums import SeatRole, Voting
from committees.models import Meeting, Publication, Seat
from council.calendar import today
from council.enums import Role
from council.models import Body, RoleGrant
from council.profile import profile
from council.refusal import Refusal
from papers.writing.canonical import hash_of
from papers.writing.changes import compare
from papers.writing.edition import Edition as Printed
from papers.writing.edition import Officer, SeatLine, Since, as_text, facts_hash
from workprogramme.domain import printed
from workprogramme.domain.editions import read_edition
from workprogramme.domain.items import open_programme
from workprogramme.domain.meetings import publish_with_reports
from workprogramme.domain.wordings import wordings_in_force
from workprogramme.models import Edition, Hearing, Item, Programme


def build_edition(programme: Programme, *, for_meeting: Meeting | None = None) -> Printed:
    """What an edition of the programme would print if it were frozen now, for a meeting where one is said.

    Raises ``workprogramme.domain.editions.Altered`` where the last edition is not as it was frozen.
    """
    last = programme.editions.select_related("for_meeting").first()
    before = read_edition(last) if last else None
    items, day = printed.items_to_print(programme), today()
    facts = Printed(
        council=profile().name,
        committee=programme.body.name,
        called=programme.body.called,
        year=programme.year.label,
        number=last.number + 1 if last else 1,
        made_on=day,
        adopted=str(programme.adopted_by or ""),
        item_limit=programme.body.item_limit,
        meetings=printed.formal_meetings(programme, items),
        informal=printed.informal_rows(programme, training=False),
        training=printed.informal_rows(programme, training=True),
        unplaced=printed.waiting_rows(items),
        taken_off=printed.ended_rows(items) + printed.carried_on_rows(programme),
        carried_over=printed.carried_matters(programme, items),
        forward_plan=printed.forward_plan_in_remit(programme, day),
        tracker=tracker_lines(programme.body, day, before),
        recommendations=recommendation_lines(programme.body, before),
        officers=officers_of(programme.body, day),
        words=wordings_in_force(),
        **_of_meeting(programme.body, for_meeting, items, day),
    )
    return replace(facts, since=_since(before), changes=compare(before, facts) if before else ())


@transaction.atomic
def freeze_edition(programme: Programme, *, by, for_meeting: Meeting | None = None) -> Edition:
    """Keep an edition of the programme as it is now; where nothing changed since the last one, that one is returned.

    Raises ``Refusal`` where the meeting is not a formal one of that committee and year.
    """
    programme = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    if for_meeting is not None:
        _check_is_of(programme, for_meeting)
    facts = build_edition(programme, for_meeting=for_meeting)
    last, facts_sha256 = programme.editions.first(), facts_hash(facts)
    if last is not None and last.facts_sha256 == facts_sha256:
        return last
    text = as_text(facts)
    return Edition.objects.create(
        programme=programme, number=facts.number, for_meeting=for_meeting, made_on=facts.made_on, by=by,
        content=text, sha256=hash_of(text), facts_sha256=facts_sha256,
    )  # fmt: skip


@transaction.atomic
def publish_papers(
    meeting: Meeting, *, on: date, items: Iterable[Item], by, hearings: Iterable[Hearing] = ()
) -> Edition:
    """Record that the agenda went out on a day with these reports (s100B(3)), and freeze what was published with it.

    Raises ``Refusal`` as ``workprogramme.domain.meetings.publish_with_reports`` does.
    """
    publish_with_reports(meeting, on=on, items=items, hearings=hearings, by=by)
    return freeze_edition(open_programme(body=meeting.body, year=meeting.year), for_meeting=meeting, by=by)


def seats_of(body: Body, on: date) -> tuple[SeatLine, ...]:
    """Who sits on a committee on a day, as a front sheet prints them: substitutes beside those they stand in for."""
    seats = list(Seat.objects.on(on).filter(body=body).select_related("person"))
    instead = {seat.substitute_for_id: seat for seat in seats if seat.role == SeatRole.SUBSTITUTE}
    seated = {seat.pk for seat in seats}
    return tuple(
        _seat(seat, instead.get(seat.pk))
        for seat in seats
        if seat.role != SeatRole.SUBSTITUTE or seat.substitute_for_id not in seated
    )


def officers_of(body: Body, on: date) -> tuple[Officer, ...]:
    """The committee's officers with the posts they hold on a day."""
    return tuple(
        Officer(person.name, "/".join(_posts(person, on)), person.email)
        for grant in _grants(body)
        if (person := grant.user.person)
    )


def _of_meeting(body: Body, meeting: Meeting | None, items: list[Item], day: date) -> dict:
    if meeting is None:
        return {"seats": seats_of(body, day)}
    out = Publication.objects.filter(meeting=meeting).values_list("met_on", flat=True).first()
    return {
        "meeting": printed.heading_of(meeting),
        "published_on": out,
        "agenda": printed.agenda_lines(meeting, items),
        "seats": seats_of(body, meeting.on),
    }


def _check_is_of(programme: Programme, meeting: Meeting) -> None:
    if (meeting.body_id, meeting.year_id) != (programme.body_id, programme.year_id):
        raise Refusal(f"{meeting} is not a meeting of this programme.")
    if not meeting.decides:
        raise Refusal("An edition is made for a formal meeting: only formal meetings have a published agenda.")


def _since(before: Printed | None) -> Since | None:
    if before is None:
        return None
    on = before.meeting and before.meeting.on
    return Since(before.number, before.made_on, f"{on.day} {on:%B %Y}" if on else "")


def _seat(seat: Seat, substitute: Seat | None) -> SeatLine:
    return SeatLine(
        name=str(seat.person or "Vacant"),
        role=seat.get_role_display(),
        represents=seat.represents,
        substitute=str(substitute.person or "") if substitute else "",
        votes="" if seat.voting == Voting.NOT_STATED else seat.get_voting_display(),
    )


def _grants(body: Body) -> QuerySet[RoleGrant]:
    granted = RoleGrant.objects.filter(role=Role.OFFICER, body=body).select_related("user__person")
    return granted.prefetch_related("user__person__holdings__post").order_by("pk")


def _posts(person, on: date) -> list[str]:
    held = [
        holding.post.title
        for holding in person.holdings.all()
        if (holding.from_on is None or holding.from_on <= on) and (holding.to_on is None or holding.to_on >= on)
    ]
    return sorted(held)
