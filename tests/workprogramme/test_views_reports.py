"""The pages about one report: comments, ticks, points that end, a move asked for."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.factories import make_clause, make_item, make_meeting
from workprogramme.domain.checklist import add_points, tick_point
from workprogramme.domain.comments import record_comments
from workprogramme.domain.items import publish_item
from workprogramme.domain.move_requests import ask_to_move
from workprogramme.models import ContentPoint, MoveRequest, Tick

pytestmark = pytest.mark.django_db
BACK = "/forward-plan/"


@pytest.fixture
def comments_at(item):
    return reverse("item_comments", args=[item.pk])


@pytest.fixture
def point(body, item, officer):
    clause = make_clause(make_meeting(body, date(2023, 6, 6), by=officer), path="9/2")
    return add_points(clause=clause, item=item, texts=["NEET data"], subject="Scorecard", by=officer)[0]


@pytest.fixture
def tick_at(item, point):
    return reverse("point_tick", args=[item.pk, point.pk])


@pytest.fixture
def move_at(item):
    return reverse("item_ask_move", args=[item.pk])


def on_record(item):
    return [str(comments) for comments in item.comments.all()]


@pytest.mark.parametrize("role", ["author", "officer"])
def test_comments_are_saved_and_lead_back(signed_in, item, comments_at, role):
    page = signed_in(role).post(comments_at, {"fd": "FD 7326/23.", "ld_not_required": "Update", "next": BACK})
    assertRedirects(page, BACK)
    assert on_record(item) == ["FD.7326/23", "LD not required: Update"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"fd": "7326"}, "Enter the FD number with its year, like FD.7343/23"),
        ({"ld": "FD.7326/23"}, "FD.7326/23 is the finance one. Enter the one that begins with LD"),
        ({"fd": "7326/23", "fd_not_required": "Update"}, "Clear the FD number, or the reason why it is not required"),
    ],
)
def test_comments_that_cannot_be_read_say_how_to_mend_them(signed_in, item, comments_at, given, message):
    page = signed_in("author").post(comments_at, {**given, "next": BACK})
    assertContains(page, message)
    assertContains(page, f'name="next" value="{BACK}"')
    assert on_record(item) == []


@pytest.mark.parametrize(
    ("came_from", "leads_to"), [(BACK, BACK), ("https://elsewhere.example/", ""), ("javascript:alert(1)", "")]
)
def test_cancel_leads_back_to_where_one_came_from_in_this_service(signed_in, item, comments_at, came_from, leads_to):
    page = signed_in("author").get(comments_at, {"next": came_from})
    assert page.context["cancel"] == (leads_to or f"/items/I{item.pk}/")


def test_comments_ask_why_they_are_late_only_where_they_are(signed_in, item, comments_at, hold_date):
    client = signed_in("author")
    assertNotContains(client.get(comments_at), "Why are the comments late?")
    hold_date(date(2023, 10, 25))
    both = {"fd": "7326/23", "ld": "5526/23"}
    assertContains(client.post(comments_at, both), "Say why it is late, or was recorded late.")
    client.post(comments_at, {**both, "late_because": "Finance was short of staff"})
    assert item.stages.get(stage="comments").late_because == "Finance was short of staff"


def test_comments_are_taken_back_with_one_press(signed_in, item, people):
    (fd,) = record_comments(item, fd="7326/23", by=people["author"])
    assertRedirects(signed_in("author").post(reverse("comments_take_back", args=[fd.pk])), f"/items/I{item.pk}/")
    assert on_record(item) == []


def test_comments_of_a_published_report_stay_and_say_why(signed_in, item, people, officer, held):
    publish_item(item, on=held, by=officer)
    (fd,) = record_comments(item, fd="7326/23", by=people["author"])
    page = signed_in("author").post(reverse("comments_take_back", args=[fd.pk]), follow=True)
    assertContains(page, "so its comments stay. You can correct them.")


def test_stage_of_comments_leads_to_its_numbers(signed_in, item, comments_at):
    stage = item.stages.get(stage="comments")
    assertRedirects(signed_in("author").post(reverse("stage_done", args=[stage.pk])), comments_at)


def test_late_stage_asks_why_and_keeps_it(signed_in, item, hold_date):
    hold_date(date(2023, 10, 4))
    stage = item.stages.get(stage="title")
    at, client = reverse("stage_done", args=[stage.pk]), signed_in("author")
    assertContains(client.get(at), "It was due on 3 October 2023.")
    assertContains(client.post(at), "Enter the reason")
    earlier = {"on-day": "2", "on-month": "10", "on-year": "2023", "late_because": "I was away"}
    client.post(at, earlier)
    stage.refresh_from_db()
    assert (stage.met_on, stage.recorded_on, stage.late_because) == (
        date(2023, 10, 2), date(2023, 10, 4), "I was away",
    )  # fmt: skip
    page = client.get(f"/items/I{item.pk}/")
    for words in ("on Wednesday 4 October 2023", "I was away", "Late: I was away"):
        assertContains(page, words)


def test_stage_done_before_today_is_recorded_on_its_day(signed_in, item):
    stage = item.stages.get(stage="title")
    day = {"on-day": "12", "on-month": "9", "on-year": "2023"}
    signed_in("officer").post(reverse("stage_done", args=[stage.pk]), day)
    stage.refresh_from_db()
    assert (stage.met_on, stage.recorded_on) == (date(2023, 9, 12), date(2023, 9, 19))


def test_tick_is_given_with_where_and_taken_back(signed_in, item, point, tick_at):
    client = signed_in("author")
    assertRedirects(client.post(tick_at, {"where": "paragraph 3.2", "next": BACK}), BACK)
    tick = Tick.objects.get()
    assert (tick.item, tick.point, tick.where) == (item, point, "paragraph 3.2")
    client.post(reverse("tick_take_back", args=[tick.pk]))
    tick.refresh_from_db()
    assert tick.taken_back_on == date(2023, 9, 19)


def test_tick_without_where_is_asked_for_it_and_still_leads_back(signed_in, tick_at):
    page = signed_in("author").post(tick_at, {"where": "", "next": BACK})
    assertContains(page, "Enter where the report answers it, like paragraph 3.2 or page 12")
    assertContains(page, f'name="next" value="{BACK}"')
    assert Tick.objects.count() == 0


def test_tick_of_a_point_that_is_not_asked_of_the_report_is_not_found(signed_in, point, january, officer, people):
    other = make_item(january, "Fostering", by=officer, authors=(people["author"].person,))
    assert signed_in("author").post(reverse("point_tick", args=[other.pk, point.pk]), {"where": "1"}).status_code == 404


@pytest.mark.parametrize("role", ["member", "officer elsewhere", "nobody"])
def test_others_find_nothing_and_change_nothing(signed_in, item, point, tick_at, comments_at, people, role):
    tick = tick_point(point, item=item, where="page 1", by=people["author"])
    (fd,) = record_comments(item, fd="7326/23", by=people["author"])
    client = signed_in(role)
    sent = [
        client.post(comments_at, {"ld": "5526/23"}),
        client.post(reverse("comments_take_back", args=[fd.pk])),
        client.post(tick_at, {"where": "page 1"}),
        client.post(reverse("tick_take_back", args=[tick.pk])),
        client.post(reverse("point_end", args=[point.pk]), {"why": "No"}),
    ]
    assert {page.status_code for page in sent} == {404}
    assert (on_record(item), Tick.objects.get().taken_back_on, ContentPoint.objects.get().ended_on) == (
        ["FD.7326/23"], None, None,
    )  # fmt: skip


def test_author_does_not_end_what_the_committee_asked_for(signed_in, point):
    assert signed_in("author").post(reverse("point_end", args=[point.pk]), {"why": "No"}).status_code == 404


def test_officer_ends_a_point_with_the_reason(signed_in, item, point):
    page = signed_in("officer").post(reverse("point_end", args=[point.pk]), {"why": "It has its own report"})
    assertRedirects(page, f"/items/I{item.pk}/")
    point.refresh_from_db()
    assert (point.ended_on, point.ended_because) == (date(2023, 9, 19), "It has its own report")


def test_author_asks_for_a_move_and_takes_it_back(signed_in, item, january, move_at):
    client = signed_in("author")
    assertContains(client.get(move_at), "30 January 2024")
    assertRedirects(client.post(move_at, {"to": january.pk, "why": "Data late", "next": BACK}), BACK)
    assertContains(client.post(move_at, {"to": january.pk, "why": "Again"}), "is asked for already")
    client.post(reverse("item_take_back_move", args=[item.pk]))
    assert list(MoveRequest.objects.values_list("state", "why")) == [("taken_back", "Data late")]


def test_officer_moves_rather_than_asks(signed_in, move_at):
    assert signed_in("officer").get(move_at).status_code == 404


def test_only_the_author_takes_a_request_back(signed_in, item, january, people):
    ask_to_move(item, to=january, why="Data late", by=people["author"])
    assert signed_in("officer").post(reverse("item_take_back_move", args=[item.pk])).status_code == 404
    assert MoveRequest.objects.get().state == "asked"
