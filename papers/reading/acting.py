# ruff: noqa: E501 - a pattern reads better whole than broken
"""Requests that say who acts: "the Chair to write", "officers circulate", "to write", and verbs no list knows."""

from __future__ import annotations

import re

from papers.reading.owners import agent_in, is_committee_itself, is_owner, printed_owner
from papers.reading.request import DECIDED_ONLY, NOT_DOING, NOTHING, UNFINISHED, Request
from papers.reading.verbs import ADVERB, DO

_WILL = re.compile(
    rf"^(?P<who>.{{2,160}}?)\s*(?:\s(?:would|will|shall|should|must|is to|are to|was to|were to|needs? to|to)|\s[-–—:]\s?(?:to)?)\s+{ADVERB}(?P<task>{DO}\b.*)$",
    re.I,
)


_ACTS = rf"(?:{DO}(?:e?s)?|lobbies|supplies|carries|clarifies|notifies|identifies|replies|verifies|tries)"


_SUBJUNCTIVE = re.compile(rf"^(?P<who>.{{2,160}}?)\s+{ADVERB}(?P<verb>{_ACTS})\b(?P<rest>.*)$")


_IMPERATIVE = re.compile(rf"^(?:to\s+)?{ADVERB}(?P<verb>{DO})\b(?P<rest>.*)$", re.I)


_NOUN_ASK = re.compile(
    r"^(?:an?|further|additional|more|updated|the)\s+(?:[\w-]+\s+){0,4}(?:reports?|updates?|information|data|briefing(?: note)?|presentation|training|details|figures|visit|meeting|letter|response)\b"
    r".{0,300}?\b(?:to|at|in|within|by)\s+(?:(?:the|a|its|each|every|all|future)\s+|\d|be\b|next)",
    re.I,
)


_SETTLES = re.compile(r"(?:agree|approve|adopt|accept|endorse) (?:the|a|an|its|their|any|final)\b", re.I)


def _only_decides(match: re.Match[str]) -> bool:
    """Whether nothing is left to do: a committee agrees at once, but "the Chair to agree the scope" is a task."""
    if NOT_DOING.match(match["task"]) is None:
        return False
    settles = _SETTLES.match(match["task"]) or re.match(r"agree \w+ of\b", match["task"], re.I)
    return settles is None or is_committee_itself(printed_owner(match["who"]))


_AND_SO = re.compile(
    rf"^(?:to )?{DO}\b[^,;]{{3,120}}, (?:with )?(?=the |[A-Z])", re.I
)  # "set up a working group, the Scrutiny Officer to …"


def will(words: str) -> Request | None:
    """The Chair to write …; JS to circulate …; the Director would provide …"""
    match = _WILL.match(words)
    if match is None or not is_owner(printed_owner(match["who"])) or _only_decides(match):
        return None
    if re.search(
        r"\b(?:be|is|are|was|were|been|has|have|had)\b|\b(?:and|or)$|^(?:appoint|establish|form|set up|create|convene)s? ",
        match["who"],
    ):
        return None
    who = printed_owner(_AND_SO.sub("", match["who"]))
    if acts_before(words):
        return None
    return Request(
        None if is_committee_itself(who) and who.lower().startswith("the ") and "members" not in who.lower() else who,
        match["task"].strip(" ,"),
        words,
    )


_TO = re.compile(r"\bto\b")


def acts_before(words: str) -> bool:
    """Whether a verb comes before the "to": "the Chair meets officers to scope it" is no "officers to scope it"."""
    acts, to = _SUBJUNCTIVE.match(re.sub(r"^that\s+", "", words)), _TO.search(words)
    if acts is None or to is None or acts.end("verb") >= to.start() or UNFINISHED.search(acts["who"]):
        return False
    return is_owner(printed_owner(acts["who"]))


_NOUN_OR_VERB = re.compile(
    r"(?:report|update|review|request|plan|work|visit|audit|survey|design|support|progress|measure|contact|lead)s?",
    re.I,
)


def acting(words: str) -> Request | None:
    """Somebody who acts before anything is done to a thing: "the Director considers whether it can be extended"."""
    match = _SUBJUNCTIVE.match(words)
    if match is None or (_NOUN_OR_VERB.fullmatch(match["verb"]) and re.search(r"\bbe\b", match["rest"])):
        return None
    return None if is_committee_itself(printed_owner(match["who"])) else subjunctive(words)


_CLERK_TO = re.compile(
    r"(?:Clerk|Secretary|Advis[eo]r|Assistant|Solicitor) to the (?:[A-Z][\w&'’-]*(?: (?:and|of|the|for))*(?: |$)){1,6}$"
)


_EACH_MEMBER = re.compile(r"(?:(?:all|any|ward|other|the)\s+)*(?:members|councillors)(?: of (?:the|this) \w+)?", re.I)
_BY_ONESELF = re.compile(
    r"contact|send|submit|e-?mail|forward|notify|inform|let|complete|attend|return|respond|reply|pass|feed|liaise|speak|supply"
)  # what members do one by one, and no committee as a body


def subjunctive(words: str) -> Request | None:
    """That Cabinet considers …; that officers circulate …"""
    match = _SUBJUNCTIVE.match(words)
    if match is None or DECIDED_ONLY.search(words) or NOT_DOING.match(f"{match['verb']}{match['rest']}"):
        return None
    who = printed_owner(match["who"])
    verb = match["verb"].lower()
    if _CLERK_TO.search(who) and is_owner(who):
        return Request(who, f"{match['verb']}{match['rest']}".strip(" ,"), words)
    if (
        not is_owner(who)
        or re.search(
            r"\b(?:be|is|are|was|were|of|on|for|in|to|the|a|and|or|with|by|had|has|have|which|who|would|will|should|shall|must|could|may|might|can|not|their|his|her|its|our)$",
            who,
        )
        or re.search(r"\b(?:is|are|was|were|be|been|noted|considered|had|has|have|to)\b", who)
    ):
        return None
    task = f"{match['verb']}{match['rest']}".strip(" ,")
    if _EACH_MEMBER.fullmatch(who) and _BY_ONESELF.fullmatch(verb):
        return Request(who, task, words)
    if is_committee_itself(who):
        stem = re.sub(r"(?<=[a-z])e?s$", "", verb)
        ahead = re.search(
            r"\b(?:next|future|further|again|later|within|informal|visits?|date|months?|annual|regular|quarterly|monthly|annually|updates?|20\d\d|letter|writes?|work programme)\b",
            words,
        )
        return Request(None, task, words) if ahead and not NOT_DOING.match(f"{stem}{match['rest']}") else NOTHING
    return Request(who, task, words)


_APPOINTS = re.compile(
    r"(?:to )?(?:re-?)?(?:appoint|nominate|elect|co-?opt) (?!an? (?:[\w'’&-]+ ){0,4}(?:group|party|panel|sub-committee)\b)",
    re.I,
)  # what the committee itself does at once


_THIRD_PERSON = re.compile(
    r"^(?P<verb>write|circulate|arrange|receive|send|submit|undertake|establish|(?:re)?consider|revisit|explore|refer|meet|seek|bring|add|convene|prepare|produce|investigate|inform|include|schedule|defer|postpone|continue)(?:e?s)(?= (?:to|the|an?|its?|all|this|these|with|consideration|further|[A-Z]))(?!.*\bbe\b)"
)  # under "That the Committee:", what it will do: "writes to the Minister"


def imperative(words: str) -> Request | None:
    """To write to …; circulate …"""
    words = _THIRD_PERSON.sub(r"\g<verb>", words)
    match = _IMPERATIVE.match(words)
    if match is None or NOT_DOING.match(words) or not match["rest"].startswith(" ") or _APPOINTS.match(words):
        return None
    if DECIDED_ONLY.search(words) or (
        re.match(
            r"(?:report|update|review|work|support|visit|request|plan|record|measure|progress|audit|design|lead|cost|help|link|test|action)\b",
            words,
            re.I,
        )
        and _reads_as_noun(words)
    ):
        return None
    return Request(agent_in(words), re.sub(r"^to\s+", "", words, flags=re.I), words)


def _reads_as_noun(words: str) -> bool:
    return (
        re.match(r"\w+\s+(?:of|from|be|is|was|programme|plan|log|points?|officer|noted|received|\d)\b", words, re.I)
        is not None
        or re.match(r"\w+$", words) is not None
    )


_NO_VERB = re.compile(
    r"(?:of|for|and|in|on|at|with|be|to|is|are|was|were|had|has|have|would|will|by|from|as|or|that|which|who|whose|not|also|should|must|may|might|can|could|said|gave|thought|felt|spoke|took|made|held|went|saw|knew|found|understood|left|over|under|within|into|about|the|a|an|this|these|their|its|his|her|they|it|if|when|where|note|notes|receive|receives|endorse|endorses|approve|approves|agree|agrees|thank|thanks|support|supports|welcome|welcomes|accept|accepts|commend|commends|act|acts|sit|sits|chair|stand|stands)"
)  # words that follow somebody and are no act of his after the meeting


_WHO_TO = re.compile(
    r"^(?P<who>.{2,120}?) (?:to|will|would|shall|should|must) (?P<task>(?P<verb>[a-z]{3,}(?:-[a-z]+)?)\b.*)$"
)


_MEMBERS = re.compile(r"(?:(?:all|both|ward|lead|any) )*(?:members|councillors|partners|managers|directors)", re.I)
_VERB = re.compile(r"[a-z]{3,}(?:-[a-z]+)?")


def any_verb(words: str) -> Request | None:
    """Somebody followed by a verb no list knows: "the Director furnish the Board with the costs"."""
    to = _WHO_TO.match(words)
    if (
        to is not None
        and (_ends_as_owner(to["who"]) or _MEMBERS.fullmatch(to["who"]))
        and _is_act(to["verb"])
        and not is_committee_itself(to["who"])
    ):
        return Request(printed_owner(to["who"]), to["task"], words)
    parts = words.split(" ", 24)
    for n, verb in enumerate(parts[1:-1][:22], start=1):
        who = " ".join(parts[:n])
        if _ends_as_owner(who) and _is_act(verb) and not is_committee_itself(who):
            return Request(printed_owner(who), " ".join(parts[n:]), words)
        if verb in ("be", "is", "are", "was", "were", "to", "had", "has", "have"):
            return None
    return None


def _is_act(word: str) -> bool:
    """Whether a word after somebody can be what he is to do."""
    return (
        _VERB.fullmatch(word) is not None
        and _NO_VERB.fullmatch(word) is None
        and not word.endswith(("ed", "ing", "ly"))
    )


_LAST_WORD = re.compile(
    r"(?:Officer|Director|Manager|Head|Chair(?:man|woman|person)?|Leader|Clerk|Solicitor|Treasurer|Commissioner|Member|Holder|Council|Cabinet|Executive|Board|Trust|Team|Service|Group|Partnership|Lead|Advis[eo]r|Co-?ordinator|Secretary|Mayor|Monitoring Officer|Services|Communities|officers|[A-Z]\w+\))$"
)


_POST_OF = re.compile(
    r"\b(?:Head|Director|Manager|Member|Lead|Holder|Officer|Secretary|Minister|Chair|Leader)s? (?:of|for) (?:[A-Z(&][\w'’&,()-]* |and |the |of |for |& )*[A-Z][\w'’()-]*$"
)


_NAMED = re.compile(
    r"(?:(?:the )?(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr)\.? )(?:[A-Z][\w.'’-]*(?:,? and | & |, | )){0,9}[A-Z][\w'’-]+"
)  # "Councillors Jones, Lee and Khan"


def _ends_as_owner(who: str) -> bool:
    """Whether words are somebody who can act, complete to the last word."""
    return (
        is_owner(who)
        and not who.endswith(("'s", "’s"))
        and (
            _LAST_WORD.search(who) is not None
            or _POST_OF.search(who) is not None
            or _NAMED.fullmatch(who) is not None
            or re.fullmatch(r"[A-Z]{2,4}(?: ?[/&,] ?[A-Z]{2,4})*", who) is not None
        )
    )


def noun(words: str) -> Request | None:
    """A further report to the next meeting."""
    if (
        _NOUN_ASK.match(words)
        and not DECIDED_ONLY.search(words)
        and not re.search(
            r"\b(?:was|were|had|has|is|are|began|ended|closed|finished|concluded|rose|started|opened)\b", words
        )
    ):
        return Request(agent_in(words), words, words)
    return None
