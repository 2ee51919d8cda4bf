"""Editing what somebody is asked: the task, who - matched, chosen, another post or a new one - and by when."""

from collections.abc import Sequence
from typing import Any

from django import forms

from council.directory import find_post
from council.enums import DueKind
from council.models import Post
from council.names import fold
from govuk.forms import DateField, Look
from intake.domain.known import Known
from intake.domain.naming import without_the
from intake.forms.words import WordsForm, as_said
from intake.models import Proposal

OTHER, NEW, NOBODY = "other", "new", "nobody"
MOST_POSTS = 500
_DATED = {DueKind.DATE, DueKind.MEETING}
_MAY_BE_DATED = {*_DATED, DueKind.MONTH, DueKind.PERIOD, DueKind.EVENT}


class AskedWords(WordsForm):
    """What every form about somebody who is asked shares. ``alike`` are other open proposals with the same doubt."""

    look = {
        "who": Look(small=True, reveals={OTHER: "post", NEW: "new_post"}),
        "remember": Look(small=True, legend=False),
    }
    task = forms.CharField(label="What is asked", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    who = forms.ChoiceField(
        label="Who is asked", widget=forms.RadioSelect, error_messages={"required": "Select who is asked"}
    )
    post = forms.ChoiceField(label="Which post?", required=False)
    new_post = forms.CharField(label="Title of the new post", max_length=200, required=False)
    remember = forms.BooleanField(required=False)
    for_all = forms.BooleanField(required=False)

    def __init__(self, *args: Any, proposal: Proposal, known: Known, alike: Sequence[Proposal] = (), **kwargs: Any):
        self.known, self.alike = known, alike
        super().__init__(*args, proposal=proposal, **kwargs)
        self.fields["who"].choices = self._choices()
        titles = Post.objects.order_by("title").values_list("pk", "title")[:MOST_POSTS]
        self.fields["post"].choices = [("", "Select one"), *((f"post:{pk}", title) for pk, title in titles)]
        self._offer(
            "remember",
            bool(self.printed[:1].isupper()),
            f"Remember “{self.printed}” as another name of whoever I choose",
        )
        self._offer("for_all", bool(alike), in_all_words(proposal, alike))

    @property
    def printed(self) -> str:
        """Who is asked, as printed."""
        return without_the(self.proposal.says["asked"])

    def opening(self) -> dict[str, Any]:
        """The owner among the choices, or in the boxes that they reveal."""
        who = self.now["who"]
        listed = who in self.offered
        new = who.partition(":")[2] if who.startswith("new_post:") and not listed else ""
        chosen = who if listed else (NEW if new else OTHER)
        return {
            "task": self.now["task"],
            "who": (chosen or NOBODY) if who or not self.proposal.is_open or not self.proposal.unsure else None,
            "post": "" if listed else who,
            "new_post": new,
            "remember": True,
            "due_on": self.now["due_on"],
        }

    @property
    def offered(self) -> list[str]:
        """The choices listed one by one: the match, what else it could be, the committee, nobody."""
        says, body = self.proposal.says, self.known.body
        committee = [f"body:{body.pk}"] if body else []
        return list(dict.fromkeys([says["who"], *says["candidates"], *committee, ""]))

    def _choices(self) -> list[tuple[str, str]]:
        listed = [(code, self.known.label(code)) for code in self.offered if code]
        return [*listed, (OTHER, "Another post"), (NEW, "A new post"), (NOBODY, "Nobody: leave it without an owner")]

    def _offer(self, name: str, offered: bool, label: str) -> None:
        if offered:
            self.fields[name].label = label
        else:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Another post is one on record; a new one is not."""
        cleaned = super().clean()
        if cleaned.get("who") == OTHER and not cleaned.get("post"):
            self.add_error("post", "Select the post")
        if cleaned.get("who") == NEW and "new_post" not in self.errors:
            self._check_new((cleaned.get("new_post") or "").strip())
        return cleaned

    def _check_new(self, title: str) -> None:
        if not fold(title):
            self.add_error("new_post", "Enter the title of the new post")
        elif known := find_post(title):
            self.add_error("new_post", f"“{title}” is on record as {known.title}. Choose it under “Another post”")

    def chosen(self) -> str:
        """The owner as one word."""
        cleaned = self.cleaned_data
        found = {OTHER: cleaned["post"], NEW: f"new_post:{cleaned['new_post'].strip()}", NOBODY: ""}
        return found.get(cleaned["who"], cleaned["who"])

    def words(self) -> dict[str, Any]:
        """The words in the shape of what was read."""
        return {"task": self.cleaned_data["task"].strip(), **self.shared()}

    def shared(self) -> dict[str, Any]:
        """Who is asked, and whether the printed name is kept as theirs."""
        who = self.chosen()
        keeps = who and who != self.proposal.says["who"] and self.cleaned_data.get("remember")
        return {"who": who, **({"remember": True} if keeps else {})}

    def others(self) -> Sequence[Proposal]:
        """The proposals that this answer is for as well."""
        return self.alike if self.cleaned_data.get("for_all") else ()


class ActionWords(AskedWords):
    """What a clause asks, and by when."""

    due_kind = forms.ChoiceField(label="When it is due", choices=DueKind.choices)
    due_on = DateField(
        label="Date", required=False, help_text="Where it is due on a date, by a month or before an event."
    )
    field_order = ("task", "who", "post", "new_post", "remember", "due_kind", "due_on", "for_all")

    def opening(self) -> dict[str, Any]:
        """With the kind of due as read."""
        return {**super().opening(), "due_kind": self.now["due_kind"]}

    def clean(self) -> dict[str, Any]:
        """A date, or a named meeting, has its day."""
        cleaned = super().clean()
        if cleaned.get("due_kind") in _DATED and not cleaned.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", "Enter the date it is due on")
        return cleaned

    def words(self) -> dict[str, Any]:
        """A kind of due without a date has none."""
        kind = self.cleaned_data["due_kind"]
        on = as_said(self.cleaned_data["due_on"]) if kind in _MAY_BE_DATED else None
        kept = self.proposal.says["due_on"] if kind == self.proposal.says["due_kind"] else None
        return {**super().words(), "due_kind": kind, "due_on": on or (kept if kind not in _MAY_BE_DATED else None)}


class TrackedWords(AskedWords):
    """An open row of a tracker."""

    due_on = DateField(label="Due on", required=False, help_text="Leave empty where it has no date.")
    field_order = ("task", "who", "post", "new_post", "remember", "due_on", "for_all")

    def words(self) -> dict[str, Any]:
        """With its date."""
        return {**super().words(), "due_on": as_said(self.cleaned_data["due_on"])}


def in_all_words(proposal: Proposal, alike: Sequence[Proposal]) -> str:
    """What the offer to answer the same doubt of others is called."""
    printed = without_the(proposal.says["asked"])
    others = "the other one that" if len(alike) == 1 else f"the {len(alike)} others that"
    said = (
        ("print" if len(alike) > 1 else "prints") + f" “{printed}”"
        if printed
        else ("name" if len(alike) > 1 else "names") + " nobody here"
    )
    return f"Use the same owner for {others} {said}, and accept {'it' if len(alike) == 1 else 'them'} too"
