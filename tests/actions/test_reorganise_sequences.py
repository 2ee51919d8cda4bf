"""However committees are reorganised, whatever came before: nothing is lost, and no date moves without a slip."""

from contextlib import suppress
from datetime import date

import pytest
from django.apps import apps
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from actions.domain.actions import no_longer_required, put_on_programme
from actions.domain.assigning import Choices, Part
from actions.domain.dues import re_work_dues
from actions.domain.editions import freeze_edition
from actions.domain.moving import arrange_in_year, move_meeting, replay_calendar
from actions.domain.recommendations import approve_by_council
from actions.domain.reorganise import merge_committees, rename_committee, split_committee
from actions.domain.two_voices import accept_completion
from actions.domain.what_goes import left_open
from actions.domain.written_answers import ask_in_writing
from actions.models import Action, ImplementationUpdate, Recommendation, WrittenAnswer
from committees.domain.meetings import hold_meeting
from committees.models import Meeting, Publication, Reorganisation
from council.domain.setting_up import open_year
from council.models import Body, Portfolio
from council.refusal import Refusal
from tests.actions.test_sequences import in_any_order, undone_afterwards
from tests.factories import (
    make_action,
    make_body,
    make_clause,
    make_entry,
    make_item,
    make_manager,
    make_meeting,
    make_member,
    make_post,
    make_recommended,
    make_suggestion,
)
from tests.ledgers import as_stored, tell_again
from workprogramme.domain.asked import answer_asked, ask_for_item, put_petition_on_agenda, receive_petition
from workprogramme.domain.calls import open_call, propose_for_call
from workprogramme.domain.checklist import add_points
from workprogramme.domain.hearings import plan_hearing
from workprogramme.domain.invitations import add_guest
from workprogramme.domain.items import accept_item, defer_item, move_item, publish_item, schedule_item, withdraw_item
from workprogramme.domain.passing import OPEN
from workprogramme.domain.pre_scrutiny import agree_request, request_pre_scrutiny
from workprogramme.domain.series import begin_series
from workprogramme.domain.topics import propose_topic
from workprogramme.models import (
    CallAnswer,
    Edition,
    Item,
    ItemRequest,
    PreScrutinyRequest,
    Programme,
    ReportStage,
    ReviewTopic,
    Series,
    YearlyCall,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TODAY = date(2023, 9, 19)
DECIDED = {"from_on": TODAY, "why": "New portfolios", "decided_in": "Council, 14 September 2023, minute 41"}
ROOMS = ("council", "committees", "workprogramme", "actions")
OWED = (ReportStage, Publication, Action, ImplementationUpdate, CallAnswer, WrittenAnswer)
ASKED = (Series, ReviewTopic, YearlyCall, CallAnswer, ItemRequest, WrittenAnswer)


class TwoCommittees:
    """Two committees in the middle of their year, each with something of every sort."""

    def __init__(self) -> None:
        self.by = make_manager()
        self.care, self.schools = (Portfolio.objects.create(name=name) for name in ("Care", "Schools"))
        self.bodies = [make_body(name) for name in ("Children", "Adults")]
        days = ((date(2023, 11, 14), date(2024, 1, 23)), (date(2023, 10, 17), date(2023, 12, 5)))
        for body, coming in zip(self.bodies, days, strict=True):
            self._fill(body, coming)
        also_heard = Item.objects.filter(meeting__on=days[1][1]).first()
        plan_hearing(also_heard, meeting=Meeting.objects.get(on=days[0][0]), by=self.by)

    def _fill(self, body: Body, coming: tuple[date, date]) -> None:
        by = self.by
        june = make_meeting(body, date(2023, 6, 6), by=by)
        autumn, winter = (make_meeting(body, on, by=by) for on in coming)
        hold_meeting(june, by=by)
        make_meeting(body, None, by=by, kind="site_visit", title=f"A visit of {body}", year=june.year)
        member = make_member(body)
        items = [make_item(autumn, by=by, portfolio=self.care), make_item(autumn, by=by), make_item(winter, by=by)]
        accept_item(make_suggestion(body, june.year, by=by), by=by)
        add_points(clause=make_clause(june), item=items[0], texts=["Costs"], by=by)
        post = make_post(portfolio=self.schools)
        make_action(june, by=by, due_kind="next_meeting", owner=post)
        make_action(june, by=by, due_kind="meeting", due_meeting=winter, owner=body)
        put_on_programme(make_action(june, by=by, due_kind="date", due_on=date(2023, 9, 1)), item=items[1], by=by)
        accept_completion(make_action(june, by=by), meeting=june, by=by)
        approve_by_council(make_recommended(body, june.on, by=by, lead_post=post), on=date(2023, 7, 13), by=by)
        entry = make_entry(date(2024, 2, 1), by=by, in_remit_of=body)
        agree_request(request_pre_scrutiny(entry=entry, body=body, why="Why", by=member), by=by)
        self._ask(body, june, autumn, items)
        freeze_edition(Programme.objects.get(body=body), by=by, for_meeting=autumn)

    def _ask(self, body: Body, june: Meeting, autumn: Meeting, items: list[Item]) -> None:
        """What is asked of the committee, comes back to it, and is owed to it in writing."""
        by, post = self.by, make_post(portfolio=self.care)
        begin_series(body=body, title="Updates", returns="chosen", items=items[1:], from_on=june.on, by=by)
        begin_series(body=body, title=f"Review of {body}", returns="year", portfolios=[self.care], by=by)
        propose_topic(body=body, year=june.year, title="Play", by=by)
        year = open_year("2024/25")
        call = open_call(body=body, year=year, posts=[post, make_post()], answer_by=date(2023, 12, 1), by=by)
        propose_for_call(call.answers.get(owed_by_post=post), title="Roads", by=by)
        answer_asked(ask_for_item(body=body, title="Buses", by=by), answer="See the plan", by=by)
        petition = receive_petition(body=body, title="A crossing", petitioner="A", signatures=90, by=by)
        put_petition_on_agenda(petition, meeting=autumn, by=by)
        ask_in_writing(meeting=june, question="How many?", owner=post, by=by)
        ask_in_writing(meeting=june, question="How long?", owner=self.bodies[0], by=by)
        add_guest(meeting=autumn, person="A guest", because="Asked", by=by)

    def meeting(self, n: int) -> Meeting:
        meetings = Meeting.objects.deciding().filter(on__gte=TODAY).order_by("pk")
        return meetings[n % meetings.count()]

    def item(self, n: int) -> Item:
        return Item.objects.order_by("pk")[n % Item.objects.count()]

    def action(self, n: int) -> Action:
        return Action.objects.order_by("pk")[n % Action.objects.count()]

    def do(self, step: tuple[str, int, int, int]) -> None:
        what, n, m, day = step
        by, why, on = self.by, "Why", date.fromordinal(TODAY.toordinal() + day)
        {
            "move meeting": lambda: move_meeting(self.meeting(n), to=on, why=why, by=by),
            "arrange meeting": lambda: arrange_in_year(body=self.bodies[n % 2], on=on, by=by),
            "move item": lambda: move_item(self.item(n), to=self.meeting(m), why=why, by=by),
            "schedule": lambda: schedule_item(self.item(n), meeting=self.meeting(m), by=by),
            "defer": lambda: defer_item(self.item(n), why=why, by=by),
            "withdraw": lambda: withdraw_item(self.item(n), why=why, by=by),
            "publish": lambda: publish_item(self.item(n), on=TODAY, by=by),
            "end action": lambda: no_longer_required(self.action(n), why=why, agreed_by="The chair", by=by),
        }[what]()

    def reorganise(self, how: str, cancel: bool) -> None:
        children, adults = self.bodies
        decided = {**DECIDED, "by": self.by}
        last = Meeting.objects.deciding().filter(body=children, on__gte=TODAY).last()
        choices = Choices(rest=0, cancelled={f"meeting-{last.pk}": "One less"} if cancel and last else {})
        new = Part(name="Families", portfolios=(self.schools,))
        {
            "merge": lambda: merge_committees([children, adults], into=new, choices=choices, **decided),
            "merge into": lambda: merge_committees([children], into=Part(body=adults), choices=choices, **decided),
            "split": lambda: split_committee(
                children, into=[new, Part(name="Care", portfolios=(self.care,))], choices=choices, **decided
            ),
            "split into": lambda: split_committee(children, into=[new, Part(body=adults)], choices=choices, **decided),
            "rename": lambda: rename_committee(children, name="Childhood", **decided),
        }[how]()


@pytest.fixture
def two(hold_date):
    hold_date(TODAY)
    return TwoCommittees()


def everything() -> dict[str, set[int]]:
    """The key of every row on record, by its table."""
    models = [model for room in ROOMS for model in apps.get_app_config(room).get_models()]
    return {model._meta.label: set(model._base_manager.values_list("pk", flat=True)) for model in models}


def owed() -> dict[tuple, date | None]:
    """What is owed, by when."""
    return {(model, one.pk): one.due_on for model in OWED for one in model.objects.owed()}


def addresses(bodies: list[tuple[str, str]]) -> list[str]:
    """Where everything stands that people quote, as they wrote it down before."""
    return [
        *(f"/items/{item.ref}/" for item in Item.objects.all()),
        *(f"/actions/{action.ref}/" for action in Action.objects.all()),
        *(f"/recommendations/{one.ref}/" for one in Recommendation.objects.all()),
        *(f"/requests/{asked.ref}/" for asked in ItemRequest.objects.all()),
        *(f"/topics/{topic.ref}/" for topic in ReviewTopic.objects.all()),
        *(f"/returning/{pk}/" for pk in Series.objects.values_list("pk", flat=True)),
        *(f"/calls/{pk}/" for pk in CallAnswer.objects.values_list("pk", flat=True)),
        *(f"/written-answers/{written.ref}/" for written in WrittenAnswer.objects.all()),
        *(f"/meetings/{pk}/" for pk in Meeting.objects.values_list("pk", flat=True)),
        *(f"/meetings/{pk}/minutes/" for pk in Meeting.objects.filter(state="held").values_list("pk", flat=True)),
        *(f"/committees/{slug}/" for slug, _ in bodies),
        *(f"/committees/{slug}/programme/2023-24/" for slug, _ in bodies),
        *(f"/committees/{slug}/programme/2023-24/editions/1/" for slug, _ in bodies),
        *(f"/actions/?committee={slug}" for slug, _ in bodies),
    ]


def check_nothing_lost(before: dict[str, set[int]]) -> None:
    after = everything()
    assert {label: keys - after[label] for label, keys in before.items() if keys - after[label]} == {}
    for model in (Item, Action, Recommendation, PreScrutinyRequest, Meeting, Edition, *ASKED):
        assert len(before[model._meta.label]) == model._base_manager.count()


def check_all_open_things_are_followed_up() -> None:
    for body in Body.objects.filter(ended_on__isnull=False):
        assert left_open(body) == []
    for action in Action.objects.live().filter(item__state__in=OPEN):
        assert action.body == action.item.programme.body
    for item in Item.objects.filter(meeting__isnull=False):
        assert item.programme.body == item.meeting.body
    for item in Item.objects.filter(series__isnull=False, state__in=OPEN):
        assert item.programme.body == item.series.body
    for asked in ItemRequest.objects.filter(petition__heard_at__isnull=False):
        assert asked.body == asked.petition.heard_at.body


def check_dates(before: dict[tuple, date | None], firsts: dict[tuple, date | None], *, may_move: bool) -> None:
    for model in OWED:
        for one in model.objects.all():
            assert as_stored(one) == tell_again(one)
            assert firsts[model, one.pk] in (None, one.first_due_on)
    after = owed()
    moved = {key: (on, after[key]) for key, on in before.items() if key in after and after[key] != on}
    if not may_move:
        assert (moved, before.keys() - after.keys()) == ({}, set())
    for model, pk in moved:
        assert model.objects.get(pk=pk).slips.last().why.startswith(("Merged from", "Split from", "Off the meeting"))


def check_references(two: TwoCommittees, kept: list[str]) -> None:
    client = Client()
    client.force_login(two.by)
    answers = {address: client.get(address, follow=True).status_code for address in kept}
    assert {address: status for address, status in answers.items() if status != 200} == {}


WAYS = ("merge", "merge into", "split", "split into", "rename")
STEPS = ("move meeting", "arrange meeting", "move item", "schedule", "defer", "withdraw", "publish", "end action")
steps = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 20), st.integers(0, 5), st.integers(0, 200)), max_size=6
)


@given(taken=steps, how=st.sampled_from(WAYS), cancel=st.booleans())
@in_any_order(20)
def test_nothing_is_lost_however_committees_are_reorganised(two, taken, how, cancel):
    with undone_afterwards():
        for step in taken:
            with suppress(Refusal):
                two.do(step)
        kept = addresses([(body.slug, body.name) for body in two.bodies])
        before, dates = everything(), owed()
        firsts = {(model, one.pk): one.first_due_on for model in OWED for one in model.objects.all()}
        try:
            two.reorganise(how, cancel)
        except Refusal as refusal:
            assert "both meet on" in str(refusal)
            assert everything() == before
            return
        assert Reorganisation.objects.count() == 1
        check_nothing_lost(before)
        check_all_open_things_are_followed_up()
        check_dates(dates, firsts, may_move=cancel or how.startswith("split"))
        check_references(two, kept)
        settled = owed()
        replay_calendar(why="Nothing changed", by=two.by)
        for body in Body.objects.all():
            re_work_dues(body, why="Nothing changed", by=two.by)
        assert owed() == settled
