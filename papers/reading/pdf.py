"""A PDF as text, page by page: lines as printed, tables as rows, a form feed where a page begins."""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from pypdf import Configuration, PasswordType, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from papers.reading import pdf_painter
from papers.reading.errors import NotAPaper
from papers.reading.hyphens import mended
from papers.reading.pages import PAGE
from papers.reading.pdf_fonts import UNKNOWN, Typefaces
from papers.reading.pdf_lines import begins
from papers.reading.pdf_page import PageLine, blank_once, page_lines
from papers.reading.pdf_painter import marks_of
from papers.reading.progress import Progress, unheard

MOST_PAGES = 2_000
MOST_WORK = 6_000_000  # operators and operands of all pages together; 300 pages of plain papers have half a million
MOST_CONTENT = 100_000_000  # bytes that paint all pages together; 300 pages of plain papers have two million
MOST_CHARACTERS = 4_000_001  # one more than is read as a paper, so that the reader says so
FEWEST_LETTERS = 20  # in a whole paper; with fewer it is pictures of pages
_LIMITS = Configuration(
    zlib_maximum_output_length=40_000_000,
    lzw_maximum_output_length=40_000_000,
    run_length_maximum_output_length=40_000_000,
    brotli_maximum_output_length=40_000_000,
    array_based_stream_maximum_output_length=40_000_000,
    stream_decoding_work_maximum_length=120_000_000,
    stream_parsing_work_maximum_count=pdf_painter.MOST_WORK,
    page_tree_maximum_entries=3 * MOST_PAGES,
)
_PROTECTED = "is protected: save a copy without its password or its ban on copying, and read that."
_DAMAGED = "is a damaged PDF: open it, print it to a new PDF, and read that."
_BOMB = "unpacks to far more than a paper holds: open it, print it to a new PDF, and read that."
_PICTURE = "is a picture of its pages, without text: run it through text recognition (OCR), and read the result."
_UNREADABLE = "does not say what its letters are: run it through text recognition (OCR), and read the result."
_TOO_MANY = f"has more than {MOST_PAGES:,} pages: split it, and read one paper of it at a time."
_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_STRANGE = re.compile(rf"[{UNKNOWN}\ue000-\uf8ff\u2e80-\udfff]")
_Place = tuple[str, int]
_OFTEN = 8  # printings of a running title; the reports of a pack each have their own
_EDGE = 3  # lines at the top and the foot of a page, where its running titles stand


def text_of_pdf(data: bytes, *, name: str = "The file", progress: Progress = unheard) -> str:
    """The text of a PDF, a form feed at the first line of every further page; `progress` hears of every page.

    Raises NotAPaper for a PDF that is protected, damaged, a picture, too long, or unpacks to more than a paper.
    A page painted with more than `pdf_painter.MOST_BYTES` is a drawing, and its words are left out.
    """
    with _quiet(), apply_configuration(_LIMITS):
        try:
            pages = list(_pages(data, name, progress))
        except NotAPaper:
            raise
        except (DependencyError, FileNotDecryptedError) as error:
            raise NotAPaper(f"{name} {_PROTECTED}") from error
        except (LimitReachedError, MemoryError) as error:
            raise NotAPaper(f"{name} {_BOMB}") from error
        except Exception as error:
            # The library answers broken bytes with every kind of error there is.
            raise NotAPaper(f"{name} {_DAMAGED}") from error
    letters, strange = (
        sum(len(each.findall(line.text)) for page in pages for line in page) for each in (_LETTER, _STRANGE)
    )
    if strange > letters / 2:
        raise NotAPaper(f"{name} {_UNREADABLE}")
    if letters < FEWEST_LETTERS:
        raise NotAPaper(f"{name} {_PICTURE}")
    pages = _without_running(pages)
    texts = mended([_text(page, after) for page, after in itertools.zip_longest(pages, pages[1:])])
    return PAGE.join(texts).replace(UNKNOWN, "")


def _text(page: list[PageLine], after: list[PageLine] | None) -> str:
    """A page as text, a blank line at its foot unless its last line goes on in the page after."""
    lines = [line.text for line in page]
    follows = bool(page and page[-1].open and after) and not begins(after[0].text.strip()) if after else False
    return "\n".join([*lines, ""] if follows else [*lines, "", ""])


def _pages(data: bytes, name: str, progress: Progress) -> Iterator[list[PageLine]]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise NotAPaper(f"{name} {_PROTECTED}")
    total = len(reader.pages)
    if total > MOST_PAGES:
        raise NotAPaper(f"{name} {_TOO_MANY}")
    faces = Typefaces()
    work = size = length = 0
    for number in range(total):
        painted = marks_of(reader.pages[number], faces)
        work, size = work + painted.work, size + painted.size
        if work > MOST_WORK or size > MOST_CONTENT:
            raise NotAPaper(f"{name} {_BOMB}")
        lines = page_lines(painted)
        length += sum(len(line.text) + 1 for line in lines)
        yield lines
        progress(number + 1, total)
        if length > MOST_CHARACTERS:
            return


@contextmanager
def _quiet() -> Iterator[None]:
    """What the library has to say of a file is not for the log of a server."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _without_running(pages: list[list[PageLine]]) -> list[list[PageLine]]:
    """The pages without what comes back at the top or the foot of many; its first printing stays."""
    counts = Counter(place for page in pages for place in {_place(line) for line in _edges(page)})
    running = {place for place, count in counts.items() if count >= max(3, min(len(pages) / 2, _OFTEN))}
    seen: set[_Place] = set()
    kept = []
    for page in pages:
        edges = {id(line): _place(line) for line in _edges(page)}
        gone = {key for key, place in edges.items() if place in running and (place in seen or not _says(place[0]))}
        seen.update(edges.values())
        kept.append(blank_once([line for line in page if id(line) not in gone]))
    return kept


def _edges(page: list[PageLine]) -> list[PageLine]:
    said = [line for line in page if line.text and not line.table and not line.text.endswith((".", ";", ":", ","))]
    return [*said[:_EDGE], *said[_EDGE:][-_EDGE:]]


def _place(line: PageLine) -> _Place:
    """What a line says, whatever its figures, and how high it stands: running titles come back at one height."""
    return " ".join(re.sub(r"\d+", "#", line.text.replace("*", "")).split()).casefold(), round(line.y / 4)


def _says(stem: str) -> bool:
    """Whether a running line says more than which page it is on."""
    return re.fullmatch(r"(?:page|agenda|of|[#/|–-]|\s)*", stem) is None
