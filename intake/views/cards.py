"""One proposal as a card: what it would do, why the reader is unsure, and what can be done with it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import reverse

from intake.domain.in_words import asked_note, cited, due_lead, owner_in_words, paths_cited, title_of, will
from intake.domain.propose.asked import SAID_OTHERWISE
from intake.enums import Decided, Sort
from intake.forms.choosing import can_edit
from intake.models import Proposal

if TYPE_CHECKING:
    from intake.views.reviewing import Review

_ASKED = {Sort.ACTION, Sort.TRACKED}
_LONG = 420


class Pointer(NamedTuple):
    """Words that may lead somewhere, with a word on where that stands."""

    text: str
    href: str = ""
    note: str = ""


class Card:
    """A proposal of a review, its number in the paper's order."""

    def __init__(self, review: Review, proposal: Proposal, number: int) -> None:
        self.review, self.proposal, self.number = review, proposal, number
        self.says = proposal.now_says

    @property
    def title(self) -> str:
        """What it is called; a new minute's own name is the heading of its group already."""
        is_new = self.proposal.sort == Sort.MINUTE and not self.proposal.title.endswith(" added")
        return f"Minute {self.says['number']}" if is_new else self.full_title

    @property
    def full_title(self) -> str:
        """What it is called where it stands alone."""
        return title_of(self.proposal)

    @cached_property
    def cited(self) -> str:
        """The clause it follows from."""
        return cited(self.says["path"]) if self.says.get("path") else ""

    @cached_property
    def lines(self) -> str:
        """Where in the text it stands."""
        first, last = self.proposal.line, self.proposal.last_line
        if not first:
            return ""
        return f"lines {first} to {last}" if last and last > first else f"line {first}"

    @cached_property
    def will(self) -> str:
        """What would be created or changed."""
        if self.proposal.is_open and self.takes_as_one:
            return "Accepted as one, it makes no action of its own."
        if self.proposal.decided == Decided.MERGED:
            return f"One action with {self.merged_into.text}."
        return will(self.proposal, self.review.known)

    @cached_property
    def printed(self) -> str:
        """The words it was read from; a minute shows its clauses instead."""
        if self.proposal.sort == Sort.MINUTE:
            return ""
        return self.review.text.printed(self.proposal.line, self.proposal.last_line)

    @property
    def is_long(self) -> bool:
        """Whether its printed words are better folded."""
        return len(self.printed) > _LONG

    @cached_property
    def doubts(self) -> list[str]:
        """Why the reader is not certain, and what it found wrong on these lines."""
        return list(dict.fromkeys((*map(paths_cited, self.proposal.unsure), *self._warned)))

    @property
    def _warned(self) -> list[str]:
        first, last = self.proposal.line or 0, self.proposal.last_line or self.proposal.line or 0
        found = [told for told in self.review.look_at if told["line"] and first <= told["line"] <= last]
        return [told["words"] for told in found if told["code"] not in SAID_OTHERWISE]

    @cached_property
    def asked(self) -> dict[str, str] | None:
        """Who is asked and by when, each with how it was found; nothing for what is no action of its own."""
        if self.proposal.sort not in _ASKED or self.takes_as_one:
            return None
        return {
            "owner": owner_in_words(self.says["who"], self.review.known),
            "owner_note": asked_note(self.proposal),
            "due": due_lead(self.proposal, self.review.known),
            "due_note": f"printed “{self.says['due_text']}”" if self.says["due_text"] else "",
        }

    @cached_property
    def refers(self) -> list[Pointer]:
        """What its clause refers to, with the action on record that came of that."""
        return [self._refers(said) for said in self.says.get("refers", [])]

    def _refers(self, said: dict[str, Any]) -> Pointer:
        action = self.review.known.actions.get(said["action"])
        if action is None:
            return Pointer(said["text"])
        return Pointer(said["text"], reverse("action", args=[action.pk]), f"{action.ref}: {action.task}")

    @cached_property
    def takes_as_one(self) -> Pointer | None:
        """What it asks the same as: an earlier proposal that stands, or an action on record."""
        double = self.review.by_pk.get(self.proposal.double_of_id)
        if double is not None and double.decided != Decided.DISCARDED:
            into = self.review.by_pk.get(double.into_id) or double
            return self._pointer(into)
        return self._on_record(self.proposal.repeats_id)

    @cached_property
    def merged_into(self) -> Pointer:
        """What it was merged into."""
        into = self.review.by_pk.get(self.proposal.into_id)
        return (
            self._pointer(into) if into else self._on_record(self.proposal.into_action_id) or Pointer("another action")
        )

    def _on_record(self, pk: int | None) -> Pointer | None:
        action = self.review.known.actions.get(pk)
        if action is None:
            return None
        of = f" of {action.clause.minute.meeting.when}" if action.clause else ""
        named = f"{action.clause.cited}{of}" if action.clause else action.task
        return Pointer(f"{action.ref} on record, {named}", reverse("action", args=[action.pk]))

    def _pointer(self, proposal: Proposal) -> Pointer:
        card = self.review.cards[proposal.pk]
        return Pointer(card.cited or card.title, f"#proposal-{proposal.pk}")

    @cached_property
    def also_by(self) -> list[Pointer]:
        """What was merged into it."""
        return [self._pointer(one) for one in self.review.merged.get(self.proposal.pk, [])]

    @cached_property
    def suggestions(self) -> list[Pointer]:
        """What members suggested at a minute, each with the clause that took it up."""
        raised = self.says.get("issues", []) if self.proposal.sort == Sort.MINUTE else []
        return [self._suggestion(issue) for issue in raised if issue["suggestion"]]

    def _suggestion(self, issue: dict[str, Any]) -> Pointer:
        if not issue["taken_up_by"]:
            return Pointer(issue["text"])
        taken = self.review.by_path.get((self.says["meeting"], issue["taken_up_by"]))
        return Pointer(issue["text"], f"#proposal-{taken.pk}" if taken else "", cited(issue["taken_up_by"]))

    @cached_property
    def clauses(self) -> list[dict[str, str]]:
        """The clauses of a minute."""
        return self.says.get("clauses", []) if self.proposal.sort == Sort.MINUTE else []

    @property
    def people(self) -> list[dict[str, str]]:
        """Who attended."""
        return self.says.get("people", []) if self.proposal.sort == Sort.ATTENDANCE else []

    @property
    def choices(self) -> list[dict[str, str]]:
        """What a conflict is between."""
        return self.says.get("choices", []) if self.proposal.sort == Sort.CONFLICT else []

    @property
    def can_edit(self) -> bool:
        """Whether there is a form for it."""
        return can_edit(self.proposal)

    @property
    def can_merge(self) -> bool:
        """Whether it is an action that nothing was merged into."""
        return self.proposal.sort == Sort.ACTION and not self.also_by

    @property
    def state(self) -> str:
        """What it looks like: recorded, a decision, or open and certain or unsure."""
        if self.proposal.is_recorded:
            return "recorded"
        if self.proposal.is_open:
            return "certain" if self.proposal.is_certain else "unsure"
        return self.proposal.decided

    @property
    def decided(self) -> str:
        """Who decided what."""
        done = "Edited and accepted" if self.proposal.edited and self.state == "accepted" else None
        who = "you" if self.proposal.decided_by_id == self.review.user.pk else self.proposal.decided_by
        return f"{done or self.proposal.get_decided_display()} by {who}"
