# ruff: noqa: E501 - a pattern reads better whole than broken
"""A work programme that is no table: items listed under the date of each meeting, or told in sentences."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from papers.reading.dates import MONTH, find_dates
from papers.reading.facts import ProgrammeRow
from papers.reading.labels import take_bullet, take_label
from papers.reading.labels_and_values import read_label_blocks
from papers.reading.lines import Line, parts_of
from papers.reading.owners import is_owner
from papers.reading.people import POST, authors_of
from papers.reading.programme import Found, Heading, calls_itself_programme, heading_of, reads_as_programme
from papers.reading.programme_told import told_programme
from papers.reading.seat_lists import NAMED

_LABELS = {
    "title": r"(?:agenda )?(?:item|topic|title|subject|issue|report)(?: title| \d{1,2})?",
    "author": r"(?:lead|report|responsible)? ?(?:officer|author|lead|contact|presenter|witness(?:es)?)s?|report (?:by|of|from)|presented by",
    "date": r"(?:meeting |committee |target )?date(?: of meeting)?|scheduled for|meeting|when",
}
_ITEM = re.compile(r"item(?:\s+(?P<number>\d{1,2}))?[.:]?\s+(?P<title>[A-Z].*)$", re.I)
_AUTHOR = re.compile(r"\s*(?:[(\[](?P<a>[^()\[\]]{3,100})[)\]]|\s[-–—]\s(?P<b>[^–—()]{3,80}))$")

_BEGINS = re.compile(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d|date\s*:|{MONTH}\b|(?:meeting|committee)\b)", re.I
)  # a day
_DAY_AND_ITEMS = re.compile(r"(?P<day>[^:;–—]{5,60}?)(?:\s+[-–—]\s+|\s*:\s+|\s{3,})(?P<items>[A-Z].{3,})$")
_DASHED = re.compile(r"\s[-–—]\s[^–—()]{3,80}$")
_MARKS = re.compile(r"\s*[*†‡#]+$")  # that a note at the head or the foot explains
_UNENDED = re.compile(r"(?:[,:&–-]|\b(?:and|of|for|the|to|in|on|with|by|a))$")
_NOTE = re.compile(
    r"^(?:not|if|subject to|unless|moved|deferred|brought forward|requested|added|from|before|until|date)\b|\b(?:to attend|to be invited|invited|attending|to follow)$",
    re.I,
)
_DETAILS = re.compile(
    r"(?:(?:joint |verbal )?(?:report|paper|presentation|update|briefing|evidence) (?:by|from|of)|lead(?: officer)?\b|presented by|to [a-z])",
    re.I,
)
_LABELLED = re.compile(
    r"(?:items?|business|agenda|contact|venue|location|place|time|date|e-?mail|tel\w*|notes?|chair|members(?:hip)?|key|source)\s*:",
    re.I,
)
_TOLD_ABOVE = 1  # paragraphs that may say something of a meeting before its items: its venue, how it will be held
_SAYS_WHAT = re.compile(
    r"\b(?:Schools|Education|Services|Housing|Communities|Presentations?|Reports?|Reviews?|Updates?|Plans?|Strateg(?:y|ies)|Polic(?:y|ies)|Proposals?|Performance|Findings|Recommendations|Response|Overview|Briefing|Monitoring|Inquiry|Evidence|Results|Budget|Programme|Attendance|Members|Boards|Trusts|Arrangements|Provision)$"
)  # the last word of what goes on with a title, and names nobody
_PRESENTED = re.compile(
    r"^(?:to be )?(?:presented|introduced|led|reported|report|item|presentation|update) (?:by|from|of) ", re.I
)


def read_schedule(lines: list[Line], near: dt.date | None) -> list[Found]:
    """The rows of a paper that calls itself a work programme, under their meetings; none of any other paper."""
    if not reads_as_programme(lines):
        return []
    ways = (_blocked, _listed, _marked, _run_in, _titled, told_programme)
    return next((found for way in ways if (found := [each for each in way(lines, near) if each.rows])), [])


@dataclass
class _Draft:
    """A listed item while its lines are being read; `bullet` says how the list marks its items."""

    words: str
    number: str | None
    line: int
    bullet: bool = False
    last: Line | None = None

    def take(self, line: Line, width: int) -> None:
        """A line right below: more of the item where there was no room for its first word, else a note on it."""
        above = self.last
        if above is None:
            return
        full = above.indent + len(above.text) + 1 + len(line.text.split()[0]) >= width
        opened = self.words.count("(") > self.words.count(")")
        if opened or full or line.text[0].islower() or _UNENDED.search(self.words):
            self.words += f" {line.text}"
            self.last = line
        else:
            self.last = None


def _listed(lines: list[Line], near: dt.date | None) -> list[Found]:
    """The items with a number or a bullet below the heading of each meeting."""
    found: list[tuple[Heading, list[_Draft]]] = []
    width = max((line.indent + len(line.text) for line in lines if line.cells is None and not line.left), default=0)
    open_list = False
    told = 0  # paragraphs between the heading and its first item
    gap = True
    for line in lines:
        if line.blank or line.furniture or line.cells is not None:
            gap = gap or line.blank
            continue
        bullet, rest = take_bullet(line.text)
        label, words = take_label(rest)
        item = None if bullet or label else _ITEM.match(line.text)
        plain = not (bullet or label or item or len(line.text) >= 120 or calls_itself_programme(line.text))
        heading = None if not plain else heading_of(line, named=True, near=near)
        drafts = found[-1][1] if found else []
        if heading:
            found.append((heading, []))
            open_list, told = True, 0
        elif open_list and item:
            drafts.append(_Draft(item["title"], item["number"], line.number, False, line))
        elif open_list and (bullet or label) and drafts and drafts[0].bullet != bullet:
            open_list = bullet  # points below a numbered item tell of it; a number below points heads what is next
        elif open_list and (bullet or label):
            drafts.append(_Draft(words, label.mark if label else None, line.number, bullet, line))
        elif open_list and drafts and not gap and line.indent > 0:
            drafts[-1].take(line, width)
        else:
            told += gap
            open_list = open_list and (line.indent > 0 if drafts else told <= _TOLD_ABOVE)
        gap = False
    every = [each.words for _, drafts in found for each in drafts]
    dashed = 2 * sum(_DASHED.search(words) is not None for words in every) >= len(every)
    return [
        Found(*heading, [_row(each.words, each.number, each.line, dashed=dashed) for each in drafts])
        for heading, drafts in found
    ]


def _marked(lines: list[Line], near: dt.date | None) -> list[Found]:
    """The items that sentences below the heading of each meeting print in bold."""
    found: list[Found] = []
    opened = False
    for line in lines:
        heading = heading_of(line, named=True, near=near) if line.bold and line.cells is None else None
        if heading:
            found.append(Found(*heading))
        opened = heading is not None or (opened and not line.bold)
        for title in line.strong if opened else ():
            found[-1].rows.append(_row(title, None, line.number))
    return [each for each in found if each.rows]


def _titled(lines: list[Line], near: dt.date | None) -> list[Found]:
    """The items with nothing to mark them: below the heading of a meeting, each the first line of its paragraph."""
    found: list[Found] = []
    opened = False
    width = max((line.indent + len(line.text) for line in lines if line.cells is None and not line.left), default=0)
    for block in _paragraphs(lines):
        headings, block = _headed(_joined(block, width), near)
        found += [Found(*heading) for heading in headings]
        other = not headings and _heads_others(block)
        opened = (opened and not other) or bool(headings)
        if opened and block and not _is_title(block[0]):
            opened = not _ends_list(block[0])
        elif opened and block:
            alone = any(line.text.endswith((".", ":")) or not line.text[0].isupper() for line in block)
            for line in block[:1] if alone or _DETAILS.match(block[-1].text) else block:
                found[-1].rows.append(_in_columns(line))
    return [each for each in found if each.rows]


def _heads_others(block: list[Line]) -> bool:
    """Whether a line heads what is no meeting's, with titles set in below it and not a note on itself."""
    if len(block) < 2 or block[0].indent >= block[1].indent:
        return False
    return _DETAILS.match(block[1].text) is None and not any(line.text.endswith(".") for line in block[1:])


def _joined(block: list[Line], width: int) -> list[Line]:
    """The lines, one that had no room for the first word of the next joined with it."""
    made = block[:1]
    for above, line in pairwise(block):
        full = above.indent + len(above.text) + 1 + len(line.text.split()[0]) > width and not above.left
        if (
            full
            and made[-1].text[-1] not in ".:;"
            and line.indent >= made[-1].indent
            and heading_of(line, named=False) is None
        ):
            made[-1] = replace(made[-1], text=f"{made[-1].text} {line.text}")
        else:
            made.append(line)
    return made


def _headed(block: list[Line], near: dt.date | None) -> tuple[list[Heading], list[Line]]:
    """The headings of a meeting that some lines begin with - its month, its day - and the items below them."""
    if len(block) == 1:
        heading = heading_of(block[0], named=True, near=near)
        return ([heading], []) if heading else ([], block)
    headings: list[Heading] = []
    for at, line in enumerate(block):
        heading = heading_of(line, named=True, near=near) if _BEGINS.match(line.text) else None
        if heading is None and (headings or at > 1):
            break
        headings += [heading] if heading else []
    rest = block[at:] if headings else block
    return headings, [line for line in rest if not (headings and _LABELLED.match(line.text))]


def _run_in(lines: list[Line], near: dt.date | None) -> list[Found]:
    """The items that stand on one line with their day, parted by semicolons: "12 June - Housing; Draft budget"."""
    found: list[tuple[Heading, str]] = []
    for block in _paragraphs(lines):
        opened = False
        for line in block:
            match = _DAY_AND_ITEMS.match(line.text)
            heading = heading_of(Line(line.number, match["day"].strip()), named=True, near=near) if match else None
            if match and heading:
                found.append((heading, match["items"]))
                opened = True
            elif opened:
                found[-1] = found[-1][0], f"{found[-1][1]} {line.text}"
    parted = [(heading, re.split(r";\s*(?:and\s+)?", items)) for heading, items in found]
    if not sum(len(parts) for _, parts in parted) > len(parted) > 1:
        return []
    return [
        Found(*heading, [_row(part, None, heading[1]) for part in parts if part.strip(" .")])
        for heading, parts in parted
    ]


def _in_columns(line: Line) -> ProgrammeRow:
    """An item on a line of its own, whose author may stand in a column at its right."""
    title, *others = parts_of(line)
    if not others:
        return _row(line.text, None, line.number)
    people, organisation = authors_of(others[0])
    return replace(_row(title, None, line.number), authors=people, organisation=organisation)


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    """The lines of text, those with no blank line between them together."""
    made: list[list[Line]] = [[]]
    for line in lines:
        if line.blank or line.furniture or line.cells is not None:
            made.append([])
        else:
            made[-1].append(line)
    return [block for block in made if block]


def _is_title(line: Line) -> bool:
    plain = take_label(line.text)[0] is None and _LABELLED.match(line.text) is None
    return plain and line.text[0].isupper() and len(line.text) < 120 and not line.text.endswith((".", ":", ";"))


def _ends_list(line: Line) -> bool:
    return (
        line.bold
        or line.text.isupper()
        or take_label(line.text)[0] is not None
        or _LABELLED.match(line.text) is not None
    )


def _blocked(lines: list[Line], near: dt.date | None) -> list[Found]:
    """The items printed as labels and values, each block under the last heading above it."""
    headings = [
        heading
        for line in lines
        if line.text and line.cells is None and (heading := heading_of(line, named=True, near=near))
    ]
    taken = {number for _, number, _ in headings}
    free = [line for line in lines if line.number not in taken]
    numbers = [number for _, number, _ in headings]
    found: list[Found] = []
    for block in read_label_blocks(free, _names, needed={"title"}, opens="title"):
        above = bisect_left(numbers, block.line)
        own = find_dates(block.values.get("date", ""), near=near)
        heading = (block.values["date"], block.line, own[0]) if own else headings[above - 1] if above else None
        if "title" not in block.values or heading is None:
            continue
        if not found or found[-1].heading != heading[0]:
            found.append(Found(*heading))
        row = _row(block.values["title"], None, block.line)
        people, organisation = authors_of(block.values.get("author", ""))
        found[-1].rows.append(
            replace(row, authors=people or row.authors, organisation=organisation or row.organisation)
        )
    return found


def _names(label: str) -> list[str]:
    return [name for name, pattern in _LABELS.items() if re.fullmatch(pattern, label.strip(" :"), re.I)]


def _row(words: str, number: str | None, line: int, *, dashed: bool = True) -> ProgrammeRow:
    """A listed item, the note and the author that stand in brackets at its end taken off, and in lists where most items
    are `dashed` the author after a dash."""
    words = _MARKS.sub("", words.strip(" ;."))
    match = _AUTHOR.search(words)
    match = match if match and (match["a"] or dashed) else None
    who = _PRESENTED.sub("", match["a"] or match["b"]) if match else ""
    if match and match["a"] and _NOTE.search(who):
        return _row(words[: match.start()], number, line, dashed=dashed)
    goes_on = match is not None and match["b"] and _SAYS_WHAT.search(who) and not POST.search(who)
    if match is None or goes_on or not any(map(_is_author, (who, *who.split(";")))):
        return ProgrammeRow(number, words, (), None, line)
    people, organisation = authors_of(who)
    return ProgrammeRow(number, words[: match.start()].strip(), people, organisation, line)


def _is_author(who: str) -> bool:
    """Whether words name a post, a body, or a person with their post after a comma."""
    name, comma, _ = who.strip().partition(",")
    return is_owner(who.strip()) or authors_of(who)[1] is not None or bool(comma and NAMED.match(name))
