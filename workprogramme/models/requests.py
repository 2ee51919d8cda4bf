"""Who asked that a committee look at something, and where it went."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from committees.models import Meeting, Paper
from council.models import Body, Person
from workprogramme.enums import ASKED_AS, AskedState, Origin
from workprogramme.models.calls import CallAnswer
from workprogramme.models.programme import Item
from workprogramme.models.topics import ReviewTopic


class ItemRequest(models.Model):
    """Somebody asks for an item: a member (5.5, 5.6), Cabinet, Council or the management board (5.7), a Head of Service
    (5.1), a petition (9.5), or the public.

    Whoever asked has an answer: an item or a topic for review, words in writing, or a reason. A private person's name
    stands in ``name``, how they want to be answered in ``reply_to``; neither is kept in the history, nor published.
    """

    body = models.ForeignKey(Body, models.PROTECT, related_name="item_requests")
    origin = models.CharField("asked as", max_length=20, choices=[(one.value, one.label) for one in ASKED_AS])
    title = models.CharField(max_length=300)
    why = models.TextField(blank=True)
    asked_on = models.DateField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="item_requests")
    from_body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="referrals")
    as_minuted = models.CharField("minute that refers it", max_length=200, blank=True)
    call_answer = models.ForeignKey(CallAnswer, models.PROTECT, null=True, blank=True, related_name="proposals")
    name = models.CharField("name of a private person", max_length=200, blank=True)
    reply_to = models.CharField("how they want to be answered", max_length=200, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="item_requests")
    line = models.PositiveIntegerField(null=True, blank=True)
    chair_view = models.TextField(blank=True)
    chair_view_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    chair_view_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=AskedState, default=AskedState.ASKED)
    answer = models.TextField("reason or answer, as whoever asked sees it", blank=True)
    decided_on = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="requests")
    topic = models.ForeignKey(ReviewTopic, models.PROTECT, null=True, blank=True, related_name="requests")
    version = models.PositiveIntegerField(default=0)

    history = HistoricalRecords(excluded_fields=["name", "reply_to"])

    class Meta:
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(item__isnull=False) | Q(topic__isnull=False) | Q(origin="petition"),
                name="request_accepted_into_something",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["answered", "declined"]) | ~Q(answer=""), name="request_answered_in_words"
            ),
            models.CheckConstraint(
                condition=Q(name="", reply_to="") | Q(origin__in=["petition", "public"]),
                name="request_private_person_only",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ref(self) -> str:
        """What people quote: Q12."""
        return f"Q{self.pk}"

    @property
    def who(self) -> str:
        """Who asked, in words that any member may read: a private person is not named."""
        if self.origin == Origin.PUBLIC:
            return "A member of the public"
        if self.origin == Origin.PETITION:
            return "Petitioners"
        post = self.call_answer.owed_by_post if self.call_answer else None
        return str(self.person or self.from_body or post or "As minuted")


class Petition(models.Model):
    """What a petition says of itself beside its request (Protocol 9.5): signatures, speaking time, what came of it.

    ``heard_at`` is the meeting that hears it; a petition can be on an agenda without an item of the programme.
    """

    request = models.OneToOneField(ItemRequest, models.CASCADE, related_name="petition")
    signatures = models.PositiveIntegerField()
    speaking_minutes = models.PositiveSmallIntegerField("speaking time in minutes", default=5)
    heard_at = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="petitions")
    outcome = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome="") | Q(heard_at__isnull=False), name="petition_heard_somewhere")
        ]

    def __str__(self) -> str:
        return str(self.request)
