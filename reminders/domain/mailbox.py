"""Reading mails back from the files they were written to, where mail goes to files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

BETWEEN = re.compile(rb"^-{79}\n", re.MULTILINE)
MOST = 200
LONGEST_NAME = 255


@dataclass(frozen=True)
class KeptMail:
    """One mail as it was written to a file: which file, its place in it, and what it says."""

    stem: str
    place: int
    message_id: str
    sender: str
    to: str
    subject: str
    at: datetime | None
    text: str
    html: str


def kept_mails(folder: Path) -> list[KeptMail]:
    """The latest mails in a folder, newest first, at most 200. A file that is no mail is passed over."""
    files = sorted(folder.glob("*.log"), key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)
    found: list[KeptMail] = []
    for file in files:
        found += reversed(list(_in_file(file)))
        if len(found) >= MOST:
            break
    return found[:MOST]


def kept_mail(folder: Path, stem: str, place: int) -> KeptMail | None:
    """The mail at a place in a file, or nothing."""
    file = folder / f"{stem}.log"
    if len(file.name) > LONGEST_NAME or not file.is_file():
        return None
    return next((mail for mail in _in_file(file) if mail.place == place), None)


def _in_file(file: Path) -> Iterator[KeptMail]:
    for place, raw in enumerate(BETWEEN.split(file.read_bytes()), start=1):
        message = message_from_bytes(raw.lstrip(), policy=default)
        if message["Message-ID"] and isinstance(message, EmailMessage):
            yield _read(file.stem, place, message)


def _read(stem: str, place: int, message: EmailMessage) -> KeptMail:
    return KeptMail(
        stem=stem,
        place=place,
        message_id=str(message["Message-ID"]).strip(),
        sender=str(message["From"] or ""),
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        at=_sent(message),
        text=_part(message, "plain"),
        html=_part(message, "html"),
    )


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return part.get_content() if part is not None else ""


def _sent(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message["Date"]))
    except ValueError:
        return None
