# ruff: noqa: E501 - a pattern reads better whole than broken
"""What the narrative decides or asks for the committee, and who agrees to it."""

from __future__ import annotations

import re

from papers.reading.owners import is_committee_itself, is_owner, printed_owner
from papers.reading.requests import request_in
from papers.reading.undertakings import SAID

_DECISION = re.compile(
    r"^(?:[^,]{2,120}, )?[Ii]t was (?:also |then )?(?:suggested|proposed|moved|requested)(?: by [^,;.]{3,80}?)?,? and (?:it was )?(?:\w+ly )?agreed,? (?P<c>(?:that|to)\b.+)$"
    r"|^(?:Agreed|Resolved|Decided):? (?P<d>(?:that|to)\b.+)$"
    r"|(?:\b(?:[Ii]t was|IT WAS)|,? and(?: it was)?|[a-z],? was|[a-z],? it was) (?:\w+ly |UNANIMOUSLY |then |also |therefore |further )?(?:(?<=was )(?:left|settled)|(?:(?<=was )|(?<=ly )|(?<=also )|(?<=then )|(?<=therefore )|(?<=further ))(?:resolved|agreed|decided)|RESOLVED|AGREED|DECIDED)\b(?:,? (?:nem\.? ?con\.?|unanimously|by \w+|on a show of hands|\([^()]{3,80}\)))?,?\s*(?P<a>(?:that|to)\b.*?\w.*)$"
    r"|(?:^|,? and )(?:(?:Accordingly|Following|After|Upon|On|In|At|Having|With|There being|Given|Subject to|Arising from)\b[^.;]{0,200}?, )?(?:[Tt]he )?(?:[\w&'’()-]+ ){0,6}?(?:Committee|Board|Panel|Commission|Members|Forum|Councillors) "
    r"(?:(?:considered|received|noted|debated|discussed|reviewed|welcomed) [^.;:]{3,120}?,? and (?:it )?)?(?:\w+ly |then |also |therefore |further )?(?:AGREED|RESOLVED|agreed|resolved|REQUESTED|requested|asked that|(?:decided|DECIDED)(?= to\b| that\b))\b(?: \((?!\w{1,3}\))[^()]{3,80}\)(?= that\b| to\b))?(?:,? and (?:requested|asked))?\s*(?P<b>.+)$"
)


_MAY_DECIDE = re.compile(
    r"agreed|resolved|requested|asked|decided|settled|left|Agreed|Resolved|Decided|AGREED|RESOLVED|DECIDED|REQUESTED"
)


def decided_in_prose(sentence: str) -> str | None:
    """The words of a sentence of narrative from where it decides, or None."""
    match = _DECISION.search(sentence) if _MAY_DECIDE.search(sentence) else None
    if match is None:
        return None
    asked = match["b"] is not None and re.search(r"(?:requested|REQUESTED|asked that)\b", sentence[: match.start("b")])
    if asked:
        return sentence if request_in(sentence) else None
    return match["a"] or match["b"] or match["c"] or match["d"]


_IT_WAS_ASKED = re.compile(r"\b[Ii]t was (?:also |further |therefore )?(?:requested|asked) (?P<what>that .+)$")


_CHAIR_ASKED = re.compile(
    r"^(?:[^,]{2,120},\s+)?(?:[Tt]he (?:[Cc]hair(?:man|woman|person)?|[Cc]onvener)|(?:[Tt]he (?:\w+ ){0,4}?(?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ommission|[Ff]orum)|Members) (?:noted|received|considered|welcomed|discussed|accepted) [^.;]{2,120}?,? and)(?:,[^,]{2,60},)? (?:also |then |further |therefore )?(?:requested|asked) (?P<what>that .+ be .+|that (?:the )?[A-Z].+ (?:attend|provide|circulate|share|send|bring|arrange|write|include|add|report back|prepare|submit|invite) .+|for (?:this|it|that|these|an? .+|the .+) to (?:come|return|be) .+|"
    r"(?!members|everyone|those|councillors|them)(?:(?!\bto\b).){2,100} to (?:provide|circulate|share|send|bring|arrange|write|include|add|report back|investigate|look (?:into|at)|prepare|submit|invite|find out|see (?:whether|if)|check|speak to|contact|explore|confirm|raise)\b.+)$"
)


_REQUESTED_THING = re.compile(
    r"\b(?:[Tt]he (?:[Cc]hair\w*|[Cc]onvener|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ommission)|[Mm]embers) (?:also |then |further |therefore )?requested (?P<what>(?:an?|further|more|additional|the) (?:[\w-]+ ){0,4}?"
    r"(?:reports?|updates?|briefings?|notes?|breakdown|data|information|figures|lists?|cop(?:y|ies)|presentation|session|visit|analysis|comparison|details|statistics|summary|paper|map)\b.*)$"
)


_THEN_AGREED = re.compile(
    r"^.{3,120}? (?:asked|requested|suggested|proposed) (?:for |that )(?P<what>.+?),? (?:which|and (?:this|it|that)) was (?:agreed|accepted|approved)\b"
)


_NOW_ASKS = re.compile(
    r"(?<!that )(?<!whether )(?<!if )\b(?:[Ww]e|[Tt]he (?:committee|panel|board|commission|Committee|Panel|Board|Commission)|[Mm]embers)\b(?:[^.;]{0,120}? and)? (?:also )?(?P<what>(?:asks?|requests?|recommends?|invites?) .+)$"
)


_QUESTION = re.compile(r"[?][\"'”’]*$")  # somebody's, of the committee


_DONE = re.compile(r"\b(?:he|she|they|it|this) had\b")


_TOLD_AT_ONCE = re.compile(
    r"\b(?:and|which) (?:was|were|it was|the [\w ]{3,60}?) (?:advised|told|informed|explained|provided|given|noted)\b"
    r"|,? (?:and|but) (?:the )?(?:[\w-]+ ){1,8}?(?:said|replied|confirmed|reported|explained|answered) (?:that )?(?:he|she|they|it|this) had\b"
)


def asked_in_prose(sentence: str) -> str | None:
    """The words of a sentence of narrative that asks for the committee: "the Chair requested that …", "we ask that …"."""
    words = sentence.strip(" .;")
    if _QUESTION.search(words):
        return None
    if _TOLD_AT_ONCE.search(words) and _DONE.search(words):
        return None
    thing = _REQUESTED_THING.search(words)
    if thing is not None:
        return None if _TOLD_AT_ONCE.search(thing["what"]) else f"requested {thing['what']}"
    for pattern in (_THEN_AGREED, _IT_WAS_ASKED, _CHAIR_ASKED, _NOW_ASKS):
        match = pattern.search(words)
        if match is not None:
            asked = request_in(match["what"] if pattern is not _CHAIR_ASKED else f"asked {match['what']}")
            start = words.rfind(" ", 0, match.start("what") - 1) + 1 if pattern is _CHAIR_ASKED else match.start("what")
            return words[start : match.end("what")] if asked is not None and not is_members(asked.owner) else None
    return None


def is_members(owner: str | None) -> bool:
    """Whether somebody asked at the meeting is only its members: "Members were asked to be there"."""
    return owner is not None and re.match(r"(?:all |the )?(?:members|councillors|public)\b", owner, re.I) is not None


_TO_WHICH = re.compile(r",? to which (?P<who>[^,.;]{2,90}?) (?:agreed|undertook|consented|assented)\b")


def agrees_to(sentence: str) -> str | None:
    """Who agrees to what the same sentence asks: "…, to which the Chief Officer agreed"; or None."""
    match = _TO_WHICH.search(sentence)
    who = printed_owner(match["who"]) if match else ""
    return who if is_owner(who) and not is_committee_itself(who) else None


_ACCEPTS = re.compile(
    rf"^(?P<who>.{{2,120}}?) (?:also )?{SAID} (?:that )?(?:this|it|these|they|that|the \w+) (?:could|would|can|will) be (?:provided|done|shared|circulated|arranged|sent|supplied|looked into|made available|forwarded|added|included)\b"
    rf"|^(?P<who2>.{{2,120}}?) (?:agreed|undertook|promised|offered) to (?:do (?:so|this|that)|(?:provide|arrange|action|circulate|share|send) (?:this|it|these|them|that))\b",
    re.I,
)


def accepter(sentence: str) -> str | None:
    """Who answers the request of the sentence before: "Officers confirmed that this could be provided"; or None."""
    match = _ACCEPTS.match(sentence)
    who = printed_owner(match["who"] or match["who2"]) if match else ""
    return who if is_owner(who) and not is_committee_itself(who) else None
