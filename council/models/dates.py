"""The council's calendar and the periods its rules run for."""

from django.db import models

from council.enums import HolidayKind


class MunicipalYear(models.Model):
    """2023/24: from the annual meeting in May to the eve of the next."""

    label = models.CharField(max_length=7, unique=True)
    starts_on = models.DateField(unique=True)
    ends_on = models.DateField()

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gt=models.F("starts_on")), name="year_ends_after")
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def slug(self) -> str:
        """The label as it stands in an address: 2023-24."""
        return self.label.replace("/", "-")


class Holiday(models.Model):
    """A day that differs from the kept list: newly proclaimed, withdrawn, or a closure of the council's own."""

    on = models.DateField(unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=HolidayKind, default=HolidayKind.BANK_HOLIDAY)
    source = models.CharField(max_length=200, blank=True, help_text="Where it was announced.")

    class Meta:
        ordering = ["on"]

    def __str__(self) -> str:
        return f"{self.on:%-d %B %Y}, {self.name}"


class ClockSetting(models.Model):
    """A period of the council's own in place of the shipped one; the shipped ones stand in ``periods.py``."""

    key = models.CharField(max_length=60, unique=True)
    number = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"{self.key}: {self.number}"
