"""The tables of the intake room."""

from intake.models.proposals import Decision, Proposal
from intake.models.readings import Reading, Recording
from intake.models.sync import SyncedMeeting, SyncFailure, SyncRun

__all__ = ["Decision", "Proposal", "Reading", "Recording", "SyncFailure", "SyncRun", "SyncedMeeting"]
