"""What one year's programme carried over to the next."""

from django.conf import settings
from django.db import models

from council.calendar import now
from workprogramme.models.programme import Item, Programme


class Carried(models.Model):
    """An item of one year that the next year's draft carries.

    What waits for a meeting is the same thing next year, so ``after`` is the item itself, moved. What comes back, such
    as a standing item, begins anew: ``after`` is a new item, and each of the old year's is ``before`` of one row.
    """

    from_programme = models.ForeignKey(Programme, models.PROTECT, related_name="carried_on")
    to_programme = models.ForeignKey(Programme, models.PROTECT, related_name="carried_in")
    before = models.ForeignKey(Item, models.PROTECT, related_name="carried_as")
    after = models.ForeignKey(Item, models.PROTECT, related_name="carried_from")
    because = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        verbose_name_plural = "carried"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["to_programme", "before"], name="carried_once_to_a_year")]

    def __str__(self) -> str:
        return f"{self.before} > {self.to_programme}"
