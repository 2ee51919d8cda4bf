"""A paper as HTML, PDF and Word: the same words, hostile text harmless, and read back as what was printed."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from docx import Document
from lxml import html as lxml_html
from pypdf import PdfReader

from papers.reading.document import read
from papers.reading.files import text_of_bytes
from papers.writing.docx import default_template, docx_of
from papers.writing.edition import FormalMeeting, InformalRow, Row
from papers.writing.html import page_of
from papers.writing.kinds import KINDS, paper_of
from papers.writing.paper import placeholders
from papers.writing.pdf import NO_FONT, NO_PANGO, pdf_of
from papers.writing.sample import BARE, FULL

HOSTILE = '<script>alert("1")</script> & {{ council }} {% for %} \x00\x0b'
SHOWN = '<script>alert("1")</script> & {{ council }} {% for %}'


def folded(text):
    return " ".join(text.split())


def html_text(kind, edition):
    return lxml_html.fromstring(page_of(paper_of(kind, edition)).replace("<br>", "\n")).find(".//main").text_content()


def word_text(kind, edition):
    body = Document(io.BytesIO(docx_of(paper_of(kind, edition), default_template(kind)))).element.body
    marks = {"t": lambda piece: piece.text or "", "tab": lambda _: " ", "br": lambda _: "\n", "p": lambda _: "\n"}
    return "".join(marks.get(piece.tag.rpartition("}")[2], lambda _: "")(piece) for piece in body.iter())


def texts_of(facts):
    """Every text among the facts of a paper."""
    if isinstance(facts, str):
        return {folded(facts)}
    parts = facts.values() if isinstance(facts, dict) else facts if isinstance(facts, list) else ()
    return set().union(*map(texts_of, parts))


@pytest.mark.parametrize("edition", [FULL, BARE], ids=["full", "bare"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_of_a_paper_stands_in_word_and_html_alike(kind, edition):
    paper = placeholders(paper_of(kind, edition))
    wanted = texts_of({name: facts for name, facts in paper.items() if name not in ("council", "called", "year")})
    word, page = folded(word_text(kind, edition)), folded(html_text(kind, edition))
    assert ({text for text in wanted if text not in word}, {text for text in wanted if text not in page}) == (
        set(),
        set(),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_stays_text_in_every_format(kind):
    title = replace(FULL, meetings=(FormalMeeting(FULL.meeting, (Row("I1", 1, HOSTILE),)),), committee=HOSTILE)
    page = page_of(paper_of(kind, title))
    assert ("<script" in page, "alert(&quot;1&quot;)" in page) == (False, True)
    assert SHOWN in word_text(kind, title)


@pytest.mark.parametrize("kind", KINDS)
def test_headings_of_the_html_go_down_by_one_and_tables_have_headers(kind):
    page = lxml_html.fromstring(page_of(paper_of(kind, FULL)))
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert max((below - above for above, below in pairwise(levels)), default=0) <= 1
    for table in page.iter("table"):
        assert table.xpath(".//th[@scope]")
        assert {len(row) for row in table.iter("tr")} == {len(next(table.iter("tr")))}


def test_page_is_whole_in_itself_and_names_its_language():
    page = page_of(paper_of("report", FULL))
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert re.findall(r"(?:src|href|@import|url\()", page) == []


def test_rows_of_appendix_a_are_read_back_from_the_word_document():
    rows = tuple(Row(f"I{n}", n, f"Report on harbour {n}", authors=("Ada Brown", "Ben Cole")) for n in (1, 2, 3))
    edition = replace(FULL, meetings=(FormalMeeting(FULL.meeting, rows),))
    text = text_of_bytes(docx_of(paper_of("appendix-a", edition), default_template("appendix-a")))
    [programme] = read(text).programme
    assert (programme.meeting.date.isoformat(), programme.meeting.venue) == ("2023-09-26", "Town Hall")
    assert [(row.number, row.title, list(row.authors)) for row in programme.rows] == [
        (str(row.number), row.title, list(row.authors)) for row in rows
    ]


def test_rows_of_appendix_b_are_read_back_with_how_sure_they_are():
    more = InformalRow("M9", 2, "Site visit", "Lighthouse", when="to be arranged", state="To be arranged",
                       organisers=("Cat Dunn",))  # fmt: skip
    edition = replace(FULL, informal=(*FULL.informal, more))
    text = text_of_bytes(docx_of(paper_of("appendix-b", edition), default_template("appendix-b")))
    assert [(row.number, row.title, list(row.organisers), row.status) for row in read(text).informal] == [
        ("1", "Sea wall", ["Ada Brown", "Ben Cole"], "held"),
        ("2", "Lighthouse", ["Cat Dunn"], "to_be_arranged"),
    ]


def test_word_document_has_its_title_language_and_repeated_headers():
    document = Document(io.BytesIO(docx_of(paper_of("appendix-a", FULL), default_template("appendix-a"))))
    assert document.core_properties.title == "Work programme 2023/24, Environment Scrutiny Committee"
    assert document.core_properties.author == "Your council"
    assert [len(table._tbl.xpath(".//w:tblHeader")) for table in document.tables] == [1, 1, 1]
    assert document.styles["Normal"].element.xpath(".//w:lang/@w:val") == ["en-GB"]


@pytest.fixture(scope="module")
def pdf():
    return PdfReader(io.BytesIO(pdf_of(paper_of("report", FULL))))


def structure(node, found):
    """Count the tags of a structure tree."""
    node = node.get_object()
    if "/S" in node:
        found.append(node)
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if hasattr(child.get_object(), "get"):
            structure(child, found)
    return found


def test_pdf_is_tagged_says_its_language_and_title_and_that_it_is_pdf_ua(pdf):
    root = pdf.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "en-GB")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert pdf.metadata.title == "Work programme 2023/24 and forward plan, Environment Scrutiny Committee"
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_pdf_has_headings_lists_and_tables_with_headers_in_its_tags(pdf):
    nodes = structure(pdf.trailer["/Root"]["/StructTreeRoot"], [])
    tags = [node["/S"] for node in nodes]
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD"} <= set(tags)
    assert tags.count("/H1") == 1
    heads = {node["/ID"] for node in nodes if node["/S"] == "/TH"}
    cells = [set(node["/A"].get("/Headers", ())) for node in nodes if node["/S"] == "/TD"]
    assert [headers for headers in cells if not headers or headers - heads] == []


def test_each_page_of_a_pdf_is_heard_of_as_it_is_set():
    pages = []
    made = PdfReader(io.BytesIO(pdf_of(paper_of("report", FULL), heard=pages.append)))
    assert sorted(set(pages)) == list(range(1, len(made.pages) + 1))


def test_whoever_hears_of_pages_can_stop_the_making():
    def stop(page):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        pdf_of(paper_of("appendix-b", FULL), heard=stop)


def test_fonts_of_the_pdf_are_in_it(pdf):
    fonts = [font.get_object() for page in pdf.pages for font in page["/Resources"]["/Font"].values()]
    described = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert described
    assert all({"/FontFile2", "/FontFile3"} & set(each) for each in described)


NOTHING_TO_LOAD = """
import cffi
def dlopen(*given): raise OSError("cannot load library")
cffi.FFI.dlopen = dlopen
"""
ASK = "from papers.writing.pdf import why_not; print(why_not(), end='')"


def why_not(before="", **surroundings):
    asked = [sys.executable, "-c", before + ASK]
    return subprocess.run(asked, env=os.environ | surroundings, capture_output=True, text=True, timeout=60).stdout


def test_computer_without_pango_says_what_to_install():
    assert why_not(NOTHING_TO_LOAD).endswith(NO_PANGO)


def test_computer_without_a_font_says_what_to_install(tmp_path):
    nothing = tmp_path / "fonts.conf"
    nothing.write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    assert why_not(FONTCONFIG_FILE=str(nothing)) == NO_FONT


def test_computer_with_both_says_nothing():
    assert why_not() == ""
