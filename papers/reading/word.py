"""A Word document (.docx) as text: a line a paragraph, rows of tables, list labels as Word prints them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from papers.reading.errors import NotAPaper
from papers.reading.progress import Progress, unheard
from papers.reading.word_blocks import Document
from papers.reading.word_lists import Lists, W, read_lists
from papers.reading.word_styles import Styles, read_styles
from papers.reading.zipped import opened, part

MOST_TAGS = 2_000_000  # of the text of a document; 300 pages have about a tenth of that
MOST_CHARACTERS = 4_000_001  # one more than is read as a paper, so that the reader says so
_TYPES = "[Content_Types].xml"
_MAIN = "wordprocessingml.document.main+xml"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}document"
_OTHERS = (
    (
        "macroEnabled",
        "holds macros: open it in Word, save it as a Word document without macros (.docx), and read that.",
    ),
    ("wordprocessingml.template", "is a Word template: save it as a Word document (.docx) and read that."),
    ("spreadsheetml", "is an Excel workbook: copy the table into a Word document, or save it as text, and read that."),
    ("presentationml", "is a presentation: save its text as a Word document (.docx) and read that."),
)
_DAMAGED = "is a damaged Word document: open it in Word, save it again as a Word document (.docx), and read that."
_TOO_LONG = "is longer than a paper: split it, and read one paper of it at a time."
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
# What lxml and the zip library raise on broken bytes.
_BROKEN = (etree.LxmlError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def text_of_word(data: bytes, *, name: str = "The file", progress: Progress = unheard) -> str:
    """The text of a Word document; `progress` hears how many of its bytes are read.

    Raises NotAPaper for what is no Word document, is damaged, is protected, holds macros or entities, or unpacks to
    more than a paper.
    """
    with opened(data, name=name) as archive:
        try:
            main = _main_part(archive, name)
            styles = _styles(archive, name)
            document = Document(styles, _lists(archive, name, styles))
            stream = part(archive, main, name=name)
            if stream is None:
                raise NotAPaper(f"{name} {_DAMAGED}")
            size = archive.getinfo(main).file_size
            return "\n".join(_lines(document, _Counted(stream, size, name, progress)))
        except NotAPaper:
            raise
        except _BROKEN as error:
            raise NotAPaper(f"{name} {_DAMAGED}") from error


def _lines(document: Document, stream: _Counted) -> Iterator[str]:
    length = 0
    for block in _blocks(stream):
        for line in document.lines(block):
            length += len(line) + 1
            yield line
        if length > MOST_CHARACTERS:
            return
    yield from document.rest()


def _blocks(stream: _Counted) -> Iterator[Any]:
    """The paragraphs and tables of the body in order, each thrown away when the next is asked for."""
    reading = etree.iterparse(stream, events=("end",), tag=(f"{W}p", f"{W}tbl", _STRICT), **_PARSER)
    for _, element in reading:
        if element.tag == _STRICT:
            raise NotAPaper(f"{stream.name} is saved as Strict Open XML: save it as a plain Word document (.docx).")
        if any(above.tag in (f"{W}p", f"{W}tbl") for above in element.iterancestors()):
            continue
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


class _Counted:
    """The bytes of a part as they are read: refused where they declare entities or have too many tags."""

    def __init__(self, stream: IO[bytes], size: int, name: str, progress: Progress) -> None:
        self.name = name
        self._stream, self._size, self._progress = stream, size, progress
        self._read = self._tags = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most 64 kB of them."""
        some = self._stream.read(65_536 if size < 0 else min(size, 65_536))
        if not self._read and b"<!DOCTYPE" in some:
            raise NotAPaper(f"{self.name} declares entities, which Word never does: it was not read.")
        self._read += len(some)
        self._tags += some.count(b"<")
        if self._tags > MOST_TAGS:
            raise NotAPaper(f"{self.name} {_TOO_LONG}")
        self._progress(self._read, self._size)
        return some


def _main_part(archive: zipfile.ZipFile, name: str) -> str:
    """The path of the part that holds the text."""
    if part(archive, "mimetype", name=name) is not None:
        raise NotAPaper(f"{name} is an OpenDocument file: save it as a Word document (.docx) and read that.")
    types = _tree(archive, _TYPES, name)
    if types is None:
        raise NotAPaper(f"{name} is a zip file, not a Word document: unpack it, and read the paper inside.")
    named = [(each.get("ContentType", ""), each.get("PartName", "")) for each in types if each.get("PartName")]
    for word, message in _OTHERS:
        if any(word in kind for kind, _ in named):
            raise NotAPaper(f"{name} {message}")
    return next((path.lstrip("/") for kind, path in named if _MAIN in kind), "word/document.xml")


def _styles(archive: zipfile.ZipFile, name: str) -> Styles:
    root = _tree(archive, "word/styles.xml", name)
    return read_styles(root) if root is not None else Styles()


def _lists(archive: zipfile.ZipFile, name: str, styles: Styles) -> Lists:
    root = _tree(archive, "word/numbering.xml", name)
    numbers = {key: style.number for key, style in styles.by_id.items() if style.number}
    return read_lists(root, numbers) if root is not None else Lists()


def _tree(archive: zipfile.ZipFile, path: str, name: str) -> Any:
    """A small part as a tree, None when the document has no such part."""
    stream = part(archive, path, name=name)
    if stream is None:
        return None
    size = archive.getinfo(path).file_size
    return etree.parse(_Counted(stream, size, name, unheard), etree.XMLParser(**_PARSER)).getroot()
