"""`manage.py clock RULE DATE N [--proof]`, and `manage.py clock --batch` for many at once."""

import signal
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from council.calendar import kept_calendar, office_calendar
from deadlines.calendar import Calendar
from deadlines.lines import Question, read_line, read_question
from deadlines.proof import Proof
from deadlines.rules import RULES
from deadlines.words import in_words

BAD_INPUT = 2


class Command(BaseCommand):
    """Work out a date by one of the rules; prints it as 2023-09-18."""

    help = f"Work out a date. RULE is one of {', '.join(RULES)}; DATE is 2023-09-26 or 26/09/2023; N is how many."
    requires_system_checks: ClassVar[list[str]] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The three words of a question, or none of them with --batch."""
        parser.add_argument("question", nargs="*", metavar="RULE DATE N")
        parser.add_argument("--proof", action="store_true", help="show the rule and, day by day, what counted and why")
        parser.add_argument("--batch", action="store_true", help="read lines RULE DATE N from standard input")

    def run_from_argv(self, argv: list[str]) -> None:
        """Run as every command does, but end quietly when whoever reads the answers has read enough (`| head`)."""
        if hasattr(signal, "SIGPIPE"):
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        super().run_from_argv(argv)

    def handle(self, *args: str, question: list[str], proof: bool, batch: bool, **options: object) -> None:
        """One answer a line; exits with 2 after bad input."""
        if batch and (question or proof):
            raise CommandError("--batch reads its lines from standard input; give nothing else.", returncode=BAD_INPUT)
        if batch:
            self.answer_lines()
        else:
            self.answer_one(question, proof)

    def answer_one(self, words: list[str], proof: bool) -> None:
        """Print one answer, with its proof where wanted."""
        try:
            question = read_three(words)
            if proof:
                lines = proof_lines(question.work_out(self.calendar()))
            else:
                lines = iter([question.answer(self.calendar()).isoformat()])
        except ValueError as problem:
            raise CommandError(str(problem), returncode=BAD_INPUT) from None
        for line in lines:
            self.stdout.write(line)

    def answer_lines(self) -> None:
        """Print an answer, or `error: ...`, for each line of standard input, in the same order."""
        if hasattr(sys.stdin, "reconfigure"):
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
        asked = bad = 0
        for line, good in answers(sys.stdin, self.calendar()):
            asked += 1
            bad += not good
            self.stdout.write(line)
        if bad:
            raise CommandError(f"{bad} of {asked} lines could not be worked out.", returncode=BAD_INPUT)

    def calendar(self) -> Calendar:
        """The council's calendar, or the kept list alone, saying so, where the council's own days cannot be read."""
        try:
            return office_calendar()
        except DatabaseError:
            self.stderr.write(
                "The council's own days could not be read; using the bank holidays of England and Wales alone."
            )
            return kept_calendar()


def read_three(words: list[str]) -> Question:
    """The question in the words of a command line; raises ValueError unless they are three good ones."""
    if len(words) != 3:
        raise ValueError("Give a rule, a date and a number: clear-days-before 2023-09-26 5. Or use --batch.")
    return read_question(*words)


def answers(lines: Iterable[str], calendar: Calendar) -> Iterator[tuple[str, bool]]:
    """For each line its answer, or what is wrong with it, and whether it was good."""
    for line in lines:
        try:
            yield read_line(line).answer(calendar).isoformat(), True
        except ValueError as problem:
            yield f"error: {problem}", False


def proof_lines(proof: Proof) -> Iterator[str]:
    """A proof as it is printed: the answer first, then the rule, its source, the days, the steps and the warnings."""
    yield proof.end.isoformat()
    yield f"{proof.rule}: {in_words(proof.end)}"
    yield proof.source
    for day in proof.days:
        yield f"  {day.day.isoformat()} {day.day:%a}  {'counted' if day.counted else 'skipped'}  {day.why}"
    yield from (f"  {step}" for step in proof.steps)
    yield from (f"Warning: {warning}" for warning in proof.warnings)
