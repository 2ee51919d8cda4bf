"""Report stages: asked of an item's authors, and copied to the post whose report it is once late."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Q

from committees.enums import Stage
from reminders.domain.duties import Addressee, Duty, plain
from reminders.domain.roll import Roll
from reminders.domain.sources.source import Source, built
from reminders.enums import Kind, SubjectKind
from workprogramme.enums import ItemState
from workprogramme.models import ItemAuthor, ReportStage

ASKED_IN = (ItemState.SCHEDULED, ItemState.IN_PREPARATION)
COLUMNS = (
    "pk",
    "stage",
    "due_on",
    "slip_no",
    "item_id",
    "item__title",
    "item__report_of_id",
    "item__programme__body_id",
    "item__meeting__on",
    "exempt",
)
EXEMPT = ExpressionWrapper(~Q(item__exempt_paragraph="") | ~Q(item__exempt_note=""), output_field=BooleanField())


def duties(asked: Q, roll: Roll, today: date) -> Iterator[Duty | None]:
    """Stages still owed of items on their way to a meeting that has not been."""
    meeting_to_come = Q(item__meeting__on__gte=today) | Q(item__meeting__on__isnull=True)
    owed = ReportStage.objects.owed().filter(asked, meeting_to_come, item__state__in=ASKED_IN, due_on__isnull=False)
    rows = list(owed.annotate(exempt=EXEMPT).order_by("due_on", "pk").values(*COLUMNS))
    authors = _authors({row["item_id"] for row in rows})
    yield from built(rows, lambda row: _duty(row, authors[row["item_id"]], roll))


def _authors(items: set[int]) -> dict[int, list[Addressee]]:
    found = defaultdict(list)
    written = ItemAuthor.objects.filter(item__in=items).order_by("order", "pk")
    for item_id, person_id in written.values_list("item_id", "person_id"):
        found[item_id].append(Addressee(person_id, "You write this report"))
    return found


def _duty(row: dict, authors: list[Addressee], roll: Roll) -> Duty:
    body_id = row["item__programme__body_id"]
    copied = roll.holders(row["item__report_of_id"], "It is a report of your post", late_only=True)
    return Duty(
        kind=Kind.REPORT_STAGE,
        subject_kind=SubjectKind.REPORT_STAGE,
        subject_id=row["pk"],
        ref=f"I{row['item_id']}",
        title=plain(f"{Stage(row['stage']).label}: {row['item__title']}"),
        path=f"/items/I{row['item_id']}/",
        body_id=body_id,
        counts_from=row["due_on"],
        told=(*authors, *copied),
        officers=roll.officers(body_id),
        slip_no=row["slip_no"],
        exempt=row["exempt"],
        until=row["item__meeting__on"],
    )


SOURCE = Source(
    Kind.REPORT_STAGE,
    SubjectKind.REPORT_STAGE,
    duties,
    ReportStage.objects.all(),
    state="item__state",
    states=ItemState,
    dated="due_on",
)
