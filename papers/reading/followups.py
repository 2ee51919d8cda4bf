# ruff: noqa: E501 - a pattern reads better whole than broken
"""From placed clauses to follow-ups: each clause's own requests, and what it inherits from the clauses above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from papers.reading.by_name import acts_by_name, apart_by_name, asked_by_name
from papers.reading.clauses import Node
from papers.reading.due_rules import Held
from papers.reading.dues import due_beside, find_due
from papers.reading.facts import Due, FollowUp
from papers.reading.owners import is_committee_itself, is_owner, printed_owner, without_lead_in
from papers.reading.request import Request
from papers.reading.requests import request_in
from papers.reading.segments import segments
from papers.reading.sorts import sort_of
from papers.reading.undertakings import Promise
from papers.reading.verbs import DO
from papers.reading.who_acts import with_action

_OPEN_STEM = re.compile(
    r"^(?:that\s+)?(?P<who>.{2,160}?)\s+(?:be|is|are|was|were)\s+(?:\w+ly\s+|also\s+|further\s+)?(?:requested|asked|invited|instructed|recommended|urged|tasked|authori[sz]ed)\b(?:\s+to)?\s*[:\-–—]*$",
    re.I,
)
_ASKS_WHOM = re.compile(
    r"^(?:(?:the |this )?(?:committee|board|panel|commission|members|sub-committee|forum)\s+)?(?:to\s+)?(?:request|ask|invite|instruct|urge|recommend|wish|want)(?:e?s|ed)?\s+(?:that\s+)?(?P<who>(?:(?!\b(?:to|be|is|(?:for|on)(?! (?-i:[A-Z])))\b).){2,140}?)(?:\s+to)?$",
    re.I,
)
_RECOMMENDS_TO = re.compile(
    r"^(?:it (?:be|is|was) |(?:the )?\w+ )?(?:to )?recommend(?:s|ed)? to (?P<who>(?:(?!\b(?:to|be|is)\b).){2,140}?)(?: that| to)?$",
    re.I,
)
_FOLLOWING_TO = re.compile(
    r"^(?:that )?(?:the following|these) (?:(?:recommendations?|comments?|proposals?|views|observations|concerns) ?(?:and )?){1,2} be (?:\w+ly )?(?:put|made|submitted|referred|forwarded|commended|sent|passed|presented|reported|conveyed) to (?P<who>(?:(?!\b(?:to|be|is)\b).){2,100}?)(?: for .{3,60})?$",
    re.I,
)
_DECIDES = re.compile(
    r"\bbe (?:noted|agreed|approved|received|endorsed|confirmed|accepted|supported|adopted)\b|^(?:that )?(?:it be noted|the committee notes?)|\b(?:noted?|agrees?|agreed|endorsed?|approved?)\b[^:]{0,60}:$",
    re.I,
)
_OWN_CLAUSE = re.compile(
    r"\b(?:be|is|are|was|were|has|have)\s+(?:\w+ly\s+)?(?:noted|approved|agreed|received|endorsed|accepted|confirmed|thanked|welcomed|supported|adopted)\b|^(?:to\s+)?(?:note|approve|agree|endorse|thank|welcome|accept)\b",
    re.I,
)


_HAS_VERB = re.compile(r"\b(?:be|is|are|was|were|has|have|had|with|on|that|for the|regarding)\b")


_EXPLAINED = re.compile(r"\b(?:grounds?|reasons?|because|on the basis)(?: that)?\s*[:–—-]*$", re.I)
NO_DUE = Due()


@dataclass(frozen=True)
class Stem:
    """What a clause that introduces others hands down: who is asked, the sort, the due, and the words of asking."""

    owner: str | None = None
    sort: str | None = None
    due: Due = NO_DUE
    words: str = ""
    asks: bool = False
    explains: bool = False  # what stands below are its reasons


NO_STEM = Stem()


@dataclass
class Read:
    """One clause read: its sort, its own follow-ups, and what it hands to the clauses below."""

    sort: str
    follow_ups: list[FollowUp]
    stem: Stem


_DONE_SINCE = re.compile(
    r"\s[–—-]\s(?:this (?:has been|was|is) |now |all )?(?:done|completed?|closed|actioned|discharged|(?:sent|circulated|received|written|held|arranged)(?= (?:on )?\d|\W*$))\b[^,;]{0,30}$",
    re.I,
)  # ends an action of an earlier meeting


def read_clause(node: Node, above: Stem, held: Held) -> Read:
    """The sort and follow-ups of one clause, `above` being what the clause over it hands down."""
    if node.noted:
        return Read("noted", [], Stem(sort="noted"))
    if node.promise:
        return _read_promise(node, node.promise, held)
    if node.action is not None and _DONE_SINCE.search(node.text):
        return Read("other", [], NO_STEM)
    parts = segments(node.text)
    beside = node.column and not node.decided  # one action, whatever the words say of others
    explained = bool(node.children and parts) and _EXPLAINED.search(parts[-1]) is not None
    if above.explains:
        return Read("other", [], above)
    own = [] if beside else parts[:-1] if node.children and parts and not explained else parts
    own = [each for part in own for each in apart_by_name(part, held.people)]
    found = [
        _due_first(_follow_up(each, above, held), part[: part.rfind(request.words)], held)
        for part, request in _requests(own, above, held.people)
        for each in _apart(request, held)
    ]
    found = _due_beside(with_action(node, found, held), node.due_column or "", held)
    found = [_with_evidence(each, node, above) for each in found]
    stem = Stem(explains=True) if explained else _stem(node, parts, above, found, held)
    return Read(_sort(node, above, stem, bool(found)), found, stem)


_WHEN_FIRST = re.compile(
    r"(?:that,?\s+)?(?P<when>(?:once|when|before|by|within|in|at|prior to|ahead of|as soon as|until)\b.{3,200})", re.I
)


def _due_first(found: FollowUp, lead: str, held: Held) -> FollowUp:
    """The follow-up with the due that stands before its owner: "once the review is finished, the Director be asked to …"."""
    first = _WHEN_FIRST.match(lead) if found.due.kind == "none" else None
    return replace(found, due=find_due(first["when"], held)) if first else found


def _due_beside(found: list[FollowUp], printed: str, held: Held) -> list[FollowUp]:
    """The follow-ups, those that say nothing of when they are due by what a column beside them says."""
    due = due_beside(printed, held)
    surer = due.kind in ("date", "month", "next_meeting", "meeting")
    return [replace(f, due=due) if f.due.kind == "none" or (surer and f.due.kind == "event") else f for f in found]


def _with_evidence(found: FollowUp, node: Node, above: Stem) -> FollowUp:
    """The follow-up with the line it was read at, and whether its owner or its due stands elsewhere."""
    beside = found.asked_from in ("action_line", "column") and node.owner_line
    due = found.due.kind != "none" and found.due is above.due
    return replace(found, line=beside or node.line, owner_inferred=found.asked_from == "stem", due_inferred=due)


def _read_promise(node: Node, promise: Promise, held: Held) -> Read:
    """An undertaking of the narrative is a request for what it promises; an ACTION line may still name its owner."""
    due = find_due(promise.task, held)
    if due.kind == "none":
        lead, comma, _ = node.text[:80].partition(",")
        due = find_due(lead, held) if comma else due
    inferred = promise.stands in ("context", "stem")
    found = [FollowUp(promise.owner, promise.stands, promise.task, due, node.line, inferred)]
    sort = sort_of(node.text, asks=True)
    found = _due_beside(with_action(node, found, held), node.due_column or "", held)
    return Read("request_information" if sort == "other" else sort, found, NO_STEM)


def _sort(node: Node, above: Stem, stem: Stem, asks: bool) -> str:
    """A container has the sort it hands down; the object of a request above has that request's; else its own."""
    if stem.asks and not asks:
        return stem.sort or "other"
    if asks and above.asks and not _stands_alone(node.text):
        return above.sort or "other"
    sort = sort_of(node.text, asks=asks)
    return (above.sort or sort) if sort == "other" else sort


def _stands_alone(text: str) -> bool:
    """A sub-clause with a verb of its own is not just the object of the clause above."""
    request = request_in(segments(text)[0]) if segments(text) else None
    return (request is not None and re.match(r"(?:to\s)", text) is None) or re.search(
        r"\b(?:standing|regular) item\b", text
    ) is not None


def _request(part: str, above: Stem, people: frozenset[str]) -> Request | None:
    found = asked_by_name(part, people) or acts_by_name(part, people) or request_in(part)
    if not above.asks:
        return found
    if above.owner and _ASKS_OTHERS.match(part):
        return Request(None, part.strip(" ;.,"), part)
    if (
        (above.sort == "recommend" or "recommend" in above.words)
        and found is not None
        and found.owner
        and _SHOULD.search(part)
    ):
        return Request(None, part.strip(" ;.,"), part)
    if found is not None and (found.owner or found.task != found.words):
        return found
    own = _OWN_CLAUSE.search(part)
    if own is not None and not (above.sort == "recommend" and _FOR_THEM.search(own.group())):
        return None
    if above.owner and re.match(r"be\s", part):
        whole = request_in(f"{above.owner} {part}")
        return Request(None, whole.task, part) if whole else None
    words = without_lead_in(part.strip(" ;.,"))
    return Request(None, words, words)


_SHOULD = re.compile(
    r"^(?:that )?(?:the|all|every|each) [^,;]{2,120}? (?:should|must|ought to)\b", re.I
)  # what a body is told to bring about
_FOR_THEM = re.compile(r"\b(?:approve|adopt|support|endorse|accept)", re.I)  # what a body is recommended to do


_ASKS_OTHERS = re.compile(
    r"(?:to )?(?:ask|request|invite|urge|instruct)\b"
)  # what the one asked above is to do in turn
_SAME_ONE = re.compile(r"^(?:that )?(?:he|she|they) (?=(?:also )?(?:would|should|will|be)\b)", re.I)


def _requests(parts: list[str], above: Stem, people: frozenset[str]) -> list[tuple[str, Request]]:
    """The parts of a clause that ask, and what; "that she would also …" is asked of whoever the part before asks."""
    found: list[tuple[str, Request]] = []
    for printed in parts:
        owner = found[-1][1].owner if found else None
        same = _SAME_ONE.match(printed) if owner else None
        part = f"{owner} {printed[same.end() :]}" if same else printed
        request = _request(part, above, people)
        found += [(part, request)] if request is not None else []
    return found


_AND_THEN = re.compile(rf",?\s+and\s+(?=(?:to\s+)?{DO}\b)")


def _apart(request: Request, held: Held) -> list[Request]:
    """Two tasks of one owner that are due at different times: "circulate it when it is published and attend in May"."""
    for match in _AND_THEN.finditer(request.task):
        first, second = request.task[: match.start()], request.task[match.end() :]
        kinds = find_due(first, held).kind, find_due(second, held).kind
        if request.owner and "none" not in kinds and kinds[0] != kinds[1]:
            return [Request(request.owner, first, first), Request(request.owner, second, second)]
    return [request]


def _follow_up(request: Request, above: Stem, held: Held) -> FollowUp:
    due = find_due(request.words, held)
    if due.kind == "none" and above.asks:
        due = above.due
    if request.owner:
        return FollowUp(request.owner, "clause", request.task, due)
    if above.owner:
        return FollowUp(above.owner, "stem", request.task, due)
    return FollowUp(None, "none", request.task, due)


_REMARKS = re.compile(
    r"\b(?:made|makes?|had|has|raised|offered|gave|expressed|recorded|came to|reached|drew) the following (?:[\w-]+ ){0,3}?(?:comments|observations|points|views|remarks|conclusions|feedback|concerns|issues)\b",
    re.I,
)  # introduces remarks, some of which may ask something by themselves


def _stem(node: Node, parts: list[str], above: Stem, found: list[FollowUp], held: Held) -> Stem:
    """What a clause with others under it hands down to them."""
    if not node.children or not parts:
        return NO_STEM
    last = parts[-1]
    request = _stem_request(last)
    due = find_due(last, held)
    if due.kind == "none":
        due = above.due
    if request is None or _REMARKS.search(last):
        if _REMARKS.search(last) or _DECIDES.search(last) or not above.asks:
            return Stem(sort=sort_of(last, asks=False))
        request = Request(None, last, last)
    owner = request.owner or next((f.asked for f in found if f.asked), None) or above.owner
    sort = sort_of(last, asks=True)
    if sort == "other":
        sort = above.sort or sort
    if sort == "other" or (
        sort == "request_information" and re.search(r"\b(?:report|update)s?\b", last) and "includ" not in last
    ):
        sort = "request_report" if "report" in last else sort
    return Stem(owner, _sort_of_children(node, sort), due, last, True)


def _sort_of_children(node: Node, sort: str) -> str:
    if node.children and all(re.search(r"\b(?:standing|regular) item\b", child.text) for child in node.children):
        return "standing_item"
    return sort


def _stem_request(words: str) -> Request | None:
    """The request of an introducing clause, which may stop before its task: "the Director be requested to:"."""
    bare = words.strip(" :-–—")
    match = _OPEN_STEM.match(bare)
    if match and is_owner(printed_owner(match["who"])):
        return Request(printed_owner(match["who"]), "", bare)
    match = _ASKS_WHOM.match(without_lead_in(bare))
    if match and is_owner(printed_owner(match["who"])):
        return Request(printed_owner(match["who"]), "", bare)
    match = _RECOMMENDS_TO.match(without_lead_in(bare)) or _FOLLOWING_TO.match(bare)
    if match and is_owner(printed_owner(match["who"])):
        return Request(printed_owner(match["who"]), "", bare)
    request = request_in(bare)
    if request is not None:
        return request
    match = re.match(r"^(?P<who>.{2,160}?)\s+(?:to|would|will|should|undertook to|agreed to)$", without_lead_in(bare))
    if match and is_owner(printed_owner(match["who"])) and not is_committee_itself(match["who"]):
        return Request(printed_owner(match["who"]), "", bare)
    alone = without_lead_in(bare)
    if len(alone.split()) <= 14 and not _HAS_VERB.search(alone) and is_owner(alone) and not is_committee_itself(alone):
        return Request(printed_owner(alone), "", bare)
    return None
