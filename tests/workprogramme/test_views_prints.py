"""The page of a print, its progress and file; and the pages of paragraphs and templates."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from actions.domain.editions import freeze_edition
from jobs.lease import claim
from jobs.work import WorkState
from jobs.working import report
from papers.writing.docx import default_template
from workprogramme.domain.items import open_programme
from workprogramme.domain.prints import print_at_once, print_edition
from workprogramme.domain.word_templates import take_template, template_in_use
from workprogramme.models import Print, Wording, WordTemplate

pytestmark = pytest.mark.django_db
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(autouse=True)
def nobody_is_woken(wake_ups_in_memory):
    """No worker runs beside these tests."""


@pytest.fixture
def edition(item, november, officer):
    programme = open_programme(body=item.programme.body, year=item.programme.year)
    return freeze_edition(programme, for_meeting=november, by=officer)


@pytest.fixture
def made(edition, officer):
    made = print_edition(edition, paper="appendix-a", form="docx", by=officer)
    print_at_once(made)
    made.refresh_from_db()
    return made


@pytest.fixture
def waits(edition, officer):
    return print_edition(edition, paper="tracker", form="pdf", by=officer)


def shown(client, made, end="", **more):
    return client.get(f"/reports/prints/{made.pk}/{end}", **more)


def test_print_shows_what_it_says_and_gives_its_file(signed_in, made):
    client = signed_in("officer")
    words = shown(client, made).content.decode()
    assert ("Tuesday 14 November 2023" in words, "Scorecard" in words, "Download Word" in words) == (True, True, True)
    answer = shown(client, made, "file/")
    assert answer["Content-Disposition"] == f'attachment; filename="{made.name}"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == (WORD, "nosniff")
    assert answer.content == bytes(made.file.content)


def test_file_that_is_not_made_yet_is_not_found(signed_in, waits):
    assert shown(signed_in("officer"), waits, "file/").status_code == 404


def test_progress_is_told_and_leads_on_once_it_is_made(signed_in, waits, made):
    client, htmx = signed_in("officer"), {"headers": {"HX-Request": "true"}}
    first = shown(client, waits, "progress/", **htmx).content.decode()
    assert ("Waiting to be made." in first, 'looks=1" hx-trigger="every 1s"' in first) == (True, True)
    claim(waits, now=timezone.now())
    report(waits, 2, 3, "Setting the pages")
    told = shown(client, waits, "progress/", **htmx).content.decode()
    assert ("Setting the pages" in told, 'max="100" value="66"' in told) == (True, True)
    assert shown(client, made, "progress/", **htmx)["HX-Redirect"] == made.get_absolute_url()


def test_progress_without_scripts_is_the_page_with_a_link_to_check_again(signed_in, waits):
    answer = shown(signed_in("officer"), waits, "progress/?looks=7", follow=True)
    words = answer.content.decode()
    assert ("<h1" in words, f'/reports/prints/{waits.pk}/progress/?looks=8">Check again' in words) == (True, True)


def test_print_that_failed_says_why_and_is_tried_again_by_a_press(signed_in, made):
    Print.objects.filter(pk=made.pk).update(state=WorkState.FAILED, outcome="PDF needs Pango.")
    client = signed_in("officer")
    words = shown(client, made).content.decode()
    assert ("PDF needs Pango." in words, "Try again" in words) == (True, True)
    client.post(made.get_absolute_url())
    made.refresh_from_db()
    assert made.state == WorkState.DONE


@pytest.mark.parametrize("role", ["officer elsewhere", "member", "author"])
def test_print_of_another_committee_is_not_found(signed_in, made, role):
    client = signed_in(role)
    assert [shown(client, made, end).status_code for end in ("", "progress/", "file/")] == [404, 404, 404]


def test_manager_words_a_paragraph(signed_in):
    client = signed_in("manager")
    assert "None that arise from this report" in client.get("/setup/paragraphs/").content.decode()
    answer = client.post("/setup/paragraphs/costs/", {"text": "Ours alone."}, follow=True)
    assert (Wording.objects.get().text, "Ours alone." in answer.content.decode()) == ("Ours alone.", True)


def test_manager_gives_a_template_and_goes_back(signed_in, officer):
    client = signed_in("manager")
    file = SimpleUploadedFile("ours.docx", default_template("tracker"))
    answer = client.post("/setup/templates/tracker/", {"file": file}, follow=True)
    assert "The template was tried, and is in use from now on." in answer.content.decode()
    client.post("/setup/templates/tracker/use/")
    assert template_in_use("tracker") is None
    kept = WordTemplate.objects.get()
    client.post("/setup/templates/tracker/use/", {"template": kept.pk})
    assert template_in_use("tracker") == kept


def test_template_that_is_refused_says_what_to_mend_and_changes_nothing(signed_in):
    file = SimpleUploadedFile("ours.docx", b"Dear diary")
    answer = signed_in("manager").post("/setup/templates/tracker/", {"file": file})
    assert ("This is not a Word document." in answer.content.decode(), WordTemplate.objects.count()) == (True, 0)


def test_templates_are_given_out_as_they_are(signed_in, officer):
    kept = take_template("report", content=default_template("report"), name="ours.docx", by=officer)
    client = signed_in("manager")
    shipped = client.get("/setup/templates/report/file/")
    own = client.get(f"/setup/templates/report/file/?template={kept.pk}")
    assert shipped.content == own.content == default_template("report")
    assert (shipped["Content-Disposition"], own["Content-Disposition"]) == (
        'attachment; filename="report.docx"',
        'attachment; filename="ours.docx"',
    )


@pytest.mark.parametrize("wanted", ["999", "x", "1" * 30, "²"])
def test_template_that_is_not_there_is_not_found(signed_in, wanted):
    client = signed_in("manager")
    assert client.get(f"/setup/templates/report/file/?template={wanted}").status_code == 404
    assert client.post("/setup/templates/report/use/", {"template": wanted}).status_code == 404


@pytest.mark.parametrize("at", ["paragraphs/novel/", "templates/novel/", "templates/novel/file/"])
def test_unknown_paragraph_or_paper_is_not_found(signed_in, at):
    assert signed_in("manager").get(f"/setup/{at}").status_code == 404
