# ruff: noqa: E501 - a pattern reads better whole than broken
"""Who is asked: which words name a post, a person or a body, and which name a thing."""

from __future__ import annotations

import re

_NOUNS = re.compile(
    r"\b(?:Directors?|Heads?|Officers?|Managers?|Chair(?:man|woman|person|s)?|Vice[- ]Chair(?:man|person)?|Leader|Deputy|Members?|Cabinet|Portfolio Holders?|"
    r"Councillors?|Cllrs?|Committees?|Sub-Committees?|Boards?|Panels?|Commission|Council|Executive|Secretary|Clerk|Solicitor|Treasurer|Commissioners?|"
    r"Teams?|Services?|Groups?|Mayor|Chief|Trusts?|NHS|Agency|Ofsted|CQC|University|College|Hospital|Schools?|Unions?|Network Rail|Foundation|Developers?|Operators?|Residents|Youth Council|Guardian|Bishop|Partnership|Superintendent|Inspector|Sergeant|Mr|Mrs|Ms|Miss|Dr|Professor|Sir|Dame|Lord|representatives?|"
    r"Minister|Police|Department|Authority|Auditors?|Consultants?|Leads?|Advis[eo]rs?|Co-?ordinators?|Company|Federation|Association|ICB|Healthwatch|"
    r"Conveners?|Provost|Headteachers?|Principals?|Ombudsman|Engineer|Accountant|Planner|Working Party|Task and Finish|Forum|officers?|managers?|members|staff|"
    r"[Oo]fficials|contractors?|partners|Directorates?|Librarian|Registrar|Surveyor|Economist|Architect|Monitoring|Scrutiny Support|Support)\b"
)
_LOWER_POST = re.compile(
    r"\b(?:director|head of|officer|manager|chair|clerk|leader|team|service|company|operator|provider|police|cabinet member|portfolio holder|"
    r"councillor|treasurer|secretary|commissioner|auditor|developer|trust|contractor|committee|council|board|panel|executive|working group|task group|superintendent)s?\b",
    re.I,
)
_THING = re.compile(
    r"(?:for|in|on|at|by|of|with|from|as|an?|any|no|some|further|more|additional|updated|detailed|regular|this|these|those|it|its|such|all|both|each|new|future|quarterly|annual|monthly|"
    r"the (?:following|report|reports|item|items|matter|matters|issue|issues|information|data|minutes|update|updates|figures|details|work|topic|topics|petition|motion|"
    r"recommendations?|presentation|draft|contents?|outcome|outcomes|results?|findings?|decision|request|strategy|plan|policy|proposals?|performance|progress|position|"
    r"response|scope|subject|annual|revised|updated|final|question|questions|letter|comments|views|concerns|statistics|proposed|current|following|scorecard|dashboard|tracker|date|dates))\b",
    re.I,
)
_ARTICLED_PERSON = re.compile(
    r"(?:an?|any|all|both|each|these|those|its|their|such|two|three|four|some)\s+(?:[\w'’-]+\s+){0,3}?(?:members?|councillors?|officers?|representatives?|chairs?|directors?|managers?|partners|headteachers?|schools|staff|authorit(?:y|ies)|councils?|services?|teams?|directorates?|organisations?|cabinets?|executives?|boards?|trusts?|boroughs?|districts?|colleagues|providers|speakers|witnesses)\b",
    re.I,
)
_POST_IN_CAPITALS = re.compile(
    r"[Tt]he\s+(?:[A-Z][\w'’-]+(?:\s+\([A-Z][\w &'’-]*\))?)(?:\s+(?:(?:and|of|for|the|&)\s+){0,2}[A-Z][\w'’-]+){1,6}$"
)
_PAPER_OR_PLACE = re.compile(
    r"(?:Strateg(?:y|ies)|Plans?|Polic(?:y|ies)|Reports?|Framework|Programme|Budget|Review|Scheme|Bill|Act|Charter|Funds?|Centre|Park|Road|Street|Lane|Project|"
    r"Statement|Accounts|Agreement|Protocol|Code|Constitution|Register|Updates?|Assessment|Survey|Item|Items|Procedures?|Rules|Contract|Consultation|Document|Paper|Hall|"
    r"House|Building|Bridge|Way|Square|Site|Scorecard|Dashboard|Tracker|Motion|Petition|Pack|Meetings?|Calendar|Guidance|Regulations|Order|Grant|Initiative|Campaign|"
    r"Year|Summary|Model|Tool|Toolkit|Award|Week|Day|Minutes|Agenda|System|Pathway|Pilot|Levy|Offer|Vision|Priorit(?:y|ies)|Market|Library)$"
)
_POST_AT_END = re.compile(
    r"the (?-i:[A-Z])[\w'’&, ()-]{0,90}\b(?:Officers?|Directors?|Managers?|Co-?ordinators?|Advis[eo]rs?|Leads?|Heads?|Chairs?|Chairman|Team|Member|Lawyer|Analyst|Accountant)$",
    re.I,
)  # "the Policy and Improvement Officer" begins like a thing and is somebody
_ONE_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Cllr|Councillor) )?[A-Z][a-z'’]+(?:[ -][A-Z][a-zA-Z'’]+){1,2}"
_NAME = re.compile(r"(?:[A-Z][a-z'’]+|[A-Z]\.?)(?:[ -](?:[A-Z][a-zA-Z'’]+|Mc[A-Z][a-z]+)){1,3}$")
_NAMES = re.compile(rf"{_ONE_NAME}(?:(?:, | and | & | / |/){_ONE_NAME}){{1,4}}$")
_INITIALS = re.compile(r"(?:the )?[A-Z]{2,4}(?:\s?(?:[/,&]|and)\s?[A-Z]{2,4}){0,4}$")
_LEAD_IN = re.compile(
    r"^(?:(?:and|also|but|then|accordingly|furthermore|additionally|in addition|therefore)\s*,?\s+)?"
    r"(?:(?:further to|in light of|in view of|following|having|subject to|in order to|given|with regard to|in relation to|in respect of|"
    r"as part of|prior to|before|after|to assist|on completion of|arising from|pursuant to|if|where|when|should|in the event|at the request of|once|as soon as|until|"
    r"in (?:so|doing) (?:doing|so)|in the meantime|in consultation with|to enable|to ensure|for the purposes? of|as a result of|due to|because of|in response to)\b.{0,260}?,\s+|in so doing\s+)",
    re.I,
)
_LEAD_IN_UNPARTED = re.compile(
    r"^(?:[Tt]hat )?(?:in (?:the )?(?:light|view) of|given|having regard to|on account of|because of|owing to|due to) [^,]{3,160}? (?=the (?-i:[A-Z])[^,]{2,80}? be (?:asked|requested|invited|recommended|instructed)\b)",
    re.I,
)  # "in view of its cost the Director be asked to …", which no comma parts
_FURTHER_TO_MINUTES = re.compile(
    r"^(?:further to|pursuant to|in accordance with|arising from)\s+minutes?\b(?:[\d\s(),/&.]|\b(?:numbered|numbers?|nos?|and|above|of|[a-z]|[ivx]+)\b){1,80}?,\s+(?=(?:the|that|an?|officers|members|[A-Z])\b)",
    re.I,
)
_WHEN = re.compile(
    r"^(?:(?:with)?in (?:\d{1,3}|[a-z-]{2,12}) (?:working |calendar |clear )?(?:days|weeks|months?)['’]?(?: time)?|by (?:the end of )?(?:\w+ ){0,2}(?-i:[A-Z])[a-z]{2,8}(?: 20\d\d)?),? (?=the\b|an?\b|officers\b|(?-i:[A-Z]))",
    re.I,
)  # a due before its owner: "within 28 days the Director …"
_FOR_THEM = re.compile(
    r"^for (?=(?:the|an?|officers|this|it|(?-i:[A-Z]))\b[^,;.]{1,120}? to (?:come|go|be|return|[a-z]{4,})\b)", re.I
)  # "for the report to come back", "for the Director to write"
_THAT = re.compile(
    r"^(?:(?:and|to|it (?:be|was|is) (?:agreed|resolved|requested)|[Rr]equested)\s+)?(?:that|T H A T|THAT)\s*[:,\-–—]?\s+",
    re.I,
)
_COMMITTEE = re.compile(
    r"(?:the\s+|this\s+)?(?:(?:[A-Z][\w&,'’()-]*|and|of|for|the)\s+){0,9}?(?:Committee|Board|Panel|Commission|Sub-Committee|Forum|(?:Scrutiny|Select|Overview) Group|Members(?:\s+of\s+the\s+(?:Committee|Board|Panel|Commission|Sub-Committee))?|Members)$|(?:the|this)\s+(?:committee|panel|commission|sub-committee|forum|board)$"
)


_AGREED = re.compile(
    r"^it (?:was|is) (?:\w+ly\s+|also\s+|then\s+|further\s+)?(?:agreed|resolved|decided)\s+(?:that\s+|(?=to\s+[a-z]))|^(?:(?:(?:(?:the|this)\s+)?(?:committee|board|panel|commission|sub-committee|forum|group|meeting)|members|to)\s+)?(?:\w+ly\s+|also\s+|further\s+)?(?:(?:agree[sd]?|resolve[sd]?|decide[sd]?)\s+(?:that\s+|(?=to\s+[a-z]))|(?:would\s+like|wish(?:es|ed)?)\s+(?=to\s+(?:receive|see|hear|have|visit|invite)\b))",
    re.I,
)


def without_lead_in(text: str) -> str:
    """The clause without the words before its subject: "further to Minute 5, the Director …" gives "the Director …"."""
    text = _LEAD_IN_UNPARTED.sub("", text)
    for _ in range(3):
        shorter = _AGREED.sub("", _THAT.sub("", text, count=1), count=1)
        shorter = _LEAD_IN.sub("", _FURTHER_TO_MINUTES.sub("", shorter, count=1), count=1)
        shorter = _FOR_THEM.sub("", _WHEN.sub("", shorter, count=1), count=1)
        if shorter == text:
            break
        text = shorter
    return text


_BODYS_THING = re.compile(
    r"(?:[Tt]he |[Ii]ts )?(?:[A-Z][\w&-]+ (?:and |of |for )?){0,5}[A-Z][\w&-]+(?:['’]s|s['’]) (?P<thing>(?:(?!(?:to|of|for|on|in|about)\b)[a-z][\w-]*(?: |$)){1,4})"
)  # "the Council's response", which is nobody; "the Council's scrutiny officer" is
_RELATIVE = re.compile(r"\s(?:who|whom|which|that)(?: (?:had|has|have))?$")  # what follows tells of somebody


def is_owner(words: str) -> bool:
    """Whether the words name somebody who can be asked: a post, a person, a body."""
    words = words.strip(" ,:;–—-")
    if not words or len(words) > 220 or len(words.split()) > 32 or words.startswith(("to ", "To ")):
        return False
    if words.count("(") != words.count(")") or _RELATIVE.search(words):
        return False
    if _NAMES.match(words):
        return True
    if _THING.match(words) and not _POST_AT_END.match(words):
        return _ARTICLED_PERSON.match(words) is not None
    if _INITIALS.match(words) or _NAME.match(words):
        return True
    if _POST_IN_CAPITALS.match(words) and not _PAPER_OR_PLACE.search(words):
        return True
    if re.match(r"(?:two|three|four|five|six|\d{1,2})\s", words):
        return _ARTICLED_PERSON.match(re.sub(r"^\S+", "some", words)) is not None
    if (thing := _BODYS_THING.match(words)) is not None and not _LOWER_POST.search(thing["thing"]):
        return False
    head = re.split(
        r"\s(?:in consultation|in conjunction|together|as|who|whose|which|under|via)\b|,", words, maxsplit=1
    )[0]
    return _NOUNS.search(head) is not None or (len(head.split()) <= 9 and _LOWER_POST.search(head) is not None)


_NAMED = re.compile(
    r"(?!(?:The )?(?:Comments|Nominations|Applications|Views|Questions|Expressions|Tenders|Bids|Representations|Submissions|Evidence)\b)(?:the |both |each )?[A-Z][\w'’&.-]*(?:(?:,? and | & | of | for |, | )[A-Z(][\w'’&.()-]*){0,12}"
)


def is_named(words: str) -> bool:
    """Whether words are names in capitals of nothing written, such as a company's: whoever is asked may be called so."""
    return _NAMED.fullmatch(words) is not None and not _PAPER_OR_PLACE.search(words)


def is_committee_itself(words: str) -> bool:
    """Whether the words are the deciding committee, or its members as a body."""
    return _COMMITTEE.match(words.strip(" ,")) is not None


def printed_owner(words: str) -> str:
    """The owner's words, stripped of the "that" and the commas round them."""
    words = without_lead_in(words.strip(" ,:;–—-."))
    words = re.sub(r",?\s+in (?:consultation|conjunction|liaison) with\b.*$", "", words)
    words = re.sub(r",?\s+on behalf of (?:the|this) \w+\s*,?$", "", words)
    words = re.sub(r",\s+(?:in [a-z]+ing|when|before|after|while|where|if|on)\b.*$", "", words)
    return re.sub(
        r",?\s*(?:in turn|also|further|again|therefore|both|each|(?<=\w )(?:is|was|are|were))$", "", words
    ).strip(" ,:;–—")


_BY = re.compile(r"(?<!\bchaired )(?<!\bled )\bby\s+(?P<tail>(?:the\s+|an?\s+)?[A-Za-z(][^,;.]{1,110})")
_GOES_ON = re.compile(
    r"\s+(?:would|will|be|was|were|is|are|has|had|to|at|in|on|for|by|within|before|and|with|that|as|which|ahead|prior|following|regarding|about|[a-z]+ing)\b|$"
)
_SOURCE = re.compile(
    r"\b(?i:requests?|seeks?|obtains?|receives?|sought|requested|obtained|received|provided|required|invited|awaited)\b[^,;.]{0,60}?\bfrom\s+(?P<who>(?:the\s+|an?\s+)?[^,;.]{2,110}?)(?=\s+(?:to|on|regarding|about|as to|in relation|in respect|with regard|by|at|before|ahead|prior|concerning|within|for(?!\s[A-Z])|an?|further|more|details|copies|figures|information)\b|[,;.]|$)"
)


_LETTER_FROM = re.compile(
    r"\b(?:letters?|e-?mails?|response|reply)\b[^,;.]{0,80}?\bbe (?:sent|written|issued|made)\b[^,;.]{0,80}?\bfrom (?P<who>(?:the )?[A-Z][^,;.]{2,80}?)(?=\s+(?:to|on|setting|asking|regarding|about|expressing|seeking|requesting|thanking|before|by|in)\b|[,;.]|$)"
)


def agent_in(text: str) -> str | None:
    """Who is to do a thing put in the passive: "be sent by the Chair", "be sought from the Chief Officer"."""
    sources = (match["who"].strip() for each in (_SOURCE, _LETTER_FROM) for match in each.finditer(text))
    agents = (who for match in _BY.finditer(text) for who in _whole(match["tail"]))
    return next((who for who in (*sources, *agents) if _may_act(who)), None)


def _whole(words: str) -> list[str]:
    """What stands after "by", up to each of the first words that may go on with something else: "the Policy and Skills Lead"."""
    ends = [match.start() for match, _ in zip(_GOES_ON.finditer(words), range(3), strict=False)]
    whole = [words[:end].strip() for end in ends if end > 1]
    return [] if whole and is_committee_itself(whole[0]) else whole


def _may_act(who: str) -> bool:
    named = who[:1].isupper() or who.lower().startswith(("the ", "officers", "a ", "members"))
    return named and is_owner(who) and not is_committee_itself(who)
