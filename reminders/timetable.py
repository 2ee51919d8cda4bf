"""The timetable of reminders: one table of who is told what, when. Its twin for readers is ``docs/reminders.md``.

Every number is a setting: a ``council.ClockSetting`` with the key of a step puts the council's own in its place,
with its source.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from council.models import ClockSetting
from reminders.enums import Kind

OUR_PRACTICE = "Our practice"
NO_DATE_CHASE = "no_date_chase"
MOST = 3660


class When(StrEnum):
    """How a step counts."""

    AT_ONCE = "at once"
    BEFORE = "working days before"
    AFTER = "working days after"
    LATE = "working days late"
    EVERY_LATE = "every so many working days late"
    EVERY_OLD = "every so many days old"


REPEATED = (When.EVERY_LATE, When.EVERY_OLD)
WHEN_LATE = (When.AFTER, When.LATE, When.EVERY_LATE)
_PREFIX = {
    When.AT_ONCE: "at-once",
    When.BEFORE: "before",
    When.AFTER: "after",
    When.LATE: "late",
    When.EVERY_LATE: "late",
    When.EVERY_OLD: "old",
}


@dataclass(frozen=True)
class Step:
    """One step: how it counts, its number, whether it goes at once in its own mail, and where the number is from."""

    when: When
    n: int = 0
    urgent: bool = False
    setting: str = ""
    source: str = OUR_PRACTICE

    def key(self, times: int = 1) -> str:
        """The step as it stands on a reminder: before-20, after-1, late-10, late-20, old-60, at-once."""
        prefix = _PREFIX[self.when]
        return prefix if self.when == When.AT_ONCE else f"{prefix}-{self.n * times}"

    @property
    def repeats(self) -> bool:
        """Whether it comes again and again."""
        return self.when in REPEATED

    @property
    def is_late(self) -> bool:
        """Whether it comes after the due date."""
        return self.when in WHEN_LATE


@dataclass(frozen=True)
class Row:
    """One row of the timetable: the kind, who is told in words, and the steps in the order they come."""

    kind: Kind
    told: str
    steps: tuple[Step, ...]


def before(n: int) -> Step:
    """``n`` working days before the date; none is the day itself."""
    return Step(When.BEFORE, n)


def after(n: int, *, urgent: bool = False) -> Step:
    """``n`` working days after the date: one is the first working day on which it is late."""
    return Step(When.AFTER, n, urgent)


def late(n: int) -> Step:
    """Once, ``n`` working days late."""
    return Step(When.LATE, n)


def every_late(n: int, *, urgent: bool = False) -> Step:
    """At every ``n`` working days late."""
    return Step(When.EVERY_LATE, n, urgent)


AT_ONCE = Step(When.AT_ONCE)
AT_ONCE_URGENT = Step(When.AT_ONCE, urgent=True)

SHIPPED: tuple[Row, ...] = (
    Row(
        Kind.REPORT_STAGE,
        "authors; copy to the holder of the post whose report it is, when late",
        (before(20), before(10), before(5), before(1), after(1), every_late(5, urgent=True)),
    ),
    Row(
        Kind.PUBLICATION,
        "committee officers",
        (before(5), before(2), before(1), before(0), after(1, urgent=True)),
    ),
    Row(
        Kind.ACTION,
        "post holder and delegate, or the person named; where neither is, the committee officers",
        (before(20), before(5), after(1), every_late(10)),
    ),
    Row(Kind.ACTION_LINE_POST, "holder of the post that the owing post reports to", (late(10),)),
    Row(Kind.ACTION_CHAIR, "chair of the committee", (late(20),)),
    Row(
        Kind.ACTION_NO_DATE,
        "post holder, committee officers",
        (Step(When.EVERY_OLD, 60, setting=NO_DATE_CHASE),),
    ),
    Row(
        Kind.IMPLEMENTATION_UPDATE,
        "holder of the lead post, committee officers",
        (before(40), before(20), before(5), after(1), every_late(10)),
    ),
    Row(
        Kind.WRITTEN_ANSWER,
        "post holder, or the person named; where neither is, the committee officers",
        (before(5), before(1), after(1), every_late(5)),
    ),
    Row(Kind.COMPLETION_PROPOSED, "committee officers", (AT_ONCE, before(5))),
    Row(Kind.DELIVERY_FAILED, "committee officers", (AT_ONCE_URGENT,)),
)

HOURS = {"remind.hours.from": 7, "remind.hours.until": 19}


@dataclass(frozen=True)
class Timetable:
    """The timetable in force, and the hours of a working day in London between which mail goes."""

    rows: Mapping[Kind, Row]
    from_hour: int
    until_hour: int


def setting_of(kind: Kind, shipped: Step) -> str:
    """The key under which the council may set this step's number: ``remind.action.before-20``."""
    name = f"every-{shipped.n}" if shipped.repeats else shipped.key()
    return shipped.setting or f"remind.{kind}.{name}"


def in_force() -> Timetable:
    """The timetable with the council's own numbers in place. One query."""
    own = {found.key: found for found in ClockSetting.objects.all()}
    rows = {row.kind: replace(row, steps=tuple(_own(row.kind, step, own) for step in row.steps)) for row in SHIPPED}
    from_hour, until_hour = (own[key].number if key in own else shipped for key, shipped in HOURS.items())
    return Timetable(rows, from_hour, until_hour)


def shipped() -> Timetable:
    """The timetable as it is shipped."""
    return Timetable({row.kind: row for row in SHIPPED}, *HOURS.values())


def say(step: Step) -> str:
    """A step in words."""
    urgent = " (urgent)" if step.urgent else ""
    days = f"{step.n} working day{'' if step.n == 1 else 's'}"
    words = {
        When.AT_ONCE: "at once",
        When.BEFORE: f"{days} before" if step.n else "on the day",
        When.AFTER: f"{days} after",
        When.LATE: f"{days} late",
        When.EVERY_LATE: f"at every {days} late",
        When.EVERY_OLD: f"when {step.n} days old, then every {step.n} days",
    }
    return words[step.when] + urgent


def _own(kind: Kind, step: Step, own: Mapping[str, ClockSetting]) -> Step:
    found = own.get(setting_of(kind, step))
    if found is None or step.when == When.AT_ONCE:
        return step
    least = 1 if step.repeats else 0
    return replace(step, n=min(max(found.number, least), MOST), source=found.source)
