"""A table saved as CSV, as a spreadsheet or a council's forward plan page gives it, as the lines of a paper."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

_DELIMITERS = (",", ";", "\t")
_HEADS = re.compile(
    r"\b(?:titles?|decisions?|subjects?|items?|reports?|issues?|topics?|matters?|makers?|takers?|dates?|due|when|meetings?|"
    r"officers?|authors?|contacts?|leads?|owners?|actions?|status|progress|refs?|references?|minutes?|purpose|committees?|"
    r"portfolios?|key|exempt|recommendations?)\b",
    re.I,
)
_LONGEST_HEAD = 60
_MOST_ROWS = 20_000
_SAMPLE = 20_000


def looks_like_csv(text: str) -> bool:
    """Whether a text is rows of cells under a row of heads: its delimiter makes as many cells of nearly every row."""
    return _delimiter(text) is not None


def text_of_csv(text: str) -> str:
    """The rows as a table with bars; a row with words in one cell alone, such as a title, as a line of its own."""
    delimiter = _delimiter(text)
    if delimiter is None:
        return text
    lines: list[str] = []
    for count, cells in enumerate(_rows(text, delimiter)):
        if count >= _MOST_ROWS:
            break
        filled = [cell for cell in cells if cell]
        if len(filled) > 1:
            ruled = bool(lines) and lines[-1].startswith("|")
            lines.append(f"| {' | '.join(cells)} |")
            if not ruled:
                lines.append("|" + " --- |" * len(cells))
        elif filled:
            lines += ["", filled[0], ""]
    return "\n".join(lines) + "\n"


def _delimiter(text: str) -> str | None:
    sample = text[:_SAMPLE]
    return next((each for each in _DELIMITERS if _makes_a_table(sample, each)), None)


def _makes_a_table(sample: str, delimiter: str) -> bool:
    if sample.lstrip().startswith("|") or delimiter not in sample:
        return False
    rows = [cells for cells in _rows(sample, delimiter) if any(cells)]
    if len(sample) == _SAMPLE:
        rows = rows[:-1]
    wide = [cells for cells in rows if len(cells) > 2]
    if len(wide) < 2:
        return False
    width, times = Counter(map(len, wide)).most_common(1)[0]
    head = next((cells for cells in wide if len([cell for cell in cells if cell]) > 1), [])
    return times >= 0.9 * len(wide) and times >= 0.6 * len(rows) and _is_head(head, width)


def _is_head(cells: list[str], width: int) -> bool:
    """A row of heads: short, none a sentence, most of them words that heads of such tables have."""
    filled = [cell for cell in cells if cell]
    short = all(len(cell) <= _LONGEST_HEAD and not cell.endswith((".", ";")) for cell in filled)
    known = sum(1 for cell in filled if _HEADS.search(cell))
    return short and len(cells) == width and known >= 2 and known >= 0.5 * len(filled)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """The records, every cell folded to one line; none where the quotes do not close."""
    try:
        records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [[" ".join(cell.replace("|", "¦").split()) for cell in cells] for cells in records]
    except csv.Error:
        return []
