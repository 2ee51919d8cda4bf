"""The demonstration year as an edition and at its end."""

from datetime import date, time

import pytest
from django.db import transaction

from actions.domain.carrying import carry_over
from actions.domain.editions import build_edition, freeze_edition
from actions.domain.moving import move_meeting
from actions.domain.year_end import plan_year_end
from committees.models import Meeting
from council.domain.setting_up import open_year
from council.models import User
from papers.writing.canonical import hash_of
from papers.writing.edition import Change
from workprogramme.domain.editions import read_edition, text_of
from workprogramme.domain.items import move_item
from workprogramme.models import Carried, Edition, Item, Programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]

SEND = "Special Educational Needs and Disabilities Joint Commissioning Plan"


@pytest.fixture
def officer():
    return User.objects.get(username="officer")


@pytest.fixture
def edition():
    return Edition.objects.get()


def test_september_is_kept_with_all_that_its_papers_print(edition):
    facts = read_edition(edition)
    assert (edition.number, facts.meeting.on, facts.published_on, facts.adopted) == (
        1, date(2023, 9, 26), date(2023, 9, 18), "13 (1) of 6 June 2023",
    )  # fmt: skip
    headings = [(m.heading.weekday, m.heading.on, m.heading.at, m.heading.venue, len(m.rows)) for m in facts.meetings]
    assert headings == [
        ("Tuesday", date(2023, 6, 6), time(18, 30), "Town Hall, Bootle", 9),
        ("Tuesday", date(2023, 9, 26), time(18, 30), "Town Hall, Southport", 7),
        ("Tuesday", date(2023, 11, 14), time(18, 30), "Town Hall, Bootle", 7),
        ("Tuesday", date(2024, 1, 30), time(18, 30), "Town Hall, Southport", 5),
        ("Tuesday", date(2024, 3, 12), time(18, 30), "Town Hall, Bootle", 6),
    ]
    assert [(row.number, row.title, row.author_column) for row in facts.meetings[1].rows[:2]] == [
        (1, "Cabinet Member Update Reports", "Tricia Davies/Joe Banham/Debbie Campbell"),
        (2, "Domestic Abuse", "Janette Maxwell"),
    ]
    counted = (facts.rows, facts.informal, facts.training, facts.tracker, facts.seats, facts.agenda)
    assert [len(part) for part in counted] == [34, 7, 3, 19, 16, 11]
    assert [matter.title for matter in facts.carried_over] == [
        "Police and Multi-Agency Safeguarding Hub representatives"
    ]
    assert [(officer.name, officer.post) for officer in facts.officers] == [
        ("Debbie Campbell", "Democratic Services Manager")
    ]
    assert [line.minute for line in facts.tracker if line.overlooked] == ["5 (2)", "6 (2) (d)", "8 (2)", "13 (7)"]
    plan = facts.forward_plan
    assert (plan.published_on, plan.from_on, plan.to_on, plan.entries) == (
        date(2023, 8, 31), date(2023, 10, 1), date(2024, 1, 31), (),
    )  # fmt: skip


def test_moving_the_send_plan_is_what_changed_and_the_edition_stays_as_it_was(edition, officer):
    with transaction.atomic():
        january = Meeting.objects.deciding().get(on="2024-01-30")
        item = Item.objects.get(title=SEND)
        move_item(item, to=january, why="The plan is not signed yet", by=officer)
        move_meeting(Meeting.objects.deciding().get(on="2024-03-12"), to=date(2024, 3, 19), why="Hall", by=officer)
        assert build_edition(edition.programme).changes == (
            Change("meeting_moved", f"M{Meeting.objects.get(on='2024-03-19').pk}", "Formal meeting", "12 March 2024",
                   "19 March 2024"),
            Change("moved", item.ref, SEND, "14 November 2023", "30 January 2024", "The plan is not signed yet"),
        )  # fmt: skip
        kept = Edition.objects.get()
        assert (kept.content, kept.sha256, hash_of(text_of(kept))) == (edition.content, edition.sha256, edition.sha256)
        transaction.set_rollback(True)


def test_freezing_the_demonstration_again_makes_no_new_edition(edition, officer):
    assert freeze_edition(edition.programme, for_meeting=edition.for_meeting, by=officer) == edition


def test_year_end_says_what_is_carried_what_is_not_and_why(officer):
    plan = plan_year_end(Programme.objects.get())
    assert [(line.title, line.because) for line in plan.carried] == [
        ("Education Scorecard",
         "Regularly, at chosen meetings (Minute 9 (3) of 6 June 2023), on 3 meetings this year"),
        ("Ofsted Inspection Reports", "Once in each school term, on 3 meetings this year"),
        ("Cabinet Member Update Reports", "At every formal meeting, on 5 meetings this year"),
        ("Work Programme Update", "At every formal meeting, on 5 meetings this year"),
        ("Children's Social Care Overview of Practice and CHAT",
         "At every formal meeting (Minute 7 (3) of 6 June 2023), on 4 meetings this year"),
        ("Police and Multi-Agency Safeguarding Hub representatives",
         "Accepted, on no meeting yet: Agreed on 6 March 2023, Minute 59 (2) (a); formal or informal is still to be "
         "decided"),
    ]  # fmt: skip
    assert len(plan.left) == 34 - (3 + 3 + 5 + 5 + 4)
    improvement = [line.because for line in plan.left if line.title == "Children's Services Improvement Programme"]
    assert (len(improvement), improvement[0]) == (
        5, "Heard on 6 June 2023. Its title is on 5 meetings, yet it is not marked as coming back",
    )  # fmt: skip
    assert {line.because for line in plan.left} - set(improvement) == {
        "Heard on 6 June 2023",
        *(f"On the meeting of {when}, still to come"
          for when in ("26 September 2023", "14 November 2023", "30 January 2024")),
    }  # fmt: skip
    assert len(plan.stays) == 19
    assert [(row.meeting.on, row.on, row.why_not) for row in plan.meetings] == [
        (date(2023, 6, 6), date(2024, 6, 4), ""),
        (date(2023, 9, 26), date(2024, 9, 24), ""),
        (date(2023, 11, 14), date(2024, 11, 12), ""),
        (date(2024, 1, 30), date(2025, 1, 28), ""),
        (date(2024, 3, 12), date(2025, 3, 11), ""),
    ]


def test_year_end_twice_is_the_same(officer):
    def record():
        return [list(table.objects.order_by("pk").values()) for table in (Item, Carried, Meeting, Item.history.model)]

    with transaction.atomic():
        programme, year = Programme.objects.get(), open_year("2024/25")
        carry_over(programme, to_year=year, by=officer)
        once = record()
        assert (carry_over(programme, to_year=year, by=officer).carried, record()) == ([], once)
        assert Carried.objects.values("after").distinct().count() == 6
        transaction.set_rollback(True)
