"""Papers printed of a programme, the council's Word templates for them, and its standing paragraphs."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from council.calendar import now
from jobs.work import Work, WorkState
from papers.writing.kinds import KINDS
from papers.writing.standing import MOST_CHARACTERS, STANDING
from workprogramme.enums import PrintForm
from workprogramme.models.editions import Edition
from workprogramme.models.programme import Programme


class Wording(models.Model):
    """A standing paragraph that the council words otherwise than it is shipped."""

    key = models.CharField(max_length=40, unique=True)
    text = models.TextField(max_length=MOST_CHARACTERS, blank=True)

    history = HistoricalRecords()

    def __str__(self) -> str:
        return STANDING[self.key].label


class WordTemplate(models.Model):
    """A Word template of the council's own for one paper. Earlier ones are kept; where none is in use, the shipped is.

    ``paper`` is a key of ``papers.writing.kinds.KINDS``.
    """

    paper = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    in_use = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["paper", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "sha256"], name="template_once_a_paper"),
            models.UniqueConstraint(fields=["paper"], condition=Q(in_use=True), name="template_one_in_use"),
        ]

    def __str__(self) -> str:
        return self.name


class Print(Work):
    """A paper asked for: made once of one edition by one recipe, and its bytes kept.

    ``edition`` is empty for a draft, which keeps the text of its facts itself. ``recipe`` is the hash of what it is
    made by: paper, form, template, and the program that writes it.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="prints")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="prints")
    facts = models.TextField("facts of a draft", blank=True)
    facts_sha256 = models.CharField(max_length=64)
    recipe = models.CharField(max_length=64)
    paper = models.CharField(max_length=20)
    form = models.CharField(max_length=4, choices=PrintForm)
    template = models.ForeignKey(WordTemplate, models.PROTECT, null=True, blank=True, related_name="prints")
    name = models.CharField("name of the file", max_length=200)
    said = models.CharField("which edition, in words", max_length=200)
    size = models.PositiveIntegerField("size in bytes", default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["facts_sha256", "recipe"], name="print_made_once")]

    def __str__(self) -> str:
        return f"{self.label}, {self.said}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("print", args=[self.pk])

    @property
    def label(self) -> str:
        """What the paper is called."""
        return KINDS[self.paper].label

    @property
    def is_made(self) -> bool:
        """Whether its file is there."""
        return self.state == WorkState.DONE


class PrintFile(models.Model):
    """The bytes of a print; in the database, so that every process sees them."""

    made = models.OneToOneField(Print, models.CASCADE, related_name="file")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"File of {self.made}"
