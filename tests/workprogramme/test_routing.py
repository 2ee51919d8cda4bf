"""An item rerouted by the chair's leave (Protocol 5.8): from where to where, what it leaves behind, and its page."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from committees.domain.meetings import arrange_meeting
from council.refusal import Refusal, Stale
from tests.factories import make_suggestion
from workprogramme.domain.items import accept_item, defer_item, hear_item, place_item, publish_item
from workprogramme.domain.planner import plan_year
from workprogramme.domain.routing import reroute_item
from workprogramme.models import Item, Rerouting

pytestmark = pytest.mark.django_db
CHAIR = "Councillor Ashe, chair"


@pytest.fixture
def informal(body, officer):
    return arrange_meeting(body=body, by=officer, kind="informal", on=date(2023, 11, 21), title="Workshop")


def reroute(item, route, officer, **more):
    words = {"why": "Too long for the agenda", "agreed_by": CHAIR, **more}
    return reroute_item(item, route=route, by=officer, **words)


def test_item_that_no_longer_fits_leaves_its_meeting_and_waits(item, november, officer, body, held):
    rerouted = reroute(item, "informal", officer)
    move = rerouted.moves.last()
    assert (rerouted.state, rerouted.meeting, rerouted.route) == ("rerouted", None, "informal")
    assert rerouted.state_because == "Informal meeting: Too long for the agenda"
    assert (move.from_meeting, move.to_meeting, move.agreed_by) == (november, None, CHAIR)
    assert rerouted.stages.owed().count() == 0
    plan = plan_year(body, november.year, held)
    assert [card.item for card in plan.tray] == [rerouted]


def test_rerouting_is_written_down_with_the_chairs_leave(item, officer):
    reroute(item, "informal", officer)
    row = Rerouting.objects.get()
    assert (row.from_route, row.to_route, row.why, row.agreed_by, row.by) == (
        "formal",
        "informal",
        "Too long for the agenda",
        CHAIR,
        officer,
    )


def test_rerouted_item_is_put_on_an_informal_meeting_and_heard_there(item, informal, officer, hold_date):
    placed = place_item(reroute(item, "informal", officer), to=informal, by=officer)
    assert (placed.state, placed.meeting, placed.stages.owed().count()) == ("scheduled", informal, 0)
    hold_date(date(2023, 11, 22))
    assert hear_item(placed, by=officer).state == "heard"


def test_presentation_stays_on_its_formal_meeting_with_its_dates(item, november, officer):
    before = list(item.stages.values_list("stage", "due_on", "slip_no"))
    rerouted = reroute(item, "presentation", officer)
    assert (rerouted.state, rerouted.meeting, rerouted.route) == ("scheduled", november, "presentation")
    assert list(rerouted.stages.values_list("stage", "due_on", "slip_no")) == before
    assert rerouted.version == item.version + 1


def test_written_briefing_waits_for_no_meeting(item, november, officer, body, held):
    rerouted = reroute(item, "written", officer)
    plan = plan_year(body, november.year, held)
    assert (rerouted.state, plan.tray, plan.ended) == ("rerouted", [], [rerouted])


def test_item_can_be_rerouted_again_and_back_to_the_formal_agenda(item, november, officer):
    again = reroute(reroute(item, "written", officer), "formal", officer, why="Members want to ask")
    assert (again.state, again.route) == ("rerouted", "formal")
    assert place_item(again, to=november, by=officer).state == "scheduled"
    assert [str(row) for row in Rerouting.objects.all()] == [
        "Formal agenda > Written briefing: Too long for the agenda",
        "Written briefing > Formal agenda: Members want to ask",
    ]


def test_item_in_the_tray_is_rerouted_there(item, november, officer, body):
    accepted = accept_item(make_suggestion(body, november.year, by=officer), by=officer)
    deferred = defer_item(item, why="Later", by=officer)
    assert [reroute(one, "site_visit", officer).state for one in (accepted, deferred)] == ["rerouted"] * 2


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"why": " "}, "Say why the item is rerouted."),
        ({"agreed_by": " "}, "Say who agreed: rerouting an item is for the chair (Protocol 5.8)."),
        ({"route": "formal"}, "This item is already taken as: formal agenda."),
    ],
)
def test_rerouting_refuses_without_reason_or_leave_and_where_nothing_changes(item, officer, given, words):
    with pytest.raises(Refusal) as refused:
        reroute(item, given.pop("route", "informal"), officer, **given)
    assert (str(refused.value), Rerouting.objects.count(), Item.objects.get().state) == (words, 0, "scheduled")


def test_rerouting_refuses_a_report_that_is_out_and_a_suggestion(item, november, officer, body):
    published = publish_item(item, on=date(2023, 9, 18), by=officer)
    suggested = make_suggestion(body, november.year, by=officer)
    said = []
    for one in (published, suggested):
        with pytest.raises(Refusal) as refused:
            reroute(one, "informal", officer)
        said.append(str(refused.value))
    assert said == [
        "This item is published, so it cannot become rerouted.",
        "This item is suggested, so it cannot become rerouted.",
    ]


def test_rerouting_tells_the_second_officer_what_the_first_did(item, officer):
    reroute(item, "presentation", officer)
    with pytest.raises(Stale) as stale:
        reroute(item, "informal", officer, version=item.version)
    assert f"{officer} changed how it is taken to: presentation (Too long for the agenda)." in str(stale.value)


def test_page_says_what_rerouting_does_before_it_is_done(signed_in, item):
    page = signed_in("officer").get(reverse("item_reroute", args=[item.pk]))
    assertContains(page, "Where it is to be taken as presentation, it stays on its meeting.")
    assertContains(page, "It leaves the meeting of 14 November 2023. 5 stages of its report no longer owed")
    assertContains(page, "First draft (17 Oct 2023)")


def test_page_reroutes_and_the_item_shows_it(signed_in, item):
    client, address = signed_in("officer"), reverse("item_reroute", args=[item.pk])
    given = {"route": "informal", "why": "Too long", "agreed_by": CHAIR, "version": item.version}
    assertRedirects(client.post(address, given), f"/items/I{item.pk}/")
    page = client.get(f"/items/I{item.pk}/")
    assertContains(page, f"Formal agenda to informal meeting: Too long, agreed by {CHAIR}")
    assertContains(page, "Put on a meeting")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"route": ""}, "Select how the committee should take it"),
        ({"route": "formal"}, "Choose another way from the list"),
        ({"why": ""}, "Enter the reason"),
        ({"agreed_by": ""}, "Enter who agreed"),
    ],
)
def test_page_says_what_is_missing(signed_in, item, given, message):
    words = {"route": "informal", "why": "Too long", "agreed_by": CHAIR, "version": item.version, **given}
    assertContains(signed_in("officer").post(reverse("item_reroute", args=[item.pk]), words), message)
