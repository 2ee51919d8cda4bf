"""What every step of a recording knows: who records, for which paper, and what was made or found on the way."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from actions.models import Action
from committees.models import Clause, Meeting
from council.directory import find_body
from council.domain.setting_up import establish_body, open_year, year_of
from council.enums import BodyKind
from council.models import Body, MunicipalYear, User
from council.refusal import Refusal
from council.rules import is_manager, is_officer_of
from council.succession import standing_heirs
from intake.domain.naming import in_title_case
from intake.enums import TAKEN, Sort
from intake.models import Proposal, Reading


@dataclass
class Making:
    """One recording under way."""

    reading: Reading
    by: User
    trusted: bool = False
    bodies: dict[str, Body] = field(default_factory=dict)
    actions: dict[int, Action] = field(default_factory=dict)
    paths: dict[int, str] = field(default_factory=dict)

    @cached_property
    def days(self) -> dict[str, str]:
        """The days of the meetings that this paper proposes, by key: an officer may have put another day."""
        proposed = self.reading.proposals.filter(sort=Sort.MEETING, decided__in=TAKEN)
        return {proposal.key: proposal.now_says["on"] for proposal in proposed}

    @property
    def paper(self):
        """The paper it all comes from."""
        return self.reading.paper

    def body(self, says: dict) -> Body:
        """The committee a proposal is about, put on record where it is new; of a day after its end, its successor.

        Raises ``Refusal`` where whoever records does not run it: only a manager adds a committee.
        """
        name = says.get("committee") or self.reading.committee
        key = str(says.get("body") or name)
        if key not in self.bodies:
            self.bodies[key] = self._find(says.get("body"), name)
        return self._allowed(_as_of(self.bodies[key], says.get("on")))

    def _find(self, pk: int | None, name: str) -> Body:
        if pk:
            return Body.objects.get(pk=pk)
        own = not name or name == self.reading.committee
        found = self.reading.body if own and self.reading.body else find_body(name) if name else None
        if found is not None:
            return found
        if not name:
            raise Refusal("The paper does not say which committee it belongs to.")
        if not (self.trusted or is_manager(self.by)):
            raise Refusal(
                f"“{name}” is not on record. Ask the scrutiny manager to add it, or say which committee is meant."
            )
        return committee_named(name)

    def _allowed(self, body: Body) -> Body:
        if not (self.trusted or is_officer_of(self.by, body)):
            raise Refusal(f"Only its own officers put things of {body.called} on record.")
        return body

    def meeting(self, key: str, says: dict | None = None) -> Meeting:
        """The formal meeting a key names. Raises ``Refusal`` where it is not on record."""
        _, printed, *name = key.split(":", 2)
        on = self.days.get(key, printed)
        body = self.body({"committee": name[0] if name else "", **({} if name else (says or {})), "on": on})
        found = Meeting.objects.deciding().filter(body=body, on=on).first()
        if found is None:
            day = dt.date.fromisoformat(on)
            raise Refusal(f"The meeting of {day.day} {day:%B %Y} is not on record. Accept it first.")
        return found

    def clause(self, meeting: Meeting, path: str) -> Clause | None:
        """A clause of a meeting, by its path."""
        return Clause.objects.filter(minute__meeting=meeting, path=path).first() if path else None

    def year(self, says: dict) -> MunicipalYear:
        """The municipal year a proposal is about. Raises ``Refusal`` where the paper does not say."""
        if says.get("year"):
            return open_year(says["year"])
        if says.get("on"):
            return year_of(dt.date.fromisoformat(says["on"]))
        raise Refusal("The paper does not say which municipal year it belongs to.")

    def made(self, proposal: Proposal, path: str) -> None:
        """Where on record a proposal stands now."""
        self.paths[proposal.pk] = path


def _as_of(body: Body, on: str | None) -> Body:
    """The committee on a day: what goes on under an old name after its end is of the one that continues it."""
    if body.ended_on is None or not on or dt.date.fromisoformat(on) <= body.ended_on:
        return body
    heirs = standing_heirs(body)
    return heirs[0] if len(heirs) == 1 else body


def committee_named(name: str) -> Body:
    """The committee of this name or alias, put on record where it is new."""
    lowered = name.lower()
    kind = BodyKind.SCRUTINY if "scrutiny" in lowered or "board" not in lowered else BodyKind.BOARD
    return find_body(name) or establish_body(name=in_title_case(" ".join(name.split())), kind=kind)
