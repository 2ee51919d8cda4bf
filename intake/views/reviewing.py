"""A paper under review as its officer sees it: loaded once, at the same number of queries however much it proposes."""

from collections.abc import Iterable
from functools import cached_property
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse

from committees.models import PaperWarning
from council.models import User
from intake.domain.certain import certain_of
from intake.domain.decide import can_undo, progress
from intake.domain.groups import groups_of, minute_titles
from intake.domain.in_words import paths_cited
from intake.domain.known import Known
from intake.domain.marks import Span, Text
from intake.enums import TAKEN
from intake.models import Proposal, Reading
from intake.views.cards import Card

KEYS = "review_keys"
OFFERED = {"duplicate_clause"}


class Review:
    """One paper, its proposals as cards, its text, and how far it is decided."""

    def __init__(self, reading: Reading, user: User, *, keys: bool = True, here: str = "") -> None:
        self.reading, self.user, self.keys = reading, user, keys
        self.here = here or reading.get_absolute_url()
        self.proposals = list(reading.proposals.select_related("decided_by__person"))
        self.by_pk = {proposal.pk: proposal for proposal in self.proposals}

    @classmethod
    def of(cls, request: HttpRequest, reading: Reading) -> "Review":
        """The review that a request is about; a part asked for by a page knows the address of that page."""
        asked = request.htmx.current_url_abs_path if request.htmx else request.get_full_path()
        asked = request.POST.get("next") or asked or ""
        here = asked if urlsplit(asked).path == reading.get_absolute_url() else ""
        return cls(reading, request.user, keys=request.session.get(KEYS, True), here=here)

    @cached_property
    def known(self) -> Known:
        """Names of what the proposals point at."""
        return Known(self.proposals, self.reading.body)

    @cached_property
    def warnings(self) -> list[PaperWarning]:
        """What the reader found wrong."""
        return list(self.reading.paper.warnings.all())

    @property
    def look_at(self) -> list[dict]:
        """What the reader found wrong; doubles are left out, as they are offered as one."""
        return [
            {"line": warning.line, "words": paths_cited(warning.text), "code": warning.code}
            for warning in self.warnings
            if warning.code not in OFFERED
        ]

    @cached_property
    def text(self) -> Text:
        """The paper's lines, marked with what was read from each."""
        spans = [Span(one.pk, one.line, one.last_line or one.line) for one in self.proposals if one.line]
        notes: dict[int, list[str]] = {}
        for warning in self.warnings:
            if warning.line and warning.code not in OFFERED:
                notes.setdefault(warning.line, []).append(paths_cited(warning.text))
        return Text(self.reading.text, spans, notes)

    @cached_property
    def cards(self) -> dict[int, Card]:
        """A card for each proposal, by its key."""
        return {one.pk: Card(self, one, number) for number, one in enumerate(self.proposals, start=1)}

    @cached_property
    def by_path(self) -> dict[tuple[str, str], Proposal]:
        """The first proposal that each clause made, by meeting and path."""
        paths = [(one.says.get("meeting", ""), one.says.get("path", ""), one) for one in reversed(self.proposals)]
        return {(meeting, path): one for meeting, path, one in paths if path}

    @cached_property
    def merged(self) -> dict[int, list[Proposal]]:
        """What was merged into each proposal."""
        merged: dict[int, list[Proposal]] = {}
        for one in self.proposals:
            if one.into_id:
                merged.setdefault(one.into_id, []).append(one)
        return merged

    def groups(self, proposals: Iterable[Proposal]) -> list[dict]:
        """The cards of some of the proposals, in the groups that are shown."""
        return [
            {"title": group.title, "about": group.about, "cards": [self.cards[one.pk] for one in group.proposals]}
            for group in groups_of(proposals, self._titles)
        ]

    @cached_property
    def _titles(self) -> dict[str, str]:
        return minute_titles(self.proposals)

    @cached_property
    def decided(self) -> int:
        """How many are decided."""
        return progress(self.proposals)[0]

    @property
    def total(self) -> int:
        """How many there are to decide."""
        return len(self.proposals)

    @property
    def left(self) -> int:
        """How many are open."""
        return self.total - self.decided

    @cached_property
    def certain(self) -> int:
        """How many "accept all that is certain" would accept."""
        return len(certain_of(self.proposals))

    @cached_property
    def to_record(self) -> list[Proposal]:
        """What is accepted and not on record yet."""
        return [one for one in self.proposals if one.decided in TAKEN and not one.is_recorded]

    @cached_property
    def can_undo(self) -> bool:
        """Whether its officer has a press left to take back."""
        return can_undo(self.reading, by=self.user)

    @cached_property
    def seen(self) -> str:
        """Up to which decision, and of which reading and recording, this is: an open page asks what came since."""
        last = self.reading.decisions.order_by("-pk").values_list("pk", flat=True).first() or 0
        return f"{last}-{self.reading.version}"

    @property
    def next_open(self) -> Proposal | None:
        """The first that is still to decide."""
        return next((one for one in self.proposals if one.is_open), None)

    def next_after(self, proposal: Proposal) -> Proposal | None:
        """The first open one behind another, else the first of all."""
        behind = [one for one in self.proposals if one.is_open and one.order > proposal.order]
        return behind[0] if behind else self.next_open

    def touched(self, changed: Iterable[Proposal]) -> list[Card]:
        """The cards that show something else now: what changed, and whatever points at that."""
        keys = {one.pk for one in changed}
        keys |= {one.into_id for one in self.proposals if one.pk in keys and one.into_id}
        near = [one for one in self.proposals if one.double_of_id in keys or one.into_id in keys]
        return [self.cards[pk] for pk in self.by_pk if pk in keys or pk in {one.pk for one in near}]

    def address(self, name: str, *args) -> str:
        """An address of this review."""
        return reverse(name, args=[self.reading.pk, *args])
