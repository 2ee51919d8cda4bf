"""Standing paragraphs and Word templates: changed by verbs, tried before they are used, earlier ones kept."""

import io

import pytest
from docx import Document

from council.refusal import Refusal
from papers.writing.docx import default_template
from papers.writing.standing import MOST_CHARACTERS, STANDING
from workprogramme.domain.word_templates import content_of, take_template, template_in_use, use_template
from workprogramme.domain.wordings import word_paragraph, wordings_in_force
from workprogramme.models import Wording, WordTemplate
from workprogramme.rules import MOST_TEMPLATE_BYTES

pytestmark = pytest.mark.django_db


def own_template(text="{{ committee }}"):
    document = Document()
    document.add_paragraph(text)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def in_force():
    return {worded.key: worded.text for worded in wordings_in_force()}


def test_paragraphs_are_as_shipped_until_one_is_worded_otherwise(officer):
    assert in_force() == {key: standing.text for key, standing in STANDING.items()}
    word_paragraph("costs", text="  Ours.\r\n\r\nAnd more.  ", by=officer)
    assert in_force()["costs"] == "Ours.\n\nAnd more."
    word_paragraph("costs", text="", by=officer)
    assert (in_force()["costs"], Wording.objects.count()) == ("", 1)


def test_history_of_a_paragraph_says_who_changed_it(officer, people):
    word_paragraph("costs", text="Once", by=officer)
    word_paragraph("costs", text="Once", by=people["manager"])
    word_paragraph("costs", text="Twice", by=people["manager"])
    told = Wording.objects.get().history.order_by("pk").values_list("text", "history_user")
    assert list(told) == [("Once", officer.pk), ("Twice", people["manager"].pk)]


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [("novel", "x", "no such paragraph"), ("costs", "x" * (MOST_CHARACTERS + 1), "Shorten it to 3,000 characters")],
)
def test_paragraph_that_cannot_be_is_refused(officer, key, text, says):
    with pytest.raises(Refusal, match=says):
        word_paragraph(key, text=text, by=officer)
    assert Wording.objects.count() == 0


def test_template_is_tried_and_used_and_the_earlier_one_is_kept(officer):
    first = take_template("report", content=own_template(), name="C:\\ours\\first.docx", by=officer)
    second = take_template("report", content=own_template("{{ title }}"), name="second.docx", by=officer)
    assert (template_in_use("report"), first.name, WordTemplate.objects.count()) == (second, "first.docx", 2)
    use_template("report", template=first, by=officer)
    assert template_in_use("report") == first
    use_template("report", template=None, by=officer)
    assert (template_in_use("report"), WordTemplate.objects.count()) == (None, 2)
    assert content_of(None, "report") == default_template("report")


def test_same_file_again_is_used_again_and_kept_once(officer):
    first = take_template("report", content=own_template(), name="first.docx", by=officer)
    take_template("report", content=own_template("{{ title }}"), name="second.docx", by=officer)
    assert take_template("report", content=bytes(first.content), name="copy.docx", by=officer) == first
    assert (template_in_use("report"), WordTemplate.objects.count()) == (first, 2)


@pytest.mark.parametrize(
    ("paper", "content", "says"),
    [
        ("novel", b"x", "no such paper"),
        ("report", b"", "The file is empty"),
        ("report", b"x" * (MOST_TEMPLATE_BYTES + 1), "larger than 5 MB"),
        ("report", b"Dear diary", "not a Word document"),
        ("report", own_template("{{ comittee }}"), "“comittee”"),
    ],
    ids=["unknown", "empty", "large", "no Word", "misspelt"],
)
def test_template_that_cannot_be_used_is_refused_and_the_one_in_use_stays(officer, paper, content, says):
    used = take_template("report", content=own_template(), name="first.docx", by=officer)
    with pytest.raises(Refusal, match=says):
        take_template(paper, content=content, name="second.docx", by=officer)
    assert (template_in_use("report"), WordTemplate.objects.count()) == (used, 1)


def test_template_of_another_paper_is_refused(officer):
    report = take_template("report", content=own_template(), name="first.docx", by=officer)
    with pytest.raises(Refusal, match="of another paper"):
        use_template("tracker", template=report, by=officer)
