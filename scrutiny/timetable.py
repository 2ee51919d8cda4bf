"""The beat: what is woken when. Dates of what is owed stand in the tables, never here."""

from datetime import timedelta

QUARTER_OF_AN_HOUR = timedelta(minutes=15)

BEAT = {
    "sweep": {
        "task": "reminders.tasks.sweep",
        "schedule": QUARTER_OF_AN_HOUR,
        "options": {"expires": QUARTER_OF_AN_HOUR.total_seconds()},
    },
}
