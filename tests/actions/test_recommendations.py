"""The six-month clock of a recommendation (Protocol 8.12)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from actions.domain.recommendations import (
    approve_by_council,
    make_recommendation,
    report_progress,
    review_progress,
    sign_off,
)
from actions.enums import RECOMMENDATION_LIFE, RecommendationState
from actions.models import ImplementationUpdate, Recommendation
from council.models import ClockSetting
from council.refusal import Refusal
from tests.factories import make_body, make_meeting, make_officer, make_post, make_recommended

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

APPROVED = date(2023, 11, 16)


@pytest.fixture
def body():
    return make_body()


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def recommendation(body, officer):
    return make_recommended(body, date(2023, 3, 1), by=officer, lead_post=make_post("Director of Education"))


@pytest.mark.parametrize(
    ("approved_on", "due"),
    [
        (date(2023, 11, 16), [date(2024, 5, 16), date(2024, 11, 16), date(2025, 5, 16)]),
        (date(2023, 8, 31), [date(2024, 2, 29), date(2024, 8, 31), date(2025, 2, 28)]),
        (date(2023, 8, 30), [date(2024, 2, 29), date(2024, 8, 30), date(2025, 2, 28)]),
        (date(2024, 2, 29), [date(2024, 8, 29), date(2025, 2, 28), date(2025, 8, 29)]),
        (date(2023, 12, 31), [date(2024, 6, 30), date(2024, 12, 31), date(2025, 6, 30)]),
    ],
)
def test_updates_fall_due_every_six_months_after_approval_without_drift(recommendation, officer, approved_on, due):
    update = approve_by_council(recommendation, on=approved_on, by=officer)
    for _ in due[1:]:
        report_progress(update, view="on_track", text="Half done", by=officer)
        update = ImplementationUpdate.objects.owed().get()
    updates = ImplementationUpdate.objects.order_by("number")
    assert [one.due_on for one in updates] == [one.first_due_on for one in updates] == due
    assert [one.number for one in updates] == [1, 2, 3]


def test_approve_by_council_says_its_rule_and_who_owes_it(recommendation, officer):
    update = approve_by_council(recommendation, on=APPROVED, by=officer)
    recommendation.refresh_from_db()
    assert (recommendation.state, recommendation.approved_on, recommendation.version) == (
        "being_implemented",
        APPROVED,
        1,
    )
    assert (update.why, update.owed_by) == (
        "6 months after Council approved it on 16 November 2023",
        recommendation.lead_post,
    )


def test_approve_by_council_follows_the_council_s_own_period(recommendation, officer):
    ClockSetting.objects.create(key="implementation_update", number=9, source="Council, 1 June 2023")
    assert approve_by_council(recommendation, on=APPROVED, by=officer).due_on == date(2024, 8, 16)


def test_approve_by_council_refuses_twice_and_before_it_was_made(recommendation, officer):
    with pytest.raises(Refusal) as refused:
        approve_by_council(recommendation, on=date(2023, 2, 28), by=officer)
    assert str(refused.value) == "Council cannot approve a recommendation before it was made."
    approve_by_council(recommendation, on=APPROVED, by=officer)
    with pytest.raises(Refusal) as refused:
        approve_by_council(recommendation, on=date(2023, 11, 17), by=officer)
    assert str(refused.value) == "Council approved this recommendation on 16 November 2023."
    assert (ImplementationUpdate.objects.count(), Recommendation.objects.get().approved_on) == (1, APPROVED)


def test_approve_by_council_a_second_time_after_it_was_not_achieved_is_refused(recommendation, body, officer):
    approve_by_council(recommendation, on=APPROVED, by=officer)
    meeting = make_meeting(body, date(2024, 6, 4), by=officer)
    sign_off(recommendation, meeting=meeting, achieved=False, why="No money", by=officer)
    with pytest.raises(Refusal, match="Council approved this recommendation on 16 November 2023"):
        approve_by_council(recommendation, on=date(2024, 7, 18), by=officer)
    assert ImplementationUpdate.objects.count() == 1


def test_report_progress_meets_one_update_and_owes_the_next(recommendation, officer):
    update = approve_by_council(recommendation, on=APPROVED, by=officer)
    given = report_progress(update, view="on_track", text=" Half done ", by=officer)
    assert (given.owner_view, given.owner_text, given.met_on, given.met_by) == (
        "on_track",
        "Half done",
        date(2023, 9, 19),
        officer,
    )
    assert list(ImplementationUpdate.objects.owed().values_list("number", flat=True)) == [2]


@pytest.mark.parametrize(("view", "text"), [("", "Half done"), ("on_track", " ")])
def test_report_progress_refuses_half_a_view(recommendation, officer, view, text):
    update = approve_by_council(recommendation, on=APPROVED, by=officer)
    with pytest.raises(Refusal) as refused:
        report_progress(update, view=view, text=text, by=officer)
    assert str(refused.value) == "Choose where it stands and say what has been done."
    assert (ImplementationUpdate.objects.count(), ImplementationUpdate.objects.get().met_on) == (1, None)


def test_report_progress_twice_is_refused_also_from_an_old_page(recommendation, officer):
    update = approve_by_council(recommendation, on=APPROVED, by=officer)
    report_progress(update, view="on_track", text="Half done", by=officer)
    with pytest.raises(Refusal) as refused:
        report_progress(update, view="achieved", text="All done", by=officer)
    assert str(refused.value) == "This update has been given or is no longer needed."
    assert ImplementationUpdate.objects.count() == 2


def test_review_progress_keeps_both_voices_side_by_side(recommendation, officer):
    update = approve_by_council(recommendation, on=APPROVED, by=officer)
    with pytest.raises(Refusal) as refused:
        review_progress(update, view="slipped", text="Where are the figures?", by=officer)
    assert str(refused.value) == "The owner has not given this update yet."
    given = report_progress(update, view="on_track", text="Half done", by=officer)
    both = review_progress(given, view="slipped", text="Where are the figures?", by=officer)
    assert (both.owner_view, both.owner_text, both.committee_view, both.committee_text) == (
        "on_track",
        "Half done",
        "slipped",
        "Where are the figures?",
    )


@pytest.mark.parametrize(("achieved", "state"), [(True, "achieved"), (False, "not_achieved")])
def test_sign_off_ends_the_clock(recommendation, body, officer, achieved, state):
    approve_by_council(recommendation, on=APPROVED, by=officer)
    meeting = make_meeting(body, date(2023, 9, 26), by=officer)
    done = sign_off(recommendation, meeting=meeting, achieved=achieved, by=officer, why="The grant ended")
    assert (done.state, done.signed_off_at) == (state, meeting)
    assert ImplementationUpdate.objects.owed().count() == 0
    update = ImplementationUpdate.objects.get()
    assert update.waived_because == "Signed off at the meeting of 26 September 2023"
    with pytest.raises(Refusal):
        report_progress(update, view="achieved", text="All done", by=officer)
    assert ImplementationUpdate.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "why", "message"),
    [
        ("informal", "Why", "Informal meetings have no decision-making powers (Protocol 8.3)."),
        ("formal", " ", "Say why it was not achieved."),
    ],
)
def test_sign_off_refuses_and_changes_nothing(recommendation, body, officer, kind, why, message):
    approve_by_council(recommendation, on=APPROVED, by=officer)
    meeting = make_meeting(body, date(2023, 9, 26), by=officer, kind=kind)
    before = [list(table.objects.values()) for table in (Recommendation, ImplementationUpdate)]
    with pytest.raises(Refusal) as refused:
        sign_off(recommendation, meeting=meeting, achieved=False, why=why, by=officer)
    assert str(refused.value).startswith(message)
    assert [list(table.objects.values()) for table in (Recommendation, ImplementationUpdate)] == before


def test_sign_off_before_council_approved_is_refused(recommendation, body, officer):
    meeting = make_meeting(body, date(2023, 9, 26), by=officer)
    with pytest.raises(Refusal) as refused:
        sign_off(recommendation, meeting=meeting, achieved=True, by=officer)
    assert str(refused.value) == "This recommendation is made, so it cannot be recorded as achieved."
    assert Recommendation.objects.get().signed_off_at is None


def test_recommendation_life_is_the_table():
    assert {state.value: {then.value for then in RECOMMENDATION_LIFE[state]} for state in RecommendationState} == {
        "made": {"sent", "being_implemented", "not_accepted"},
        "sent": {"responded", "being_implemented", "not_accepted"},
        "responded": {"being_implemented", "not_accepted"},
        "being_implemented": {"achieved", "not_achieved"},
        "achieved": set(),
        "not_achieved": {"being_implemented", "achieved"},
        "not_accepted": set(),
    }


def test_make_recommendation_refuses_no_text(body, officer):
    with pytest.raises(Refusal) as refused:
        make_recommendation(body=body, text=" ", made_on=date(2023, 3, 1), by=officer)
    assert (str(refused.value), Recommendation.objects.count()) == (
        "Enter the recommendation as the committee made it.",
        0,
    )


def test_update_without_a_date_is_held_off_by_the_database(recommendation, officer):
    approve_by_council(recommendation, on=APPROVED, by=officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        ImplementationUpdate.objects.update(due_on=None)
    assert ImplementationUpdate.objects.get().due_on == date(2024, 5, 16)
