"""People and the users who sign in as them."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from council.enums import Role
from council.models.recognised import Recognised
from council.names import fold_person


class Person(Recognised):
    """Somebody the record names: a councillor, an officer, a representative. Not everybody signs in."""

    named_in, folded_by = "name", staticmethod(fold_person)

    name = models.CharField(max_length=200)
    title = models.CharField(max_length=40, blank=True, help_text="Such as Councillor or Mrs.")
    email = models.EmailField(blank=True)

    class Meta:
        verbose_name_plural = "people"
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.title} {self.name}".strip()


class PersonAlias(Recognised):
    """Another spelling under which papers print a person."""

    named_in, folded_by = "text", staticmethod(fold_person)

    person = models.ForeignKey(Person, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=200)


class User(AbstractUser):
    """Somebody who signs in; what they may do follows from their person, seats, posts and granted roles."""

    person = models.OneToOneField(Person, models.PROTECT, null=True, blank=True, related_name="user")

    def __str__(self) -> str:
        return str(self.person) if self.person else self.get_full_name() or self.username


class RoleGrant(models.Model):
    """A role given to a user: officer of one committee, manager or administrator of all."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)
    body = models.ForeignKey("council.Body", models.CASCADE, null=True, blank=True, related_name="grants")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "role", "body"], name="grant_once_a_body"),
            models.UniqueConstraint(fields=["user", "role"], condition=models.Q(body__isnull=True), name="grant_once"),
            models.CheckConstraint(
                condition=models.Q(role=Role.OFFICER, body__isnull=False)
                | (~models.Q(role=Role.OFFICER) & models.Q(body__isnull=True)),
                name="grant_officer_names_a_committee",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}" + (f" of {self.body}" if self.body else "")
