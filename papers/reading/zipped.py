"""A zipped document opened with care: how many parts it may have, and how large they may grow."""

from __future__ import annotations

import io
import zipfile
from typing import IO

from papers.reading.errors import NotAPaper

MOST_PARTS = 4_000
MOST_UNPACKED = 400_000_000  # bytes of all parts together; pictures count here and are never unpacked
MOST_OF_A_PART = 48_000_000  # bytes of one part that is read; 300 pages of Word have about four million
SUSPECT = 1_000_000  # bytes; a smaller part may be packed as tightly as it likes
MOST_RATIO = 400  # unpacked to packed; the text of Word documents stays under a hundred

_BOMB = "unpacks to far more than a paper holds: open it in Word, save it as a new document, and read that."
_DAMAGED = "is a damaged zip file: open it in Word, save it again as a Word document (.docx), and read that."


def opened(data: bytes, *, name: str) -> zipfile.ZipFile:
    """The zip file of these bytes.

    Raises NotAPaper where it is damaged, encrypted, has too many parts, or unpacks to more than a paper can hold.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise NotAPaper(f"{name} {_DAMAGED}") from error
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise NotAPaper(f"{name} {_BOMB}")
    if any(part.file_size > SUSPECT and part.file_size > MOST_RATIO * part.compress_size for part in parts):
        raise NotAPaper(f"{name} {_BOMB}")
    if any(part.flag_bits & 1 for part in parts):
        raise NotAPaper(f"{name} is protected by a password: take the password off and read the file again.")
    return archive


def part(archive: zipfile.ZipFile, path: str, *, name: str) -> IO[bytes] | None:
    """A part of a zip file opened for reading, None when it has none such; raises NotAPaper for one too large."""
    try:
        found = archive.getinfo(path)
    except KeyError:
        return None
    if found.file_size > MOST_OF_A_PART:
        raise NotAPaper(f"{name} {_BOMB}")
    try:
        return archive.open(found)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NotAPaper(f"{name} {_DAMAGED}") from error
