"""One report that goes to several committees: each further committee hears it at a meeting of its own."""

from datetime import date

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.models import Meeting
from workprogramme.enums import LIVE_HEARINGS, HearingState
from workprogramme.models.programme import Item


class HearingQuerySet(models.QuerySet):
    """Hearings by where they stand."""

    def live(self):
        """Planned, published or heard: what stands on an agenda."""
        return self.filter(state__in=LIVE_HEARINGS)

    def planned(self):
        """Still ahead, with the report not out yet."""
        return self.filter(state=HearingState.PLANNED)

    def with_items(self):
        """With everything a list shows of their reports, so that it costs the same for one as for many."""
        related = ("item__programme__body", "item__programme__year", "item__meeting__body", "item__organisation")
        return self.select_related(
            *related, "item__report_of", "item__origin_clause__minute__meeting", "meeting__body"
        ).prefetch_related("item__authors__person", "item__stages", "item__moves")


class Hearing(models.Model):
    """A report of one committee is heard by another as well, at a meeting of that other one.

    The item stays on its own committee's meeting; its report is due for the earliest of all its meetings to come.
    """

    item = models.ForeignKey(Item, models.CASCADE, related_name="hearings")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="hearings")
    state = models.CharField(max_length=20, choices=HearingState, default=HearingState.PLANNED)
    state_because = models.CharField(max_length=300, blank=True)
    heard_on = models.DateField(null=True, blank=True)
    order = models.PositiveSmallIntegerField("place on the agenda", default=0)
    version = models.PositiveIntegerField(default=0)

    objects = HearingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["meeting__on", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "meeting"], condition=~Q(state=HearingState.WITHDRAWN), name="hearing_once_a_meeting"
            ),
            models.CheckConstraint(
                condition=Q(state=HearingState.HEARD, heard_on__isnull=False)
                | (~Q(state=HearingState.HEARD) & Q(heard_on__isnull=True)),
                name="hearing_heard_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=HearingState.WITHDRAWN) | ~Q(state_because=""), name="hearing_taken_off_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item}, {self.meeting.body.called}, {self.meeting.when}"

    def is_movable(self, today: date) -> bool:
        """Whether it can go to another meeting: its report is not out, and its meeting is not over."""
        return self.state == HearingState.PLANNED and not self.meeting.is_over(today)
