"""Adopting a paper: whole or not at all, once, and never editing what is on record."""

import json
from datetime import date
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from actions.domain.actions import arrange, put_on_programme
from actions.domain.two_voices import record_answer
from actions.models import Action, ActionClause
from committees.domain.seats import end_term, take_seat
from committees.models import AgendaLine, Clause, Meeting, Minute, Paper, PaperWarning, Seat
from council.models import Body, Council, Person, User
from council.refusal import Refusal
from intake.domain.adopt import adopt_paper
from papers.reading import facts
from tests.factories import make_body, make_person, make_user
from workprogramme.models import Item, ItemAuthor

PAPERS = Path(settings.BASE_DIR).parent / "shared" / "papers"
PACK = PAPERS / "agenda-pack-2023-09-26.txt"
TABLES = (Body, Meeting, Seat, Minute, Clause, Action, ActionClause, Item, ItemAuthor, AgendaLine, Person, Paper)
needs_papers = pytest.mark.skipif(not PAPERS.exists(), reason="the papers are not here")
pytestmark = pytest.mark.django_db

MINUTES = """
OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS)

MEETING HELD AT THE GUILDHALL, WESTPORT
ON THURSDAY 7TH SEPTEMBER, 2023

PRESENT: Councillor Ashdown (in the Chair)
Councillors Birch and Cole

1. APOLOGIES FOR ABSENCE

Apologies for absence were received from Councillor Dale.

2. TRAM DEPOT

The Committee considered the report of the Director of Trams on the depot.

RESOLVED: That

- (1) the report be noted; and
- (2) the Director of Trams be requested to submit a further report on depot costs to the next meeting of the Committee.
"""


@pytest.fixture
def officer():
    return make_user("Officer Adams")


@pytest.fixture
def minutes(tmp_path):
    paper = tmp_path / "minutes.txt"
    paper.write_text(MINUTES)
    return paper


def counts() -> dict[str, int]:
    return {table.__name__: table.objects.count() for table in TABLES}


def adopt(paper, by) -> None:
    call_command("adopt_paper", str(paper), by=by.username)


def test_adopted_minutes_are_on_record_as_printed(minutes, officer, hold_date):
    hold_date(date(2023, 9, 8))
    adopt(minutes, officer)
    action = Action.objects.get()
    assert list(Clause.objects.values_list("path", "text")) == [
        ("2/1", "the report be noted; and"),
        (
            "2/2",
            "the Director of Trams be requested to submit a further report on depot costs to the next meeting of the "
            "Committee.",
        ),
    ]
    assert (str(action.owed_by), action.due_kind, action.due_on, action.state) == (
        "Director of Trams", "next_meeting", None, "open",
    )  # fmt: skip


def test_adopting_twice_changes_nothing_and_says_so(minutes, officer, capsys):
    adopt(minutes, officer)
    before = counts()
    adopt(minutes, officer)
    assert counts() == before
    assert "already on record" in capsys.readouterr().out.splitlines()[-1]


def test_changed_copy_adds_only_what_is_new_and_edits_nothing(minutes, officer, tmp_path):
    adopt(minutes, officer)
    before = counts()
    changed = tmp_path / "changed.txt"
    changed.write_text(MINUTES.replace("the report be noted", "the report be welcomed"))
    adopt(changed, officer)
    assert counts() == before | {"Paper": 2}
    assert Clause.objects.get(path="2/1").text == "the report be noted; and"


PROGRAMME = """
OVERVIEW AND SCRUTINY COMMITTEE (HARBOURS AND TRAMS)

WORK PROGRAMME 2023/24

Tuesday, 31 June 2023, 6.30 p.m., Guildhall, Westport

| No. | Report/Item | Report Author/Organiser |
|---|---|---|
| 1. | Tram Depot | / // |
| 2. | Harbour Wall | Ann Lee / Bo Green |

Tuesday, 26 September 2023, 6.30 p.m., Guildhall, Westport

| No. | Report/Item | Report Author/Organiser |
|---|---|---|
| 1. | Ferry Fares | /// |
"""


def test_rows_under_a_day_that_does_not_exist_wait_for_a_meeting(officer, tmp_path, hold_date):
    hold_date(date(2023, 9, 8))
    paper = tmp_path / "programme.txt"
    paper.write_text(PROGRAMME)
    adopt(paper, officer)
    paper.write_text(PROGRAMME + "\n")
    adopt(paper, officer)
    assert [(item.title, item.state, item.written_by) for item in Item.objects.order_by("pk")] == [
        ("Tram Depot", "accepted", ""),
        ("Harbour Wall", "accepted", "Ann Lee / Bo Green"),
        ("Ferry Fares", "scheduled", ""),
    ]


def test_meeting_put_on_record_later_gives_its_date_to_what_waited_for_it(minutes, officer, tmp_path, hold_date):
    hold_date(date(2023, 9, 8))
    adopt(minutes, officer)
    later = tmp_path / "programme.txt"
    later.write_text(PROGRAMME)
    adopt(later, officer)
    action = Action.objects.get()
    assert (action.due_on, action.first_due_on, str(action.due_meeting.on)) == (
        date(2023, 9, 26), date(2023, 9, 26), "2023-09-26",
    )  # fmt: skip
    assert [slip.why for slip in action.slips.all()] == ["Meetings put on record from programme.txt"]


def read_by_hand(**more) -> facts.Reading:
    seat = facts.Seat("Eve Elm", "chair", None, None, 1)
    meeting = facts.Meeting("Harbours and Trams", date(2023, 9, 26), seats=(seat,))
    return facts.Reading("agenda", **{"meetings": (meeting,), **more})


def test_new_chair_follows_the_one_who_left(officer):
    body = make_body("Harbours and Trams")
    old = take_seat(body=body, person=make_person(), role="chair", by=officer)
    end_term(old, on=date(2023, 5, 17), by=officer)
    adopt_paper(read_by_hand(), name="agenda.txt", sha256="1", by=officer)
    new = Seat.objects.get(person__name="Eve Elm")
    assert (new.role, new.from_on) == ("chair", date(2023, 5, 18))


EVENT = facts.InformalEvent("1", "Depot visit", (), None, None, "to_be_arranged", 3)


@pytest.mark.parametrize(
    ("reading", "why"),
    [
        (read_by_hand(meetings=(facts.Meeting(None, date(2023, 9, 26)),)), "names no meeting"),
        (read_by_hand(meetings=(facts.Meeting("Harbours", None),)), "names no meeting"),
        (
            facts.Reading(
                "programme",
                programme=(facts.Programme("Harbours", None, facts.ProgrammeMeeting(None, None, None, None), ()),),
                informal=(EVENT,),
            ),
            "does not say which municipal year",
        ),
    ],
)
def test_reading_that_cannot_be_placed_is_refused_whole(reading, why, officer):
    before = counts()
    with pytest.raises(Refusal, match=why):
        adopt_paper(reading, name="paper.txt", sha256="1", by=officer)
    assert counts() == before


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps words of any length")
def test_words_longer_than_the_record_keeps_are_refused_whole(officer):
    clause = facts.Clause("1", "2/" + "1" * 90, "the report be noted", "noted", 3)
    item = facts.Item("2", "Depot", clauses=(clause,))
    minutes = facts.Meeting("Harbours", date(2023, 9, 7), held=True, items=(item,))
    before = counts()
    with pytest.raises(Refusal, match="longer than the record keeps"):
        adopt_paper(facts.Reading("minutes", meetings=(minutes,)), name="paper.txt", sha256="1", by=officer)
    assert counts() == before


def test_adopted_before_is_said_with_the_day_it_was_in_london(minutes, officer, capsys):
    with time_machine.travel("2023-07-01 23:30+00:00", tick=False):
        adopt(minutes, officer)
        adopt(minutes, officer)
    assert "since 2 July 2023" in capsys.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"Dear all, the cat sat on the mat. " * 40, "prose"),
        (bytes(range(256)) * 400, "noise"),
        ("The quick brown fox".encode("utf-16"), "prose in another encoding"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_unreadable_paper_changes_nothing(content, why, tmp_path, officer):
    paper = tmp_path / "paper.txt"
    paper.write_bytes(content)
    before = counts()
    with pytest.raises(CommandError, match="Nothing was changed") as refusal:
        adopt(paper, officer)
    assert (counts(), refusal.value.returncode) == (before, 2), why


def test_missing_paper_and_unknown_user_are_told_in_one_line(minutes, officer, tmp_path):
    with pytest.raises(CommandError, match="Nothing was changed"):
        adopt(tmp_path / "missing.txt", officer)
    with pytest.raises(CommandError, match="no user called nobody"):
        call_command("adopt_paper", str(minutes), by="nobody")


@pytest.fixture(scope="class")
def adopted(django_db_setup, django_db_blocker):
    """The pack, adopted once for a class of tests into an empty database whose date is held."""
    with django_db_blocker.unblock(), transaction.atomic():
        Council.objects.create(pk=1, held_on=date(2023, 9, 19))
        adopt(PACK, make_user("Officer Adams"))
        yield
        transaction.set_rollback(True)


@needs_papers
@pytest.mark.usefixtures("adopted")
class TestPack:
    """The real pack, into an empty database."""

    @pytest.fixture
    def officer(self):
        return User.objects.get()

    def test_pack_is_on_record_with_the_counts_of_the_truth_file(self):
        roles = dict.fromkeys(["members", "substitutes", "others"], 0)
        for role in Seat.objects.values_list("role", flat=True):
            key = {"substitute": "substitutes", "co-opted": "others", "advisory": "others"}.get(role, "members")
            roles[key] += 1
        assert roles == {"members": 10, "substitutes": 10, "others": 6}
        assert (Minute.objects.count(), Clause.objects.count(), Action.objects.count()) == (14, 49, 19)
        assert (Item.objects.count(), ActionClause.objects.count(), AgendaLine.objects.count()) == (34, 7, 11)
        assert Meeting.objects.deciding().count() == 5
        assert Meeting.objects.informal().count() == 7

    def test_authors_are_split_as_the_truth_file_has_them(self):
        truth = json.loads((PAPERS / "truth.json").read_text())["work_programme_rows"]
        told = {(row["meeting"][-10:], row["no"]): row["authors"] for row in truth}
        ours = {
            (item.meeting.on.isoformat(), item.order): [author.person.name for author in item.authors.all()]
            for item in Item.objects.select_related("meeting")
        }
        assert ours == told

    def test_rows_of_the_published_agenda_are_published_and_of_june_heard(self):
        states = {
            on: set(Item.objects.filter(meeting__on=on).values_list("state", flat=True))
            for on in ("2023-06-06", "2023-09-26", "2023-11-14")
        }
        assert states == {"2023-06-06": {"heard"}, "2023-09-26": {"published"}, "2023-11-14": {"scheduled"}}

    def test_warnings_are_kept_for_the_officer(self):
        kept = set(PaperWarning.objects.values_list("code", "line"))
        assert kept >= {
            ("weekday_mismatch", 5110),
            ("weekday_mismatch", 5130),
            ("venue_conflict", 5130),
            ("period_length", 4947),
            ("unresolved_reference", 400),
        }

    def test_answers_recorded_by_verbs_leave_only_the_leeds_work_of_its_clause_overlooked(self, officer):
        of_june = {action.clause.path: action for action in Action.objects.select_related("clause")}
        september = Meeting.objects.deciding().get(on="2023-09-26")
        improvement = september.items.get(title__startswith="Children's Services Improvement")
        for path in ("6/2/a", "6/2/b", "6/2/c"):
            record_answer(of_june[path], item=improvement, on=date(2023, 9, 18), by=officer)
        put_on_programme(of_june["7/2"], item=improvement, by=officer)
        visit = Meeting.objects.informal().filter(title__contains="Menai").get()
        arrange(of_june["13/5/b"], meeting=visit, by=officer)
        overlooked = {action.clause.path for action in Action.objects.overlooked()}
        assert overlooked & {"6/2/a", "6/2/b", "6/2/c", "6/2/d", "7/2", "13/5/b"} == {"6/2/d"}
        assert (visit.state, visit.kind) == ("to_be_arranged", "site_visit")

    def test_adopting_the_pack_again_changes_nothing(self, officer):
        before = counts()
        adopt(PACK, officer)
        assert counts() == before
