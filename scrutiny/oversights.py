"""What is about to be lost from sight in an officer's committees: asked for, expected or carried, and nowhere."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from actions.models import Action
from committees.enums import ClauseSort
from committees.models import Clause, PaperWarning
from committees.rules import committees_run
from council.calendar import today
from council.models import User
from scrutiny.asked import MOST, Matter
from workprogramme.enums import WAITING, Origin
from workprogramme.models import Invitation, Item

LOST = "Reports asked for, and nowhere"
CARRIED = "From an earlier year, on no meeting"
DISAGREES = "Does not agree in the papers"
NOWHERE = "neither on the programme nor answered"


def oversights_of(user: User) -> list[Matter]:
    """What an officer should look at, kind by kind, the oldest of each first, in a number of queries that is fixed."""
    run = committees_run(user)
    return list(chain(_lost(run), _carried(run), _disagrees(run)))


def _lost(run: QuerySet) -> Iterator[Matter]:
    """Reports that a committee resolved to have, on no programme row and not answered."""
    lost = Action.objects.overlooked().filter(body__in=run, sort=ClauseSort.REQUEST_REPORT)
    lost = list(lost.select_related("body", "clause__parent__minute__meeting").order_by("asked_on", "pk")[:MOST])
    asked, nowhere = _asked_together(Action.objects.all(), lost), _asked_together(Action.objects.overlooked(), lost)
    for action in lost:
        stem, href = action.clause and action.clause.parent, reverse("action", args=[action.pk])
        said = _said(stem, asked[stem.pk], nowhere[stem.pk]) if stem else NOWHERE.capitalize()
        yield Matter(LOST, action.task, action.body.called, href, said, action.asked_on)


def _asked_together(actions: QuerySet, lost: list[Action]) -> Counter[int]:
    """How many of the actions each clause asks for that introduces one of the lost."""
    stems = {action.clause.parent_id for action in lost if action.clause and action.clause.parent_id}
    return Counter(actions.filter(clause__parent__in=stems).values_list("clause__parent", flat=True))


def _said(stem: Clause, asked: int, nowhere: int) -> str:
    if asked < 2:
        return NOWHERE.capitalize()
    which = "The only one" if nowhere == 1 else f"One of {nowhere}"
    return f"{which} of the {asked} asked for in {stem} that is {NOWHERE}"


def _carried(run: QuerySet) -> Iterator[Matter]:
    """What was agreed in an earlier year and waits in this one's tray; what guests come with is told with them."""
    day = today()
    earlier = Q(origin=Origin.LAST_YEAR) | Q(carried_from__isnull=False)
    with_guests = Invitation.objects.filter(item=OuterRef("pk"), withdrawn_because="")
    items = Item.objects.filter(earlier, ~Exists(with_guests), programme__body__in=run, state__in=WAITING)
    items = items.filter(programme__year__starts_on__lte=day, programme__year__ends_on__gte=day).distinct()
    related = ("programme__body", "programme__year")
    for item in items.select_related(*related).defer("exempt_note").order_by("pk")[:MOST]:
        said = item.state_because or "Carried over, and not put on a meeting yet"
        since = item.programme.year.starts_on
        yield Matter(CARRIED, item.title, item.programme.body.called, reverse("item", args=[item.pk]), said, since)


def _disagrees(run: QuerySet) -> Iterator[Matter]:
    warnings = PaperWarning.objects.open().filter(paper__body__in=run).select_related("paper__body")
    for warning in warnings.order_by("paper", "line", "pk")[:MOST]:
        where = f"{warning.paper}, line {warning.line}" if warning.line else str(warning.paper)
        href, since = reverse("warning_settle", args=[warning.pk]), warning.paper.kept_at.date()
        yield Matter(DISAGREES, warning.text, warning.paper.body.called, href, where, since)
