"""Every period the rules run for, as a setting with its source; the council may put its own in place."""

from dataclasses import dataclass, replace

from council.models import ClockSetting

PROTOCOL = "Executive/Scrutiny Protocol"
CHECK = "Check with your monitoring officer."


@dataclass(frozen=True)
class Period:
    """One shipped period: its number, unit and source, and the clock (``deadlines.rules``) it runs by.

    ``sure`` is false where the text was not read word for word.
    """

    key: str
    title: str
    number: int
    unit: str
    source: str
    rule: str
    sure: bool = True


SHIPPED = {
    period.key: period
    for period in (
        Period(
            "publication",
            "Agenda and reports open to the public before the meeting",
            5,
            "clear days",
            "Local Government Act 1972 s100A(6)(a), s100B(3)-(4), as amended by SI 2002/715",
            "clear-days-before",
        ),
        Period(
            "key_decision_notice",
            "Notice of a key decision",
            28,
            "clear days",
            f"SI 2012/2089 reg 9. {CHECK}",
            "clear-days-before",
            sure=False,
        ),
        Period(
            "executive_response",
            "Executive's response to scrutiny",
            2,
            "months beginning with the day of receipt",
            f"Local Government Act 2000 s9FE. {CHECK}",
            "months-beginning-with",
        ),
        Period(
            "implementation_update",
            "Implementation update after Council approves",
            6,
            "months after",
            f"{PROTOCOL} 8.12; repeating until signed off is our practice",
            "months-after",
        ),
        Period("forward_plan", "Period a forward plan covers", 4, "months", f"{PROTOCOL} 6.1", "months-beginning-with"),
        Period(
            "no_date_chase",
            "An action without a date is chased when this old, then as often",
            60,
            "days",
            "Our practice",
            "calendar-days-after",
        ),
        Period(
            "written_answer",
            "Written answer to a question not answered at a meeting",
            10,
            "working days",
            f"Our practice: {PROTOCOL} 4.6 names no period",
            "working-days-after",
        ),
    )
}


def period(key: str) -> Period:
    """The period in force: the council's own where it has set one, else the shipped one.

    Raises ``KeyError`` for a key that is not shipped.
    """
    own = ClockSetting.objects.filter(key=key).first()
    return _in_force(SHIPPED[key], own)


def periods_in_force() -> list[Period]:
    """Every period, the council's own in place of the shipped one where it has set one. One query."""
    own = {setting.key: setting for setting in ClockSetting.objects.filter(key__in=SHIPPED)}
    return [_in_force(shipped, own.get(key)) for key, shipped in SHIPPED.items()]


def _in_force(shipped: Period, own: ClockSetting | None) -> Period:
    return shipped if own is None else replace(shipped, number=own.number, source=own.source, sure=True)
