"""The beat: what is woken when. Dates of what is owed stand in the tables, never here."""

from datetime import timedelta

QUARTER_OF_AN_HOUR = timedelta(minutes=15)
TWO_MINUTES = timedelta(minutes=2)

BEAT = {
    "sweep": {
        "task": "reminders.tasks.sweep",
        "schedule": QUARTER_OF_AN_HOUR,
        "options": {"expires": QUARTER_OF_AN_HOUR.total_seconds()},
    },
    # Whoever gives a paper wakes a worker at once; this makes good a wake-up that was lost, and a worker that was.
    "read": {
        "task": "intake.tasks.read",
        "schedule": TWO_MINUTES,
        "options": {"expires": TWO_MINUTES.total_seconds()},
    },
    "print": {
        "task": "workprogramme.tasks.make_prints",
        "schedule": TWO_MINUTES,
        "options": {"expires": TWO_MINUTES.total_seconds()},
    },
    "sync": {
        "task": "intake.tasks.sync",
        "schedule": TWO_MINUTES,
        "options": {"expires": TWO_MINUTES.total_seconds()},
    },
}
