"""Committees merged: what goes, what stays, and how old references lead on."""

from datetime import date

import pytest

from actions.domain.actions import no_longer_required
from actions.domain.assigning import Choices, Part
from actions.domain.carrying import carry_over
from actions.domain.editions import freeze_edition
from actions.domain.reorganise import hand_on, merge_committees, prepare_merger, rename_committee
from actions.domain.two_voices import accept_completion, open_again
from actions.domain.year_end import plan_year_end
from actions.models import Action, Recommendation
from committees.domain.meetings import hold_meeting
from committees.models import Reorganisation
from committees.rules import may_see_exempt
from council.domain.setting_up import open_year
from council.enums import Role
from council.models import Body, Portfolio, RoleGrant
from council.refusal import Refusal
from tests.actions.reorganised import DAY, DECIDED, FAMILIES, WHY, again, merge, told
from tests.factories import (
    make_action,
    make_clause,
    make_entry,
    make_item,
    make_meeting,
    make_member,
    make_officer,
    make_recommended,
    make_suggestion,
)
from workprogramme.domain.checklist import add_points, checklist_of, tick_point
from workprogramme.domain.editions import adopt_programme, text_of
from workprogramme.domain.items import accept_item, hear_item
from workprogramme.domain.pre_scrutiny import request_pre_scrutiny
from workprogramme.models import Edition, Item, PreScrutinyRequest, Programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]


WHAT_BECOMES = {
    # goes: passed on while it is open; stays: with the committee that ended, or as papers print it
    "actions.Action.body": "goes",
    "actions.Action.owed_by_body": "goes",
    "actions.ImplementationUpdate.owed_by_body": "stays",  # with its recommendation, which a post leads
    "actions.Recommendation.addressed_to": "stays",
    "actions.Recommendation.body": "goes",
    "actions.WrittenAnswer.body": "goes",
    "actions.WrittenAnswer.owed_by_body": "goes",
    "committees.Cycle.body": "goes",
    "committees.Meeting.body": "goes",
    "committees.Paper.body": "stays",
    "committees.Passed.after": "stays",
    "committees.Passed.before": "stays",
    "committees.Publication.owed_by_body": "stays",  # with its meeting
    "committees.Seat.body": "goes",
    "council.BodyAlias.body": "stays",
    "council.BodySuccession.after": "stays",
    "council.BodySuccession.before": "stays",
    "council.FormerSlug.body": "stays",
    "council.RoleGrant.body": "goes",
    "intake.Reading.body": "stays",
    "reminders.Reminder.body": "stays",  # what went out, and for whom
    "workprogramme.AskingRules.body": "stays",  # what follows goes by the council's, unless it has its own
    "workprogramme.CallAnswer.owed_by_body": "stays",  # with its call, which posts answer
    "workprogramme.ContentPoint.body": "stays",  # asked of the reports of whoever continues it
    "workprogramme.ForwardEntry.decision_maker": "stays",
    "workprogramme.ForwardEntry.in_remit_of": "goes",
    "workprogramme.Invitation.body": "stays",  # who is invited; it goes with its meeting or item
    "workprogramme.Item.organisation": "stays",
    "workprogramme.ItemRequest.body": "goes",
    "workprogramme.ItemRequest.from_body": "stays",  # who referred it
    "workprogramme.PreScrutinyRequest.body": "goes",
    "workprogramme.Programme.body": "goes",
    "workprogramme.ReportStage.owed_by_body": "stays",
    "workprogramme.ReviewTopic.body": "goes",
    "workprogramme.Series.body": "goes",
    "workprogramme.Series.organisation": "stays",
    "workprogramme.YearlyCall.body": "goes",
}


def test_it_is_decided_of_everything_that_hangs_on_a_body_whether_it_goes():
    tracked = {relation.related_model for relation in Body._meta.related_objects}
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in tracked
        for field in model._meta.get_fields()
        if (field.many_to_one or field.one_to_one)
        and field.related_model is Body
        and "Historical" not in model.__name__
    }
    assert fields == set(WHAT_BECOMES)


def test_what_is_open_goes_and_what_is_closed_stays(children, adults, june, november, manager):
    on_meeting = make_item(november, by=manager)
    waiting = accept_item(make_suggestion(children, june.year, by=manager), by=manager)
    open_one, draft, closed = (make_action(june, by=manager, draft=draft) for draft in (False, True, False))
    no_longer_required(closed, why="Done", agreed_by="The chair", by=manager)
    recommended = make_recommended(children, june.on, by=manager)
    entry = make_entry(date(2023, 12, 7), by=manager, in_remit_of=children)
    decided = make_entry(date(2023, 9, 7), by=manager, in_remit_of=children)
    asked = request_pre_scrutiny(entry=entry, body=children, why="It matters", by=make_member(children))
    families = merge(children, adults, by=manager)
    assert set(Item.objects.filter(programme__body=families)) == {on_meeting, waiting}
    assert [item.title for item in Item.objects.filter(programme__body=children)] == ["Heard"]
    assert set(Action.objects.filter(body=families)) == {open_one, draft}
    assert list(Action.objects.filter(body=children)) == [closed]
    assert list(Recommendation.objects.filter(body=families)) == [recommended]
    assert list(PreScrutinyRequest.objects.filter(body=families)) == [asked]
    assert (list(families.entries_in_remit.all()), list(children.entries_in_remit.all())) == ([entry], [decided])
    assert (list(families.meetings.all()), list(children.meetings.all())) == ([november], [june])


def test_ended_committees_say_until_when_and_who_continues_them(children, adults, manager):
    families = merge(children, adults, by=manager)
    assert [again(body).ended_on for body in (children, adults, families)] == [*[date(2023, 9, 18)] * 2, None]
    assert set(families.successions_before.values_list("before__name", "on", "how")) == {
        (children.name, DAY, "merged"),
        (adults.name, DAY, "merged"),
    }
    made = Reorganisation.objects.get()
    assert (made.by, made.why, made.decision) == (manager, DECIDED["why"], DECIDED["decided_in"])
    assert (set(made.ended.all()), set(made.into.all())) == ({children, adults}, {families})


def test_successor_has_remits_portfolios_officers_cycle_and_the_year_but_not_the_adoption(
    children, adults, june, november, manager
):
    portfolio, officer = Portfolio.objects.create(name="Education"), make_officer(children)
    children.portfolios.add(portfolio)
    children.cycle.filter(stage="draft").update(number=25)
    programme = Programme.objects.get(body=children)
    adopt_programme(programme, clause=make_clause(june), by=manager)
    families = merge(children, adults, by=manager)
    assert families.remit == "Schools and care.\n\nCare at home."
    assert list(families.portfolios.all()) == [portfolio]
    assert list(RoleGrant.objects.filter(body=families, role=Role.OFFICER).values_list("user", flat=True)) == [
        officer.pk
    ]
    assert families.cycle.get(stage="draft").number == 25
    year = families.programmes.get()
    assert (year.year, year.adopted_by, again(programme).adopted_by is None) == (programme.year, None, False)


def test_two_requests_about_one_decision_become_one_and_both_members_see_it(children, adults, november, manager):
    entry = make_entry(date(2023, 12, 7), by=manager, in_remit_of=children)
    first = request_pre_scrutiny(entry=entry, body=children, why="Why", by=make_member(children, "Ada Brown"))
    second = request_pre_scrutiny(entry=entry, body=adults, why="Why", by=make_member(adults))
    families = merge(children, adults, by=manager)
    first, second = again(first), again(second)
    assert [(one.body, one.state) for one in (first, second)] == [(families, "requested"), (families, "declined")]
    assert (
        second.state_because
        == "Joined with what Ada Brown asked for on 19 September 2023: one committee looks at it now"
    )


def test_what_the_committee_itself_owes_goes_to_the_successor(children, adults, june, manager):
    ours = make_action(june, by=manager, owner=children)
    theirs = make_action(make_meeting(adults, date(2023, 6, 20), by=manager), by=manager, owner=children)
    families = merge(children, by=manager, into=Part(body=adults))
    assert families == adults
    assert [(again(one).body, again(one).owed_by_body) for one in (ours, theirs)] == [(adults, adults)] * 2


def test_points_asked_for_are_asked_of_the_successors_reports_with_their_ticks(
    children, adults, june, november, manager
):
    heard, item = june.items.get(), make_item(november, "Scorecard", by=manager)
    clause = make_clause(june)
    points = add_points(clause=clause, item=item, texts=["NEET data"], subject="Scorecard", by=manager)
    tick = tick_point(points[0], item=item, where="page 3", by=manager)
    families = merge(children, adults, by=manager)
    later = make_item(make_meeting(families, date(2024, 1, 30), by=manager), "Scorecard", by=manager)
    assert [(line.point, line.tick) for line in checklist_of(again(item))] == [(points[0], tick)]
    assert [(line.point, line.tick) for line in checklist_of(again(later))] == [(points[0], None)]
    assert checklist_of(again(heard)) == []
    assert len(add_points(clause=clause, item=again(later), texts=["A map"], by=manager)) == 1


def test_successor_accepts_what_its_forebear_asked_and_opens_again_what_that_accepted(children, adults, june, manager):
    asked, done = make_action(june, by=manager), make_action(june, by=manager)
    accept_completion(done, meeting=june, by=manager)
    families = merge(children, adults, by=manager)
    meeting = hold_meeting(make_meeting(families, DAY, by=manager), by=manager)
    accept_completion(again(asked), meeting=meeting, by=manager)
    open_again(again(done), meeting=meeting, why="No figures", by=manager)
    assert [again(one).state for one in (asked, done)] == ["complete", "open"]
    hand_on(again(children), by=manager)
    assert again(done).body == families


def test_what_was_published_stays_byte_for_byte(children, adults, june, november, manager):
    make_item(november, by=manager)
    edition = freeze_edition(Programme.objects.get(body=children), by=manager, for_meeting=november)
    text = edition.content
    rename_committee(children, name="Childhood Scrutiny Committee", from_on=DAY, by=manager, **DECIDED)
    merge(again(children), adults, by=manager)
    kept = Edition.objects.get()
    assert (text_of(kept), kept.programme.body) == (text, children)


def test_history_says_who_and_why(children, adults, june, november, manager):
    item, action = make_item(november, by=manager), make_action(june, by=manager)
    merge(children, adults, by=manager)
    rows = [record.history.first() for record in (again(item), again(action), again(november))]
    assert {(row.history_user, row.history_change_reason) for row in rows} == {(manager, WHY)}


def test_record_names_everything_that_went(children, adults, june, november, manager):
    officer, member = make_officer(children), make_member(children)
    item, action = make_item(november, by=manager), make_action(june, by=manager)
    merge(children, adults, by=manager)
    assert told(children) == [
        ("officer", officer.pk, "Families", ""),
        ("meeting", november.pk, "Families", ""),
        ("item", item.pk, "Families", ""),
        ("action", action.pk, "Families", ""),
        ("seat", children.seats.get(person=member.person).pk, "Families", ""),
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"from_on": date(2023, 9, 20)}, "20 September 2023 has not come"),
        ({"from_on": date(2023, 6, 6)}, "Children met on 6 June 2023. Enter a day after that one."),
        ({"into": Part(name="Adult Care Scrutiny Committee")}, "is a name of Adult Care Scrutiny Committee"),
        ({"into": Part(name="…")}, "is not a name"),
        ({"why": " "}, "Say why the committees are reorganised."),
        ({"decided_in": ""}, "Say by which decision"),
    ],
)
def test_merger_is_refused(children, adults, june, manager, change, says):
    words = {"into": FAMILIES, "from_on": DAY, **DECIDED, **change}
    with pytest.raises(Refusal, match=says):
        merge_committees([children, adults], by=manager, **words)
    assert (Reorganisation.objects.count(), Body.objects.filter(ended_on__isnull=False).count()) == (0, 0)


def test_one_committee_alone_is_not_merged(children, manager):
    for bodies, into in (([children], FAMILIES), ([children], Part(body=children)), ([], FAMILIES)):
        with pytest.raises(Refusal, match="Choose at least two committees"):
            merge(*bodies, by=manager, into=into)


def test_ended_committee_is_neither_merged_again_nor_merged_into(children, adults, manager):
    families = merge(children, adults, by=manager)
    with pytest.raises(Refusal, match=r"Children ended on 18 September 2023 already\."):
        merge(again(children), families, by=manager, into=Part(name="Another committee"))
    with pytest.raises(Refusal, match=r"Children ended on 18 September 2023\. It goes on as Families"):
        merge(families, by=manager, into=Part(body=again(children)))


def test_day_to_come_can_be_rehearsed_with_the_meetings_until_then(children, adults, november, manager):
    make_item(make_meeting(children, date(2023, 10, 3), by=manager), by=manager)
    from_on = date(2023, 11, 1)
    made = prepare_merger([children, adults], into=FAMILIES, from_on=from_on, by=manager, **DECIDED)
    assert [meeting.on for meeting in made.into.get().meetings.all()] == [november.on]


def test_ended_committee_takes_no_meeting_afterwards(children, adults, manager):
    merge(children, adults, by=manager)
    with pytest.raises(
        Refusal, match=r"Children ended on 18 September 2023\. It goes on as Families: put it on record"
    ):
        make_meeting(children, DAY, by=manager)
    assert make_meeting(children, date(2023, 5, 2), by=manager).body == children


def test_exempt_text_that_stayed_is_open_to_those_who_sat_there_and_go_on(children, adults, manager):
    goes_on, leaves, other = make_member(children), make_member(children), make_member(adults)
    seats = {seat.pk: (0,) for seat in (*children.seats.exclude(person=leaves.person), *adults.seats.all())}
    families = merge(children, adults, by=manager, choices=Choices(seats=seats))
    seen = [
        [may_see_exempt(user, again(body), DAY) for user in (goes_on, leaves, other)] for body in (children, families)
    ]
    assert seen == [[True, False, False], [True, False, True]]


def test_what_came_back_at_a_forebear_comes_back_at_the_successors_year_end(children, adults, june, november, manager):
    regular = make_item(make_meeting(children, date(2023, 9, 12), by=manager), by=manager, recurrence="regular")
    hear_item(regular, by=manager)
    standing = make_item(november, by=manager, recurrence="standing")
    families = merge(children, adults, by=manager)
    plan = plan_year_end(Programme.objects.get(body=families))
    assert {line.ref for line in plan.carried} == {regular.ref, standing.ref}
    with pytest.raises(Refusal, match=r"Children ended on 18 September 2023\. It goes on as Families"):
        carry_over(Programme.objects.get(body=children), to_year=open_year("2024/25"), by=manager)


def test_what_was_carried_over_before_is_not_carried_twice(children, adults, june, november, manager):
    make_item(november, by=manager, recurrence="standing")
    accept_item(make_suggestion(children, june.year, by=manager), by=manager)
    carry_over(Programme.objects.get(body=children), to_year=open_year("2024/25"), by=manager)
    families = merge(children, adults, by=manager)
    plan = plan_year_end(Programme.objects.get(body=families, year=june.year))
    assert (plan.carried, len(plan.already)) == ([], 2)
    assert Item.objects.filter(programme__body=families, programme__year__label="2024/25").count() == 2
