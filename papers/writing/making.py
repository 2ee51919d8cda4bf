"""Making the bytes of a paper in a form, and the recipe by which the same paper is known and made only once."""

import hashlib
from functools import cache
from pathlib import Path

from papers.writing.docx import docx_of
from papers.writing.edition import Edition
from papers.writing.html import page_of
from papers.writing.kinds import paper_of
from papers.writing.pdf import Heard, pdf_of

WORD, PDF, HTML = "docx", "pdf", "html"
FORMS = (WORD, PDF, HTML)
_HERE = Path(__file__).parent


def make_paper(
    kind: str, form: str, edition: Edition, *, draft: bool, template: bytes, heard: Heard = lambda page: None
) -> bytes:
    """A paper of an edition in a form; the template is for Word alone, and pages are heard of for PDF alone.

    Raises ``papers.writing.docx.TemplateBroken`` and ``papers.writing.pdf.PdfNotPossible``.
    """
    paper = paper_of(kind, edition, draft=draft)
    if form == WORD:
        return docx_of(paper, template)
    return pdf_of(paper, heard=heard) if form == PDF else page_of(paper).encode()


def recipe_of(kind: str, form: str, *, draft: bool, template: bytes) -> str:
    """The hash of everything besides the edition that a paper is made by: equal recipe and edition, equal paper."""
    told = (kind, form, "draft" if draft else "", _of_writers(), hashlib.sha256(template).hexdigest())
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


@cache
def _of_writers() -> str:
    """The hash of what writes papers, which another version of the program may do otherwise."""
    files = sorted(path for path in _HERE.rglob("*") if path.suffix in (".py", ".css"))
    return hashlib.sha256(b"\n".join(path.read_bytes() for path in files)).hexdigest()
