# ruff: noqa: E501 - a pattern reads better whole than broken
"""A work programme told in sentences: "On 5 March the Committee will turn to X; Y; and Z"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from papers.reading.dates import DATE_WORDS, PrintedDate, find_dates
from papers.reading.due_rules import NUMBERS
from papers.reading.facts import ProgrammeRow
from papers.reading.informal import LIKELY
from papers.reading.lines import Line
from papers.reading.paragraphs import Para, paragraphs
from papers.reading.programme import UNDATED, Found, Heading, heading_of

_DAY = re.sub(r"\?P<\w+>", "?:", DATE_WORDS.pattern)
_BODY = r"(?:committee|board|panel|commission|sub-committee|forum|members)"
_CONSIDERS = r"(?:consider|receive|review|scrutinise|look at|look into|discuss|examine|take|hear|turn to|cover|deal with|focus on|concentrate on)"
_WILL = r"(?:will|is to|are to|is due to|are due to|shall|would)"
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(word for word in NUMBERS if len(word) > 2)})"
_THINGS = r"(?:items?|reports?|topics?|matters?|subjects?|papers?|pieces of work)"
_PLANNED = r"(?:planned|scheduled|programmed|timetabled|due|down|put down|pencilled in|set down|arranged)"
_LISTS = (
    re.compile(
        rf"\b{_WILL}(?: (?:also|then|first|instead|again))? {_CONSIDERS}(?: (?:the following|(?:the )?{_COUNT}) (?:\w+ )?{_THINGS})?\s*:?\s+(?P<what>.+)$",
        re.I,
    ),
    re.compile(
        rf"\b(?:business|agenda|(?:only |other |main |single )?{_THINGS})(?: (?:for|of|at|on) (?:that|the) \w+| (?:with|without) (?:\w+ ){{1,2}}?(?:dates?|meeting)| (?:not yet|yet to be) \w+)? (?:{_WILL} (?:be|comprise|include)|is|are|comprises?|includes?)\s*:?\s+(?P<what>(?:(?:the|an?|its) )?(?-i:[A-Z]).+|[^:]+;.+)$",
        re.I,
    ),
    re.compile(
        rf"\b{_WILL} be (?:devoted|given over|dedicated) to (?P<what>(?:(?:the|an?|its) )?(?-i:[A-Z]).+)$",
        re.I,
    ),
    re.compile(rf"\b{_PLANNED}\b.{{0,80}}?(?:,? namely|:|,? these being|,? which are)\s+(?P<what>.+)$", re.I),
    re.compile(rf"^(?:only )?{_COUNT} (?:\w+ )?{_THINGS}\b[^:]*:\s+(?P<what>.+)$", re.I),
    re.compile(r"\bfollowing(?: \w+){0,2}\s*:\s+(?P<what>.+)$", re.I),
)
_HELD_OVER = re.compile(
    rf"^(?P<what>.+?) (?:{_WILL} be|are|is) (?:considered|received|reviewed|discussed|taken|scrutinised|heard|{_PLANNED})(?: by the {_BODY})? (?:at|on|for) (?:the |its )?(?:meeting )?(?:on |of )?(?:the )?(?P<day>{_DAY})(?: meeting)?$",
    re.I,
)
_COUNTED = re.compile(rf"\b{_COUNT} (?:\w+ )?{_THINGS}\b", re.I)
_BELOW = re.compile(rf"(?:the |this )?{_BODY} {_WILL} {_CONSIDERS}\s*:?\s*(?P<what>.+)$", re.I)
_ITEMS = re.compile(r"(?:agenda )?(?:items?|topics?|business|reports?)\s*:\s*(?P<what>.+)$", re.I)
_LISTED = re.compile(r",\s+(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+(?=(?:the|a|an|its|further)\b)")
_LAST = re.compile(r"\s+and\s+(?=[A-Z])")
_ARTICLE = re.compile(r"^(?:the|an?|its|their)\s+(?=[A-Z])")
_TAIL = re.compile(r",? (?:which|who|before (?:it|they)|presented by|brought by|at the request of|if)\b.*$")
_NO_TITLE = re.compile(
    r"(?:whether|how|if|what|why|any|that|to|these|this|those|it|them|further|some|no|place|part|account|more|evidence)\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:cabinet|executive|council)\b[^,;]*$", re.I)  # what they take is not the committee's
_SENTENCE = re.compile(r"(?<=[a-z\d)])\.\s+(?=[A-Z])")
_UNPLACED = re.compile(
    r"\b(?:no|without a|(?:a?waiting|wait) (?:for )?a|yet to be given a) (?:dates?|meeting|place|slot)\b|\bnot (?:yet )?(?:been )?(?:placed|scheduled|programmed|dated|fixed|given)\b",
    re.I,
)


def told_programme(lines: list[Line], near: dt.date | None) -> list[Found]:
    """The items that sentences or the paragraph below a heading tell of, under the day they tell; `near` is when the
    programme begins, for days that print no year."""
    found: list[Found] = []
    heading: Heading | None = None
    for para in paragraphs(lines):
        if para.cells is not None:
            heading = None
            continue
        below = _below(heading, para) if heading else None
        told = [] if below else list(_in_sentences(para, near))
        found += [below] if below else told
        heading = heading_of(Line(para.line, para.text), named=True, near=near) if not para.label else None
    return [each for each in found if each.rows]


def _below(heading: Heading, para: Para) -> Found | None:
    """The items that the paragraph below the heading of a meeting tells or lists."""
    match = _BELOW.match(para.text) or _ITEMS.match(para.text)
    if match is None and (";" not in para.text or heading[2] is None):
        return None
    return Found(*heading, _rows(_titles(match["what"] if match else para.text, None), para.line))


def _in_sentences(para: Para, near: dt.date | None) -> Iterator[Found]:
    """What each sentence of a paragraph lists, under the one day that it or a sentence before it names."""
    day: PrintedDate | None = None
    for sentence in _SENTENCE.split(para.text):
        words = sentence.strip(" .")
        dates = find_dates(words, near=near)
        day = dates[0] if len({each.on for each in dates}) == 1 else None if dates else day
        unplaced = not dates and (_UNPLACED.search(words) or UNDATED.search(words)) is not None
        day = None if unplaced else day
        if (day is None and not unplaced) or LIKELY.search(words.partition(":")[0]):
            continue
        rows = _rows(_listed(words), para.line)
        if rows:
            yield Found(words, para.line, None, rows) if day is None else Found(day.text, para.line, day, rows)


def _listed(words: str) -> list[str]:
    """The titles that a sentence lists, when it says that they are to be looked at."""
    counted = _COUNTED.search(words)
    count = NUMBERS.get(counted["count"].lower()) if counted else None
    passive = _HELD_OVER.match(words)
    if passive:
        return _titles(passive["what"], count)
    match = next((m for pattern in _LISTS if (m := pattern.search(words))), None)
    if match is None or _OTHERS.search(words[: match.start()]):
        return []
    return _titles(match["what"], count)


def _titles(words: str, count: int | None) -> list[str]:
    """The titles in a list: parted by semicolons, or by commas and the "and" before an article or the last of `count`."""
    parts = re.split(r";\s*(?:and\s+)?", words) if ";" in words else _LISTED.split(words.strip(" ."))
    if ";" not in words and (len(parts) == count - 1 if count else "," in words and len(parts) > 1):
        parts = [*parts[:-1], *_LAST.split(parts[-1], maxsplit=1)]
    bare = [_ARTICLE.sub("", _TAIL.sub("", part.strip(" .:"))).strip(" .,") for part in parts]
    return [] if not bare or _NO_TITLE.match(bare[0]) else [part for part in bare if 0 < len(part) < 160]


def _rows(titles: list[str], line: int) -> list[ProgrammeRow]:
    return [ProgrammeRow(None, title, (), None, line) for title in titles]
