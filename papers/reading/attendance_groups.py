# ruff: noqa: E501 - a pattern reads better whole than broken
"""The labels of an attendance: which words open the names of those present, of others who came, or of apologies."""

from __future__ import annotations

import re

from papers.reading.names import TITLED

_GROUPS = (
    (
        "also present",
        re.compile(
            r"(?:also (?:present|in attendance|attending)|in attendance|officers?(?: (?:present|in attendance|attending))?|others? (?:present|in attendance)|together with|attending (?:online|remotely|virtually)|guests|attending|witnesses|cabinet members?(?: present| in attendance)?)(?:\s+\([^)]{1,60}\))?\s*(?::|[-–—](?=\s)|$)",
            re.I,
        ),
    ),
    (
        "apologies",
        re.compile(
            r"(?:apolog(?:ies|y)(?: for (?:absence|non-attendance|lateness))?(?: and substitut(?:es|ions?))?|absent)(?:\s*(?:[:–—-]\s*)?(?:(?:were|was|had been|have been) )?(?:received|submitted|given|tendered|noted|intimated|sent)(?: on behalf of| from| by| for)\s*:?|\s*(?::|[-–—](?=\s)|$))",
            re.I,
        ),
    ),
    (
        "present",
        re.compile(
            r"(?:(?:\w+ ){0,2}members? (?:present|in attendance)(?: in person| remotely| virtually)?|councillors? (?:present|in attendance)|(?:committee |panel |board |sub-committee )?members(?=\s*:)|councillors(?=\s*:)|attendees|sederunt|present|(?:record of )?attendance|those present|committee members(?: present)?|voting members|co-?opted members|(?:county |borough |district |city )?councillors(?= present|:))(?:\s+\([^)]{1,60}\))?\s*(?::|[-–—](?=\s)|$)",
            re.I,
        ),
    ),
)
_LABELLED = re.compile(r"(?P<label>[A-Za-z][\w'’/&,() -]{2,70}?)\s*:(?:-|–)?(?=\s|$)")
_COUNCIL_OF = re.compile(
    r"(?P<label>[A-Z][\w'’& ]{2,60}? (?:Council|[A-Z]{0,3}(?:BC|CC|DC)))\s+[–—-](?=\s+(?:Councillors?|Cllrs?)\b)"
)  # "Hale DC - Councillors A Dale and B Eden"
_SORTS = r"(?:officers?|guests?|partners?|witnesses|observers?|advis[eo]rs|staff|public|press|others?|representatives|speakers|invitees|cabinet members?|portfolio holders?|(?:other|visiting|non-committee) (?:members|councillors))"
_HEADING_OF_OTHERS = re.compile(
    rf"(?:(?:council|external|invited|supporting|visiting|other) )?{_SORTS}(?:(?: and | & |, | / ){_SORTS}){{0,3}}(?: (?:present|in attendance|attending))?",
    re.I,
)
_BODY_ALONE = re.compile(
    r"\b(?:council|authority|trust|borough|district|party|group|city|county|alliance|labour|conservatives?|liberal democrats?|greens?|independents?|unaligned|plaid cymru|reform uk|(?-i:[A-Z]{0,3}(?:BC|CC|DC)))$",
    re.I,
)  # whose members follow
_OTHERS = re.compile(
    r"\b(?:officers?|staff|others?|(?:cabinet|executive|lead|visiting|portfolio|non[- ]\w+) (?:members?|holders?|councillors?)|guests?|public|press|observers?|witness(?:es)?|also|advis[eo]rs?|advising|support|partners?|external|invited|invitees|invitation|speakers?|clerk|secretariat|signator(?:y|ies)|call(?:ed|ing|ers?)?[- ]in|decision[- ](?:maker|taker)|in attendance|attending(?: remotely| online)?)\b",
    re.I,
)
_OF_COMMITTEE = re.compile(
    r"\b(?:members|councillors?|cllrs?|present|attend(?:ees|ance|ing|ed)|co-?opt(?:ed|ees?)|substitutes?|sederunt|representatives|who (?:was|were|is) (?:there|here)|those (?:there|here)|in the chair|on the (?:call|panel|committee|board|commission|group)|(?:a)?round the table|joining|joined by|taking part)\b|^(?:(?:vice[- ]|deputy )?(?:chair(?:man|person|woman|ing)?|convener)|here|there|presiding)$",
    re.I,
)
_AWAY = re.compile(
    r"\bapolog|\babsent|\babsences?\b|\bsorry\b|\bregrets\b|\b(?:unable|not able) to\b|\b(?:could|did)(?: not\b|n['’]t\b)|\bnot (?:present|there|here|in attendance)\b|\bexcused\b",
    re.I,
)
_OWN_ATTENDING = re.compile(
    r"(?:(?:committee|panel|board|commission|sub-committee|scrutiny|elected|voting|substitute|working party|group) ){0,2}(?:members|councillors) (?:who were )?(?:present|in attendance|attending)\b",
    re.I,
)
_FIELD = re.compile(
    r"(?:date|day|time|venue|place|location|where|when|meeting|contact|note|n\.?b\.?|quorum|duration|start(?:ed)?|finish(?:ed)?|title|subject|page|tel(?:ephone)?|e-?mail|wards?|agenda|minutes?|key|held)\b",
    re.I,
)  # a label of the head of the paper, which names nobody


def group_of(text: str) -> tuple[str | None, str]:
    """Whether a line opens the names of those present, also present or with apologies, and the rest of the line."""
    labelled = _labelled_group(text)
    if labelled[0] or not labelled[1]:
        return labelled
    for name, pattern in _GROUPS:
        match = pattern.match(text)
        if match:
            return name, text[match.end() :].strip(" :–—-")
    if _HEADING_OF_OTHERS.fullmatch(text):
        return "also present", ""
    match = re.match(r"PRESENT\b|ALSO PRESENT\b|IN ATTENDANCE\b|APOLOGIES\b", text)
    if match:
        word = match.group().lower().replace("in attendance", "also present")
        return word, re.sub(r"^for absence\b", "", text[match.end() :].strip(" :–—-"), flags=re.I).strip(" :–—-")
    return None, text


def _labelled_group(text: str) -> tuple[str | None, str]:
    """The group a label such as "Visiting Cabinet Members:" names: apologies, others, or the committee's own."""
    label, rest = label_in(text)
    if label is None:
        return None, text
    if not rest and names_a_body(label):
        return None, ""
    group = group_named(label)
    return (group, rest) if group else (None, text)


def label_in(text: str) -> tuple[str | None, str]:
    """The label that a line begins with and what follows it; None where it has none."""
    match = _LABELLED.match(text) or _COUNCIL_OF.match(text)
    if match is None or len(match["label"].split()) > 8 or re.match(rf"{TITLED}\s", match["label"]):
        return None, text
    return match["label"], text[match.end() :].strip(" :–—-")


def group_named(label: str) -> str | None:
    """The group that the words of a label name, or None."""
    if _AWAY.search(label):
        return "apologies"
    if _OTHERS.search(label) and not _OWN_ATTENDING.match(label):
        return "also present"
    return "present" if _OF_COMMITTEE.search(label) else None


def names_a_body(label: str) -> bool:
    """Whether words name a council or a party whose members are listed below: they change nothing of who came."""
    return _BODY_ALONE.search(label) is not None and re.match(rf"{TITLED}\s", label) is None and "," not in label


def is_field(label: str) -> bool:
    """Whether a label is one of the head of a paper, such as "Venue"."""
    return _FIELD.match(label) is not None
