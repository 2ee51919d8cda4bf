"""A paper as a tagged PDF (PDF/UA-1), from its HTML and nothing else. Needs Pango and a font on the computer."""

import logging
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from papers.writing.html import page_of
from papers.writing.paper import Paper
from papers.writing.pdf_tags import finish

NO_PANGO = (
    "PDF needs Pango, which is not installed on this computer. Ask IT to install it (Debian and Ubuntu: apt install "
    "libpango-1.0-0 libpangoft2-1.0-0 fonts-liberation2). Word and HTML work without it."
)
NO_FONT = (
    "PDF needs a font, and none is installed on this computer. Ask IT to install one (Debian and Ubuntu: apt install "
    "fonts-liberation2). Word and HTML work without it."
)
_PROGRESS = logging.getLogger("weasyprint.progress")

Heard = Callable[[int], None]
"""Who hears the number of each page as it is set."""


class PdfNotPossible(RuntimeError):
    """What PDF needs is not on this computer; says what to install."""


def pdf_of(paper: Paper, *, heard: Heard = lambda page: None) -> bytes:
    """The paper as a PDF. Raises ``PdfNotPossible`` where Pango or every font is missing, and what ``heard`` raises."""
    page = _library().HTML(string=page_of(paper), url_fetcher=_nothing_from_elsewhere)
    with _hearing(heard):
        pdf: bytes = page.write_pdf(finisher=finish, pdf_variant="pdf/ua-1", pdf_tags=True)
    return pdf


def why_not() -> str:
    """Why no PDF can be made on this computer; empty where one can."""
    try:
        _library()
    except PdfNotPossible as missing:
        return str(missing)
    return ""


def _library() -> Any:
    """The library, which looks for Pango when it is imported: so not before it is needed."""
    try:
        import weasyprint
    except OSError as error:
        raise PdfNotPossible(NO_PANGO) from error
    if not _has_font():
        raise PdfNotPossible(NO_FONT)
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    _PROGRESS.propagate = False
    return weasyprint


@cache
def _has_font() -> bool:
    """Whether any font is installed: without one Pango does not say so, it brings the whole process down."""
    from weasyprint.text.ffi import fontconfig

    found = fontconfig.FcConfigGetFonts(fontconfig.FcInitLoadConfigAndFonts(), 0)
    return bool(found) and found.nfont > 0


class _Pages(logging.Handler):
    """Hears of pages from the library, which tells of them in its log alone, while this thread makes one PDF."""

    def __init__(self, heard: Heard) -> None:
        super().__init__()
        self.heard, self.thread = heard, threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        page = re.search(r"Page (\d+)", record.getMessage())
        if page and record.thread == self.thread:
            self.heard(int(page[1]))


@contextmanager
def _hearing(heard: Heard) -> Iterator[None]:
    pages = _Pages(heard)
    _PROGRESS.addHandler(pages)
    try:
        yield
    finally:
        _PROGRESS.removeHandler(pages)


def _nothing_from_elsewhere(url: str, *args: Any, **more: Any) -> Any:
    raise ValueError(f"A paper takes nothing from elsewhere: {url[:100]}")
