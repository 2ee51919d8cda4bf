"""What papers are called: no name that was sent is trusted, and none is lost that says something."""

import pytest

from intake.file_names import MOST, NO_NAME, name_of_text, safe_name, suffix_of
from tests.factories import MINUTES


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("minutes.txt", "minutes.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\windows\\minutes.PDF", "minutes.pdf"),
        ("/absolute/agenda.docx", "agenda.docx"),
        ("C:\\Papers\\agenda.docx", "agenda.docx"),
        ("..txt", f"{NO_NAME}.txt"),
        ("../.txt", f"{NO_NAME}.txt"),
        (f"{'a' * 300}.docx", f"{'a' * MOST}.docx"),
        (f"{'é' * 300}.pdf", f"{'é' * MOST}.pdf"),
        ("one\x00two\r\nthree\x1b[31m.txt", "one two three [31m.txt"),
        ("minutes \u202efdp.txt", "minutes fdp.txt"),
        ("minutes 🦀 of 6 June.txt", "minutes 🦀 of 6 June.txt"),
        ('a"; filename="b.txt', "a ; filename= b.txt"),
        ("<script>alert(1)</script>.html", f"script{'.html'}"),
        ("Minutes 6.6.2023.docx", "Minutes 6.6.2023.docx"),
        (" .. .. .pdf", f"{NO_NAME}.pdf"),
        ("cafe\u0301.txt", "café.txt"),
    ],
)
def test_name_is_kept_without_what_could_do_harm(sent, kept):
    assert safe_name(sent) == kept


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.PDF", ".pdf"),
        ("a.docx ", ".docx"),
        ("a.doc", ""),
        ("a.exe", ""),
        ("a.txt.exe", ""),
        ("pdf", ""),
        ("", ""),
        ("a.html", ".html"),
    ],
)
def test_suffix_is_that_of_a_file_that_can_be_read(name, suffix):
    assert suffix_of(name) == suffix


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (MINUTES, "HARBOURS SCRUTINY COMMITTEE.txt"),
        ("\n\n ----\n# Minutes of 6/6/2023 \n", "Minutes of 6 6 2023.txt"),
        ("../../x\n", "x.txt"),
        ("x" * 500, f"{'x' * MOST}.txt"),
        ("\n \n---\n", f"{NO_NAME}.txt"),
    ],
)
def test_pasted_text_is_named_by_its_first_line(text, name):
    assert name_of_text(text) == name
