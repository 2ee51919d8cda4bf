"""Bytes as text: by their mark, by what the page says of itself, else UTF-8, else what Windows writes."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes
from email.message import Message

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I
)
_KNOWN = re.compile(
    r"utf-?8|windows-125[0-8]|cp125[0-8]|iso-?8859-(?:[1-9]|1[0-6])|macintosh|koi8-[ru]|big5|shift_jis|gbk|gb18030|euc-(?:jp|kr)",
    re.I,
)
_AS_WINDOWS = re.compile(r"iso-?8859-1|latin-?1|(?:us-)?ascii", re.I)
_ARCHIVE = re.compile(rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,20}", re.I)


def decoded(data: bytes, *, declared: str | None = None) -> str:
    """The text of some bytes; `declared` is what whoever sent them said they are in."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if wide := _wide(data[:2_000]):
        return data.decode(wide, errors="replace")
    for encoding in (*_named(declared), *_named(_declared_in(data)), "utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def page_in_archive(data: bytes) -> tuple[bytes, str | None] | None:
    """The page in a web archive (.mht), and the charset its header names; None for what is no web archive."""
    head = data[:4_000].lower()
    if b"multipart/related" not in head or b"mime-version" not in head or not _ARCHIVE.match(data[:4_000]):
        return None
    try:
        for part in message_from_bytes(data).walk():
            if part.get_content_type() == "text/html":
                return _payload(part), part.get_content_charset()
    except (RecursionError, ValueError, LookupError):
        return None
    return None


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of English is nothing."""
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half else None


def _declared_in(data: bytes) -> str | None:
    match = _DECLARED.search(data[:8_000])
    return match[1].decode("ascii") if match else None


def _named(declared: str | None) -> tuple[str, ...]:
    """The encoding a name stands for in browsers; nothing for one that no page is written in."""
    if declared is None:
        return ()
    if _AS_WINDOWS.fullmatch(declared):
        # As browsers do; but a page that says so and is UTF-8 is UTF-8.
        return ("utf-8", "cp1252")
    return (declared.lower(),) if _KNOWN.fullmatch(declared) else ()
