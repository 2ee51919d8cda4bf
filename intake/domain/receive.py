"""Taking a paper in: kept as it came with its hash, the same file known again."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from committees.models import Paper, PaperFile
from council.models import Body
from council.refusal import Refusal
from intake.enums import Kind
from intake.file_names import name_of_text, safe_name
from intake.models import Reading
from intake.rules import check_can_receive, committees_of, may_review


@dataclass(frozen=True)
class Received:
    """A paper's reading; ``before`` where the same file was given earlier, and this is its reading."""

    reading: Reading
    before: bool = False


def receive_paper(*, content: bytes, name: str, by, kind: str = Kind.AUTO, body: Body | None = None) -> Received:
    """Keep a paper as it came, waiting to be read as ``kind``, for the review of ``body`` where that is known.

    The same file again changes nothing and is answered with its earlier reading. Raises ``Refusal`` for a file that is
    empty, too large or of no sort that can be read; for a committee of others; and for a paper that others review.
    """
    check_can_receive(content, name)
    if kind not in Kind.values:
        raise Refusal("Choose what the paper is from the list.")
    if body is not None and not committees_of(by).filter(pk=body.pk).exists():
        raise Refusal(f"You are not an officer of {body}. Choose a committee of yours.")
    return _keep(content, safe_name(name), by, kind, body)


def receive_text(*, text: str, by, kind: str = Kind.AUTO, body: Body | None = None) -> Received:
    """Keep a pasted text as a text file named by its first line. Raises as ``receive_paper`` does."""
    content = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    return receive_paper(content=content, name=name_of_text(text), by=by, kind=kind, body=body)


@transaction.atomic
def _keep(content: bytes, name: str, by, kind: str, body: Body | None) -> Received:
    said = {"name": name, "size": len(content), "kept_by": by}
    paper, _ = Paper.objects.get_or_create(sha256=hashlib.sha256(content).hexdigest(), defaults=said)
    paper = Paper.objects.select_for_update().get(pk=paper.pk)
    earlier = Reading.objects.defer("text").filter(paper=paper).first()
    reading = earlier or Reading(paper=paper, asked_kind=kind, body=body or paper.body)
    if not may_review(by, reading):
        raise Refusal(
            "This paper was given before, and you are not an officer of the committee that has it under review. "
            "Ask a scrutiny manager."
        )
    if earlier is None:
        reading.save()
        PaperFile.objects.create(paper=paper, content=content)
    return Received(reading, before=earlier is not None)
