"""The forward plan of key decisions, and requests to look at one before it is made."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from council.models import Body, Portfolio
from workprogramme.enums import RequestState
from workprogramme.models.programme import Item


class ForwardPlan(models.Model):
    """A forward plan that was published, and the period it covers; it may hold nothing in a committee's remit."""

    published_on = models.DateField(unique=True)
    from_on = models.DateField("covers the period from", null=True, blank=True)
    to_on = models.DateField("to", null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-published_on"]

    def __str__(self) -> str:
        return f"Forward plan published on {self.published_on.day} {self.published_on:%B %Y}"


class ForwardEntry(models.Model):
    """One key decision of the executive's forward plan."""

    title = models.CharField(max_length=300)
    decision_maker = models.ForeignKey(Body, models.PROTECT, related_name="decisions")
    decision_on = models.DateField("decision expected on", null=True, blank=True)
    decision_text = models.CharField("when, as printed", max_length=200, blank=True)
    in_remit_of = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="entries_in_remit")
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, null=True, blank=True, related_name="entries")
    lead = models.CharField(max_length=200, blank=True)
    is_key = models.BooleanField("key decision", default=True)
    is_exempt = models.BooleanField("report is exempt", default=False)
    published_on = models.DateField("plan published on")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "forward entries"
        ordering = ["decision_on", "pk"]

    def __str__(self) -> str:
        return self.title


class PreScrutinyRequest(models.Model):
    """A member asks that the committee look at an entry before it is decided (Protocol 6.3, 6.5)."""

    entry = models.ForeignKey(ForwardEntry, models.PROTECT, related_name="requests")
    body = models.ForeignKey(Body, models.PROTECT, related_name="pre_scrutiny_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="pre_scrutiny_requests")
    asked_on = models.DateField()
    why = models.CharField(max_length=500)
    state = models.CharField(max_length=20, choices=RequestState, default=RequestState.REQUESTED)
    state_because = models.CharField(max_length=300, blank=True)
    item = models.OneToOneField(Item, models.PROTECT, null=True, blank=True, related_name="pre_scrutiny")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "body"],
                condition=Q(state__in=["requested", "agreed", "scheduled"]),
                name="pre_scrutiny_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"Pre-scrutiny of {self.entry}"
