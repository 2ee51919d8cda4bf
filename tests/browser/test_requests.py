"""Asking and scoring in a real browser: at both sizes, by keyboard, without scripts."""

from datetime import date

import pytest

from council.domain.setting_up import open_year
from council.models import User
from tests.factories import make_body, make_meeting, make_member, make_officer, make_post
from workprogramme.domain.asked import accept_asked, ask_for_item, give_chairs_view, receive_petition
from workprogramme.domain.asking import set_asking_rules
from workprogramme.domain.calls import open_call, propose_for_call
from workprogramme.domain.notices import give_notice
from workprogramme.domain.topics import propose_topic, score_topic

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("held")]
PROGRAMME = "/committees/children/programme/2023-24/"
TOPICS = "/committees/children/topics/2023-24/"


@pytest.fixture
def people(transactional_db, held):
    """A committee with requests of several sorts, a call and two topics; its officer and a member."""
    body = make_body("Children and families", short_name="Children", remit="Schools and social care")
    officer, member = make_officer(body), make_member(body, "Ida Elm", role="chair")
    meeting = make_meeting(body, date(2023, 11, 14), by=officer)
    words = {"body": body, "person": member.person, "by": member}
    give_chairs_view(ask_for_item(title="Buses", why="Late", **words), view="Worth a look", by=member)
    accept_asked(ask_for_item(title="Play areas", **words), meeting=meeting, by=officer)
    give_notice(title="Knife crime", **words)
    receive_petition(body=body, title="Voices", petitioner="Ann Fell", signatures=35, by=officer)
    year = open_year("2023/24")
    call = open_call(body=body, year=year, posts=[make_post("Parks"), make_post("Roads")], answer_by=held, by=officer)
    propose_for_call(call.answers.first(), title="Trees", by=officer)
    topic = propose_topic(body=body, year=year, title="Special needs", by=officer)
    score_topic(topic, person=member.person, points={one.key: 1 for one in topic.questions}, by=member)
    propose_topic(body=body, year=year, title="Health inequalities", by=officer)
    set_asking_rules(body=None, by=officer, takes_public_suggestions=True)
    return {"officer": officer, "member": member, "call": call, "topic": topic}


@pytest.fixture
def page_of(people, client, live_server, new_page):
    """Return a maker of pages on which somebody is signed in: ``page_of("member", "phone")``."""

    def make(who, size="desktop", **more):
        page = new_page(size, **more)
        if isinstance(people.get(who), User):
            client.force_login(people[who])
            cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
            page.context.add_cookies([cookie])
        return page

    return make


def addresses(people):
    """Every page of this part, by who looks at it."""
    notice, asked = people["member"].person.item_requests.order_by("-pk")[0], "/requests/Q"
    first = people["member"].person.item_requests.order_by("pk")[0]
    return {
        "member": ["/suggest/children/", "/requests/", f"{asked}{first.pk}/", TOPICS, f"/topics/T{people['topic'].pk}/",
                   f"/topics/T{people['topic'].pk}/score/"],
        "officer": [f"{asked}{first.pk}/accept/", f"{asked}{notice.pk}/place/", f"{PROGRAMME}call/",
                    f"{PROGRAMME}call/open/", f"/calls/{people['call'].answers.last().pk}/", "/requests/referral/",
                    "/committees/children/requests/new/", "/committees/children/petitions/new/"],
        "public": ["/public/suggest/", "/public/requests/", "/public/suggest/received/", "/"],
    }  # fmt: skip


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_pages_are_accessible_and_fit_their_window(people, page_of, axe, size):
    for who, paths in addresses(people).items():
        page = page_of(who, size)
        for path in paths:
            page.goto(path)
            wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert (path, wider <= 0, axe(page), page.faults) == (path, True, [], [])


@pytest.mark.parametrize("scripts", [True, False])
def test_member_gives_notice_by_keyboard_and_reads_on_which_agenda_it_is(people, page_of, scripts):
    page = page_of("member", scripts=scripts)
    page.goto("/suggest/children/")
    page.get_by_label("What should the committee look at?").focus()
    page.keyboard.type("Closure of a library")
    page.keyboard.press("Tab")
    page.keyboard.type("Announced last week")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/requests/Q*/")
    assert page.get_by_text("It is on the agenda of 14 November 2023.").count() == 1


def test_officer_accepts_a_request_into_an_item_and_the_member_sees_it_without_scripts(people, page_of):
    page = page_of("officer", scripts=False)
    page.goto("/requests/")
    page.get_by_role("link", name="Buses").click()
    page.get_by_role("button", name="Accept").click()
    page.get_by_role("radio", name="Into an item that is on the programme already").check()
    page.get_by_label("Item", exact=True).select_option(index=1)
    page.get_by_role("button", name="Accept").click()
    assert page.get_by_text("The request is accepted.").count() == 1
    page = page_of("member")
    page.goto("/requests/?q=Buses")
    assert page.get_by_text("On the agenda of 14 November 2023").count() == 1


def test_anybody_suggests_on_a_phone(people, page_of):
    page = page_of("public", "phone")
    page.goto("/public/suggest/")
    page.get_by_role("button", name="Send the suggestion").click()
    assert page.title().startswith("Error: ")
    page.get_by_role("radio", name="Children and families").check()
    for label, words in (
        ("What should the committee look at?", "Play areas"),
        ("Why?", "Broken"),
        ("Your name", "Ann"),
    ):
        page.get_by_label(label).fill(words)
    page.get_by_role("button", name="Send the suggestion").click()
    assert page.get_by_role("heading", name="Suggestion received").count() == 1
