"""Names for what proposals point at - posts, people, bodies, actions, meetings - read once for a whole page."""

import datetime as dt
from collections.abc import Iterable

from actions.models import Action
from committees.models import Meeting
from council.models import Body, Person, Post
from intake.enums import Sort
from intake.models import Proposal

_MODELS = {"post": Post, "person": Person, "body": Body}
_NEW = {"new_post": "a new post", "new_person": "a new person"}


class Known:
    """What is on record of that which some proposals name."""

    def __init__(self, proposals: Iterable[Proposal], body: Body | None) -> None:
        self.body = body
        proposals = list(proposals)
        self._names = self._read_names(proposals)
        self.actions = self._read_actions(proposals)
        on_record = Meeting.objects.deciding().filter(body=body).values_list("on", flat=True) if body else []
        self.days = set(on_record)
        self._coming = sorted(self.days | {_day(one) for one in proposals if one.sort == Sort.MEETING})

    def label(self, who: str) -> str:
        """A choice of owner as people read it."""
        kind, _, rest = who.partition(":")
        if kind in _NEW:
            return f"{rest}, {_NEW[kind]}"
        return self._names.get(who, "somebody who is not on record any more") if who else "Nobody"

    def next_after(self, day: dt.date) -> dt.date | None:
        """The first meeting after a day, on record or proposed by this paper."""
        return next((on for on in self._coming if on > day), None)

    def _read_names(self, proposals: list[Proposal]) -> dict[str, str]:
        wanted = {code for one in proposals for code in _codes(one)}
        names = {f"body:{self.body.pk}": f"{self.body.called}, the committee itself"} if self.body else {}
        for kind, model in _MODELS.items():
            keys = {int(code.partition(":")[2]) for code in wanted if code.startswith(f"{kind}:")}
            found = model.objects.in_bulk(keys) if keys else {}
            names = {f"{kind}:{pk}": str(one) for pk, one in found.items()} | names
        return names

    def _read_actions(self, proposals: list[Proposal]) -> dict[int, Action]:
        wanted = {pk for one in proposals for pk in (one.repeats_id, one.into_action_id) if pk}
        wanted |= {refers["action"] for one in proposals for refers in one.says.get("refers", []) if refers["action"]}
        return Action.objects.select_related("clause__minute__meeting").in_bulk(wanted) if wanted else {}


def _codes(proposal: Proposal) -> set[str]:
    says = proposal.says
    return {says.get("who", ""), proposal.edited.get("who", ""), *says.get("candidates", [])}


def _day(proposal: Proposal) -> dt.date:
    return dt.date.fromisoformat(proposal.now_says["on"])
