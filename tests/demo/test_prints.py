"""The papers of 26 September 2023 printed from the demonstration's edition, and read back as what they print."""

from pathlib import Path

import page
import pytest
from django.conf import settings

from papers.reading.document import read
from papers.reading.files import read_file, text_of_bytes
from papers.writing.brief import chairs_brief
from papers.writing.docx import default_template, docx_of
from papers.writing.kinds import KINDS, paper_of
from papers.writing.pdf import pdf_of
from workprogramme.domain.editions import read_edition
from workprogramme.models import Edition

PACK = Path(settings.BASE_DIR).parent / "shared" / "papers" / "agenda-pack-2023-09-26.txt"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]


@pytest.fixture
def september():
    return read_edition(Edition.objects.get(for_meeting__on="2023-09-26"))


def word_read_back(kind, edition):
    return read(text_of_bytes(docx_of(paper_of(kind, edition), default_template(kind)), name=f"{kind}.docx"))


def rows_of(reading):
    return [
        (each.meeting.date, row.number, row.title, row.authors, row.organisation)
        for each in reading.programme
        for row in each.rows
    ]


@pytest.mark.parametrize("kind", ["appendix-a", "report"])
def test_appendix_a_is_read_back_as_the_34_rows_of_the_programme(september, kind):
    printed = [
        (meeting.heading.on, str(row.number), row.title, row.authors, row.organisation or None)
        for meeting in september.meetings
        for row in meeting.rows
    ]
    assert (rows_of(word_read_back(kind, september)), len(printed)) == (printed, 34)


@pytest.mark.parametrize("kind", ["appendix-b", "report"])
def test_appendix_b_is_read_back_as_its_7_rows(september, kind):
    states = {"Held": "held", "Arranged": "arranged", "Anticipated": "anticipated", "To be arranged": "to_be_arranged"}
    printed = [(str(row.number), row.title, row.organisers, row.on, states[row.state]) for row in september.informal]
    found = word_read_back(kind, september).informal
    assert [(row.number, row.title, row.organisers, row.on, row.status) for row in found] == printed
    assert len(printed) == 7


@pytest.mark.slow
def test_appendix_a_is_read_back_from_the_pdf_as_from_word(september):
    pdf = read(text_of_bytes(pdf_of(paper_of("appendix-a", september)), name="appendix-a.pdf"))
    assert rows_of(pdf) == rows_of(word_read_back("appendix-a", september))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_of_the_year_passes_the_check_of_pdf_ua(september, kind):
    report = page.validate_pdf_bytes(pdf_of(paper_of(kind, september)), profile=page.ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in report.failures] == []


@pytest.mark.skipif(not PACK.exists(), reason="the real papers are not at hand")
def test_rows_read_back_are_those_of_the_real_pack(september):
    pack = read_file(PACK)
    assert rows_of(word_read_back("appendix-a", september)) == rows_of(pack)
    found, real = word_read_back("appendix-b", september).informal, pack.informal
    assert [(row.number, row.organisers, row.on, row.status) for row in found] == [
        (row.number, row.organisers, row.on, row.status) for row in real
    ]


def test_recommendations_of_26_september_are_made_from_the_record(september):
    report = paper_of("report", september)
    assert [each.text for each in report.recommendations] == [
        "notes the work programme for 2023/24 at Appendix A, with any items it adds at this meeting;",
        "says whether “Police and Multi-Agency Safeguarding Hub representatives” should come to a formal meeting or to "
        "an informal one;",
        "says how it wishes to take the 4 earlier requests that have no place yet;",
        "notes that the forward plan published on 31 August 2023 holds no key decision within its remit, so that there "
        "is none for pre-scrutiny;",
        "notes the informal meetings and visits for 2023/24 at Appendix B; and",
        "notes the training arranged for members.",
    ]


def test_forward_plan_of_26_september_holds_nothing_in_remit_and_says_for_when(september):
    [section] = [each for each in paper_of("report", september).sections if each.heading.startswith("Forward plan")]
    assert section.paragraphs[1].text == (
        "The latest forward plan was published on 31 August 2023 for 1 October 2023 to 31 January 2024. It holds no "
        "key decision within the committee’s remit."
    )


def test_leeds_request_stands_in_the_report_and_the_brief(september):
    asked = "Report on the work with Leeds to attract social workers"
    [section] = [each for each in paper_of("report", september).sections if each.heading.startswith("Requests")]
    assert [point for point in section.paragraphs[0].points if point.startswith(asked)] != []
    assert [line for line in paper_of("brief", september).unplaced if asked in line] != []


def test_brief_of_the_chair_tells_what_the_reports_show_of_what_was_asked(september):
    items = {item.title: item.to_show for item in chairs_brief(september).items}
    assert items["Children's Social Care Overview of Practice and CHAT"] == (
        "a CHAT narrative (7 (3) (i) of 6 June 2023): the part on CHAT data",
        "data on child exploitation (7 (3) (ii) of 6 June 2023): not shown yet",
    )
