"""In what order proposals are shown: by meeting and minute, as the paper has them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from intake.domain.in_words import in_full
from intake.enums import Sort
from intake.models import Proposal

_OF_MEETINGS = {Sort.MEETING, Sort.CONFLICT}
_OF_A_MINUTE = {Sort.MINUTE, Sort.ACTION, Sort.SUGGESTION, Sort.APPOINTMENT, Sort.WORDING, Sort.RECOMMENDATION}
_ALONE = {
    Sort.SUGGESTION: "Suggestions",
    Sort.SEAT: "Who sits on the committee",
    Sort.ATTENDANCE: "Who was there",
    Sort.INFORMAL: "Informal meetings and visits",
    Sort.DECISION: "Forward plan",
    Sort.RECOMMENDATION: "Recommendations",
    Sort.TRACKED: "Actions tracked elsewhere",
}


@dataclass
class Group:
    """Proposals that belong together, under one heading; ``about`` is the smaller line above it."""

    key: str
    title: str
    about: str = ""
    proposals: list[Proposal] = field(default_factory=list)


def groups_of(proposals: Iterable[Proposal], titles: dict[str, str]) -> list[Group]:
    """The proposals in their groups, in the order of the first of each; ``titles`` of minutes by their group's key."""
    groups: dict[str, Group] = {}
    for proposal in proposals:
        key, title, about = place_of(proposal, titles)
        groups.setdefault(key, Group(key, title, about)).proposals.append(proposal)
    return list(groups.values())


def minute_titles(proposals: Iterable[Proposal]) -> dict[str, str]:
    """What the minutes of a paper are called, by the key of their group."""
    return {
        minute_key(one): f"{one.says['number']}. {one.now_says['title']}"
        for one in proposals
        if one.sort == Sort.MINUTE
    }


def minute_key(proposal: Proposal) -> str:
    """The group of whatever belongs to a minute."""
    says = proposal.says
    return f"minute:{says['meeting']}:{says.get('number') or says['path'].split('/')[0]}"


def place_of(proposal: Proposal, titles: dict[str, str]) -> tuple[str, str, str]:
    """The key, heading and smaller line of the group a proposal stands in."""
    says, sort = proposal.says, proposal.sort
    if sort in _OF_MEETINGS:
        return "meetings", "Meetings", ""
    if sort in _OF_A_MINUTE and "meeting" in says:
        key = minute_key(proposal)
        return key, titles.get(key) or f"Minute {key.rpartition(':')[2]}", f"Minutes of {_day(says)}"
    if sort == Sort.AGENDA_LINE or says.get("what") == "agenda_line":
        return f"agenda:{says['meeting']}", f"Agenda of {_day(says)}", ""
    if sort == Sort.ROW or str(says.get("what", "")).startswith("item"):
        where = f"meeting of {in_full(says['on'])}" if says["on"] else "items without a meeting"
        return f"row:{says['on']}", f"Work programme: {where}", ""
    alone = Sort.DECISION if sort == Sort.CHANGE else sort
    return alone, _ALONE[alone], ""


def _day(says: dict) -> str:
    return in_full(says["meeting"].split(":")[1])
