"""What is possible for items and their reports now, and who may change them."""

from datetime import date

from committees.enums import Stage
from committees.models import Clause, Meeting, Seat
from committees.rules import (
    check_can_resolve,
    may_run,
)
from council.calendar import today
from council.models import Body, User
from council.names import fold
from council.refusal import Refusal
from council.succession import Succession
from workprogramme.enums import (
    BEING_WRITTEN,
    ITEM_LIFE,
    ON_A_MEETING,
    WAITING,
    HearingState,
    ItemState,
    Origin,
    Returns,
    Route,
)
from workprogramme.models import (
    ContentPoint,
    ForwardEntry,
    Item,
    ItemAuthor,
    PreScrutinyRequest,
    Programme,
    ReportStage,
    Series,
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


def check_right_is_kept(item: Item, agreed_by: str) -> None:
    """Notice of an item is a right (Protocol 5.6): until its meeting is over, only the member who gave it lets it go.

    Raises ``Refusal`` where nobody is said to have agreed.
    """
    over = item.meeting is not None and item.meeting.is_over(today())
    if item.origin == Origin.NOTICE and not over and not agreed_by.strip():
        raise Refusal(
            "A member gave notice of this item, and that is a right (Protocol 5.6). "
            "Ask the member, then enter under Agreed by that they agreed."
        )


def check_can_take(item: Item, meeting: Meeting) -> None:
    """Raises ``Refusal`` where the meeting is not one of the item's committee, or has no place for it."""
    if meeting.body_id != item.programme.body_id:
        raise Refusal(f"{meeting} is a meeting of another committee.")
    if meeting.state == "cancelled":
        raise Refusal(f"The meeting on {meeting.when} is cancelled. Choose another meeting.")


def may_place_hearing(user: User, item: Item, meeting: Meeting) -> bool:
    """May plan, move or take off another committee's hearing: the officers of either committee."""
    return may_plan(user, item) or may_run(user, meeting.body)


def is_out(item: Item) -> bool:
    """Whether its report went out with the agenda of any committee that hears it."""
    gone = (HearingState.PUBLISHED, HearingState.HEARD)
    return item.state not in BEING_WRITTEN or item.hearings.filter(state__in=gone).exists()


def check_can_hear(item: Item, meeting: Meeting) -> None:
    """Raises ``Refusal`` where a meeting cannot hear another committee's report as well."""
    if item.state not in ON_A_MEETING:
        raise Refusal("Put this item on a meeting of its own committee first.")
    if meeting.body_id == item.programme.body_id:
        raise Refusal("That is a meeting of the item's own committee: move the item there instead.")
    if not meeting.decides or meeting.state == "cancelled":
        raise Refusal("Choose a formal meeting.")
    if item.hearings.live().filter(meeting__body=meeting.body_id).exists():
        raise Refusal(f"{meeting.body.called} hears this report already. Move that hearing instead.")


def check_leaves_no_hearing(item: Item, today: date) -> None:
    """Raises ``Refusal`` where an item would leave its meeting while other committees are still to hear its report."""
    if item.meeting is None or item.meeting.is_over(today):
        return
    ahead = item.hearings.planned().select_related("meeting__body")
    waiting = [hearing.meeting for hearing in ahead if not hearing.meeting.is_over(today)]
    if waiting:
        named = ", ".join(f"{meeting.body.called} ({meeting.when})" for meeting in waiting)
        raise Refusal(f"This report also goes to: {named}. Move the item, or take those hearings off first.")


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


def check_can_return(
    body: Body,
    *,
    title: str,
    returns: str,
    from_on: date,
    counts_from: date | None,
    until_on: date | None = None,
    but: Series | None = None,
    **others,
) -> None:
    """Raises ``Refusal`` where an item cannot come back so: without a title or a day to count from, or twice."""
    if not title.strip():
        raise Refusal("Enter a title for what comes back.")
    if returns == Returns.AFTER and counts_from is None:
        raise Refusal("Enter the day that is counted from, or choose the clause that asked for it.")
    if until_on and until_on < from_on:
        raise Refusal("What comes back cannot end before it begins.")
    there = Series.objects.live_in(from_on, until_on or date.max).filter(body=body).exclude(pk=but.pk if but else None)
    if any(fold(series.title) == fold(title) for series in there):
        raise Refusal(f"“{title.strip()}” comes back to {body.called} already. Change that one, or end it first.")
