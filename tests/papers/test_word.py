"""A Word document gives the text that Word prints: labels, tables, tracked changes."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from papers.reading.errors import NotAPaper
from papers.reading.files import read_file, text_of_bytes
from papers.reading.word_lists import count_in
from tests.papers.copies import abstract, as_word, numbering, saved

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PAPER = (Path(__file__).parent / "fixtures" / "kelford-resolved-dash.txt").read_text(encoding="utf-8")


def lines_of(document):
    return [line for line in text_of_bytes(saved(document)).split("\n") if line.strip()]


def with_lists(*levels, nums=((1, None),)):
    """A document with one list of these levels, and numberings of it that start where told."""
    document = docx.Document()
    element = document.part.numbering_part.element
    element.insert(0, abstract(901, levels))
    for key, start in nums:
        element.append(numbering(900 + key, 901, start=start))
    return document


def add(document, words, level=0, num=1):
    paragraph = document.add_paragraph(words)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = 900 + num
    return paragraph


def xml(document, inner):
    document.element.body.insert(0, parse_xml(f"<w:p {W}>{inner}</w:p>"))


def test_lists_print_the_labels_of_their_levels():
    document = with_lists(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))
    for words, level in (("a", 0), ("b", 1), ("c", 2), ("d", 2), ("e", 1), ("f", 0), ("g", 1)):
        add(document, words, level)
    assert [line.strip() for line in lines_of(document)] == [
        "1. a",
        "(a) b",
        "(i) c",
        "(ii) d",
        "(b) e",
        "2. f",
        "(a) g",
    ]


def test_lists_print_the_labels_above_them_where_they_say_so():
    document = with_lists(("decimal", "%1"), ("decimal", "%1.%2"))
    for words, level in (("a", 0), ("b", 1), ("c", 1), ("d", 0), ("e", 1)):
        add(document, words, level)
    assert lines_of(document) == ["1 a", "1.1 b", "1.2 c", "2 d", "2.1 e"]


def test_a_list_goes_on_over_other_paragraphs_and_starts_again_where_told():
    document = with_lists(("lowerLetter", "(%1)"), nums=((1, None), (2, 1), (3, 4)))
    add(document, "one")
    document.add_paragraph("between")
    add(document, "two")
    add(document, "again", num=2)
    add(document, "fourth", num=3)
    assert lines_of(document) == ["(a) one", "between", "(b) two", "(a) again", "(d) fourth"]


def test_bullets_and_numbered_styles_are_labelled():
    document = docx.Document()
    document.add_paragraph("first", style="List Bullet")
    document.add_paragraph("second", style="List Number")
    document.add_paragraph("third", style="List Number")
    assert [line.strip() for line in lines_of(document)] == ["• first", "1. second", "2. third"]


@pytest.mark.parametrize(
    ("style", "value", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("lowerLetter", 27, "aa"),
        ("upperLetter", 3, "C"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 4, "IV"),
        ("ordinal", 22, "22nd"),
        ("none", 1, ""),
        ("cardinalText", 5, "5"),
    ],
)
def test_numbers_are_counted_in_the_way_of_their_list(style, value, printed):
    assert count_in(style, value) == printed


def test_headings_and_bold_paragraphs_are_marked():
    document = docx.Document()
    document.add_heading("Minutes", 1)
    document.add_paragraph().add_run("12. Parking").bold = True
    document.add_paragraph("RESOLVED: That it be noted").runs[0].bold = False
    assert lines_of(document) == ["# Minutes", "**12. Parking**", "RESOLVED: That it be noted"]


def test_a_paragraph_as_long_as_prose_is_no_heading():
    document = docx.Document()
    document.add_paragraph("The Committee considered the report. " * 8, style="Heading 2")
    assert not lines_of(document)[0].startswith("#")


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    xml(
        document,
        "<w:r><w:t>That the report be </w:t></w:r><w:del><w:r><w:delText>deferred</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>noted</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom>",
    )
    assert lines_of(document) == ["That the report be noted"]


def test_a_paragraph_whose_mark_is_deleted_runs_on():
    document = docx.Document()
    document.add_paragraph("end of it")
    xml(document, "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>start and </w:t></w:r>")
    assert lines_of(document) == ["start and end of it"]


def test_hidden_words_headers_and_footers_are_left_out():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "RESTRICTED"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    xml(document, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>printed</w:t></w:r>")
    assert lines_of(document) == ["printed"]


def test_tabs_are_wide_gaps_and_the_right_of_the_page_is_far():
    document = docx.Document()
    document.add_paragraph("OE to send the dates\tOE")
    document.add_paragraph("ACTION").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    assert lines_of(document) == ["OE to send the dates\tOE", " " * 60 + "ACTION"]


def test_merged_cells_are_read_once_and_cell_paragraphs_apart():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, words in zip(table.rows, (("No.", "Item", "Lead"), ("1", "Bins", "AB"), ("", "", "")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    table.cell(1, 1).add_paragraph("and lanes")
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).merge(table.cell(2, 2)).text = "a note | aside"
    assert lines_of(document) == [
        "| No. | Item | Lead |",
        "| 1 | <p>Bins</p> <p>and lanes</p> | AB |",
        "|  | a note ¦ aside |  |",
    ]


def test_a_table_that_only_puts_numbers_beside_paragraphs_is_read_as_paragraphs():
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for row, words in zip(table.rows, (("4.", "Apologies", ""), ("5.", "Minutes", "5 - 12")), strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    table.cell(0, 1).add_paragraph("To receive any.")
    assert lines_of(document) == ["4. Apologies", "To receive any.", "5. Minutes (Pages 5 - 12)"]


def test_a_text_box_is_read_once_after_its_paragraph():
    document = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    xml(
        document,
        "<w:r><w:t>Beside it</w:t></w:r><w:r>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert lines_of(document) == ["Beside it", "In a box"]


def test_progress_is_told_to_the_end():
    heard = []
    text_of_bytes(as_word(PAPER), progress=lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1]


def test_the_name_of_a_file_does_not_matter(tmp_path):
    copy, plain = tmp_path / "minutes.txt", tmp_path / "plain.docx"
    copy.write_bytes(as_word(PAPER))
    plain.write_text(PAPER, encoding="utf-8")
    assert read_file(copy).kind == read_file(plain).kind == "minutes"


# What is refused


def rezipped(change=lambda name, data: data, keep=lambda name: True):
    """A Word document with parts changed or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_word(PAPER))) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in filter(keep, source.namelist()):
            made.writestr(name, change(name, source.read(name)))
    return out.getvalue()


def with_text(text):
    return rezipped(lambda name, data: text.encode() if name == "word/document.xml" else data)


def zipped(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in parts.items():
            made.writestr(name.replace("__", "/"), data)
    return out.getvalue()


LAUGHS = f'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 9}">]><w:document {W}><w:body/></w:document>'
MACROS = rezipped(
    lambda name, data: (
        data.replace(
            b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
            b"vnd.ms-word.document.macroEnabled.main",
        )
        if name == "[Content_Types].xml"
        else data
    )
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (as_word(PAPER)[:4_000], "is a damaged zip file: open it in Word"),
        (with_text("<w:document"), "is a damaged Word document: open it in Word"),
        (rezipped(keep=lambda name: name != "word/document.xml"), "is a damaged Word document"),
        (with_text(f"<w:document {W}>{'<w:tbl><w:tr><w:tc>' * 400}"), "is a damaged Word document"),
        (with_text(LAUGHS), "declares entities"),
        (with_text(f"<w:document {W}><w:body>{'<w:p/>' * 900_000}"), "unpacks to far more than a paper holds"),
        (MACROS, "holds macros: open it in Word, save it as a Word document without macros"),
        (zipped(a="hello"), "is a zip file, not a Word document"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "is an OpenDocument file"),
        (zipped(**{str(number): "" for number in range(4_100)}), "unpacks to far more"),
        (b"\xd0\xcf\x11\xe0" + bytes(3_000), "is an old Word document (.doc)"),
        (b"\xd0\xcf\x11\xe0" + bytes(64) + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
        (b"{\\rtf1 hello}", "is a rich text document (.rtf)"),
    ],
)
def test_what_is_no_word_document_is_refused_in_one_line(data, words):
    with pytest.raises(NotAPaper) as refusal:
        text_of_bytes(data, name="minutes.docx")
    assert str(refusal.value).startswith(f"minutes.docx {words}")
    assert "\n" not in str(refusal.value)


def test_a_document_without_styles_and_lists_is_read():
    bare = rezipped(keep=lambda name: name not in ("word/styles.xml", "word/numbering.xml"))
    assert "KELFORD" in text_of_bytes(bare).upper()


def test_styles_based_on_each_other_end():
    document = docx.Document()
    document.styles["Heading 1"].element.find(qn("w:basedOn")).set(qn("w:val"), "Heading1")
    document.add_paragraph("words", style="Heading 1")
    assert lines_of(document) == ["# words"]
