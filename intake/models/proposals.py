"""Proposals: what a paper would put on record, and what officers decided about each."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from actions.models import Action
from council.calendar import now
from intake.enums import TAKEN, Decided, Sort
from intake.models.readings import Reading, Recording


class ProposalQuerySet(models.QuerySet):
    """Proposals by where they stand."""

    def open(self):
        """Still to decide."""
        return self.filter(decided=Decided.OPEN)

    def certain(self):
        """Those about which the reader has no doubt."""
        return self.filter(is_certain=True)

    def to_record(self):
        """Accepted or merged, and not yet on record."""
        return self.filter(decided__in=TAKEN, recording__isnull=True)


class Proposal(models.Model):
    """One thing that a paper would put on record or change. Nothing of it exists until it is accepted and recorded.

    ``says`` holds what was read, ``edited`` what an officer put in its place; ``unsure`` why the reader is not certain.
    ``needs`` is the proposal without which this one cannot stand (an action needs its minute), ``double_of`` the
    earlier one that asks the same, ``repeats`` the action on record that does. ``into`` and ``into_action`` are where
    an officer merged it.
    """

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="proposals")
    sort = models.CharField(max_length=20, choices=Sort)
    key = models.CharField(max_length=200)
    title = models.CharField(max_length=500)
    says = models.JSONField(default=dict)
    edited = models.JSONField(default=dict, blank=True)
    unsure = models.JSONField(default=list, blank=True)
    is_certain = models.BooleanField(default=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    last_line = models.PositiveIntegerField(null=True, blank=True)
    order = models.PositiveIntegerField(default=0)
    needs = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="needed_by")
    double_of = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="doubles")
    repeats = models.ForeignKey(Action, models.SET_NULL, null=True, blank=True, related_name="+")
    decided = models.CharField(max_length=10, choices=Decided, default=Decided.OPEN)
    into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="merged")
    into_action = models.ForeignKey(Action, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    recording = models.ForeignKey(Recording, models.PROTECT, null=True, blank=True, related_name="proposals")
    recorded_as = models.CharField("where it is on record", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=0)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "key"], name="proposal_once_a_reading"),
            models.CheckConstraint(
                condition=~Q(decided=Decided.MERGED) | Q(into__isnull=False) | Q(into_action__isnull=False),
                name="proposal_merged_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(recording__isnull=True) | Q(decided__in=[Decided.ACCEPTED, Decided.MERGED]),
                name="proposal_recorded_was_accepted",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def now_says(self) -> dict:
        """What would go on record: what was read, with an officer's words in place of the reader's."""
        return {**self.says, **self.edited}

    @property
    def is_open(self) -> bool:
        """Whether it is still to decide."""
        return self.decided == Decided.OPEN

    @property
    def is_recorded(self) -> bool:
        """Whether it is on record, so that nothing about it can be decided any more."""
        return self.recording_id is not None


class Decision(models.Model):
    """One step of an officer over one proposal, kept so that it can be undone; steps of one press share a ``press``."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="decisions")
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="decisions")
    press = models.PositiveIntegerField()
    verb = models.CharField(max_length=20)
    before = models.JSONField()
    after = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.verb}: {self.proposal}"
