"""Freezing an edition: what it holds, that it is never changed, and that nothing exempt gets in."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.domain.actions import ask_again, no_longer_required, put_on_programme, set_due
from actions.domain.carrying import carry_over
from actions.domain.editions import build_edition, freeze_edition, officers_of, publish_papers, seats_of
from actions.domain.moving import move_meeting
from actions.domain.two_voices import record_answer
from committees.domain.meetings import arrange_meeting
from committees.domain.minutes import record_clause, record_minute
from committees.domain.seats import take_seat
from committees.models import Venue
from council.domain.setting_up import hold_post, open_year
from council.history import save_by
from council.refusal import Refusal
from papers.writing.canonical import hash_of
from papers.writing.edition import Change, Officer, SeatLine, Since, TrackerLine, as_text
from tests.factories import (
    make_action,
    make_body,
    make_entry,
    make_item,
    make_meeting,
    make_officer,
    make_person,
    make_post,
    make_recommended,
    make_suggestion,
)
from workprogramme.domain.adding import name_authors
from workprogramme.domain.editions import Altered, read_edition, record_forward_plan, text_of
from workprogramme.domain.items import accept_item, defer_item, move_item, open_programme, withdraw_item
from workprogramme.models import Edition, EditionIsKept

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

SECRET = "Offer of ninety thousand to the landlord"


@pytest.fixture
def body():
    return make_body("Children and families", short_name="Children", item_limit=3)


@pytest.fixture
def officer(body):
    return make_officer(body, "Olive Officer")


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


@pytest.fixture
def november(body, officer):
    venue = Venue.objects.create(name="Town Hall, Bootle")
    return make_meeting(body, date(2023, 11, 14), by=officer, at=time(18, 30), venue=venue, room="Committee room")


@pytest.fixture
def january(body, officer):
    return make_meeting(body, date(2024, 1, 30), by=officer)


@pytest.fixture
def item(november, officer):
    authors = (make_person("Tricia Davies"), make_person("Joe Banham"))
    return make_item(november, "Scorecard", by=officer, authors=authors, recurrence="regular")


@pytest.fixture
def programme(item):
    return item.programme


def test_edition_prints_the_meeting_with_its_rows(programme, november, january, item, officer):
    facts = build_edition(programme, for_meeting=november)
    heading, row = facts.meetings[0].heading, facts.meetings[0].rows[0]
    assert (facts.committee, facts.called, facts.year, facts.number, facts.made_on) == (
        "Children and families", "Children", "2023/24", 1, date(2023, 9, 19),
    )  # fmt: skip
    assert (heading.on, heading.weekday, heading.at, heading.venue, heading.room) == (
        date(2023, 11, 14), "Tuesday", time(18, 30), "Town Hall, Bootle", "Committee room",
    )  # fmt: skip
    assert (row.ref, row.number, row.title, row.author_column, row.route, row.state, row.is_regular) == (
        item.ref, 1, "Scorecard", "Tricia Davies/Joe Banham", "Formal agenda", "Scheduled", True,
    )  # fmt: skip
    assert (facts.meeting, [len(meeting.rows) for meeting in facts.meetings]) == (heading, [1, 0])


def test_edition_tells_what_waits_what_ended_and_what_is_carried_over(programme, november, officer, body):
    waiting, old, ended = (
        accept_item(make_suggestion(body, november.year, title, by=officer, origin=origin), by=officer, why=why)
        for title, origin, why in (
            ("Waiting", "not_stated", ""), ("Police", "last_year", "Minute 59 (2) (a)"), ("Ended", "not_stated", ""),
        )
    )  # fmt: skip
    make_suggestion(body, november.year, "Only suggested", by=officer)
    withdraw_item(ended, why="Done elsewhere", by=officer)
    facts = build_edition(programme)
    assert [(row.ref, row.number, row.title) for row in facts.unplaced] == [
        (waiting.ref, 0, "Waiting"), (old.ref, 0, "Police"),
    ]  # fmt: skip
    assert [(row.title, row.because) for row in facts.taken_off] == [("Ended", "Done elsewhere")]
    assert [(matter.title, matter.words) for matter in facts.carried_over] == [("Police", "Minute 59 (2) (a)")]


def test_edition_has_the_informal_schedule_and_training_apart(programme, body, officer, november):
    words = {"body": body, "by": officer, "year": november.year}
    arrange_meeting(
        kind="site_visit", title="Family hub", state="to_be_arranged", organisers=(make_person("Bo Green"),), **words
    )
    arrange_meeting(kind="training", title="Scrutiny skills", on=date(2023, 10, 2), **words)
    facts = build_edition(programme)
    assert [(row.number, row.kind, row.title, row.when, row.organisers) for row in facts.informal] == [
        (1, "Site visit", "Family hub", "to be arranged", ("Bo Green",))
    ]
    assert [(row.title, row.when) for row in facts.training] == [("Scrutiny skills", "2 October 2023")]


def test_forward_plan_is_the_last_published_with_what_is_in_remit_and_still_to_come(programme, body, officer):
    assert build_edition(programme).forward_plan is None
    record_forward_plan(published_on=date(2023, 8, 31), from_on=date(2023, 10, 1), to_on=date(2024, 1, 31), by=officer)
    make_entry(date(2023, 11, 2), "Elsewhere", by=officer, in_remit_of=make_body())
    plan = build_edition(programme).forward_plan
    assert (plan.published_on, plan.from_on, plan.entries) == (date(2023, 9, 1), None, ())
    make_entry(date(2023, 11, 2), "School places", by=officer, in_remit_of=body, lead="Ann Lead")
    make_entry(date(2023, 9, 7), "Decided", by=officer, in_remit_of=body)
    record_forward_plan(published_on=date(2023, 9, 18), from_on=date(2023, 10, 1), by=officer)
    plan = build_edition(programme).forward_plan
    assert (plan.published_on, plan.from_on, [(entry.title, entry.when, entry.lead) for entry in plan.entries]) == (
        date(2023, 9, 18), date(2023, 10, 1), [("School places", "2 November 2023", "Ann Lead")],
    )  # fmt: skip


def test_tracker_prints_what_is_open_as_minuted(programme, june, officer, item):
    minute = record_minute(meeting=june, number="6", title="Improvement")
    asked, again = (record_clause(minute=minute, path=path, text="report") for path in ("6/2/d", "6/3"))
    action = make_action(
        june, "Report on Leeds", by=officer, clause=asked, owner=make_post("Director"), due_kind="future_meeting",
        due_text="future meetings",
    )  # fmt: skip
    ask_again(action, again)
    make_action(june, "Draft", by=officer, draft=True)
    assert build_edition(programme).tracker == (
        TrackerLine(
            ref=action.ref, task="Report on Leeds", owner="Director", asked_on=date(2023, 6, 6), minute="6 (2) (d)",
            also=("6 (3)",), due="A future meeting: “future meetings”", standing="Nothing on record yet",
            overlooked=True,
        ),
    )  # fmt: skip
    set_due(action, on=date(2023, 10, 2), why="Agreed", by=officer)
    put_on_programme(action, item=item, by=officer)
    record_answer(action, item=item, on=date(2023, 9, 18), by=officer)
    line = build_edition(programme).tracker[0]
    assert (line.due_on, line.times_moved, line.item, line.answered_by, line.overlooked) == (
        date(2023, 10, 2), 1, item.ref, f"Scorecard ({item.ref})", False,
    )  # fmt: skip


def test_what_came_to_rest_is_told_once_more_and_then_left_out(programme, june, officer):
    action = make_action(june, "Report on Leeds", by=officer)
    freeze_edition(programme, by=officer)
    no_longer_required(action, why="Overtaken", agreed_by="Committee", by=officer)
    second = freeze_edition(programme, by=officer)
    assert [(line.ref, line.closed, line.standing) for line in read_edition(second).tracker] == [
        (action.ref, True, "No longer required: Overtaken")
    ]
    assert freeze_edition(programme, by=officer) == second
    make_recommended(programme.body, date(2023, 9, 19), by=officer)
    assert [read_edition(freeze_edition(programme, by=officer)).tracker, Edition.objects.count()] == [(), 3]


def test_front_sheet_names_seats_with_substitutes_and_the_officers_with_their_posts(body, officer, programme):
    chair = take_seat(body=body, person=make_person("Hardman", title="Councillor"), role="chair", by=officer)
    take_seat(body=body, person=make_person("Harvey"), role="substitute", substitute_for=chair, by=officer, order=1)
    take_seat(body=body, person=None, role="co-opted", represents="Parent governor", by=officer, order=2)
    hold_post(person=officer.person, post=make_post("Democratic Services Manager"), from_on=date(2023, 5, 1))
    assert seats_of(body, date(2023, 9, 26)) == (
        SeatLine("Councillor Hardman", "Chair", substitute="Harvey"),
        SeatLine("Vacant", "Co-opted member", "Parent governor"),
    )
    assert officers_of(body, date(2023, 9, 26)) == (
        Officer("Olive Officer", "Democratic Services Manager", officer.person.email),
    )


def test_exempt_text_never_gets_in_and_a_title_only_once_its_agenda_is_out(programme, june, november, officer):
    hidden = make_item(
        november, "Rent of the hub", by=officer, authors=(make_person("Ed Estates"),), exempt_paragraph="3",
        exempt_note=SECRET,
    )  # fmt: skip
    answered = make_action(june, "Settle the rent", by=officer, exempt_note=SECRET)
    told = make_action(june, "Report on premises", by=officer)
    for action in (answered, told):
        put_on_programme(action, item=hidden, by=officer)
        record_answer(action, item=hidden, on=date(2023, 9, 18), by=officer)
    before = freeze_edition(programme, by=officer).content
    assert [word in before for word in (SECRET, "Rent of the hub", "Ed Estates", "Settle the rent")] == [False] * 4
    facts = build_edition(programme)
    assert [row.title for row in facts.rows] == ["Scorecard", "Exempt item"]
    assert [(line.task, line.answered_by) for line in facts.tracker] == [
        ("Exempt matter", "Exempt item"), ("Report on premises", "Exempt item"),
    ]  # fmt: skip
    after = publish_papers(november, on=date(2023, 9, 19), items=[hidden], by=officer)
    assert (SECRET in after.content, "Rent of the hub" in after.content) == (False, True)


def test_publishing_papers_freezes_what_went_out_with_them(november, item, officer):
    edition = publish_papers(november, on=date(2023, 9, 18), items=[item], by=officer)
    facts = read_edition(edition)
    assert (edition.number, edition.for_meeting, facts.published_on, facts.meeting.on) == (
        1, november, date(2023, 9, 18), date(2023, 11, 14),
    )  # fmt: skip
    assert [row.state for row in facts.rows] == ["Published"]


def test_publishing_that_is_refused_freezes_nothing(november, item, officer):
    with pytest.raises(Refusal, match="has not come"):
        publish_papers(november, on=date(2023, 9, 20), items=[item], by=officer)
    assert Edition.objects.count() == 0


def test_freezing_again_with_nothing_new_makes_no_edition(programme, november, officer, hold_date):
    first = freeze_edition(programme, by=officer, for_meeting=november)
    hold_date(date(2023, 9, 20))
    assert freeze_edition(programme, by=officer, for_meeting=november) == first
    assert Edition.objects.count() == 1


def test_next_edition_opens_with_what_changed_since_the_last(programme, november, january, item, officer):
    publish_papers(november, on=date(2023, 9, 18), items=[], by=officer)
    move_item(item, to=january, why="Author asked", by=officer)
    facts = read_edition(freeze_edition(programme, by=officer))
    assert (facts.number, facts.since) == (2, Since(1, date(2023, 9, 19), "14 November 2023"))
    assert facts.changes == (
        Change("moved", item.ref, "Scorecard", "14 November 2023", "30 January 2024", "Author asked"),
    )


@pytest.mark.parametrize(("elsewhere", "kind"), [(True, "formal"), (False, "informal")])
def test_edition_is_for_a_formal_meeting_of_its_own_programme(programme, body, officer, elsewhere, kind):
    of = make_body() if elsewhere else body
    meeting = arrange_meeting(body=of, on=date(2023, 12, 5), kind=kind, by=officer)
    with pytest.raises(Refusal):
        freeze_edition(programme, by=officer, for_meeting=meeting)


CHANGES = {
    "save": lambda edition: edition.save(),
    "delete": lambda edition: edition.delete(),
    "update": lambda edition: Edition.objects.update(content="{}"),
    "delete all": lambda edition: Edition.objects.all().delete(),
    "update by programme": lambda edition: edition.programme.editions.update(number=9),
    "bulk update": lambda edition: Edition.objects.bulk_update([edition], ["content"]),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_edition_cannot_be_changed_or_removed(programme, officer, change):
    edition = freeze_edition(programme, by=officer)
    with pytest.raises(EditionIsKept):
        change(edition)
    assert text_of(Edition.objects.get()) == edition.content


def test_database_itself_refuses_to_change_an_edition(programme, officer):
    edition = freeze_edition(programme, by=officer)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE workprogramme_edition SET content = '{}'")
    assert text_of(Edition.objects.get()) == edition.content


def test_edition_whose_text_does_not_give_its_hash_is_not_shown(programme, officer):
    edition = freeze_edition(programme, by=officer)
    edition.content = edition.content.replace("Scorecard", "Scorecards")
    with pytest.raises(Altered, match="is not as it was frozen"):
        read_edition(edition)


def test_edition_is_built_in_as_many_queries_for_many_rows_as_for_one(programme, november, june, officer):
    def queries():
        with CaptureQueriesContext(connection) as caught:
            build_edition(programme, for_meeting=november)
        return len(caught)

    make_action(june, by=officer, owner=make_post())
    make_recommended(programme.body, date(2023, 9, 1), by=officer)
    queries()
    one = queries()
    for _ in range(3):
        make_item(november, by=officer, authors=(make_person(),))
        make_action(june, by=officer, owner=make_post())
        make_recommended(programme.body, date(2023, 9, 1), by=officer)
    assert queries() == one


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("move", "defer", "withdraw", "rename", "authors", "meeting", "ask", "add", "freeze", "carry")),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_later_change_leaves_every_past_edition_byte_for_byte(steps, programme, june, november, january, officer):
    with transaction.atomic():
        items = [make_item(november, f"Report {n}", by=officer) for n in range(3)]
        kept = {}
        for number, (step, which) in enumerate(steps):
            edition = freeze_edition(programme, by=officer)
            kept.setdefault(edition.pk, (edition.content, edition.sha256))
            _take(step, items[which], number, june, (november, january), officer)
        for pk, (content, sha256) in kept.items():
            edition = Edition.objects.get(pk=pk)
            assert (edition.content, edition.sha256, hash_of(text_of(edition))) == (content, sha256, sha256)
            assert as_text(read_edition(edition)) == content
        transaction.set_rollback(True)


def _take(step, item, number, june, meetings, officer):
    """One change of the programme; what is not possible now is left out."""
    item.refresh_from_db()
    try:
        with transaction.atomic():
            _TAKE[step](item, number, june, meetings, officer)
    except Refusal:
        pass


def _rename(item, number, june, meetings, officer):
    item.title = f"{item.title} {number}"
    save_by(item, by=officer, fields=["title"])


_TAKE = {
    "move": lambda item, n, june, meetings, by: move_item(item, to=meetings[n % 2], why=f"Reason {n}", by=by),
    "defer": lambda item, n, june, meetings, by: defer_item(item, why=f"Reason {n}", by=by),
    "withdraw": lambda item, n, june, meetings, by: withdraw_item(item, why=f"Reason {n}", by=by),
    "rename": _rename,
    "authors": lambda item, n, june, meetings, by: name_authors(item, authors=(f"Author {n}",), by=by),
    "meeting": lambda item, n, june, meetings, by: move_meeting(
        meetings[0], to=date(2023, 11, 15 + n), why=f"Reason {n}", by=by
    ),
    "ask": lambda item, n, june, meetings, by: make_action(june, f"Task {n}", by=by),
    "add": lambda item, n, june, meetings, by: make_item(meetings[1], f"Another {n}", by=by),
    "carry": lambda item, n, june, meetings, by: carry_over(item.programme, to_year=open_year("2024/25"), by=by),
    "freeze": lambda item, n, june, meetings, by: freeze_edition(item.programme, by=by, for_meeting=meetings[1]),
}


def test_number_and_day_do_not_make_an_edition_new(programme, officer):
    facts = build_edition(programme)
    edition = freeze_edition(programme, by=officer)
    assert (edition.content, edition.sha256) == (as_text(facts), hash_of(as_text(facts)))
    assert replace(build_edition(programme), number=1, since=None) == facts


def test_programme_with_nothing_on_it_can_be_frozen(body, officer, november):
    edition = freeze_edition(open_programme(body=body, year=november.year), by=officer)
    assert (edition.number, read_edition(edition).rows) == (1, ())
