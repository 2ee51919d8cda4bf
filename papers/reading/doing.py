# ruff: noqa: E501 - a pattern reads better whole than broken
"""Requests that say what is done: "a report be submitted", "the item to come back", "authority be delegated to …"."""

from __future__ import annotations

import re

from papers.reading.owners import agent_in, is_named, is_owner, printed_owner
from papers.reading.request import DECIDED_ONLY, Request
from papers.reading.verbs import ADVERB, BE, DONE

_THING_DONE = re.compile(
    rf"^(?P<thing>.{{2,900}}?)\s+{BE}\s+(?:\w+ed,?\s+and\s+)?(?:\w+ly\s+|{ADVERB})?(?P<verb>{DONE})\b(?P<rest>.*)$",
    re.I,
)


_TELLS_OF_IT = re.compile(
    rf"\b(?:which|who|that|as|where)\s+(?:\w+\s+){{0,4}}?(?:was|were|is|are|has been|have been|had been|(?:is|are|was|were) to be|w(?:ill|ould) be)(?=\s+{DONE}\b)"
)  # "the dates on which each was published", which is not what is to be done


_TO_WHOM = r"(?P<who>[^,;.]{3,120}?)(?=,|$| (?:for|with|to|so|in order|on|who|which|because|as|by|within|and)\b(?!(?-i: [A-Z])))"
_AUTHORITY = re.compile(
    r"\b(?:delegated? )?authority (?:(?:be|is) (?:given|granted|delegated) )?(?:and delegated )?to (?P<who>.{3,120}?)(?:,? in (?:consultation|conjunction) with [^,]{3,120}?)?,?\s+to\s+(?P<task>.+)$",
    re.I,
)


_ADDITION = re.compile(
    r"\bsubject to (?P<added>(?:an?|the) [^,;]{3,160}? being (?:added|included|moved|brought forward|removed|amended|deferred)\b[^,;]*)"
    r"|\bsubject to (?P<doing>(?:adding|including|inserting|moving|deferring|removing|deleting|amending|bringing|re-?scheduling)\b[^;]+)"
    r"|\b(?:subject to|with|including) the (?P<task>(?:addition|inclusion|amendment|removal|deferral|re-?scheduling) (?:of|to|that)\b[^,;]+)(?=[,;]|$)",
    re.I,
)


_CHANGED = re.compile(
    r"(?:(?:\b(?:be|was|were|is) (?:\w+ly )?|^(?:to )?|^(?:the )?(?:forward )?work(?:ing)? (?:programme|plan) )(?:approved?|agreed?|adopted?|noted?|endorsed?|accepted?|confirmed?)\b|^(?:the |its )?(?:[\w-]+ ){0,3}?(?:programme|plan|schedule)\b(?=,? (?:with|subject)))[^;]{0,120}?,? (?:with|subject to) (?P<task>(?:the |an? |two |three )[^,;]{2,120}? (?:being )?(?:added|moved|deferred|included|removed|brought forward|put back|re-?scheduled|inserted|taken out|carried (?:over|forward))\b[^;]*)$",
    re.I,
)


def addition(words: str) -> Request | None:
    """The work programme be approved subject to the addition of …; the programme be agreed, with … moved to May."""
    match = _ADDITION.search(words) or _CHANGED.search(words)
    tasks = match.groupdict().values() if match else ()
    return next((Request(None, task, words) for task in tasks if task), None)


_GIVEN_AUTHORITY = re.compile(
    r"^(?P<who>.{3,120}?)(?:,? in consultation with [^,]{3,120},?)? be (?:given|granted) (?:the )?(?:delegated )?authority(?:,? in consultation with [^,]{3,120},)? to (?P<task>.+)$",
    re.I,
)


_REMITTED = re.compile(
    r"^(?:to )?(?:remit(?:s|ted)?|delegate[sd]?|refer(?:s|red)?)(?: (?:the|this|that) \w+| it)? to (?P<who>[^,;.]{3,120}?),? to (?P<task>(?!the\b|a\b|an\b|its\b)[a-z].+)$",
    re.I,
)


_SENDS_BACK = re.compile(
    rf"^(?:to )?(?:refers?|remits?|sends?|passe?s?|returns?) (?:the|this|these|its) [^,;.]{{3,80}}? back to {_TO_WHOM}",
    re.I,
)


def delegation(words: str) -> Request | None:
    """Authority be delegated to the Director, in consultation with the Chair, to …; the decision is sent back to …"""
    back = _SENDS_BACK.match(words)
    if back is not None and is_owner(back["who"]):
        return Request(printed_owner(back["who"]), words, words)
    given = _GIVEN_AUTHORITY.match(words) or _REMITTED.match(words)
    if given is not None and is_owner(given["who"]):
        return Request(printed_owner(given["who"]), given["task"], words)
    match = _AUTHORITY.search(words)
    return Request(printed_owner(match["who"]), match["task"], words) if match and is_owner(match["who"]) else None


_RELATIVE = re.compile(r",? which (?:is|are|was|were|will|would)\b[^,;.]{3,120}, ")  # says who does something else


def done_to(words: str) -> Request | None:
    """A report be submitted to …; the item be added to …; a letter be sent by …"""
    match = _THING_DONE.match(_TELLS_OF_IT.sub(lambda found: f"{found.group()[:-1]}_", words))
    if match is None or _asks_nothing(match, words):
        return None
    return Request(_done_by(match, words), words, words)


_NO_TASKS = (
    *("made", "received", "given", "taken", "considered", "confirmed", "held", "recorded", "adopted", "discussed"),
    *("advised", "informed"),
)
_AS_IT_IS = re.compile(
    r"\bis being\b|\bas (?:set out|submitted|presented|amended|circulated|requested|reported|discussed|outlined)\b"
)


def _asks_nothing(match: re.Match[str], words: str) -> bool:
    """Whether what is to be done is done by deciding it, is told as it is, or is somebody else's in the same words."""
    thing, verb = match["thing"], match["verb"].lower()
    if (
        verb in _NO_TASKS
        and not (verb == "made" and _TO_MAKE.match(thing))
        and not _looks_ahead(verb, match["rest"] if _THE_THING.match(f"{thing} {verb}") else words)
    ):
        return True
    if _AS_IT_IS.search(match.group()[: match.end("verb")]) or DECIDED_ONLY.search(thing) or _decides_on(match):
        return True
    acts = _ACTS_FIRST.match(thing)
    somebody_acts = acts is not None and is_owner(printed_owner(acts["who"]))
    return bool(_IN_CLAUSE.search(thing) or thing.endswith(("may", "might")) or somebody_acts)


def _done_by(match: re.Match[str], words: str) -> str | None:
    """Who is to do it, where the words say so."""
    thing, verb = match["thing"], match["verb"].lower()
    owner = agent_in(words[match.start("verb") :]) or _not_members(agent_in(_RELATIVE.sub(" ", words)))
    if verb in ("asked", "advised", "informed", "kept", "notified", "briefed", "consulted", "contacted"):
        owner = agent_in(match["rest"])
    if (again := _SENT_BACK.match(f"{verb}{match['rest']}")) is not None and is_owner(again["who"]):
        owner = again["who"]
    if verb == "invited":
        owner = printed_owner(thing) if is_owner(thing) or is_named(thing) else agent_in(match["rest"])
    return owner


def _decides_on(match: re.Match[str]) -> bool:
    """Whether what is to be done only tells of a thing that is decided on: "the list of items to be considered be agreed"."""
    if match["verb"].lower() == "commended" and not match["rest"].startswith(" to"):
        return True
    to_come = re.search(r"\bto be (?:\w+ly )?$", match.group()[: match.start("verb")]) is not None
    return to_come and _THEN_DECIDED.search(match["rest"]) is not None


_THEN_DECIDED = re.compile(rf"^(?:(?!\b(?:that|which)\b)[^;.]){{0,200}}?(?:{DECIDED_ONLY.pattern}|\bbe as\b)", re.I)
_TO_MAKE = re.compile(
    r"(?:that )?(?:an?|the|further|formal|such)?\s?(?:[\w-]+ ){0,2}?(?:visits?|tours?|representations?|approach|approaches|enquir(?:y|ies)|inquiries|arrangements)\b",
    re.I,
)  # what is only made after the meeting
_THE_THING = re.compile(r"the .* received$", re.I)  # "the annual report be received" asks for none in years to come


_SENT_BACK = re.compile(
    rf"(?:(?:referred|remitted|sent|passed|returned) back|remitted) to {_TO_WHOM}", re.I
)  # whoever decided is to decide again


_ACTS_FIRST = re.compile(r"^(?P<who>.{2,120}?) (?:would|will|shall|should|must) (?!be\b|have\b)[a-z]{3,}\b")
_IN_CLAUSE = re.compile(r"\b(?:before|when|once|until|after|if|whether|unless|while)\s+(?:[\w'’-]+\s+){0,5}?[\w'’-]+$")


def _not_members(owner: str | None) -> str | None:
    """An agent named in the thing itself, unless it is the members: "the comments made by Members be circulated"."""
    return None if owner is None or owner.lower().endswith("members") else owner


def _looks_ahead(verb: str, words: str) -> bool:
    """Whether a passive that can be said of the meeting itself speaks of something still to come."""
    ahead = r"\b(?:next|future|further|again|later|subsequent|before|within|informal|special|date to be|as and when|workshop|briefing|session|visit|training|forthcoming|following municipal|report back|back to|in \w+ months|20\d\d|annual|regular)\b"
    if verb in ("advised", "informed"):
        return re.search(r"\bbe\s+(?:\w+\s+)?(?:advised|informed)\b", words) is not None
    if verb == "made":
        return (
            re.search(
                r"\b(?:arrangements?|representations?|enquir|inquir|contact|available|referral|amendments?|changes?|improvements?|efforts?|reports?)\b",
                words,
                re.I,
            )
            is not None
        )
    if verb in ("taken", "given", "recorded", "confirmed"):
        return (
            re.search(ahead, words, re.I) is not None
            or re.search(
                r"\bconsideration\b.{0,60}\bbe given\b|\bbe given\b.{0,30}\bto\b|\bbe taken (?:forward|up|into account (?:when|in|by|as part))\b|\bsteps\b",
                words,
                re.I,
            )
            is not None
        )
    return (
        re.search(ahead, words, re.I) is not None
        or re.search(r"\b(?:meeting|session)s?\b.{0,120}\bbe held\b", words, re.I) is not None
    )


_COMES_BACK = re.compile(
    r"^(?P<thing>(?:the|an?|this|these|it|all|any)\b.{0,300}?)\s+(?:(?:to|should|will|would|shall|must)\s+)?(?:comes?|returns?|goes|go|be\s+back)\s+(?:back\s+)?(?:to|before|at|in|on)\b.*$",
    re.I,
)


_DOCUMENT = re.compile(
    r"^(?:the|a|any|each|all|this|future|subsequent) (?:\w+ ){0,3}(?:(?:reports?|updates?|papers?|presentation|data) (?:should |also |to )?includes? |(?:reports?|updates?|papers?|presentation|register|tracker|tables?|plan|strategy|log|dashboard|scorecard|programme|appendix|agenda|policy|website) (?:should |also |to )?(?:include|show|set out|contain|list|give|state|identify|distinguish) )",
    re.I,
)


_STANDING = re.compile(
    r"^(?P<thing>(?:(?!\b(?:was|were|had)\b).){2,300}?)\s+(?:be|becomes?|remains?|is to be)\s+(?:made\s+|kept\s+|retained\s+)?(?:as\s+)?an?\s+(?:standing|regular)\s+(?:agenda\s+)?item\b",
    re.I,
)


def contents(words: str) -> Request | None:
    """That the report include …; the item to come back to the Committee."""
    comes = _COMES_BACK.match(words)
    if (
        comes is not None
        and not is_owner(comes["thing"])
        and not re.search(r"\b(?:be|was|were|had|has|is|are)\b", comes["thing"])
    ):
        return Request(None, words, words)
    return Request(None, words, words) if _DOCUMENT.match(words) or _STANDING.match(words) else None
