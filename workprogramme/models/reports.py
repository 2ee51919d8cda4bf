"""What a report needs on its way: stages marked, comments by finance and legal officers, a move asked for."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.models import Meeting
from council.calendar import now
from workprogramme.enums import CommentsFrom, MoveState
from workprogramme.models.programme import Item, ReportStage


class StageMark(models.Model):
    """A stage was marked done, on which day and why late, or open again. Rows are added, never changed."""

    stage = models.ForeignKey(ReportStage, models.CASCADE, related_name="marks")
    met_on = models.DateField(null=True, blank=True)
    late_because = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        done = f"done on {self.met_on.day} {self.met_on:%B %Y}" if self.met_on else "open again"
        return f"{self.stage.get_stage_display()} {done}"


class Comments(models.Model):
    """Finance or legal officers commented on a report, under a number, or did not have to, for a reason."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="comments")
    which = models.CharField(max_length=2, choices=CommentsFrom)
    number = models.CharField(max_length=20, blank=True)
    not_required_because = models.CharField(max_length=300, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_on = models.DateField()

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "comments"
        ordering = ["which"]
        constraints = [
            models.UniqueConstraint(fields=["item", "which"], name="comments_once_an_item"),
            models.CheckConstraint(
                condition=(Q(number="") & ~Q(not_required_because="")) | (~Q(number="") & Q(not_required_because="")),
                name="comments_numbered_or_not_required",
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"{self.which} not required: {self.not_required_because}"


class MoveRequest(models.Model):
    """An author asks that their report go to another meeting; an officer grants or declines it."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="move_requests")
    from_meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    to = models.ForeignKey(Meeting, models.PROTECT, related_name="moves_asked_for")
    why = models.CharField(max_length=300)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="moves_asked_for")
    asked_on = models.DateField()
    state = models.CharField(max_length=12, choices=MoveState, default=MoveState.ASKED)
    state_because = models.CharField(max_length=300, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["item"], condition=Q(state=MoveState.ASKED), name="move_asked_for_once"),
            models.CheckConstraint(
                condition=~Q(state=MoveState.DECLINED) | ~Q(state_because=""), name="move_declined_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} to {self.to.when}: {self.get_state_display().lower()}"
