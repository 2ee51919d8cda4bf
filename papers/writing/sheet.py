"""Lines of a CSV file that spreadsheets read right and run nothing of."""

import csv
from collections.abc import Iterable, Iterator

BOM = "\ufeff"  # Excel reads UTF-8 as such only after this mark
_FORMULA = ("=", "+", "-", "@")
_CONTROL = ("\t", "\r", "\n")


class _Line:
    """A file of one line, for a writer to write to."""

    def write(self, line: str) -> str:
        return line


def csv_lines(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The lines of the file one by one, the first with the mark that says UTF-8."""
    writer = csv.writer(_Line())
    yield BOM + writer.writerow(columns)
    for row in rows:
        yield writer.writerow([harmless(cell) for cell in row])


def harmless(cell: object) -> str:
    """A cell that no spreadsheet runs: what begins like a formula gets an apostrophe before it; nothing is blank."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_CONTROL) else text
