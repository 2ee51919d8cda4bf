"""Reading the papers that wait: the file to its text, the text to what it says, what it says to proposals."""

from django.db.models import QuerySet

from committees.models import Paper
from intake.domain.read import propose_from
from intake.models import Reading
from jobs.working import Job, Tally, report, work_off
from papers.reading import facts
from papers.reading.document import read
from papers.reading.errors import NotAPaper
from papers.reading.files import text_of_bytes

QUICK = 400_000
_LOOKING = "Looking for meetings, resolutions and actions"


def read_waiting() -> Tally:
    """Read every paper that waits, one after the other. Any number may run at once; never inside a transaction."""
    return work_off(_rows(), READING)


def read_at_once(reading: Reading) -> Tally:
    """Read one paper, unless somebody reads it already."""
    return work_off(_rows().filter(pk=reading.pk), READING)


def is_quick(paper: Paper) -> bool:
    """Whether a paper is text so short that it can be read while somebody waits for the page."""
    if paper.size > QUICK:
        return False
    content = bytes(paper.file.content)
    return not (_is_pdf(content) or content.startswith(b"PK"))


def _rows() -> QuerySet[Reading]:
    return Reading.objects.select_related("paper").defer("text")


def _is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1_024]


def _read(reading: Reading) -> tuple[str, facts.Reading]:
    content = bytes(reading.paper.file.content)
    words = "Reading page {} of {}" if _is_pdf(content) else "Reading the document"

    def progress(done: int, total: int) -> None:
        report(reading, done, total, words.format(done, total))

    text = text_of_bytes(content, name=reading.paper.name, progress=progress)
    text = text.replace("\x00", " ")  # PostgreSQL keeps none
    report(reading, 0, 0, _LOOKING)
    return text, read(text, kind=reading.asked_kind)


def _keep(reading: Reading, result: tuple[str, facts.Reading]) -> None:
    reading.text, found = result
    reading.refused = ""
    reading.save(update_fields=["text", "refused"])
    reading.paper.read_as = found.kind
    reading.paper.save(update_fields=["read_as"])
    propose_from(reading, found)


READING = Job(do=_read, keep=_keep, refusals=(NotAPaper,), words_in="refused")
