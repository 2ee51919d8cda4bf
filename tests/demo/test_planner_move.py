"""Moving a report from November to January in the demonstration: what is shown before, and that all agree after."""

from datetime import date

import pytest

from council.calendar import office_calendar
from council.models import Person, User
from deadlines.clock import working_days_before
from reminders.domain.preview import preview
from scrutiny.duties import duties_of
from tests.ledgers import as_stored, moves_of, tell_again
from workprogramme.models import Item

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]

TITLE = "Special Educational Needs and Disabilities Joint Commissioning Plan"
NOVEMBER, JANUARY = date(2023, 11, 14), date(2024, 1, 30)
MOVES = {
    "Title and author confirmed": (date(2023, 10, 3), date(2023, 12, 14)),
    "First draft": (date(2023, 10, 17), date(2024, 1, 2)),
    "Finance and legal comments": (date(2023, 10, 24), date(2024, 1, 9)),
    "Clearance": (date(2023, 10, 31), date(2024, 1, 16)),
    "Final": (date(2023, 11, 3), date(2024, 1, 19)),
}
EVE = 5
"""The last reminder before a stage goes so many working days before it."""


@pytest.fixture
def item():
    return Item.objects.get(title=TITLE)


@pytest.fixture
def january(item):
    return item.programme.body.meetings.deciding().get(on=JANUARY)


@pytest.fixture
def officer(client):
    client.force_login(User.objects.get(username="officer"))
    return client


@pytest.fixture
def author():
    return User.objects.create_user("eleanor", person=Person.objects.get(name="Eleanor Moulton"))


def dates(item) -> dict[str, date]:
    return {stage.get_stage_display(): stage.due_on for stage in item.stages.all()}


def reminded_on(day: date) -> list[tuple[str, date]]:
    """Of which stages of this report its author would be reminded on a day, and by when each is due."""
    return [
        (told.line.title, told.due_on)
        for mail in preview(day).mails
        if str(mail.recipient) == "Eleanor Moulton"
        for told in mail.reminders
        if TITLE in told.line.title
    ]


def eve_of(day: date) -> date:
    return working_days_before(day, EVE, office_calendar())


def move(officer, item, january):
    address = f"/items/I{item.pk}/move/?to={january.pk}"
    form = officer.get(address).context["form"]
    given = {name: form[name].value() for name in ("version", "seen")}
    officer.post(address, {"why": "Partners need more time", "agreed_by": "Chair", **given})


def test_page_lists_each_date_that_moves_whose_and_what_it_would_break_before_yes(officer, item, january):
    page = officer.get(f"/items/I{item.pk}/move/?to={january.pk}")
    told = page.context["told"]
    assert {one.what: (one.from_on, one.to_on) for one in told.moved} == MOVES
    assert {one.whose for one in told.moved} == {"Eleanor Moulton"}
    assert [clash.words for clash in told.clashes] == [
        "Christmas Day (25 Dec 2023), Boxing Day (26 Dec 2023) and New Year's Day (1 Jan 2024) "
        "fall in the days for: First draft, due 2 January 2024."
    ]
    item.refresh_from_db()
    assert (item.meeting.on, dates(item)) == (NOVEMBER, {name: before for name, (before, _) in MOVES.items()})


def test_ledger_and_the_authors_dates_agree_with_what_was_shown(officer, item, january, author):
    move(officer, item, january)
    item.refresh_from_db()
    stages = {stage.get_stage_display(): stage for stage in item.stages.all()}
    assert {name: moves_of(stage) for name, stage in stages.items()} == {name: [days] for name, days in MOVES.items()}
    assert all(as_stored(stage) == tell_again(stage) for stage in stages.values())
    assert {(slip.why, slip.agreed_by) for stage in stages.values() for slip in stage.slips.all()} == {
        ("Partners need more time", "Chair")
    }
    owed = {
        duty.what.removesuffix(f": {TITLE}"): (duty.first_due_on, duty.due_on)
        for duty in duties_of(author, on=date(2023, 9, 19))
        if TITLE in duty.what
    }
    assert owed == MOVES


@pytest.mark.parametrize("stage", ["First draft", "Final"])
def test_next_reminders_follow(officer, item, january, stage):
    before, after = MOVES[stage]
    line = (f"{stage}: {TITLE}", before)
    assert line in reminded_on(eve_of(before))
    move(officer, item, january)
    assert reminded_on(eve_of(before)) == []
    assert (line[0], after) in reminded_on(eve_of(after))
