"""From the bytes of an answer to its elements: told from a web page, decoded, bounded, parsed without entities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from papers.moderngov.faults import ChallengePage, CutOff, Fault, Hostile, NotXml, ServiceError, TooLarge, WebPage
from papers.reading.html import looks_like_html

Record = TypeVar("Record")
MOST_BYTES = 5_000_000  # the largest meeting seen, with every paper linked, is a tenth of that
MOST_ELEMENTS = 200_000
MOST_DEPTH = 100
_ENDED_EARLY = {3, 5, 6, 20}  # expat: no element, unclosed token, partial character, unclosed CDATA
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:x0{0,4}(?:[0-8bcef]|1[0-9a-f])|0{0,4}(?:[0-8]|1[124-9]|2\d|3[01]));",
    re.I,
)
_WANTS_A_PERSON = re.compile(
    r"captcha|just a moment|checking your browser|verify (?:that )?you are (?:a )?human|are you a robot"
    r"|attention required|enable javascript and cookies|/cdn-cgi/challenge|cf[-_]chl|incapsula|_imperva"
    r"|ddos protection|access denied|request unsuccessful"
    r"|unusual traffic|type\s*=\s*[\"']?password|<title>[^<]{0,80}\b(?:log|sign)[ -]?(?:in|on)\b"
)
_ERRORS = {"error", "errors", "exception", "fault", "errormessage"}
_TRUE = {"true", "yes", "y", "1", "-1", "on"}
_FALSE = {"false", "no", "n", "0", "off"}


def is_web_page(text: str) -> bool:
    """Whether an answer is a web page and no XML of the service."""
    return looks_like_html(text.lstrip("\ufeff"))


def wants_a_person(page: str) -> bool:
    """Whether a web page is a check for robots or a login."""
    return _WANTS_A_PERSON.search(page[:200_000].lower()) is not None


def decoded(raw: bytes) -> str:
    """The text of an answer: UTF-16 by its mark, else UTF-8, else Windows-1252, whatever it declares itself to be."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def answer(raw: bytes, *names: str) -> Element:
    """The element of an answer that has one of `names`, wherever an envelope puts it.

    Names are in small letters and without namespaces from here on. Raises the fault that the answer has.
    """
    if len(raw) > MOST_BYTES:
        raise TooLarge(f"{MOST_BYTES // 1_000_000} MB")
    text = decoded(raw)
    if is_web_page(text):
        raise ChallengePage if wants_a_person(text) else WebPage
    root = _parsed(text)
    found = next((each for each in root.iter() if each.tag in names), None)
    if found is None and any(each.tag in _ERRORS for each in root.iter()):
        raise ServiceError
    if found is None:
        raise NotXml(f"The XML that came back holds no {names[0]}, so it is no answer to what was asked.")
    return found


def _parsed(text: str) -> Element:
    if text.count("<") > 2 * MOST_ELEMENTS:
        raise TooLarge(f"{MOST_ELEMENTS:,} elements")
    text = _CONTROL.sub("", text.strip("\ufeff \t\r\n\x00"))
    if not text.startswith("<"):
        raise NotXml("The answer is not XML." if text else "The answer is empty.")
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except DefusedXmlException:
        raise Hostile from None
    except ParseError as error:
        raise _why(error) from None
    if _deeper(root, MOST_DEPTH):
        raise TooLarge(f"{MOST_DEPTH} elements deep")
    for each in root.iter():
        each.tag = each.tag.rpartition("}")[2].lower() if isinstance(each.tag, str) else ""
        each.attrib = {name.rpartition("}")[2].lower(): value for name, value in each.attrib.items()}
    return root


def _deeper(root: Element, most: int) -> bool:
    """Whether elements stand within each other more than `most` deep."""
    level = [root]
    for _ in range(most):
        level = [child for element in level for child in element]
    return bool(level)


def _why(error: ParseError) -> Fault:
    if error.code in _ENDED_EARLY:
        return CutOff()
    line, column = error.position
    return NotXml(f"The answer is broken XML (line {line}, column {column}).")


def field(element: Element, name: str) -> str:
    """What a field holds, as it stands: the child of that name or else the attribute; "" where blank or absent."""
    child = element.find(name)
    if child is None:
        return element.get(name, "").strip()
    inner = "".join(tostring(each, encoding="unicode", method="html") for each in child)
    return f"{child.text or ''}{inner}".strip() if inner else (child.text or "").strip()


def said(word: str) -> bool | None:
    """What a word says of a thing that is or is not; None where it is blank or neither."""
    known = word.strip().casefold()
    return True if known in _TRUE else False if known in _FALSE else None


def restricted(element: Element) -> bool:
    """Whether a record is not for the public; a word that cannot be understood keeps it from them."""
    words = (field(element, name) for name in ("isrestricted", "isexempt"))
    return any(word and said(word) is not False for word in words) or said(field(element, "isdisplayallowed")) is False


def each(found: Iterable[Element], read: Callable[[Element], Record]) -> tuple[Record | Fault, ...]:
    """Every record of a list, or the fault of that one record in its place."""
    return tuple(_or_fault(element, read) for element in found)


def _or_fault(element: Element, read: Callable[[Element], Record]) -> Record | Fault:
    try:
        return read(element)
    except Fault as fault:
        return fault
