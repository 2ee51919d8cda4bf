"""From a file to its text: what it is by its content, never by its name, and a plain refusal of what is no paper."""

from __future__ import annotations

import re
from pathlib import Path

from papers.reading.charsets import decoded, page_in_archive
from papers.reading.csv_file import looks_like_csv, text_of_csv
from papers.reading.document import read
from papers.reading.errors import NotAPaper
from papers.reading.facts import Reading
from papers.reading.html import looks_like_html, text_of_html
from papers.reading.markdown import without_marks
from papers.reading.pdf import text_of_pdf
from papers.reading.progress import Progress, unheard
from papers.reading.word import text_of_word

MOST_BYTES = 50_000_000
_WORD_OR_TEXT = "save it as a Word document (.docx) or as plain text (.txt), and read that."
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")


def read_file(path: str | Path, *, kind: str = "auto", progress: Progress | None = None) -> Reading:
    """Read the paper in a file: text, Word (.docx), PDF, a saved web page, Markdown, or a table as CSV.

    `kind` is one of `document.KINDS`; `progress` is called with what is done and what there is in all. Raises
    NotAPaper, with one line saying how to mend it, for a file that is missing, empty, too large, damaged, protected,
    or no council paper.
    """
    return read(text_of_file(path, progress=progress), kind=kind)


def text_of_file(path: str | Path, *, progress: Progress | None = None) -> str:
    """The text of a file; raises NotAPaper when it has none that can be read."""
    path = Path(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotAPaper(_too_large(path.name))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be opened"
        raise NotAPaper(f"{path.name} could not be opened ({reason}): check the name of the file.") from error
    return text_of_bytes(data, name=path.name, progress=progress)


def text_of_bytes(data: bytes, *, name: str = "The file", progress: Progress | None = None) -> str:
    """The text of the bytes of a paper, whatever it is; raises NotAPaper when they hold none that can be read."""
    name = " ".join(name.split()) or "The file"
    if len(data) > MOST_BYTES:
        raise NotAPaper(_too_large(name))
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise NotAPaper(f"{name} is empty: choose the file that holds the paper.")
    if b"%PDF-" in data[:1_024]:
        return text_of_pdf(data, name=name, progress=progress or unheard)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return text_of_word(data, name=name, progress=progress or unheard)
    _refuse_others(data, name)
    if page := page_in_archive(data):
        return text_of_html(decoded(page[0], declared=page[1]), name=name)
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text[:200_000])) > 0.01 * min(len(text), 200_000):
        raise NotAPaper(f"{name} is not text: save the paper as plain text (.txt) and read that file.")
    if looks_like_html(text):
        return text_of_html(text, name=name)
    return text_of_csv(text) if looks_like_csv(text) else without_marks(text)


def _refuse_others(data: bytes, name: str) -> None:
    """Refuse what is known and is not read."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        # Word keeps a document with a password in the wrapping of its old format.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise NotAPaper(
                f"{name} is protected by a password: take the password off in Word, save it, and read that."
            )
        raise NotAPaper(f"{name} is an old Word document (.doc): open it in Word, {_WORD_OR_TEXT}")
    if data.lstrip()[:5] == b"{\\rtf":
        raise NotAPaper(f"{name} is a rich text document (.rtf): open it in Word, {_WORD_OR_TEXT}")
    if data.startswith(_PICTURES):
        raise NotAPaper(f"{name} is a picture: run it through text recognition (OCR), and read the text.")


def _too_large(name: str) -> str:
    return f"{name} is larger than {MOST_BYTES // 1_000_000} MB: split it, or read one paper of it."
