"""How long a PDF and a Word document of 300 pages take to read, and how much memory the process needs at its peak.

Run: python benchmarks/reading_files.py [PAGES]. The papers are made on the fly from those of the tests, each is read in
a process of its own, and the ratio is to reading the same text from a text file. Limits: a minute and 300 MB.
"""

from __future__ import annotations

import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.machine import where  # noqa: E402
from papers.reading.document import read  # noqa: E402
from papers.reading.files import text_of_file  # noqa: E402

FIXTURES = ROOT / "tests" / "papers" / "fixtures"
PAGES = 300
MOST_SECONDS, MOST_MB = 60, 300


def main(pages: int = PAGES) -> None:
    """Print what each file took; exit 1 when one took more than it may."""
    print(where())
    if importlib.util.find_spec("reportlab") is None:
        print("reportlab is not installed, so there is no PDF to read: it is one of requirements-dev.txt.")
        return
    with tempfile.TemporaryDirectory() as folder:
        _child("--make", folder, str(pages))
        paths = [Path(folder) / f"paper.{kind}" for kind in ("txt", "pdf", "docx")]
        all_took = [json.loads(_child("--read", str(path))) for path in paths]
        for path, took in zip(paths, all_took, strict=True):
            print(_said(path, pages, took, all_took[0]))
    if any(took["text"] + took["facts"] > MOST_SECONDS or took["peak"] > MOST_MB for took in all_took):
        raise SystemExit(f"More than {MOST_SECONDS} s or {MOST_MB} MB.")


def _said(path: Path, pages: int, took: dict[str, float], plain: dict[str, float]) -> str:
    whole, baseline = took["text"] + took["facts"], plain["text"] + plain["facts"]
    return (
        f"{path.suffix[1:]:4} {pages} pages, {path.stat().st_size / 1000:.0f} kB: to text {took['text']:.2f} s "
        f"({took['text'] / pages * 1000:.1f} ms a page), facts {took['facts']:.2f} s, peak {took['peak']:.0f} MB; "
        f"in all {whole / baseline:.1f} times the text file"
    )


def _child(*arguments: str) -> str:
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _make(folder: Path, pages: int) -> None:
    """The papers of the tests again and again, until the PDF has so many pages."""
    from pypdf import PdfReader

    from tests.papers.copies import as_pdf, as_word

    once = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(FIXTURES.glob("*.txt")))
    one = folder / "one.pdf"
    one.write_bytes(as_pdf(once))
    times = -(-pages // len(PdfReader(one).pages))
    text = "\n\n".join([once] * times)
    (folder / "paper.txt").write_text(text, encoding="utf-8")
    (folder / "paper.pdf").write_bytes(as_pdf(text, title="SCRUTINY COMMITTEE - 9 JULY 2024"))
    (folder / "paper.docx").write_bytes(as_word(text))


def _read(path: Path) -> None:
    start = time.perf_counter()
    text = text_of_file(path)
    middle = time.perf_counter()
    read(text)
    end = time.perf_counter()
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(json.dumps({"text": middle - start, "facts": end - middle, "peak": peak}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        _make(Path(sys.argv[2]), int(sys.argv[3]))
    elif sys.argv[1:2] == ["--read"]:
        _read(Path(sys.argv[2]))
    else:
        main(*map(int, sys.argv[1:2]))
