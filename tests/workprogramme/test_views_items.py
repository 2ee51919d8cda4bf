"""What is done to an item on its pages."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from council.models import Portfolio
from tests.factories import make_item, make_post
from workprogramme.domain.items import open_programme, suggest_item
from workprogramme.models import Item

pytestmark = pytest.mark.django_db
VERBS = ("item_accept", "item_decline", "item_defer", "item_withdraw", "item_authors", "item_move", "item_reroute")


@pytest.fixture
def new(body, november):
    return reverse("item_new", args=[body.slug, "2023-24"])


@pytest.fixture
def suggestion(body, november, officer):
    return suggest_item(programme=open_programme(body=body, year=november.year), title="Transitions", by=officer)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("role", ["member", "author", "officer elsewhere", "nobody"])
def test_verbs_are_not_found_by_others_than_the_officers(signed_in, item, verb, role):
    page = signed_in(role).post(reverse(verb, args=[item.pk]), {"why": "Because", "version": item.version})
    item.refresh_from_db()
    assert (page.status_code, item.state) == (404, "scheduled")


@pytest.mark.parametrize("role", ["member", "officer elsewhere"])
def test_adding_is_not_found_by_others_than_the_officers(signed_in, new, role):
    assert signed_in(role).post(new, {"title": "Mine"}).status_code == 404
    assert not Item.objects.exists()


def words(**more):
    return {"title": "Scorecard", "purpose": "account", "route": "formal", "accepted": "yes", **more}


def test_item_is_added_on_a_meeting(signed_in, new, november):
    page = signed_in("officer").post(new, words(meeting=november.pk, authors="Ada Brown\nBo Green"))
    item = Item.objects.get()
    assertRedirects(page, f"/committees/{november.body.slug}/programme/2023-24/")
    assert (item.state, item.meeting, item.written_by, item.purpose) == (
        "scheduled",
        november,
        "Ada Brown / Bo Green",
        "account",
    )


def test_item_is_added_as_a_suggestion(signed_in, new):
    signed_in("officer").post(new, words(accepted="no"))
    assert Item.objects.get().state == "suggested"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"title": ""}, "Enter the title"),
        ({"title": "x" * 301}, "Title must be 300 characters or fewer"),
        ({"accepted": "no", "meeting": "own"}, "A suggestion has no meeting yet"),
        ({"authors": "Ada Brown", "organisation": "Health board"}, "Enter people or an organisation, not both"),
        ({"authors": "x" * 201}, "Each name must be 200 characters or fewer"),
    ],
)
def test_item_that_cannot_be_added_says_why_and_keeps_what_was_typed(signed_in, new, november, given, message):
    given = {key: november.pk if value == "own" else value for key, value in given.items()}
    page = signed_in("officer").post(new, words(**{"organisation": "", **given}))
    assertContains(page, message)
    assert (Item.objects.count(), page.context["form"]["route"].value()) == (0, "formal")


def test_suggestion_is_accepted(signed_in, suggestion):
    signed_in("officer").post(reverse("item_accept", args=[suggestion.pk]))
    suggestion.refresh_from_db()
    assert suggestion.state == "accepted"


def test_suggestion_is_not_accepted_by_a_look(signed_in, suggestion):
    assert signed_in("officer").get(reverse("item_accept", args=[suggestion.pk])).status_code == 405


def test_item_that_cannot_be_accepted_says_why(signed_in, item):
    page = signed_in("officer").post(reverse("item_accept", args=[item.pk]), follow=True)
    assertContains(page, "This item is scheduled, so it cannot become accepted")


def test_suggestion_is_declined_with_a_reason(signed_in, suggestion):
    address = reverse("item_decline", args=[suggestion.pk])
    assertContains(signed_in("officer").post(address, {"why": " "}), "Enter the reason")
    signed_in("officer").post(address, {"why": "Outside the remit"})
    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.state_because) == ("declined", "Outside the remit")


@pytest.mark.parametrize(("verb", "state"), [("item_defer", "deferred"), ("item_withdraw", "withdrawn")])
def test_item_leaves_its_meeting_after_the_consequences_were_listed(signed_in, item, verb, state):
    address = reverse(verb, args=[item.pk])
    page = signed_in("officer").get(address)
    assertContains(page, "It leaves the meeting of 14 November 2023.")
    assertContains(page, "5 stages of its report no longer owed")
    answer = signed_in("officer").post(address, {"why": "Figures late", "agreed_by": "Chair", "version": item.version})
    item.refresh_from_db()
    assertRedirects(answer, f"/items/I{item.pk}/")
    assert (item.state, item.meeting, item.moves.last().agreed_by) == (state, None, "Chair")


def test_second_officer_is_told_and_can_go_on(signed_in, item, november, officer):
    stale = {"why": "Figures late", "version": item.version - 1}
    page = signed_in("officer").post(reverse("item_defer", args=[item.pk]), stale)
    assertContains(page, "Somebody else changed this item while you had it open")
    item.refresh_from_db()
    assert (item.state, page.context["form"]["version"].value(), page.context["form"]["why"].value()) == (
        "scheduled",
        str(item.version),
        "Figures late",
    )


def test_authors_are_named(signed_in, item, november, officer):
    other = make_item(november, by=officer)
    signed_in("officer").post(reverse("item_authors", args=[other.pk]), {"authors": "Bo Green\n\n Bo  Green\nCy White"})
    assert Item.objects.get(pk=other.pk).written_by == "Bo Green / Cy White"


def test_post_and_portfolio_are_named(signed_in, item):
    post, education = make_post("Director"), Portfolio.objects.create(name="Education")
    told = {"report_of": post.pk, "portfolio": education.pk, "purpose": "pre_scrutiny", "version": item.version}
    assertRedirects(signed_in("officer").post(reverse("item_whose", args=[item.pk]), told), f"/items/I{item.pk}/")
    item.refresh_from_db()
    assert (item.report_of, item.portfolio, item.purpose) == (post, education, "pre_scrutiny")
