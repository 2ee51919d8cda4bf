# ruff: noqa: E501 - a pattern reads better whole than broken
"""Lines joined into paragraphs, over line ends and page breaks, each with its label and its first line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from papers.reading.item_numbers import NUMBER, NUMBER_OF_BODY
from papers.reading.labels import Label, take_bullet, take_label
from papers.reading.lines import MARK, Line, fold

# Words that open a paragraph of their own wherever a line begins with them.
LONGEST_PARAGRAPH = 8_000  # characters; more than that is no paragraph of a paper
_LONGEST_TITLE = 200
_END = 60  # characters at the end of a paragraph that tell whether it goes on
OPENERS = re.compile(
    r"(?:(?:It was|IT WAS) (?:(?:unanimously|UNANIMOUSLY|further|therefore) )?(?:RESOLVED|AGREED|resolved|agreed)|RESOLVED|Resolved\b|UNANIMOUSLY|AGREED\b|Agreed\s?[:\-–—]|DECISION|Decisions?\s?:|Decision$|Minutes?:|RECOMMEND(?:ED|ATIONS?)\b"
    r"|Recommend(?:ed|ations?)\s?[:\-–—(]|(?:\[|\()?ACTIONS?\b\s?(?:[A-Z]?\d{1,3}(?:\.\d{1,2})?\s?)?(?:[:\-–—]|BY|FOR|POINT|REQUIRED)|(?:\[|\()?(?:Actions?\s?(?:[A-Z]?\d{1,3}(?:\.\d{1,2})?\s?)?(?:[:\-–—]|by\s?:|point|required\s?:)|Recommendations? to (?:the )?[A-Z]|AP\s?\d{1,3}\s?[:\-–—]|ACTION\s(?=[A-Z]\w* (?:to|and|/)|[A-Z]{2,4}\b))"
    r"|Reasons?\b\s?(?:for|:|$)|REASONS?\b|PRESENT\b|Present\s?:|ALSO (?:PRESENT|IN ATTENDANCE)|Also (?:present|in attendance)\b"
    r"|(?:IN )?ATTENDANCE\b|In attendance\b|Officers? (?:present|in attendance)|APOLOGIES|Apologies\s?(?::|for absence)|Outcome\s?:|Voting\s?:"
    r"|T ?H ?A ?T\b|That\b.{0,400}\bbe\b|NOTED\s?[:\-–—]|Noted\s?:|Action by\b|Owner\s?:|Lead\s?:|Deadline\s?:|Due(?: date)?\s?:|By when\s?:|(?:Agenda )?Item (?:No\.? ?)?\d{1,2}[.:]?\s+[A-Z]|(?:Agenda item|(?:Issue|Decision) details)$)"
)
_ENDS = re.compile(r"[.;:?!][\"'”’)\]]*$|[;,.] (?:and|or)$")
_REFERS = re.compile(
    r"(?:minutes?|minute nos?\.?|no\.?|paragraphs?|sections?|clauses?|items?|appendix|page|pages|and|or|to|of)$", re.I
)

_BARE_LABEL = re.compile(r"\d{1,2}|[A-Za-z]|[ivx]{2,4}")  # a label with no mark after it, set apart by a wide space
_LONE_NUMBER = re.compile(rf"\d{{1,4}}/\d{{2,4}}\.?|\d{{3,4}}\.|{NUMBER_OF_BODY}\.?")
_POINT = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){1,3}\.?\s+(?=[A-Z(\"'‘“])"
)  # the number of a paragraph, such as 8.4, is none of its words
_ACTION_LINE = re.compile(r"\b(?:ACTION|Action)\b[^.;:]{0,20}[:–—-]\s*[^.;:]{2,50}$")
_NUMBERED_ACTION = re.compile(r"Actions? \d")  # "… the position on" above "Action 11 – Bridge Bearings"
_YEARS = re.compile(r"20\d\d(?: ?[-–/] ?(?:20)?\d\d)?(?: (?:and|to) 20\d\d(?:[-–/]\d\d)?)?")  # end a title in capitals
_OPEN_BRACKET = re.compile(r"\[[^\[\]]*$")
_UNFINISHED = re.compile(r"(?:,|\b(?:of|for|and|the|to|by|with|in|on|a|an|&))$")
_NUMBERED_TITLE = re.compile(rf"(?:(?:Agenda )?Item (?:No\.? ?)?)?{NUMBER}\s?[.):]?\s+(?:[-–—]\s+)?[A-Z][^.;]{{2,90}}")
_MINUTE_TITLE = re.compile(
    rf"\d{{1,4}}[.)]?\s+[A-Z]\w+|(?:{NUMBER_OF_BODY}|\d{{1,4}}/\d{{1,4}}(?:/\d{{1,4}})?)\s+[A-Z][^.;:]{{2,120}}"
)
_NEXT_MEETING = re.compile(r"(?:dates? of )?(?:the )?next (?:\w+ )?(?:meetings?|session)", re.I)
_INITIALS_SAY = re.compile(
    r"[A-Z]{2,3}(?: ?/ ?[A-Z]{2,3})? [-–—] [a-z]"
)  # "PF - split the figures", an entry of a list
_BEFORE_INITIAL = re.compile(r"[A-Z]\.? ?[A-Z][\w'’-]+(?:,| and)$|\b(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr)$")
_DATE_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_VERB = re.compile(
    r"\b(?:was|were|is|are|be|been|had|has|have|would|will|said|asked|considered|received|noted|gave|felt|thought|presented|introduced|reported)\b"
)
_PAGE_OF = re.compile(r"Agenda [Ii]tem|(?:Issue|Decision|Agenda item) [Dd]etails")
_SMALL = re.compile(
    r"\b(?:the|a|an|for|with|by|in|on|at|from|that|be|its|their|this|&|Mr|Mrs|Ms|Dr|Councillors?|Cllrs?|Head|Director|Cabinet)\.?$"
)


@dataclass(frozen=True)
class Para:
    """A paragraph: where it starts, its words without its label, its label, whether it had a bullet, its cells."""

    line: int
    text: str
    label: Label | None = None
    bullet: bool = False
    indent: int = 0
    bold: bool = False
    cells: tuple[str, ...] | None = None
    last_line: int = 0
    gap: bool = False
    tail: int = 0
    point: str = ""  # the number of a paragraph, such as 8.4, that is none of its words
    strong: str = ""  # the words in bold with which it begins, where the rest is not

    @property
    def whole(self) -> str:
        """The paragraph with its label as printed."""
        return fold(f"{self.label.printed} {self.text}") if self.label else self.text

    @property
    def printed(self) -> str:
        """The paragraph with its label, and with its number if it has one."""
        return f"{self.point} {self.whole}" if self.point else self.whole

    @property
    def ended(self) -> bool:
        return _ENDS.search(self.text[-_END:]) is not None

    @property
    def end(self) -> str:
        """The last words of the paragraph."""
        return self.text[-_END:]


def paragraphs(lines: list[Line]) -> list[Para]:
    """The paragraphs of some lines, page furniture left out."""
    found: list[Para] = []
    gap = page_break = torn = False
    above = lines[0].number if lines else 0
    for line in lines:
        torn = torn or line.number > above + 1  # another reader has taken the lines between
        above = line.number
        if line.furniture or line.blank:
            gap = gap or line.blank
            page_break = page_break or line.furniture
            continue
        para = _para(line, gap or page_break or not found)
        if found and not torn and _continues(found[-1], para, gap, page_break):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(para)
        gap = page_break = torn = False
    return _with_lone_labels(found)


def _with_lone_labels(found: list[Para]) -> list[Para]:
    """The paragraphs, a label or a minute's number that stands alone put before the words under it, as web pages print them."""
    made: list[Para] = []
    for para in found:
        alone = made[-1] if made and _is_lone_label(made[-1]) else None
        plain = para.cells is None and not para.label and not para.bullet and para.text and para.text[0] != MARK
        if alone is None or not plain:
            made.append(para)
        elif alone.label or alone.bullet:
            made[-1] = replace(para, label=alone.label, bullet=alone.bullet, line=alone.line, gap=alone.gap)
        else:
            made[-1] = replace(para, text=f"{alone.text} {para.text}", line=alone.line, gap=alone.gap)
    return made


def _is_lone_label(para: Para) -> bool:
    if para.cells is not None:
        return False
    return ((para.label is not None or para.bullet) and not para.text) or _LONE_NUMBER.fullmatch(para.text) is not None


def _para(line: Line, gap: bool) -> Para:
    if line.cells is not None:
        return Para(
            line.number, line.text, indent=line.indent, cells=line.cells, last_line=line.number, gap=gap, tail=999
        )
    bullet, rest = take_bullet(f"{line.text} " if len(line.text) == 1 else line.text)
    point = _POINT.match(rest)
    rest = rest[point.end() :] if point else rest
    label, text = take_label(rest)
    if label is None and line.left and _BARE_LABEL.fullmatch(line.left):
        words = text[len(line.left) + 1 :]
        if words[:1].isupper() or (words[:1].islower() and line.left.isalpha()):
            label, text = Label(line.left, line.left, ""), words
    if label and not text and bullet:
        label, text = None, rest
    return Para(
        line.number,
        text,
        label,
        bullet,
        line.indent,
        line.bold,
        None,
        line.number,
        gap,
        len(line.text),
        point.group().strip() if point else "",
        line.strong[0]
        if line.strong and (line.text.startswith(line.strong[0]) or text.startswith(line.strong[0]))
        else "",
    )


def _continues(before: Para, para: Para, gap: bool, page_break: bool) -> bool:
    if before.cells is not None or para.cells is not None or len(before.text) > LONGEST_PARAGRAPH:
        return False
    if (
        para.text.startswith(MARK)
        or before.text.startswith(MARK)
        or para.bullet
        or para.point
        or (para.label and not _is_wrapped_number(before, para))
    ):
        return False
    if _INITIALS_SAY.match(para.text):
        return False
    if _NUMBERED_ACTION.match(para.text) and not gap and _SMALL.search(before.end):
        return True
    if OPENERS.match(para.text) or not before.text:
        return not before.text and before.label is not None and not gap
    if page_break:
        return not before.ended and (para.text[:1].islower() or not gap)
    if gap:
        return not before.ended and para.text[:1].islower() and len(before.text) > 40
    return para.bold == before.bold and not _is_heading_above(before, para)


def _is_heading_above(before: Para, para: Para) -> bool:
    """A short line, or one in capitals, with a sentence of its own under it: the first is a heading."""
    if before.text.isupper():
        return not para.text.isupper() and _YEARS.fullmatch(para.text) is None
    if _OPEN_BRACKET.search(before.text[-120:]):
        return False
    if _PAGE_OF.fullmatch(before.text):
        return True
    if para.text[:1].isupper() and _ACTION_LINE.search(before.text[-120:]):
        return _UNFINISHED.search(before.end) is None
    title = _NUMBERED_TITLE.fullmatch(before.whole) or _NEXT_MEETING.fullmatch(before.text)
    if title and _DATE_FIRST.match(para.text) and not _SMALL.search(before.end):
        return True
    if not para.text[:1].isupper() or before.text.endswith((",", "-", "–", "—", "/")):
        return False
    if len(before.text) <= _LONGEST_TITLE and _is_numbered_title(before, para):
        return True
    return before.tail < 45 and _REFERS.search(before.end) is None and not _SMALL.search(before.end)


def _is_numbered_title(before: Para, para: Para) -> bool:
    """Whether a line is the title of a minute, its number before it."""
    whole = before.whole
    if _MINUTE_TITLE.fullmatch(whole):
        return True
    title = _NUMBERED_TITLE.fullmatch(whole) and before.line == before.last_line and not _SMALL.search(before.end)
    return bool(title) and before.tail < 72 and not _VERB.search(before.text) and para.text[:1].isalnum()


def _is_wrapped_number(before: Para, para: Para) -> bool:
    """A line that begins "5. The" because the line before it ended "Minute"."""
    if para.label is None or para.gap or before.ended:
        return False
    if para.label.mark.isupper() and len(para.label.mark) == 1 and para.label.setting == ".":
        return _BEFORE_INITIAL.search(before.end) is not None  # "…, E.M. Aldworth," above "S. Morgan and T.J. Williams"
    return para.label.mark.isdigit() and _REFERS.search(before.end) is not None


def _joined(before: Para, line: Line) -> Para:
    text = line.text.strip()
    # A word broken by a hyphen at the end of a line stays as printed, its two halves side by side.
    return replace(before, text=f"{before.text} {text}".lstrip(), last_line=line.number, tail=len(text))
