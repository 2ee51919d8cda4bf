"""Where an action stands, in words: one table of what may be on record, and that it agrees with the overlooked list."""

from datetime import date

import pytest

from actions.domain.actions import arrange, no_longer_required, put_on_programme, supersede
from actions.domain.two_voices import accept_completion, give_update, open_again, record_answer
from actions.models import Action
from actions.standing import due_as_minuted, is_overdue, where_it_stands, with_standing
from committees.enums import MeetingKind, MeetingState
from council.domain.setting_up import year_of
from tests.factories import make_action, make_body, make_item, make_meeting, make_officer, make_post
from workprogramme.domain.items import accept_item, defer_item, hear_item, open_programme, suggest_item

pytestmark = pytest.mark.django_db

ASKED, NEXT, LATER = date(2023, 6, 6), date(2023, 9, 26), date(2023, 11, 14)


class Scene:
    """One committee, its officer, three meetings and one action."""

    def __init__(self):
        self.body = make_body()
        self.officer = make_officer(self.body)
        self.asked, self.next, self.later = (
            make_meeting(self.body, day, by=self.officer) for day in (ASKED, NEXT, LATER)
        )
        self.action = make_action(self.asked, "Report on complaints", by=self.officer, owner=make_post())

    def item(self, meeting=None, title="Annual complaints report"):
        return make_item(meeting or self.next, title, by=self.officer)

    def words(self):
        self.action = with_standing(Action.objects.filter(pk=self.action.pk)).get()
        return where_it_stands(self.action)


@pytest.fixture
def scene(hold_date):
    hold_date(date(2023, 9, 19))
    found = Scene()
    hold_date(LATER)
    return found


def nothing(scene):
    pass


def waits(scene):
    give_update(scene.action, standing="awaiting", text="Waiting for the police", by=scene.officer)


def says_done(scene):
    give_update(scene.action, standing="done", text="The report is out", by=scene.officer)


def answered_by_item(scene):
    record_answer(scene.action, item=scene.item(), on=NEXT, by=scene.officer)


def answered_twice(scene):
    record_answer(scene.action, note="A briefing note", on=date(2023, 7, 3), by=scene.officer)
    answered_by_item(scene)


def answered_in_words_and_said_done(scene):
    record_answer(scene.action, note="A briefing note", on=date(2023, 7, 3), by=scene.officer)
    says_done(scene)


def on_programme(scene):
    put_on_programme(scene.action, item=scene.item(scene.later), by=scene.officer)


def on_programme_without_meeting(scene):
    programme = open_programme(body=scene.body, year=scene.next.year)
    item = suggest_item(programme=programme, title="Complaints", by=scene.officer)
    put_on_programme(scene.action, item=accept_item(item, by=scene.officer), by=scene.officer)


def item_deferred(scene):
    item = scene.item()
    put_on_programme(scene.action, item=item, by=scene.officer)
    defer_item(item, why="Figures late", by=scene.officer)


def item_heard_without_answer(scene):
    item = scene.item()
    put_on_programme(scene.action, item=item, by=scene.officer)
    hear_item(item, by=scene.officer)


def visit_to_be_arranged(scene):
    more = {"kind": MeetingKind.SITE_VISIT, "state": MeetingState.TO_BE_ARRANGED, "year": year_of(ASKED)}
    arrange(scene.action, meeting=make_meeting(scene.body, None, by=scene.officer, **more), by=scene.officer)


def informal_meeting(scene):
    meeting = make_meeting(scene.body, date(2023, 9, 21), by=scene.officer, kind=MeetingKind.INFORMAL)
    arrange(scene.action, meeting=meeting, by=scene.officer)


def accepted(scene):
    answered_by_item(scene)
    accept_completion(scene.action, meeting=scene.later, by=scene.officer)


def opened_again(scene):
    says_done(scene)
    open_again(scene.action, meeting=scene.next, why="No figures", by=scene.officer)


def opened_again_and_on_a_later_meeting(scene):
    opened_again(scene)
    on_programme(scene)


def opened_again_and_answered_anew(scene):
    opened_again(scene)
    record_answer(scene.action, note="The figures", on=date(2023, 10, 2), by=scene.officer)


def not_required(scene):
    no_longer_required(scene.action, why="The law changed", agreed_by="The chair", by=scene.officer)


@pytest.mark.parametrize(
    ("happened", "words"),
    [
        (nothing, "Nothing on record yet"),
        (waits, "Nothing on record yet"),
        (says_done, "Its owner says it is done – for the committee to accept"),
        (answered_by_item, "Answered by Annual complaints report, 26 September 2023 – for the committee to accept"),
        (answered_twice, "Answered by Annual complaints report, 26 September 2023 – for the committee to accept"),
        (answered_in_words_and_said_done, "Answered: A briefing note, 3 July 2023 – for the committee to accept"),
        (on_programme, "On the programme, 14 November 2023"),
        (on_programme_without_meeting, "On the programme, no meeting yet: item accepted, not yet scheduled"),
        (item_deferred, "On the programme, no meeting yet: item deferred"),
        (item_heard_without_answer, "Heard on 26 September 2023, no answer recorded"),
        (visit_to_be_arranged, "Visit: to be arranged"),
        (informal_meeting, "Informal meeting, 21 September 2023"),
        (accepted, "Accepted at the meeting of 14 November 2023"),
        (opened_again, "Opened again at the meeting of 26 September 2023"),
        (opened_again_and_on_a_later_meeting, "On the programme, 14 November 2023"),
        (opened_again_and_answered_anew, "Answered: The figures, 2 October 2023 – for the committee to accept"),
        (not_required, "No longer required: The law changed"),
    ],
)
def test_where_it_stands_says_the_furthest_thing_on_record(scene, happened, words):
    happened(scene)
    assert scene.words().words == words


@pytest.mark.parametrize(
    "happened",
    [
        nothing,
        waits,
        says_done,
        answered_by_item,
        on_programme,
        item_deferred,
        visit_to_be_arranged,
        accepted,
        not_required,
    ],
)
def test_overlooked_agrees_with_the_list_of_what_is_overlooked(scene, happened):
    happened(scene)
    assert scene.words().overlooked == Action.objects.overlooked().exists()


def test_where_it_stands_names_what_took_its_place(scene):
    other = make_action(scene.asked, by=scene.officer)
    supersede(scene.action, by_action=other, why="Asked better", by=scene.officer)
    assert scene.words().words == f"Superseded by {other.ref}"


def test_a_draft_is_not_overlooked(scene):
    scene.action = make_action(scene.asked, by=scene.officer, draft=True)
    assert (scene.words().words, scene.words().overlooked) == ("Read from minutes, not yet accepted", False)


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("to_be_arranged", "to be arranged.", "To be arranged"),
        (
            "future_meeting",
            "a future meeting of the Committee",
            "A future meeting: “a future meeting of the Committee”",
        ),
        ("none", "", "No date given"),
        ("none", "as soon as possible", "“as soon as possible”"),
        ("next_meeting", "", "Next meeting"),
        ("date", "", ""),
        ("date", "by the end of July", "“by the end of July”"),
    ],
)
def test_due_as_minuted_gives_kind_and_printed_words(kind, text, words):
    assert due_as_minuted(Action(due_kind=kind, due_text=text)) == words


@pytest.mark.parametrize(
    ("state", "due_on", "met_on", "late"),
    [
        ("open", date(2023, 9, 18), None, True),
        ("open", date(2023, 9, 19), None, False),
        ("open", None, None, False),
        ("open", date(2023, 9, 18), date(2023, 9, 1), False),
        ("draft", date(2023, 9, 18), None, False),
        ("not_required", date(2023, 9, 18), None, False),
    ],
)
def test_overdue_is_what_is_live_and_owed_and_past_its_day(state, due_on, met_on, late):
    assert is_overdue(Action(state=state, due_on=due_on, met_on=met_on), date(2023, 9, 19)) is late
