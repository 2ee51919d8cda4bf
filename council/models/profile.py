"""The council itself: one row."""

from django.core.validators import RegexValidator
from django.db import models


class Council(models.Model):
    """The council whose installation this is: its name, its colour and, in a demonstration, the held date."""

    name = models.CharField(max_length=200, default="Your council")
    colour = models.CharField(max_length=7, default="#1d70b8", validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$")])
    weekend = models.CharField(
        "days the offices are closed",
        max_length=6,
        default="56",
        validators=[RegexValidator(r"^[0-6]*$")],
        help_text="Monday is 0: 56 is Saturday and Sunday.",
    )
    held_on = models.DateField("date held at", null=True, blank=True, help_text="Only in a demonstration.")

    class Meta:
        verbose_name_plural = "council"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="council_one_row")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def load(cls) -> "Council":
        """The one row, or an unsaved default where nobody has set the council up yet."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
