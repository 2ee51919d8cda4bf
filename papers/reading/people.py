"""Cells that name people: several authors in one cell, an organisation, names with nothing between them."""

from __future__ import annotations

import re

_ORGANISATION = re.compile(
    r"\b(?:Board|Council|Trust|NHS|Partnership|Team|Service|Services|Group|Police|Authority|Agency|Association|Ltd|Limited|Company|Healthwatch|University|College|Hospital|ICB|CCG|Federation|"
    r"Department|Network|Commission|Forum|Fire|Charity|Foundation|Consortium|Directorate|Integrated|Combined|plc|PLC|LLP|CIC|Ombudsman|Ofsted|CQC)\b"
)
POST = re.compile(
    r"\b(?:Director|Head|Officer|Manager|Lead|Chief|Chair|Member|Leader|Portfolio|Councillor|Cllr|Coordinator|Adviser|Advisor|Solicitor|Treasurer)\b"
)
_PERSON = re.compile(
    r"^(?:(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Prof)\.?\s)?[A-Z][\w'’.-]*(?:\s(?:de|van|von|Mc|O'))?(?:\s[A-Z][\w'’.-]*){1,3}$"
)


def authors_of(cell: str) -> tuple[tuple[str, ...], str | None]:
    """The people in an author cell, or the organisation it names; a slash, never a comma alone, parts them."""
    cell = cell.strip()
    if not cell or re.fullmatch(r"[\s/–—-]*|tbc|tba|n/?a", cell, re.I):
        return (), None
    if "/" not in cell and _ORGANISATION.search(cell) and not POST.search(cell):
        return (), cell
    parts = [part.strip(" ,;") for part in re.split(r"/|;", cell)]
    people = [one for part in parts if part for one in _apart(part)]
    return tuple(people), None


def _apart(part: str) -> list[str]:
    for pattern in (r",\s*(?:and\s+)?|\s+(?:and|&)\s+", r"\s+(?:and|&)\s+"):
        pieces = [piece.strip() for piece in re.split(pattern, part) if piece.strip()]
        if len(pieces) > 1 and all(
            _PERSON.match(piece) and not POST.search(piece) and not _ORGANISATION.search(piece) for piece in pieces
        ):
            return pieces
    return [part]


def run_together(words: str, known: set[str]) -> list[str]:
    """Names with only spaces between them, parted where the paper knows the people; else the words as one."""
    parts = words.split()
    if len(parts) < 4 or not all(part[0].isupper() for part in parts):
        return [words]
    found: list[str] = []
    at = 0
    while at < len(parts):
        size = next((n for n in (3, 2) if " ".join(parts[at : at + n]) in known and at + n <= len(parts)), 2)
        found.append(" ".join(parts[at : at + size]))
        at += size
    unknown = [name for name in found if name not in known]
    return found if len(unknown) <= 1 and all(len(name.split()) > 1 for name in found) else [words]
