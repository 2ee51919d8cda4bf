"""Asking people to a meeting, and what they answer."""

from datetime import date

import pytest

from council.refusal import Refusal
from tests.factories import make_body, make_item, make_meeting, make_officer, make_post
from workprogramme.domain.invitations import add_guest, answer_invitation, invite, withdraw_invitation
from workprogramme.models import Invitation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]
TODAY = date(2023, 9, 19)


@pytest.fixture
def body():
    return make_body("Children")


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def november(body, officer):
    return make_meeting(body, date(2023, 11, 14), by=officer)


def test_invite_records_each_once_with_who_said_so(november, officer):
    first, second = make_post("Head"), make_post("Director")
    invite(november, whom=[first, second], on=date(2023, 9, 12), by=officer)
    invite(november, whom=[first], on=TODAY, by=officer)
    kept = Invitation.objects.order_by("post__title")
    assert [(str(one), one.invited_on, one.invited_for) for one in kept] == [
        ("Director", date(2023, 9, 12), november.on), ("Head", TODAY, november.on),
    ]  # fmt: skip
    assert {row.history_user for one in kept for row in one.history.all()} == {officer}


@pytest.mark.parametrize(
    ("words", "said"),
    [({"whom": []}, "Select who was invited"), ({"on": date(2023, 9, 20)}, "a day that has not come")],
)
def test_invitation_that_cannot_be_says_why(november, officer, words, said):
    with pytest.raises(Refusal, match=said):
        invite(november, by=officer, **{"whom": [make_post()], "on": TODAY, **words})


def test_nobody_is_invited_to_a_cancelled_meeting(november, officer):
    november.state = "cancelled"
    with pytest.raises(Refusal, match="was cancelled"):
        invite(november, whom=[make_post()], on=TODAY, by=officer)


def test_attendance_is_agreed_also_where_nobody_was_asked(november, officer):
    post = make_post()
    kept = answer_invitation(november, who=post, answer="comes", note="Until eight", by=officer)
    assert (kept.invited_on, kept.answer, kept.answered_on, kept.note) == (None, "comes", TODAY, "Until eight")
    kept = answer_invitation(november, who=post, answer="substitute", instead="Ann", by=officer, on=date(2023, 9, 18))
    assert (kept.answer, kept.instead, kept.answered_on, Invitation.objects.count()) == (
        "substitute", "Ann", date(2023, 9, 18), 1,
    )  # fmt: skip
    kept = answer_invitation(november, who=post, answer="cannot", instead="Ann", by=officer)
    assert (kept.answer, kept.instead) == ("cannot", "")


def test_whoever_sends_somebody_says_whom(november, officer):
    with pytest.raises(Refusal, match="Say who comes instead"):
        answer_invitation(november, who=make_post(), answer="substitute", by=officer)


def test_guests_are_added_by_name_once_to_a_meeting_or_with_an_item(november, officer):
    item = make_item(november, by=officer)
    person = add_guest(meeting=november, person="Ann Lee", because="Expert", by=officer)
    police = add_guest(item=item, organisation="Police", because="Agreed", by=officer, asked_on=date(2023, 3, 6))
    assert [(str(one), one.meeting, one.item, one.asked_on) for one in (person, police)] == [
        ("Ann Lee", november, None, TODAY), ("Police", None, item, date(2023, 3, 6)),
    ]  # fmt: skip
    with pytest.raises(Refusal, match="on the list already"):
        add_guest(item=item, organisation="the police", because="Again", by=officer)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({}, "Enter the name"), ({"person": "Ann", "organisation": "Police"}, "Enter the name"),
        ({"person": "Ann", "because": " "}, "Say why"),
    ],
)  # fmt: skip
def test_guest_without_one_name_or_a_reason_is_refused(november, officer, words, said):
    with pytest.raises(Refusal, match=said):
        add_guest(meeting=november, by=officer, **{"because": "Expert", **words})


def test_whoever_is_taken_off_says_why_once_and_can_be_added_again(november, officer):
    guest = add_guest(meeting=november, person="Ann", because="Expert", by=officer)
    with pytest.raises(Refusal, match="Say why"):
        withdraw_invitation(guest, because=" ", by=officer)
    withdraw_invitation(guest, because="Ill", by=officer)
    with pytest.raises(Refusal, match="off the list already"):
        withdraw_invitation(guest, because="Ill", by=officer)
    assert add_guest(meeting=november, person="Ann", because="Well again", by=officer).pk != guest.pk
