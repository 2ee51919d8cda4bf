"""The yearly call to Heads of Service: opened, answered with proposals or with nothing, made longer (Protocol 5.1)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from council.calendar import today
from council.domain.due_dates import move_due
from council.models import Body, MunicipalYear, Post
from council.refusal import Refusal
from workprogramme.domain.asked import ask_for_item
from workprogramme.enums import Origin
from workprogramme.models import CallAnswer, ItemRequest, YearlyCall


@transaction.atomic
def open_call(*, body: Body, year: MunicipalYear, posts: Iterable[Post], answer_by: date, by) -> YearlyCall:
    """Ask posts for items for a year's programme, to be answered by a day. Asked again, it asks those not asked yet.

    Raises ``Refusal`` for a day that has passed, or where nobody is asked.
    """
    posts = list(posts)
    if not posts:
        raise Refusal("Choose at least one post to ask.")
    if answer_by < today():
        raise Refusal(f"{_long(answer_by)} has passed. Enter a day to come.")
    words = {"opened_on": today(), "answer_by": answer_by, "by": by}
    call, _ = YearlyCall.objects.get_or_create(body=body, year=year, defaults=words)
    why = f"Call for items for {year}, opened on {_long(today())} (Protocol 5.1)"
    for post in posts:
        due = {"due_on": answer_by, "first_due_on": answer_by, "why": why}
        CallAnswer.objects.get_or_create(call=call, owed_by_post=post, defaults=due)
    return call


@transaction.atomic
def propose_for_call(answer: CallAnswer, *, title: str, by, why: str = "") -> ItemRequest:
    """A Head of Service proposes an item: the call is answered with the first, and takes more."""
    answer = _locked(answer)
    asked = ask_for_item(
        body=answer.call.body, title=title, why=why, origin=Origin.HEADS_OF_SERVICE, call_answer=answer, by=by
    )
    _answered(answer, nothing_because="", by=by)
    return asked


@transaction.atomic
def answer_nothing(answer: CallAnswer, *, by, because: str = "") -> CallAnswer:
    """A Head of Service has nothing this year. Raises ``Refusal`` where something was proposed."""
    answer = _locked(answer)
    if answer.proposals.exists():
        raise Refusal("Something was proposed in answer to this call, so it is answered already.")
    return _answered(answer, nothing_because=because.strip()[:300] or "Nothing this year", by=by)


@transaction.atomic
def give_longer(call: YearlyCall, *, to: date, why: str, by) -> list[CallAnswer]:
    """Give whoever has not answered until another day; each move is in the slip ledger. Returns whose day moved.

    Raises ``Refusal`` without a reason, for a day that has passed, or where everybody has answered.
    """
    if to < today():
        raise Refusal(f"{_long(to)} has passed. Enter a day to come.")
    owed = list(call.answers.owed())
    if not owed:
        raise Refusal("Everybody has answered.")
    moved = [answer for answer in owed if move_due(answer, to=to, why=why, by=by)]
    call.answer_by = to
    call.save(update_fields=["answer_by"])
    return moved


def likely_posts(body: Body) -> QuerySet[Post]:
    """The posts whose field is in the committee's remit, or that gave it a report."""
    near = Q(portfolio__bodies=body) | Q(reports_given__programme__body=body)
    return Post.objects.filter(near).distinct()


def _answered(answer: CallAnswer, *, nothing_because: str, by) -> CallAnswer:
    answer.nothing_because = nothing_because
    if answer.met_on is None:
        answer.met_on, answer.met_by = today(), by
    answer.save(update_fields=["nothing_because", "met_on", "met_by"])
    return answer


def _locked(answer: CallAnswer) -> CallAnswer:
    return (
        CallAnswer.objects.select_for_update(of=("self",)).select_related("call__body", "call__year").get(pk=answer.pk)
    )


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
