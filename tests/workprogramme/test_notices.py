"""Notice of an item: where it lands, that nobody declines it, and its place on the agenda (Protocol 5.6)."""

from datetime import date

import pytest

from committees.domain.meetings import publish_agenda
from committees.models import Cycle
from council.refusal import Refusal
from tests.factories import make_item, make_meeting, make_member
from workprogramme.domain.asked import decline_asked, give_chairs_view
from workprogramme.domain.items import defer_item, move_item, withdraw_item
from workprogramme.domain.meetings import add_meeting
from workprogramme.domain.notices import give_notice, next_open_agenda, open_until, place_on_agenda
from workprogramme.domain.routing import reroute_item
from workprogramme.models import AskingRules

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


@pytest.fixture
def member(body):
    return make_member(body, "Ida Elm")


@pytest.fixture
def notice(body, member, november):
    return give_notice(body=body, person=member.person, title="Knife crime", by=member)


def test_notice_is_on_the_next_open_agenda_at_once(notice, november, member):
    item = notice.item
    assert (notice.state, notice.origin, notice.person) == ("accepted", "notice", member.person)
    assert (item.title, item.origin, item.state, item.meeting, item.order) == (
        "Knife crime", "notice", "scheduled", november, 1,
    )  # fmt: skip


# Of a meeting on 14 November 2023 the final reports are due 7 working days before: 3 November.
@pytest.mark.parametrize(
    ("day", "lands"),
    [
        (date(2023, 9, 19), "november"),
        (date(2023, 11, 3), "november"),
        (date(2023, 11, 4), "january"),
        (date(2023, 11, 14), "january"),
        (date(2024, 1, 31), None),
    ],
)
def test_notice_lands_on_the_next_meeting_whose_cycle_still_allows_it(body, november, january, hold_date, day, lands):
    hold_date(day)
    assert next_open_agenda(body, day) == {"november": november, "january": january, None: None}[lands]


def test_notice_counts_from_the_day_it_was_given(body, november, january, member, hold_date):
    hold_date(date(2023, 11, 6))
    words = {"body": body, "person": member.person, "by": member}
    late, in_time = (
        give_notice(title="Knife crime", asked_on=day, **words) for day in (date(2023, 11, 6), date(2023, 11, 2))
    )
    assert (late.item.meeting, in_time.item.meeting, in_time.asked_on) == (january, november, date(2023, 11, 2))


@pytest.mark.parametrize(
    ("role", "may"), [("chair", True), ("co-opted", True), ("substitute", False), ("advisory", False)]
)
def test_members_voting_or_co_opted_give_notice_and_nobody_else(body, november, role, may):
    user = make_member(body, role=role)
    words = {"body": body, "person": user.person, "title": "Knife crime", "by": user}
    if may:
        assert give_notice(**words).item.meeting == november
    else:
        with pytest.raises(Refusal, match="Only members of Children"):
            give_notice(**words)


def test_day_until_which_notice_is_taken_is_a_setting(body, november):
    assert open_until(november, AskingRules.of(body)) == date(2023, 11, 3)
    AskingRules.objects.create(body=body, notice_until="published")
    assert open_until(november, AskingRules.of(body)) == november.publication.due_on
    Cycle.objects.filter(body=body).delete()
    november.stage_dates.all().delete()
    assert open_until(november, AskingRules.of(body)) == november.on


def test_agenda_that_is_out_takes_no_notice(body, november, january, officer):
    publish_agenda(november, on=date(2023, 9, 19), by=officer)
    assert next_open_agenda(body, date(2023, 9, 19)) == january


def test_special_meetings_take_no_notice_and_cancelled_ones_neither(body, january, officer):
    make_meeting(body, date(2023, 10, 20), by=officer, kind="special")
    make_meeting(body, date(2023, 10, 27), by=officer, state="cancelled")
    assert next_open_agenda(body, date(2023, 9, 19)) == january


def test_notice_without_a_meeting_waits_and_lands_on_the_one_that_is_arranged(body, member, officer):
    notice = give_notice(body=body, person=member.person, title="Knife crime", by=member)
    assert (notice.state, notice.item.state, notice.item.meeting) == ("accepted", "accepted", None)
    add_meeting(body=body, on=date(2023, 9, 25), by=officer)
    notice.item.refresh_from_db()
    assert notice.item.meeting is None
    meeting = add_meeting(body=body, on=date(2023, 12, 5), by=officer)
    notice.item.refresh_from_db()
    assert (notice.item.meeting, notice.item.state) == (meeting, "scheduled")


def test_nobody_declines_a_notice_or_is_asked_for_leave(notice, officer):
    with pytest.raises(Refusal, match="already decided: accepted"):
        decline_asked(notice, answer="Too busy", by=officer)
    with pytest.raises(Refusal, match="needs nobody's leave"):
        give_chairs_view(notice, view="No", by=officer)


def test_notice_stays_on_its_agenda_unless_the_member_agrees(notice, officer, january):
    for verb, words in ((defer_item, {}), (withdraw_item, {}), (move_item, {"to": january})):
        with pytest.raises(Refusal, match="that is a right"):
            verb(notice.item, why="Too busy", by=officer, **words)
    with pytest.raises(Refusal, match="it goes on the agenda"):
        reroute_item(notice.item, route="written", why="Too busy", agreed_by="The chair", by=officer)
    moved = move_item(notice.item, to=january, why="Asked to", agreed_by="Councillor Elm", by=officer)
    assert moved.meeting == january


def test_notice_that_was_not_reached_is_free_to_go_on(notice, officer, hold_date):
    hold_date(date(2023, 11, 15))
    assert defer_item(notice.item, why="Not reached", by=officer).state == "deferred"


def test_place_on_the_agenda_is_chosen(body, member, november, officer):
    first, second = (make_item(november, title, by=officer) for title in ("First", "Second"))
    item = give_notice(body=body, person=member.person, title="Knife crime", by=member).item

    def agenda():
        return list(november.items.order_by("order").values_list("title", flat=True))

    told = [agenda()]
    for after in (None, first, second):
        place_on_agenda(item, after=after, by=officer)
        told.append(agenda())
    assert told == [
        ["First", "Second", "Knife crime"],
        ["Knife crime", "First", "Second"],
        ["First", "Knife crime", "Second"],
        ["First", "Second", "Knife crime"],
    ]


def test_place_is_chosen_among_the_items_of_its_meeting_to_come(notice, november, january, officer, hold_date):
    other = make_item(january, by=officer)
    with pytest.raises(Refusal, match="on another meeting"):
        place_on_agenda(notice.item, after=other, by=officer)
    hold_date(date(2023, 11, 15))
    with pytest.raises(Refusal, match="on a meeting to come"):
        place_on_agenda(notice.item, after=None, by=officer)
