"""What differs between two editions."""

from dataclasses import replace
from datetime import date

import pytest

from papers.writing.changes import KINDS, compare
from papers.writing.edition import Change, Edition, FormalMeeting, Heading, InformalRow, Row

NOVEMBER = Heading("M3", date(2023, 11, 14), venue="Town Hall, Bootle")
JANUARY = Heading("M4", date(2024, 1, 30))
SEND = Row("I20", 1, "Joint commissioning plan", authors=("Eleanor Moulton",), route="Formal agenda")
SCORECARD = Row("I21", 2, "Education scorecard", authors=("Tricia Davies",), route="Formal agenda")
VISIT = InformalRow("M9", 1, "Site visit", "Wellbeing centre", when="to be arranged", state="To be arranged")
EDITION = Edition(
    council="Council", committee="Committee", called="Committee", year="2023/24", number=1, made_on=date(2023, 9, 18),
    meetings=(FormalMeeting(NOVEMBER, (SEND, SCORECARD)), FormalMeeting(JANUARY)), informal=(VISIT,),
)  # fmt: skip


def with_rows(november=(SEND, SCORECARD), january=(), **more):
    headings = (FormalMeeting(NOVEMBER, november), FormalMeeting(JANUARY, january))
    return replace(EDITION, number=2, **{"meetings": headings, **more})


def test_same_editions_differ_in_nothing():
    assert compare(EDITION, EDITION) == ()


MOVED = replace(SEND, number=1, because="Author asked")
NEW = Row("I30", 3, "Fostering")
HELD = replace(VISIT, when="2 October 2023", state="Arranged")


@pytest.mark.parametrize(
    ("after", "change"),
    [
        (with_rows((SCORECARD,), (MOVED,)),
         Change("moved", "I20", SEND.title, "14 November 2023", "30 January 2024", "Author asked")),
        (with_rows((SEND, SCORECARD, NEW)), Change("added", "I30", "Fostering", now="14 November 2023")),
        (with_rows(unplaced=(NEW,)), Change("added", "I30", "Fostering", now="No meeting yet")),
        (with_rows((SCORECARD,), unplaced=(MOVED,)),
         Change("deferred", "I20", SEND.title, "14 November 2023", "No meeting yet", "Author asked")),
        (with_rows((SCORECARD,)), Change("dropped", "I20", SEND.title, "14 November 2023")),
        (with_rows((SCORECARD,), taken_off=(replace(SEND, because="Done elsewhere"),)),
         Change("dropped", "I20", SEND.title, "14 November 2023", because="Done elsewhere")),
        (with_rows((replace(SEND, title="SEND plan"), SCORECARD)),
         Change("retitled", "I20", "SEND plan", SEND.title, "SEND plan")),
        (with_rows((replace(SEND, authors=("Ada", "Bo")), SCORECARD)),
         Change("authors_changed", "I20", SEND.title, "Eleanor Moulton", "Ada/Bo")),
        (with_rows((replace(SEND, route="Written briefing"), SCORECARD)),
         Change("rerouted", "I20", SEND.title, "Formal agenda", "Written briefing")),
        (with_rows(informal=(HELD,)),
         Change("informal_changed", "M9", VISIT.title, "to be arranged", "2 October 2023 (arranged)")),
        (with_rows(informal=()), Change("informal_dropped", "M9", VISIT.title, "to be arranged")),
    ],
)  # fmt: skip
def test_each_kind_of_change_is_told(after, change):
    assert compare(EDITION, after) == (change,)


def test_item_put_on_a_meeting_from_none_has_moved():
    waiting = with_rows((SCORECARD,), unplaced=(SEND,))
    assert compare(waiting, EDITION) == (Change("moved", "I20", SEND.title, "No meeting yet", "14 November 2023"),)


def test_meeting_that_takes_another_day_moves_none_of_its_items():
    later = replace(NOVEMBER, on=date(2023, 11, 21), venue="Town Hall, Southport")
    after = replace(EDITION, meetings=(FormalMeeting(later, (SEND, SCORECARD)), FormalMeeting(JANUARY)))
    assert compare(EDITION, after) == (
        Change("meeting_moved", "M3", "Formal meeting", "14 November 2023", "21 November 2023"),
        Change(
            "meeting_elsewhere", "M3", "Formal meeting, 21 November 2023", "Town Hall, Bootle", "Town Hall, Southport"
        ),
    )


def test_meetings_added_and_dropped_are_told_before_items():
    march = Heading("M5", date(2024, 3, 12))
    after = replace(EDITION, meetings=(FormalMeeting(NOVEMBER, (SCORECARD,)), FormalMeeting(march, (SEND,))))
    assert [(change.kind, change.ref) for change in compare(EDITION, after)] == [
        ("meeting_added", "M5"), ("meeting_dropped", "M4"), ("moved", "I20"),
    ]  # fmt: skip


def test_title_that_becomes_public_is_not_told_as_a_new_title():
    hidden = with_rows((Row("I20", 1, "Exempt item", exempt=True, route="Formal agenda"), SCORECARD))
    assert compare(hidden, EDITION) == ()


def test_comparing_backwards_turns_added_into_dropped():
    after = with_rows((SEND, SCORECARD, NEW))
    assert [change.kind for change in compare(after, EDITION)] == ["dropped"]
    assert set(KINDS) >= {"dropped", "added"}
