"""A committee's cycle, and the dates it gives a meeting."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from committees.domain.cycle import OUR_DEFAULT, override_stage_date, prove_stage, set_up_cycle, write_stage_dates
from committees.enums import Stage
from committees.models import Cycle, StageDate
from council.calendar import office_calendar
from council.models import ClockSetting, Holiday
from council.refusal import Refusal
from deadlines.rules import find_rule
from tests.factories import make_body, make_meeting, make_user
from tests.ledgers import as_stored, moves_of, tell_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


@pytest.fixture
def body():
    return make_body()


@pytest.fixture
def user():
    return make_user()


def dates_of(meeting) -> dict[str, date]:
    return {row.stage: row.on for row in meeting.stage_dates.all()}


def test_set_up_cycle_gives_the_default_offsets_with_their_sources(body):
    rows = [(row.stage, row.number, row.counting) for row in set_up_cycle(body)]
    assert rows == [
        ("title", 30, "working-days-before"),
        ("draft", 20, "working-days-before"),
        ("comments", 15, "working-days-before"),
        ("clearance", 10, "working-days-before"),
        ("final", 7, "working-days-before"),
        ("published", 5, "clear-days-before"),
    ]
    sources = list(body.cycle.values_list("source", flat=True))
    assert sources[:5] == [OUR_DEFAULT] * 5
    assert sources[5].startswith("Local Government Act 1972 s100A(6)(a)")


def test_set_up_cycle_leaves_a_committee_s_own_offsets_alone(body):
    Cycle.objects.create(body=body, stage=Stage.DRAFT, number=12, counting="working-days-before", source="Ours")
    assert [(row.stage, row.number) for row in set_up_cycle(body)] == [("draft", 12)]


def test_set_up_cycle_takes_the_council_s_own_period_of_publication(body):
    ClockSetting.objects.create(key="publication", number=7, source="Standing order 4")
    assert [(row.number, row.source) for row in set_up_cycle(body)][-1] == (7, "Standing order 4")


# Counted by hand: title, draft, comments, clearance, final, published.
STAGE_DATES = {
    "August bank holiday": "2023-09-26: 2023-08-14 2023-08-29 2023-09-05 2023-09-12 2023-09-15 2023-09-18",
    "no holiday at all": "2023-11-14: 2023-10-03 2023-10-17 2023-10-24 2023-10-31 2023-11-03 2023-11-06",
    "Christmas and New Year": "2024-01-09: 2023-11-23 2023-12-07 2023-12-14 2023-12-21 2023-12-28 2023-12-29",
    "leap day": "2024-03-12: 2024-01-30 2024-02-13 2024-02-20 2024-02-27 2024-03-01 2024-03-04",
    "Easter": "2024-04-09: 2024-02-23 2024-03-08 2024-03-15 2024-03-22 2024-03-27 2024-03-28",
    "Easter and the coronation": "2023-05-16: 2023-03-29 2023-04-14 2023-04-21 2023-04-28 2023-05-04 2023-05-05",
    "state funeral": "2022-09-27: 2022-08-12 2022-08-26 2022-09-05 2022-09-12 2022-09-15 2022-09-16",
    "both bank holidays in May": "2024-05-28: 2024-04-12 2024-04-26 2024-05-03 2024-05-13 2024-05-16 2024-05-17",
}


@pytest.mark.parametrize("around", STAGE_DATES)
def test_stage_dates_of_a_meeting(body, user, hold_date, around):
    hold_date(date(2022, 1, 4))
    meeting_on, days = STAGE_DATES[around].split(": ")
    meeting = make_meeting(body, date.fromisoformat(meeting_on), by=user)
    assert [day.isoformat() for day in dates_of(meeting).values()] == days.split()


@pytest.mark.parametrize(
    ("meeting_on", "publish_by"),
    [(date(2023, 9, 26), date(2023, 9, 18)), (date(2024, 4, 9), date(2024, 3, 28))],
)
def test_agenda_is_published_five_clear_days_before(body, user, meeting_on, publish_by):
    meeting = make_meeting(body, meeting_on, by=user)
    assert (meeting.publication.due_on, meeting.publication.first_due_on) == (publish_by, publish_by)


def test_stage_dates_say_their_rule_in_words(body, user):
    meeting = make_meeting(body, date(2023, 11, 14), by=user)
    words = list(meeting.stage_dates.values_list("why", flat=True))
    assert (words[1], words[5]) == (
        "20 working days before the meeting on 14 November 2023",
        "5 clear days before the meeting on 14 November 2023",
    )
    assert meeting.publication.why == words[5]


def test_prove_stage_ends_on_the_day_that_is_written(body, user):
    meeting = make_meeting(body, date(2024, 4, 9), by=user)
    proofs = {row.stage: prove_stage(row, meeting.on, office_calendar()).end for row in body.cycle.all()}
    assert proofs == dates_of(meeting)
    assert {row.counting for row in body.cycle.all()} == {
        find_rule("working-days-before").name,
        find_rule("clear-days-before").name,
    }


@pytest.mark.parametrize("kind", ["informal", "site_visit", "training", "workshop", "working_group"])
def test_stage_dates_are_for_formal_meetings_alone(body, user, kind):
    meeting = make_meeting(body, date(2023, 11, 14), by=user, kind=kind)
    assert (write_stage_dates(meeting, office_calendar()), StageDate.objects.count()) == ([], 0)
    assert hasattr(meeting, "publication") is False


@pytest.mark.parametrize("kind", ["formal", "special", "call_in"])
def test_stage_dates_are_for_every_meeting_that_can_resolve(body, user, kind):
    meeting = make_meeting(body, date(2023, 11, 14), by=user, kind=kind)
    assert (len(dates_of(meeting)), meeting.publication.due_on) == (6, date(2023, 11, 6))


def test_write_stage_dates_twice_keeps_one_row_a_stage(body, user):
    meeting = make_meeting(body, date(2023, 11, 14), by=user)
    before = list(meeting.stage_dates.values_list("pk", "computed_on"))
    write_stage_dates(meeting, office_calendar())
    assert list(meeting.stage_dates.values_list("pk", "computed_on")) == before


def test_override_stands_with_its_reason_beside_a_fresh_computation(body, user):
    meeting = make_meeting(body, date(2023, 11, 14), by=user)
    draft = meeting.stage_dates.get(stage="draft")
    override_stage_date(draft, on=date(2023, 10, 12), why="Half term")
    Holiday.objects.create(on=date(2023, 11, 1), name="Proclaimed day")
    write_stage_dates(meeting, office_calendar())
    draft.refresh_from_db()
    assert (draft.on, draft.overridden_because, draft.computed_on) == (
        date(2023, 10, 12),
        "Half term",
        date(2023, 10, 16),
    )


@pytest.mark.parametrize("why", ["", "  "])
def test_override_refuses_without_a_reason(body, user, why):
    draft = make_meeting(body, date(2023, 11, 14), by=user).stage_dates.get(stage="draft")
    with pytest.raises(Refusal) as refused:
        override_stage_date(draft, on=date(2023, 10, 12), why=why)
    draft.refresh_from_db()
    assert str(refused.value) == "Say why this meeting has a date of its own for this stage."
    assert draft.overridden_on is None


def test_override_refuses_a_day_after_the_meeting(body, user):
    draft = make_meeting(body, date(2023, 11, 14), by=user).stage_dates.get(stage="draft")
    with pytest.raises(Refusal, match="The meeting is on 14 November 2023: a report cannot be due after it"):
        override_stage_date(draft, on=date(2023, 11, 15), why="Half term")
    draft.refresh_from_db()
    assert draft.overridden_on is None


def test_override_without_a_reason_is_held_off_by_the_database(body, user):
    make_meeting(body, date(2023, 11, 14), by=user)
    with pytest.raises(IntegrityError), transaction.atomic():
        StageDate.objects.update(overridden_on=date(2023, 10, 12))
    assert StageDate.objects.filter(overridden_on__isnull=False).count() == 0


def test_publication_has_a_ledger_of_its_own(body, user):
    publication = make_meeting(body, date(2023, 11, 14), by=user).publication
    assert (moves_of(publication), as_stored(publication)) == ([], tell_again(publication))
