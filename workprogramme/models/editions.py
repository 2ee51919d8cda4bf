"""Editions of a programme, kept exactly as they were, and the minutes by which a committee adopted one."""

from typing import NoReturn

from django.conf import settings
from django.db import models

from committees.models import Clause, Meeting
from council.calendar import now
from workprogramme.models.programme import Programme


class EditionIsKept(TypeError):
    """Something tried to change or remove an edition: what was published stays as it was."""


class EditionQuerySet(models.QuerySet):
    """Editions, which are added and read, and nothing else."""

    def _refuse(self, *args, **kwargs) -> NoReturn:
        raise EditionIsKept("An edition is never changed or removed. Freeze a new one.")

    update = delete = bulk_update = update_or_create = _refuse


class Edition(models.Model):
    """A work programme as it was published: the text of ``papers.writing.edition.Edition``, byte for byte.

    Rows are added, never changed or removed: by ``save`` and ``delete`` here, and by a trigger in the database. What
    happens to an edition later, such as its adoption, stands in tables of its own.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    for_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="editions")
    made_on = models.DateField()
    made_at = models.DateTimeField(default=now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    facts_sha256 = models.CharField("hash of its facts, whatever its number and day", max_length=64)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["programme", "-number"]
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="edition_numbered")]

    def __str__(self) -> str:
        return f"Edition {self.number} of {self.programme}"

    def save(self, *args, **kwargs) -> None:
        """Keep a new edition. Raises ``EditionIsKept`` for one that is kept already."""
        if not self._state.adding:
            raise EditionIsKept("An edition is never changed. Freeze a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs) -> NoReturn:
        """Raises ``EditionIsKept``."""
        raise EditionIsKept("An edition is never removed.")


class Adoption(models.Model):
    """The committee adopted its programme by a clause of a minute (Protocol 5.4), in an edition where one was out."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="adoptions")
    clause = models.ForeignKey(Clause, models.PROTECT, related_name="adoptions")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="adoptions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["clause__minute__meeting__on", "pk"]
        constraints = [models.UniqueConstraint(fields=["programme", "clause"], name="adopted_once_by_a_clause")]

    def __str__(self) -> str:
        return f"Adopted by {self.clause}"
