"""What somebody must do because of a clause, and what became of it."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from simple_history.models import HistoricalRecords

from actions.enums import ENDED, LIVE, ActionState, Standing
from committees.enums import ClauseSort
from committees.models import Clause, Meeting, Paper
from council.calendar import now
from council.enums import DueKind
from council.models import Body, Person
from council.obligation import Obligation, ObligationQuerySet, Slip
from workprogramme.models import Item


class ActionQuerySet(ObligationQuerySet):
    """Actions by where they stand."""

    def live(self):
        """Accepted and not ended."""
        return self.filter(state__in=LIVE)

    def ended(self):
        """Complete, superseded or no longer required."""
        return self.filter(state__in=ENDED)

    def overlooked(self):
        """Live, on no programme row, and neither answered nor said to be done: what gets lost."""
        answered = Exists(Answer.objects.filter(action=OuterRef("pk")))
        waiting = self.live().exclude(state=ActionState.PROPOSED)
        return waiting.filter(~answered, item__isnull=True, arranged_as__isnull=True)

    def with_people(self):
        """With everything a list shows, so that a list costs the same for one row as for many."""
        owners = ("owed_by_post", "owed_by_person", "owed_by_body", "delegate")
        return self.select_related(
            *owners, "body", "clause__minute__meeting__body", "item__meeting", "arranged_as", "due_meeting"
        )


class Action(Obligation):
    """What somebody must do because of a clause.

    ``task`` is short; the clause keeps the printed words. ``item`` is the programme row that will answer it,
    ``arranged_as`` the informal meeting or visit put on the schedule for it. ``met_on`` is set when its owner has
    answered or proposed completion, so that nobody is chased for what is done; only the committee closes it.
    """

    kind = "action"
    body = models.ForeignKey(Body, models.PROTECT, related_name="actions")
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="actions")
    task = models.CharField("what is asked", max_length=500)
    sort = models.CharField(max_length=30, choices=ClauseSort, default=ClauseSort.OTHER)
    state = models.CharField(max_length=20, choices=ActionState, default=ActionState.DRAFT)
    state_because = models.CharField(max_length=300, blank=True)
    asked_on = models.DateField()
    asked_as_printed = models.CharField(max_length=300, blank=True)
    asked_from = models.CharField("where the owner stands", max_length=20, blank=True)
    delegate = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="actions_delegated")
    due_kind = models.CharField(max_length=20, choices=DueKind, default=DueKind.NONE)
    due_text = models.CharField("when, as printed", max_length=300, blank=True)
    due_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="actions_due")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="actions")
    arranged_as = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="actions_arranged")
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="supersedes")
    awaiting = models.CharField("waiting for", max_length=300, blank=True)
    agreed_by = models.CharField(max_length=200, blank=True)
    exempt_note = models.TextField("exempt text", blank=True)
    version = models.PositiveIntegerField(default=0)

    objects = ActionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta(Obligation.Meta):
        abstract = False
        ordering = ["due_on", "pk"]
        constraints = [
            *Obligation.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state=ActionState.SUPERSEDED) | Q(superseded_by__isnull=False), name="action_superseded_by"
            ),
            models.CheckConstraint(
                condition=~Q(state=ActionState.MOVED) | Q(item__isnull=False), name="action_moved_to_an_item"
            ),
            models.CheckConstraint(
                condition=~Q(state=ActionState.NOT_REQUIRED) | ~Q(state_because=""), name="action_not_required_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.task

    @property
    def ref(self) -> str:
        """What people quote: A12."""
        return f"A{self.pk}"


class ActionSlip(Slip):
    """A move of an action's due date."""

    obligation = models.ForeignKey(Action, models.CASCADE, related_name="slips")


class ActionClause(models.Model):
    """A later clause that asks for the same thing again: one action, several clauses."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="repeats")
    clause = models.OneToOneField(Clause, models.PROTECT, related_name="repeats_action")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.clause)


class Answer(models.Model):
    """What an action got: which item or paper answered it, on what day."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="answers")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="answers")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="answers")
    note = models.CharField(max_length=500, blank=True)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(item__isnull=False) | Q(paper__isnull=False) | ~Q(note=""), name="answer_says_something"
            ),
            models.UniqueConstraint(fields=["action", "item"], name="answer_once_an_item"),
        ]

    def __str__(self) -> str:
        return self.note or str(self.item or self.paper)


class Update(models.Model):
    """The owner's voice: where it stands."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="updates")
    standing = models.CharField(max_length=20, choices=Standing)
    text = models.TextField()
    asks_for = models.DateField("new date asked for", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.text


class Verdict(models.Model):
    """The committee's voice: whether that will do, at which meeting, by which minute."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="verdicts")
    satisfied = models.BooleanField()
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="verdicts")
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="verdicts")
    minute_text = models.CharField("minute, as printed", max_length=60, blank=True)
    why = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(satisfied=True) | ~Q(why=""), name="verdict_unsatisfied_says_why")
        ]

    def __str__(self) -> str:
        return "Accepted" if self.satisfied else f"Opened again: {self.why}"
