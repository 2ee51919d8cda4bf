"""What is asked next before committees are merged, split or passed on: whatever no rule decides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django import forms

from actions.domain.assigning import Choices, Part, undecided
from actions.domain.reorganise import joined_remit
from actions.domain.what_goes import Thing, things_of
from actions.enums import PassedSort
from committees.domain.seating import LEADING, seats_lasting
from committees.enums import SeatRole
from committees.models import Seat
from council.models import Body
from govuk.forms import GovukForm, Look, say_what_to_do

CANCEL = "cancel"
MOST_ASKED = 100
"""The most things that are asked about one by one; what is beyond goes with the rest."""

LONG = 100


@dataclass(frozen=True)
class Section:
    """Fields that belong together, under a heading."""

    title: str
    fields: list[forms.BoundField]
    text: str = ""


class WhatNoRuleDecides(GovukForm):
    """Where each thing goes that no rule places; the keys of things are the names of the fields."""

    def __init__(self, *args: Any, things: Sequence[Thing], parts: Sequence[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts, self.look = list(parts), {}
        open_things = [thing for thing in undecided(things, parts) if thing.sort != PassedSort.MEETING]
        self.asked = open_things[:MOST_ASKED]
        if things and len(self.parts) > 1:
            self.ask("rest", _rest(self.places, must=len(open_things) > MOST_ASKED))
        for thing in self.asked:
            self.ask(thing.key, _where(thing, self.places))
            self.look[thing.key] = Look(small=True)

    def ask(self, name: str, field: forms.Field) -> None:
        """Add a field, whose messages say what to do."""
        say_what_to_do(field)
        self.fields[name] = field

    @property
    def places(self) -> list[tuple[str, str]]:
        """The committees that follow, as choices."""
        return [(str(number), part.called) for number, part in enumerate(self.parts)]

    @property
    def one_by_one(self) -> list[Thing]:
        """The things that are asked about."""
        return self.asked

    def clean(self) -> dict[str, Any]:
        """Nothing is left over: what is not chosen goes with the rest."""
        cleaned = super().clean()
        for thing in self.one_by_one:
            if not cleaned.get("rest") and not cleaned.get(thing.key) and thing.key not in self.errors:
                self.add_error(thing.key, f"Select where {thing.ref} goes, or where the rest goes")
        return cleaned

    @property
    def sections(self) -> list[Section]:
        """The fields under their headings, those without any left out."""
        return [section for section in self.all_sections() if section.fields]

    def all_sections(self) -> list[Section]:
        """The fields under their headings."""
        text = "Neither a portfolio nor what they hang on says where these go."
        return [
            Section("", [self["rest"]] if "rest" in self.fields else []),
            Section("What no rule decides", [self[thing.key] for thing in self.asked], text),
        ]

    @property
    def choices(self) -> Choices:
        """What was decided."""
        said = self.cleaned_data
        to = {thing.key: int(said[thing.key]) for thing in self.one_by_one if said.get(thing.key, "").isdecimal()}
        return Choices(to=to, rest=int(said["rest"]) if said.get("rest") else None)


class WhatFollows(WhatNoRuleDecides):
    """What becomes of meetings to come besides, who sits on what follows, and its remit."""

    def __init__(self, *args: Any, bodies: Sequence[Body], from_on: date, parts: Sequence[Part], **kwargs: Any) -> None:
        things = [thing for body in bodies for thing in things_of(body, from_on)]
        super().__init__(*args, things=things, parts=parts, **kwargs)
        self.several = len(bodies) > 1
        self.meetings = [thing for thing in things if thing.sort == PassedSort.MEETING]
        self.seats = [seat for body in bodies for seat in seats_lasting(body, from_on)]
        for thing in self.meetings:
            self._ask_of_meeting(thing)
        for number, part in enumerate(self.parts):
            if self.seats:
                self._ask_who_sits(number, part)
            if remit := self.remit_of(part, bodies):
                self.ask(f"remit-{number}", _remit(part, remit))

    def remit_of(self, part: Part, bodies: Sequence[Body]) -> str:
        """The remit that a committee gets by rule; nothing where it keeps its own."""
        return "" if part.body else joined_remit(bodies)

    @property
    def one_by_one(self) -> list[Thing]:
        """The things that are asked about, meetings with them."""
        return [*self.meetings, *self.asked]

    def _ask_of_meeting(self, thing: Thing) -> None:
        meeting, why = thing.record, f"{thing.key}-why"
        kind = meeting.get_kind_display()
        named = meeting.title or (f"{meeting.body.called}, {kind.lower()}" if self.several else kind)
        choices = [*((key, f"Goes to {called}") for key, called in self.places), (CANCEL, "Is cancelled")]
        asked = {"choices": choices, "widget": forms.RadioSelect, "required": False}
        initial = "0" if len(self.parts) == 1 else None
        self.ask(thing.key, forms.ChoiceField(label=f"{named}, {meeting.when}", initial=initial, **asked))
        self.ask(why, forms.CharField(label="Why it is cancelled", max_length=200, required=False))
        self.look[thing.key] = Look(reveals={CANCEL: why}, size="s", small=True)

    def _ask_who_sits(self, number: int, part: Part) -> None:
        seats = [(str(seat.pk), self._seat(seat)) for seat in self.seats]
        asked = {"choices": seats, "initial": [pk for pk, _ in seats], "widget": forms.CheckboxSelectMultiple}
        hint = "Whoever is ticked for none sits until the day before. Nobody sits on it twice."
        label = f"Who goes on to sit on {part.called}?"
        self.ask(f"sits-{number}", forms.MultipleChoiceField(label=label, required=False, help_text=hint, **asked))
        self.look[f"sits-{number}"] = Look(size="s", small=True)

    def _seat(self, seat: Seat) -> str:
        of = f" of {seat.body.called}" if self.several else ""
        represents = f", {seat.represents}" if seat.represents else ""
        return f"{seat.person or 'Vacant'}: {seat.get_role_display().lower()}{of}{represents}"

    def clean(self) -> dict[str, Any]:
        """Whatever is cancelled is cancelled for a reason."""
        cleaned = super().clean()
        for thing in self.meetings:
            if cleaned.get(thing.key) == CANCEL and not cleaned.get(f"{thing.key}-why"):
                self.add_error(f"{thing.key}-why", f"Enter why {thing.ref} is cancelled")
        return cleaned

    def all_sections(self) -> list[Section]:
        """The fields under their headings."""
        rest, undecided_things = super().all_sections()
        text = (
            "What is on a cancelled meeting waits for another one. Dates follow the cycle of the committee that meets."
        )
        meetings = Section("Meetings to come", [self[thing.key] for thing in self.meetings], text)
        seats = Section("Seats", [self[name] for name in self.fields if name in LEADING or name.startswith("sits-")])
        remits = Section("Remit", [self[name] for name in self.fields if name.startswith("remit-")])
        return [rest, meetings, undecided_things, seats, remits]

    @property
    def choices(self) -> Choices:
        """What was decided."""
        said = self.cleaned_data
        off = {thing.key: said[f"{thing.key}-why"] for thing in self.meetings if said[thing.key] == CANCEL}
        ticked = [said.get(f"sits-{number}", ()) for number in range(len(self.parts))]
        seats = {
            seat.pk: tuple(number for number, sits in enumerate(ticked) if str(seat.pk) in sits) for seat in self.seats
        }
        return replace(super().choices, cancelled=off, seats=seats)

    @property
    def parts_with_remits(self) -> list[Part]:
        """The committees that follow, with the remits as they were put."""
        said = self.cleaned_data
        return [replace(part, remit=said.get(f"remit-{number}")) for number, part in enumerate(self.parts)]


class MergeChoices(WhatFollows):
    """What becomes of meetings, seats and remit in a merger, and who chairs a new committee."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.parts[0].body is None:
            for role in LEADING:
                self._ask_who_leads(role)
        self.order_fields([*LEADING, *self.fields])

    def remit_of(self, part: Part, bodies: Sequence[Body]) -> str:
        """The remits together, that of the committee that stays first."""
        return joined_remit(bodies, part.body)

    def _ask_who_leads(self, role: SeatRole) -> None:
        people = {seat.person_id: str(seat.person) for seat in self.seats if seat.person_id}
        now = [seat.person_id for seat in self.seats if seat.role == role and seat.person_id]
        choices = [("", "Nobody yet"), *((str(pk), name) for pk, name in people.items())]
        if people:
            initial = str(now[0]) if len(now) == 1 else ""
            self.ask(role, forms.ChoiceField(label=role.label, choices=choices, required=False, initial=initial))

    def clean(self) -> dict[str, Any]:
        """Who leads it sits on it, and nobody is both chair and vice-chair."""
        cleaned = super().clean()
        chair, vice = (cleaned.get(role) for role in LEADING)
        if chair and chair == vice:
            self.add_error(SeatRole.VICE_CHAIR, "Select somebody else as vice-chair: the chair cannot be both")
        sitting = {str(seat.person_id) for seat in self.seats if str(seat.pk) in cleaned.get("sits-0", ())}
        for role in LEADING:
            if cleaned.get(role) and cleaned[role] not in sitting:
                self.add_error("sits-0", f"Tick the {role.label.lower()} as well")
        return cleaned

    @property
    def choices(self) -> Choices:
        """What was decided."""
        said = self.cleaned_data
        leading = {role.value: int(said[role]) for role in LEADING if said.get(role)}
        return replace(super().choices, leading=leading)


class SplitChoices(WhatFollows):
    """What becomes of meetings, seats and remits when a committee is split."""


def _where(thing: Thing, places: Sequence[tuple[str, str]]) -> forms.ChoiceField:
    named = f"{thing.ref} {thing.record}" if hasattr(thing.record, "ref") else str(thing.record)
    label = named if len(named) <= LONG else f"{named[:LONG].rstrip()}…"
    return forms.ChoiceField(label=label, choices=list(places), required=False, widget=forms.RadioSelect)


def _rest(places: Sequence[tuple[str, str]], *, must: bool) -> forms.ChoiceField:
    choices = [("", "Select one" if must else "Nothing is left open"), *places]
    return forms.ChoiceField(
        label="Where does the rest go?", choices=choices, required=must,
        help_text="All that you leave open below goes there, and what waits after its meeting is cancelled.",
        error_messages={"required": "Select where the rest goes: there is too much to ask about each"},
    )  # fmt: skip


def _remit(part: Part, remit: str) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 6})
    return forms.CharField(label=f"Remit of {part.called}", initial=remit, required=False, widget=box)
