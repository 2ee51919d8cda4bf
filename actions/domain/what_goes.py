"""What a committee passes on when it ends - each open thing, with the rules that say where - and what stays with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Model, Q

from actions.domain.tracker import SETTLED
from actions.enums import ENDED, PassedSort
from actions.models import Action, Recommendation, WrittenAnswer
from committees.domain.passing import meetings_to_come
from council.models import Body
from workprogramme.domain.passing import OPEN, decisions_in_remit, open_items, running_requests
from workprogramme.domain.passing_asked import open_calls, open_requests, open_topics
from workprogramme.domain.passing_series import lasting_series
from workprogramme.models import Item, ItemRequest, PreScrutinyRequest, Series


@dataclass(frozen=True)
class Thing:
    """One thing that is passed on: it goes with the first of ``goes_with`` that goes anywhere, or by its portfolio.

    ``portfolio_first`` says which of the two rules comes first.
    """

    sort: str
    record: Model
    goes_with: tuple[str, ...] = ()
    portfolio_id: int | None = None
    portfolio_first: bool = False

    @property
    def key(self) -> str:
        """What it is called in choices and forms."""
        return key_of(self.sort, self.record.pk)

    @property
    def ref(self) -> str:
        """What people call it: its reference where it has one."""
        if self.sort == PassedSort.MEETING:
            return self.record.in_words
        return getattr(self.record, "ref", "") or f"“{self.record}”"


def key_of(sort: str, pk: int) -> str:
    """What a thing is called in choices and forms: ``item-12``."""
    return f"{sort}-{pk}"


def things_of(body: Body, from_on: date) -> list[Thing]:
    """Everything open of a committee on a day, what others go with before what goes with it."""
    return [
        *(Thing(PassedSort.MEETING, meeting) for meeting in meetings_to_come(body, from_on)),
        *map(_item, open_items(body, from_on)),
        *_decisions(body, from_on),
        *map(_request, running_requests(body)),
        *(_series(series, body) for series in lasting_series(body, from_on)),
        *(Thing(PassedSort.TOPIC, topic) for topic in open_topics(body)),
        *(Thing(PassedSort.CALL, call) for call in open_calls(body)),
        *map(_asked, open_requests(body, from_on)),
        *map(_action, open_actions(body)),
        *(Thing(PassedSort.OWED, action) for action in owed_to_others(body)),
        *map(_recommendation, open_recommendations(body)),
        *map(_written, open_answers(body)),
        *(Thing(PassedSort.WRITTEN_OWED, written) for written in answers_owed_to_others(body)),
    ]


def left_open(body: Body) -> list[Thing]:
    """What came to be open of a committee since it ended, as from minutes that were put on record later."""
    return things_of(body, body.ended_on + timedelta(days=1)) if body.ended_on else []


def open_actions(body: Body) -> Sequence[Action]:
    """The actions of a committee that have not ended, drafts with them."""
    asked = Action.objects.filter(body=body).exclude(state__in=ENDED)
    return asked.select_related("owed_by_post").order_by("pk")


def owed_to_others(body: Body) -> Sequence[Action]:
    """What other committees asked of this one, and has not ended."""
    return Action.objects.filter(owed_by_body=body).exclude(Q(body=body) | Q(state__in=ENDED)).order_by("pk")


def open_recommendations(body: Body) -> Sequence[Recommendation]:
    """The recommendations of a committee that are not settled."""
    made = Recommendation.objects.filter(body=body).exclude(state__in=SETTLED)
    return made.select_related("lead_post").order_by("pk")


def open_answers(body: Body) -> Sequence[WrittenAnswer]:
    """The written answers to a committee's questions that are owed, or did not go round yet."""
    asked = WrittenAnswer.objects.filter(body=body, circulated_on__isnull=True, waived_because="")
    return asked.select_related("owed_by_post").order_by("pk")


def answers_owed_to_others(body: Body) -> Sequence[WrittenAnswer]:
    """The written answers that a committee owes to others."""
    return WrittenAnswer.objects.owed().filter(owed_by_body=body).exclude(body=body).order_by("pk")


def _item(item: Item) -> Thing:
    portfolio = item.portfolio_id or (item.report_of.portfolio_id if item.report_of else None)
    goes_with = (_with_meeting(item.meeting_id),) if item.meeting_id else ()
    return Thing(PassedSort.ITEM, item, goes_with, portfolio, portfolio_first=True)


def _decisions(body: Body, from_on: date) -> Iterator[Thing]:
    items: dict[int, list[str]] = {}
    for entry, item in running_requests(body).filter(item__isnull=False).values_list("entry", "item"):
        items.setdefault(entry, []).append(key_of(PassedSort.ITEM, item))
    for entry in decisions_in_remit(body, from_on):
        yield Thing(PassedSort.DECISION, entry, tuple(items.get(entry.pk, ())), entry.portfolio_id)


def _request(request: PreScrutinyRequest) -> Thing:
    item = (key_of(PassedSort.ITEM, request.item_id),) if request.item_id else ()
    goes_with = (*item, key_of(PassedSort.DECISION, request.entry_id))
    return Thing(PassedSort.REQUEST, request, goes_with, request.entry.portfolio_id)


def _series(series: Series, body: Body) -> Thing:
    items = series.items.filter(programme__body=body, state__in=OPEN).order_by("pk").values_list("pk", flat=True)
    goes_with = tuple(key_of(PassedSort.ITEM, pk) for pk in items)
    portfolios = [portfolio.pk for portfolio in series.portfolios.all()]
    of_post = series.report_of.portfolio_id if series.report_of else None
    portfolio = of_post or (portfolios[0] if len(portfolios) == 1 else None)
    return Thing(PassedSort.SERIES, series, goes_with, portfolio, portfolio_first=True)


def _asked(asked: ItemRequest) -> Thing:
    petition, answer = getattr(asked, "petition", None), asked.call_answer
    item = (key_of(PassedSort.ITEM, asked.item_id),) if asked.item_id else ()
    heard = (_with_meeting(petition.heard_at_id),) if petition and petition.heard_at_id else ()
    portfolio = answer.owed_by_post.portfolio_id if answer else None
    return Thing(PassedSort.ASKED, asked, (*item, *heard), portfolio)


def _action(action: Action) -> Thing:
    item = (key_of(PassedSort.ITEM, action.item_id),) if action.item_id else ()
    arranged = (_with_meeting(action.arranged_as_id),) if action.arranged_as_id else ()
    portfolio = action.owed_by_post.portfolio_id if action.owed_by_post else None
    return Thing(PassedSort.ACTION, action, (*item, *arranged), portfolio)


def _recommendation(recommendation: Recommendation) -> Thing:
    portfolio = recommendation.lead_post.portfolio_id if recommendation.lead_post else None
    return Thing(PassedSort.RECOMMENDATION, recommendation, portfolio_id=portfolio)


def _written(written: WrittenAnswer) -> Thing:
    item = (key_of(PassedSort.ITEM, written.item_id),) if written.item_id else ()
    portfolio = written.owed_by_post.portfolio_id if written.owed_by_post else None
    return Thing(PassedSort.WRITTEN, written, item, portfolio)


def _with_meeting(pk: int) -> str:
    return key_of(PassedSort.MEETING, pk)
