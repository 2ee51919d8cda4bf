"""School terms, by the month in which each begins; the council may put its own months in place."""

from calendar import month_name

from council.models import ClockSetting

SHIPPED = {"autumn": 9, "spring": 1, "summer": 4}
SOURCE = "Our practice: a term runs to the month in which the next begins. The papers give no dates"


def key_of(term: str) -> str:
    """The key of the clock setting that takes the place of a shipped month: ``term.autumn``."""
    return f"term.{term}"


def term_months() -> dict[int, str]:
    """The names of the terms in force by the month in which each begins. One query.

    A month that is none, or in which another term begins already, gives way to the shipped one.
    """
    own = {row.key: row.number for row in ClockSetting.objects.filter(key__in=map(key_of, SHIPPED))}
    months = [own.get(key_of(term), shipped) for term, shipped in SHIPPED.items()]
    if len(set(months)) < len(months) or not all(1 <= month <= 12 for month in months):
        months = list(SHIPPED.values())
    return {month: f"{term} term" for month, term in zip(months, SHIPPED, strict=True)}


def say_terms() -> str:
    """The terms in force in words, with where their months are from. Two queries."""
    named = ", ".join(f"{term} from {month_name[month]}" for month, term in term_months().items())
    own = ClockSetting.objects.filter(key__in=map(key_of, SHIPPED)).exclude(source="").values_list("source", flat=True)
    return f"{named[:1].upper()}{named[1:]}. {'; '.join(dict.fromkeys(own)) or SOURCE}."
