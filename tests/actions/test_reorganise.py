"""Committees renamed, merged and split: what goes, what stays, and how old references lead on."""

from datetime import date

import pytest

from actions.domain.actions import arrange, no_longer_required, put_on_programme
from actions.domain.assigning import Choices, Part
from actions.domain.editions import freeze_edition
from actions.domain.moving import arrange_in_year, move_meeting
from actions.domain.reorganise import hand_on, merge_committees, prepare_merger, rename_committee, split_committee
from actions.domain.two_voices import accept_completion, open_again
from actions.models import Action, Recommendation
from committees.domain.meetings import hold_meeting
from committees.models import Passed, Publication, Reorganisation
from council.directory import body_at, find_body
from council.enums import Role
from council.models import Body, Portfolio, RoleGrant
from council.refusal import Refusal
from tests.factories import (
    make_action,
    make_body,
    make_clause,
    make_entry,
    make_item,
    make_manager,
    make_meeting,
    make_member,
    make_officer,
    make_post,
    make_recommended,
    make_suggestion,
)
from tests.ledgers import moves_of
from workprogramme.domain.checklist import add_points, checklist_of, tick_point
from workprogramme.domain.editions import adopt_programme, text_of
from workprogramme.domain.items import accept_item, hear_item, publish_item
from workprogramme.domain.pre_scrutiny import request_pre_scrutiny
from workprogramme.models import Edition, Item, PreScrutinyRequest, Programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

DAY = date(2023, 9, 19)
DECIDED = {"why": "Cabinet has two portfolios fewer", "decided_in": "Council, 14 September 2023, minute 41"}
WHY = "Merged from 19 September 2023: Cabinet has two portfolios fewer"
FAMILIES = Part(name="Families Scrutiny Committee", short_name="Families")


@pytest.fixture
def manager():
    return make_manager("Ann Lee")


@pytest.fixture
def children():
    return make_body("Children and Young People Scrutiny Committee", short_name="Children", remit="Schools and care.")


@pytest.fixture
def adults():
    return make_body("Adult Care Scrutiny Committee", short_name="Adults", remit="Care at home.")


@pytest.fixture
def june(children, manager):
    meeting = make_meeting(children, date(2023, 6, 6), by=manager)
    hear_item(make_item(meeting, "Heard", by=manager), by=manager)
    return hold_meeting(meeting, by=manager)


@pytest.fixture
def november(children, manager):
    return make_meeting(children, date(2023, 11, 14), by=manager)


def merge(*bodies, by, into=FAMILIES, from_on=DAY, **more) -> Body:
    """The committee that continues those merged."""
    return merge_committees(bodies, into=into, from_on=from_on, by=by, **DECIDED, **more).into.get()


def split(body, *parts, by, **more) -> list[Body]:
    """The committees that continue one, in the order of its parts."""
    made = split_committee(body, into=parts, from_on=DAY, by=by, **DECIDED, **more)
    found = {one.name: one for one in made.into.all()}
    return [found[part.name or part.body.name] for part in parts]


def told(body: Body) -> list[tuple]:
    """What was written down of what an ended committee passed on."""
    rows = Passed.objects.filter(before=body).select_related("after")
    return [(row.sort, row.number, row.after and row.after.called, row.because) for row in rows]


def again(record):
    return type(record).objects.get(pk=record.pk)


WHAT_BECOMES = {
    # goes: passed on while it is open; stays: with the committee that ended, or as papers print it
    "actions.Action.body": "goes",
    "actions.Action.owed_by_body": "goes",
    "actions.ImplementationUpdate.owed_by_body": "stays",  # with its recommendation, which a post leads
    "actions.Recommendation.addressed_to": "stays",
    "actions.Recommendation.body": "goes",
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
    "workprogramme.ContentPoint.body": "stays",  # asked of the reports of whoever continues it
    "workprogramme.ForwardEntry.decision_maker": "stays",
    "workprogramme.ForwardEntry.in_remit_of": "goes",
    "workprogramme.Item.organisation": "stays",
    "workprogramme.PreScrutinyRequest.body": "goes",
    "workprogramme.Programme.body": "goes",
    "workprogramme.ReportStage.owed_by_body": "stays",
}


def test_it_is_decided_of_everything_that_hangs_on_a_body_whether_it_goes():
    tracked = {relation.related_model for relation in Body._meta.related_objects}
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in tracked
        for field in model._meta.get_fields()
        if field.many_to_one and field.related_model is Body and "Historical" not in model.__name__
    }
    assert fields == set(WHAT_BECOMES)


# Merged


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


def test_no_date_moves_where_the_cycle_goes_along(children, adults, june, november, manager):
    item = make_item(november, by=manager)
    due = [stage.due_on for stage in item.stages.all()]
    actions = [
        make_action(june, by=manager, due_kind="next_meeting"),
        make_action(june, by=manager, due_kind="meeting", due_meeting=november),
        make_action(june, by=manager, due_kind="date", due_on=date(2023, 9, 1)),
    ]
    dates = [action.due_on for action in actions]
    merge(children, adults, by=manager)
    assert [stage.due_on for stage in item.stages.all()] == due
    assert [again(action).due_on for action in actions] == dates
    assert [moves_of(again(action)) for action in actions] == [[], [], []]
    assert moves_of(Publication.objects.get(meeting=november)) == []


def test_dates_follow_the_cycle_of_a_committee_on_record_and_the_ledger_says_so(children, adults, november, manager):
    make_meeting(adults, date(2024, 1, 10), by=manager)
    adults.cycle.filter(stage="draft").update(number=25)
    adults.cycle.filter(stage="title").delete()
    item = make_item(november, by=manager)
    before = {stage.stage: stage.due_on for stage in item.stages.all()}
    merge(children, by=manager, into=Part(body=adults))
    draft, title = (again(item).stages.get(stage=stage) for stage in ("draft", "title"))
    assert moves_of(draft) == [(before["draft"], date(2023, 10, 10))]
    assert (draft.slips.get().why, draft.first_due_on) == (WHY, before["draft"])
    assert (title.due_on, title.waived_because) == (before["title"], "Adults has no such stage")
    assert not again(november).stage_dates.filter(stage="title").exists()


def test_what_is_due_at_the_next_meeting_stays_due_at_it(children, adults, june, november, manager):
    adults_june, adults_december = (
        make_meeting(adults, on, by=manager) for on in (date(2023, 6, 20), date(2023, 12, 5))
    )
    theirs = make_action(adults_june, by=manager, due_kind="next_meeting")
    ours = make_action(june, by=manager, due_kind="next_meeting")
    hold_meeting(adults_june, by=manager)
    move_meeting(november, to=date(2023, 11, 21), why="Storm", by=manager)
    merge(children, by=manager, into=Part(body=adults))
    assert [again(action).due_on for action in (ours, theirs)] == [date(2023, 11, 21), date(2023, 12, 5)]
    arrange_in_year(body=adults, on=date(2023, 11, 1), by=manager)
    assert [again(action).due_on for action in (ours, theirs)] == [date(2023, 11, 21), date(2023, 11, 1)]
    move_meeting(adults_december, to=date(2023, 12, 6), why="Storm", by=manager)
    move_meeting(again(november), to=date(2023, 11, 22), why="Storm", by=manager)
    assert [again(action).due_on for action in (ours, theirs)] == [date(2023, 11, 22), date(2023, 11, 1)]


def test_what_is_overdue_since_a_meeting_that_was_held_stays_overdue(children, adults, june, manager):
    september = make_meeting(children, date(2023, 9, 12), by=manager)
    action = make_action(june, by=manager, due_kind="next_meeting")
    hold_meeting(september, by=manager)
    make_meeting(adults, date(2023, 10, 3), by=manager)
    merge(children, by=manager, into=Part(body=adults))
    assert (again(action).due_on, again(action).due_meeting) == (date(2023, 9, 12), september)


def test_without_a_next_meeting_the_next_of_the_successor_sets_the_date(children, adults, june, manager):
    make_meeting(adults, date(2023, 7, 4), by=manager)
    action = make_action(june, by=manager, due_kind="next_meeting")
    families = merge(children, adults, by=manager, choices=Choices())
    assert again(action).due_on is None
    arrange_in_year(body=families, on=date(2023, 10, 3), by=manager)
    assert moves_of(again(action)) == [(None, date(2023, 10, 3))]


def test_cancelled_meeting_leaves_its_items_waiting_and_its_dues_to_the_next(children, adults, june, november, manager):
    item, action = make_item(november, by=manager), make_action(june, by=manager, due_kind="next_meeting")
    named = make_action(june, by=manager, due_kind="meeting", due_meeting=november)
    adults_meet = make_meeting(adults, date(2023, 12, 5), by=manager)
    choices = Choices(cancelled={f"meeting-{november.pk}": "One meeting is enough"})
    merge(children, by=manager, into=Part(body=adults), choices=choices)
    meeting, item = again(november), again(item)
    assert (meeting.state, meeting.body, meeting.publication.is_owed) == ("cancelled", children, False)
    assert (item.state, item.meeting, item.programme.body) == ("deferred", None, adults)
    assert item.state_because == "The meeting of 14 November 2023 is cancelled: One meeting is enough"
    assert not item.stages.owed().exists()
    assert [again(one).due_on for one in (action, named)] == [adults_meet.on, adults_meet.on]
    assert moves_of(again(named)) == [(date(2023, 11, 14), adults_meet.on)]


def test_two_meetings_on_one_day_are_refused_until_one_is_cancelled(children, adults, november, manager):
    other = make_meeting(adults, november.on, by=manager)
    with pytest.raises(Refusal, match=r"both meet on 14 November 2023\. Cancel one of the two meetings"):
        merge(children, adults, by=manager)
    assert (Reorganisation.objects.count(), again(november).body) == (0, children)
    choices = Choices(cancelled={f"meeting-{other.pk}": "On the same day"})
    families = merge(children, adults, by=manager, choices=choices)
    assert list(families.meetings.all()) == [november]


def test_what_a_held_meeting_did_not_reach_goes_along(children, adults, june, manager):
    item = make_item(make_meeting(children, date(2023, 9, 12), by=manager), by=manager)
    with pytest.raises(Refusal, match=rf"{item.ref} is on the meeting of 12 September 2023 of Children, which is not"):
        merge(children, adults, by=manager)
    hold_meeting(item.meeting, by=manager)
    families = merge(children, adults, by=manager)
    item = again(item)
    assert (item.programme.body, item.state) == (families, "deferred")
    assert item.state_because == "Not reached at the meeting of 12 September 2023"


def test_published_item_of_a_meeting_to_come_stays_published(children, adults, november, manager):
    item = publish_item(make_item(november, by=manager), on=DAY, by=manager)
    families = merge(children, adults, by=manager)
    assert (again(item).state, again(item).meeting, again(item).programme.body) == ("published", november, families)


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
        ("seat", children.seats.get(person=member.person).pk, "Families", "Member"),
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


def test_generations_of_committees_keep_every_reference_and_date(children, adults, june, november, manager):
    action = make_action(june, by=manager, due_kind="next_meeting")
    places = make_body("Places Scrutiny Committee")
    make_meeting(places, date(2023, 10, 3), by=manager)
    families = merge(children, adults, by=manager)
    merge(families, by=manager, into=Part(body=places))
    action = again(action)
    assert (action.body, action.due_on, action.due_meeting) == (places, date(2023, 11, 14), november)
    assert moves_of(action) == []


# Split


@pytest.fixture
def education():
    return Portfolio.objects.create(name="Education")


@pytest.fixture
def care():
    return Portfolio.objects.create(name="Care")


@pytest.fixture
def parts(education, care):
    return Part(name="Education Committee", portfolios=(education,)), Part(name="Care Committee", portfolios=(care,))


def test_things_go_by_portfolio_else_with_what_they_hang_on_else_as_chosen(
    children, june, november, education, care, parts, manager
):
    visit = make_meeting(children, None, by=manager, kind="site_visit", title="A visit", year=june.year)
    by_portfolio = make_item(november, by=manager, portfolio=care)
    by_post = make_suggestion(children, june.year, by=manager, report_of=make_post(portfolio=education))
    with_meeting = make_item(november, by=manager)
    entry = make_entry(date(2023, 12, 7), by=manager, in_remit_of=children, portfolio=care)
    asked = request_pre_scrutiny(entry=entry, body=children, why="Why", by=make_member(children))
    with_item = put_on_programme(make_action(june, by=manager), item=by_portfolio, by=manager)
    arranged = arrange(make_action(june, by=manager), meeting=visit, by=manager)
    of_post = make_action(june, by=manager, owner=make_post(portfolio=care))
    chosen, left = make_action(june, by=manager), make_action(june, by=manager)
    led = make_recommended(children, june.on, by=manager, lead_post=make_post(portfolio=education))
    to = {f"meeting-{november.pk}": 0, f"meeting-{visit.pk}": 1, f"action-{chosen.pk}": 1}
    split(children, *parts, by=manager, choices=Choices(to=to, rest=0))
    went = {(sort, number): (after, because) for sort, number, after, because in told(children)}
    assert went == {
        ("meeting", november.pk): ("Education Committee", "Chosen"),
        ("meeting", visit.pk): ("Care Committee", "Chosen"),
        ("item", by_portfolio.pk): (
            "Care Committee",
            "Portfolio: Care. The meeting of 14 November 2023 goes to Education Committee",
        ),
        ("item", by_post.pk): ("Education Committee", "Portfolio: Education"),
        ("item", with_meeting.pk): ("Education Committee", "With the meeting of 14 November 2023"),
        ("decision", entry.pk): ("Care Committee", "Portfolio: Care"),
        ("request", asked.pk): ("Care Committee", f"With “{entry}”"),
        ("action", with_item.pk): ("Care Committee", f"With {by_portfolio.ref}"),
        ("action", arranged.pk): ("Care Committee", "With “A visit”"),
        ("action", of_post.pk): ("Care Committee", "Portfolio: Care"),
        ("action", chosen.pk): ("Care Committee", "Chosen"),
        ("action", left.pk): ("Education Committee", "With all that was left open"),
        ("recommendation", led.pk): ("Education Committee", "Portfolio: Education"),
        **{
            ("seat", children.seats.get().pk): ("Care Committee", "Member"),
        },
    }
    assert (again(by_portfolio).meeting, again(by_portfolio).state) == (None, "deferred")


def test_nothing_may_be_left_over(children, june, november, parts, manager):
    action = make_action(june, by=manager)
    says = (
        rf"Say to which committee each of these goes, or that a meeting is cancelled: .*14 November.*, {action.ref}\."
    )
    with pytest.raises(Refusal, match=says):
        split(children, *parts, by=manager)
    assert (again(action).body, Body.objects.filter(name="Care Committee").exists()) == (children, False)


def test_due_at_a_meeting_that_goes_to_the_other_keeps_its_date_while_there_is_no_own(
    children, june, november, care, parts, manager
):
    action = make_action(june, by=manager, owner=make_post(portfolio=care), due_kind="next_meeting")
    _, care_committee = split(children, *parts, by=manager, choices=Choices(rest=0))
    assert (again(action).body, again(action).due_on, moves_of(again(action))) == (care_committee, november.on, [])
    move_meeting(again(november), to=date(2023, 11, 15), why="Storm", by=manager)
    assert again(action).due_on == date(2023, 11, 15)
    arrange_in_year(body=care_committee, on=date(2023, 12, 5), by=manager)
    assert again(action).due_on == date(2023, 12, 5)


def test_parts_get_the_remit_and_can_be_committees_on_record(children, adults, parts, manager):
    education, found = split(children, parts[0], Part(body=adults), by=manager)
    assert (education.remit, again(found).remit) == ("Schools and care.", "Care at home.")
    assert set(children.successions_after.values_list("after", "how")) == {
        (education.pk, "split"),
        (adults.pk, "split"),
    }


@pytest.mark.parametrize(
    ("into", "says"),
    [
        ([Part(name="One")], "Name at least two different committees"),
        ([Part(name="One"), Part(name="One")], "Name at least two different committees"),
        ([Part(name="One"), Part(name="one")], "is a name of One"),
    ],
)
def test_split_is_refused(children, manager, into, says):
    with pytest.raises(Refusal, match=says):
        split_committee(children, into=into, from_on=DAY, by=manager, **DECIDED)


def test_committee_cannot_continue_itself_nor_a_portfolio_go_to_two(children, education, manager):
    both = [Part(name="One", portfolios=(education,)), Part(name="Two", portfolios=(education,))]
    for into, says in (([Part(body=children), Part(name="One")], "Children ends"), (both, "Education goes to two")):
        with pytest.raises(Refusal, match=says):
            split_committee(children, into=into, from_on=DAY, by=manager, **DECIDED)


# Renamed


def test_renamed_committee_stays_the_same_under_both_names_and_addresses(children, november, manager):
    made = rename_committee(
        children, name="Families Scrutiny Committee", short_name="Families", from_on=DAY, by=manager, **DECIDED
    )
    renamed = again(children)
    assert (renamed.name, renamed.slug, renamed.ended_on, renamed.meetings.get()) == (
        "Families Scrutiny Committee", "families", None, november,
    )  # fmt: skip
    assert find_body("CHILDREN & YOUNG PEOPLE SCRUTINY COMMITTEE") == renamed
    assert (body_at("children"), body_at("families")) == (renamed, renamed)
    assert (made.was_called, made.now_called) == (children.name, "Families Scrutiny Committee")


def test_committee_can_get_its_old_name_back(children, manager):
    was_called, was_at = children.name, children.slug
    for name, short_name in (("Families Committee", "Families"), (was_called, "Children")):
        rename_committee(again(children), name=name, short_name=short_name, from_on=DAY, by=manager, **DECIDED)
    back = again(children)
    assert (back.name, back.slug, [str(alias) for alias in back.aliases.all()]) == (
        was_called, was_at, ["Families Committee"],
    )  # fmt: skip
    assert body_at("families") == back


def test_old_address_is_not_given_to_another_committee(children, manager):
    rename_committee(children, name="Families Committee", from_on=DAY, by=manager, **DECIDED)
    assert make_body("Children's board", short_name="Children").slug == "children-2"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Adult Care Scrutiny Committee", "is a name of Adult Care Scrutiny Committee"),
        ("Children and Young People Scrutiny Committee", "It is called"),
        ("!", "is not a name"),
    ],
)
def test_renaming_is_refused(children, adults, manager, name, says):
    with pytest.raises(Refusal, match=says):
        rename_committee(children, name=name, short_name="Children", from_on=DAY, by=manager, **DECIDED)
    assert not Reorganisation.objects.exists()


def test_ended_committee_is_not_renamed(children, adults, manager):
    merge(children, adults, by=manager)
    with pytest.raises(Refusal, match="no committee that stands today"):
        rename_committee(children, name="Another", from_on=DAY, by=manager, **DECIDED)


# Handed on


def test_what_the_last_minutes_ask_for_is_handed_on_with_its_date(children, adults, june, november, manager):
    families = merge(children, adults, by=manager)
    action = make_action(june, by=manager, due_kind="next_meeting")
    assert (action.body, action.due_on) == (children, november.on)
    hand_on(again(children), by=manager)
    assert (again(action).body, again(action).due_on) == (families, november.on)
    assert told(children)[-1] == ("action", action.pk, "Families", "")
    with pytest.raises(Refusal, match="Nothing of Children waits"):
        hand_on(again(children), by=manager)


def test_of_a_split_committee_what_comes_later_goes_by_portfolio_or_as_chosen(children, june, care, parts, manager):
    split(children, *parts, by=manager)
    by_post, other = make_action(june, by=manager, owner=make_post(portfolio=care)), make_action(june, by=manager)
    with pytest.raises(Refusal, match=rf"Say to which committee each of these goes: {other.ref}\."):
        hand_on(again(children), by=manager)
    hand_on(again(children), by=manager, choices=Choices(to={f"action-{other.pk}": 1}))
    assert [again(one).body.name for one in (by_post, other)] == ["Care Committee", "Education Committee"]
