# ruff: noqa: E501 - a pattern reads better whole than broken
"""What the narrative promises: "the Director undertook to …", "she would circulate …", "JS to chase"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papers.reading.due_rules import Held
from papers.reading.owners import agent_in, is_committee_itself, is_owner, printed_owner

_SENTENCE = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"”’]))(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bCllr\.)(?<!\bCllrs\.)(?<!\b[A-Z]\.)(?<!\bNo\.)\s+(?=[A-Z]|[(\[]A(?:CTION|ction)\b)"
)
_MARK = re.compile(r"\s*[(\[](?:ACTION|Action)(?: (?:for|by))?(?:\s*[:–-]\s*(?P<who>[^()\[\]]{2,80}))?[)\]]\.?$")
_SEND = (
    r"(?:reply(?! to questions)|give (?i:(?:the |all |every )?(?:members|committee|panel|board|commission|sub-committee|group|him|her|them|councillor \w+|cllr \w+))|circulate|provide|share|send|supply|forward|distribute|report back|bring|come back|get back|revert|arrange|follow (?:this |it |that )?up|feed (?:this |it |that )?back|email|e-mail|"
    r"write|check|liaise|look into|confirm|respond|find out|establish|ascertain|let (?:[\w’']+ ){1,4}have|put in|include|insert|amend|see to (?:it|this|that)|(?:pick|take|chase|bring|feed) (?:this|it|that|these) (?:up|away|back|forward|in)|let (?:[\w’']+ ){1,4}know|make enquiries|make (?:it|this|these|them|the [\w ]{2,30}|a copy|copies) available|add\b.{2,80}\bto the\b|put\b.{2,80}\bon the\b|look at|speak to|contact|chase|raise (?:this|it|that) with|ask|update (?:the )?(?:members|committee|panel|board))\b"
)
_ACT = (
    r"(?:report|reply|fix|ring|phone|finish|provide|circulate|share|send|bring|arrange|write|check|look|investigate|follow|liaise|supply|submit|respond|raise|speak|contact|take|feed|ask|include|prepare|"
    r"seek|confirm|clarify|update|review|organise|distribute|find|pass|forward|set|produce|explore|consider|meet|attend|present|do (?:so|this|that)|revert|add|discuss|e-?mail|publish|obtain|invite|come|return|let|pick|table|chase|draft|establish|obtain|relay|refer|tell|inform|advise|notify|brief)\b"
)
_PROMISE = re.compile(
    rf"^(?P<who>.{{2,200}}?),?\s+(?:\w+ly\s+|also\s+|then\s+|further\s+)?(?:undertook\s+(?:to|that)\s+|(?:offered|committed|promised|agreed|volunteered|pledged)\s+to\s+(?={_ACT})(?!take part\b))(?P<task>.+)$"
)
_WAS_ASKED = re.compile(
    r"^(?P<who>.{3,120}?)\s+(?:was|were)\s+(?:also\s+)?(?:asked|requested|instructed|tasked|invited)\s+to\s+(?P<task>(?!the (?:last|previous|earlier)\b).+)$"
)
_TO_DO = re.compile(
    rf"^(?!To\b)(?P<who>(?:(?!\w+ed\b|\w+,(?=\s+with)|with\s+permission|(?:is|are|was|were|would|like|likes|wish|(?:request|ask|call|urge|invite|instruct)s?|said|told|as|able|in|how)\b)\S+\s+){{0,8}}?(?!(?:[a-z]+ed|is|are|was|were)\b)\S+)\s+to\s+(?P<task>{_ACT}.*)$"
)
_INITIALS_TO = re.compile(
    r"^(?P<who>(?!(?:AND|NOT)\b)[A-Z]{2,3}(?:(?:\s?[/&,]\s?| and )[A-Z]{2,3}){0,3}) to (?P<task>(?!the\b|be\b)[a-z]{2,}.*)$"
)
_WOULD = re.compile(
    rf"^(?!If\b)(?P<who>.{{2,200}}?),?\s+(?:would|will)\s+(?:also\s+|then\s+|therefore\s+)?(?:be\s+(?:happy|pleased|glad)\s+to\s+)?(?P<task>{_SEND}.*)$"
)
SAID = (
    r"(?:confirmed|advised|said|stated|agreed|promised|indicated|undertook|reported|replied|responded|explained|added|"
    r"(?:assured|informed|told|advised) (?:the )?(?:\w+ ){0,4}?(?:members|committee|panel|board|commission|councillors?|chair|him|her|them))"
)
_SAID_WOULD = re.compile(
    rf"^(?P<who>.{{2,200}}?),?\s+(?:also\s+)?{SAID}\s+(?:that\s+)?(?P<doer>he|she|they|it|(?:his|her|their|the) (?:team|service|staff|department|officers)|officers|this|(?:the |a |an |further |more )?[\w’' -]{{2,80}}?)\s+would\s+(?:need\s+to\s+|have\s+to\s+|be\s+(?:happy|pleased|glad)\s+to\s+)?"
    rf"(?:(?:also\s+)?(?P<task>{_SEND}.*)|be\s+(?P<done>(?:circulated|provided|shared|sent|supplied|forwarded|e-?mailed|distributed|reported back|brought back|fed back|made available)\b.*?(?:\b(?:to|with)\s+(?:all\s+|the\s+|ward\s+|its\s+)*(?:members|committee|panel|board|commission|sub-committee|councillors?|him|her|them)\b|\bshortly\b|\bin due course\b|\bafter the meeting\b|\bseparately\b).*))$",
    re.I,
)
_SAID_LATER = re.compile(
    rf"^(?!If\b)(?P<who>.{{2,120}}?)\s+(?:also\s+)?{SAID}\b[^.]{{0,300}}?\b(?:and|but)\s+(?:that\s+)?(?:(?:he|she|they)\s+)?would\s+(?:also\s+|then\s+)?(?:be\s+(?:happy|pleased|glad)\s+to\s+)?(?P<task>{_SEND}.*)$",
    re.I,
)
_WHICH_WOULD = re.compile(
    rf"^(?P<who>.{{2,200}}?)\s+(?:also\s+)?{SAID}\b[^.]{{0,300}}?,?\s+(?:which|that)\s+(?:he|she|they)\s+would\s+(?:be\s+(?:happy|pleased|glad)\s+to\s+)?(?P<task>{_SEND}.*)$",
    re.I,
)
_TO_BE_BY = re.compile(
    r"^(?!.* (?:was|were|had been) \w+ed\b)(?P<task>[^.;]{3,160}?(?<! was)(?<! were)(?<! had)(?<! due)(?<! expected)(?<! likely)(?<! scheduled)(?<! planned)(?<! anticipated)(?<! hoped)(?<! intended)(?<! supposed)(?<! need)(?<! needed)(?<! going) to be (?:\w+ed|sent|made|held|brought|taken|sought|put|set)(?: (?:up|out|round|forward|back))? by (?P<who>(?:the )?[A-Z(][\w'’&./-]*(?:(?: (?:of|and|for|the))* [A-Z(][\w'’&()./-]*){0,6}|officers)\b.*)$"
)
_THANKED_AND_ASKED = re.compile(
    r"^(?:.{0,60},\s+)?(?:Members|[Tt]he (?:Committee|Board|Panel|Commission|Chair\w*)) thanked (?P<who>[^,;]{2,80}?)(?: (?:warmly|again|for [^,;]{2,80}))?,? and (?:asked|invited|requested) (?:her|him|them) to (?P<task>.+)$"
)
_GAVE_WORD = re.compile(
    r"^(?P<who>.{2,300}?),?\s+(?:gave|has given|provided)\s+(?:an?|his|her|their)\s+(?:undertaking|commitment|assurance)\s+(?:to\s+|that\s+(?:[^,.]{2,80}?\s+would\s+(?:be\s+)?))(?P<task>.+)$"
)
_GAVE_PAPER = re.compile(
    r"^(?P<who>.{2,200}?)(?<! was)(?<! were)(?<! been)(?<! had),?\s+(?:promised|offered)\s+(?:(?:members|him|her|them|(?:the )?(?:committee|panel|board|commission|councillor \w+))\s+)?"
    r"(?P<task>(?:an?|further|more|the) (?:[\w-]+ ){0,4}?(?:reports?|papers?|notes?|briefings?|updates?|lists?|breakdown|figures|details|information|visits?|tours?|session|presentation|cop(?:y|ies)|answer|reply|response|summary|data|statistics|map)\b.*)$",
    re.I,
)
_PASSES_ON = re.compile(
    r"(?:circulate|provide|share|send|forward|report back|distribute|e-?mail)\b"
)  # what a member, too, promises
_OWN = re.compile(
    r"^(?:he|she|they)\b|\b(?:he|she|they)$|^(?:it|(?:his|her|their|the) (?:team|service|staff|department|officers)|this|.* this)$",
    re.I,
)
_TOLD = re.compile(
    r"^(?P<thing>(?:The|A|An|Our|Further|More|This|These|Those|Details|Figures|Information|Copies)\b.{0,120}?)\s+(?:would|will)\s+be\s+(?:circulated|provided|shared|sent|supplied|forwarded|e-?mailed|distributed|reported back|brought back|fed back)\b.*?\b(?:to|with)\s+(?:all\s+|the\s+|ward\s+|full\s+)*(?:members|committee|panel|board|commission|sub-committee|councillors|cabinet|executive|council)\b",
    re.I,
)
_HEDGED = re.compile(r"\b(?:that|which|whether|if|had|have|has|who|be|could|might|should)\b")
_COUNCILLOR = re.compile(r"(?:Councillors?|Cllrs?|Members?)\b")
_PRONOUN = re.compile(r"(?:he|she|they)", re.I)
_ANSWERING = re.compile(
    r"^(?:(?:following|after) (?:\w+ ){0,2}(?:questions?|discussion|debate|comments)\b|in (?:response|reply|answer|replying|responding|summing|conclusion|closing)\b|responding to\b|replying to\b|answering\b|when asked\b)",
    re.I,
)
_ASIDE = re.compile(
    r"(?:Asked|Questioned|Pressed|Challenged|Prompted|As|In|On|At|With|For|Having|Following|After|Given|Regarding|To|By|During)\b"
)
_LIST_OF_POSTS = re.compile(r"(?P<who>the (?=[A-Z])[^,]{2,60}(?:, (?!the\b)[A-Z][^,]{2,60})+ and [A-Z][^,]{2,60})$")
_LAST_NAMED = re.compile(
    r".*(?<!\bof )(?<!\bfor )(?<!\band )\b(?P<who>(?:(?:he|she|they|officers|Mr|Mrs|Ms|Miss|Dr|Councillor|Cllr)\b|the [A-Z(]).*)$"
)
_NEXT_SUBJECT = re.compile(
    r".*\b(?:\w+ed|said|asked|told|sought|wished|was|were|had)\b.*[\s,](?:and|but|which),?\s+(?:in (?:response|reply|turn|answer),?\s+)?(?P<who>(?:the|he|she|they|Mr|Mrs|Ms|Dr|officers|Councillor|Cllr)\b.*)$"
)
_NEXT_NAME = re.compile(
    r".*\b(?:\w+ed|said|asked|told|sought|wished|was|were|had)\b.*(?:\b[a-z][\w'’-]*|,)\s+(?:and|but|which),?\s+(?P<who>[A-Z]\w*\.? (?=[A-Z]).*)$"
)
_SUBJECT = re.compile(
    r"^(?:(?:In|Following|After|At|With|On|As|During)\b[^,]{0,160},\s+)?(?P<who>.{2,90}?)(?:,[^,]{2,90},)?\s+(?:then\s+|also\s+|duly\s+|\w+ly\s+)?"
    r"(?:presented|introduced|explained|advised|reported|outlined|gave|said|stated|told|informed|confirmed|responded|replied|answered|highlighted|updated|noted|provided|attended|"
    r"summarised|apologised|undertook|agreed|described|acknowledged|spoke|clarified|emphasised|added|set out|took|drew|referred|asked|requested|indicated|accepted|replied|wondered|said|thought|knew|felt|hoped|went|brought|read|led|ran|did|has|have|was|were|had|\w{3,}ed)\b"
)
_ANSWERS = re.compile(r"^\W?(?P<who>[A-Z][^:.;]{1,60}):\s")  # "Mr Storrow: from the rent book."
_ASKER = re.compile(r"(?:Councillor|Cllr)\b[^,;]{2,60}? (?:asked|enquired|inquired|queried|wondered|questioned)\b")
_WHICH_ALSO = re.compile(r",? (?:which|and|but|that) (?:he|she|they)$")
_GIVEN_BY = re.compile(
    r"\b(?:from|by)\s+(?P<who>(?:the\s+)?[A-Z][^.;]{2,90}?)(?=\s+(?:on|about|which|who|regarding|setting|in respect|concerning|outlining)\b|[,.;]|$)"
)


@dataclass(frozen=True)
class Promise:
    """An undertaking in the narrative: who gave it, where that stands ("clause" or "context"), and the task."""

    owner: str | None
    stands: str
    task: str


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; the point after a title or an initial ends none."""
    parts: list[str] = []
    for part in _SENTENCE.split(text):
        if parts and _MARK.fullmatch(part):
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    return parts


def marked_action(sentence: str) -> str | None:
    """The owner in the mark "(ACTION: Head of Service)" that ends a sentence, empty when it names nobody; or None."""
    match = _MARK.search(sentence)
    return (match["who"] or "").strip() if match else None


def without_mark(sentence: str) -> str:
    """The sentence without the mark that ends it."""
    return _MARK.sub("", sentence).strip()


_AFTERWARDS = re.compile(
    r"\b(?:would|will|to) be (?:provided|circulated|sent|shared|supplied|forwarded|e-?mailed|given|made available)\b[^.;]{0,80}?\b(?:(?:after|outside(?: of)?|following) (?:the|this) meeting|in writing|separately|outside (?:of )?the)\b",
    re.I,
)
_IN_WRITING = re.compile(
    r"\ba written (?:response|answer|reply|note|update|briefing)\b[^.;]{0,60}?\b(?:would|will|to) be (?:provided|circulated|sent|supplied|given|issued|prepared)\b",
    re.I,
)
_ROW = re.compile(r"(?:[A-Z]{1,6}[./ ]?\d{1,4}|\d{1,4}/\d{1,4})\s+[A-Z]")


_SPEAKER = re.compile(
    r"(?P<who>.{3,160}?)(?: (?:said|advised|explained|reported|stated|confirmed|replied|responded|added|also|then|that|as follows))*\s*(?::-?|[–—-])$"
)
_LISTED = re.compile(
    rf"^(?:also )?(?:agreed|undertook|offered|promised|committed) to (?P<a>{_ACT}.*)$|^.{{3,300}}? (?:which|and|but|that) (?:he|she|they) would (?:be (?:happy|pleased) to )?(?P<b>{_SEND}.*)$"
)


def speaker_in(text: str) -> str | None:
    """Who speaks in the list that a paragraph introduces: "In answer to questions the Director said:"; or None."""
    match = _SPEAKER.match(sentences(text)[-1]) if text else None
    who = printed_owner(_without_answering(match["who"])) if match else ""
    return who if is_owner(who) and not is_committee_itself(who) and not _HEDGED.search(who) else None


def promised_in_list(words: str, speaker: str) -> Promise | None:
    """An undertaking in a list whose introduction names the speaker: "agreed to circulate …", "which she would confirm …"."""
    match = _LISTED.match(words.strip(" .;"))
    return Promise(speaker, "stem", match["a"] or match["b"]) if match else None


def is_row(text: str) -> bool:
    """Whether words are a row of a list of earlier actions, a minute's number before them: "PAS.19 Head of …"."""
    return _ROW.match(text) is not None


_SHORT_WILL = re.compile(r"(?<=\w)['’]ll\b")


_UNKNOWN = Held()
_WILL = re.compile(rf"^Will (?:also )?(?P<task>{_SEND}[^?]*)$")  # notes that leave out who spoke last
_ANSWER_MARK = re.compile(
    r"^[QA][.:]\s+(?=[A-Z])"
)  # "A. The Director would bring it back", an answer in a list of them
_IT_WAS_SAID = re.compile(
    r"^(?:(?:In|On|Following|After)\b[^,]{2,120}, )?(?:it was|members were|the \w+ (?:was|were)) (?:confirmed|advised|explained|told|reported|informed|stated)(?: by [^,]{3,60})? that ",
    re.I,
)


def promised(sentence: str, said: list[str], held: Held = _UNKNOWN) -> Promise | None:
    """The undertaking a sentence of narrative gives, or None; `said` are the sentences of the item before it.

    `held` knows the members by name, whose remarks are no undertakings, and the first names of who came.
    """
    words = _ANSWER_MARK.sub("", _SHORT_WILL.sub(" will", sentence.strip(" .;")))
    if is_row(words):
        return None
    if (bare := _WILL.match(words)) is not None:
        owner = _antecedent("they", said, held.people)
        return Promise(owner, "context" if owner else "none", bare["task"])
    for pattern, of_members in (
        (_PROMISE, True),
        (_WAS_ASKED, True),
        (_INITIALS_TO, True),
        (_TO_DO, True),
        (_THANKED_AND_ASKED, True),
        (_TO_BE_BY, True),
        (_GAVE_WORD, True),
        (_GAVE_PAPER, False),
        (_SAID_WOULD, False),
        (_WHICH_WOULD, False),
        (_SAID_LATER, False),
        (_WOULD, False),
    ):
        match = pattern.match(words)
        if match is None:
            continue
        owner, stands = _giver(match, said, held.people)
        remarks = owner in held.members or (_COUNCILLOR.match(owner or "") and "Cabinet Member" not in (owner or ""))
        if stands and (of_members or not remarks):
            return Promise(owner, stands, _task(match, words))
        if pattern is _WOULD and owner and _COUNCILLOR.match(owner) and _PASSES_ON.match(match["task"]):
            return Promise(owner, stands, match["task"])
    if (afterwards := _AFTERWARDS.search(words) or _IN_WRITING.search(words)) is not None:
        who = _without_answering(subject["who"]) if (subject := _SUBJECT.match(words)) else ""
        said_by = agent_in(words[afterwards.start() :])
        if said_by is None and is_owner(who) and not is_committee_itself(who) and not _COUNCILLOR.match(who):
            said_by = who
        return Promise(said_by, "clause" if said_by else "none", words)
    told = _TOLD.match(_IT_WAS_SAID.sub("", words, count=1).capitalize())
    return Promise(agent_in(words), "clause" if agent_in(words) else "none", words) if told else None


def _task(match: re.Match[str], words: str) -> str:
    task = match["task"] or (words[match.start("doer") :] if "done" in match.groupdict() else "")
    return task.strip(" ,")


def _giver(match: re.Match[str], said: list[str], people: frozenset[str]) -> tuple[str | None, str]:
    """Who gives the undertaking and where that is printed; an empty place when it is nobody who could."""
    who = match["who"].strip(" ,")
    joined = who.endswith((", and", ", but"))  # to what the same person said first
    who = f"{_without_answering(who[:-5])} and" if joined else _without_answering(who)
    doer = match.groupdict().get("doer")
    if doer and not _OWN.search(doer) and match["task"]:
        who = doer
    who = re.sub(r"^.{0,120}\s[–—-]\s+(?=the |The |[A-Z])", "", who)
    if (also := _WHICH_ALSO.search(who)) is not None:
        subject = _SUBJECT.match(who[: also.start()])
        sayer = printed_owner(_without_answering(subject["who"])) if subject else ""
        fits = is_owner(sayer) and not is_committee_itself(sayer) and not _COUNCILLOR.match(sayer)
        return (sayer, "clause") if fits else (None, "")
    if re.search(r" (?:who|which)(?: (?:had|has|have))?(?: \w+ly)?$", who):
        return None, ""  # it tells of somebody, and of no request of this meeting
    after = _NEXT_SUBJECT.match(who) or _NEXT_NAME.match(who)
    who = after["who"] if after else who
    if who.endswith((" and", " but")) and (subject := _SUBJECT.match(who)):
        who = subject["who"]
    if _PRONOUN.fullmatch(who):
        owner = _antecedent(who.lower(), said, people)
        return owner, "context" if owner else "none"
    who = printed_owner(who if _names_several(who) or _POST_AND_NAME.fullmatch(who) else who.split(",")[0])
    fits = is_owner(who) and not is_committee_itself(who) and not _HEDGED.search(who)
    return (who, "clause") if fits or who in people else (None, "")


_POST_AND_NAME = re.compile(
    r"(?:[Tt]he )?[A-Z][\w &()'’-]{3,80}, (?:(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w .'’-]{1,30})"
)  # "The Cabinet Member for Finance, Councillor Vane"


def _names_several(who: str) -> bool:
    """Whether words are a list of posts or people: "The Director of Place, the Head of Housing and the Clerk"."""
    parts = re.split(r",? and |, ", who)
    if re.match(r"(?:[Tt]he )?(?:Councillors|Cllrs|Members)\b", who):
        return " and " in who
    return "," in who and " and " in who and len(parts) > 2 and all(part and is_owner(part) for part in parts)


def _without_answering(who: str) -> str:
    """The subject after "In response to a question from the Chair": the last who is named."""
    if (several := _LIST_OF_POSTS.search(who)) is not None and _ANSWERING.match(who):
        return several["who"]
    if not _ANSWERING.match(who):
        return who.rsplit(",", 1)[1].strip() if "," in who and _ASIDE.match(who) else who
    if "," in who:
        return who.rsplit(",", 1)[1].strip()
    last = _LAST_NAMED.match(who)
    return last["who"] if last else who


def _antecedent(pronoun: str, said: list[str], people: frozenset[str]) -> str | None:
    """Whom a pronoun means: the last who was said to speak or to be introduced, of a title that fits."""
    for sentence in reversed(said):
        if _ASKER.match(sentence):
            continue
        match = _ANSWERS.match(sentence) or _SUBJECT.match(sentence)
        given = _GIVEN_BY.search(sentence)
        for who in (_without_answering(match["who"]) if match else "", given["who"] if given else ""):
            if who in people or (is_owner(who) and not is_committee_itself(who) and _fits(pronoun, who)):
                return who
    return None


def _fits(pronoun: str, who: str) -> bool:
    if _HEDGED.search(who) or re.match(r"(?:Members|Officers)\b", who):
        return False
    if pronoun != "they" and re.fullmatch(r"(?:the )?[a-z-]+(?:or|er|ee|ant|ent|ist)s", who, re.I):
        return False  # "Contractors", several whom neither he nor she means
    titles = {"he": r"(?:Mrs|Ms|Miss|Dame)\b", "she": r"(?:Mr|Sir)\b(?!s)"}.get(pronoun)
    return titles is None or not re.match(titles, who)
