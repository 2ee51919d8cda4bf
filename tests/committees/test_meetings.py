"""Arranging meetings, changing their dates, publishing agendas, and which meeting is next."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from committees.domain.meetings import (
    arrange_meeting,
    change_date,
    hold_meeting,
    next_formal_meeting,
    publish_agenda,
)
from committees.models import Meeting, MeetingMove, Organiser, Publication, StageDate, Venue
from council.domain.setting_up import open_year
from council.refusal import Refusal, Stale
from tests.factories import make_body, make_meeting, make_person, make_user
from tests.ledgers import as_stored, moves_of, tell_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

SEPTEMBER, NOVEMBER = date(2023, 9, 26), date(2023, 11, 14)


@pytest.fixture
def body():
    return make_body("Scrutiny of Education")


@pytest.fixture
def user():
    return make_user()


def everything() -> list:
    tables = (Meeting, MeetingMove, Publication, StageDate, Publication.slips.rel.related_model, Meeting.history.model)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def test_arrange_meeting_belongs_to_the_year_of_its_date(body, user):
    meeting = arrange_meeting(body=body, on=date(2024, 4, 30), by=user)
    assert (meeting.year.label, meeting.state, meeting.kind, meeting.version) == ("2023/24", "arranged", "formal", 0)


def test_arrange_meeting_keeps_its_organisers_in_order(body, user):
    people = [make_person("Zoe"), make_person("Adam")]
    meeting = arrange_meeting(body=body, on=NOVEMBER, kind="informal", by=user, organisers=tuple(people))
    assert list(Organiser.objects.filter(meeting=meeting).values_list("person__name", flat=True)) == ["Zoe", "Adam"]


def test_arrange_meeting_of_the_past_has_dates_but_nothing_to_publish(body, user):
    meeting = arrange_meeting(body=body, on=date(2023, 6, 6), by=user)
    assert (meeting.stage_dates.count(), Publication.objects.count()) == (6, 0)


def test_arrange_meeting_of_today_still_owes_its_publication(body, user):
    assert arrange_meeting(body=body, on=date(2023, 9, 19), by=user).publication.due_on == date(2023, 9, 11)


def test_arrange_meeting_without_a_date_is_for_informal_ones(body, user):
    meeting = arrange_meeting(
        body=body,
        by=user,
        kind="site_visit",
        year=open_year("2023/24"),
        state="to_be_arranged",
        when_text="mid-September",
    )
    assert (meeting.on, meeting.when, meeting.stage_dates.count()) == (None, "mid-September", 0)


@pytest.mark.parametrize(
    ("kind", "on", "message"),
    [
        ("formal", None, "Enter the date of the meeting: a formal meeting needs one."),
        ("special", None, "Enter the date of the meeting: a formal meeting needs one."),
        ("informal", None, "Say which municipal year the meeting belongs to."),
        ("formal", NOVEMBER, "Scrutiny of Education already meets on 14 November 2023."),
        ("call_in", NOVEMBER, "Scrutiny of Education already meets on 14 November 2023."),
    ],
)
def test_arrange_meeting_refuses(body, user, kind, on, message):
    make_meeting(body, NOVEMBER, by=user)
    before = everything()
    with pytest.raises(Refusal) as refused:
        arrange_meeting(body=body, on=on, kind=kind, by=user)
    assert (str(refused.value), everything()) == (message, before)


def test_arrange_meeting_on_a_day_that_is_taken_is_for_others_and_informal_ones(body, user):
    make_meeting(body, NOVEMBER, by=user)
    make_meeting(body, NOVEMBER, by=user, kind="training")
    make_meeting(make_body(), NOVEMBER, by=user)
    assert Meeting.objects.filter(on=NOVEMBER).count() == 3


def test_arrange_meeting_on_the_day_of_a_cancelled_one(body, user):
    make_meeting(body, NOVEMBER, by=user, state="cancelled")
    assert make_meeting(body, NOVEMBER, by=user).on == NOVEMBER


def test_two_formal_meetings_on_a_day_are_held_off_by_the_database(body, user):
    other = make_meeting(body, SEPTEMBER, by=user)
    make_meeting(body, NOVEMBER, by=user)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=other.pk).update(on=NOVEMBER)
    assert Meeting.objects.get(pk=other.pk).on == SEPTEMBER


def test_formal_meeting_without_a_date_is_held_off_by_the_database(body, user):
    meeting = make_meeting(body, NOVEMBER, by=user)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.update(on=None)
    assert Meeting.objects.get(pk=meeting.pk).on == NOVEMBER


def test_change_date_writes_the_move_down_and_works_dates_out_anew(body, user):
    meeting = change_date(make_meeting(body, NOVEMBER, by=user), to=date(2023, 11, 21), why="Venue closed", by=user)
    move = MeetingMove.objects.get()
    assert (move.from_on, move.to_on, move.why, move.by) == (NOVEMBER, date(2023, 11, 21), "Venue closed", user)
    assert (meeting.on, meeting.version, meeting.state) == (date(2023, 11, 21), 1, "arranged")
    publication = Publication.objects.get()
    assert moves_of(publication) == [(date(2023, 11, 6), date(2023, 11, 13))]
    assert as_stored(publication) == tell_again(publication) == (1, date(2023, 11, 6), date(2023, 11, 13))
    assert publication.why == "5 clear days before the meeting on 21 November 2023"
    assert meeting.stage_dates.get(stage="draft").computed_on == date(2023, 10, 24)


def test_change_date_keeps_an_agenda_that_is_out(body, user):
    meeting = make_meeting(body, SEPTEMBER, by=user)
    publish_agenda(meeting, on=date(2023, 9, 18), by=user)
    change_date(meeting, to=date(2023, 10, 3), why="Storm", by=user)
    publication = Publication.objects.get()
    assert (publication.met_on, publication.due_on, publication.slip_no) == (date(2023, 9, 18), date(2023, 9, 18), 0)


def test_change_date_across_the_annual_meeting_changes_the_year(body, user):
    meeting = change_date(make_meeting(body, date(2024, 4, 23), by=user), to=date(2024, 5, 21), why="Election", by=user)
    assert meeting.year.label == "2024/25"


def test_change_date_settles_one_that_was_to_be_arranged(body, user):
    visit = make_meeting(body, None, by=user, kind="site_visit", year=open_year("2023/24"), state="to_be_arranged")
    assert change_date(visit, to=NOVEMBER, why="Agreed with the home", by=user).state == "arranged"


@pytest.mark.parametrize(
    ("was", "to", "why", "message"),
    [
        ({}, date(2023, 9, 18), "Why", "18 September 2023 has passed. Enter a day from 19 September 2023 on."),
        ({}, SEPTEMBER, "Why", "Scrutiny of Education already meets on 26 September 2023. Choose another day."),
        ({}, NOVEMBER, "Why", "This meeting is already on 14 November 2023."),
        ({}, date(2023, 11, 21), "", "Say why the meeting moves."),
        ({}, date(2023, 11, 21), "  ", "Say why the meeting moves."),
        ({"state": "held"}, date(2023, 11, 21), "Why", "This meeting is held, so it cannot move."),
        ({"state": "cancelled"}, date(2023, 11, 21), "Why", "This meeting is cancelled, so it cannot move."),
        ({"on": date(2023, 9, 18)}, date(2023, 11, 21), "Why", "This meeting has passed, so it cannot move."),
    ],
)
def test_change_date_refuses_and_changes_nothing(body, user, was, to, why, message):
    make_meeting(body, SEPTEMBER, by=user)
    meeting = make_meeting(body, **({"on": NOVEMBER} | was), by=user)
    before = everything()
    with pytest.raises(Refusal) as refused:
        change_date(meeting, to=to, why=why, by=user)
    assert (str(refused.value), everything()) == (message, before)


def test_change_date_refuses_what_somebody_else_changed_meanwhile(body, user):
    meeting = make_meeting(body, NOVEMBER, by=user)
    change_date(meeting, to=date(2023, 11, 21), why="Venue closed", by=user, version=0)
    before = everything()
    with pytest.raises(Stale):
        change_date(meeting, to=date(2023, 11, 28), why="Chair away", by=user, version=0)
    assert everything() == before


def test_change_date_of_an_informal_meeting_may_share_a_formal_one_s_day(body, user):
    make_meeting(body, SEPTEMBER, by=user)
    visit = make_meeting(body, NOVEMBER, by=user, kind="site_visit")
    assert change_date(visit, to=SEPTEMBER, why="Both on one day", by=user).on == SEPTEMBER


def test_publish_agenda_meets_the_duty(body, user):
    meeting = make_meeting(body, SEPTEMBER, by=user)
    publish_agenda(meeting, on=date(2023, 9, 18), by=user)
    assert list(Publication.objects.owed()) == []
    assert Publication.objects.get().met_on == date(2023, 9, 18)


@pytest.mark.parametrize(
    ("arranged", "on", "message"),
    [
        (
            {"on": NOVEMBER, "kind": "training"},
            date(2023, 9, 18),
            "No agenda is owed: only a formal meeting to come has one to publish.",
        ),
        (
            {"on": date(2023, 6, 6)},
            date(2023, 5, 26),
            "No agenda is owed: only a formal meeting to come has one to publish.",
        ),
        ({"on": NOVEMBER}, date(2023, 9, 20), "An agenda cannot have been published on a day that has not come."),
    ],
)
def test_publish_agenda_refuses(body, user, arranged, on, message):
    meeting = make_meeting(body, **arranged, by=user)
    with pytest.raises(Refusal) as refused:
        publish_agenda(meeting, on=on, by=user)
    assert (str(refused.value), Publication.objects.filter(met_on__isnull=False).count()) == (message, 0)


def test_publish_agenda_keeps_the_day_it_was_first_out(body, user):
    meeting = make_meeting(body, SEPTEMBER, by=user)
    publish_agenda(meeting, on=date(2023, 9, 15), by=user)
    with pytest.raises(Refusal, match="This agenda was published on 15 September 2023"):
        publish_agenda(meeting, on=date(2023, 9, 18), by=user)
    assert Publication.objects.get().met_on == date(2023, 9, 15)


def test_hold_meeting_says_so_unless_cancelled(body, user):
    assert hold_meeting(make_meeting(body, date(2023, 6, 6), by=user), by=user).state == "held"
    with pytest.raises(Refusal) as refused:
        hold_meeting(make_meeting(body, NOVEMBER, by=user, state="cancelled"), by=user)
    assert str(refused.value) == "This meeting was cancelled, so it was not held."


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (date(2023, 6, 6), SEPTEMBER),
        (date(2023, 9, 25), SEPTEMBER),
        (SEPTEMBER, date(2024, 1, 23)),
        (date(2024, 1, 23), None),
    ],
)
def test_next_formal_meeting_is_the_first_that_can_resolve_after_a_day(body, user, after, found):
    make_meeting(body, SEPTEMBER, by=user)
    make_meeting(body, date(2024, 1, 23), by=user, kind="special")
    make_meeting(body, NOVEMBER, by=user, state="cancelled")
    make_meeting(body, date(2023, 10, 3), by=user, kind="informal")
    make_meeting(make_body(), date(2023, 10, 10), by=user)
    meeting = next_formal_meeting(body, after)
    assert (meeting.on if meeting else None) == found


@pytest.mark.parametrize(
    ("more", "when"),
    [
        ({"on": NOVEMBER}, "14 November 2023"),
        (
            {"on": None, "kind": "site_visit", "state": "anticipated", "when_text": "mid-September 2023"},
            "mid-September 2023",
        ),
        ({"on": None, "kind": "site_visit", "state": "to_be_arranged"}, "to be arranged"),
    ],
)
def test_meeting_says_when_it_is(body, user, more, when):
    meeting = make_meeting(body, by=user, year=open_year("2023/24"), **more)
    assert (meeting.when, str(meeting)) == (when, f"Scrutiny of Education, {when}")


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ({}, ""),
        ({"room": "Ballroom"}, "Ballroom"),
        ({"room": "Ballroom", "venue": "Town Hall, Bootle"}, "Ballroom, Town Hall, Bootle"),
        ({"venue": "Town Hall, Bootle"}, "Town Hall, Bootle"),
    ],
)
def test_place_of_a_meeting_is_its_room_then_its_venue(place, where):
    venue = Venue(name=place["venue"]) if "venue" in place else None
    assert Meeting(room=place.get("room", ""), venue=venue).where == where
