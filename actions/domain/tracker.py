"""What a committee asked for as an edition prints it: the lines of the action tracker and of recommendations."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q

from actions.enums import RecommendationState, View
from actions.models import Action, ActionClause, Answer, ImplementationUpdate, Recommendation
from actions.rules import is_live
from actions.standing import asked_of, due_as_minuted, is_overdue, where_it_stands, with_standing
from committees.models import Clause
from council.models import Body
from papers.writing.edition import EXEMPT_ACTION, EXEMPT_ITEM, Edition, RecommendationLine, TrackerLine
from workprogramme.domain.printed import title_in_print
from workprogramme.models import Item
from workprogramme.rules import title_is_public

SETTLED = (RecommendationState.ACHIEVED, RecommendationState.NOT_ACCEPTED)


def tracker_lines(body: Body, today: date, before: Edition | None) -> tuple[TrackerLine, ...]:
    """Every open action, and what came to rest since the edition before, so that nothing leaves without a word."""
    shown = {int(line.ref[1:]) for line in before.tracker if not line.closed} if before else set()
    wanted = Q(pk__in=Action.objects.live().filter(body=body).values("pk")) | Q(pk__in=shown, body=body)
    repeats = ActionClause.objects.select_related("clause__minute__meeting")
    found = with_standing(Action.objects.filter(wanted)).select_related("item__meeting")
    found = found.prefetch_related(Prefetch("repeats", repeats)).order_by("asked_on", "clause__order", "pk")
    return tuple(_line(action, today) for action in found)


def recommendation_lines(body: Body, before: Edition | None) -> tuple[RecommendationLine, ...]:
    """Every recommendation that is not settled, and what was settled since the edition before."""
    shown = {int(line.ref[1:]) for line in before.recommendations if not line.closed} if before else set()
    wanted = ~Q(state__in=SETTLED) | Q(pk__in=shown)
    related = ("addressed_to", "lead_post", "clause__minute__meeting")
    found = Recommendation.objects.filter(wanted, body=body).select_related(*related).prefetch_related("updates")
    return tuple(_recommended(recommendation) for recommendation in found.order_by("made_on", "pk"))


def _line(action: Action, today: date) -> TrackerLine:
    return TrackerLine(
        ref=action.ref,
        task=EXEMPT_ACTION if action.exempt_note else action.task,
        owner=asked_of(action),
        asked_on=action.asked_on,
        minute=action.clause.cited if action.clause else "",
        also=tuple(_cited(repeat.clause, action) for repeat in action.repeats.all()),
        due=due_as_minuted(action),
        due_on=action.due_on,
        first_due_on=action.first_due_on,
        times_moved=action.slip_no,
        item=action.item.ref if action.item else "",
        overdue=is_overdue(action, today),
        closed=not is_live(action),
        **_standing(action),
    )


def _standing(action: Action) -> dict:
    """Where it stands. Words that would name an exempt item give way to the state alone."""
    answers = list(action.answers.all())
    named = [action.item, *(answer.item for answer in answers)]
    if action.exempt_note or not all(title_is_public(item) for item in named if item):
        return {"standing": action.get_state_display(), "answered_by": EXEMPT_ITEM if answers else ""}
    stands = where_it_stands(action)
    return {"standing": stands.words, "overlooked": stands.overlooked, "answered_by": _answered_by(answers)}


def _answered_by(answers: Iterable[Answer]) -> str:
    return "; ".join(_named(answer.item) if answer.item else str(answer) for answer in answers)


def _named(item: Item) -> str:
    return f"{title_in_print(item)} ({item.ref})"


def _cited(clause: Clause, action: Action) -> str:
    """A later clause: "13 (2) (a) (i)", with its day where that is another one."""
    return clause.cited if clause.minute.meeting.on == action.asked_on else str(clause)


def _recommended(recommendation: Recommendation) -> RecommendationLine:
    updates = list(recommendation.updates.all())
    told = [update for update in updates if update.met_on]
    owed = [update.due_on for update in updates if update.is_owed]
    return RecommendationLine(
        ref=recommendation.ref,
        text=recommendation.text,
        made_on=recommendation.made_on,
        minute=recommendation.clause.cited if recommendation.clause else "",
        addressed_to=str(recommendation.addressed_to or ""),
        lead=str(recommendation.lead_post or ""),
        state=recommendation.get_state_display(),
        approved_on=recommendation.approved_on,
        next_update_on=min(owed, default=None),
        **_voices(told),
        closed=recommendation.state in SETTLED,
    )


def _voices(told: list[ImplementationUpdate]) -> dict:
    if not told:
        return {}
    last = told[-1]
    owner = View(last.owner_view).label if last.owner_view else ""
    committee = View(last.committee_view).label if last.committee_view else ""
    return {"owner_says": owner, "committee_says": committee}
