"""What is possible for items now, and who may change them."""

from datetime import date

from django.db.models import Q, QuerySet

from committees.enums import LEADING, SeatRole, Stage
from committees.models import Clause, Meeting, Seat
from committees.rules import (
    chairs,
    check_can_resolve,
    committees_run,
    committees_sat_on,
    leads,
    may_run,
    sits_on,
)
from council.calendar import today
from council.directory import holders
from council.enums import COMMITTEE_KINDS, Role
from council.models import Body, Person, User
from council.names import fold
from council.refusal import Refusal
from council.rules import is_administrator, is_manager
from council.succession import Succession
from papers.writing.kinds import KINDS
from workprogramme.enums import (
    ASKED_LIFE,
    BEING_WRITTEN,
    ITEM_LIFE,
    ON_A_MEETING,
    SCORED,
    TOPIC_LIFE,
    WAITING,
    AskedState,
    HearingState,
    ItemState,
    Origin,
    Returns,
    Route,
    TopicState,
)
from workprogramme.models import (
    CallAnswer,
    ContentPoint,
    ForwardEntry,
    Item,
    ItemAuthor,
    ItemRequest,
    PreScrutinyRequest,
    Programme,
    ReportStage,
    ReviewTopic,
    Series,
)

MOST_TEMPLATE_BYTES = 5_000_000
MAY_GIVE_NOTICE = (SeatRole.CHAIR, SeatRole.VICE_CHAIR, SeatRole.MEMBER, SeatRole.CO_OPTED)
"""The members of a committee; substitutes and advisers may suggest, and are not its members (Protocol 5.6)."""


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


def may_print(user: User, body: Body, on: date) -> bool:
    """May have its papers printed: the committee's officers, its chair and vice-chair."""
    return may_run(user, body) or leads(user, body, on)


def bodies_to_print_for(user: User, on: date) -> QuerySet[Body]:
    """The committees with a programme whose papers somebody may have printed."""
    found = Body.objects.filter(programmes__isnull=False).distinct()
    if is_manager(user):
        return found
    allowed = Q(pk__in=user.grants.filter(role=Role.OFFICER).values("body"))
    if user.person_id is not None:
        allowed |= Q(pk__in=Seat.objects.on(on).filter(person=user.person_id, role__in=LEADING).values("body"))
    return found.filter(allowed)


def may_set_papers(user: User) -> bool:
    """May change the standing paragraphs and Word templates of printed papers, which every committee shares."""
    return is_manager(user)


def check_can_be_template(paper: str, content: bytes) -> None:
    """Raises ``Refusal`` for a paper that is unknown, and for a file that is empty or larger than a template is."""
    if paper not in KINDS:
        raise Refusal("There is no such paper.")
    if not content:
        raise Refusal("The file is empty. Choose the Word template.")
    if len(content) > MOST_TEMPLATE_BYTES:
        raise Refusal(f"The template is larger than {MOST_TEMPLATE_BYTES // 1_000_000} MB. Make its pictures smaller.")


def committees_to_suggest_to(user: User, on: date) -> QuerySet[Body]:
    """The committees to which somebody may suggest an item: those they sit on that day (Protocol 5.5)."""
    return committees_sat_on(user, on=on).filter(kind__in=COMMITTEE_KINDS, ended_on__isnull=True)


def has_right_of_notice(person: Person, body: Body, on: date) -> bool:
    """May give notice of an item (Protocol 5.6): the committee's members, voting or co-opted."""
    return Seat.objects.on(on).filter(body=body, person=person, role__in=MAY_GIVE_NOTICE).exists()


def requests_seen_by(user: User, on: date) -> QuerySet[ItemRequest]:
    """The requests somebody may see: those of committees they run or sit on, and what they or their post asked for."""
    if is_manager(user):
        return ItemRequest.objects.all()
    near = Q(body__in=committees_run(user)) | Q(body__in=committees_sat_on(user, on=on))
    own = Q(person=user.person_id or 0) | Q(call_answer__in=answers_owed_by(user, on))
    return ItemRequest.objects.filter(near | own)


def may_decide_asked(user: User, request: ItemRequest) -> bool:
    """May decide where a request goes, and see the name of a private person: the officers of its committee."""
    return may_run(user, request.body)


def may_say_chairs_view(user: User, request: ItemRequest, on: date) -> bool:
    """May give the chair's view: the chair, and the officers, who write down what the chair said."""
    return may_run(user, request.body) or chairs(user, request.body, on)


def is_undecided(request: ItemRequest) -> bool:
    """Waits for a decision."""
    return request.state == AskedState.ASKED


def can_be_accepted(request: ItemRequest) -> bool:
    """Can become an item: it waits, or was answered otherwise before."""
    return AskedState.ACCEPTED in ASKED_LIFE[request.state]


def check_asked_can_become(request: ItemRequest, state: str) -> None:
    """Raises ``Refusal`` where the request was decided already."""
    if state not in ASKED_LIFE[request.state]:
        raise Refusal(f"This request is already decided: {request.get_state_display().lower()}.")


def answers_owed_by(user: User, on: date) -> QuerySet[CallAnswer]:
    """The answers to yearly calls that are owed by posts somebody holds that day."""
    started = Q(owed_by_post__holdings__from_on__isnull=True) | Q(owed_by_post__holdings__from_on__lte=on)
    lasting = Q(owed_by_post__holdings__to_on__isnull=True) | Q(owed_by_post__holdings__to_on__gte=on)
    return CallAnswer.objects.filter(started & lasting, owed_by_post__holdings__person=user.person_id or 0)


def may_answer_call(user: User, answer: CallAnswer, on: date) -> bool:
    """May answer for a post: whoever holds it that day, or the committee's officers on its behalf."""
    return may_run(user, answer.call.body) or holders(answer.owed_by_post, on).filter(pk=user.person_id or 0).exists()


def may_score(user: User, topic: ReviewTopic, on: date) -> bool:
    """May score a topic: whoever sits on the committee, and its officers, who enter what members wrote on paper."""
    return sits_on(user, topic.body, on) or may_run(user, topic.body)


def is_scored_still(topic: ReviewTopic) -> bool:
    """Whether points still count: it is neither approved nor set aside."""
    return topic.state in SCORED


def check_topic_can_become(topic: ReviewTopic, state: str) -> None:
    """Raises ``Refusal`` where the topic's life does not lead there."""
    if state not in TOPIC_LIFE[topic.state]:
        now, then = topic.get_state_display().lower(), TopicState(state).label.lower()
        raise Refusal(f"This topic is {now}, so it cannot become {then}.")


def check_can_approve(topic: ReviewTopic, clause: Clause) -> None:
    """Only the committee approves a topic, by a minute of a meeting that can resolve (Protocol 8.1, 8.3)."""
    if clause.minute.meeting.body_id != topic.body_id:
        raise Refusal(f"That clause was resolved by another committee. Only {topic.body.called} approves this topic.")
    check_can_resolve(clause.minute.meeting)


def may_set_asking_rules(user: User) -> bool:
    """May say whether the public is let in, until when notice is taken, and how topics are scored."""
    return is_manager(user) or is_administrator(user)


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
