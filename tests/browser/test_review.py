"""An officer goes through what was read from a paper: by keys alone, on a phone, without scripts, beside another."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from actions.models import Action
from committees.models import Minute
from council.domain.setting_up import create_post
from council.models import User
from intake.domain.decide import accept_certain, discard
from intake.models import Proposal, Reading
from tests.factories import make_body, make_officer
from tests.intake.june import JUNE
from tests.intake.papers import COMMITTEE, make_reading, the

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAPERS = Path(os.environ.get("PAPERS", Path(settings.BASE_DIR).parent / "shared" / "papers"))
PACK = PAPERS / "agenda-pack-2023-09-26.txt"


@pytest.fixture
def body(transactional_db, hold_date, wake_ups_in_memory):
    """The committee with the posts it asks, on the held day; nothing of its papers is on record."""
    hold_date(date(2023, 9, 19))
    create_post(title="Executive Director of Trams", aliases=("Director of Trams",))
    for title in ("Democratic Services Manager", "Harbour Master", "Director of Ferries and Landings"):
        create_post(title=title)
    return make_body(COMMITTEE, short_name="Harbours and trams")


@pytest.fixture
def officer(body):
    return make_officer(body, "Olive Adams")


@pytest.fixture
def reading(body, officer) -> Reading:
    return make_reading(JUNE, by=officer)


@pytest.fixture
def page_of(new_page, live_server):
    """Return a maker of pages on which somebody is signed in."""

    def make(user: User, size: str = "desktop", **more):
        page = new_page(size, **more)
        client = Client()
        client.force_login(user)
        cookie = client.cookies["sessionid"]
        page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
        return page

    return make


def focus(page) -> str:
    """What has the focus, by its id."""
    return page.evaluate("document.activeElement.id")


def tab_to(page, wanted: str, most: int = 200) -> None:
    """Press the Tab key until what has the focus matches a selector."""
    for _ in range(most):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no {wanted} within {most} presses of Tab")


def decided(page, count: int) -> None:
    """Wait until so many are decided and the focus went on."""
    page.wait_for_function(
        "count => document.querySelector('#review-count strong').textContent.startsWith(`${count} of`)"
        " && document.querySelector('#review-said').textContent.includes(`${count} of`)",
        arg=count,
    )


def counted(page) -> tuple[int, int]:
    """How many are decided, of how many."""
    return tuple(int(number) for number in re.findall(r"\d+", page.locator("#review-count").inner_text()))


def press_and_wait(page, key: str) -> None:
    """Press a key that decides, and wait until the page has been told and the focus went on."""
    page.evaluate(
        "() => { window.answers ??= (document.body.addEventListener('review:answered', () => window.answers++), 0) }"
    )
    before = page.evaluate("window.answers")
    page.keyboard.press(key)
    page.wait_for_function("before => window.answers > before", arg=before)


def put_on_record_by_keyboard(page) -> None:
    assert focus(page) == "review-record"
    page.keyboard.press("Enter")
    page.wait_for_url("**/record/")
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recorded/")


def test_minutes_are_pasted_decided_and_recorded_by_keyboard_alone(page_of, officer):
    page = page_of(officer)
    page.goto(reverse("intake_new"))
    tab_to(page, "input[type=radio]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "textarea")
    page.keyboard.insert_text(JUNE)
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#review-next")
    tab_to(page, "#review-next")
    page.keyboard.press("Enter")
    assert counted(page) == (0, 38)
    press_and_wait(page, "c")
    certain = counted(page)[0]
    assert Proposal.objects.exclude(decided="open").filter(is_certain=False).count() == 0
    assert focus(page).startswith("proposal-")
    while counted(page)[0] < 38:
        card = Proposal.objects.get(pk=focus(page).removeprefix("proposal-"))
        if card.says.get("asked") == "the Head of Ferries" or card.says.get("asked") == "Head of Ferries":
            choose_the_director_of_ferries(page, card)
        else:
            press_and_wait(page, "x" if card.sort == "suggestion" else "a")
    assert certain > 20
    put_on_record_by_keyboard(page)
    assert page.get_by_role("heading", level=1).inner_text() == "36 on record"
    assert (Minute.objects.count(), Action.objects.count()) == (10, 17)
    asked = Action.objects.filter(owed_by_post__title="Director of Ferries and Landings")
    assert sorted(asked.values_list("clause__path", flat=True)) == ["5/2", "5/3", "9/5"]
    assert page.faults == []


def choose_the_director_of_ferries(page, card: Proposal) -> None:
    """Open the form, choose another post by keyboard, for all three that print the name."""
    page.keyboard.press("e")
    page.wait_for_selector(f"#edit-{card.pk}")
    page.wait_for_function("id => document.activeElement.id === id", arg=f"p{card.pk}_task")
    tab_to(page, "input[type=radio]")
    for _ in range(8):
        if page.evaluate("document.activeElement.value") == "other":
            break
        page.keyboard.press("ArrowDown")
    tab_to(page, "select")
    page.keyboard.type("Director of F")
    tab_to(page, "input[name=for_all]")
    page.keyboard.press("Space")
    tab_to(page, "form button.rv-button--accept")
    press_and_wait(page, "Enter")


def test_moving_editing_and_undoing_keep_the_focus_where_it_helps(page_of, officer, reading):
    page = page_of(officer)
    page.goto(reading.get_absolute_url())
    tab_to(page, "#review-next")
    page.keyboard.press("Enter")
    first = focus(page)
    page.keyboard.press("j")
    second = focus(page)
    page.keyboard.press("k")
    assert (focus(page), first != second) == (first, True)
    press_and_wait(page, "x")
    assert focus(page) != first
    assert page.locator("#review-said").inner_text().startswith("Discarded")
    press_and_wait(page, "u")
    assert focus(page) == first
    page.keyboard.press("ArrowDown")
    assert focus(page) == second
    page.keyboard.press("e")
    page.wait_for_selector(".rv-card--opened")
    page.keyboard.type("jx")
    assert page.locator(".rv-card--opened").count() == 1, "keys are letters where one types"
    page.keyboard.press("Escape")
    page.wait_for_selector(".rv-card--opened", state="detached")
    assert focus(page) == second
    assert counted(page) == (0, 38)
    assert page.faults == []


def test_single_keys_do_nothing_outside_the_list_or_when_switched_off(page_of, officer, reading):
    page = page_of(officer)
    page.goto(reading.get_absolute_url())
    tab_to(page, "#review-next")
    page.keyboard.press("a")
    page.keyboard.press("c")
    page.locator("#review-keys summary").click()
    page.get_by_role("button", name="Switch single keys off").click()
    page.wait_for_selector("#review[data-keys=off]")
    page.locator("#review-next").click()
    page.keyboard.press("a")
    page.keyboard.press("c")
    page.wait_for_timeout(300)
    assert Proposal.objects.exclude(decided="open").count() == 0


def test_proposal_and_text_follow_each_other(page_of, officer, reading):
    page = page_of(officer)
    page.goto(reading.get_absolute_url())
    proposal = the(reading, "action:2023-06-06:9/5:0")
    page.locator(f"#proposal-{proposal.pk}").focus()
    mark = page.locator(f"mark[data-for~='{proposal.pk}']")
    assert "rv-mark--current" in mark.get_attribute("class")
    assert in_view(mark)
    other = the(reading, "minute:2023-06-06:4")
    page.locator(f"mark[data-for~='{other.pk}'] a").click()
    assert focus(page) == f"proposal-{other.pk}"
    assert in_view(page.locator(f"#proposal-{other.pk}"))


def in_view(place) -> bool:
    return place.evaluate(
        "place => { const box = place.getBoundingClientRect(); const pane = place.closest('.rv-list, .rv-text')"
        ".getBoundingClientRect(); return box.top >= pane.top - 1 && box.top < pane.bottom }"
    )


def test_two_officers_see_what_the_other_decided(page_of, body, officer, reading):
    colleague = make_officer(body, "Mona Green")
    first, second = page_of(officer), page_of(colleague)
    proposal = the(reading, "action:2023-06-06:6/3:0")
    for page in (first, second):
        page.goto(reading.get_absolute_url())
        page.locator(f"#proposal-{proposal.pk}").focus()
    first.keyboard.press("x")
    decided(first, 1)
    second.keyboard.press("a")
    told = second.locator(f"#proposal-{proposal.pk} [role=alert]")
    told.wait_for()
    assert "Olive Adams discarded this while you had it open." in told.inner_text()
    assert "Discarded by Olive Adams" in second.locator(f"#proposal-{proposal.pk}").inner_text()
    assert counted(second) == (1, 38)


def test_open_page_learns_of_others_decisions_and_leaves_an_open_form_alone(page_of, body, officer, reading):
    colleague = make_officer(body, "Mona Green")
    page = page_of(officer)
    page.goto(reading.get_absolute_url())
    editing, other = (the(reading, f"action:2023-06-06:{path}:0") for path in ("6/3", "6/1"))
    page.locator(f"#proposal-{editing.pk} [data-key=e]").click()
    page.wait_for_selector(f"#edit-{editing.pk}")
    page.locator(f"#p{editing.pk}_task").fill("See the wall")
    for proposal in (editing, other):
        discard(proposal, by=colleague)
    page.evaluate(
        "htmx.ajax('GET', document.querySelector('#review-bar [hx-trigger]').getAttribute('hx-get'), {swap: 'none'})"
    )
    page.locator(f"#proposal-{other.pk}.rv-card--discarded").wait_for()
    assert page.locator(f"#p{editing.pk}_task").input_value() == "See the wall"
    page.get_by_label("Nobody: leave it without an owner").check()
    page.get_by_role("button", name="Save and accept").click()
    told = page.locator(f"#proposal-{editing.pk} [role=alert]")
    told.wait_for()
    assert "Mona Green discarded this" in told.inner_text()


def test_on_a_phone_each_proposal_has_its_words_and_the_paper_is_behind_a_link(page_of, officer, reading, axe):
    page = page_of(officer, "phone")
    page.goto(reading.get_absolute_url())
    proposal = the(reading, "action:2023-06-06:6/3:0")
    card = page.locator(f"#proposal-{proposal.pk}")
    assert "a visit to the wall be arranged" in card.locator("blockquote").inner_text()
    assert not page.locator("#text").is_visible()
    card.get_by_role("link", name="See it in the paper").click()
    assert page.locator("#text").is_visible()
    assert not card.is_visible()
    assert axe(page) == []
    page.get_by_role("link", name="Back to the proposals").click()
    assert card.is_visible()
    card.get_by_role("button", name="Accept").click()
    page.locator(f"#proposal-{proposal.pk}.rv-card--accepted").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert axe(page) == []
    assert page.faults == []


def test_without_scripts_everything_can_be_decided_and_recorded(page_of, officer, reading):
    page = page_of(officer, scripts=False)
    page.goto(reading.get_absolute_url())
    page.get_by_role("button", name="Accept the").click()
    proposal = the(reading, "action:2023-06-06:8/3:0")
    page.locator(f"#proposal-{proposal.pk}").get_by_role("link", name="Edit").click()
    page.get_by_label("A new post", exact=True).check()
    page.get_by_label("Title of the new post").fill("Timetables Lead")
    page.get_by_role("button", name="Save and accept").click()
    assert "Edited and accepted by you" in page.locator(f"#proposal-{proposal.pk}").inner_text()
    double = the(reading, "action:2023-06-06:6/3:0")
    page.locator(f"#proposal-{double.pk}").get_by_role("link", name="Merge").click()
    page.get_by_label("Visit the ferry landing").check()
    page.get_by_role("button", name="Merge").click()
    assert "as one with 9 (4) (b)" in page.locator(f"#proposal-{double.pk}").inner_text()
    page.get_by_role("button", name="Undo").click()
    assert "Open again" not in page.locator(f"#proposal-{double.pk}").inner_text()
    page.get_by_role("link", name="on record").click()
    page.get_by_role("button", name="Put on record").click()
    assert page.get_by_role("heading", level=1).inner_text().endswith("on record")
    assert Action.objects.filter(owed_by_post__title="Timetables Lead").count() == 1


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_no_part_of_the_review_breaks_a_rule_of_access(page_of, body, officer, reading, axe, size):
    page = page_of(officer, size)
    page.goto(reading.get_absolute_url())
    assert axe(page) == []
    proposal = the(reading, "action:2023-06-06:5/2:0")
    for way in ("Edit", "Merge"):
        page.locator(f"#proposal-{proposal.pk}").get_by_role("link", name=way).click()
        page.wait_for_selector(".rv-card--opened")
        assert axe(page) == []
        page.get_by_role("button", name="Save and accept").or_(
            page.get_by_role("button", name="Merge", exact=True)
        ).click()
        page.wait_for_selector(".rv-card--opened .govuk-error-summary, .rv-card--accepted")
        if way == "Merge":
            assert axe(page) == []
        else:
            page.get_by_role("button", name="Undo").click()
            page.wait_for_selector(f"#proposal-{proposal.pk}.rv-card--unsure")
    accept_certain(reading, by=officer)
    for name in ("intake_reading", "review_record", "review_text"):
        page.goto(reverse(name, args=[reading.pk]))
        assert axe(page) == [], name
    page.goto(reverse("review_record", args=[reading.pk]))
    page.get_by_role("button", name="Put on record").click()
    page.wait_for_url("**/recorded/")
    assert axe(page) == []


@pytest.mark.slow
@pytest.mark.skipif(not PACK.exists(), reason="the papers are not here")
def test_real_minutes_of_june_are_decided_and_recorded_by_keyboard_alone(page_of, hold_date, wake_ups_in_memory):
    from demo.build import seat_members, set_up

    hold_date(date(2023, 9, 19))
    committee = set_up()
    officer = make_officer(committee, "Olive Adams")
    seat_members(committee, by=officer)
    text = "\n".join(PACK.read_text().split("\n")[104:445])
    reading = make_reading(text, by=officer, name="minutes.txt")
    page = page_of(officer)
    page.goto(reading.get_absolute_url())
    tab_to(page, "#review-next")
    page.keyboard.press("Enter")
    press_and_wait(page, "c")
    total = counted(page)[1]
    for _ in range(total):
        if counted(page)[0] == total:
            break
        card = Proposal.objects.get(pk=focus(page).removeprefix("proposal-"))
        press_and_wait(page, "x" if card.sort == "suggestion" else "a")
    put_on_record_by_keyboard(page)
    assert (Minute.objects.count(), Action.objects.count()) == (14, 19)
    assert Action.objects.get(clause__path="6/2/d").repeats.count() == 1
    assert page.faults == []
