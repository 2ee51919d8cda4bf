"""The pages of written answers."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from actions.domain.written_answers import ask_in_writing, circulate, give_answer, need_no_answer, set_answer_due
from actions.models import WrittenAnswer
from tests.factories import make_body, make_item, make_meeting, make_member, make_officer, make_post, make_user
from workprogramme.domain.items import hear_item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]
TODAY, ASKED = date(2023, 9, 19), date(2023, 9, 12)
LIST = "/written-answers/"


@pytest.fixture
def body():
    return make_body("Children", short_name="Children")


@pytest.fixture
def people(body):
    return {"officer": make_officer(body), "member": make_member(body), "holder": make_user("The holder")}


@pytest.fixture
def september(body, people):
    return make_meeting(body, ASKED, by=people["officer"])


@pytest.fixture
def written(september, people):
    post = make_post("Director", holder=people["holder"].person)
    return ask_in_writing(meeting=september, question="How many waited?", owner=post, by=people["officer"])


@pytest.fixture
def as_(client, people):
    def sign_in(role):
        client.force_login(people[role])
        return client

    return sign_in


def test_list_shows_what_is_not_settled_first(as_, written, september, people):
    officer = people["officer"]
    words = {"meeting": september, "owner": written.owed_by_post, "by": officer}
    need_no_answer(ask_in_writing(question="Needed at all?", **words), why="No", by=officer)
    page = as_("member").get(LIST)
    for text in ("How many waited?", "Director", "26 Sep 2023", "Owed", "1 of 2 questions"):
        assertContains(page, text)
    assertNotContains(page, "Needed at all?")
    assertContains(as_("member").get(f"{LIST}?stands=all"), "Needed at all?")


@pytest.mark.parametrize(
    ("stands", "shown"), [("owed", ["Owed?"]), ("overdue", []), ("to_circulate", ["Answered?"]), ("settled", ["Sent?"])]
)
def test_list_is_narrowed_by_where_it_stands(as_, september, people, stands, shown):
    officer = people["officer"]
    words = {"meeting": september, "owner": make_post(), "by": officer}
    ask_in_writing(question="Owed?", **words)
    give_answer(ask_in_writing(question="Answered?", **words), answer="Yes", by=officer)
    sent = give_answer(ask_in_writing(question="Sent?", **words), answer="Yes", by=officer)
    circulate(sent, on=TODAY, to="All", by=officer)
    page = as_("member").get(f"{LIST}?stands={stands}")
    assert [row.question for row, _ in page.context["rows"]] == shown


def test_list_says_what_to_do_where_there_is_nothing(as_, body):
    assertContains(as_("officer").get(LIST), "No questions yet")


def test_list_says_what_to_do_where_nothing_fits(as_, written):
    assertContains(as_("officer").get(f"{LIST}?stands=settled"), "No question fits these filters")


def test_export_is_the_list_as_it_is_shown(as_, written, people):
    set_answer_due(written, on=date(2023, 10, 10), why="Figures late", by=people["officer"])
    lines = as_("member").get(f"{LIST}export.csv").getvalue().decode().splitlines()
    assert lines[1:] == [
        f"{written.ref},Children,2023-09-12,,How many waited?,Members of the committee,Director,2023-10-10,"
        "Agreed: Figures late,2023-09-26,1,Owed,,,,,"
    ]


def test_page_shows_question_owner_date_and_how_it_was_worked_out(as_, written):
    page = as_("member").get(f"{LIST}{written.ref}/")
    for text in ("How many waited?", "Director, held by The holder", "Tuesday 26 September 2023",
                 "10 working days after the meeting on 12 September 2023"):  # fmt: skip
        assertContains(page, text)
    for text in ("Give the answer", "Set another date"):
        assertNotContains(page, text)


@pytest.mark.parametrize(
    ("role", "shown"), [("officer", ["Give the answer", "Set another date"]), ("holder", ["Give the answer"])]
)
def test_page_offers_what_may_be_done(as_, written, role, shown):
    page = as_(role).get(f"{LIST}{written.ref}/").content.decode()
    assert [text for text in ("Give the answer", "Set another date") if text in page] == shown


def test_question_is_recorded_on_a_meeting_that_has_been(as_, september, people):
    item = hear_item(make_item(september, "Waiting times", by=people["officer"]), by=people["officer"])
    post, address = make_post("Director"), f"/meetings/{september.pk}/questions/new/"
    assertContains(
        as_("officer").get(address), "Leave empty for 10 working days after the meeting. Source: Our practice"
    )
    page = as_("officer").post(address, {
        "question": "How many?", "owner": post.pk, "item": item.pk, "asked_by": people["member"].person_id,
    })  # fmt: skip
    assertRedirects(page, f"/meetings/{september.pk}/")
    made = WrittenAnswer.objects.get()
    assert (made.question, made.owed_by, made.item, made.asked_by) == (
        "How many?", post, item, people["member"].person,
    )  # fmt: skip
    shown = as_("member").get(f"/meetings/{september.pk}/")
    for text in ("Questions to be answered in writing", "How many?", "under Waiting times", "due 26 Sep 2023"):
        assertContains(shown, text)


@pytest.mark.parametrize(
    ("words", "said"), [({"owner": ""}, "Enter the question"), ({"question": "Why?"}, "Select the post")]
)
def test_question_lacks_nothing(as_, september, words, said):
    assertContains(as_("officer").post(f"/meetings/{september.pk}/questions/new/", words), said)


def test_holder_answers_and_officer_circulates(as_, written):
    where = f"{LIST}{written.ref}/"
    assertRedirects(as_("holder").post(f"{where}answer/", {"answer": "Twelve", "version": 0}), where)
    page = as_("officer").get(f"{where}circulated/")
    assertContains(page, "Twelve")
    sent = {"to": "All members", "on-day": "19", "on-month": "9", "on-year": "2023", "version": 1}
    assertRedirects(as_("officer").post(f"{where}circulated/", sent), where)
    written.refresh_from_db()
    assert (written.answer, written.met_on, written.circulated_to) == ("Twelve", TODAY, "All members")
    assertContains(as_("member").get(where), "Answered and circulated")
    assertRedirects(as_("officer").get(f"{where}answer/"), where)


def test_second_to_answer_sees_that_somebody_was_quicker(as_, written, people):
    give_answer(written, answer="Twelve", by=people["holder"])
    page = as_("officer").post(f"{LIST}{written.ref}/answer/", {"answer": "Thirteen", "version": 0})
    assertContains(page, "Somebody else changed this")
    assertContains(page, 'name="version" value="1"')


@pytest.mark.parametrize(
    ("what", "words", "kept"),
    [
        ("date", {"on-day": "10", "on-month": "10", "on-year": "2023", "why": "Late"}, ("due_on", date(2023, 10, 10))),
        ("end", {"why": "In the report"}, ("waived_because", "In the report")),
    ],
)
def test_officer_moves_or_ends_it(as_, written, what, words, kept):
    as_("officer").post(f"{LIST}{written.ref}/{what}/", {**words, "version": 0})
    written.refresh_from_db()
    assert getattr(written, kept[0]) == kept[1]


def test_officer_changes_who_owes_it(as_, written):
    head = make_post("Head")
    words = {"owner": head.pk, "why": "Reorganised", "version": 0}
    page = as_("officer").post(f"{LIST}{written.ref}/owner/", words, follow=True)
    assertContains(page, f"{written.ref} is now with the Head.")


@pytest.mark.parametrize("where", [LIST, f"{LIST}export.csv"])
def test_list_costs_the_same_for_one_as_for_many(as_, september, people, where):
    client = as_("member")

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(where).getvalue()
        return len(queries)

    def add():
        item = hear_item(make_item(september, by=people["officer"]), by=people["officer"])
        words = {"meeting": september, "item": item, "by": people["officer"], "asked_by": people["member"].person}
        ask_in_writing(question=f"Why {item}?", owner=make_post(), **words)

    add()
    cost()
    one = cost()
    add()
    add()
    assert cost() == one
