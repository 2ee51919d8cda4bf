# ruff: noqa: E501 - a pattern reads better whole than broken
"""The parts of a clause that could each ask something."""

from __future__ import annotations

import re

from papers.reading.lines import fold
from papers.reading.verbs import ADVERB, ASK, DO

OWNER = r"(?:the\s+|an?\s+)?(?:[A-Z][\w'’.()-]*|officers|members)(?:\s+(?:of|for|and|the|&|[A-Z(][\w'’.&()-]*)){0,8}?(?<! and)(?<! of)(?<! for)(?<! the)(?<! &)"
_THEN_TAKES = re.compile(
    r"(?:receives?|seeks?|invites?|adds?|writes?|arranges?|holds?|visits?|schedules?|hears?|considers?)\s"
)  # what a committee that notes something does besides
_NOTES = re.compile(
    r"^(?:that )?(?:members |(?:the|this) (?:[\w-]+ ){0,6}?)?(?:to )?(?:(?P<noted>notes?)|endorses?|approves?|agrees?(?! (?:to|that)\b)|welcomes?|accepts?|supports?)\b",
    re.I,
)
_TO_BE_DONE = re.compile(
    r"(?:the|its|their) (?:(?!(?:be|is|are|was|were)\b)[\w'’-]+ ){1,8}to be \w+"
)  # what is noted with something else: "notes the report and the work to be undertaken"
_IS_SO = re.compile(
    r"that (?:(?!\bbe\b)[^;.]){2,120}?\b(?:(?:will|would) (?:be|have)|is|are|was|were|has|have|had)\b"
)  # what is noted as so: "notes the timetable and that a report will be made"
_SPLIT = re.compile(
    r";\s*(?:and\s+|or\s+)?|(?:(?<=[a-z)\d’'\"])|(?<=[A-Z][A-Z]))(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bNo)(?<!\bCllr)(?<!\bCllrs)(?<!\bProf)(?<!\bRev)\.\s+(?=(?:[A-Z]|\())|,?\s+(?:and|but)(?:,\s+[^,]{3,40},)?\s+(?=(?:that\b(?! it (?:reports?|meets?|submits?|presents?|brings?|considers?)\b)|THAT\b))|,\s+(?=that\s+(?:the|an?|[A-Z])\b[^,;.]{2,120}?\s(?:be|is|to)\s)|,\s+(?=and\s+(?:to\s+)?(?:request|ask|invite|instruct)s?\b)"
    rf"|,?\s+and\s+(?=(?:the|that|an?|officers|members|cabinet|council|further|updated|this|it|its|their|all|each|both|any|Cabinet|Council|Executive|[A-Z])\b(?:(?!\band\b)[^;.:]){{0,140}}?\b(?:be|is|are|was|were)\s+{ADVERB}(?:{ASK}|\w+ed|\w+en|held|sent|made|brought|sought|put|set|kept|told|taken)\b)"
    rf"|,?\s+and\s+(?={OWNER}\s+(?:will|would|shall|should|to|undertook\s+to|agreed\s+to)\s+(?!the\b|an?\b|its?\b|their\b|all\b|our\b|this\b|future\b|next\b)[a-z])"
    rf"|,?\s+and\s+(?=(?:the\s+)?[A-Z][\w'’.()-]*(?:\s+(?:of|for|and|the|&|[A-Z(][\w'’.&()-]*)){{0,8}}?\s+{DO}\s+(?:the|a|an|to|with|on|all|its|their|members|further|any|it|this|these|them)\b)"
    rf"|,?\s+and\s+(?={_THEN_TAKES.pattern}(?:an?|the|further|another|regular|quarterly|annual|updates?|reports?|to|with|it)\b)"
    rf"|:\s+(?={OWNER}\s+(?:to|will)\s+[a-z])"
    rf"|,\s+with\s+(?={OWNER}\s+(?:being\s+(?:asked|requested)\s+)?to\s+[a-z])"
    r"|,\s+(?=(?:requested|asked|invited|instructed|requests|asks|invites|instructs)\s+(?:the|that|for|officers|an?|[A-Z])\b)"
    r"|,?\s+and\s+(?=to\s+(?:add|request|ask|invite|refer|receive|write|recommend|report|bring|provide|circulate|arrange|include|establish|set up|hold|visit|review)\b)"
    r"|,?\s+and\s+(?=(?:further\s+|also\s+)?(?:AGREED|RESOLVED)\s+(?:that|to)\b|(?:requests?|requested|asks?|asked|invites?|invited|instructs?|instructed|to request|to ask|remitted to (?=[^,;.]{3,120} to [a-z])|recommends?|agreed that|agreed to)\b)"
)
_ASKED_TO = re.compile(
    rf"\b(?:{ASK}|remit(?:ted|s)?|delegated?|would|will|undertook|agreed|offered|be set up|be established|be formed|be convened)\b[^;.]{{0,200}}\bto\b|\b(?:requests?|asks?|invites?|instructs?)\b.{{2,160}}\bto\b|^(?:[A-Z]{{2,4}}|.{{2,60}}(?:Officer|Director|Manager|Head|Chair)\w*)\s+to\b|^(?!To\b|That\b|The\b|Agreed\b|Resolved\b|Decided\b|Members\b)[A-Z][a-z'’]+(?:(?: and | |/)[A-Z][\w'’-]+){{0,4}}\s+to\s+[a-z]"
)
_HAS_VERB = re.compile(
    r"\b(?:be|is|are|was|were|been|would|will|shall|should|must|undertook|noted?s?|agreed?s?|approved?s?|endorsed?s?|requests?|requested|receives?|thanks|welcome[sd]?|consider(?:s|ed)?|support(?:s|ed)?|commend(?:s|ed)?|accept(?:s|ed)?|received|thanked|discussed|endorsed)\b|\bto\s+[a-z]+",
    re.I,
)
_STILL_ASKING = re.compile(
    r"\b(?:requests?|requested|asks?|asked|invites?|invited|instructs?|instructed|urges?|from|with|between|(?:agree[sd]?|resolve[sd]?|decide[sd]?)(?=\s+that\b)|(?:remit|refer|delegate)(?:t?e?d|red|s)?(?:\s+\w+)?\s+to)\s+(?:that\s+)?(?:(?!\b(?:to|that|for|be)\b)(?:[^;:]|:(?=\s[A-Z]))){2,160}$",
    re.I,
)  # "ask the Chair" of "ask the Chair and the Director to write": the task is still to come
_STILL_NAMING = re.compile(
    r"\bthat\s+(?:the\s+)?[A-Z][\w'’&()-]*[:,]?(?:\s+(?:[A-Z][\w'’&()-]*[:,]?|of|and|for|the|&|[–-])){0,12}$"
)  # "that the Director: Adults, Health" of "that the Director: Adults, Health and Housing write"
_THANKED = re.compile(
    r"(?<=\bbe )(?:thanked|congratulated|commended)(?: (?:for|on) [^,;.]{2,120}?)? and (?:be )?(?=(?:asked|requested|invited)\b)",
    re.I,
)  # thanks for what was done and a request with it
_INFINITIVE = re.compile(r"to\s", re.I)  # "to note it; to ask the Chair to write; and to visit the depot"
_DANGLING = re.compile(r"[;,]?\s*\b(?:and|or)\s*$")


def segments(text: str) -> list[str]:
    """The parts of a clause that could each ask something, in order."""
    text = _THANKED.sub("", text)
    parts: list[str] = []
    start = 0
    for match in _SPLIT.finditer(text):
        part = text[start : match.start()].strip(" ,;")
        goes_on = match.group().endswith("and ") and text.startswith("to ", match.end()) and _ASKED_TO.search(part)
        if goes_on and not (";" in match.group() and _INFINITIVE.match(text)):
            continue
        notes = _NOTES.match(part)
        if notes and (_TO_BE_DONE.match(text, match.end()) or (notes["noted"] and _IS_SO.match(text, match.end()))):
            continue
        if _THEN_TAKES.match(text, match.end()) and not notes:
            continue
        if (
            match.group().endswith("and ")
            and not text.startswith("that", match.end())
            and (_STILL_ASKING.search(part) or _STILL_NAMING.search(part))
        ):
            continue
        if match.group()[0] == ":" and not part.endswith("following") and _STILL_ASKING.search(part):
            continue  # a post with a colon of its own: "instruct the Director of Place: Operations to write"
        if part and (
            _HAS_VERB.search(part) or match.group().startswith(", with") or match.group().strip()[:1] in ";.:"
        ):
            parts.append(part)
            start = match.end()
    last = _DANGLING.sub("", text[start:]).strip(" ,;")
    return [fold(part) for part in [*parts, last] if re.search(r"\w", part)]
