# ruff: noqa: E501 - a pattern reads better whole than broken
"""Of which committee a meeting is, where and when, from the head of a paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from papers.reading.committees import WORD, committee_in, committee_name
from papers.reading.dates import DATE_FIGURES, PrintedDate, find_dates, find_time
from papers.reading.lines import Line, fold, parts_of
from papers.reading.venues import HOUSES, LINKS, PLACE, venue_in, without_date_time

_PEOPLE = re.compile(
    r"(?:also )?(?:members? )?(?:present|in attendance|attendance|apologies|councillors?|cllrs?)\b|\w+ members present",
    re.I,
)
_FIELD = re.compile(r"[A-Z][\w /-]{0,30}:(?:\s|$)")
_LABEL = r"(?:(?:name of )?(?:meeting|committee)|meeting|committee|(?:meeting )?date(?: and time)?(?: of (?:the )?meeting)?|day|(?:start(?:ing)? )?time(?: of meeting)?|start(?:ed|s)?(?: time| at)?|began|commenced|(?:(?:please )?note )?(?:the )?(?:(?:change of|changed|new|revised) )?venue|(?:meeting )?place|location|where(?: held)?|when|held(?: (?:at|in|on))?|day/date/time|title)"
LABELLED = re.compile(rf"^(?P<label>{_LABEL})\s*[:\-–]\s*(?P<value>.*)$", re.I)
_LABEL_ALONE = re.compile(_LABEL, re.I)
_NEXT_LABEL = re.compile(rf"[.;,|]\s+(?={_LABEL}\s*:\s*\S)", re.I)
_ITEM_MARK = re.compile(rf"^(?:{DATE_FIGURES.pattern})\s*[-–,:]\s*|\s*\(item [\w.]{{1,5}}\)$", re.I)
_OTHER_DAY = re.compile(
    r"\b(?:issued?|publish\w*|publication|des?patch\w*|dated|printed|updated|revised|last reviewed|as at|as of|position at|next meeting)\b",
    re.I,
)
_OF_PRINT = re.compile(
    r"(?:issued|published|printed|despatched|dispatched|circulated|date of (?:issue|publication|despatch)|min(?:ute)?\.? (?:no\.? ?)?\d{1,4})\b",
    re.I,
)


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
    used = [part for line in lines if not line.blank and line.cells is None for part in _each_label(line)]
    used = [line for at, line in enumerate(used) if not _dates_a_letter(used, at)]
    for index, line in enumerate(used):
        _labelled(head, line, used[index + 1] if index + 1 < len(used) else None)
    order = {line.number: index for index, line in enumerate(used)}
    texts = [line for line in used if LABELLED.match(line.text) is None]
    joined = [
        fold(f"{line.text} {after.text}")
        if after and _runs_on(line, after) and not _PEOPLE.match(after.text) and not _FIELD.match(after.text)
        else line.text
        for line, after in zip(texts, [*texts[1:], None][: len(texts)], strict=True)
    ]
    head.committee = head.committee or committee_in(texts, joined)
    for line, both in zip(texts, joined, strict=True):
        _free(head, line, both, order)
    return head


def _each_label(line: Line) -> list[Line]:
    """A line of several labels and values as one for each: "When: 9 May 2025, 9.30am. Where: Room 12"."""
    parts = parts_of(line)
    if len(parts) > 1 and _LABEL_ALONE.fullmatch(parts[0]):
        return [replace(line, text=f"{parts[0]}: {' '.join(parts[1:])}", left=None)]
    if len(parts) > 1 and parts[0].casefold().endswith(" council"):
        return [replace(line, text=part, left=None) for part in parts]
    if LABELLED.match(line.text) is None:
        return [_without_enclosure(line)]
    several = any(LABELLED.match(part) for part in parts_of(line)[1:])
    text = " | ".join(parts_of(line)) if several else line.text
    return [replace(line, text=part.strip(" .|")) for part in _NEXT_LABEL.split(text)]


_ENCLOSURE = re.compile(r"(?:appendix|annex|agenda item|item|paper|enclosure|page)(?: no\.?)? ?[\dA-Z]{1,3}", re.I)


def _without_enclosure(line: Line) -> Line:
    """A line without the number of the paper at the right of the page: "APPENDIX 1"."""
    *parts, last = parts_of(line)
    return replace(line, text=" ".join(parts), left=None) if parts and _ENCLOSURE.fullmatch(last) else line


def _runs_on(line: Line, after: Line) -> bool:
    """Whether the next line can go on with what this one says: right below it, or after words that want more."""
    return (
        after.number == line.number + 1
        or re.search(r"(?:,|\b(?:of|the|at|in|on|for|and|held))$", line.text, re.I) is not None
    )


def _dates_a_letter(lines: list[Line], at: int) -> bool:
    """Whether a line is the date of a letter: nothing but a date, or one labelled so, and Dear below it."""
    salutes = any(re.match(r"dear\b", line.text, re.I) for line in lines[at + 1 : at + 7])
    words = re.sub(r"^(?:our )?date\s*:", "", lines[at].text, flags=re.I)
    return salutes and bool(find_dates(words)) and not without_date_time(words)


def _labelled(head: Head, line: Line, after: Line | None) -> None:
    match = LABELLED.match(line.text)
    if match is None:
        return
    label, value = match["label"].lower(), match["value"].strip()
    if not value and after is not None and LABELLED.match(after.text) is None:
        value, line = after.text, after
    if label.removeprefix("name of ") in ("meeting", "committee", "title") and WORD.search(value):
        head.committee = head.committee or committee_name(_ITEM_MARK.sub("", value))
    if "date" in label or label in ("meeting", "day", "when", "held", "held on"):
        _take_date(head, value, line)
    if "time" in label or "date" in label or re.match(r"start|began|commenced|(?:when|held|meeting)$", label):
        _take_time(head, value, line)
    if re.fullmatch(r".*\bvenue|.*\bplace|location|where.*|held (?:at|in)", label):
        head.venue = head.venue or LINKS.sub("", value) or None


def _take_date(head: Head, text: str, line: Line) -> None:
    if _OF_PRINT.match(text) or (_OTHER_DAY.search(text) and not re.search(r"\bmeeting\b", text, re.I)):
        return
    found = next((each for each in find_dates(text) if each.on), None)
    if found and head.printed is None:
        head.printed, head.date_line = found, line.number


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
    near = near or _is_place_and_time(text)
    if near or re.search(r"\b(?:commenc|start|began|at \d)", text, re.I):
        _take_time(head, text, line)
    if head.venue is None:
        whole = joined if text.endswith(",") else text
        rest = (whole.partition(head.committee or "\0")[2] or whole).strip(" :,-–—")
        aside = next((words for words in _ASIDE.findall(text) if find_time(words)), "")
        head.venue = venue_in(text, joined) or (_lone_place(aside or rest) if near else None)


_ASIDE = re.compile(r"\(([^()]{4,90})\)")  # "(10am, Parish Rooms)"


def _is_place_and_time(text: str) -> bool:
    """Whether a line says where and at what time, and nothing more: "Chamber, Guildhall - 10.00 a.m. - 12.25 p.m."."""
    return find_time(text) is not None and len(text) < 120 and _lone_place(text) is not None


_PROPER = re.compile(r"(?:the )?[A-Z][\w'’.-]*(?:,? (?:[A-Z][\w'’.-]*|of|the|and|in|at|on|&))*")


def _lone_place(text: str) -> str | None:
    """A venue on a line of its own, or beside the date and time; beside both it need not say what sort of place it is."""
    dated = find_time(text) is not None and bool(find_dates(text)) and re.search(r"[,|–—-]", text) is not None
    words = without_date_time(
        re.sub(
            r"^.*?\b(?:meeting )?held(?: on)?\b:?|^(?:(?:action|draft) )*(?:notes|minutes)\s*[,:–-]+\s|^(?:(?:notes|minutes) of )?(?:the )?meeting(?: (?:no\.? ?)?\d+)?\s*[,:–-]?(?=\W|$)",
            "",
            text,
            flags=re.I,
        )
    )
    words = re.sub(r"^(?:(?:in|at)\s+)?(?:the\s+)?(?=[A-Z])", "", words)
    fits = (
        0 < len(words.split()) <= 14
        and (PLACE.search(words) or (dated and _PROPER.fullmatch(words) and len(words.split()) <= 8))
        and not WORD.search(HOUSES.sub("", words))
        and not re.fullmatch(r"(?:[A-Z]\.? ?)+ [A-Z][\w'’]+-[A-Z][\w'’-]+", words)  # "T Wadsworth-Hall"
        and not words.endswith(".")
    )
    return words if fits and not _PEOPLE.match(words) and (words[0].isupper() or words[0].isdigit()) else None
