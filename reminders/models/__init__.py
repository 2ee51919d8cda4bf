"""The tables of the reminders room."""

from reminders.models.mails import Mail
from reminders.models.reminders import Reminder
from reminders.models.sweeps import SweepRun

__all__ = ["Mail", "Reminder", "SweepRun"]
