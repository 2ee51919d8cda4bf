"""Who is asked to be at a meeting, and what they answered."""

from datetime import date

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.models import Meeting
from council.models import Body, Person, Post
from workprogramme.enums import Coming
from workprogramme.models.programme import Item


class InvitationQuerySet(models.QuerySet):
    """Invitations by whether they stand."""

    def standing(self):
        """Not taken back."""
        return self.filter(withdrawn_because="")

    def with_who(self):
        """With everybody they name, so that a list costs the same for one as for many."""
        return self.select_related("post", "person", "body", "item", "meeting")


class Invitation(models.Model):
    """Somebody is asked to a meeting: a Cabinet Member (Protocol 4.1, 6.6), a senior officer (4.11, 6.7) or a guest.

    It is a post, a person or an organisation. One that hangs on an item goes with it from meeting to meeting, and waits
    with it while it is on none. ``invited_for`` is the day of the meeting it was for: where that day moves, the
    invitation and its answer no longer hold. ``because`` is why somebody was added who does not follow from the agenda.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, null=True, blank=True, related_name="invitations")
    item = models.ForeignKey(Item, models.CASCADE, null=True, blank=True, related_name="invitations")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="invitations")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="invitations")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="invitations")
    because = models.CharField(max_length=300, blank=True)
    asked_on = models.DateField("asked for on")
    invited_on = models.DateField(null=True, blank=True)
    invited_for = models.DateField("for the meeting of", null=True, blank=True)
    answer = models.CharField(max_length=20, choices=Coming, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    instead = models.CharField("who comes instead", max_length=200, blank=True)
    note = models.CharField(max_length=300, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    objects = InvitationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=True, item__isnull=False) | Q(meeting__isnull=False, item__isnull=True),
                name="invitation_to_a_meeting_or_for_an_item",
            ),
            models.CheckConstraint(
                condition=Q(post__isnull=False, person__isnull=True, body__isnull=True)
                | Q(post__isnull=True, person__isnull=False, body__isnull=True)
                | Q(post__isnull=True, person__isnull=True, body__isnull=False),
                name="invitation_of_one",
            ),
            models.CheckConstraint(
                condition=~Q(answer=Coming.SUBSTITUTE) | ~Q(instead=""), name="invitation_says_who_comes_instead"
            ),
            *(
                models.UniqueConstraint(
                    fields=[to, who], condition=Q(withdrawn_because=""), name=f"invitation_of_{who}_once_{to}"
                )
                for to in ("meeting", "item")
                for who in ("post", "person", "body")
            ),
        ]

    def __str__(self) -> str:
        return str(self.who)

    @property
    def who(self) -> Post | Person | Body:
        """Whoever is asked."""
        return self.post or self.person or self.body

    def holds_for(self, day: date | None) -> bool:
        """Whether it was for a meeting on that day, or for one whose day nobody said."""
        return self.invited_for is None or self.invited_for == day
