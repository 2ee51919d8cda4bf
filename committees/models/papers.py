"""Papers that were given to us, kept as they came, and what was found wrong in them."""

from django.conf import settings
from django.db import models

from council.calendar import now
from council.models import Body


class Paper(models.Model):
    """A paper kept on record: what it is called, its hash, who gave it, when, and what it was read as."""

    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="papers")
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField("size in bytes", default=0)
    read_as = models.CharField(max_length=20, blank=True)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["-kept_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class PaperFile(models.Model):
    """The file of a paper exactly as it was given; in the database, so that every process sees it."""

    paper = models.OneToOneField(Paper, models.CASCADE, related_name="file")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"File of {self.paper}"


class PaperWarningQuerySet(models.QuerySet):
    """What was found in papers, by whether somebody has dealt with it."""

    def open(self):
        """Not settled yet."""
        return self.filter(settled_because="")


class PaperWarning(models.Model):
    """Something the reader found wrong in a paper, until an officer says how it was settled."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="warnings")
    code = models.CharField(max_length=40)
    line = models.PositiveIntegerField(null=True)
    text = models.CharField(max_length=500)
    settled_because = models.CharField("how it was settled", max_length=300, blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled_on = models.DateField(null=True, blank=True)

    objects = PaperWarningQuerySet.as_manager()

    class Meta:
        ordering = ["line", "pk"]

    def __str__(self) -> str:
        return self.text
