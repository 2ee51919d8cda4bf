# ruff: noqa: E501 - a pattern reads better whole than broken
"""A work programme that is no table: items listed under the date of each meeting, or told in sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from papers.reading.dates import DATE_WORDS, find_dates
from papers.reading.facts import ProgrammeRow
from papers.reading.labels import take_bullet, take_label
from papers.reading.labels_and_values import read_label_blocks
from papers.reading.lines import Line
from papers.reading.owners import is_owner
from papers.reading.paragraphs import Para, paragraphs
from papers.reading.people import authors_of
from papers.reading.programme import Found, Heading, heading_of, reads_as_programme
from papers.reading.seat_lists import NAMED

_DAY = re.sub(r"\?P<\w+>", "?:", DATE_WORDS.pattern)
_BODY = r"(?:committee|board|panel|commission|sub-committee|forum|members)"
_CONSIDERS = r"(?:consider|receive|review|scrutinise|look at|discuss|examine|take|hear)"
_TELLS = (
    re.compile(
        rf"^(?:at|for|on) (?:its |the )?(?:next )?(?:meeting )?(?:to be held )?(?:on |of )?(?:the )?(?P<day>{_DAY}),? (?:meeting,? )?(?:the |this )?{_BODY} (?:will|is to|is due to|shall|would) {_CONSIDERS}\s*:?\s*(?P<what>.+)$",
        re.I,
    ),
    re.compile(
        rf"^(?:the )?(?:meeting (?:on|of) )?(?:the )?(?P<day>{_DAY}) ?(?:meeting)? (?:will|is to|is due to) {_CONSIDERS} (?P<what>.+)$",
        re.I,
    ),
    re.compile(
        rf"^(?P<what>.+?) (?:will be|are to be|is to be|is due to be) (?:considered|received|reviewed|discussed|taken|scrutinised)(?: by the {_BODY})? (?:at|on) (?:the |its )?(?:meeting )?(?:on |of )?(?:the )?(?P<day>{_DAY})(?: meeting)?$",
        re.I,
    ),
)
_LABELS = {
    "title": r"(?:agenda )?(?:item|topic|title|subject|issue|report)(?: title| \d{1,2})?",
    "author": r"(?:lead|report|responsible)? ?(?:officer|author|lead|contact|presenter|witness(?:es)?)s?|report (?:by|of|from)|presented by",
    "date": r"(?:meeting |committee |target )?date(?: of meeting)?|scheduled for|meeting|when",
}
_ITEM = re.compile(r"item(?:\s+(?P<number>\d{1,2}))?[.:]?\s+(?P<title>[A-Z].*)$", re.I)
_WILL = re.compile(
    rf"(?:the |this )?{_BODY} (?:will|is to|is due to|shall|would) {_CONSIDERS}\s*:?\s*(?P<what>.+)$", re.I
)
_ITEMS = re.compile(r"(?:agenda )?(?:items?|topics?|business|reports?)\s*:\s*(?P<what>.+)$", re.I)
_LISTED = re.compile(r",\s+(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+(?=(?:the|a|an|its|further)\b)")
_AUTHOR = re.compile(r"\s*(?:[(\[](?P<a>[^()\[\]]{3,100})[)\]]|\s[-–—]\s(?P<b>[^–—()]{3,80}))$")

_NOTE = re.compile(
    r"^(?:not|if|subject to|unless|moved|deferred|brought forward|requested|added|from|before|until|date|pre-decision)\b|\b(?:to attend|to be invited|invited|attending|to follow)$",
    re.I,
)
_DETAILS = re.compile(
    r"(?:(?:joint |verbal )?(?:report|paper|presentation|update|briefing|evidence) (?:by|from|of)|lead(?: officer)?\b|presented by|to [a-z])",
    re.I,
)
_LABELLED = re.compile(
    r"(?:contact|venue|location|place|time|date|e-?mail|tel\w*|notes?|chair|members(?:hip)?|key|source)\s*:", re.I
)
_PRESENTED = re.compile(
    r"^(?:to be )?(?:presented|introduced|led|reported|report|item|presentation|update) (?:by|from|of) ", re.I
)


def read_schedule(lines: list[Line]) -> list[Found]:
    """The rows of a paper that calls itself a work programme, under their meetings; none of any other paper."""
    if not reads_as_programme(lines):
        return []
    listed = [each for each in _listed(lines) if each.rows]
    return _blocked(lines) or listed or _marked(lines) or _titled(lines) or _told(lines)


@dataclass
class _Draft:
    """A listed item while its lines are being read."""

    words: str
    number: str | None
    line: int


def _listed(lines: list[Line]) -> list[Found]:
    """The items with a number or a bullet below the heading of each meeting."""
    found: list[tuple[Heading, list[_Draft]]] = []
    open_list = False
    gap = True
    for line in lines:
        if line.blank or line.furniture or line.cells is not None:
            gap = gap or line.blank
            continue
        bullet, rest = take_bullet(line.text)
        label, words = take_label(rest)
        item = None if bullet or label else _ITEM.match(line.text)
        heading = None if bullet or label or item or len(line.text) >= 120 else heading_of(line, named=True)
        if heading:
            found.append((heading, []))
            open_list = True
        elif open_list and item:
            found[-1][1].append(_Draft(item["title"], item["number"], line.number))
        elif open_list and (bullet or label):
            found[-1][1].append(_Draft(words, label.mark if label else None, line.number))
        elif open_list and found[-1][1] and not gap and line.indent > 0:
            found[-1][1][-1].words += f" {line.text}"
        else:
            open_list = open_list and bool(found[-1][1]) and line.indent > 0
        gap = False
    return [Found(*heading, [_row(each) for each in drafts]) for heading, drafts in found]


def _marked(lines: list[Line]) -> list[Found]:
    """The items that sentences below the heading of each meeting print in bold."""
    found: list[Found] = []
    opened = False
    for line in lines:
        heading = heading_of(line, named=True) if line.bold and line.cells is None else None
        if heading:
            found.append(Found(*heading))
        opened = heading is not None or (opened and not line.bold)
        for title in line.strong if opened else ():
            found[-1].rows.append(_row(_Draft(title, None, line.number)))
    return [each for each in found if each.rows]


def _titled(lines: list[Line]) -> list[Found]:
    """The items with nothing to mark them: below the heading of a meeting, each the first line of its paragraph."""
    found: list[Found] = []
    opened = False
    for block in _paragraphs(lines):
        heading = heading_of(block[0], named=True) if len(block) == 1 else None
        if heading:
            found.append(Found(*heading))
            opened = True
        elif opened and not _is_title(block[0]):
            opened = not _ends_list(block[0])
        elif opened:
            alone = any(line.text.endswith((".", ":")) or not line.text[0].isupper() for line in block)
            for line in block[:1] if alone or _DETAILS.match(block[-1].text) else block:
                found[-1].rows.append(_row(_Draft(line.text, None, line.number)))
    return [each for each in found if each.rows]


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


def _blocked(lines: list[Line]) -> list[Found]:
    """The items printed as labels and values, each block under the last heading above it."""
    headings = [
        heading for line in lines if line.text and line.cells is None and (heading := heading_of(line, named=True))
    ]
    taken = {number for _, number, _ in headings}
    free = [line for line in lines if line.number not in taken]
    found: list[Found] = []
    for block in read_label_blocks(free, _names, needed={"title"}, opens="title"):
        above = [heading for heading in headings if heading[1] < block.line]
        own = find_dates(block.values.get("date", ""))
        heading = (block.values["date"], block.line, own[0]) if own else above[-1] if above else None
        if "title" not in block.values or heading is None:
            continue
        if not found or found[-1].heading != heading[0]:
            found.append(Found(*heading))
        people, organisation = authors_of(block.values.get("author", ""))
        found[-1].rows.append(ProgrammeRow(None, block.values["title"], people, organisation, block.line))
    return found


def _names(label: str) -> list[str]:
    return [name for name, pattern in _LABELS.items() if re.fullmatch(pattern, label.strip(" :"), re.I)]


def _row(draft: _Draft) -> ProgrammeRow:
    """A listed item, the author or the note that stands in brackets or after a dash at its end taken off."""
    words = draft.words.strip(" ;.")
    match = _AUTHOR.search(words)
    who = _PRESENTED.sub("", match["a"] or match["b"]) if match else ""
    if match and match["a"] and _NOTE.search(who):
        return ProgrammeRow(draft.number, words[: match.start()].strip(), (), None, draft.line)
    if match is None or not any(map(_is_author, (who, *who.split(";")))):
        return ProgrammeRow(draft.number, words, (), None, draft.line)
    people, organisation = authors_of(who)
    return ProgrammeRow(draft.number, words[: match.start()].strip(), people, organisation, draft.line)


def _is_author(who: str) -> bool:
    """Whether words name a post, a body, or a person with their post after a comma."""
    name, comma, _ = who.strip().partition(",")
    return is_owner(who.strip()) or authors_of(who)[1] is not None or bool(comma and NAMED.match(name))


def _told(lines: list[Line]) -> list[Found]:
    found = []
    heading: Heading | None = None
    for para in paragraphs(lines):
        below = _below(heading, para) if heading else None
        found += [below] if below else []
        heading = heading_of(Line(para.line, para.text), named=True) if para.cells is None and not para.label else None
        for sentence in re.split(r"(?<=[a-z\d])\.\s+(?=[A-Z])", para.text) if para.cells is None else ():
            match = next((m for pattern in _TELLS if (m := pattern.match(sentence.strip(" .")))), None)
            dates = find_dates(match["day"]) if match else []
            if match and dates:
                rows = [ProgrammeRow(None, title, (), None, para.line) for title in _titles(match["what"])]
                found.append(Found(match["day"], para.line, dates[0], rows))
    return found


def _below(heading: Heading, para: Para) -> Found | None:
    """The items that the paragraph below the heading of a meeting tells or lists."""
    match = _WILL.match(para.text) or _ITEMS.match(para.text)
    if para.cells is not None or (match is None and ";" not in para.text):
        return None
    titles = _titles(match["what"] if match else para.text)
    return Found(*heading, [ProgrammeRow(None, title, (), None, para.line) for title in titles])


def _titles(words: str) -> list[str]:
    parts = re.split(r";\s*(?:and\s+)?", words) if ";" in words else _LISTED.split(words.strip(" ."))
    return [part.strip(" .") for part in parts if part.strip(" .")]
