"""The programme of a year and the items on it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.enums import Stage
from committees.models import Clause, Meeting, Paper
from council.calendar import now
from council.models import Body, MunicipalYear, Person, Portfolio, Post
from council.obligation import Obligation, Slip
from workprogramme.enums import ON_A_MEETING, ItemState, Origin, Purpose, Recurrence, Route


class Programme(models.Model):
    """One committee's items for one municipal year."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="programmes")
    year = models.ForeignKey(MunicipalYear, models.PROTECT, related_name="programmes")
    adopted_by = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="adopts")

    class Meta:
        ordering = ["-year__starts_on", "body__name"]
        constraints = [models.UniqueConstraint(fields=["body", "year"], name="programme_once_a_year")]

    def __str__(self) -> str:
        return f"{self.body.called}, work programme {self.year}"


class ItemQuerySet(models.QuerySet):
    """Items by where they stand."""

    def on_a_meeting(self):
        """Scheduled, in preparation, published or heard."""
        return self.filter(state__in=ON_A_MEETING)

    def with_people(self):
        """With everything a list shows, so that a list costs the same for one row as for many."""
        related = ("programme__body", "programme__year", "meeting__body", "organisation", "report_of")
        return self.select_related(*related).prefetch_related("authors__person")


class Item(models.Model):
    """A thing to be looked at: one row of a work programme.

    Its authors belong to the row, not to the recurring subject. What is exempt under Schedule 12A stands in
    ``exempt_note`` alone, which only those with leave to see it are shown.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="items")
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=20, choices=ItemState, default=ItemState.SUGGESTED)
    state_because = models.CharField(max_length=300, blank=True)
    purpose = models.CharField(max_length=20, choices=Purpose, default=Purpose.NOT_STATED)
    origin = models.CharField(max_length=20, choices=Origin, default=Origin.NOT_STATED)
    origin_clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True, related_name="items")
    route = models.CharField(max_length=20, choices=Route, default=Route.FORMAL)
    recurrence = models.CharField(max_length=20, choices=Recurrence, default=Recurrence.ONCE)
    series = models.ForeignKey("workprogramme.Series", models.PROTECT, null=True, blank=True, related_name="items")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="items")
    order = models.PositiveSmallIntegerField("place on the agenda", default=0)
    report_of = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="reports_given")
    portfolio = models.ForeignKey(Portfolio, models.PROTECT, null=True, blank=True, related_name="items")
    organisation = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="items_written")
    decision_on = models.DateField("decided by Cabinet on", null=True, blank=True)
    agenda_number = models.CharField(max_length=12, blank=True)
    exempt_paragraph = models.CharField("Schedule 12A paragraph", max_length=20, blank=True)
    exempt_note = models.TextField("exempt text", blank=True)
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="items")
    line = models.PositiveIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    objects = ItemQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["meeting__on", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[state.value for state in ON_A_MEETING]) | Q(meeting__isnull=False),
                name="item_scheduled_has_a_meeting",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in ON_A_MEETING]) | Q(meeting__isnull=True),
                name="item_off_has_no_meeting",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        """What people quote: I12."""
        return f"I{self.pk}"

    @property
    def is_exempt(self) -> bool:
        """Whether part of it is exempt under Schedule 12A."""
        return bool(self.exempt_paragraph or self.exempt_note)

    @property
    def written_by(self) -> str:
        """Its authors, or the organisation that writes it, as a programme prints them."""
        names = " / ".join(str(author.person) for author in self.authors.all())
        return names or (str(self.organisation) if self.organisation else "")


class ItemAuthor(models.Model):
    """Somebody who writes an item's report."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="authors")
    person = models.ForeignKey(Person, models.PROTECT, related_name="authored")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["item", "person"], name="author_once")]

    def __str__(self) -> str:
        return str(self.person)


class ItemMove(models.Model):
    """An item moved: from which meeting to which, why, by whom, agreed by whom. Rows are added, never changed."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="moves")
    from_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    to_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=300)
    agreed_by = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.from_meeting} > {self.to_meeting}: {self.why}"


class ReportStage(Obligation):
    """A stage of an item's report, due by its meeting's date for that stage; the item's authors owe it.

    ``owed_by_body`` is set where an organisation writes the report; otherwise the authors of the item are asked.
    ``met_on`` is the day it was done, ``recorded_on`` the day somebody said so, ``late_because`` why that was late.
    """

    kind = "report_stage"
    item = models.ForeignKey(Item, models.CASCADE, related_name="stages")
    stage = models.CharField(max_length=20, choices=Stage)
    met_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_on = models.DateField("marked done on", null=True, blank=True)
    late_because = models.CharField(max_length=300, blank=True)
    overridden_because = models.CharField(max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta(Obligation.Meta):
        abstract = False
        ordering = ["order"]
        constraints = [
            *Obligation.Meta.constraints,
            models.UniqueConstraint(fields=["item", "stage"], name="stage_once_an_item"),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}: {self.item}"


class ReportStageSlip(Slip):
    """A move of a stage's due date."""

    obligation = models.ForeignKey(ReportStage, models.CASCADE, related_name="slips")
