# ruff: noqa: E501 - a pattern reads better whole than broken
"""The requests in a clause: who is asked, to do what, by when - by the grammar of resolutions, not by a list of sentences."""

from __future__ import annotations

import re

from papers.reading.acting import acting, acts_before, any_verb, imperative, noun, subjunctive, will
from papers.reading.doing import addition, contents, delegation, done_to
from papers.reading.owners import agent_in, is_committee_itself, is_named, is_owner, printed_owner, without_lead_in
from papers.reading.request import NOT_DOING, NOTHING, Request
from papers.reading.verbs import ADVERB, ASK, BE, DO

_PASSIVE = re.compile(rf"^(?P<who>.{{2,600}}?)\s+{BE}\s+{ADVERB}(?P<verb>{ASK})\b(?P<rest>.*)$", re.I)
_ACTIVE_ASK = re.compile(
    rf"^(?:(?P<asker>(?:the |this )?[\w&,()'’ -]{{0,90}}?\b(?:committee|board|panel|commission|members|sub-committee|forum|group|councillors?|chair|it|and|also)\s+)?{ADVERB}(?:agree[sd]?\s+to\s+|to\s+)?)?"
    rf"(?P<verb>requests?|requested|asks?|asked|invites?|invited|instructs?|instructed|urges?|urged|directs?|directed|calls? (?:(?:up)?on|for)|called (?:(?:up)?on|for)|tasks?|tasked|encourages?|recommends? (?:to|that)|recommended (?:to|that)|recommends?|seeks?|sought)"
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
_CLOSED = re.compile(
    r"\bno further action\b|^(?:the )?meeting (?:closed|ended|concluded|finished|began|started|commenced|rose|was)\b|\bbe not (?:\w+ly )?\w+ed\b|\bnot be (?:\w+ly )?(?:\w+ed|taken|brought|sent|given|set|held|made|put)\b|\bbrought to (?:a close|an end)\b|\bbe written off\b|^no (?:decision|action|further|change|objection|comment)\b|\b(?:act|acts|serve|serves) as\b|^(?:that )?(?:(?:the|its) )?next (?:[\w-]+ ){0,3}?meeting\b.{0,120}?\bbe held\b|\bnext meeting\b.{0,80}?\b(?:would|will|is to|to|should) (?:be held|take place)\b|\b(?:minutes|record)\b.{0,240}\bbe (?:taken as read|correctly recorded)\b|\bbe thanked\b|\b(?:vote of )?thanks\b|\bbe (?:placed|put) on record\b|\b(?:his|her|their|its)(?: \w+){1,4} be (?:recorded|minuted)\b|\b(?:appreciation|compliments|congratulations|gratitude|condolences|sympathy|regrets?)\b.{0,80}\bbe (?:recorded|expressed|minuted|extended)\b|\bas (?:a )?(?:correct|true|accurate)(?: and accurate)? record\b|\bbe (?:re-?)?(?:elected|appointed|co-?opted)\b|\bbe excluded\b|"
    r"\b(?:exclude|excluded)\b.{0,30}\b(?:press|public)\b|\bbe paid\b|\bpayments?\b.{0,60}\bbe (?:approved|made|authorised)\b|\bbe (?:noted|received) (?:and )?(?:signed|confirmed)\b|\bapologies\b.{0,60}\bbe (?:accepted|noted|received|approved)\b|"
    r"\bdispensations?\b|\bnomination\b.{0,200}\bbe approved\b|\b(?:minutes|record)\b.{0,120}\bbe (?:approved|confirmed|agreed|signed|accepted)\b",
    re.I,
)


_WRITES = re.compile(
    r"\b(?:writes?|a letter|letters)\b.{0,200}\bthanks?\b|\bwrites? to thank\b", re.I
)  # a letter of thanks has still to be written


def request_in(segment: str) -> Request | None:
    """The request that one segment makes, or None when it only decides, notes or thanks."""
    added = addition(segment.strip(" ;.,"))
    words = without_lead_in(segment.strip(" ;.,"))
    if words and (recommended := _recommendation(words)) is not None:
        return recommended
    if not words or (_CLOSED.search(words) and not _WRITES.search(words)):
        return added
    return _read(words) or added


_NOTES = re.compile(
    r"^(?:(?:the|this) (?:[\w'’-]+ ){0,4}?(?:committee|sub-committee|board|panel|commission|forum) |members )?(?:to )?(?:note[sd]?|NOTED|receive and note)\b",
    re.I,
)


def _read(words: str) -> Request | None:
    if _NOTES.match(words):
        return None
    for reader in (
        contents,
        delegation,
        _passive,
        _active,
        _undertaking,
        acting,
        done_to,
        will,
        subjunctive,
        imperative,
        noun,
        any_verb,
    ):
        found = reader(words)
        if found is not None:
            return found if found.task else None
    return None


_BODY_TOLD = r"(?P<who>(?:(?!\bthat\b).){3,100}?),?\s+(?:that|to)\s+(?P<task>.+)$"
_RECOMMENDS = (
    re.compile(
        rf"^(?:(?:the )?(?:[\w&'’-]+ ){{0,6}}?(?:committee|sub-committee|board|panel|commission|members|forum|group)\s+|it (?:be|is|was) )?(?:also |formally |further )?(?:to\s+)?recommend(?:s|ed)?\s+to\s+{_BODY_TOLD}",
        re.I,
    ),
    re.compile(
        r"^(?P<task>[^,;:]{3,200}?) be (?:also |formally )?recommended to (?P<who>(?:the )?(?:full )?(?:Cabinet|Council|Executive|Mayor|(?-i:[A-Z])[\w' -]{2,60}?))(?: for .{3,80})?$",
        re.I,
    ),
    re.compile(rf"^(?:that )?a recommendation be (?:made|put|submitted|forwarded)\s+to\s+{_BODY_TOLD}", re.I),
    re.compile(
        r"^(?P<who>[^,;:]{2,80}?) be (?:also |formally |further )?recommended,?\s+(?:that|to)\s+(?P<task>.+)$", re.I
    ),
)


def _recommendation(words: str) -> Request | None:
    """To recommend to the Cabinet that …; it be recommended to Council that …; Cabinet be recommended to adopt …"""
    match = next((found for pattern in _RECOMMENDS if (found := pattern.match(words))), None)
    who = printed_owner(match["who"]) if match else ""
    if match is None or not is_owner(who) or is_committee_itself(who):
        return None
    return Request(who, match["task"], words)


def _passive(words: str) -> Request | None:
    """The Director be requested to …"""
    match = _PASSIVE.match(words)
    moved = _MOVED_TO.match(words) if match is None else None
    if moved is not None and is_owner(printed_owner(moved["who"])) and not NOT_DOING.match(moved["task"]):
        return Request(printed_owner(moved["who"]), moved["task"], words)
    if match is None or _ASKED_THAT.search(match["who"]) or match["who"].endswith(" having"):
        return None
    who, rest, verb = printed_owner(match["who"]), match["rest"].strip(" ,"), match["verb"].lower()
    doing = re.match(
        r"(?:(?:,?\s*[^,]{1,160},\s*)|(?:by\s+.{2,80}?\s+)|(?:as\s.{2,60}?\s+)|(?:in\s.{2,120}?\s+))??to\s+(?P<task>.+)$",
        rest,
    )
    told = doing and re.search(r"\b(?:is|are)\s+(?:\w+\s+)?$", words[match.end("who") : match.start("verb")])
    if told and is_committee_itself(who) and "members" not in who.lower():
        return NOTHING  # what a report asks of the committee it is for
    if doing and (is_owner(who) or is_named(who)):
        return (
            NOTHING
            if NOT_DOING.match(doing["task"]) and not _decides_there(verb, who, doing["task"])
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


def _decides_there(verb: str, who: str, task: str) -> bool:
    """Whether somebody else is to decide what would be no task of the committee's: "Cabinet be requested to endorse it"."""
    if verb.startswith(("authori", "recommend")):
        return True
    if is_committee_itself(who):
        return False
    return _OF_OTHERS.match(task) is not None or _THEN_DOES.search(task) is not None


_OF_OTHERS = re.compile(r"(?:agree|approve|adopt|endorse|support|accept|give (?:\w+ )?consideration)\b")
_THEN_DOES = re.compile(rf",? and (?:then )?to {DO}\b")  # "to note the concerns and to report back"


_MOVED_TO = re.compile(
    r"^(?P<who>[^,;]{2,160}?) be (?:\w+ly )?(?!thanked|entitled|permitted|allowed|appointed|elected|referred|presented|submitted|reported|circulated|added|noted|agreed|approved|used|delegated)\w+ed to (?P<task>(?!the\b|an?\b|its?\b|all\b|members\b|cabinet\b|council\b|each\b|every\b|future\b|next\b)[a-z]{3,}\b.*)$",
    re.I,
)  # somebody pressed, persuaded, trusted to do something
_ASKED_THAT = re.compile(r"\b(?:asked|requested|agreed|recommended|suggested|resolved|requests|asks|recommends) that\b")


def _attending(verb: str, task: str) -> str:
    """What somebody invited "to a future meeting" is to do there: attend it."""
    to_come = verb == "invited" and re.match(r"(?:the|a|an|its|any|our|each|every|future)\s", task)
    return f"attend {task}" if to_come else task


def _active(words: str) -> Request | None:
    """The Committee requested the Head of Service to …; request a report on …"""
    match = _ACTIVE_ASK.match(words)
    if match is None or _somebody_else_asks(match, words):
        return None
    verb = match["verb"].lower()
    rest = re.sub(r"^(?:to|that)\s+", "", match["rest"]) if verb.startswith("recommend") else match["rest"]
    found = _recommended_to(verb, rest, words) or _asked_to_do(match["verb"], rest, words)
    if found is not None:
        return found
    says_that = rest.lower().startswith("that ") or verb.endswith("that")
    inner = request_in(re.sub(r"^that\s+", "", rest)) if says_that or re.search(r"\bbe\b", rest) else None
    if inner is not None:
        return Request(inner.owner, inner.task, words)
    if verb in ("asked", "sought", "seeks", "seek") and _QUESTION.match(rest):
        return NOTHING
    return _asked_for_something(verb, rest, words)


_QUESTION = re.compile(
    r"(?:whether|if|how|what|why|when|about|a question|questions|for (?:clarity|clarification|assurance))\b"
)


def _somebody_else_asks(match: re.Match[str], words: str) -> bool:
    """Whether the verb of asking belongs to words in which somebody already acts, or to no committee and no owner."""
    if not match["asker"]:
        return False
    asker = match["asker"].strip()
    return acts_before(words[: match.start("verb")]) or (
        asker.lower() not in ("and", "also", "it")
        and not is_committee_itself(asker.removesuffix(" also"))
        and not match["verb"].lower().endswith("ed")
        and not is_owner(match["asker"])
    )


def _recommended_to(verb: str, rest: str, words: str) -> Request | None:
    """Recommends Cabinet to adopt …; recommends that the Council should …"""
    if not verb.startswith("recommend"):
        return None
    body = _RECOMMEND_BODY.match(rest)
    if body is not None and is_owner(body["who"]) and not is_committee_itself(body["who"]):
        return Request(printed_owner(body["who"]), body["task"], words)
    acts = _BODY_ACTS.match(rest)
    if acts is not None and not NOT_DOING.match(acts["task"]):
        return Request(acts["who"], acts["task"], words)
    return None


def _what_to_do(rest: str) -> re.Match[str] | None:
    """Who is to do what, in the words that follow a verb of asking."""
    doing, first = (None, None) if acts_before(rest) else (_TO_DO.match(rest), _FIRST_TO.match(rest))
    if first is not None and (doing is None or len(first["who"]) < len(doing["who"])):
        doing = first if is_owner(printed_owner(first["who"])) else doing
    return doing


def _asked_to_do(verb: str, rest: str, words: str) -> Request | None:
    """Asked the Head of Service to …"""
    doing = _what_to_do(rest)
    if doing and (is_owner(printed_owner(doing["who"])) or _is_guest(doing["who"], verb)):
        return Request(printed_owner(doing["who"]), doing["task"], words)
    return None


def _asked_for_something(verb: str, rest: str, words: str) -> Request:
    """Invited somebody to a meeting; tasked somebody with doing; asked somebody for something; asked for something."""
    guest = re.match(r"(?P<who>.+?)\s+(?:back\s+)?to\s+(?P<task>(?:the|a|an|its|any|our)\s.+)$", rest)
    if guest and verb.startswith("invit") and is_owner(guest["who"]):
        return Request(printed_owner(guest["who"]), f"attend {guest['task']}", words)
    tasked = re.match(r"(?P<who>.{2,160}?)\s+with\s+(?P<task>\w+ing\b.+)$", rest)
    if tasked and verb.startswith("task") and is_owner(tasked["who"]):
        return Request(printed_owner(tasked["who"]), tasked["task"], words)
    subject = re.match(r"(?P<who>.{2,160}?)\s+(?:for|about|regarding)\s+(?![A-Z])(?P<task>.+)$", rest)
    if (
        subject
        and is_owner(subject["who"])
        and not re.search(r"\bbe\b", subject["who"])
        and not subject["who"].lower().startswith(("a ", "an "))
    ):
        return Request(printed_owner(subject["who"]), rest, words)
    wanted = re.sub(r"^for\s+(?=(?:an?|the|further|more|any|details|information)\b)", "", rest)
    return Request(agent_in(words), wanted, words)


_FIRST_TO = re.compile(
    r"^(?!that\b)(?P<who>(?:(?!\bto\b).){2,160}?) to (?P<task>(?!(?:the|an?|its?|all|any|their|our|this|that|each|every|future|next|members|be)\b)[a-z]{2,}\b.+)$"
)  # whatever somebody asked is to do, be the verb known or not
_RECOMMEND_BODY = re.compile(
    r"(?:to |that )?(?P<who>[^,;:.]{2,120}?) to (?P<task>(?:adopt|approve|agree|endorse|accept|support)\b.+)$"
)


_BODY_ACTS = re.compile(
    r"(?:that )?(?P<who>(?:the )?(?:[A-Z][\w&'’-]*,? (?:(?:and|of|for|the) ){0,2}){1,9}(?:Committee|Sub-Committee|Board|Panel|Commission|Forum)) (?P<task>(?!be\b|is\b|to\b|has\b|for\b|of\b|on\b|that\b|and\b|meeting\b|at\b|in\b)[a-z]{3,}\b.+)$"
)  # another committee, named in full, that is recommended to do something


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
        return Request(inner.owner, inner.task, words) if inner else NOTHING
    return NOTHING if NOT_DOING.match(task) else Request(who, task, words)
