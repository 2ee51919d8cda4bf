"""The pages of who is asked to a meeting, and of attendance over the year."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from council.models import Portfolio
from tests.factories import make_item, make_meeting, make_person, make_post
from workprogramme.domain.invitations import add_guest, answer_invitation, invite
from workprogramme.models import Invitation

YEAR = "/committees/children/programme/2023-24/"


@pytest.fixture
def cabinet(body):
    education = Portfolio.objects.create(name="Education")
    body.portfolios.set([education])
    return make_post("Cabinet Member for Education", holder=make_person("Diane Roscoe"), portfolio=education)


@pytest.fixture
def address(november):
    return f"/meetings/{november.pk}/invitations/"


@pytest.fixture
def sent(signed_in):
    """What an officer is answered when they send a form."""

    def send(address, **data):
        return signed_in("officer").post(address, data)

    return send


def test_list_shows_who_why_and_where_it_stands(signed_in, address, cabinet, november, item, officer):
    answer_invitation(november, who=cabinet, answer="substitute", instead="Councillor Day", note="Ill", by=officer)
    page = signed_in("member").get(address)
    who = ("Cabinet Member for Education", "Diane Roscoe", "Ada Brown")
    why = ("Education is in the committee’s remit (Protocol 4.1)", f"Writes {item.ref} Scorecard")
    for text in (*who, *why, "Sends Councillor Day", "Ill", "Not agreed yet"):
        assertContains(page, text)
    for text in ("Record an answer", "Add somebody", "Take off"):
        assertNotContains(page, text)


def test_list_says_what_is_missing_for_pre_scrutiny(signed_in, address, november, officer):
    make_item(november, "School places", by=officer, purpose="pre_scrutiny")
    page = signed_in("officer").get(address)
    assertContains(page, "No post is named whose senior officer shall attend (Protocol 6.7) for")


def test_list_says_what_to_do_where_nobody_is_to_be_invited(signed_in, address):
    assertContains(signed_in("officer").get(address), "Nobody is to be invited yet")


def test_export_has_a_row_for_each(signed_in, address, cabinet, november, officer):
    invite(november, whom=[cabinet], on=date(2023, 9, 12), by=officer)
    lines = signed_in("member").get(f"/meetings/{november.pk}/invitations.csv").getvalue().decode().splitlines()
    assert lines[1:] == [
        "2023-11-14,Cabinet Member for Education,Diane Roscoe,Cabinet Members,"
        "Education is in the committee’s remit (Protocol 4.1),No,2023-09-12,Invited on 12 September 2023,,"
    ]


def test_officer_records_who_was_invited(sent, signed_in, address, cabinet, november, item):
    page = signed_in("officer").get(f"{address}sent/")
    assertContains(page, "Cabinet Member for Education (Diane Roscoe)")
    when = {"on-day": "12", "on-month": "9", "on-year": "2023"}
    assertContains(sent(f"{address}sent/", **when), "Select who was invited")
    assertRedirects(sent(f"{address}sent/", whom=[f"post-{cabinet.pk}"], **when), address)
    assert [(one.post, one.invited_on) for one in Invitation.objects.all()] == [(cabinet, date(2023, 9, 12))]


def test_officer_records_an_answer_and_is_led_back(sent, address, cabinet):
    where = f"{address}post-{cabinet.pk}/?next={YEAR}attendance/"
    assertContains(sent(where, answer="substitute"), "Enter who comes instead")
    assertRedirects(sent(where, answer="comes"), f"{YEAR}attendance/")
    assert Invitation.objects.get().answer == "comes"


@pytest.mark.parametrize("who", ["post-999", "person-1", "nobody"])
def test_whoever_is_not_to_be_there_is_not_found(signed_in, address, who):
    assert signed_in("officer").get(f"{address}{who}/").status_code == 404


def test_guest_is_added_to_the_meeting_and_taken_off(sent, address):
    assertContains(sent(f"{address}add/", because="Expert"), "Enter the name of a person or of an organisation")
    sent(f"{address}add/", person="Ann Lee", because="Expert")
    guest = Invitation.objects.get()
    assert (str(guest.person), guest.because) == ("Ann Lee", "Expert")
    assertRedirects(sent(f"/invitations/{guest.pk}/withdraw/", because="Ill"), address)
    assert Invitation.objects.standing().count() == 0


def test_guest_with_an_item_shows_on_its_page(sent, signed_in, item):
    sent(f"/items/I{item.pk}/invite/", organisation="Police", because="Agreed in March")
    assertContains(signed_in("member").get(f"/items/I{item.pk}/"), "Police: Agreed in March")


def test_meeting_shows_its_cabinet_members_and_who_must_come(signed_in, cabinet, november, officer, item):
    director = make_post("Director of Schools")
    make_item(november, "School places", by=officer, purpose="pre_scrutiny", report_of=director)
    answer_invitation(november, who=director, answer="cannot", by=officer)
    page = signed_in("member").get(f"/meetings/{november.pk}/")
    for text in ("Who is to be there", "Cabinet Member for Education (Diane Roscoe)", "Not invited yet",
                 "Must attend and cannot come: Director of Schools", "with 2 officers and authors"):  # fmt: skip
        assertContains(page, text)


def test_attendance_is_a_table_of_posts_by_meetings(signed_in, body, cabinet, november, january, officer):
    head = make_post("Head of Schools")
    make_item(january, "Attendance", by=officer, report_of=head)
    page = signed_in("officer").get(f"{YEAR}attendance/")
    parts = {title: [(str(row.who), [line is not None for _, line, _ in row.cells]) for row in rows]
             for title, rows in page.context["parts"]}  # fmt: skip
    assert parts == {
        "Senior officers and authors": [("Head of Schools", [False, True])],
        "Cabinet Members": [("Cabinet Member for Education", [True, True])],
        "Guests and organisations": [],
    }
    assertContains(page, f"/meetings/{january.pk}/invitations/post-{head.pk}/?next=")
    assertNotContains(signed_in("member").get(f"{YEAR}attendance/"), "Agree<")


def test_attendance_says_what_to_do_without_meetings(signed_in, body, officer):
    make_meeting(body, date(2024, 6, 4), by=officer).delete()
    page = signed_in("member").get("/committees/children/programme/2024-25/attendance/")
    assertContains(page, "No formal meetings in this year yet")


def test_attendance_export_is_by_who_and_meeting(signed_in, cabinet, november, january):
    lines = signed_in("member").get(f"{YEAR}attendance.csv").getvalue().decode().splitlines()
    assert [line.split(",")[:2] for line in lines[1:]] == [
        ["2023-11-14", "Cabinet Member for Education"], ["2024-01-30", "Cabinet Member for Education"],
    ]  # fmt: skip


@pytest.mark.parametrize("where", ["{}", f"{YEAR}attendance/", f"{YEAR}attendance.csv"])
def test_pages_cost_the_same_for_one_as_for_many(signed_in, address, november, cabinet, officer, where):
    client, where = signed_in("officer"), where.format(address)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            client.get(where).getvalue()
        return len(queries)

    def add():
        item = make_item(november, by=officer, authors=(make_person(),), report_of=make_post(holder=make_person()))
        add_guest(item=item, organisation=f"Trust {item.pk}", because="Partner", by=officer)

    add()
    cost()
    one = cost()
    add()
    add()
    assert cost() == one
