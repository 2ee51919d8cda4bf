"""Where an action stands, in words, derived from what is on record: for the list, the page and the CSV alike."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from actions.enums import ActionState
from actions.models import Action, Answer, Update, Verdict, WrittenAnswer
from actions.rules import is_live
from committees.enums import MeetingKind
from committees.models import Meeting
from council.enums import DueKind
from papers.writing.edition import NOBODY
from workprogramme.enums import ItemState
from workprogramme.models import Item

NOTHING = "Nothing on record yet"
FOR_THE_COMMITTEE = "for the committee to accept"


@dataclass(frozen=True)
class Stands:
    """Where an action stands; ``overlooked`` is what gets lost: no programme item and no answer."""

    words: str
    overlooked: bool = False


def with_standing(actions: QuerySet[Action]) -> QuerySet[Action]:
    """The actions with all that their rows say, at the same number of queries for one as for many."""
    answers = Answer.objects.select_related("item", "paper")
    verdicts = Verdict.objects.select_related("meeting__body")
    return actions.with_people().select_related("superseded_by").prefetch_related(
        Prefetch("answers", answers), Prefetch("verdicts", verdicts)
    )  # fmt: skip


def where_it_stands(action: Action) -> Stands:
    """What became of an action so far, the furthest first: ended, answered, said to be done, on its way, or nothing."""
    if not is_live(action):
        return Stands(_at_rest(action))
    words = _answered(action) or _said_to_be_done(action) or _on_its_way(action) or _opened_again(action)
    return Stands(words) if words else Stands(NOTHING, overlooked=True)


def is_overdue(action: Action, today: date) -> bool:
    """Live, owed, and its day has ended."""
    return is_live(action) and action.is_late(today)


def due_as_minuted(action: Action) -> str:
    """The kind of due, with the printed words where they say more: ``A future meeting: “early in 2024”``.

    Nothing where the date says it all.
    """
    kind, text = action.get_due_kind_display(), action.due_text.strip()
    if not text and action.due_kind == DueKind.DATE:
        return ""
    if not text or text.strip(".").lower() == kind.lower():
        return kind
    return f"“{text}”" if action.due_kind in {DueKind.DATE, DueKind.NONE} else f"{kind}: “{text}”"


def asked_of(action: Action) -> str:
    """Who was asked: post, person or body, or what the minute prints where the record knows none of that name."""
    return str(action.owed_by or action.asked_as_printed or NOBODY)


def asks_for_date(action: Action, today: date) -> Update | None:
    """The owner's latest word, where it asks for a day still to come that is not the date in force."""
    said = action.updates.order_by("-pk").first()
    asks = said is not None and said.asks_for is not None and said.asks_for >= today
    return said if asks and said.asks_for != action.due_on else None


def last_verdict(action: Action) -> Verdict | None:
    """The committee's latest view, if it has given one."""
    return max(action.verdicts.all(), key=lambda verdict: verdict.pk, default=None)


def _at_rest(action: Action) -> str:
    verdict = last_verdict(action)
    if action.state == ActionState.COMPLETE and verdict:
        return f"Accepted at the meeting of {verdict.meeting.when}"
    if action.state == ActionState.SUPERSEDED:
        return f"Superseded by {action.superseded_by.ref}"
    if action.state == ActionState.NOT_REQUIRED:
        return f"No longer required: {action.state_because}"
    return action.get_state_display()


def _is_news(action: Action, day: date | None) -> bool:
    """Whether something of that day came after the committee last opened the action again."""
    verdict = last_verdict(action)
    return verdict is None or verdict.satisfied or day is None or day > verdict.meeting.on


def _answered(action: Action) -> str:
    answers = [answer for answer in action.answers.all() if _is_news(action, answer.on)]
    if not answers:
        return ""
    answer = max(answers, key=lambda answer: (answer.on, answer.pk))
    by = answer.item or answer.paper
    how = f"Answered by {by}" if by else f"Answered: {answer.note}"
    return f"{how}, {answer.on.day} {answer.on:%B %Y} – {FOR_THE_COMMITTEE}"


def _said_to_be_done(action: Action) -> str:
    proposed = action.state == ActionState.PROPOSED
    return f"Its owner says it is done – {FOR_THE_COMMITTEE}" if proposed else ""


def _on_its_way(action: Action) -> str:
    item, meeting = action.item, action.arranged_as
    if item and _is_news(action, item.meeting and item.meeting.on):
        return _on_programme(item)
    return _arranged(meeting) if meeting and _is_news(action, meeting.on) else ""


def _on_programme(item: Item) -> str:
    if item.meeting is None:
        return f"On the programme, no meeting yet: item {item.get_state_display().lower()}"
    if item.state == ItemState.HEARD:
        return f"Heard on {item.meeting.when}, no answer recorded"
    return f"On the programme, {item.meeting.when}"


def _arranged(meeting: Meeting) -> str:
    kind = "Visit" if meeting.kind == MeetingKind.SITE_VISIT else meeting.get_kind_display()
    return f"{kind}, {meeting.when}" if meeting.on else f"{kind}: {meeting.when}"


def _opened_again(action: Action) -> str:
    verdict = last_verdict(action)
    return "" if verdict is None or verdict.satisfied else f"Opened again at the meeting of {verdict.meeting.when}"


@dataclass(frozen=True)
class AnswerStands:
    """Where a written answer stands, in words, and the tone that says so."""

    words: str
    tone: str


def answer_stands(written: WrittenAnswer, today: date) -> AnswerStands:
    """Where a written answer stands: circulated, answered, not needed, overdue, or owed."""
    if written.circulated_on:
        return AnswerStands("Answered and circulated", "met")
    if written.met_on:
        return AnswerStands("Answered, not circulated yet", "waiting")
    if written.waived_because:
        return AnswerStands("Needs no answer", "waived")
    return AnswerStands("Overdue", "late") if written.is_late(today) else AnswerStands("Owed", "open")
