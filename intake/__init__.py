"""Readings of papers, the proposals in them, and what an officer accepted."""
