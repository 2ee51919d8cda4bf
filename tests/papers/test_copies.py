"""Every paper reads to the same facts as a Word document, as a PDF and as a saved web page."""

from pathlib import Path

import pytest

from papers.reading.as_json import as_dict
from papers.reading.document import read
from papers.reading.files import text_of_bytes
from tests.papers.copies import as_page, as_pdf, as_word

FIXTURES = Path(__file__).parent / "fixtures"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.txt"))
# Its PDF makes whole a word that its text leaves broken over a line end.
MENDED = {"carrick-page-furniture"}


def facts(value):
    """What is read, without the lines it was read from."""
    if isinstance(value, dict):
        return {key: facts(each) for key, each in value.items() if key not in ("line", "time_line")}
    return [facts(each) for each in value] if isinstance(value, list) else value


def facts_of(text):
    return facts(as_dict(read(text)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("copy", [as_word, as_page, as_pdf])
def test_a_copy_reads_to_the_same_facts(name, copy):
    if copy is as_pdf and name in MENDED:
        pytest.skip("the PDF mends a word")
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8")
    assert facts_of(text_of_bytes(copy(text))) == facts_of(text)


def test_a_pdf_of_many_pages_reads_to_the_same_facts_under_a_running_title():
    text = "\n\n".join((FIXTURES / f"{name}.txt").read_text(encoding="utf-8") for name in ("glanmawr-that",) * 1)
    filler = "\n\n".join(f"The officer answered question {number} in the usual way." for number in range(120))
    long = text.replace("\n\n", f"\n\n{filler}\n\n", 2)
    copy = text_of_bytes(as_pdf(long, title="SCRUTINY COMMITTEE - PAPERS OF THE DAY"))
    assert copy.count("\f") >= 4
    assert copy.count("PAPERS OF THE DAY") == 1
