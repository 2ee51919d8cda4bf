"""The year as people live it, in a real browser, on the demonstration: author, officer, post holder, member."""

from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from actions.domain.two_voices import propose_completion
from actions.models import Action
from council.models import User
from demo.people import PASSWORD
from workprogramme.models import Item, ReportStage

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOVEMBER, JANUARY = date(2023, 11, 14), date(2024, 1, 30)


@pytest.fixture(autouse=True)
def year(transactional_db):
    """The demonstration year, with its date held at 19 September 2023."""
    call_command("load_demonstration", verbosity=0)


@pytest.fixture
def signed_in(new_page):
    """Return a maker of pages signed in through the sign-in page: `signed_in("author", "phone")`."""

    def sign_in(username: str, size: str = "desktop", **more):
        page = new_page(size, **more)
        page.goto(reverse("sign_in"))
        page.get_by_label("Username").fill(username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/")
        return page

    return sign_in


@pytest.fixture
def chat() -> Item:
    """The report on practice for November, which the demonstration's author writes."""
    return Item.objects.get(title__contains="and CHAT", meeting__on=NOVEMBER)


@pytest.fixture
def leeds() -> Action:
    """The work with Leeds: asked for twice, answered nowhere."""
    return Action.objects.get(clause__path="6/2/d")


def due_dates(item: Item) -> list[date]:
    return list(item.stages.order_by("order").values_list("due_on", flat=True))


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_author_sees_deadlines_with_how_each_was_worked_out_and_marks_the_draft_done(signed_in, axe, chat, size):
    page = signed_in("author", size)
    assert page.get_by_text("20 working days before the meeting on 14 November 2023").count() == 2
    assert axe(page) == []
    page.goto(reverse("item", args=[chat.pk]))
    page.get_by_text("How this was worked out").nth(1).click()
    assert page.get_by_text("working day 20", exact=True).nth(1).is_visible()
    assert axe(page) == []
    page.get_by_role("button", name="Mark as done : First draft").click()
    assert page.get_by_role("button", name="Undo : First draft is not done").is_visible()
    assert ReportStage.objects.get(item=chat, stage="draft").met_on == date(2023, 9, 19)
    page.get_by_role("button", name="Undo : First draft is not done").click()
    assert ReportStage.objects.get(item=chat, stage="draft").met_on is None
    assert (axe(page), page.faults) == ([], [])


def test_officer_moves_the_item_to_the_next_meeting_and_the_authors_dates_follow(signed_in, axe, chat):
    page = signed_in("officer")
    page.goto(reverse("item", args=[chat.pk]))
    page.get_by_role("button", name="Move to another meeting").click()
    assert axe(page) == []
    page.get_by_label("30 January 2024, formal meeting: 5 of 8 items").check()
    page.get_by_role("button", name="Show what would move").click()
    page.get_by_text("17 Oct 2023").first.wait_for()
    assert Item.objects.get(pk=chat.pk).meeting.on == NOVEMBER
    assert axe(page) == []
    page.get_by_label("Why it moves").fill("Data not ready")
    page.get_by_role("button", name="Move the item").click()
    page.wait_for_url(f"**{reverse('item', args=[chat.pk])}")
    chat.refresh_from_db()
    assert chat.meeting.on == JANUARY
    assert due_dates(chat) == [
        date(2023, 12, 14), date(2024, 1, 2), date(2024, 1, 9), date(2024, 1, 16), date(2024, 1, 19),
    ]  # fmt: skip
    assert set(chat.stages.values_list("slip_no", flat=True)) == {1}
    author = signed_in("author", "phone")
    assert author.get_by_text("30 working days before the meeting on 30 January 2024").count() >= 1
    assert axe(author) == []


def test_post_holder_updates_an_action_and_proposes_completion(signed_in, axe, leeds):
    page = signed_in("director", "phone")
    assert axe(page) == []
    page.get_by_role("button", name=f"Open {leeds.task}").click()
    page.get_by_role("button", name="Update").click()
    assert axe(page) == []
    page.get_by_label("On track").check()
    page.get_by_label("What has been done, and what comes next").fill("Officers met twice in July")
    page.get_by_role("main").get_by_role("button").first.click()
    leeds.refresh_from_db()
    assert leeds.state == "in_progress"
    page.get_by_role("button", name="Update").click()
    page.get_by_label("Done", exact=True).check()
    page.get_by_label("What has been done, and what comes next").fill("Joint scheme began in September")
    page.get_by_role("main").get_by_role("button").first.click()
    leeds.refresh_from_db()
    assert (leeds.state, leeds.met_on) == ("proposed", date(2023, 9, 19))
    assert (axe(page), page.faults) == ([], [])


def test_member_sees_what_the_post_holder_says_and_cannot_close_it(signed_in, axe, leeds):
    propose_completion(leeds, text="Joint scheme began in September", by=User.objects.get(username="director"))
    page = signed_in("member")
    assert axe(page) == []
    page.goto(reverse("action", args=[leeds.pk]))
    assert page.get_by_text("Joint scheme began in September").first.is_visible()
    assert page.get_by_text("Completion proposed").first.is_visible()
    assert page.get_by_role("link", name="The committee accepted it").count() == 0
    assert axe(page) == []


def test_officer_records_that_the_committee_accepted_it(signed_in, axe, leeds):
    propose_completion(leeds, text="Joint scheme began in September", by=User.objects.get(username="director"))
    page = signed_in("officer")
    page.goto(reverse("action", args=[leeds.pk]))
    page.get_by_role("link", name="The committee accepted it").click()
    assert axe(page) == []
    page.get_by_label("Meeting").select_option(label="6 June 2023 (formal meeting)")
    page.get_by_label("Minute", exact=True).fill("6 (2)")
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url(f"**{reverse('action', args=[leeds.pk])}")
    leeds.refresh_from_db()
    assert (leeds.state, leeds.verdicts.get().minute_text) == ("complete", "6 (2)")
    assert (axe(page), page.faults) == ([], [])


def test_two_officers_saving_the_same_action_lose_nothing(signed_in, leeds):
    first, second = signed_in("officer"), signed_in("manager")
    for page in (first, second):
        page.goto(reverse("action_update", args=[leeds.pk]))
        page.get_by_label("On track").check()
    first.get_by_label("What has been done, and what comes next").fill("From the first")
    first.get_by_role("main").get_by_role("button").first.click()
    second.get_by_label("What has been done, and what comes next").fill("From the second")
    second.get_by_role("main").get_by_role("button").first.click()
    assert second.get_by_text("Somebody else changed this action").first.is_visible()
    assert second.get_by_label("What has been done, and what comes next").input_value() == "From the second"
    assert list(leeds.updates.values_list("text", flat=True)) == ["From the first"]


PAGES = {
    "public": [
        "/", "/dates/", "/dates/?rule=clear-days-before&date=2023-09-26&number=5", "/accessibility/", "/privacy/",
        "/accounts/sign-in/", "/no-such-page/",
    ],
    "member": ["/", "/committees/", "/actions/", "/recommendations/", "/forward-plan/"],
    "officer": ["/", "/actions/?overlooked=on", "/reminders/", "/forward-plan/new/", "/accounts/password/"],
    "manager": ["/", "/setup/holidays/"],
}  # fmt: skip
OF_THE_YEAR = [
    "committee", "programme", "meeting", "meeting_minutes", "meeting_move", "meeting_new", "item", "item_new", "action",
    "action_pass_on", "recommendation_new",
]  # fmt: skip


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_no_page_breaks_a_rule_of_access_or_scrolls_sideways(new_page, signed_in, axe, chat, leeds, size):
    wrong = {}
    for who, addresses in PAGES.items():
        page = new_page(size) if who == "public" else signed_in(who, size)
        more = [address_of(name, chat, leeds) for name in OF_THE_YEAR] if who == "officer" else []
        for address in addresses + more:
            page.goto(address)
            too_wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
            faults = axe(page) + (["scrolls sideways"] if too_wide else [])
            if faults:
                wrong[who, address] = faults
    assert wrong == {}


def address_of(name: str, item: Item, action: Action) -> str:
    body, year = item.programme.body, item.programme.year
    keys = {
        **dict.fromkeys(["committee", "meeting_new", "recommendation_new"], (body.slug,)),
        **dict.fromkeys(["programme", "item_new"], (body.slug, year.slug)),
        **dict.fromkeys(["action", "action_pass_on"], (action.pk,)),
        "item": (item.pk,),
    }
    return reverse(name, args=keys.get(name, (item.meeting_id,)))
