"""What a reorganisation does to one committee that ends: each open thing is passed on, and written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from actions.domain.actions import locked
from actions.domain.assigning import Choices, Part, Placed, assign
from actions.domain.what_goes import Thing, key_of
from actions.domain.written_answers import locked_answer
from actions.enums import PassedSort
from actions.models import Recommendation
from committees.models import Passed
from council.history import save_by
from council.models import Body
from workprogramme.domain.cancelling import call_off_with_items, leave
from workprogramme.domain.passing import (
    pass_entry,
    pass_item,
    pass_meeting_with_items,
    pass_request,
)
from workprogramme.domain.passing_asked import pass_asked, pass_call, pass_topic
from workprogramme.domain.passing_series import pass_series


@dataclass
class Passing:
    """One committee passing its things on: to which bodies, for which reason, and what was decided."""

    before: Body
    after: Sequence[Body]
    parts: Sequence[Part]
    choices: Choices
    why: str
    by: object
    placed: dict[str, Placed] = field(init=False, default_factory=dict)

    def pass_on(self, things: Sequence[Thing]) -> list[Passed]:
        """Pass each thing on; what became of each. Raises ``Refusal`` where one has nowhere to go."""
        self.placed = assign(things, self.parts, self.choices)
        came_off = self._take_off(things)
        verbs = {
            PassedSort.MEETING: self._meeting,
            PassedSort.ITEM: lambda thing, to: pass_item(thing.record, to=to, why=self.why, by=self.by),
            PassedSort.DECISION: lambda thing, to: pass_entry(thing.record, to=to),
            PassedSort.REQUEST: lambda thing, to: pass_request(thing.record, to=to),
            PassedSort.SERIES: lambda thing, to: pass_series(thing.record, to=to, why=self.why, by=self.by),
            PassedSort.TOPIC: lambda thing, to: pass_topic(thing.record, to=to, why=self.why, by=self.by),
            PassedSort.CALL: lambda thing, to: pass_call(thing.record, to=to),
            PassedSort.ASKED: lambda thing, to: pass_asked(thing.record, to=to, why=self.why, by=self.by),
            PassedSort.ACTION: self._action,
            PassedSort.OWED: self._owed,
            PassedSort.RECOMMENDATION: self._recommendation,
            PassedSort.WRITTEN: self._written,
            PassedSort.WRITTEN_OWED: self._written_owed,
        }
        return [self._row(thing, verbs[thing.sort], came_off.get(thing.key, "")) for thing in things]

    def _row(self, thing: Thing, verb, came_off: str) -> Passed:
        placed = self.placed.get(thing.key)
        if placed is None:
            reason = self.choices.cancelled[thing.key]
            call_off_with_items(thing.record, why=reason, by=self.by)
            return self.row(thing.sort, thing.record.pk, None, f"Cancelled: {reason}")
        said = verb(thing, self.after[placed.part])
        because = ". ".join(part for part in (placed.because, came_off, said if isinstance(said, str) else "") if part)
        return self.row(thing.sort, thing.record.pk, self.after[placed.part], because)

    def row(self, sort: str, number: int, after: Body | None, because: str) -> Passed:
        """What became of one thing, to be written down."""
        return Passed(sort=sort, number=number, before=self.before, after=after, because=because[:300])

    def _take_off(self, things: Sequence[Thing]) -> dict[str, str]:
        """Take each item off a meeting that is over, is cancelled, or goes elsewhere; why, by the key of the item."""
        meetings = {thing.record.pk: thing for thing in things if thing.sort == PassedSort.MEETING}
        off = {}
        for thing in things:
            if thing.sort == PassedSort.ITEM and thing.record.meeting_id:
                because = self._why_off(thing, meetings)
                if because:
                    leave(thing.record, because=because, by=self.by)
                    off[thing.key] = because
        return off

    def _why_off(self, thing: Thing, meetings: Mapping[int, Thing]) -> str:
        meeting = thing.record.meeting
        if meeting.pk not in meetings:
            return f"Not reached at {meeting.in_words}"
        key = key_of(PassedSort.MEETING, meeting.pk)
        if key in self.choices.cancelled:
            return f"Off {meeting.in_words}, which is cancelled: {self.choices.cancelled[key]}"
        if self.placed[key].part != self.placed[thing.key].part:
            return f"Off {meeting.in_words}, which goes to {self.after[self.placed[key].part].called}"
        return ""

    def _meeting(self, thing: Thing, to: Body) -> None:
        pass_meeting_with_items(thing.record, to=to, why=self.why, by=self.by)

    def _action(self, thing: Thing, to: Body) -> None:
        action = locked(thing.record)
        action.body, action.version = to, action.version + 1
        if action.owed_by_body_id == self.before.pk:
            action.owed_by_body = to
        save_by(action, by=self.by, why=self.why, fields=["body", "owed_by_body", "version"])

    def _owed(self, thing: Thing, to: Body) -> None:
        action = locked(thing.record)
        action.owed_by_body, action.version = to, action.version + 1
        save_by(action, by=self.by, why=self.why, fields=["owed_by_body", "version"])

    def _recommendation(self, thing: Thing, to: Body) -> None:
        recommendation = Recommendation.objects.select_for_update(of=("self",)).get(pk=thing.record.pk)
        recommendation.body, recommendation.version = to, recommendation.version + 1
        save_by(recommendation, by=self.by, why=self.why, fields=["body", "version"])

    def _written(self, thing: Thing, to: Body) -> None:
        written = locked_answer(thing.record)
        written.body, written.version = to, written.version + 1
        if written.owed_by_body_id == self.before.pk:
            written.owed_by_body = to
        save_by(written, by=self.by, why=self.why, fields=["body", "owed_by_body", "version"])

    def _written_owed(self, thing: Thing, to: Body) -> None:
        written = locked_answer(thing.record)
        written.owed_by_body, written.version = to, written.version + 1
        save_by(written, by=self.by, why=self.why, fields=["owed_by_body", "version"])
