"""Moving a meeting: asked, rehearsed, confirmed."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from committees.domain.meetings import arrange_meeting
from tests.factories import make_action, make_meeting

pytestmark = pytest.mark.django_db
TO = {"to": "2023-11-21", "why": "The room is not free"}


@pytest.fixture
def address(november):
    return f"/meetings/{november.pk}/move/"


def day_of(meeting):
    meeting.refresh_from_db()
    return meeting.on


def test_every_date_that_would_move_is_shown_and_nothing_moves(signed_in, address, november, item, body, officer):
    june = make_meeting(body, date(2023, 6, 6), by=officer)
    make_action(june, "Report back", by=officer, due_kind="next_meeting")
    page = signed_in("officer").post(address, {**TO, "version": 0})
    moved = [(row.whose, row.from_on, row.to_on) for row in page.context["moved"]]
    assert moved == [
        ("Committee officers", date(2023, 11, 6), date(2023, 11, 13)),
        ("Ada Brown", date(2023, 10, 3), date(2023, 10, 10)),
        ("Ada Brown", date(2023, 10, 17), date(2023, 10, 24)),
        ("Ada Brown", date(2023, 10, 24), date(2023, 10, 31)),
        ("Ada Brown", date(2023, 10, 31), date(2023, 11, 7)),
        ("Ada Brown", date(2023, 11, 3), date(2023, 11, 10)),
        ("Nobody named", date(2023, 11, 14), date(2023, 11, 21)),
    ]
    assertContains(page, "7 dates would move with it")
    assert day_of(november) == date(2023, 11, 14)


def test_meeting_moves_when_confirmed(signed_in, address, november, item):
    page = signed_in("officer").post(address, {**TO, "version": november.version, "confirmed": "yes"})
    assertRedirects(page, f"/meetings/{november.pk}/")
    draft = item.stages.get(stage="draft")
    assert (day_of(november), draft.due_on, draft.first_due_on, november.moves.get().why) == (
        date(2023, 11, 21),
        date(2023, 10, 24),
        date(2023, 10, 17),
        "The room is not free",
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"to": "2023-09-18"}, "18 September 2023 has passed"),
        ({"to": "2023-11-14"}, "This meeting is already on 14 November 2023"),
        ({"to": "2024-01-30"}, "already meets on 30 January 2024"),
        ({"to": "2023-11-31"}, "New date must"),
        ({"why": " "}, "Enter the reason"),
    ],
)
@pytest.mark.parametrize("step", [{}, {"confirmed": "yes"}])
def test_move_that_is_not_possible_says_why_and_changes_nothing(
    signed_in, address, november, january, given, message, step
):
    page = signed_in("officer").post(address, {**TO, "version": 0, **given, **step})
    assertContains(page, message)
    assert day_of(november) == date(2023, 11, 14)


def test_second_officer_is_told_and_can_go_on(signed_in, address, november):
    client = signed_in("officer")
    client.post(address, {**TO, "version": 0, "confirmed": "yes"})
    page = client.post(address, {"to": "2023-11-28", "why": "Again", "version": 0, "confirmed": "yes"})
    assertContains(page, "Somebody else changed this meeting")
    assert (day_of(november), page.context["form"]["version"].value()) == (date(2023, 11, 21), str(november.version))
    client.post(address, {"to": "2023-11-28", "why": "Again", "version": november.version, "confirmed": "yes"})
    assert day_of(november) == date(2023, 11, 28)


def test_meeting_to_be_arranged_gets_its_date(signed_in, november, body, officer):
    visit = arrange_meeting(
        body=body, by=officer, kind="site_visit", year=november.year, state="to_be_arranged", title="Family hub"
    )
    client, address = signed_in("officer"), f"/meetings/{visit.pk}/move/"
    assertContains(client.get(address), "Set the date of Family hub")
    assertContains(client.post(address, {**TO, "version": 0}), "Set the date to Tuesday 21 November 2023?")
    client.post(address, {**TO, "version": 0, "confirmed": "yes"})
    assert (day_of(visit), visit.state) == (date(2023, 11, 21), "arranged")


@pytest.mark.parametrize("role", ["member", "author", "officer elsewhere", "nobody"])
def test_moving_is_not_found_by_others_than_the_officers(signed_in, address, november, role):
    assert signed_in(role).post(address, {**TO, "version": 0, "confirmed": "yes"}).status_code == 404
    assert day_of(november) == date(2023, 11, 14)
