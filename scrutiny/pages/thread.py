"""The golden thread of an item: from where it came, through the meeting that takes it, to what it answers."""

from collections.abc import Iterable, Iterator

from django.urls import reverse

from actions.models import Action
from workprogramme.domain.register import Step
from workprogramme.enums import Origin
from workprogramme.models import Item, ItemRequest


def thread_of_item(item: Item, answers: list[Action], asked: Iterable[ItemRequest] = ()) -> list[Step]:
    """The steps in their order: where it came from, the item itself, each answer and what the committee made of it.

    ``asked`` are the requests that became it, as far as the reader may see them.
    """
    began = [*map(_asked, asked)] or _origin(item)
    return [*began, _itself(item), *(step for action in answers for step in _answered(action, item))]


def _asked(asked: ItemRequest) -> Step:
    what = f"{asked.get_origin_display()}: {asked.who}"
    return Step(what, f"{asked.ref} {asked.title}", asked.asked_on, reverse("request", args=[asked.pk]))


def _origin(item: Item) -> list[Step]:
    clause, request = item.origin_clause, getattr(item, "pre_scrutiny", None)
    if clause:
        minutes = reverse("meeting_minutes", args=[clause.minute.meeting_id])
        return [
            Step(
                f"Resolved: Minute {clause.cited}", clause.text, clause.minute.meeting.on, f"{minutes}#{clause.anchor}"
            )
        ]
    if request:
        return [Step("Asked for before the decision", request.entry.title, request.asked_on, reverse("forward_plan"))]
    return [] if item.origin == Origin.NOT_STATED else [Step("Where it came from", item.get_origin_display())]


def _itself(item: Item) -> Step:
    return Step(f"This item: {item.get_state_display().lower()}", item.title, item.meeting and item.meeting.on)


def _answered(action: Action, item: Item) -> Iterator[Step]:
    given = next((answer for answer in action.answers.all() if answer.item_id == item.pk), None)
    what = "Answers" if given else "Is to answer"
    yield Step(what, f"{action.ref} {action.task}", given and given.on, reverse("action", args=[action.pk]))
    for verdict in sorted(action.verdicts.all(), key=lambda verdict: verdict.pk):
        what = "Accepted by the committee" if verdict.satisfied else "Opened again by the committee"
        yield Step(what, verdict.why, verdict.meeting.on, reverse("meeting", args=[verdict.meeting_id]))
