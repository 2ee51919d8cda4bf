"""What is not a paper is refused in one clear line, quickly; a damaged paper is read as far as it goes."""

import json
import time
from pathlib import Path

import pytest
from django.core.management import call_command

from papers.reading.document import MOST_CHARACTERS, read
from papers.reading.errors import NotAPaper
from papers.reading.files import read_file, text_of_bytes
from tests.papers.copies import as_page, as_pdf, as_word

FIXTURES = Path(__file__).parent / "fixtures"
PAPER = FIXTURES / "kelford-resolved-dash.txt"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\n ", "is empty"),
        (b"%PDF-1.7 rest", "is a damaged PDF"),
        (b"PK\x03\x04 word", "is a damaged zip file"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"x" * 50_000_001, "is larger than 50 MB"),
        (bytes(range(32)) * 500, "is not text"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data, words):
    with pytest.raises(NotAPaper) as refusal:
        text_of_bytes(data, name="this.txt")
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "Once upon a time there was a garden.\n\nIt had three trees and a pond.",
        "The committee of bees met in the garden and was pleased with the flowers.",
        "x" * (MOST_CHARACTERS + 1),
        "committee" + "a" * 900_000,
    ],
)
def test_prose_and_noise_are_no_papers(text):
    with pytest.raises(NotAPaper):
        read(text)


def test_a_line_of_a_thousand_dates_is_refused_quickly():
    start = time.process_time()
    with pytest.raises(NotAPaper):
        read("Yarnton City Council – Health Scrutiny Panel" + "1 July 2024 " * 1_000)
    assert time.process_time() - start < 1


def test_a_name_of_many_words_that_end_in_none_is_read_quickly():
    start = time.process_time()
    read(f"{PAPER.read_text(encoding='utf-8')}\nScrutiny Committee of the Council of {'Aberystwythshire' * 3} (North)")
    read(f"Scrutiny Committee of the Council of {'Aberystwythshire' * 3} (North)\n\nRESOLVED: That it be noted.")
    assert time.process_time() - start < 1


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(NotAPaper, match=r"nowhere\.txt could not be opened"):
        read_file(tmp_path / "nowhere.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_reads_the_same(tmp_path, encoding):
    copy = tmp_path / "copy.txt"
    copy.write_bytes(PAPER.read_text(encoding="utf-8").replace("\n", "\r\n").encode(encoding))
    assert read_file(copy) == read_file(PAPER)


def test_a_date_that_does_not_exist_is_a_warning():
    text = PAPER.read_text(encoding="utf-8").replace("30 August 2024", "31 June 2024")
    reading = read(text)
    assert [(w.code, w.text) for w in reading.warnings] == [("impossible_date", "no calendar has 31 June 2024")]


def test_command_prints_json_alone(capsys):
    call_command("read_paper", str(PAPER), "--json")
    assert json.loads(capsys.readouterr().out)["kind"] == "minutes"


def test_command_prints_a_summary(capsys):
    call_command("read_paper", str(PAPER))
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Kind: minutes",
        "HEALTH SCRUTINY COMMITTEE, 2024-07-09 18:00, the Council Chamber, Civic Centre, Kelford",
    ]


@pytest.mark.parametrize("copy", [as_word, as_pdf, as_page])
def test_command_reads_every_kind_of_file(tmp_path, capsys, copy):
    paper = tmp_path / "paper"
    paper.write_bytes(copy(PAPER.read_text(encoding="utf-8")))
    call_command("read_paper", str(paper))
    call_command("read_paper", str(PAPER))
    said = capsys.readouterr().out.splitlines()
    assert said[: len(said) // 2][:2] == said[len(said) // 2 :][:2]


def test_command_refuses_in_one_line(tmp_path, capsys):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(SystemExit) as stop:
        call_command("read_paper", str(empty))
    said = capsys.readouterr()
    assert (stop.value.code, said.out, said.err) == (
        2,
        "",
        "empty.txt is empty: choose the file that holds the paper.\n",
    )
