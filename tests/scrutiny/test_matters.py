"""What a report must answer, and the text of matters previously raised."""

from datetime import date

import pytest

from actions.domain.actions import ask_again, no_longer_required, put_on_programme
from actions.domain.two_voices import record_answer
from committees.domain.minutes import record_clause, record_minute
from scrutiny.matters import asked_of_reports, matters_raised, offered_points
from tests.factories import make_action, make_meeting
from workprogramme.domain.checklist import add_points, checklist_of, tick_point
from workprogramme.models import Item

pytestmark = pytest.mark.django_db


@pytest.fixture
def june(body, officer):
    return make_meeting(body, date(2023, 6, 6), by=officer)


@pytest.fixture
def seven(june):
    return record_minute(meeting=june, number="7", title="Practice", order=7)


def clause_of(minute, path, text, parent=None, label="x", **more):
    return record_clause(minute=minute, path=path, label=label, text=text, parent=parent, **more)


@pytest.fixture
def asked(june, seven, item, officer):
    """A further report asked for twice; a standing item with two bullets; each put on the programme as the item."""
    further = clause_of(seven, "7/2", "A further report to the next meeting.", order=2)
    stem = clause_of(seven, "7/3", "Practice a standing item; reports to have:", order=3)
    parts = [
        clause_of(seven, f"7/3/{label}", text, stem, label="", order=4 + place)
        for place, (label, text) in enumerate([("i", "a CHAT narrative;"), ("ii", "data on child exploitation.")])
    ]
    thirteen = record_minute(meeting=june, number="13", title="Programme", order=13)
    words = {"by": officer, "sort": "request_information"}
    actions = [make_action(june, clause=clause, **words) for clause in (further, *parts)]
    ask_again(actions[0], clause_of(thirteen, "13/2", "Again", order=9))
    for action in actions:
        put_on_programme(action, item=item, by=officer)
    return actions


def sheet(item, user):
    item = Item.objects.with_people().get(pk=item.pk)
    return asked_of_reports([item], user)[item.pk], checklist_of(item)


def test_matters_name_every_minute_with_where_the_report_answers_it(asked, item, officer, people):
    for action in asked[1:]:
        add_points(clause=action.clause, item=item, texts=[action.clause.text.strip(".;")], by=officer)
    narrative = checklist_of(item)[0].point
    tick_point(narrative, item=item, where="paragraph 3.2", by=people["author"])
    assert matters_raised(*sheet(item, people["author"])) == (
        "Matters previously raised\n\n"
        "Minute 7 (2) of 6 June 2023 and Minute 13 (2) of 6 June 2023: A further report to the next meeting; "
        "see this report.\n"
        "Minute 7 (3) of 6 June 2023: a CHAT narrative; see paragraph 3.2.\n"
        "Minute 7 (3) of 6 June 2023: data on child exploitation; not in this report."
    )


def test_matters_are_nothing_where_nothing_was_asked(item, officer):
    assert matters_raised(*sheet(item, officer)) == ""


def test_report_is_asked_what_it_is_to_answer_or_has_answered_and_nothing_that_is_over(
    asked, june, item, january, officer, people, held
):
    answered = make_action(june, by=officer)
    record_answer(answered, item=item, on=held, by=officer)
    no_longer_required(asked[2], why="Settled", agreed_by="Chair", by=officer)
    make_action(june, by=officer)
    draft = make_action(june, by=officer, draft=True)
    put_on_programme(draft, item=item, by=officer)
    for role in ("author", "officer"):
        assert set(sheet(item, people[role])[0]) == {asked[0], asked[1], answered}


def test_points_are_offered_of_what_asks_to_see_something_until_they_are_made(asked, june, item, officer):
    make = {"by": officer, "sort": "visit"}
    put_on_programme(make_action(june, **make), item=item, by=officer)
    assert offered_points(*sheet(item, officer)) == asked
    add_points(clause=asked[1].clause, item=item, texts=["a CHAT narrative"], by=officer)
    assert offered_points(*sheet(item, officer)) == [asked[0], asked[2]]
