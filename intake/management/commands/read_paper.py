"""Read a council paper and print what it says."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from papers.reading.as_json import as_json
from papers.reading.document import KINDS
from papers.reading.errors import NotAPaper
from papers.reading.files import read_file
from papers.reading.summary import summary


class Command(BaseCommand):
    """`read_paper FILE [--kind KIND] [--json]`: exit 0 when read, 2 with one line on standard error when not."""

    help = (
        "Read a council paper (Word .docx, PDF, saved web page, Markdown, CSV or plain text) and print a summary of"
        " what it says, or all of it as JSON."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", help="the paper: .docx, .pdf, .html, .md, .csv or .txt; what it is is told from its content"
        )
        parser.add_argument(
            "--kind", choices=KINDS, default="auto", help="what the paper is; auto tells it from the text"
        )
        parser.add_argument("--json", action="store_true", help="print everything as JSON and nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reading = read_file(options["file"], kind=options["kind"])
        except NotAPaper as refusal:
            self.stderr.write(str(refusal))
            sys.exit(2)
        self.stdout.write(as_json(reading) if options["json"] else summary(reading))
