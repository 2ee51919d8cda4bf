# ruff: noqa: E501 - a pattern reads better whole than broken
"""Where and when a meeting is, from the head of a paper; and whether two printed venues can be one place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papers.reading.dates import DATE_FIGURES, DATE_WORDS, MONTH, TIME, PrintedDate, find_dates, find_time
from papers.reading.lines import Line, fold

_GENERIC = {
    "the",
    "at",
    "in",
    "on",
    "room",
    "rooms",
    "hall",
    "halls",
    "town",
    "city",
    "civic",
    "county",
    "council",
    "chamber",
    "chambers",
    "centre",
    "center",
    "house",
    "offices",
    "office",
    "building",
    "committee",
    "suite",
    "floor",
    "street",
    "road",
    "and",
    "of",
    "st",
    "meeting",
    "virtual",
    "ground",
    "first",
    "second",
    "third",
    "court",
    "guildhall",
    "shire",
}
COMMITTEE_WORD = r"(?:Committee|Board|Panel|Commission|Sub-Committee|Forum|Cabinet|Council|(?:Working|Task|Scrutiny|Review|Task and Finish|Overview) Group|Executive)"
_OF = re.compile(
    r"\b(?:meeting|minutes|agenda)\s+(?:of\s+(?:the\s+)?(?:an?\s+)?(?:[\w-]+\s+){0,3}?(?:meeting\s+of\s+(?:the\s+|an?\s+)?)?|for\s+(?:the\s+)?)"
    r"(?P<name>(?:(?!\bheld\b|\bon\b(?!\s+[A-Z])|\bat\b|\bmeeting\b|\bwill be\b|\bis to be\b|\bto be held\b).){4,140}?)\s*(?=,?\s+(?:meeting\s+(?:held|on|at)|held|to be held|will|is|on|at|which|convened|in the|virtually)\b|[,.:–]|\s[-–—]\s(?!(?:[A-Z&]\S{0,30}\s+|and\s+|of\s+){1,6}(?:will|held|is)\b)|$)",
    re.I,
)
_WORD = re.compile(rf"\b{COMMITTEE_WORD}s?\b", re.I)
_PEOPLE = re.compile(
    r"(?:also )?(?:members? )?(?:present|in attendance|attendance|apologies|councillors?|cllrs?)\b|\w+ members present",
    re.I,
)
_FIELD = re.compile(r"[A-Z][\w /-]{0,30}:(?:\s|$)")
_LABELLED = re.compile(
    r"^(?P<label>meeting|committee|date(?: and time)?(?: of meeting)?|time|venue|place|location|held (?:at|in)|day/date/time|title)\s*[:\-–]\s*(?P<value>.*)$",
    re.I,
)


_OTHER_DAY = re.compile(
    r"\b(?:issued?|publish\w*|publication|des?patch\w*|dated|printed|updated|revised|last reviewed|as at|as of|position at|next meeting)\b",
    re.I,
)
_TO_DO = re.compile(
    r",?\s+(?:to (?:consider|transact|discuss|deal with)|and (?:now|I|we)\b|(?:which|where|when) (?:you|members|the))\b.*$",
    re.I,
)
_LINKS = re.compile(r"[.,]?\s*\b(?:view directions|map|click here.*)$", re.I)


_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s"


@dataclass
class Head:
    """What the head of a paper says of its meeting."""

    committee: str | None = None
    printed: PrintedDate | None = None
    date_line: int = 0
    time: str | None = None
    time_line: int | None = None
    venue: str | None = None


def read_head(lines: list[Line]) -> Head:
    """The committee, date, time and venue that the first lines of a paper print."""
    head = Head()
    used = [line for line in lines if not line.blank and line.cells is None]
    used = [line for at, line in enumerate(used) if not _dates_a_letter(used, at)]
    for index, line in enumerate(used):
        _labelled(head, line, used[index + 1] if index + 1 < len(used) else None)
    order = {line.number: index for index, line in enumerate(used)}
    texts = [line for line in used if _LABELLED.match(line.text) is None]
    joined = [
        fold(f"{line.text} {after.text}")
        if after and _runs_on(line, after) and not _PEOPLE.match(after.text) and not _FIELD.match(after.text)
        else line.text
        for line, after in zip(texts, [*texts[1:], None][: len(texts)], strict=True)
    ]
    _name(head, texts, joined)
    for line, both in zip(texts, joined, strict=True):
        _free(head, line, both, order)
    return head


def _runs_on(line: Line, after: Line) -> bool:
    """Whether the next line can go on with what this one says: right below it, or after words that want more."""
    return (
        after.number == line.number + 1
        or re.search(r"(?:,|\b(?:of|the|at|in|on|for|and|held))$", line.text, re.I) is not None
    )


_SAVED = re.compile(rf"^(?P<name>[A-Z][\w ,&'’()-]{{3,90}}?)\s+[-–]\s+(?={_DAY})", re.I)
_REPORT_TO = re.compile(
    rf"\b(?:report|update) (?:to|for) (?:the )?(?P<name>(?:[A-Z][\w&,'’-]* |and |of |for ){{1,8}}{COMMITTEE_WORD})\b"
)

_TOLD = re.compile(
    rf"\bThe (?P<name>(?:[A-Z][\w&,'’-]* |and |of |for ){{1,8}}{COMMITTEE_WORD}) (?:has|have|will|meets?|agreed|sits?)\b"
)


def _dates_a_letter(lines: list[Line], at: int) -> bool:
    """Whether a line is the date of a letter: nothing but a date, and Dear below it."""
    salutes = any(re.match(r"dear\b", line.text, re.I) for line in lines[at + 1 : at + 7])
    return salutes and bool(find_dates(lines[at].text)) and not without_date_time(lines[at].text)


def _name(head: Head, texts: list[Line], joined: list[str]) -> None:
    """The committee: named after "meeting of the", else a line that is a name."""
    for line, both in zip(texts, joined, strict=True):
        for words in (line.text, both) if not re.match(r"\d{1,3}[.)]?\s", line.text) else ():
            match = _OF.search(words)
            if head.committee is None and match and _WORD.search(match["name"]) and match.start() < len(line.text):
                last = re.match(r"(?:the )?(?:last|previous)\b", match["name"], re.I)
                head.committee = None if last else committee_name(match["name"])
    for line, both in zip(texts, joined, strict=True):
        if (
            head.committee is None
            and line.text.isupper()
            and both.isupper()
            and line.text != both
            and _two_lines(line.text, both)
        ):
            head.committee = committee_name(both)
    for line in texts:
        bare = _PROGRAMME.sub("", line.text).strip(" -–—:,|")
        parts = re.split(r"\s*:\s+|\s+[–—-]\s+", bare)
        for words in (*parts, bare) if find_dates(bare) else (bare, *parts):
            if head.committee is None and _is_name(without_date_time(words) if find_dates(words) else words):
                head.committee = committee_name(line.text if words == bare else words)
    for pattern in (_SAVED, _REPORT_TO, _TOLD):
        for line in texts:
            match = pattern.search(line.text) if head.committee is None else None
            head.committee = match["name"] if match else head.committee


def _two_lines(first: str, both: str) -> bool:
    """Whether a name in capitals runs over two lines: "OVERVIEW AND SCRUTINY" above "COMMITTEE"."""
    own = (
        first.split()[-1:] != ["COUNCIL"]
        and not find_dates(both)
        and not re.search(r"\d|[:.]|\bMINUTES\b|\bAGENDA\b", both)
    )
    return own and not _WORD.search(first.replace("COUNCIL", "")) and _is_name(both) and len(both.split()) <= 14


def _labelled(head: Head, line: Line, after: Line | None) -> None:
    match = _LABELLED.match(line.text)
    if match is None:
        return
    label, value = match["label"].lower(), match["value"].strip()
    if not value and after is not None and _LABELLED.match(after.text) is None:
        value, line = after.text, after
    if label in ("meeting", "committee", "title") and _WORD.search(value):
        head.committee = head.committee or committee_name(value)
    if "date" in label or label == "meeting":
        _take_date(head, value, line)
    if "time" in label or "date" in label:
        _take_time(head, value, line)
    if label in ("venue", "place", "location", "held at", "held in"):
        head.venue = head.venue or _LINKS.sub("", value) or None


def _take_date(head: Head, text: str, line: Line) -> None:
    if _OF_PRINT.match(text) or (_OTHER_DAY.search(text) and not re.search(r"\bmeeting\b", text, re.I)):
        return
    found = next((each for each in find_dates(text) if each.on), None)
    if found and head.printed is None:
        head.printed, head.date_line = found, line.number


_OF_PRINT = re.compile(
    r"(?:issued|published|printed|despatched|dispatched|circulated|date of (?:issue|publication|despatch))\b", re.I
)


def _take_time(head: Head, text: str, line: Line) -> None:
    time = find_time(DATE_FIGURES.sub(" ", text))
    if time and head.time is None:
        head.time, head.time_line = time, line.number


def _free(head: Head, line: Line, joined: str, order: dict[int, int]) -> None:
    text = line.text
    _take_date(head, text, line)
    if head.printed is None and re.search(r"\b(?:on|held)\b", text, re.I):
        _take_date(head, joined, line)
    near = head.date_line in order and abs(order[line.number] - order[head.date_line]) <= 5
    if near or re.search(r"\b(?:commenc|start|began|at \d)", text, re.I):
        _take_time(head, text, line)
    if head.venue is None:
        rest = text.removeprefix(head.committee or "").strip(" :,-–—")
        head.venue = _venue_in(text, joined) or (_lone_place(rest) if near else None)


def _lone_place(text: str) -> str | None:
    """A venue on a line of its own, or beside the date and time."""
    words = without_date_time(
        re.sub(r"^.*?\b(?:meeting )?held on\b|^(?:notes|minutes) of (?:the )?meeting(?: \d+)?,?", "", text, flags=re.I)
    )
    fits = (
        0 < len(words.split()) <= 14
        and _PLACE.search(words)
        and not _WORD.search(re.sub(r"(?:Committee|Council|Cabinet) (?:Room|Suite|Chamber|Offices|House)", "", words))
        and not words.endswith(".")
    )
    return words if fits and not _PEOPLE.match(words) and (words[0].isupper() or words[0].isdigit()) else None


def _is_name(text: str) -> bool:
    words = text.removeprefix("- ").split()
    if not 2 <= len(words) <= 16 or text.endswith((".", ";", ":")) or _WORD.search(text) is None:
        return False
    if re.match(
        r"(?:minutes|agenda|report|chair|present|councillor|cllr|members?|the committee (?:considered|noted)|officers?|contact|public (?:question|participation|speaking|session|document)|public$|part \w{1,2}\b|apolog|dear|to:|from:|attend)|.*\b(?:Councillors?|Cllrs?)\b",
        text,
        re.I,
    ):
        return False
    if re.search(r"\bcouncil$", text, re.I):
        return False
    small = {"and", "of", "the", "for", "&", "-", "–", "in", "to", "on"}
    return all(
        word[0].isupper() or word[0] in "(&-–'\"" or word.lower() in small or word[0].isdigit() for word in words
    )


_PAPER = r"(?:(?:rolling |live |current )?(?:(?:draft\s+)?(?:forward\s+)?work(?:ing)?\s+(?:programme|program|plan)|programme of work|(?:actions?|recommendations?|decisions?|outcomes?|resolutions?)\s+(?:and\s+recommendations?\s+)?(?:trackers?|tracking|logs?|lists?|sheets?|monitor(?:ing)?|register|arising|update)|outstanding (?:actions|items)|matters arising|forward plan|agenda|trackers?))"
_PROGRAMME = re.compile(
    rf"\s*[-–—:,|]?\s*\(?\b{_PAPER}\b(?:(?:\s+(?:for|of)(?:\s+the)?\b|\s*[-–—:])(?=.*\b(?:committee|board|panel|commission)\b)|.*$)",
    re.I,
)


def committee_name(text: str) -> str:
    """The name of a committee without the date, the word minutes, and the marks round it."""
    text = re.sub(
        r"\s*\((?:special|extraordinary|additional|virtual|remote|hybrid|call[- ]in)\b[^()]*\)", "", text, flags=re.I
    )
    text = re.sub(r"(?<=[a-z])\s*[-–—]\s*(?:draft\s+)?minutes\b.*$", "", text, flags=re.I)
    text = re.sub(r"(?<=\w)\s+minutes$", "", text, flags=re.I)
    text = fold(DATE_WORDS.sub("", text))  # the gaps where dates stood take long to search
    text = re.sub(rf"[\s,–—-]*(?:at\s+)?(?:{TIME.pattern})\s*$", "", text, flags=re.I)
    text = re.sub(
        r"^(?:draft\s+)?(?:minutes|agenda)\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?)?(?:meeting\s+of\s+(?:the\s+)?)?",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(rf"^.{{3,60}}\bCouncil\s*[-–—:,]\s+(?=.*\b(?!Council){COMMITTEE_WORD}\b)", "", text, flags=re.I)
    rest = _PROGRAMME.sub("", text)
    text = rest if _WORD.search(rest) else text
    return fold(re.sub(r"^the\s+", "", text.strip(" -–—:,.|"), flags=re.I)).strip(" -–—:,.|")


_CUT_SHORT = re.compile(r"\bheld\s+(?:at|in)(?:\s+(?:the\s+)?[A-Z][\w'’,-]*){0,4}$")
_VENUE = re.compile(
    r"\b(?:meeting\s+)?held\s+(?:at|in)\s+(?:the\s+)?(?P<venue>(?!\d).+)$|,\s+via\s+(?P<online>[A-Z].+)$", re.I
)
_PLACE = re.compile(
    r"\b(?:chamber|room|rooms|hall|civic|guildhall|town hall|centre|building|offices?|house|teams|zoom|remotely|virtual|library|school|college|theatre|suite|boardroom|square|road|street|hub|pavilion|parlour|gallery|mansion|institute|stadium)\b",
    re.I,
)


def _place_of(match: re.Match[str]) -> str:
    return match["venue"] or match["online"]


def _venue_in(text: str, joined: str) -> str | None:
    match = _VENUE.search(joined if _CUT_SHORT.search(text) else text)
    printed_at = match is not None
    if match is None:
        match = re.search(
            r"\b(?i:in|at)\s+(?P<venue>(?P<online>)(?i:the\s+)?(?:[A-Z][\w'’.&-]*,?\s+){0,8}?(?i:Chamber|Room|Hall|Offices?|Centre|House|Suite)\b(?:[^.;]|(?<=\d)\.(?=\d)|(?<=[ap])\.(?=\s?m))*)",
            joined,
        )
        if match is None or match.start() >= len(text):
            return None
    venue = without_date_time(re.split(r"\b(?:PRESENT|Present|Members present)\b", _place_of(match))[0])
    venue = _TO_DO.sub("", _LINKS.sub("", venue))
    venue = re.split(r",?\s+(?:commencing|starting|on (?=[A-Z][a-z]+day\b))", venue, flags=re.I)[0]
    venue = re.sub(
        r",?\s+(?:on|at|from|commencing|starting|beginning)(?:\s+(?:at|on))?(?=,|$)", "", venue, flags=re.I
    ).strip(" ,.-–")
    printed = re.search(r"held\s+(?:at|in)\s+(the\s+)", text, re.I)
    venue = f"{printed.group(1)}{venue}" if printed and venue else venue
    named = printed_at and re.match(rf"(?:the\s+)?(?!{MONTH}\b)[A-Z\d]", venue) and len(venue.split()) <= 14
    return venue if venue and (named or _PLACE.search(venue)) else None


def without_date_time(text: str) -> str:
    """The text without its date and time: what is left of a programme heading is the venue."""
    text = DATE_WORDS.sub("|", text)
    text = DATE_FIGURES.sub("|", text)
    text = TIME.sub("|", text)
    parts = [re.sub(r"\s+(?:on|at|from)$", "", part.strip(" ,.;:-–—")) for part in re.split(r"\|", text)]
    words = [
        part
        for part in parts
        if part
        and part.lower()
        not in ("at", "on", "to", "and", "meeting", "date", "venue", "from", "commencing at", "hours", "starting at")
    ]
    return re.sub(r"^(?:at|in|venue:?)\s+", "", ", ".join(words), flags=re.I).strip(" ,.")


def same_place(one: str, other: str) -> bool:
    """Whether two printed venues can be the same place: their telling words do not all differ."""
    a, b = _telling(one), _telling(other)
    return not a or not b or bool(a & b)


def _telling(venue: str) -> set[str]:
    return {word for word in re.findall(r"[a-z']+", venue.lower()) if word not in _GENERIC}
