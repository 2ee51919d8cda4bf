"""The tables of the intake room."""

from intake.models.proposals import Decision, Proposal
from intake.models.readings import Reading, Recording

__all__ = ["Decision", "Proposal", "Reading", "Recording"]
