"""What was asked of a report: the clauses it must answer, and "Matters previously raised" as text to paste."""

from collections.abc import Iterable, Iterator

from django.db.models import Q, QuerySet

from actions.enums import ActionState
from actions.models import Action
from actions.rules import visible_actions
from actions.standing import with_standing
from committees.enums import ClauseSort
from council.models import User
from workprogramme.domain.checklist import Line, minute_of
from workprogramme.models import Item

HEADING = "Matters previously raised"
OFFERED = (ClauseSort.REQUEST_INFORMATION, ClauseSort.REQUEST_REPORT, ClauseSort.STANDING_ITEM)
"""The sorts of clause that ask to see something, so that a point of the checklist can be made of them."""

ASIDE = (ActionState.DRAFT, ActionState.SUPERSEDED, ActionState.NOT_REQUIRED)
"""What nobody was asked, or nothing is owed on: no report answers it."""


def asked_of_reports(items: Iterable[Item], user: User) -> dict[int, list[Action]]:
    """What each item is to answer or has answered, by the item's key, in the order of the minutes."""
    items = list(items)
    by_item = {item.pk: [] for item in items}
    for action in _with_clauses(visible_actions(user).exclude(state__in=ASIDE), items):
        answered = {answer.item_id for answer in action.answers.all()}
        for pk in answered | {action.item_id}:
            if pk in by_item:
                by_item[pk].append(action)
    return by_item


def _with_clauses(actions: QuerySet[Action], items: list[Item]) -> QuerySet[Action]:
    theirs = actions.filter(Q(item__in=items) | Q(answers__item__in=items)).distinct()
    again = ("repeats__clause__parent", "repeats__clause__minute__meeting")
    in_turn = ("asked_on", "clause__minute__order", "clause__order", "pk")
    return (
        with_standing(theirs).select_related("clause__parent").prefetch_related(*again).defer("exempt_note")
    ).order_by(*in_turn)


def offered_points(actions: Iterable[Action], lines: Iterable[Line]) -> list[Action]:
    """The actions of which an officer may make points: they ask to see something, and their clause has no point yet."""
    there = {line.point.clause_id for line in lines}
    return [action for action in actions if action.clause and action.sort in OFFERED and action.clause_id not in there]


def matters_raised(actions: Iterable[Action], lines: Iterable[Line]) -> str:
    """The text of "Matters previously raised": each clause by its minute, and where the report answers it.

    What is not ticked is named as not in the report, so that nobody overlooks it. Nothing where nothing was asked.
    """
    lines, actions = list(lines), [action for action in actions if action.clause]
    there = {line.point.clause_id for line in lines}
    told = [*_points(lines), *_clauses(action for action in actions if action.clause_id not in there)]
    in_turn = [text for _, text in sorted(told, key=lambda each: each[0])]
    return "\n".join([HEADING, "", *in_turn]) if in_turn else ""


def _points(lines: Iterable[Line]) -> Iterator[tuple[tuple, str]]:
    for line in lines:
        where = f"see {line.tick.where}" if line.tick else "not in this report"
        yield _place(line.point.clause), f"{minute_of(line.point.clause)}: {_plain(line.point.text)}; {where}."


def _clauses(actions: Iterable[Action]) -> Iterator[tuple[tuple, str]]:
    for action in actions:
        cited = " and ".join(minute_of(clause) for clause in asked_by(action))
        yield _place(action.clause), f"{cited}: {_plain(action.clause.text)}; see this report."


def asked_by(action: Action) -> list:
    """Every clause that asked for it, the first one first."""
    return [action.clause, *(again.clause for again in action.repeats.all())]


def _place(clause) -> tuple:
    minute = clause.minute
    return (minute.meeting.on.isoformat() if minute.meeting.on else "", minute.order, clause.order, clause.pk)


def _plain(text: str) -> str:
    return " ".join(text.split()).rstrip(" .:;,")
