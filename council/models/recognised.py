"""What papers name: kept with the folded name that printed names are matched against."""

from collections.abc import Callable
from typing import ClassVar

from django.db import models


class Recognised(models.Model):
    """A name or alias that a printed one is recognised by, however it is spelt; one folded name, one record.

    ``named_in`` is the field the name stands in, ``folded_by`` how this kind of name is folded.
    """

    named_in: ClassVar[str]
    folded_by: ClassVar[Callable[[str], str]]

    folded = models.CharField(max_length=250, unique=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return getattr(self, self.named_in)

    def save(self, *args, **kwargs) -> None:
        """Keep the folded name beside the printed one."""
        self.folded = self.folded_by(getattr(self, self.named_in))
        super().save(*args, **kwargs)
