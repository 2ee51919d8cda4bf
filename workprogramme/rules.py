"""What is possible for items now, and who may change them."""

from datetime import date

from committees.enums import Stage
from committees.models import Clause, Meeting, Seat
from committees.rules import check_can_resolve, may_run
from council.models import Body, User
from council.names import fold
from council.refusal import Refusal
from council.succession import Succession
from workprogramme.enums import BEING_WRITTEN, ITEM_LIFE, ON_A_MEETING, WAITING, ItemState, Route
from workprogramme.models import (
    ContentPoint,
    ForwardEntry,
    Item,
    ItemAuthor,
    PreScrutinyRequest,
    Programme,
    ReportStage,
)


def may_plan(user: User, item: Item) -> bool:
    """May schedule, move, defer or withdraw it: the officers of its committee."""
    return may_run(user, item.programme.body)


def writes(user: User, item: Item) -> bool:
    """Is one of its authors."""
    return user.person_id is not None and any(author.person_id == user.person_id for author in item.authors.all())


def writes_reports(user: User) -> bool:
    """Is an author of any item; asked once a request."""
    if not hasattr(user, "_writes_kept"):
        person = user.person_id if user.is_authenticated else None
        user._writes_kept = person is not None and ItemAuthor.objects.filter(person=person).exists()
    return user._writes_kept


def may_prepare(user: User, item: Item) -> bool:
    """May say how far a report is, who commented on it and what it answers: its authors, the committee's officers."""
    return writes(user, item) or may_plan(user, item)


def may_meet_stage(user: User, stage: ReportStage) -> bool:
    """May mark a stage done: an author of the item, or the committee's officers."""
    return may_prepare(user, stage.item)


def is_met_by_comments(stage: ReportStage) -> bool:
    """Is the stage that is done once finance and legal officers commented: nobody marks it by hand."""
    return stage.stage == Stage.COMMENTS


def check_can_meet(stage: ReportStage, on: date, today: date, late_because: str) -> None:
    """Raises ``Refusal`` where the stage is done or waived, the day has not come, or late is not explained.

    Late is what is recorded after its day, also where it was done in time: nobody could see that it was.
    """
    if stage.met_on:
        raise Refusal(f"This stage was already marked done on {stage.met_on.day} {stage.met_on:%B %Y}.")
    if stage.waived_because:
        raise Refusal(f"Nothing is owed on this stage: {stage.waived_because}")
    if on > today:
        raise Refusal("A stage cannot be done on a day that has not come.")
    if stage.is_late(today) and not late_because.strip():
        due = f"{stage.due_on.day} {stage.due_on:%B %Y}"
        raise Refusal(f"{stage.get_stage_display()} was due on {due}. Say why it is late, or was recorded late.")


def can_have_comments(item: Item) -> bool:
    """Whether finance and legal comments can be put on record: the item goes to a meeting, or went to one."""
    return item.state in (*ON_A_MEETING, ItemState.ACCEPTED, ItemState.DEFERRED)


def can_be_ticked(item: Item) -> bool:
    """Whether it can be said what its report answers: it is on a meeting."""
    return item.state in ON_A_MEETING


def can_ask_to_move(item: Item) -> bool:
    """Whether its author can ask for another meeting: its report is still being written."""
    return item.state in BEING_WRITTEN


def is_asked_of(point: ContentPoint, item: Item, line: Succession | None = None) -> bool:
    """Whether a committee asked to see this in this report.

    The one place that says so: the report it was first asked of, and every later one of the committee, or of one that
    continues it, whose title begins with the point's subject, from the meeting after the one that asked, until the
    point is ended. ``line`` says which committees continue which; it is read where it is not given.
    """
    if not _is_of_line(item.programme.body_id, point.body_id, line) or not _lasts_until(point, item):
        return False
    return item.pk == point.item_id or (_is_called(point.subject, item) and _is_after(point, item))


def _is_of_line(body_id: int, asked_by: int, line: Succession | None) -> bool:
    return body_id == asked_by or (line or Succession()).is_line(body_id, asked_by)


def check_is_of_committee(clause: Clause, body: Body) -> None:
    """Raises ``Refusal`` for a clause of another committee, unless it is one that the committee continues."""
    if not _is_of_line(body.pk, clause.minute.meeting.body_id, None):
        raise Refusal("That clause is another committee's.")


def _lasts_until(point: ContentPoint, item: Item) -> bool:
    meets_on = item.meeting.on if item.meeting else None
    return point.ended_on is None or (meets_on is not None and meets_on < point.ended_on)


def _is_called(subject: str, item: Item) -> bool:
    folded = fold(subject)
    return bool(folded) and fold(item.title).startswith(folded)


def _is_after(point: ContentPoint, item: Item) -> bool:
    asked_on, meets_on = point.clause.minute.meeting.on, item.meeting.on if item.meeting else None
    return item.state in (*ON_A_MEETING, ItemState.ACCEPTED, ItemState.DEFERRED) and (
        None in (asked_on, meets_on) or meets_on > asked_on
    )


def check_can_become(item: Item, state: str) -> None:
    """Raises ``Refusal`` where the item's life does not lead from where it stands to ``state``."""
    if state not in ITEM_LIFE[item.state]:
        now, then = item.get_state_display().lower(), ItemState(state).label.lower()
        raise Refusal(f"This item is {now}, so it cannot become {then}.")


def waits_for_a_meeting(item: Item) -> bool:
    """Is on the programme and on no meeting yet; what was rerouted to a written briefing needs none."""
    return item.state in WAITING and (item.state, item.route) != (ItemState.REROUTED, Route.WRITTEN)


def is_movable(item: Item) -> bool:
    """Can be put on another meeting: it waits for one, or its report is not out yet."""
    return item.state in BEING_WRITTEN or waits_for_a_meeting(item)


def meeting_to_go_back_to(item: Item, on: date) -> Meeting | None:
    """The meeting from which the item's last move took it, where it can still go back there.

    What the chair rerouted off a meeting does not go back to it.
    """
    last = item.moves.select_related("from_meeting").last()
    if last is None or last.from_meeting is None or not is_movable(item) or item.state == ItemState.REROUTED:
        return None
    back = last.from_meeting
    return None if back.pk == item.meeting_id or back.is_over(on) else back


def check_can_take(item: Item, meeting: Meeting) -> None:
    """Raises ``Refusal`` where the meeting is not one of the item's committee, or has no place for it."""
    if meeting.body_id != item.programme.body_id:
        raise Refusal(f"{meeting} is a meeting of another committee.")
    if meeting.state == "cancelled":
        raise Refusal(f"The meeting on {meeting.when} is cancelled. Choose another meeting.")


def title_is_public(item: Item) -> bool:
    """Whether its title may be printed: always, unless part of it is exempt and its agenda is not out yet."""
    return not item.is_exempt or item.state in (ItemState.PUBLISHED, ItemState.HEARD)


def check_can_adopt(programme: Programme, clause: Clause) -> None:
    """Only the committee adopts its programme, by a minute of a meeting that can resolve (Protocol 5.4)."""
    meeting = clause.minute.meeting
    if meeting.body_id != programme.body_id:
        raise Refusal(f"That clause was resolved by another committee. Only {programme.body.called} adopts this.")
    check_can_resolve(meeting)


def may_decide_request(user: User, request: PreScrutinyRequest) -> bool:
    """May agree or decline to look at a decision first: the officers of the committee that was asked."""
    return may_run(user, request.body)


def committees_that_may_be_asked(user: User, entry: ForwardEntry, on: date) -> list[Body]:
    """The committees on which somebody sits, that day, and in whose remit the decision falls or may fall."""
    if user.person_id is None:
        return []
    seated = Seat.objects.on(on).filter(person=user.person_id).select_related("body")
    bodies = {seat.body.pk: seat.body for seat in seated if seat.body.is_committee}
    return [body for pk, body in bodies.items() if entry.in_remit_of_id in (None, pk)]
