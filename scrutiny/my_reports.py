"""How the reports somebody writes are found, narrowed, and told to a spreadsheet."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

import django_filters as filters
from django.db.models import F, Q, QuerySet

from committees.enums import MeetingState
from council.calendar import today
from council.models import Body, User
from govuk.forms import FilterForm
from papers.writing.sheet import csv_lines
from scrutiny.sheets import Sheet
from workprogramme.enums import BEING_WRITTEN, ON_A_MEETING, ItemState
from workprogramme.models import Item, ReportStage

SOON = timedelta(days=14)
MOST_ROWS = 1_000
TO_WRITE = "Still to be written"
OUT = "Out, or heard"
COLUMNS = (
    "Committee", "Meeting", "Reference", "Report", "Written by", "State", "Next stage", "Stage due", "Late",
    "FD", "LD", "Clauses to answer", "Asked to see", "Ticked", "Not ticked", "Move asked for",
)  # fmt: skip


def reports_by(user: User) -> QuerySet[Item]:
    """Every report somebody writes, over all committees: the next meeting first, what is on none last."""
    listed = (*ON_A_MEETING, ItemState.ACCEPTED, ItemState.DEFERRED)
    theirs = Item.objects.filter(authors__person=user.person_id or 0, state__in=listed)
    return theirs.defer("exempt_note").order_by(F("meeting__on").asc(nulls_last=True), "order", "pk")


def to_be_written(items: QuerySet[Item]) -> QuerySet[Item]:
    """Those whose reports are still ahead: on no meeting yet, or on one that is not over."""
    ahead = Q(meeting__on__gte=today()) | Q(meeting__on__isnull=True)
    gone = [MeetingState.HELD, MeetingState.CANCELLED]
    writing = items.filter(ahead, state__in=[*BEING_WRITTEN, ItemState.ACCEPTED, ItemState.DEFERRED])
    return writing.exclude(meeting__state__in=gone)


def _committees(request) -> QuerySet[Body]:
    person = request.user.person_id or 0
    return Body.objects.filter(programmes__items__authors__person=person).distinct()


class MyReports(filters.FilterSet):
    """My reports: by committee, by whether they are still to be written, by what is due."""

    committee = filters.ModelChoiceFilter(
        field_name="programme__body", label="Committee", queryset=_committees, to_field_name="slug",
        empty_label="All committees",
    )  # fmt: skip
    show = filters.ChoiceFilter(
        label="Show", method="shown", empty_label=TO_WRITE, choices=[("out", OUT), ("all", "All")]
    )
    due = filters.ChoiceFilter(
        label="Next stage", method="due_when", empty_label="Due at any time",
        choices=[("late", "Late"), ("soon", "Due in the next 14 days")],
    )  # fmt: skip

    class Meta:
        model = Item
        form = FilterForm
        fields = []

    def filter_queryset(self, queryset):
        """Every filter in force; what is out is left out unless asked for."""
        queryset = super().filter_queryset(queryset)
        return queryset if self.form.cleaned_data.get("show") else to_be_written(queryset)

    def shown(self, queryset, name, value):
        """What is out already, or everything."""
        return queryset if value == "all" else queryset.filter(state__in=[ItemState.PUBLISHED, ItemState.HEARD])

    def due_when(self, queryset, name, value):
        """With a stage that is late, or is due in the next 14 days."""
        owed, day = ReportStage.objects.owed(), today()
        stages = owed.overdue(day) if value == "late" else owed.filter(due_on__range=(day, day + SOON))
        return queryset.filter(pk__in=stages.values("item"))


def reports_csv(sheets: Iterable[Sheet], *, more: bool) -> Iterator[str]:
    """The lines of the file; a last line says where there are more than it holds."""
    return csv_lines(COLUMNS, _rows(sheets, more))


def _rows(sheets: Iterable[Sheet], more: bool) -> Iterator[list]:
    for sheet in sheets:
        yield _row(sheet)
    if more:
        yield [f"Only the first {MOST_ROWS:,} reports are listed. Narrow the list to see the others."]


def _row(sheet: Sheet) -> list:
    item, due, move = sheet.item, sheet.due, sheet.move
    meeting = (item.meeting.on or item.meeting.when) if item.meeting else ""
    return [
        item.programme.body, meeting, item.ref, item.title, item.written_by, item.get_state_display(),
        due.get_stage_display() if due else "", due.due_on if due else "", "Yes" if sheet.is_late else "No",
        *(str(given.comments or "") for given in sheet.comments), len(sheet.asked), len(sheet.checklist), sheet.ticked,
        "; ".join(str(line.point) for line in sheet.checklist if line.tick is None),
        f"{move.to.when}: {move.get_state_display().lower()}" if move else "",
    ]  # fmt: skip
