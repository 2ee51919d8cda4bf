"""The rules by name, as people and settings choose them: each works out a date together with its proof."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from deadlines import clock, proof
from deadlines.calendar import Calendar
from deadlines.proof import Proof, ProofDay
from deadlines.words import in_words, quantity

PLAIN = "Weekends and bank holidays in England and Wales are left out; council closures are not."
CLEAR = (
    "Local Government Act 1972 s100A(6)(a) and s100B(3). A clear day is neither the day of publication nor the day of "
    "the meeting; weekends and bank holidays are left out (Elitestone 1993; the Act is silent)."
)
EVERY_DAY = "Every day counts, weekends and bank holidays too."
MONTHS = (
    "A period in months ends on the corresponding date, or on the month's last day where the month lacks that date."
)
MONTHS_FROM = (
    "A period beginning with a day includes that day. It ends on the day before the corresponding date, or on the "
    "month's last day where the month lacks that date."
)


@dataclass(frozen=True)
class Rule:
    """One way of working out a date: its name, words and source, the answer alone, and what goes into its proof."""

    name: str
    title: str
    unit: str
    relation: str
    source: str
    answer: Callable[[date, int, Calendar], date]
    days: Callable[[date, date, Calendar], tuple[ProofDay, ...]]
    steps: Callable[[date, int, date], tuple[str, ...]]
    warnings: Callable[[date, date, Calendar], tuple[str, ...]]

    def in_words(self, day: date, n: int) -> str:
        """The question in words: 5 clear days before Tuesday 26 September 2023."""
        return f"{quantity(n, self.unit)} {self.relation} {in_words(day)}"

    def work_out(self, day: date, n: int, calendar: Calendar) -> Proof:
        """The date `n` units from a day, with its proof; raises ValueError where there is no such date."""
        end = self.answer(day, n, calendar)
        return Proof(
            rule=self.in_words(day, n),
            source=self.source,
            start=day,
            end=end,
            days=self.days(day, end, calendar),
            steps=self.steps(day, n, end),
            warnings=self.warnings(day, end, calendar),
        )


def _no_days(day: date, end: date, calendar: Calendar) -> tuple[ProofDay, ...]:
    return ()


def _no_steps(day: date, n: int, end: date) -> tuple[str, ...]:
    return ()


def _end_only(day: date, end: date, calendar: Calendar) -> tuple[str, ...]:
    return proof.warn_about_end(end, calendar)


WORKING_DAYS_BEFORE = Rule(
    name="working-days-before",
    title="Working days before a date",
    unit="working day",
    relation="before",
    source=PLAIN,
    answer=clock.working_days_before,
    days=proof.show_working_days,
    steps=_no_steps,
    warnings=proof.warn_about_days,
)
WORKING_DAYS_AFTER = Rule(
    name="working-days-after",
    title="Working days after a date",
    unit="working day",
    relation="after",
    source=PLAIN,
    answer=clock.working_days_after,
    days=proof.show_working_days,
    steps=_no_steps,
    warnings=proof.warn_about_days,
)
CLEAR_DAYS_BEFORE = Rule(
    name="clear-days-before",
    title="Published by: clear days before a meeting",
    unit="clear day",
    relation="before",
    source=CLEAR,
    answer=clock.clear_days_before,
    days=proof.show_clear_days,
    steps=_no_steps,
    warnings=proof.warn_about_days,
)
CALENDAR_DAYS_AFTER = Rule(
    name="calendar-days-after",
    title="Days after a date",
    unit="day",
    relation="after",
    source=EVERY_DAY,
    answer=lambda day, n, calendar: clock.calendar_days_after(day, n),
    days=lambda day, end, calendar: proof.show_calendar_days(day, end),
    steps=_no_steps,
    warnings=_end_only,
)
MONTHS_AFTER = Rule(
    name="months-after",
    title="Months after a date",
    unit="month",
    relation="after",
    source=MONTHS,
    answer=lambda day, n, calendar: clock.months_after(day, n),
    days=_no_days,
    steps=proof.say_months_after,
    warnings=_end_only,
)
MONTHS_BEGINNING_WITH = Rule(
    name="months-beginning-with",
    title="A period of months beginning with a date: its last day",
    unit="month",
    relation="beginning with",
    source=MONTHS_FROM,
    answer=lambda day, n, calendar: clock.months_beginning_with(day, n),
    days=_no_days,
    steps=proof.say_months_beginning_with,
    warnings=_end_only,
)

RULES = {
    rule.name: rule
    for rule in (
        WORKING_DAYS_BEFORE,
        WORKING_DAYS_AFTER,
        CLEAR_DAYS_BEFORE,
        CALENDAR_DAYS_AFTER,
        MONTHS_AFTER,
        MONTHS_BEGINNING_WITH,
    )
}


def find_rule(name: str) -> Rule:
    """The rule of this name; raises ValueError naming those there are."""
    if name not in RULES:
        raise ValueError(f"There is no rule {name[:40]!a}; the rules are {', '.join(RULES)}.")
    return RULES[name]


def work_out(rule_name: str, day: date, n: int, calendar: Calendar) -> Proof:
    """The date that a named rule gives, with its proof; raises ValueError for an unknown rule, number or answer."""
    return find_rule(rule_name).work_out(day, n, calendar)
