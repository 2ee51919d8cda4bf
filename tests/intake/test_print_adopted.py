"""The real pack put on record in an empty database, its programme printed in Word, and read back as the pack reads."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from actions.domain.editions import freeze_edition
from committees.models import Meeting
from intake.domain.adopt import adopt_paper
from papers.reading.document import read
from papers.reading.files import read_file, text_of_bytes
from papers.writing.docx import default_template, docx_of
from papers.writing.kinds import paper_of
from tests.factories import make_user
from workprogramme.domain.editions import read_edition
from workprogramme.domain.items import open_programme

PACK = Path(settings.BASE_DIR).parent / "shared" / "papers" / "agenda-pack-2023-09-26.txt"
pytestmark = [pytest.mark.django_db, pytest.mark.skipif(not PACK.exists(), reason="the real papers are not at hand")]


def rows_of(reading):
    return [
        (each.meeting.date, row.number, row.title, row.authors, row.organisation)
        for each in reading.programme
        for row in each.rows
    ]


def schedule_of(reading):
    return [(row.number, row.title, row.organisers, row.on, row.status) for row in reading.informal]


def test_appendices_of_the_adopted_pack_are_read_back_as_the_pack_reads(held):
    by, pack = make_user("Olive Officer"), read_file(PACK)
    adopt_paper(pack, name=PACK.name, sha256="0" * 64, by=by)
    meeting = Meeting.objects.deciding().get(on=date(2023, 9, 26))
    frozen = freeze_edition(open_programme(body=meeting.body, year=meeting.year), for_meeting=meeting, by=by)
    edition = read_edition(frozen)
    found = {
        kind: read(text_of_bytes(docx_of(paper_of(kind, edition), default_template(kind))))
        for kind in ("appendix-a", "appendix-b")
    }
    assert (rows_of(found["appendix-a"]), len(rows_of(pack))) == (rows_of(pack), 34)
    assert (schedule_of(found["appendix-b"]), len(schedule_of(pack))) == (schedule_of(pack), 7)
