# ruff: noqa: E501 - a pattern reads better whole than broken
"""The names of committees: told from other words at the head of a paper, and bare of what stands round them."""

from __future__ import annotations

import re

from papers.reading.dates import DATE_WORDS, TIME, find_dates
from papers.reading.lines import Line, fold
from papers.reading.venues import HOUSES, without_date_time

COMMITTEE_WORD = r"(?:Committee|Board|Panel|Commission|Sub-Committee|Sub-Group|Forum|Cabinet|Council|(?:Working|Task|Scrutiny|Review|(?:Task|T) (?:and|&) (?:Finish|F)|Overview) Group|(?:Working|Task) Party|Task Force|Executive)"
WORD = re.compile(rf"\b{COMMITTEE_WORD}s?\b", re.I)
_WITHIN = r"(?!\bheld\b|\bon\b(?!\s+[A-Z])|\bat\b|\bmeeting\b|\bwill be\b|\bis to be\b|\bto be\b)."
_OF = re.compile(
    r"\b(?:meeting|minutes?|notes?|record|agenda)\s+(?:of\s+(?:the\s+)?(?:an?\s+)?(?:(?!held\b|on\b|at\b|in\b|meeting\s+\w)[\w-]+\s+){0,3}?(?:(?:meeting|proceedings|discussions?)\s+of\s+(?:the\s+|an?\s+)?)?|of\s+meeting:?\s+|for\s+(?:the\s+)?)"
    rf"(?P<name>(?=(?-i:[A-Z]))(?:(?!\d|\.\s){_WITHIN}){{0,120}}?\b{COMMITTEE_WORD}\b(?! (?:Room|Suite)\b)(?:{_WITHIN}){{0,80}}?)\s*(?=,?\s+(?:meeting\s+(?:held|on|at)|held|to\s+be|to\s+(?:consider|discuss|hear|review|receive)|took\s+place|met|was|will|is|on|at|which|convened|in the|virtually)\b|[,.:–]|\s\((?:\w+\s)?(?:meeting|session)\b|\s[-–—]\s(?!(?-i:(?!(?:[A-Z]+DAY|MINUTES|AGENDA|NOTES)\b)[A-Z]{{3,}}(?: [A-Z&]+){{0,4}})$)(?!(?:[A-Z&]\S{{0,30}}\s+|and\s+|of\s+){{1,6}}(?:will|held|is)\b)|$)",
    re.I,
)
_POST = re.compile(r"\b(?:Chief|Deputy Chief) Executive\b|\bExecutive (?:Director|Member|Head|Officer)\b", re.I)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s"
_SAVED = re.compile(rf"^(?P<name>[A-Z][\w ,&'’()-]{{3,90}}?)\s+[-–]\s+(?={_DAY})", re.I)
_NOTES_OF = re.compile(
    rf"^(?P<name>[A-Z](?=.*\b(?i:{COMMITTEE_WORD})\b)[\w ,&'’()-]{{3,90}}?)\s*[-–—:,]\s+(?i:(?:(?:draft|action|informal)\s+)*(?:notes?|minutes?))\b"
)
_REPORT_TO = re.compile(
    rf"\b(?i:report|update) (?:to|for) (?:the )?(?P<name>(?:[A-Z][\w&,'’-]* |and |of |for ){{1,8}}{COMMITTEE_WORD})\b"
)
_TO_MEMBERS = re.compile(
    rf"to:?\s+(?:all |the |elected )*members of (?:the )?(?P<name>[A-Z][^.:;]{{2,90}}?{COMMITTEE_WORD})\b", re.I
)
_OF_MEMBERS = re.compile(
    rf"(?:elected )?members of (?:the )?(?P<name>(?-i:[A-Z])[^.:;]{{2,90}}?{COMMITTEE_WORD})\W*$", re.I
)
_TOLD = re.compile(
    rf"\bThe (?P<name>(?:[A-Z][\w&,'’-]* |and |of |for ){{1,8}}{COMMITTEE_WORD}) (?:has|have|will|meets?|agreed|sits?)\b"
)
_PAPER = r"(?:(?:rolling |live |current )?(?:(?:draft\s+)?(?:forward\s+)?work(?:ing)?\s+(?:programme|program|plan)|programme of work|(?:actions?|recommendations?|decisions?|outcomes?|resolutions?)\s+(?:and\s+recommendations?\s+)?(?:trackers?|tracking|logs?|lists?|sheets?|monitor(?:ing)?|register|arising|update)|outstanding (?:actions|items)|matters arising|forward plan|agenda|trackers?))"
_PROGRAMME = re.compile(
    rf"\s*[-–—:,|]?\s*\(?\b{_PAPER}\b(?:(?:\s+(?:for|of)(?:\s+the)?\b|\s*[-–—:])(?=.*\b(?:committee|board|panel|commission)\b)|.*$)",
    re.I,
)


def committee_in(texts: list[Line], joined: list[str]) -> str | None:
    """The committee that the head of a paper names: after "meeting of the", else a line that is a name, else in a sentence.

    `joined` are the lines of `texts`, each with the next where that goes on with it.
    """
    addressed = [match["name"] for both in joined if (match := _TO_MEMBERS.match(both))]
    seated = (match["name"] for line in texts if (match := _OF_MEMBERS.match(line.text)))
    pairs = [
        (line, both)
        for line, both in zip(texts, joined, strict=True)
        if not _TO_MEMBERS.match(line.text) and not any(name.endswith(line.text) for name in addressed)
    ]
    texts = [line for line, _ in pairs]
    of = (name for line, both in pairs if (name := _after_of(line, both)))
    over = (both for line, both in pairs if _over_two_lines(line.text, both))
    named = (name for line in texts if (name := _name_alone(line.text)))
    told = (
        match["name"]
        for each in (_NOTES_OF, _SAVED, _REPORT_TO, _TOLD)
        for line in texts
        if (match := each.search(line.text))
    )
    whole = next(of, None) or next(over, None) or next(named, None)
    return committee_name(whole) if whole else next(told, None) or next(iter(addressed), None) or next(seated, None)


_ANY_BODY = re.compile(
    rf"(?:(?:all\s+|the\s+)*members\s+of\s+)?(?:(?:the|this)\s+)?(?:(?:said|above|joint)\s+)?{COMMITTEE_WORD}", re.I
)  # whose name is told elsewhere


_OF_A_COUNCIL = re.compile(
    r"(?<=\w) of (?:the )?(?:(?:[A-Z][\w'’&-]*|and|upon|on|with|the) ){1,5}Council(?=$|,? (?:held|on|at|in|which)\b)"
)  # after the name of its committee


def _after_of(line: Line, both: str) -> str | None:
    """What a line names after "meeting of the", unless it is of the last one."""
    for words in (line.text, both) if not re.match(r"\d{1,3}[.)]?\s", line.text) else ():
        match = _OF.search(words)
        if words == line.text and _OF_A_COUNCIL.search(both):
            continue  # the name of the council runs over the line
        if match and match.start() < len(line.text) and not _ANY_BODY.fullmatch(match["name"]):
            return None if re.match(r"(?:the )?(?:last|previous)\b", match["name"], re.I) else match["name"]
    return None


def _over_two_lines(text: str, both: str) -> bool:
    return text.isupper() and both.isupper() and text != both and _two_lines(text, both)


def _name_alone(text: str) -> str | None:
    """The name that a line is, or that stands in it beside the kind of paper, the council or the day."""
    bare = _PROGRAMME.sub("", text).strip(" -–—:,|")
    parts = re.split(r"\s*:\s+|\s+[–—-]\s+", bare)
    for words in (*parts, bare) if find_dates(bare) else (bare, *parts):
        if _is_name(without_date_time(words) if find_dates(words) else words):
            return text if words == bare else words
    return None


_COUNCIL_OF = re.compile(
    r"COMHAIRLE|CYNGOR|(?:COUNTY |LONDON |ROYAL |METROPOLITAN )*(?:BOROUGH|CITY|COUNTY|DISTRICT|TOWN) OF\b"
)  # a council whose name does not end in that word


def _two_lines(first: str, both: str) -> bool:
    """Whether a name in capitals runs over two lines: "OVERVIEW AND SCRUTINY" above "COMMITTEE"."""
    own = (
        first.split()[-1:] != ["COUNCIL"]
        and not _COUNCIL_OF.match(first)
        and not find_dates(both)
        and not re.search(r"\d|[:.]|\bMINUTES\b|\bAGENDA\b", both)
    )
    return own and not WORD.search(first.replace("COUNCIL", "")) and _is_name(both) and len(both.split()) <= 14


def _is_name(text: str) -> bool:
    words = text.removeprefix("- ").split()
    if (
        not 2 <= len(words) <= 16
        or text.endswith((".", ";", ":"))
        or WORD.search(_POST.sub("", HOUSES.sub("", text))) is None
    ):
        return False
    if re.match(
        r"(?:mr|mrs|ms|miss|dr)\b|.*\bcommittee (?:officer|clerk|services|manager|support|administrator|secretary|room)\b|(?:minutes|agenda|report|chair|present|councillor|cllr|members?|the committee (?:considered|noted)|officers?|contact|public (?:question|participation|speaking|session|document)|public$|part \w{1,2}\b|apolog|dear|to:|from:|attend)|.*\b(?:Councillors?|Cllrs?)\b",
        text,
        re.I,
    ):
        return False
    if re.search(
        rf"\bcouncil of (?!(?:.* )?{COMMITTEE_WORD})[\w'& -]+$|\b(?:council|department|directorate|offices?|secretariat|support|services?)$",
        text,
        re.I,
    ):
        return False
    small = {"and", "of", "the", "for", "&", "-", "–", "in", "to", "on"}
    return all(
        word[0].isupper() or word[0] in "(&-–'\"" or word.lower() in small or word[0].isdigit() for word in words
    )


def committee_name(text: str) -> str:
    """The name of a committee without the date, the word minutes, and the marks round it."""
    text = re.sub(
        r"\s*\((?:special|extraordinary|additional|virtual|remote|hybrid|informal|(?:\w+ )?(?:meeting|session))\b[^()]*\)",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(r"(?<=[a-z])\s*[-–—:]\s*(?:draft\s+)?minutes\b.*$", "", text, flags=re.I)
    text = re.sub(r"^(?:(?:draft|informal|action)\s+)*(?:notes?|minutes?)\s*[:–—-]\s*", "", text, flags=re.I)
    text = re.sub(r"(?<=\w)\s+minutes$", "", text, flags=re.I)
    text = fold(DATE_WORDS.sub("", text))  # the gaps where dates stood take long to search
    text = re.sub(rf"[\s,–—-]*(?:at\s+)?(?:{TIME.pattern})\s*$", "", text, flags=re.I)
    text = re.sub(
        r"^(?:draft\s+)?(?:minutes?|agenda|notes?|record)\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?)?(?:meeting\s+of\s+(?:the\s+)?)?",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(rf"^.{{3,60}}\bCouncil\s*[-–—:,]\s+(?=.*\b(?!Council){COMMITTEE_WORD}\b)", "", text, flags=re.I)
    text = re.sub(r"[\s,–-]+\(?20\d\d(?:\s?[/-]\s?\d{2,4})?\)?$", "", text)
    bare = _OF_A_COUNCIL.sub("", text)
    text = bare if WORD.search(bare) else text
    rest = _PROGRAMME.sub("", text)
    text = rest if WORD.search(rest) else text
    return fold(re.sub(r"^the\s+", "", text.strip(" -–—:,.|"), flags=re.I)).strip(" -–—:,.|")
