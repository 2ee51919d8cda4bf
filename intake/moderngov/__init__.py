"""Asking a council's ModernGov web service, politely; what it answers is read in `papers.moderngov`."""
