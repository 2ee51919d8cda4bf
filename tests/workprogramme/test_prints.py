"""Printing: made once by one recipe, from an edition or a draft, and kept as it was whatever changes later."""

import io
from dataclasses import replace

import pytest
from docx import Document

from actions.domain.editions import build_edition, freeze_edition
from council.refusal import Refusal
from jobs.work import WorkState
from jobs.working import Tally
from papers.writing.docx import default_template
from papers.writing.html import page_of
from papers.writing.kinds import KINDS, paper_of
from workprogramme.domain.editions import read_edition
from workprogramme.domain.items import open_programme
from workprogramme.domain.prints import (
    facts_of,
    is_quick,
    make_again,
    print_at_once,
    print_draft,
    print_edition,
    print_waiting,
)
from workprogramme.domain.word_templates import take_template, use_template
from workprogramme.domain.wordings import word_paragraph
from workprogramme.models import Print, PrintFile
from workprogramme.tasks import make_prints

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(item):
    return open_programme(body=item.programme.body, year=item.programme.year)


@pytest.fixture
def edition(programme, november, officer):
    return freeze_edition(programme, for_meeting=november, by=officer)


def printed(edition, by, paper="appendix-a", form="html"):
    made = print_edition(edition, paper=paper, form=form, by=by)
    print_waiting()
    made.refresh_from_db()
    return made


def content(made):
    return bytes(PrintFile.objects.get(made=made).content)


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_of_an_edition_is_made_from_what_the_edition_says(edition, officer, kind):
    made = printed(edition, officer, kind)
    assert (made.state, made.size) == (WorkState.DONE, len(content(made)))
    assert content(made).decode() == page_of(paper_of(kind, read_edition(edition)))


def test_word_and_pdf_are_made_too(edition, officer):
    word, pdf = (printed(edition, officer, form=form) for form in ("docx", "pdf"))
    assert [table.cell(0, 0).text for table in Document(io.BytesIO(content(word))).tables] == ["No."]
    assert content(pdf).startswith(b"%PDF-1.7")


def test_same_paper_is_made_once(edition, officer, people):
    first = printed(edition, officer)
    assert print_edition(edition, paper="appendix-a", form="html", by=people["manager"]) == first
    assert (print_waiting(), Print.objects.count()) == (Tally(), 1)


def test_another_form_paper_or_edition_is_another_print(edition, officer, january):
    first = printed(edition, officer)
    others = [printed(edition, officer, form="docx"), printed(edition, officer, "appendix-b")]
    assert len({first.pk, *(other.pk for other in others)}) == 3


def test_print_is_named_by_what_it_is(edition, officer):
    made = printed(edition, officer, form="docx")
    assert made.name == "children-2023-24-appendix-a-edition-1.docx"
    assert str(made) == "Appendix A: work programme, edition 1 of 2023/24"


def test_draft_keeps_its_facts_and_says_that_it_is_one(programme, november, officer, item):
    facts = build_edition(programme, for_meeting=november)
    made = print_draft(programme, facts, paper="report", form="html", by=officer)
    print_at_once(made)
    item.title = "Renamed"
    item.save()
    assert facts_of(made) == facts
    assert "Draft of 19 September 2023, from the record of that day" in content(made).decode()
    assert made.name == "children-2023-24-report-draft-2023-09-19.html"


def test_draft_with_the_same_facts_as_an_edition_is_another_print(programme, november, officer):
    facts = build_edition(programme, for_meeting=november)
    draft = print_draft(programme, facts, paper="report", form="html", by=officer)
    kept = print_edition(
        freeze_edition(programme, for_meeting=november, by=officer), paper="report", form="html", by=officer
    )
    assert (draft.facts_sha256 == kept.facts_sha256, draft == kept) == (True, False)


def test_kept_edition_prints_the_paragraphs_that_were_in_force(edition, programme, officer):
    before = printed(edition, officer, "report")
    word_paragraph("purpose", text="Words of our own.", by=officer)
    again = print_edition(edition, paper="report", form="html", by=officer)
    later = printed(freeze_edition(programme, by=officer), officer, "report")
    assert (again, "Words of our own." in content(before).decode()) == (before, False)
    assert "Words of our own." in content(later).decode()


def test_template_in_use_fills_the_word_document_and_an_earlier_print_stays(edition, officer):
    before = printed(edition, officer, form="docx")
    bytes_before = content(before)
    document = Document(io.BytesIO(default_template("appendix-a")))
    document.paragraphs[0].text = "Our own {{ committee }}"
    kept = io.BytesIO()
    document.save(kept)
    take_template("appendix-a", content=kept.getvalue(), name="ours.docx", by=officer)
    after = printed(edition, officer, form="docx")
    assert Document(io.BytesIO(content(after))).paragraphs[0].text == "Our own Children and families"
    use_template("appendix-a", template=None, by=officer)
    assert print_edition(edition, paper="appendix-a", form="docx", by=officer) == before
    assert content(before) == bytes_before


@pytest.mark.parametrize("paper", ["front-sheet", "brief"])
def test_paper_of_a_meeting_is_refused_where_none_was_chosen(programme, officer, paper):
    with pytest.raises(Refusal, match="is for one meeting"):
        print_draft(programme, build_edition(programme), paper=paper, form="html", by=officer)


@pytest.mark.parametrize("words", [{"paper": "novel", "form": "html"}, {"paper": "report", "form": "odt"}])
def test_unknown_paper_or_form_is_refused(edition, officer, words):
    with pytest.raises(Refusal, match="Choose the paper and its form from the list"):
        print_edition(edition, by=officer, **words)


def test_only_pdf_waits_for_a_worker(edition, officer):
    made = {form: print_edition(edition, paper="report", form=form, by=officer) for form in ("docx", "html", "pdf")}
    assert {form: is_quick(each) for form, each in made.items()} == {"docx": True, "html": True, "pdf": False}


def test_print_that_cannot_be_made_says_why_and_can_be_begun_anew(edition, officer, people):
    made = print_edition(edition, paper="tracker", form="docx", by=officer)
    Print.objects.filter(pk=made.pk).update(state=WorkState.FAILED, outcome="PDF needs Pango", attempts=3)
    again = print_edition(edition, paper="tracker", form="docx", by=people["manager"])
    assert (again.pk, again.state, again.attempts, again.outcome) == (made.pk, WorkState.WAITING, 0, "")
    assert print_waiting() == Tally(done=1)
    again.refresh_from_db()
    assert make_again(again, by=officer).state == WorkState.DONE


def test_template_that_stopped_working_fails_in_one_line(edition, officer):
    template = take_template("tracker", content=default_template("tracker"), name="ours.docx", by=officer)
    made = print_edition(edition, paper="tracker", form="docx", by=officer)
    template.content = b"Dear diary"
    template.save()
    assert print_waiting() == Tally(failed=1)
    made.refresh_from_db()
    assert made.outcome.startswith("The template cannot be filled.")


def test_exempt_words_are_in_no_paper(edition, programme, november, officer):
    item = programme.items.get()
    item.exempt_paragraph, item.exempt_note, item.title = "3", "Ninety thousand", "Sale to the landlord"
    item.save()
    later = freeze_edition(programme, for_meeting=november, by=officer)
    pages = [content(printed(later, officer, kind)).decode() for kind in KINDS]
    assert [page for page in pages if "Ninety" in page or "landlord" in page.split("What has changed")[0]] == []


def test_task_makes_what_waits(edition, officer):
    made = print_edition(edition, paper="report", form="html", by=officer)
    assert make_prints.apply().state == "SUCCESS"
    made.refresh_from_db()
    assert made.is_made


def test_wording_is_part_of_what_an_edition_freezes(edition, officer):
    words = {wording.key: wording.text for wording in read_edition(edition).words}
    assert words["background"] == "None."
    facts = replace(read_edition(edition), words=())
    assert paper_of("report", facts).closing == paper_of("report", read_edition(edition)).closing
