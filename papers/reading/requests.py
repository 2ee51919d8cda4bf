# ruff: noqa: E501 - a pattern reads better whole than broken
"""The requests in a clause: who is asked, to do what, by when - by the grammar of resolutions, not by a list of sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papers.reading.owners import agent_in, is_committee_itself, is_owner, printed_owner, without_lead_in
from papers.reading.verbs import ADVERB, ASK, BE, DO, DONE

_PASSIVE = re.compile(rf"^(?P<who>.{{2,600}}?)\s+{BE}\s+{ADVERB}(?P<verb>{ASK})\b(?P<rest>.*)$", re.I)
_ACTIVE_ASK = re.compile(
    rf"^(?:(?P<asker>(?:the |this )?[\w&,()'’ -]{{0,90}}?(?:committee|board|panel|commission|members|sub-committee|forum|group|councillors?|chair|it|and|also)\s+)?{ADVERB}(?:agree[sd]?\s+to\s+|to\s+)?)?"
    rf"(?P<verb>requests?|requested|asks?|asked|invites?|invited|instructs?|instructed|urges?|urged|directs?|directed|calls? (?:up)?on|called (?:up)?on|tasks?|tasked|encourages?|recommends? (?:to|that)|recommended (?:to|that)|recommends?|seeks?|sought)"
    rf"\s+(?P<rest>.+)$",
    re.I,
)
_TO_DO = re.compile(
    rf"^(?:that\s+)?(?P<who>.{{2,220}}?)\s+(?:(?:be (?:asked|requested|invited)\s+)?to|should|would|must|will|shall|needs? to)\s+{ADVERB}(?P<task>{DO}\b.*)$"
)
_UNDERTOOK = re.compile(
    rf"^(?P<who>.{{2,160}}?)\s+{ADVERB}(?:undertook|undertakes|offered|committed|promised|agreed|volunteered|pledged|agrees|gave an (?:undertaking|assurance)|(?:has|have|had) (?:undertaken|agreed|offered))\s+"
    rf"(?:to\s+(?P<task>.+)|that\s+(?:he|she|they|it|[\w ]{{2,40}}?)\s+(?:would|will)\s+(?P<task2>.+))$",
    re.I,
)
_WILL = re.compile(
    rf"^(?P<who>.{{2,160}}?)\s*(?:\s(?:would|will|shall|should|must|is to|are to|was to|were to|needs? to|to)|\s[-–—:]\s?(?:to)?)\s+{ADVERB}(?P<task>{DO}\b.*)$",
    re.I,
)
_ACTS = rf"(?:{DO}(?:e?s)?|lobbies|supplies|carries|clarifies|notifies|identifies|replies|verifies|tries)"
_SUBJUNCTIVE = re.compile(rf"^(?P<who>.{{2,160}}?)\s+{ADVERB}(?P<verb>{_ACTS})\b(?P<rest>.*)$")
_THING_DONE = re.compile(
    rf"^(?P<thing>.{{2,900}}?)\s+{BE}\s+(?:\w+ed,?\s+and\s+)?(?:\w+ly\s+|{ADVERB})?(?P<verb>{DONE})\b(?P<rest>.*)$",
    re.I,
)
_IMPERATIVE = re.compile(rf"^(?:to\s+)?{ADVERB}(?P<verb>{DO})\b(?P<rest>.*)$", re.I)
_NOUN_ASK = re.compile(
    r"^(?:an?|further|additional|more|updated|the)\s+(?:[\w-]+\s+){0,4}(?:reports?|updates?|information|data|briefing(?: note)?|presentation|training|details|figures|visit|meeting|letter|response)\b"
    r".{0,300}?\b(?:to|at|in|within|by)\s+(?:(?:the|a|its|each|every|all|future)\s+|\d|be\b|next)",
    re.I,
)
_NOT_DOING = re.compile(
    r"^(?:to\s+)?(?:note|be aware|thank|welcome|commend|congratulate|endorse|approve|support the|agree(?! to\b)|adopt the|confirm (?:the|that the) minutes|sign the minutes|receive the (?:report|minutes|presentation|petition|update|information)|"
    r"receive and note|consider the (?:report|contents|content|update|information|presentation)\b(?!.*\b(?:next|future|further|again)\b)|accept|acknowledge|record (?:its|their|the)|place on record|express|take no|make no|sign (?:them|the)\b|"
    r"give (?:thanks|consideration)|pay|convey (?:its|their|the) (?:thanks|appreciation)|pass on (?:its|their|the) (?:thanks|appreciation))",
    re.I,
)
_CLOSED = re.compile(
    r"\bno further action\b|\bbrought to (?:a close|an end)\b|\bbe written off\b|\bnext meeting\b.{0,80}?\b(?:would|will|is to|to|should) (?:be held|take place)\b|\b(?:minutes|record)\b.{0,240}\bbe (?:taken as read|correctly recorded)\b|\bbe thanked\b|\b(?:vote of )?thanks\b|\bas (?:a )?(?:correct|true|accurate)(?: and accurate)? record\b|\bbe (?:re-?)?(?:elected|appointed|co-?opted)\b|\bbe excluded\b|"
    r"\b(?:exclude|excluded)\b.{0,30}\b(?:press|public)\b|\bbe paid\b|\bpayments?\b.{0,60}\bbe (?:approved|made|authorised)\b|\bbe (?:noted|received) (?:and )?(?:signed|confirmed)\b|\bapologies\b.{0,60}\bbe (?:accepted|noted|received|approved)\b|"
    r"\bdispensations?\b|\bnomination\b.{0,200}\bbe approved\b|\b(?:minutes|record)\b.{0,120}\bbe (?:approved|confirmed|agreed|signed|accepted)\b",
    re.I,
)
_DECIDED_ONLY = re.compile(
    r"(?<!to )\bbe\s+(?:\w+ly\s+)?(?:noted|received|approved|agreed|endorsed|accepted|supported|welcomed|adopted|acknowledged|ratified|confirmed|commended(?! to)|congratulated|granted|refused|dismissed|granted|rejected|closed|discharged)\b",
    re.I,
)
_AUTHORITY = re.compile(
    r"\b(?:delegated? )?authority (?:(?:be|is) (?:given|granted|delegated) )?(?:and delegated )?to (?P<who>.{3,120}?)(?:,? in (?:consultation|conjunction) with [^,]{3,120}?)?,?\s+to\s+(?P<task>.+)$",
    re.I,
)


_WRITES = re.compile(
    r"\b(?:writes?|a letter|letters)\b.{0,200}\bthanks?\b|\bwrites? to thank\b", re.I
)  # a letter of thanks has still to be written


@dataclass(frozen=True)
class Request:
    """One thing asked: the owner as printed (or None), and the task with its own words; `words` is the whole segment."""

    owner: str | None
    task: str
    words: str


def request_in(segment: str) -> Request | None:
    """The request that one segment makes, or None when it only decides, notes or thanks."""
    added = _addition(segment.strip(" ;.,"))
    words = without_lead_in(segment.strip(" ;.,"))
    if not words or (_CLOSED.search(words) and not _WRITES.search(words)):
        return added
    return _read(words) or added


_NOTES = re.compile(r"^(?:to )?(?:note[sd]?|NOTED|receive and note)\b", re.I)


def _read(words: str) -> Request | None:
    if _NOTES.match(words):
        return None
    for reader in (
        _contents,
        _delegation,
        _recommendation,
        _passive,
        _active,
        _undertaking,
        _acting,
        _done_to,
        _will,
        _subjunctive,
        _imperative,
        _noun,
        _any_verb,
    ):
        found = reader(words)
        if found is not None:
            return found if found.task else None
    return None


_NOTHING = Request(None, "", "")


_ADDITION = re.compile(
    r"\b(?:subject to|with|including) the (?P<task>(?:addition|inclusion|amendment|removal|deferral|re-?scheduling) (?:of|to|that)\b[^,;]+)(?=[,;]|$)",
    re.I,
)
_RECOMMENDS = re.compile(
    r"^(?:(?:the )?(?:committee|board|panel|commission|members)\s+)?(?:to\s+)?recommend(?:s|ed)?\s+to\s+(?P<who>.{3,100}?)\s+(?:that|to)\s+(?P<task>.+)$",
    re.I,
)


def _addition(words: str) -> Request | None:
    """The work programme be approved subject to the addition of …"""
    match = _ADDITION.search(words)
    return Request(None, match["task"], words) if match else None


_GIVEN_AUTHORITY = re.compile(
    r"^(?P<who>.{3,120}?)(?:,? in consultation with [^,]{3,120},?)? be (?:given|granted) (?:the )?(?:delegated )?authority(?:,? in consultation with [^,]{3,120},)? to (?P<task>.+)$",
    re.I,
)


_REMITTED = re.compile(
    r"^(?:to )?(?:remit(?:s|ted)?|delegate[sd]?|refer(?:s|red)?)(?: (?:the|this|that) \w+| it)? to (?P<who>[^,;.]{3,120}?),? to (?P<task>(?!the\b|a\b|an\b|its\b)[a-z].+)$",
    re.I,
)


def _delegation(words: str) -> Request | None:
    """Authority be delegated to the Director, in consultation with the Chair, to …"""
    given = _GIVEN_AUTHORITY.match(words) or _REMITTED.match(words)
    if given is not None and is_owner(given["who"]):
        return Request(printed_owner(given["who"]), given["task"], words)
    match = _AUTHORITY.search(words)
    return Request(printed_owner(match["who"]), match["task"], words) if match and is_owner(match["who"]) else None


def _recommendation(words: str) -> Request | None:
    """To recommend to the Cabinet that …"""
    match = _RECOMMENDS.match(words)
    return Request(printed_owner(match["who"]), match["task"], words) if match and is_owner(match["who"]) else None


def _passive(words: str) -> Request | None:
    """The Director be requested to …"""
    match = _PASSIVE.match(words)
    if match is None or _ASKED_THAT.search(match["who"]):
        return None
    who, rest, verb = printed_owner(match["who"]), match["rest"].strip(" ,"), match["verb"].lower()
    doing = re.match(
        r"(?:(?:,?\s*[^,]{1,160},\s*)|(?:by\s+.{2,80}?\s+)|(?:as\s.{2,60}?\s+)|(?:in\s.{2,120}?\s+))??to\s+(?P<task>.+)$",
        rest,
    )
    if doing and is_owner(who):
        return (
            _NOTHING
            if _NOT_DOING.match(doing["task"]) and not verb.startswith("authori")
            else Request(who, _attending(verb, doing["task"].strip(" ,")), words)
        )
    if verb in ("recommended",) and is_owner(who):
        return Request(who, rest, words)
    if (
        verb == "delegated"
        and (to := re.match(r"to\s+(?P<who>.+?)(?:,[^,]*,|,| in consultation.*?)?\s+to\s+(?P<task>.+)$", rest))
        and is_owner(to["who"])
    ):
        return Request(to["who"], to["task"], words)
    if (
        is_owner(who)
        and re.match(r"(?:that|for|if|whether|with|about|by)\b", rest)
        and not re.match(r"for\s+(?:the|their|his|her)\s+(?:report|presentation|attendance|work)", rest)
    ):
        return Request(who, rest, words)
    if is_owner(who) and verb == "invited" and re.match(r"back\b|again\b|$", rest):
        return Request(who, f"attend {rest}".strip(), words)
    return None


_ASKED_THAT = re.compile(r"\b(?:asked|requested|agreed|recommended|suggested|resolved|requests|asks|recommends) that\b")


def _attending(verb: str, task: str) -> str:
    """What somebody invited "to a future meeting" is to do there: attend it."""
    to_come = verb == "invited" and re.match(r"(?:the|a|an|its|any|our|each|every|future)\s", task)
    return f"attend {task}" if to_come else task


def _active(words: str) -> Request | None:
    """The Committee requested the Head of Service to …; request a report on …"""
    match = _ACTIVE_ASK.match(words)
    if match is None or (
        match["asker"]
        and match["asker"].strip().lower() not in ("and", "also", "it")
        and not is_committee_itself(match["asker"].strip().removesuffix(" also"))
        and match["verb"].lower().endswith("ed") is False
        and not is_owner(match["asker"])
    ):
        return None
    rest = (
        re.sub(r"^(?:to|that)\s+", "", match["rest"])
        if match["verb"].lower().startswith("recommend")
        else match["rest"]
    )
    doing = None if _acts_before(rest) else _TO_DO.match(rest)
    if doing and (is_owner(printed_owner(doing["who"])) or _is_guest(doing["who"], match["verb"])):
        return Request(printed_owner(doing["who"]), doing["task"], words)
    says_that = rest.lower().startswith("that ") or match["verb"].lower().endswith("that")
    inner = request_in(re.sub(r"^that\s+", "", rest)) if says_that or re.search(r"\bbe\b", rest) else None
    if inner is not None:
        return Request(inner.owner, inner.task, words)
    if match["verb"].lower() in ("asked", "sought", "seeks", "seek") and re.match(
        r"(?:whether|if|how|what|why|when|about|a question|questions|for (?:clarity|clarification|assurance))\b", rest
    ):
        return _NOTHING
    guest = re.match(r"(?P<who>.+?)\s+(?:back\s+)?to\s+(?P<task>(?:the|a|an|its|any|our)\s.+)$", rest)
    if guest and match["verb"].lower().startswith("invit") and is_owner(guest["who"]):
        return Request(printed_owner(guest["who"]), f"attend {guest['task']}", words)
    subject = re.match(r"(?P<who>.{2,160}?)\s+(?:for|about|regarding)\s+(?![A-Z])(?P<task>.+)$", rest)
    if subject and is_owner(subject["who"]) and not subject["who"].lower().startswith(("a ", "an ")):
        return Request(printed_owner(subject["who"]), rest, words)
    return Request(
        agent_in(words), re.sub(r"^for\s+(?=(?:an?|the|further|more|any|details|information)\b)", "", rest), words
    )


def _is_guest(who: str, verb: str) -> bool:
    """Whoever is asked or invited to do something can be asked, if the words are few and name no paper."""
    named = re.match(r"(?:an?|the|its?|this|that|these|any|further|more|whether|for|about)\b", who, re.I) is None
    return named and len(who.split()) <= 5 and verb.lower().startswith(("invit", "ask", "urg", "instruct", "encourag"))


def _undertaking(words: str) -> Request | None:
    """The Head of Service undertook to …; the Chair agreed to …"""
    match = _UNDERTOOK.match(words)
    if match is None:
        return None
    who, task = printed_owner(match["who"]), (match["task"] or match["task2"]).strip(" ,")
    if not is_owner(who):
        return None
    if is_committee_itself(who):
        inner = request_in(task)
        return Request(inner.owner, inner.task, words) if inner else _NOTHING
    return _NOTHING if _NOT_DOING.match(task) else Request(who, task, words)


_SETTLES = re.compile(r"(?:agree|approve|adopt|accept|endorse) (?:the|a|an|its|their|any|final)\b", re.I)


def _only_decides(match: re.Match[str]) -> bool:
    """Whether nothing is left to do: a committee agrees at once, but "the Chair to agree the scope" is a task."""
    if _NOT_DOING.match(match["task"]) is None:
        return False
    settles = _SETTLES.match(match["task"]) or re.match(r"agree \w+ of\b", match["task"], re.I)
    return settles is None or is_committee_itself(printed_owner(match["who"]))


def _will(words: str) -> Request | None:
    """The Chair to write …; JS to circulate …; the Director would provide …"""
    match = _WILL.match(words)
    if match is None or not is_owner(printed_owner(match["who"])) or _only_decides(match):
        return None
    if re.search(r"\b(?:be|is|are|was|were|been|has|have|had)\b", match["who"]):
        return None
    who = printed_owner(match["who"])
    if _acts_before(words):
        return None
    return Request(
        None if is_committee_itself(who) and who.lower().startswith("the ") and "members" not in who.lower() else who,
        match["task"].strip(" ,"),
        words,
    )


_TO = re.compile(r"\bto\b")
_UNFINISHED = re.compile(
    r"\b(?:be|is|are|was|were|of|on|for|in|to|the|a|and|or|with|by|had|has|have|which|who|would|will|should|shall|must|could|may|might|can|not)$"
)  # words that end nobody's name: what follows them is no verb of his


def _acts_before(words: str) -> bool:
    """Whether a verb comes before the "to": "the Chair meets officers to scope it" is no "officers to scope it"."""
    acts, to = _SUBJUNCTIVE.match(re.sub(r"^that\s+", "", words)), _TO.search(words)
    if acts is None or to is None or acts.end("verb") >= to.start() or _UNFINISHED.search(acts["who"]):
        return False
    return is_owner(printed_owner(acts["who"]))


def _done_to(words: str) -> Request | None:
    """A report be submitted to …; the item be added to …; a letter be sent by …"""
    match = _THING_DONE.match(words)
    if match is None:
        return None
    thing, verb = match["thing"], match["verb"].lower()
    if verb in (
        "made",
        "received",
        "given",
        "taken",
        "considered",
        "confirmed",
        "held",
        "recorded",
        "adopted",
        "discussed",
        "advised",
        "informed",
    ) and not _looks_ahead(verb, words):
        return None
    if re.search(
        r"\bis being\b|\bas (?:set out|submitted|presented|amended|circulated|requested|reported|discussed|outlined)\b",
        match.group()[: match.end("verb")],
    ):
        return None
    if _DECIDED_ONLY.search(match["thing"]) or re.search(
        r"\b(?:which|who|that|as|where)\s+(?:\w+\s+){0,4}?" + r"(?:was|were|is|are|has been|have been|had been)$",
        words[: match.start("verb")].strip(),
    ):
        return None
    if _IN_CLAUSE.search(thing):
        return None
    owner = agent_in(words[match.start("verb") :]) or _not_members(agent_in(words))
    if verb in ("asked", "advised", "informed", "kept", "notified", "briefed", "consulted", "contacted"):
        owner = agent_in(match["rest"])
    if verb == "invited":
        owner = None if not is_owner(thing) else printed_owner(thing)
    return Request(owner, words, words)


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
                r"\b(?:arrangements?|representations?|enquir|inquir|contact|available|referral|amendments?|changes?|improvements?|efforts?)\b",
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
    r"^(?:the|a|any|each|all|this|future|subsequent) (?:\w+ ){0,3}(?:reports?|updates?|papers?|presentation|data) (?:should |also |to )?includes? ",
    re.I,
)


def _contents(words: str) -> Request | None:
    """That the report include …; the item to come back to the Committee."""
    comes = _COMES_BACK.match(words)
    if (
        comes is not None
        and not is_owner(comes["thing"])
        and not re.search(r"\b(?:be|was|were|had|has|is|are)\b", comes["thing"])
    ):
        return Request(None, words, words)
    return Request(None, words, words) if _DOCUMENT.match(words) else None


_NOUN_OR_VERB = re.compile(
    r"(?:report|update|review|request|plan|work|visit|audit|survey|design|support|progress|measure|contact|lead)s?",
    re.I,
)


def _acting(words: str) -> Request | None:
    """Somebody who acts before anything is done to a thing: "the Director considers whether it can be extended"."""
    match = _SUBJUNCTIVE.match(words)
    if match is None or (_NOUN_OR_VERB.fullmatch(match["verb"]) and re.search(r"\bbe\b", match["rest"])):
        return None
    return None if is_committee_itself(printed_owner(match["who"])) else _subjunctive(words)


def _subjunctive(words: str) -> Request | None:
    """That Cabinet considers …; that officers circulate …"""
    match = _SUBJUNCTIVE.match(words)
    if match is None or _DECIDED_ONLY.search(words) or _NOT_DOING.match(f"{match['verb']}{match['rest']}"):
        return None
    who = printed_owner(match["who"])
    verb = match["verb"].lower()
    if (
        not is_owner(who)
        or re.search(
            r"\b(?:be|is|are|was|were|of|on|for|in|to|the|a|and|or|with|by|had|has|have|which|who|would|will|should|shall|must|could|may|might|can|not)$",
            who,
        )
        or re.search(r"\b(?:is|are|was|were|be|been|noted|considered|had|has|have|to)\b", who)
    ):
        return None
    task = f"{match['verb']}{match['rest']}".strip(" ,")
    if is_committee_itself(who):
        stem = re.sub(r"(?<=[a-z])e?s$", "", verb)
        ahead = re.search(
            r"\b(?:next|future|further|again|later|within|informal|visit|date|months?|annual|regular|quarterly|monthly|annually|updates?|20\d\d|letter|write|work programme)\b",
            words,
        )
        return Request(None, task, words) if ahead and not _NOT_DOING.match(f"{stem}{match['rest']}") else _NOTHING
    return Request(who, task, words)


def _imperative(words: str) -> Request | None:
    """To write to …; circulate …"""
    match = _IMPERATIVE.match(words)
    if match is None or _NOT_DOING.match(words) or not match["rest"].startswith(" "):
        return None
    if _DECIDED_ONLY.search(words) or (
        re.match(
            r"(?:report|update|review|work|support|visit|request|plan|record|measure|progress|audit|design|lead|cost|help|link|test)\b",
            words,
            re.I,
        )
        and _reads_as_noun(words)
    ):
        return None
    return Request(agent_in(words), re.sub(r"^to\s+", "", words, flags=re.I), words)


def _reads_as_noun(words: str) -> bool:
    return (
        re.match(r"\w+\s+(?:of|from|be|is|was|programme|plan|officer|noted|received|\d)\b", words, re.I) is not None
        or re.match(r"\w+$", words) is not None
    )


_NO_VERB = frozenset(
    [
        "of",
        "for",
        "and",
        "in",
        "on",
        "at",
        "with",
        "be",
        "to",
        "is",
        "are",
        "was",
        "were",
        "had",
        "has",
        "have",
        "would",
        "will",
        "by",
        "from",
        "as",
        "or",
        "that",
        "which",
        "who",
        "whose",
        "not",
        "also",
        "should",
        "must",
        "may",
        "might",
        "can",
        "could",
        "said",
        "gave",
        "thought",
        "felt",
        "spoke",
        "took",
        "made",
        "held",
        "went",
        "saw",
        "knew",
        "found",
        "understood",
        "left",
        "over",
        "under",
        "within",
        "into",
        "about",
        "the",
        "a",
        "an",
        "this",
        "these",
        "their",
        "its",
        "his",
        "her",
        "they",
        "it",
        "if",
        "when",
        "where",
        "note",
        "notes",
        "receive",
        "receives",
        "endorse",
        "endorses",
        "approve",
        "approves",
        "agree",
        "agrees",
        "thank",
        "thanks",
        "support",
        "supports",
        "welcome",
        "welcomes",
        "accept",
        "accepts",
        "commend",
        "commends",
        "act",
        "acts",
        "sit",
        "sits",
        "chair",
        "stand",
        "stands",
    ]
)
_WHO_TO = re.compile(
    r"^(?P<who>.{2,120}?) (?:to|will|would|shall|should|must) (?P<task>(?P<verb>[a-z]{3,}(?:-[a-z]+)?)\b.*)$"
)
_WHO_ACTS = re.compile(
    r"^(?P<who>(?:[Tt]he |[Aa]n? )?[A-Za-z(][\w'’&(),./-]*(?: [\w'’&(),./-]+){0,11}?) (?P<verb>[a-z]{3,}(?:-[a-z]+)?)(?P<rest> .+)$"
)


def _any_verb(words: str) -> Request | None:
    """Somebody followed by a verb no list knows: "the Director furnish the Board with the costs"."""
    to = _WHO_TO.match(words)
    if (
        to is not None
        and _ends_as_owner(to["who"])
        and to["verb"] not in _NO_VERB
        and not is_committee_itself(to["who"])
    ):
        return Request(printed_owner(to["who"]), to["task"], words)
    match = _WHO_ACTS.match(words)
    while match is not None:
        who, verb = match["who"], match["verb"]
        if (
            _ends_as_owner(who)
            and verb not in _NO_VERB
            and not verb.endswith(("ed", "ing", "ly"))
            and not is_committee_itself(who)
        ):
            return Request(printed_owner(who), f"{verb}{match['rest']}", words)
        if verb in ("be", "is", "are", "was", "were", "to", "had", "has", "have") or len(who) > 120:
            return None
        match = _next_verb(words, match.end("verb"))
    return None


def _next_verb(words: str, at: int) -> re.Match[str] | None:
    """The same sentence with the next word as its verb."""
    return re.compile(
        rf"^(?P<who>.{{{at}}}(?: [\w'’&(),./-]+){{0,8}}?) (?P<verb>[a-z]{{3,}}(?:-[a-z]+)?)(?P<rest> .+)$"
    ).match(words)


_LAST_WORD = re.compile(
    r"(?:Officer|Director|Manager|Head|Chair(?:man|woman|person)?|Leader|Clerk|Solicitor|Treasurer|Commissioner|Member|Holder|Council|Cabinet|Executive|Board|Trust|Team|Service|Group|Partnership|Lead|Advis[eo]r|Co-?ordinator|Secretary|Mayor|Monitoring Officer|Services|Communities|officers|[A-Z]\w+\))$"
)


def _ends_as_owner(who: str) -> bool:
    """Whether words are somebody who can act, complete to the last word."""
    return is_owner(who) and (
        _LAST_WORD.search(who) is not None or re.fullmatch(r"[A-Z]{2,4}(?: ?[/&,] ?[A-Z]{2,4})*", who) is not None
    )


def _noun(words: str) -> Request | None:
    """A further report to the next meeting."""
    if (
        _NOUN_ASK.match(words)
        and not _DECIDED_ONLY.search(words)
        and not re.search(r"\b(?:was|were|had|has|is|are)\b", words)
    ):
        return Request(agent_in(words), words, words)
    return None
