"""Pages of editions: their list, one as it was, two compared, keeping one, adoption, and the link from a meeting."""

import hashlib
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from actions.domain.editions import freeze_edition
from tests.factories import make_action, make_clause, make_item, make_meeting
from workprogramme.domain.items import defer_item, move_item
from workprogramme.models import Edition

pytestmark = pytest.mark.django_db

YEAR = ["children", "2023-24"]


@pytest.fixture
def first(item, officer, november):
    return freeze_edition(item.programme, by=officer, for_meeting=november)


def on(day, month, year):
    return {"on-day": day, "on-month": month, "on-year": year}


def test_recording_an_agenda_as_published_keeps_an_edition(signed_in, november, item, hold_date):
    hold_date(date(2023, 11, 6))
    address = reverse("meeting_published", args=[november.pk])
    assertContains(signed_in("officer").get(address), "kept as an edition")
    signed_in("officer").post(address, {**on(6, 11, 2023), "items": [item.pk]})
    edition = Edition.objects.get()
    assert (edition.for_meeting, edition.number) == (november, 1)
    assertContains(signed_in("member").get(f"/meetings/{november.pk}/"), reverse("edition", args=[*YEAR, 1]))


def test_list_shows_editions_and_what_changed_since_the_last(signed_in, first, item, january, officer):
    address = reverse("editions", args=YEAR)
    assertContains(signed_in("member").get(address), "Meeting added")
    freeze_edition(item.programme, by=officer)
    assertContains(signed_in("member").get(address), "Nothing has changed on the programme.")
    move_item(item, to=january, why="Author asked", by=officer)
    page = signed_in("member").get(address)
    for text in ("Edition 1", "Edition 2", "from 14 November 2023 to 30 January 2024", "(Author asked)"):
        assertContains(page, text)
    assertNotContains(page, "Keep an edition now")


def test_list_without_editions_says_how_one_comes_about(signed_in, item):
    assertContains(signed_in("officer").get(reverse("editions", args=YEAR)), "No edition yet")


def test_edition_is_shown_as_it_was_after_the_programme_changed(signed_in, first, item, january, officer, november):
    make_action(make_meeting(item.programme.body, date(2023, 6, 6), by=officer), "Later action", by=officer)
    before = signed_in("member").get(reverse("edition", args=[*YEAR, 1]))
    defer_item(item, why="No author", by=officer)
    make_item(november, "Added later", by=officer)
    after = signed_in("member").get(reverse("edition", args=[*YEAR, 1]))
    for text in ("Scorecard", "Ada Brown", "Tuesday 14 November 2023", first.sha256):
        assertContains(after, text)
    assertNotContains(after, "Added later")
    assertNotContains(after, "Later action")
    assert main_of(before) == main_of(after)


def test_text_of_an_edition_is_given_byte_for_byte(signed_in, first):
    given = signed_in("member").get(reverse("edition_text", args=[*YEAR, 1]))
    assert given["Content-Disposition"] == 'attachment; filename="children-2023-24-edition-1.json"'
    assert (given.content, hashlib.sha256(given.content).hexdigest()) == (first.content.encode(), first.sha256)


@pytest.mark.parametrize(
    ("name", "more"), [("edition", [1]), ("edition_text", [1]), ("editions", []), ("edition_compare", [])]
)
def test_edition_altered_behind_the_service_s_back_is_never_shown(client, signed_in, first, name, more):
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER edition_is_kept ON workprogramme_edition" if connection.vendor == "postgresql"
                       else "DROP TRIGGER edition_is_kept")  # fmt: skip
        cursor.execute("UPDATE workprogramme_edition SET content = replace(content, 'Scorecard', 'Changed')")
    page = signed_in("member").get(reverse(name, args=[*YEAR, *more]))
    assertContains(page, "This edition is not as it was kept", status_code=500)
    assertNotContains(page, "Changed", status_code=500)


def test_two_editions_are_compared_and_the_last_with_now(signed_in, first, item, january, officer):
    move_item(item, to=january, why="Author asked", by=officer)
    address = reverse("edition_compare", args=YEAR)
    assertContains(signed_in("member").get(address), "From edition 1 to the programme now")
    freeze_edition(item.programme, by=officer)
    page = signed_in("member").get(address, {"before": "1", "after": "2"})
    assertContains(page, "From edition 1 to edition 2")
    assertContains(page, "from 14 November 2023 to 30 January 2024")
    assertContains(signed_in("member").get(address, {"before": "2", "after": "2"}), "Nothing differs")


@pytest.mark.parametrize("asked", [{"before": "7", "after": "now"}, {"before": "x", "after": "1"}])
def test_comparing_what_is_not_there_says_so(signed_in, first, asked):
    page = signed_in("member").get(reverse("edition_compare", args=YEAR), asked)
    assert (page.status_code, "There is a problem" in page.content.decode()) == (200, True)


def test_comparing_before_there_is_an_edition_says_so(signed_in, item):
    assertContains(signed_in("member").get(reverse("edition_compare", args=YEAR)), "No edition to compare yet")


def test_officer_keeps_an_edition_and_is_told_where_nothing_changed(signed_in, item, november):
    address = reverse("edition_freeze", args=YEAR)
    assertRedirects(
        signed_in("officer").post(address, {"for_meeting": november.pk}), reverse("edition", args=[*YEAR, 1])
    )
    page = signed_in("officer").post(address, {"for_meeting": november.pk}, follow=True)
    assertContains(page, "Nothing changed since edition 1, so there is no new one.")


def test_officer_records_the_adoption(signed_in, first, november, officer):
    clause = make_clause(november, "Draft programme agreed", sort="agreed")
    make_clause(november, "Data noted", sort="noted")
    address = reverse("programme_adopt", args=YEAR)
    page = signed_in("officer").get(address)
    assertContains(page, "Draft programme agreed")
    assertNotContains(page, "Data noted")
    page = signed_in("officer").post(address, {"clause": clause.pk}, follow=True)
    assertContains(page, f"{clause}</a> in edition 1")


@pytest.mark.parametrize("year", ["2024-25", "23-24", "2023"])
def test_programme_that_is_not_there_is_not_found(signed_in, item, year):
    assert signed_in("officer").get(reverse("editions", args=["children", year])).status_code == 404


def test_list_costs_the_same_for_three_editions_as_for_one(signed_in, first, item, january, officer, november):
    address, client = reverse("editions", args=YEAR), signed_in("member")
    make_item(november, by=officer)

    def queries():
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        return len(caught)

    one = queries()
    for meeting in (january, november):
        freeze_edition(item.programme, by=officer, for_meeting=meeting)
    assert queries() == one


def main_of(page):
    """What stands in the main part of a page."""
    return page.content.decode().partition("<main")[2].partition("</main>")[0]
