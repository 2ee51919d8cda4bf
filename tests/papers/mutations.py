"""Damaged papers, made from good ones: cut, doubled, wrapped, shuffled, with page furniture and odd letters put in."""

import random
import re
import textwrap
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from papers.reading.aligned import as_tables
from papers.reading.columns import split_columns
from papers.reading.document import read
from papers.reading.errors import NotAPaper
from papers.reading.files import text_of_bytes
from papers.reading.furniture import set_aside_furniture
from papers.reading.lines import read_lines, without_markup

FIXTURES = Path(__file__).parent / "fixtures"
SLOW = 1.0  # seconds that no paper may take
FURNITURE = (
    "Page 3 of 12", "Page 7", "- 4 -", "12", "This page is intentionally left blank", "Agenda Item 5", "Minute Item 9",
    "SCRUTINY COMMITTEE - TUESDAY 9TH JULY, 2024", "Public Document Pack",
)  # fmt: skip
ODD = (
    "\u00a0\u2028\u2029\u200b\u200e\ufeff\u00ad\u0085\x0b\x0c\x1c\u0130\u0131\u212a"
    "\ufb01\u2460\u0661\u00b2\u00bd\u0663\U0001f600\u0301"
)
FILLERS = ("That ", "(a) ", "a", "; and ", "| ", "Councillor Ann Smith, ", "9 ", "**", "<p>", "1 July 2024 ")
PIECES = (
    "(1)",
    "(a)",
    "RESOLVED",
    "RESOLVED: That",
    "| | |",
    "| No. | Item | Action |",
    "**",
    "ACTION:",
    "# ",
    "•",
    "and",
    ";",
)


def papers():
    """The text of every paper of the fixtures."""
    return [path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt"))]


def cut(text, chance):
    start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return chance.choice([text[:end], text[start:], text[:start] + text[end:]])


def doubled(text, chance):
    lines = text.split("\n")
    at, count = chance.randrange(len(lines)), chance.randint(1, 12)
    return "\n".join([*lines[:at], *lines[at : at + count] * chance.randint(2, 4), *lines[at + count :]])


def wrapped(text, chance):
    width = chance.choice([20, 34, 50, 72, 100, 160, 400])
    lines = [line if line.startswith("|") else textwrap.fill(line, width) for line in text.split("\n")]
    return "\n".join(lines)


def unwrapped(text, chance):
    return re.sub(r"(?<=[a-z,])\n(?=[a-z])", lambda _: chance.choice([" ", "\n", "-\n"]), text)


def encoded(text, chance):
    data = text.replace("\n", chance.choice(["\n", "\r\n", "\r"])).encode(chance.choice(["utf-8", "cp1252"]), "replace")
    return data.decode(chance.choice(["utf-8", "cp1252", "latin-1"]), "replace")


def furnished(text, chance):
    lines = text.split("\n")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(lines) + 1)
        gap = [""] * chance.randint(0, 1)
        lines[at:at] = [*gap, chance.choice(FURNITURE), *gap]
    return "\n".join(lines)


def relabelled(text, chance):
    found = re.findall(r"^\s*\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]", text, re.M)
    chance.shuffle(found)
    labels = iter(found)
    return re.sub(r"^\s*\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]", lambda match: next(labels, match[0]), text, flags=re.M)


def shuffled(text, chance):
    lines = text.split("\n")
    at, count = chance.randrange(len(lines)), chance.randint(2, 20)
    some = lines[at : at + count]
    chance.shuffle(some)
    return "\n".join([*lines[:at], *some, *lines[at + count :]])


def huge(text, chance):
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    filler = chance.choice(FILLERS)
    lines[at] += filler * chance.choice([50, 1_000, 5_000])
    return "\n".join(lines)


def odd(text, chance):
    letters = list(text)
    for _ in range(chance.randint(1, 40)):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(ODD))
    return unicodedata.normalize(chance.choice(["NFC", "NFD", "NFKC"]), "".join(letters))


def pieced(text, chance):
    lines = text.split("\n")
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        lines[at] = chance.choice([lines[at][::-1], "", f"{chance.choice(PIECES)} {lines[at]}", chance.choice(PIECES)])
    return "\n".join(lines)


def mixed(text, chance):
    other = chance.choice(papers()).split("\n")
    lines = text.split("\n")
    at, start = chance.randrange(len(lines) + 1), chance.randrange(len(other))
    return "\n".join([*lines[:at], *other[start : start + chance.randint(1, 40)], *lines[at:]])


WAYS = (cut, doubled, wrapped, unwrapped, encoded, furnished, relabelled, shuffled, huge, odd, pieced, mixed)


def mutated(texts, seed):
    """One damaged paper: the same for the same seed."""
    chance = random.Random(seed)
    text = chance.choice(texts)
    for way in chance.sample(WAYS, chance.randint(1, 3)):
        text = way(text, chance) or "\n"
    return text


@dataclass
class Found:
    """What went wrong, each with the seed of its paper."""

    broke: list = field(default_factory=list)
    slow: list = field(default_factory=list)
    outside: list = field(default_factory=list)
    papers: int = 0
    refused: int = 0
    longest: float = 0.0

    @property
    def nothing(self):
        return not (self.broke or self.slow or self.outside)


def tried(seeds):
    """Read a damaged paper for every seed and gather what went wrong."""
    texts, found = papers(), Found()
    for seed in seeds:
        found.papers += 1
        _try(mutated(texts, seed), seed, found)
    return found


def _try(text, seed, found):
    start = time.process_time()
    try:
        text = text_of_bytes(text.encode("utf-8", "replace"))
        reading = read(text)
    except NotAPaper:
        reading = None
        found.refused += 1
    except Exception as error:
        found.broke.append((seed, repr(error)[:200]))
        return
    took = time.process_time() - start
    found.longest = max(found.longest, took)
    if took > SLOW:
        found.slow.append((seed, round(took, 2)))
    if reading is not None:
        source = words_of(text)
        found.outside += [(seed, clause[:120]) for clause in clauses_of(reading) if not is_in(clause, source)]


def clauses_of(reading):
    """The text of every clause of a reading."""
    return [clause.text for meeting in reading.meetings for item in meeting.items for clause in item.clauses]


def words_of(text):
    """The letters and figures of a paper: all, without page furniture, tables or their heads, tables row by row, and
    without what stands in a column at the right."""
    lines = read_lines(text)
    kept = [line for line in set_aside_furniture(lines) if not line.furniture]
    prose = [line for line in kept if line.cells is None]
    headless = [line for line in set_aside_furniture(split_columns(lines)) if not line.furniture]
    tables = read_lines(as_tables(text))
    left = " ".join(line.left or line.text for line in kept)
    whole = (" ".join(line.text for line in some) for some in (lines, kept, prose, headless, tables))
    return tuple(map(squashed, (*whole, left)))


def is_in(clause, source):
    """Whether a clause stands in a paper, white space and punctuation folded."""
    # Tags broken over two lines are words in the source and tags in the clause.
    return any(squashed(words) in some for words in (clause, without_markup(clause)) for some in source)


def squashed(text):
    return "".join(letter for letter in text if letter.isalnum())
