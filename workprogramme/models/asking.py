"""How a committee lets itself be asked: public suggestions, notices, and how it scores topics for review."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from simple_history.models import HistoricalRecords

from committees.enums import Stage
from council.enums import COMMITTEE_KINDS
from council.models import Body
from workprogramme.checklists import POINTS_SOURCE, SHIPPED, Checklist, own_checklist
from workprogramme.enums import ChecklistName

NOTICE_SOURCE = "Our default: Protocol 5.6 says the next available meeting, and names no day."
THRESHOLD_SOURCE = "Our default: the papers give no threshold."


class AskingRules(models.Model):
    """The settings of the council (``body`` is nobody) or of one committee in their place, each with its source."""

    body = models.OneToOneField(Body, models.CASCADE, null=True, blank=True, related_name="asking_rules")
    takes_public_suggestions = models.BooleanField("anybody may suggest an item", default=False)
    notice_until = models.CharField("notice is taken until", max_length=20, choices=Stage, default=Stage.FINAL)
    notice_source = models.CharField(max_length=300, default=NOTICE_SOURCE)
    checklist = models.CharField(max_length=10, choices=ChecklistName, default=ChecklistName.TOPIC)
    own_questions = models.TextField("questions of our own checklist", blank=True)
    top_points = models.PositiveSmallIntegerField(
        "most points a question", default=2, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    points_source = models.CharField(max_length=300, default=POINTS_SOURCE)
    threshold = models.PositiveSmallIntegerField(
        "short-listed from, in per cent of all points", default=60, validators=[MaxValueValidator(100)]
    )
    fewest_scorers = models.PositiveSmallIntegerField(
        "fewest people who score", default=3, validators=[MinValueValidator(1)]
    )
    threshold_source = models.CharField(max_length=300, default=THRESHOLD_SOURCE)

    history = HistoricalRecords()

    class Meta:
        verbose_name_plural = "asking rules"
        constraints = [
            models.UniqueConstraint(
                Coalesce("body", 0), condition=Q(body__isnull=True), name="asking_rules_of_the_council_once"
            ),
        ]

    def __str__(self) -> str:
        return f"How {self.body.called if self.body else 'the council'} is asked"

    @classmethod
    def of(cls, body: Body | None) -> "AskingRules":
        """What is in force for a committee: its own, else the council's, else what is shipped (unsaved). One query."""
        own = Q(body__isnull=True) | (Q(body=body) if body else Q(pk__in=[]))
        return cls.objects.filter(own).order_by(F("body").asc(nulls_last=True)).first() or cls()

    @property
    def chosen_checklist(self) -> Checklist:
        """The checklist that new topics are scored against."""
        if self.checklist == ChecklistName.OWN:
            return own_checklist(self.own_questions, self.points_source)
        return SHIPPED[self.checklist]


def committees_open_to_the_public() -> QuerySet[Body]:
    """The committees that take suggestions from anybody: by their own setting, else by the council's."""
    own = AskingRules.objects.filter(body__isnull=False)
    takers = Q(pk__in=own.filter(takes_public_suggestions=True).values("body"))
    if AskingRules.of(None).takes_public_suggestions:
        takers |= ~Q(pk__in=own.values("body"))
    return Body.objects.filter(takers, kind__in=COMMITTEE_KINDS, ended_on__isnull=True).order_by("name")
