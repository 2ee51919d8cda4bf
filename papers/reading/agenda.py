# ruff: noqa: E501 - a pattern reads better whole than broken
"""The items of an agenda."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.reading.agenda_drafts import PDF, Draft, begun, detail
from papers.reading.dates import MONTH, find_time
from papers.reading.facts import Item
from papers.reading.headings import find_headings
from papers.reading.labels import take_label
from papers.reading.lines import Line, cell_paragraphs, cell_text, parts_of
from papers.reading.loose_numbers import with_numbers_above_first
from papers.reading.paragraphs import Para, paragraphs

_AGENDA = re.compile(
    r"^(?:A ?G ?E ?N ?D ?A|agenda)\b(?:\s*[-–:].*|\s+for\s.*|\s+pages?(?:\s+(?:no|number)s?\.?)?)?$|^(?:order of business|business to be transacted|(?-i:BUSINESS))$",
    re.I,
)
_ITEM = re.compile(
    r"^(?:E\d?\s+)?(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?)?(?P<number>\d{1,2}(?:\.\d{1,2}|[A-Za-z])?)[.):]?\s+(?P<title>\S.*)$",
    re.I,
)
_SPAN_ALONE = re.compile(r"\(?\d{1,4}\s*[-–]\s*\d{1,4}\)?|to follow", re.I)
_TIME = re.compile(
    r"\(?(?:\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|noon)\)?(?:\s*[-–]\s*\d{1,2}[.:]\d\d(?:\s?[ap]m)?)?|\(?\d{1,3} min(?:ute)?s?\.?\)?",
    re.I,
)
_LONGEST_TITLE = 180  # characters; what is longer is a note
_MOST_SERIES = 8
_LEADERS = re.compile(r"[ .…]*(?:\.{4,}|…{2,})[ .…]*(?P<pages>\d{1,4}(?:\s*[-–]\s*\d{1,4})?)$")
_NO_ITEM = re.compile(r"No\.?\s+Item", re.I)
_NOT_TITLE = re.compile(
    r"\(|to [a-z]|additional documents|report (?:of|by|from)\b|part \w+\b|for (?:noting|decision|information)$|items? |view |.{0,40}@|\W",
    re.I,
)
_ALONE = re.compile(r"(?:item\s+)?(?P<number>\d{1,3}[A-Za-z]?)(?P<stop>[.)]?)", re.I)
_DETAIL = re.compile(
    r"(?:(?:joint |verbal )?(?:reports?|presentation|update|briefing) (?:of|by|from)\b|(?:purpose|lead(?: officer)?|officer|contact|presented by|presenter|cabinet member|author)\s*:|to (?:receive|consider|confirm|approve|note|agree|review)\b|\(?pages? )",
    re.I,
)
_LETTERED = re.compile(r"\(?(?P<mark>[A-Z])[.):]?\s+(?P<title>(?![A-Z]\s)\S.*)$")
_PLANS = re.compile(r"\bwork(?:ing)? (?:programme|plan|program)\b|\bforward plan\b|\btracker\b", re.I)
_PART = re.compile(r"\d{1,2}\.\d{1,2}\s+\S")
_ROUTINE = re.compile(
    r"\b(?:apolog|declarations?\b|welcome|minutes\b|election|appointment|attendance|substitut|introduction|urgent|chair|quorum|disclosures?\b|public (?:questions|participation|speaking)|roll call|housekeeping)",
    re.I,
)
_MONTH = re.compile(rf"{MONTH}\b", re.I)
_REST_OF_DATE = re.compile(
    rf"{MONTH},?\s+20\d\d\b(?:\s*(?:[,(–-]|at\b).*)?$", re.I
)  # of a line that begins with its day


def agenda_start(lines: list[Line]) -> int | None:
    """The index of the line that says AGENDA, or None."""
    return next((i for i, line in enumerate(lines) if line.cells is None and _AGENDA.match(line.text)), None)


def items_start(lines: list[Line]) -> int | None:
    """Where an agenda that does not say AGENDA begins: at an item 1 of routine business with items 2 and 3 below."""
    if any(_PLANS.search(line.text) for line in [each for each in lines if each.text][:8]):
        return None
    numbered = [(i, *found) for i, line in enumerate(_wholes(lines)) if (found := _numbered(line)) is not None]
    for at, (index, number, title) in enumerate(numbered):
        if number == "1" and _ROUTINE.search(title) and len(title) < 140:
            near = numbered[at : at + 8]
            rest = iter(each[1] for each in near)
            routine = sum(_ROUTINE.search(each[2]) is not None for each in near[:5])
            if routine > 1 and all(any(each == wanted for each in rest) for wanted in ("2", "3")):
                return index
    return None


def _numbered(line: Line) -> tuple[str, str] | None:
    """The number and title that a line or a row of an agenda begins with."""
    if line.cells is not None:
        cells = [words for cell in line.cells if (words := cell_text(cell))]
        alone = _ALONE.fullmatch(cells[0]) if len(cells) > 1 else None
        return (alone["number"], cells[1]) if alone else None
    match = None if line.blank or line.furniture else _ITEM.match(line.text)
    return (match["number"], match["title"]) if match else None


def read_agenda(lines: list[Line], *, first: int | None = 0) -> tuple[Item, ...]:
    """The numbered items of an agenda, with pages, whose report, and flags; `first` is the number below that of the first
    item, or None where it may be any. Some councils go on with the numbers of the last meeting's minutes."""
    beside = {line.number: rest for line in lines if (rest := _beside(line))}
    paras = paragraphs(_whole_titles(_wholes([_without(line, beside.get(line.number)) for line in lines]), beside))
    found = _best_items(paras, beside, first)
    if not found and first == 0 and (number := _first_of_series(paras)):
        found = _items(paras, beside, number - 1)
    found = found or _lettered(paras, beside) or _in_brackets(paras, beside) or _headed(paras, beside)
    if not found and first == 0 and (apart := with_numbers_above_first(lines)) != lines:
        return read_agenda(apart, first=None)
    found = found or _unnumbered(lines)
    return tuple(Item(i.number, i.title, i.report_of, _span(i.pages), tuple(i.flags), i.line) for i in found)


def _best_items(paras: list[Para], beside: dict[int, str], first: int | None) -> list[Draft]:
    """The items that count from the number 1 that has the most titles after it: notes to an agenda may be numbered, too."""
    ones = [
        at
        for at, para in enumerate(paras)
        if para.cells is None and (m := _ITEM.match(para.printed)) and m["number"] == "1"
    ]
    starts = [0, *ones[:_MOST_SERIES]] if first == 0 else [0]
    series = [_items(paras[at:], beside, first) for at in starts]
    return max(series, key=lambda found: sum(len(each.title) <= _LONGEST_TITLE for each in found))


def _items(paras: list[Para], beside: dict[int, str], first: int | None) -> list[Draft]:
    found: list[Draft] = []
    for para in paras:
        if para.cells is not None:
            _from_row(found, para.cells, para.line)
            continue
        match = _ITEM.match(re.sub(r"^[-•*]\s*", "", para.printed))
        if (
            match
            and (
                _is_next(found, match["number"], first or 0) if first is not None else _is_later(found, match["number"])
            )
            and _is_title(match["title"])
            and not _is_sentence(match["number"], match["title"])
        ):
            found.append(begun(match["number"], _in_bold(para) or match["title"], para.line))
            for line in range(para.line, para.last_line + 1):
                detail(found[-1], beside.get(line, ""))
        elif found:
            detail(found[-1], para.text)
    return found


def _in_bold(para: Para) -> str | None:
    """The title of an item that alone is in bold, what is said of it standing after a dash on its line."""
    after = para.text[len(para.strong) :] if para.strong and para.text.startswith(para.strong) else ""
    return para.strong if re.match(r"\s+[-–—(]\s*\S", after) else None


def _lettered(paras: list[Para], beside: dict[int, str]) -> list[Draft]:
    """The items of an agenda that has capital letters for numbers, at least three of them."""
    found: list[Draft] = []
    for para in paras:
        match = _LETTERED.match(para.whole) if para.cells is None else None
        if match and match["mark"] == chr(ord("A") + len(found)) and _is_title(match["title"]):
            found.append(begun(match["mark"], match["title"], para.line))
            detail(found[-1], beside.get(para.line, ""))
        elif found:
            detail(found[-1], para.text)
    return found if len(found) > 2 else []


def _in_brackets(paras: list[Para], beside: dict[int, str]) -> list[Draft]:
    """The items of an agenda whose numbers, or small letters, stand in brackets: "(1)" or "(a)"."""
    for first in ("1", "a"):
        found: list[Draft] = []
        for para in paras:
            wanted = str(len(found) + 1) if first == "1" else chr(ord("a") + len(found))
            if para.label and para.label.setting == "()" and para.label.mark == wanted and _is_title(para.text):
                found.append(begun(wanted, para.text, para.line))
                detail(found[-1], beside.get(para.line, ""))
            elif found:
                detail(found[-1], para.text)
        if _is_business(found):
            return found
    return []


def _headed(paras: list[Para], beside: dict[int, str]) -> list[Draft]:
    """The items of an agenda by their headings, in whatever form these are numbered, or in bold or capitals alone."""
    headings = find_headings(paras)
    found = [begun(heading.number, heading.title, heading.line) for heading in headings]
    ends = [*(heading.index for heading in headings[1:]), len(paras)][: len(found)]
    for item, heading, end in zip(found, headings, ends, strict=True):
        for para in paras[heading.index : end]:
            detail(item, beside.get(para.line, ""))
            if para.line != heading.line:
                detail(item, para.text)
    return found if _is_business(found) else []


def _is_business(found: list[Draft]) -> bool:
    """Whether items are those of a meeting: at least three, two of them routine."""
    return len(found) > 2 and sum(_ROUTINE.search(item.title) is not None for item in found) > 1


def _first_of_series(paras: list[Para]) -> int | None:
    """The number that the items of an agenda begin with, where two more follow it."""
    matches = (_ITEM.match(para.printed) for para in paras if para.cells is None)
    numbers = [int(match["number"]) for match in matches if match and match["number"].isdigit()]
    runs = zip(numbers, numbers[1:], numbers[2:], strict=False)
    return next((a for a, b, c in runs if b == a + 1 and c == a + 2), None)


def _whole_titles(lines: list[Line], beside: dict[int, str]) -> list[Line]:
    """The lines, a title that fills its line joined with the rest of it: what stands right below, set in as its words are."""
    widest = max(
        (line.indent + len(line.text) for line in lines if line.cells is None and _ITEM.match(line.text)), default=0
    )
    made: list[Line] = []
    last, indent = 0, 0
    for line in lines:
        above = made[-1] if made else None
        number = _ITEM.match(line.text) if line.cells is None else None
        if number is not None and number["number"].isdigit() and not _MONTH.match(number["title"]):
            made += [Line(line.number, "")] if int(number["number"]) == last + 1 and line.indent == indent else []
            last, indent = int(number["number"]), line.indent
        if above is not None and above.number == line.number - 1 and _wraps(above, line, widest):
            made[-1] = replace(above, text=f"{above.text} {line.text}")
            made.append(Line(line.number, ""))
            if line.number in beside:
                beside.setdefault(above.number, beside[line.number])
        else:
            made.append(line)
    return made


def _wraps(title: Line, below: Line, widest: int) -> bool:
    """Whether a line goes on with the title of an item: there was no room for its first word, and it tells of nothing."""
    plain = title.cells is None and below.cells is None and below.text and not title.text.endswith((".", ";", ":"))
    if not plain or _ITEM.match(title.text) is None or below.indent <= title.indent or _DETAIL.match(below.text):
        return False
    room = title.indent + len(title.text) + 1 + len(below.text.split()[0])
    return room > widest and not below.text.endswith((".", ";", ":")) and take_label(below.text)[0] is None


def _unnumbered(lines: list[Line]) -> list[Draft]:
    """The items of a saved web page whose numbers were lost: below "No. Item", each title alone in its paragraph."""
    start = next((i for i, line in enumerate(lines) if _NO_ITEM.fullmatch(line.text)), len(lines))
    found: list[Draft] = []
    for para in paragraphs(_wholes(lines[start + 1 :])):
        words = PDF.sub("", para.text)
        title = para.label is None and not para.bullet and para.cells is None and _NOT_TITLE.match(words) is None
        if title and len(words) < 120 and not words.endswith((".", ":", ";", ",")):
            found.append(begun(None, para.text, para.line))
        elif found and para.cells is None:
            detail(found[-1], para.text)
    return found


def _beside(line: Line) -> str | None:
    """What stands in columns of its own at the right of an item: its ward, its pages."""
    if line.cells is not None:
        return None
    leaders = _LEADERS.search(line.text)
    if leaders:
        return leaders["pages"]
    parts = parts_of(line)
    if (
        len(parts) > 2
        and _ALONE.fullmatch(parts[0])
        and (_SPAN_ALONE.fullmatch(parts[-1]) or _TIME.fullmatch(parts[-1]))
    ):
        return parts[-1]
    right = line.text[len(line.left) :].strip() if line.left else ""
    return right if right and (_ITEM.match(line.left or "") or _SPAN_ALONE.fullmatch(right)) else None


def _without(line: Line, beside: str | None) -> Line:
    return replace(line, text=line.text[: -len(beside)].rstrip(" .…")) if beside else line


def _wholes(lines: list[Line]) -> list[Line]:
    """The lines, a number that stands alone put before the title below it, as saved web pages print them."""
    made = [
        each
        for line in lines
        for each in ((Line(line.number, ""), line) if _DETAIL.match(line.text) or _PART.match(line.text) else (line,))
    ]
    lines = list(made)
    web = any(_NO_ITEM.fullmatch(line.text) for line in lines)
    for index, line in enumerate(lines):
        alone = _ALONE.fullmatch(line.text) if line.cells is None and line.text else None
        if alone is None or not (alone["stop"] or web):
            continue
        below = next((i for i in range(index + 1, min(index + 6, len(lines))) if lines[i].text), None)
        if below is not None and lines[below].cells is None and _ALONE.fullmatch(lines[below].text) is None:
            made[index] = replace(line, text="")
            made[below] = replace(lines[below], text=f"{alone['number']}. {lines[below].text}", furniture=False)
    return made


def _span(pages: str | None) -> str | None:
    return re.sub(r"\s*(?:-|–|to)\s*", "-", pages) if pages else None


def _from_row(found: list[Draft], printed: tuple[str, ...], line: int) -> None:
    """An item from a row: its number in a cell of its own or before its title; other cells tell of it."""
    parted = [parts for cell in printed if (parts := cell_paragraphs(cell))]
    cells = [" ".join(parts) for parts in parted]
    alone = _ALONE.fullmatch(cells[0]) if len(cells) > 1 else None
    if alone and _is_next(found, alone["number"]):
        title, *more = parted[1]
        found.append(begun(alone["number"], title, line))
        for cell in [*more, *cells[2:]]:
            detail(found[-1], cell)
        return
    matches = (_ITEM.match(cell) for cell in cells if not find_time(cell) or len(cell) > 12)
    titled = next((m for m in matches if m and _is_next(found, m["number"]) and _is_title(m["title"])), None)
    if titled:
        found.append(begun(titled["number"], titled["title"], line))
    for cell in cells if found else ():
        detail(found[-1], cell)


def _is_next(found: list[Draft], number: str, first: int = 0) -> bool:
    value, part = _value(number)
    last, after = _value(found[-1].number or "0") if found else (first, 0)
    if part:
        return value == last and part == after + 1
    return last < value <= last + 2 or (value == last and not number.isdigit())


def _is_later(found: list[Draft], number: str) -> bool:
    return not found or _value(number) > _value(found[-1].number or "0")


def _value(number: str) -> tuple[int, int]:
    """What a number counts: 7 for 7 and for 7A, and the second of the seventh for 7.2."""
    whole, _, part = re.sub(r"[^\d.]", "", number).partition(".")
    return int(whole or 0), int(part or 0)


def _is_title(title: str) -> bool:
    if _REST_OF_DATE.match(title):
        return False
    return title[:1].isupper() or not (title[:1].isalpha() or title.startswith("("))


def _is_sentence(number: str, title: str) -> bool:
    """Whether a numbered paragraph tells of an item and is none: 4.1 and a sentence."""
    return "." in number and (title.endswith(".") or len(title) > 120)
