"""Bodies, posts, and the time they hold."""

from django.db import models

from council.enums import COMMITTEE_KINDS, BodyKind, Reorganised
from council.models.recognised import Recognised
from council.names import fold


class Portfolio(models.Model):
    """A Cabinet Member's field, for as long as it had that name."""

    name = models.CharField(max_length=200)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "from_on"], name="portfolio_once_a_day"),
            models.UniqueConstraint(fields=["name"], condition=models.Q(from_on__isnull=True), name="portfolio_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Body(Recognised):
    """A committee, Cabinet, Council, board or outside body; bodies are merged, split and renamed."""

    named_in, folded_by = "name", staticmethod(fold)

    name = models.CharField(max_length=250)
    short_name = models.CharField(max_length=60, blank=True)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=20, choices=BodyKind)
    remit = models.TextField("remit (terms of reference)", blank=True)
    portfolios = models.ManyToManyField(Portfolio, blank=True, related_name="bodies")
    item_limit = models.PositiveSmallIntegerField(
        "most items on one agenda", default=8, help_text="Warns above this number (Protocol 5.3). Our practice: 8."
    )
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "bodies"
        ordering = ["name"]

    @property
    def called(self) -> str:
        """What people call it: its short name where it has one."""
        return self.short_name or self.name

    @property
    def is_committee(self) -> bool:
        """Whether it has a work programme of its own."""
        return self.kind in COMMITTEE_KINDS


class BodyAlias(Recognised):
    """Another name under which papers print a body."""

    named_in, folded_by = "text", staticmethod(fold)

    body = models.ForeignKey(Body, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=250)


class FormerSlug(models.Model):
    """The address a body had before it was renamed; it leads on to the one it has now."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.slug


class BodySuccession(models.Model):
    """One body followed another on a day, when they were merged or split; one that is renamed stays the same body."""

    before = models.ForeignKey(Body, models.PROTECT, related_name="successions_after")
    after = models.ForeignKey(Body, models.PROTECT, related_name="successions_before")
    on = models.DateField()
    how = models.CharField(max_length=20, choices=Reorganised)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["before", "after"], name="succession_once"),
            models.CheckConstraint(condition=~models.Q(before=models.F("after")), name="succession_two_bodies"),
        ]

    def __str__(self) -> str:
        return f"{self.before} > {self.after}"


class Post(Recognised):
    """A post that owes things whoever holds it: "Executive Director of Children's Social Care and Education".

    A post with a ``portfolio`` is a Cabinet Member's.
    """

    named_in, folded_by = "title", staticmethod(fold)

    title = models.CharField(max_length=250)
    directorate = models.CharField(max_length=200, blank=True)
    portfolio = models.ForeignKey(Portfolio, models.SET_NULL, null=True, blank=True, related_name="posts")
    line_post = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="reports")

    class Meta:
        ordering = ["title"]


class PostAlias(Recognised):
    """Another title under which papers print a post."""

    named_in, folded_by = "text", staticmethod(fold)

    post = models.ForeignKey(Post, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=250)


class Holding(models.Model):
    """A person holds a post from one day to another; a leaver's work goes to the next holder by itself."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="holdings")
    person = models.ForeignKey("council.Person", models.PROTECT, related_name="holdings")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-from_on"]
        constraints = [
            models.UniqueConstraint(fields=["post", "person", "from_on"], name="holding_once_a_day"),
            models.UniqueConstraint(
                fields=["post", "person"], condition=models.Q(from_on__isnull=True), name="holding_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"
