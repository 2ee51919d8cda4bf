"""How an item was to be taken, each time the chair let that be changed."""

from django.conf import settings
from django.db import models

from council.calendar import now
from workprogramme.enums import Route
from workprogramme.models.programme import Item


class Rerouting(models.Model):
    """An item rerouted by the chair's leave (Protocol 5.8): from, to, why, by whom. Rows are added, never changed."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="reroutings")
    from_route = models.CharField(max_length=20, choices=Route)
    to_route = models.CharField(max_length=20, choices=Route)
    why = models.CharField(max_length=300)
    agreed_by = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_from_route_display()} > {self.get_to_route_display()}: {self.why}"
