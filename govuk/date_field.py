"""A date asked for as day, month and year, with errors that say what to do and which part is at fault."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string

MONTHS = [date(2000, number, 1).strftime("%B").lower() for number in range(1, 13)]


class DateParts(NamedTuple):
    """What somebody typed, kept as typed so that it can be shown again."""

    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def of(cls, value: Any) -> "DateParts":
        """Return the parts of a date, of an ISO text such as 2023-09-26, or of nothing."""
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return cls.of_text(value)
        return cls(str(value.day), str(value.month), str(value.year)) if value else cls()

    @classmethod
    def of_text(cls, text: str) -> "DateParts":
        """Return the parts of an ISO text; anything else is kept as the day, where the error will show it."""
        try:
            return cls.of(date.fromisoformat(text.strip())) if text.strip() else cls()
        except ValueError:
            return cls(day=text)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of the parts left empty."""
        return tuple(name for name, typed in self._asdict().items() if not typed)


class DateInput(forms.Widget):
    """Three text boxes, as the Design System draws them; their names end in -day, -month and -year."""

    template_name = "govuk/fields/date_parts.html"

    def parts(self, name: str, field_id: str, value: Any, faulty: tuple[str, ...] = ()) -> list[dict[str, str]]:
        """Return what each box needs to be drawn; `faulty` names the parts to outline in red."""
        return [
            {
                "id": f"{field_id}-{part}",
                "name": f"{name}-{part}",
                "label": part.capitalize(),
                "value": typed,
                "width": "4" if part == "year" else "2",
                "error": "yes" if part in faulty else "",
            }
            for part, typed in DateParts.of(value)._asdict().items()
        ]

    def render(self, name: str, value: Any, attrs: Mapping[str, Any] | None = None, renderer: Any = None) -> str:
        """Return the three boxes without group, hint or error."""
        field_id = (attrs or {}).get("id", name)
        return render_to_string(self.template_name, {"id": field_id, "parts": self.parts(name, field_id, value)})

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> DateParts:
        """Return what was typed; a single ISO value under the bare name is read too, so that links can carry a date."""
        parts = DateParts(*(str(data.get(f"{name}-{part}") or "").strip() for part in DateParts._fields))
        return parts if any(parts) else DateParts.of(data.get(name))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Return whether no part of the date was sent at all."""
        return name not in data and all(f"{name}-{part}" not in data for part in DateParts._fields)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """Return the box that a link to this field should reach."""
        return f"{id_}-day" if id_ else id_


class DateField(forms.Field):
    """A date typed in three parts, cleaned to a `date` or None; `earliest` and `latest` bound it, both inclusive.

    Error codes: required, incomplete, year, invalid, earliest, latest.
    Messages may use %(label)s, %(missing)s and %(limit)s.
    """

    widget = DateInput
    default_error_messages = {
        "incomplete": "%(label)s must include a %(missing)s",
        "invalid": "%(label)s must be a real date",
        "year": "Year must include 4 numbers",
        "earliest": "%(label)s must be the same as or after %(limit)s",
        "latest": "%(label)s must be the same as or before %(limit)s",
    }

    def __init__(self, *, earliest: date | None = None, latest: date | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value: Any) -> date | None:
        """Return the date typed. Raises ValidationError naming the part at fault."""
        if isinstance(value, date):
            return value
        parts = DateParts.of(value)
        if not any(parts):
            return None
        if parts.missing:
            raise self._fault("incomplete", parts.missing, missing=" and ".join(parts.missing))
        if not (parts.year.isdecimal() and len(parts.year) == 4):
            raise self._fault("year", ("year",))
        try:
            return date(int(parts.year), month_number(parts.month), int(parts.day))
        except (ValueError, OverflowError) as error:
            raise self._fault("invalid", DateParts._fields) from error

    def validate(self, value: date | None) -> None:
        """Hold the date against its bounds."""
        super().validate(value)
        if value and self.earliest and value < self.earliest:
            raise self._fault("earliest", DateParts._fields, limit=in_words(self.earliest))
        if value and self.latest and value > self.latest:
            raise self._fault("latest", DateParts._fields, limit=in_words(self.latest))

    def _fault(self, code: str, parts: tuple[str, ...], **params: str) -> ValidationError:
        params = {"label": self.label or "Date", **params}
        return ValidationError(self.error_messages[code], code=code, params={**params, "parts": parts})


def month_number(typed: str) -> int:
    """Return 9 for "9", "09", "Sep", "Sept" or "September". Raises ValueError for anything else."""
    if typed.isdecimal():
        return int(typed)
    found = [number for number, name in enumerate(MONTHS, 1) if len(typed) > 2 and name.startswith(typed.lower())]
    if not found:
        raise ValueError(typed)
    return found[0]


def in_words(day: date) -> str:
    """Return 26 September 2023, as error messages print a date."""
    return f"{day.day} {day:%B %Y}"
