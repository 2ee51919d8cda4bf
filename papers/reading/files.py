"""From a file to its text: the encodings councils use, and a plain refusal of what is not a paper."""

from __future__ import annotations

import re
from pathlib import Path

from papers.reading.document import read
from papers.reading.errors import NotAPaper
from papers.reading.facts import Reading
from papers.reading.html import looks_like_html, text_of_html

MOST_BYTES = 20_000_000
_MAGIC = (
    (b"%PDF", "This is a PDF: save it as text (File, Save as other, Text) and read the text file."),
    (b"PK\x03\x04", "This is a Word or other zipped document: save it as plain text (.txt) and read that file."),
    (b"\xd0\xcf\x11\xe0", "This is an old Word document: save it as plain text (.txt) and read that file."),
    (b"{\\rtf", "This is a rich text document: save it as plain text (.txt) and read that file."),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")


def read_file(path: str | Path, *, kind: str = "auto") -> Reading:
    """Read the paper in a file.

    `kind` is one of `document.KINDS`. Raises NotAPaper, with one line saying how to mend it, for a file that is
    missing, empty, too large, not text, or text that is no council paper.
    """
    return read(text_of_file(path), kind=kind)


def text_of_file(path: str | Path) -> str:
    """The text of a file; raises NotAPaper when it has none that can be read."""
    path = Path(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotAPaper(
                f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB: split it, or read one paper of it."
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be opened"
        raise NotAPaper(f"{path.name} could not be opened ({reason}): check the name of the file.") from error
    return text_of_bytes(data, name=path.name)


def text_of_bytes(data: bytes, *, name: str = "The file") -> str:
    """Decode the bytes of a paper: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252."""
    if not data.strip():
        raise NotAPaper(f"{name} is empty: choose the file that holds the paper.")
    for magic, message in _MAGIC:
        if data.startswith(magic):
            raise NotAPaper(f"{name}: {message}")
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text[:200_000])) > 0.01 * min(len(text), 200_000):
        raise NotAPaper(f"{name} is not text: save the paper as plain text (.txt) and read that file.")
    return text_of_html(text) if looks_like_html(text) else text


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
