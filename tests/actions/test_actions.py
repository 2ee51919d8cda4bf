"""What a committee asks for, and how it comes to rest."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from actions.domain.actions import (
    accept_draft,
    arrange,
    ask,
    ask_again,
    await_others,
    move_to_programme,
    no_longer_required,
    put_on_programme,
    reassign,
    set_due,
    supersede,
)
from actions.domain.two_voices import accept_completion, open_again, propose_completion, record_answer
from actions.enums import ACTION_LIFE, ActionState
from actions.models import Action, ActionClause, ActionSlip, Answer, Update, Verdict
from actions.rules import check_can_become
from committees.models import Clause
from council.domain.setting_up import hold_post, open_year
from council.refusal import Refusal, Stale
from tests.factories import (
    make_action,
    make_body,
    make_clause,
    make_item,
    make_meeting,
    make_officer,
    make_person,
    make_post,
    make_suggestion,
)
from tests.ledgers import as_stored, moves_of, tell_again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("held")]

JUNE, SEPTEMBER = date(2023, 6, 6), date(2023, 9, 26)


@pytest.fixture
def body():
    return make_body()


@pytest.fixture
def officer(body):
    return make_officer(body)


@pytest.fixture
def june(body, officer):
    return make_meeting(body, JUNE, by=officer)


@pytest.fixture
def action(june, officer):
    return make_action(june, "Report on complaints", by=officer, due_kind="date", due_on=date(2023, 10, 25))


@pytest.fixture
def item(body, officer):
    return make_item(make_meeting(body, SEPTEMBER, by=officer), "Complaints", by=officer)


def everything() -> list:
    tables = (Action, ActionSlip, ActionClause, Answer, Update, Verdict, Action.history.model)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def put_in(action: Action, state: str, item) -> Action:
    own = {"superseded": {"superseded_by": action}, "moved": {"item": item}, "not_required": {"state_because": "Why"}}
    Action.objects.filter(pk=action.pk).update(state=state, **own.get(state, {}))
    return Action.objects.get(pk=action.pk)


LEADS_TO = {
    "draft": {"open", "not_required"},
    "open": {"in_progress", "proposed", "awaiting", "moved", "superseded", "not_required", "complete"},
    "in_progress": {"proposed", "awaiting", "moved", "superseded", "not_required", "complete"},
    "awaiting": {"in_progress", "proposed", "superseded", "not_required", "complete"},
    "proposed": {"complete", "open"},
    "moved": {"open", "complete"},
    "complete": {"open"},
    "superseded": {"open"},
    "not_required": {"open"},
}


def test_action_life_is_the_table():
    assert {state.value: {then.value for then in ACTION_LIFE[state]} for state in ActionState} == LEADS_TO


@pytest.mark.parametrize("then", list(ActionState))
@pytest.mark.parametrize("now", list(ActionState))
def test_action_life_refuses_every_other_step_in_words(now, then):
    action = Action(task="A report", state=now)
    if then.value in LEADS_TO[now.value]:
        assert check_can_become(action, then) is None
        return
    with pytest.raises(Refusal) as refused:
        check_can_become(action, then)
    assert str(refused.value) == f"This action is {now.label.lower()}, so it cannot become {then.label.lower()}."


VERBS = {
    "proposed": lambda action, june, item, heir, by: propose_completion(action, text="Sent round", by=by),
    "awaiting": lambda action, june, item, heir, by: await_others(action, whom="The regulator", by=by),
    "moved": lambda action, june, item, heir, by: move_to_programme(action, item=item, by=by),
    "superseded": lambda action, june, item, heir, by: supersede(action, by_action=heir, why="Asked again", by=by),
    "not_required": lambda action, june, item, heir, by: no_longer_required(
        action, why="Dropped", agreed_by="Chair", by=by
    ),
    "complete": lambda action, june, item, heir, by: accept_completion(action, meeting=june, by=by),
}


@pytest.mark.parametrize("then", VERBS)
@pytest.mark.parametrize("now", list(ActionState))
def test_verbs_follow_the_life_from_every_state(action, june, item, officer, now, then):
    heir = make_action(june, by=officer)
    action = put_in(action, now, item)
    before = everything()
    if then in LEADS_TO[now.value]:
        VERBS[then](action, june, item, heir, officer)
        assert Action.objects.get(pk=action.pk).state == then
        return
    with pytest.raises(Refusal):
        VERBS[then](action, june, item, heir, officer)
    assert everything() == before


@pytest.mark.parametrize("now", list(ActionState))
def test_opening_is_accepting_a_draft_or_opening_again(action, june, item, officer, now):
    action = put_in(action, now, item)
    before = everything()
    if now == "draft":
        with pytest.raises(Refusal) as refused:
            open_again(action, meeting=june, why="Not enough", by=officer)
        assert str(refused.value) == "This action was only read from the minutes. Accept it first."
        assert everything() == before
        assert accept_draft(action, by=officer).state == "open"
    elif "open" in LEADS_TO[now.value]:
        open_again(action, meeting=june, why="Not enough", by=officer)
        assert Action.objects.get(pk=action.pk).state == "open"
    else:
        with pytest.raises(Refusal):
            open_again(action, meeting=june, why="Not enough", by=officer)
        assert everything() == before


def test_ask_keeps_what_is_printed_beside_what_is_worked_out(june, officer):
    post = make_post("Director of Education")
    clause = make_clause(june, sort="request_report")
    action = ask(
        clause=clause, task="  Report on complaints ", owner=post, by=officer, due_kind="month",
        due_text="Dec 23 and on going", due_on=date(2023, 12, 31), asked_as_printed="the Director for Education",
    )  # fmt: skip
    assert (action.task, action.sort, action.state, action.asked_on) == (
        "Report on complaints",
        "request_report",
        "open",
        JUNE,
    )
    assert (action.due_kind, action.due_text, action.asked_as_printed) == (
        "month",
        "Dec 23 and on going",
        "the Director for Education",
    )
    assert (action.due_on, action.first_due_on, action.slip_no) == (date(2023, 12, 31), date(2023, 12, 31), 0)
    assert (action.owed_by, action.body) == (post, june.body)
    assert Action.objects.get().why == "As minuted: Dec 23 and on going"


@pytest.mark.parametrize("make", [make_post, make_person, make_body, lambda: None])
def test_ask_of_a_post_a_person_a_body_or_nobody(june, officer, make):
    owner = make()
    action = make_action(june, by=officer, owner=owner)
    named = [one for one in (action.owed_by_post, action.owed_by_person, action.owed_by_body) if one]
    assert (action.owed_by, named) == (owner, [owner] if owner else [])


@pytest.mark.parametrize("kind", ["informal", "site_visit", "training", "workshop", "working_group"])
def test_ask_on_a_meeting_that_cannot_resolve_is_refused(body, june, officer, kind):
    clause = make_clause(june)
    informal = make_meeting(body, SEPTEMBER, by=officer, kind=kind)
    clause.minute.meeting = informal
    with pytest.raises(Refusal) as refused:
        ask(clause=clause, task="Write a pack", owner=None, by=officer)
    assert str(refused.value).endswith(
        "have no decision-making powers (Protocol 8.3). Put it to the next formal meeting as a suggestion."
    )
    assert Action.objects.count() == 0


@pytest.mark.parametrize("task", ["", "  "])
def test_ask_refuses_no_task(june, officer, task):
    with pytest.raises(Refusal) as refused:
        ask(clause=make_clause(june), task=task, owner=None, by=officer)
    assert (str(refused.value), Action.objects.count()) == ("Say what is asked.", 0)


def test_ask_again_is_one_action_told_by_two_clauses(june, action):
    repeat = make_clause(june)
    assert ask_again(action, repeat) == ask_again(action, repeat)
    assert [list(action.repeats.values_list("clause", flat=True)), Action.objects.count()] == [[repeat.pk], 1]


def test_a_leaver_s_work_goes_to_the_next_holder_by_itself(june, officer):
    post, leaver, successor = make_post(), make_person("Leaver"), make_person("Successor")
    hold_post(person=leaver, post=post, to_on=date(2023, 8, 31))
    hold_post(person=successor, post=post, from_on=date(2023, 9, 1))
    action = make_action(june, by=officer, owner=post)
    assert (action.owed_by, list(Action.objects.filter(owed_by_post__holdings__person=successor))) == (post, [action])


def test_put_on_programme_names_the_item_and_leaves_it_open(action, item, officer):
    done = put_on_programme(action, item=item, by=officer, version=0)
    assert (done.item, done.state, done.version, done.met_on) == (item, "open", 1, None)


def test_put_on_programme_refuses_another_committee_s_item(action, officer):
    theirs = make_suggestion(make_body(), open_year("2023/24"), by=officer)
    before = everything()
    for verb in (put_on_programme, move_to_programme):
        with pytest.raises(Refusal) as refused:
            verb(action, item=theirs, by=officer)
        assert str(refused.value) == "That item is on another committee's programme."
    assert everything() == before


def test_arrange_names_the_visit_also_without_a_date(body, action, officer):
    visit = make_meeting(body, None, by=officer, kind="site_visit", year=open_year("2023/24"), state="to_be_arranged")
    assert arrange(action, meeting=visit, by=officer).arranged_as == visit


def test_set_due_goes_through_the_ledger_and_no_longer_hangs_on_a_meeting(body, june, officer):
    make_meeting(body, SEPTEMBER, by=officer)
    action = make_action(june, by=officer, due_kind="next_meeting")
    done = set_due(action, on=date(2023, 10, 31), why="Data are late", by=officer, agreed_by="Chair", version=0)
    assert (done.due_on, done.first_due_on, done.due_kind, done.due_meeting) == (
        date(2023, 10, 31),
        SEPTEMBER,
        "date",
        None,
    )
    assert (done.why, done.slips.get().agreed_by, done.version) == ("Agreed: Data are late", "Chair", 1)
    assert as_stored(done) == tell_again(done)


@pytest.mark.parametrize(
    ("on", "why", "message"),
    [
        (date(2023, 9, 18), "Why", "18 September 2023 has passed. Enter a date to come."),
        (date(2023, 10, 31), " ", "Say why the date moves."),
    ],
)
def test_set_due_refuses_and_changes_nothing(action, officer, on, why, message):
    before = everything()
    with pytest.raises(Refusal) as refused:
        set_due(action, on=on, why=why, by=officer)
    assert (str(refused.value), everything()) == (message, before)


def test_set_due_refuses_once_it_has_ended(june, officer):
    ended, superseded, heir = (make_action(june, by=officer) for _ in range(3))
    no_longer_required(ended, why="Dropped", agreed_by="Chair", by=officer)
    supersede(superseded, by_action=heir, why="Asked again", by=officer)
    before = everything()
    for action in (ended, superseded):
        with pytest.raises(Refusal) as refused:
            set_due(action, on=date(2023, 10, 31), why="Why", by=officer)
        assert str(refused.value) == "This is already met or waived, so its date cannot move."
    assert everything() == before


def test_reassign_keeps_what_the_minute_prints(june, officer):
    action = make_action(june, by=officer, owner=make_post("Director of Education"), asked_as_printed="the Director")
    person = make_person("Joe Banham")
    done = reassign(action, owner=person, why="Reorganised", by=officer)
    assert (done.owed_by, done.owed_by_post, done.asked_as_printed) == (person, None, "the Director")


def test_await_others_says_for_whom_and_its_date_runs_on(action, officer):
    done = await_others(action, whom="The regulator", by=officer)
    assert (done.state, done.awaiting, done.due_on, done.is_owed) == (
        "awaiting",
        "The regulator",
        date(2023, 10, 25),
        True,
    )
    with pytest.raises(Refusal) as refused:
        await_others(done, whom=" ", by=officer)
    assert str(refused.value) == "Say who it is waiting for."


def test_supersede_leaves_nothing_owed_and_names_its_heir(action, june, officer):
    heir = make_action(june, by=officer)
    done = supersede(action, by_action=heir, why="Asked again", by=officer)
    assert (done.superseded_by, done.is_owed, done.waived_because) == (heir, False, f"Superseded by {heir.ref}")
    assert list(Action.objects.owed()) == [heir]


def test_supersede_refuses_itself_and_an_action_that_ended_so_that_no_work_is_lost(action, june, officer):
    heir = make_action(june, by=officer)
    supersede(action, by_action=heir, why="Asked again", by=officer)
    before = everything()
    with pytest.raises(Refusal) as refused:
        supersede(heir, by_action=action, why="And back", by=officer)
    assert str(refused.value) == f"{action.ref} is superseded, so it cannot take another's place."
    with pytest.raises(Refusal) as refused:
        supersede(heir, by_action=heir, why="Round", by=officer)
    assert str(refused.value) == "An action cannot take its own place."
    assert everything() == before


@pytest.mark.parametrize(("why", "agreed_by"), [("", "Chair"), ("Dropped", " ")])
def test_no_longer_required_needs_a_reason_and_who_agreed(action, officer, why, agreed_by):
    before = everything()
    with pytest.raises(Refusal) as refused:
        no_longer_required(action, why=why, agreed_by=agreed_by, by=officer)
    assert (str(refused.value), everything()) == ("Say why it is no longer required and who agreed.", before)


def test_no_longer_required_leaves_nothing_owed_until_it_is_opened_again(action, june, officer):
    done = no_longer_required(action, why="Dropped", agreed_by="Chair", by=officer)
    assert (done.is_owed, done.agreed_by, done.state_because) == (False, "Chair", "Dropped")
    open_again(done, meeting=june, why="It is back", by=officer)
    done.refresh_from_db()
    assert (done.is_owed, done.agreed_by, done.state) == (True, "", "open")


STALE = {
    "put_on_programme": lambda action, june, item, by: put_on_programme(action, item=item, by=by, version=0),
    "move_to_programme": lambda action, june, item, by: move_to_programme(action, item=item, by=by, version=0),
    "arrange": lambda action, june, item, by: arrange(action, meeting=june, by=by, version=0),
    "set_due": lambda action, june, item, by: set_due(action, on=date(2023, 12, 1), why="W", by=by, version=0),
    "reassign": lambda action, june, item, by: reassign(action, owner=None, why="W", by=by, version=0),
    "await_others": lambda action, june, item, by: await_others(action, whom="W", by=by, version=0),
    "no_longer_required": lambda action, june, item, by: no_longer_required(
        action, why="W", agreed_by="W", by=by, version=0
    ),
    "propose_completion": lambda action, june, item, by: propose_completion(action, text="W", by=by, version=0),
    "accept_completion": lambda action, june, item, by: accept_completion(action, meeting=june, by=by, version=0),
    "open_again": lambda action, june, item, by: open_again(action, meeting=june, why="W", by=by, version=0),
    "supersede": lambda action, june, item, by: supersede(
        action, by_action=make_action(june, by=by), why="W", by=by, version=0
    ),
}


@pytest.mark.parametrize("verb", STALE)
def test_two_officers_saving_one_action_lose_nothing(action, june, item, officer, verb):
    reassign(action, owner=make_post(), why="Reorganised", by=officer, version=0)
    before = Action.objects.values().get(pk=action.pk)
    with pytest.raises(Stale) as refused:
        STALE[verb](action, june, item, officer)
    assert str(refused.value).startswith("Somebody else changed this action while you had it open.")
    assert Action.objects.values().get(pk=action.pk) == before
    assert [table.objects.count() for table in (Update, Verdict, ActionSlip)] == [0, 0, 0]


@pytest.mark.parametrize("state", ["superseded", "moved", "not_required"])
def test_ended_without_its_heir_item_or_reason_is_held_off_by_the_database(action, state):
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.update(state=state)
    assert Action.objects.get().state == "open"


def test_two_owners_are_held_off_by_the_database(action):
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.update(owed_by_post=make_post(), owed_by_person=make_person())
    assert Action.objects.get().owed_by is None


def test_overlooked_is_live_on_no_programme_row_and_unanswered(body, june, item, officer):
    visit = make_meeting(body, None, by=officer, kind="site_visit", year=open_year("2023/24"))
    named = (
        "lost",
        "in progress",
        "programme",
        "moved",
        "arranged",
        "answered",
        "draft",
        "dropped",
        "superseded",
        "done",
    )
    actions = {name: make_action(june, name, by=officer, draft=name == "draft") for name in named}
    Action.objects.filter(task="in progress").update(state="in_progress")
    put_on_programme(actions["programme"], item=item, by=officer)
    move_to_programme(actions["moved"], item=item, by=officer)
    arrange(actions["arranged"], meeting=visit, by=officer)
    record_answer(actions["answered"], on=date(2023, 9, 18), note="Sent round", by=officer)
    no_longer_required(actions["dropped"], why="Dropped", agreed_by="Chair", by=officer)
    supersede(actions["superseded"], by_action=actions["lost"], why="Asked again", by=officer)
    accept_completion(actions["done"], meeting=june, by=officer)
    assert set(Action.objects.overlooked().values_list("task", flat=True)) == {"lost", "in progress"}
    assert Action.objects.count() == len(named)
    assert Clause.objects.count() == len(named)


def test_live_and_ended_share_no_action_and_leave_out_drafts_alone(action, item):
    sorts = {}
    for state in ActionState:
        put_in(action, state, item)
        sorts[state.value] = (Action.objects.live().exists(), Action.objects.ended().exists())
    live, ended = (True, False), (False, True)
    assert sorts == {
        "draft": (False, False),
        **dict.fromkeys(("open", "in_progress", "proposed", "awaiting", "moved"), live),
        **dict.fromkeys(("complete", "superseded", "not_required"), ended),
    }


def test_moves_of_an_action_are_told_once_each(action, officer):
    set_due(action, on=date(2023, 11, 1), why="Late", by=officer)
    set_due(action, on=date(2023, 10, 25), why="In time after all", by=officer)
    action.refresh_from_db()
    assert moves_of(action) == [(date(2023, 10, 25), date(2023, 11, 1)), (date(2023, 11, 1), date(2023, 10, 25))]
    assert as_stored(action) == tell_again(action) == (2, date(2023, 10, 25), date(2023, 10, 25))
